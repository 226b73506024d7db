"""Which format a file is taken to be in."""

import sys
import tomllib
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from sverka.language import ENGLISH
from sverka.model import (
    EVERY_ASPECT,
    Block,
    BlockKind,
    Document,
    NoticeCode,
    Phrase,
    ReadError,
    Run,
    Traits,
)
from sverka.readers import BrokenFormat, Format, Match, Settings, formats, read, registry
from sverka.readers.intake import Intake
from sverka.wording import notice_words

GIF = b"GIF89a" + bytes(range(256))
TOP = Path(__file__).parents[3]
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


Declare = Callable[..., None]
UNCACHED = registry._declared.__wrapped__


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Declare:
    """Declare readers as a package installed beside the program does: name=value, in any order."""

    def declared(**values: str) -> None:
        found = [EntryPoint(name, value, registry.GROUP) for name, value in values.items()]
        monkeypatch.setattr(registry, "entry_points", lambda group: found)
        monkeypatch.setattr(registry, "_declared", UNCACHED)
        for module in {value.partition(":")[0] for value in values.values()}:
            if module in MADE:
                monkeypatch.setitem(sys.modules, module, MADE[module])

    return declared


def made(name: str, form: object) -> ModuleType:
    module = ModuleType(name)
    module.FORMAT = form
    return module


def _known(intake: Intake, _settings: Settings) -> Document:
    block = Block(BlockKind.PARAGRAPH, (Run("known"),))
    return Document(intake.path, "secret", intake.sha256, blocks=(block,))


def _secret(intake: Intake) -> Match:
    return Match.CERTAIN if intake.data.startswith(b"SECRET") else Match.NO


def _lines(intake: Intake, _settings: Settings) -> Document:
    return Document(intake.path, "lines", intake.sha256)


def _failing(intake: Intake) -> Match:
    raise IndexError(f"nothing at {len(intake.data)}")


def _harmed(intake: Intake) -> Match:
    raise ReadError("“{file}” would fill the disk.", file=intake.path)


MADE = {
    "made_failing": made(
        "made_failing", Format("notes", Phrase("notes"), (".nts",), _failing, _known)
    ),
    "made_harmed": made("made_harmed", Format("harm", Phrase("harm"), (".hrm",), _harmed, _known)),
    "made_secret": made(
        "made_secret", Format("secret", Phrase("secret files"), (".sec",), _secret, _known)
    ),
    "made_lines": made(
        "made_lines",
        Format("lines", Phrase("lines"), (".lines",), lambda _intake: Match.POSSIBLE, _lines),
    ),
}


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
        ("photo.docx", GIF, "a GIF picture"),
        ("old.xls", COMPOUND + "Workbook".encode("utf-16-le"), "an Excel workbook"),
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
    assert "DOCX, ODT, RTF, DOC, PDF, plain text, EPUB" in text


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
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "that is no text"),
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


def test_a_plug_in_is_found_by_its_entry_point(tmp_path: Path, declare: Declare) -> None:
    declare(secret="made_secret:FORMAT")
    (tmp_path / "a.txt").write_bytes(b"SECRET 1")
    assert read(tmp_path / "a.txt").format == "secret"
    assert ", secret files." in refused(tmp_path, "photo.gif", GIF)


def test_among_possible_formats_the_name_decides(tmp_path: Path, declare: Declare) -> None:
    declare(lines="made_lines:FORMAT")
    for name, expected in (("a.lines", "lines"), ("a.txt", "text"), ("a.other", "text")):
        (tmp_path / name).write_text("text")
        assert read(tmp_path / name).format == expected


def test_formats_stand_in_one_order_whatever_order_they_are_declared_in(declare: Declare) -> None:
    for values in (
        {"secret": "made_secret:FORMAT", "lines": "made_lines:FORMAT"},
        {"lines": "made_lines:FORMAT", "secret": "made_secret:FORMAT"},
    ):
        declare(**values)
        assert [one.name for one in formats()] == [*registry.BUILT_IN, "lines", "secret"]


