"""Files made to do harm: no entity, no file beside them, nothing written, always a sentence."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from made_formats import Piece, as_epub, as_fb2, as_html, as_odt
from more_formats import as_docx
from sverka.model import ReadError
from sverka.readers import read

SECRET = "what only the owner of the file may read"
PIECES = (Piece("Head", 1), Piece("A paragraph of text."), Piece("Another."))


def with_entity(markup: bytes, path: Path, root: bytes) -> bytes:
    """The markup with an entity that names a file, used in its first paragraph."""
    named = b'<!DOCTYPE %b [<!ENTITY x SYSTEM "%b">]>' % (root, path.as_uri().encode())
    at = markup.index(b"<" + root)
    return (markup[:at] + named + markup[at:]).replace(b"paragraph", b"&x;", 1)


def with_part(archive: bytes, name: str, data: bytes) -> bytes:
    """The archive with other contents of one of its parts."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(stream, "w") as new:
        for one in old.namelist():
            new.writestr(one, data if one == name else old.read(one))
    return stream.getvalue()


def part(archive: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        return opened.read(name)


def harmful(kind: str, secret: Path) -> bytes:
    """A file of a format with an entity that names `secret`."""
    if kind == "fb2":
        return with_entity(as_fb2(PIECES), secret, b"FictionBook")
    if kind == "html":
        page = as_html(PIECES).replace(b"<!DOCTYPE html>\n", b"")
        return with_entity(page, secret, b"html")
    packed, name, root = {
        "docx": (as_docx(PIECES), "word/document.xml", b"w:document"),
        "odt": (as_odt(PIECES), "content.xml", b"office:document-content"),
        "epub": (as_epub(PIECES), "OEBPS/book.opf", b"package"),
    }[kind]
    return with_part(packed, name, with_entity(part(packed, name), secret, root))


@pytest.mark.parametrize("kind", ["fb2", "html", "docx", "odt", "epub"])
def test_a_file_named_by_an_entity_is_not_read(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    said = ""
    try:
        said = " ".join(block.text for block in read(harmful(kind, secret)).blocks)
    except ReadError as error:
        said = str(error)
    assert said
    assert SECRET not in said


def test_no_part_of_an_archive_is_written_whatever_its_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inside").mkdir()
    monkeypatch.chdir(tmp_path / "inside")
    for archive in (as_epub(PIECES), as_docx(PIECES), as_odt(PIECES)):
        stream = BytesIO(archive)
        with zipfile.ZipFile(stream, "a") as opened:
            opened.writestr("../outside.txt", "x")
            opened.writestr(str(tmp_path / "absolute.txt").lstrip("/"), "x")
        read(stream.getvalue())
    assert [one.name for one in tmp_path.rglob("*")] == ["inside"]
