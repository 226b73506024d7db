"""Real DOCX beside the checkout, where they are: the same document saved again is the same."""

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from nothing_changed import SAME
from one_thing_changed import CHANGED, said

from sverka import compare
from sverka.model import ChangeKind, Comparison, ReadError

HARD = Path(__file__).parents[3] / "shared" / "cases" / "hard-docx"
FILES = sorted(HARD.glob("*.docx"))
OFFICE = shutil.which("soffice")
MOST_LOOKS = 3
SAVED_AGAIN = (
    "docling__docx_comments.docx",
    "docling__docx_list_resumed_numbering.docx",
    "docling__word_tables.docx",
    "docx4j__Docx4j_Russian.docx",
    "docxodus__VP004-Legal-Contract.docx",
    "open__HC021-Symbols.docx",
    "open__HC022-Table-Of-Contents.docx",
    "open__HC061-Hyperlink-in-Field.docx",
    "poi__ComplexNumberedLists.docx",
    "poi__HeaderFooterUnicode.docx",
    "poi__endnotes.docx",
    "poi__form_footnotes.docx",
    "poi__table_footnotes.docx",
)
"""Documents of which LibreOffice keeps all words when it saves them."""
LOST = (
    # In a table of contents the look of links is not kept.
    "underline: yes → no; colour: 0563C1 → None",
    # The first cell of a row that begins further in gets the look of the first column.
    "“Cell 1.1” bold: no → yes",
)
"""What LibreOffice is known to make otherwise as it saves."""

OF_ITS_OWN = frozenset(
    {
        # It takes endnotes in the order they are written in, whichever a reference names: the two
        # here stand the other way round, and are exchanged.
        "footnote made an endnote among others",
        # It counts pages, captions and dates anew, and says how where nothing was said.
        "page to pages",
        "code with its result",
        "code in small letters",
        "field that keeps its look",
        "field with its sentence",
        "simple and coded field",
        "date of today",
        "format of a date",
        "number of a caption",
        "page in a table of contents",
        # It keeps no formula without its mathematics, no name of a control around paragraphs or of
        # a choice, no description of an old picture.
        "choice in an old form",
        "exponent of a formula",
        "formula to text",
        "control around a paragraph removed",
        "old picture replaced",
        "picture of an embedded sheet",
        "picture in the old way",
        "picture once for each kind of program",
        # It has another typeface for Chinese, and begins a paragraph behind a page break.
        "base of a ruby",
        "reading of a ruby",
        "page break between sentences",
    }
)
"""Papers of the table that LibreOffice alters as it saves them."""

needs_files = pytest.mark.skipif(not FILES, reason="the shared files are not beside the checkout")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def zipped_again(path: Path, folder: Path) -> Path:
    """A copy of a package with the same parts, packed otherwise."""
    copy = folder / path.name
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as new:
        for entry in {one.filename: one for one in old.infolist()}.values():
            new.writestr(entry.filename, old.read(entry))
    return copy


def compared(old: Path, new: Path) -> Comparison | None:
    """The comparison; None where the file is refused in a sentence."""
    try:
        return compare(old, new)
    except ReadError:
        return None


@needs_files
@pytest.mark.slow
@pytest.mark.parametrize("path", FILES, ids=lambda path: getattr(path, "stem", "none"))
def test_a_document_does_not_differ_from_its_copy(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    result = compared(path, copy)
    assert result is None or result.changes == ()


@needs_files
@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    [one for one in FILES if zipfile.is_zipfile(one)],
    ids=lambda path: getattr(path, "stem", "none"),
)
def test_a_document_does_not_differ_from_itself_packed_otherwise(
    path: Path, tmp_path: Path
) -> None:
    result = compared(path, zipped_again(path, tmp_path))
    if result is not None:
        assert result.old.document.sha256 != result.new.document.sha256
        assert [said(change, result) for change in result.changes] == []


def save_by_libreoffice(documents: Sequence[Path], folder: Path, profile: Path) -> None:
    """Open the documents and save them as DOCX into a folder, with settings of its own."""
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    command += ["--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)]
    subprocess.run([*command, *documents], check=True, capture_output=True, timeout=500)


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which LibreOffice saved the documents as DOCX."""
    folder = tmp_path_factory.mktemp("saved")
    profile = tmp_path_factory.mktemp("profile")
    save_by_libreoffice([HARD / name for name in SAVED_AGAIN], folder, profile)
    return folder


@pytest.mark.slow
@pytest.mark.timeout(400)
@needs_files
@needs_office
@pytest.mark.parametrize("name", SAVED_AGAIN)
def test_what_libreoffice_saves_again_has_the_same_words_and_looks(
    name: str, saved_again: Path
) -> None:
    result = compare(HARD / name, saved_again / name)
    words = [c for c in result.changes if c.kind.is_of_words or c.kind.is_structure]
    assert [said(change, result) for change in words] == []
    looks = [said(c, result) for c in result.changes if c.kind is ChangeKind.FORMATTING]
    assert len(looks) <= MOST_LOOKS
    assert [one for one in looks if not any(lost in one for lost in LOST)] == []


@pytest.mark.slow
@pytest.mark.timeout(600)
@needs_office
def test_the_papers_of_the_table_are_the_same_once_libreoffice_saved_them(tmp_path: Path) -> None:
    papers = {name: pair.new for name, pair in CHANGED.items()}
    papers |= {name: new for name, (_old, new) in SAME.items()}
    names = sorted(papers.keys() - OF_ITS_OWN)
    folders = [tmp_path / name for name in ("old", "new", "profile")]
    for folder in folders:
        folder.mkdir()
    old, new, profile = folders
    files = [papers[name].write(old / f"{number}.docx") for number, name in enumerate(names)]
    save_by_libreoffice(files, new, profile)
    told = {}
    for name, file in zip(names, files, strict=True):
        result = compare(file, new / file.name)
        if result.changes:
            told[name] = [said(change, result) for change in result.changes]
    assert told == {}