def test_a_plug_in_may_take_the_place_of_a_format_of_ours(declare: Declare) -> None:
    declare(text="made_lines:FORMAT")
    assert [one.name for one in formats()] == [
        "lines" if name == "text" else name for name in registry.BUILT_IN
    ]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no_such_module:FORMAT", "No module named 'no_such_module'"),
        ("made_secret:MISSING", "has no attribute 'MISSING'"),
        ("sverka.model:Document", "is no Format"),
    ],
)
def test_a_reader_that_cannot_be_loaded_stays_visible_with_its_reason(
    tmp_path: Path, declare: Declare, archive: Callable[..., Path], value: str, reason: str
) -> None:
    declare(odt=value)
    (broken,) = (one for one in formats() if isinstance(one, BrokenFormat))
    assert (broken.name, broken.value) == ("odt", value)
    assert reason in broken.reason
    odt = archive({"mimetype": "application/vnd.oasis.opendocument.text"}).read_bytes()
    said = refused(tmp_path, "letter.odt", odt)
    assert "“odt” could not be used" in said
    assert reason in said
    assert "is a GIF picture" in refused(tmp_path, "photo.gif", GIF)
    assert reason in refused(tmp_path, "noise.txt", bytes(range(256)) * 20)


def test_a_file_read_without_its_own_reader_has_a_notice(tmp_path: Path, declare: Declare) -> None:
    declare(lyrics="no_such_module:FORMAT")
    (tmp_path / "song.lyrics").write_text("text")
    (notice,) = read(tmp_path / "song.lyrics").notices
    assert notice.code is NoticeCode.READER_BROKEN
    assert "no_such_module" in notice_words(notice, ENGLISH)
    (tmp_path / "song.txt").write_text("text")
    assert read(tmp_path / "song.txt").notices == ()


def test_a_reader_that_fails_when_asked_is_passed_over_and_told_of(
    tmp_path: Path, declare: Declare
) -> None:
    declare(notes="made_failing:FORMAT", secret="made_secret:FORMAT")
    (tmp_path / "a.nts").write_bytes(b"text")
    document = read(tmp_path / "a.nts")
    assert document.format == "text"
    (notice,) = document.notices
    assert notice.code is NoticeCode.READER_BROKEN
    assert "“notes”" in notice_words(notice, ENGLISH)
    assert "IndexError: nothing at 4" in notice_words(notice, ENGLISH)
    (tmp_path / "a.sec").write_bytes(b"SECRET")
    assert (read(tmp_path / "a.sec").format, read(tmp_path / "a.sec").notices) == ("secret", ())
    said = refused(tmp_path, "noise.txt", bytes(range(256)) * 20)
    assert "“notes” could not be used: IndexError: nothing at 5120" in said


def test_a_reader_may_refuse_a_file_when_asked(tmp_path: Path, declare: Declare) -> None:
    declare(harm="made_harmed:FORMAT")
    assert "would fill the disk" in refused(tmp_path, "a.txt", b"text")


def test_a_reader_of_this_program_that_fails_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Format("text", Phrase("text"), (".txt",), _failing, _known)
    monkeypatch.setattr(registry, "_loaded", lambda _declared: broken)
    (tmp_path / "a.txt").write_bytes(b"text")
    with pytest.raises(IndexError):
        read(tmp_path / "a.txt")


def test_a_format_is_loaded_only_when_those_before_it_do_not_know_the_file(
    docx: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = set()
    loaded = registry._loaded

    def noted(declared: EntryPoint) -> Format | BrokenFormat:
        asked.add(declared.name)
        return loaded(declared)

    monkeypatch.setattr(registry, "_loaded", noted)
    assert read(docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>")).format == "docx"
    assert asked == {"docx"}


def test_the_readers_of_this_program_are_declared_like_those_of_others() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"][registry.GROUP] == registry.BUILT_IN


def test_the_built_in_formats_are_asked_in_a_fixed_order() -> None:
    assert [known.name for known in formats()] == list(registry.BUILT_IN)


def test_each_format_says_what_kind_of_text_it_gives(
    tmp_path: Path,
    docx: Callable[..., Path],
    pdf: Callable[..., Path],
    words: Callable[..., object],
) -> None:
    (tmp_path / "lines.txt").write_text("one\n\ntwo")
    (tmp_path / "pages.txt").write_text("one\n\ftwo")
    rich = read(docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>"))
    assert rich.traits == Traits(
        soft_breaks=True, formatted=True, structured=True, tells=EVERY_ASPECT
    )
    assert read(pdf([words("a")])).traits == Traits(paged=True, printed_lines=True, formatted=True)
    assert read(tmp_path / "lines.txt").traits == Traits(hard_wrapped=True)
    assert read(tmp_path / "pages.txt").traits == Traits(paged=True, hard_wrapped=True)
