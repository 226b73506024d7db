"""Which format a file is taken to be in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sverka.model import Block, BlockKind, Document, Phrase, ReadError, Run, Traits
from sverka.readers import Format, Match, Settings, formats, read, register, registry
from sverka.readers.intake import Intake

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.fixture
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_formats", dict(registry._formats))


def refused(tmp_path: Path, name: str, data: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    text = str(caught.value)
    assert name in text
    assert "\n" not in text
    return text


def test_the_content_decides_and_not_the_name(
    docx: Callable[..., Path], pdf: Callable[..., Path], words: Callable[..., object]
) -> None:
    first = docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>")
    second = pdf([words("a")])
    assert read(first.rename(first.with_suffix(".txt"))).format == "docx"
    assert read(second.rename(second.with_suffix(".docx"))).format == "pdf"


def test_text_of_any_name_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_text("Just text")
    assert read(path).format == "text"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("photo.docx", JPEG, "a JPEG picture"),
        ("scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG picture"),
        ("old.doc", COMPOUND + "WordDocument".encode("utf-16-le"), "Word 97–2003"),
        ("old.xls", COMPOUND + "Workbook".encode("utf-16-le"), "an Excel workbook"),
        ("page.txt", b"<!DOCTYPE html><p>text", "a web page"),
        ("page.html", b"<p>text", "a web page"),
        ("letter.doc", rb"{\rtf1 text}", "an RTF document"),
        ("tool.txt", b"\x7fELF" + bytes(60), "a program"),
        ("sound.txt", b"RIFF\0\0\0\0WAVEfmt ", "a sound recording"),
        ("film.txt", b"\0\0\0\x18ftypmp42" + bytes(20), "a film"),
    ],
)
def test_kinds_that_are_not_read_are_named(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    text = refused(tmp_path, name, data)
    assert kind in text
    assert "DOCX, PDF, plain text" in text


@pytest.mark.parametrize(
    "text",
    [
        "A PDF begins with\n%PDF-1.7\nand goes on.",
        "ID3 tags are how songs are named.",
        "BZh is how bzip2 begins.",
        "GIF8 is no GIF.",
        "OggS and fLaC are letters, MZ too.",
    ],
)
def test_text_about_formats_is_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "about.txt").write_text(text)
    assert read(tmp_path / "about.txt").format == "text"


@pytest.mark.parametrize(
    ("entry", "content", "kind"),
    [
        ("mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument text"),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "that is no text"),
        ("mimetype", "application/epub+zip", "an electronic book"),
        ("xl/workbook.xml", "<workbook/>", "an Excel workbook"),
        ("ppt/presentation.xml", "<presentation/>", "a PowerPoint presentation"),
        ("Index/Document.iwa", "x", "a Pages document"),
        ("photo.jpg", "x", "an archive (ZIP)"),
    ],
)
def test_archives_are_named_by_what_is_in_them(
    archive: Callable[..., Path], entry: str, content: str, kind: str
) -> None:
    path = archive({entry: content})
    with pytest.raises(ReadError, match="which cannot be read") as caught:
        read(path)
    assert kind in str(caught.value)


def test_a_locked_office_document_is_said_to_need_its_password(tmp_path: Path) -> None:
    data = COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    assert "protected with a password" in refused(tmp_path, "secret.docx", data)


def test_noise_is_in_no_format(tmp_path: Path) -> None:
    noise = bytes((i * i * 7 + i * 13) % 251 for i in range(4000))
    assert "in no format that can be read" in refused(tmp_path, "noise.txt", noise)


@pytest.mark.usefixtures("_own_registry")
def test_a_plug_in_registers_as_the_built_in_formats_do(tmp_path: Path) -> None:
    def match(intake: Intake) -> Match:
        return Match.CERTAIN if intake.data.startswith(b"SECRET") else Match.NO

    def read_secret(intake: Intake, _settings: Settings) -> Document:
        block = Block(BlockKind.PARAGRAPH, (Run("known"),))
        return Document(intake.path, "secret", intake.sha256, blocks=(block,))

    register(Format("secret", Phrase("secret files"), (".sec",), match, read_secret))
    (tmp_path / "a.txt").write_bytes(b"SECRET 1")
    assert read(tmp_path / "a.txt").format == "secret"
    assert "plain text, secret files" in refused(tmp_path, "photo.jpg", JPEG)


@pytest.mark.usefixtures("_own_registry")
def test_among_possible_formats_the_name_decides(tmp_path: Path) -> None:
    def read_lines(intake: Intake, _settings: Settings) -> Document:
        return Document(intake.path, "lines", intake.sha256)

    def possible(_intake: Intake) -> Match:
        return Match.POSSIBLE

    register(Format("lines", Phrase("lines"), (".lines",), possible, read_lines))
    for name, expected in (("a.lines", "lines"), ("a.txt", "text"), ("a.other", "text")):
        (tmp_path / name).write_text("text")
        assert read(tmp_path / name).format == expected


def test_the_built_in_formats_are_asked_in_a_fixed_order() -> None:
    assert [known.name for known in formats()] == ["docx", "pdf", "text"]


def test_each_format_says_what_kind_of_text_it_gives(
    tmp_path: Path,
    docx: Callable[..., Path],
    pdf: Callable[..., Path],
    words: Callable[..., object],
) -> None:
    (tmp_path / "lines.txt").write_text("one\n\ntwo")
    (tmp_path / "pages.txt").write_text("one\n\ftwo")
    rich = read(docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>"))
    assert rich.traits == Traits(soft_breaks=True, formatted=True, structured=True)
    assert read(pdf([words("a")])).traits == Traits(paged=True, printed_lines=True, formatted=True)
    assert read(tmp_path / "lines.txt").traits == Traits(hard_wrapped=True)
    assert read(tmp_path / "pages.txt").traits == Traits(paged=True, hard_wrapped=True)
