"""Scanned pages: recognised where that is asked for, and said to be so."""

import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from scanned import Picture, as_pdf_of_pictures, as_png, printed, scanned
from sverka.comparison import compare
from sverka.model import (
    Cancelled,
    Category,
    FindingKind,
    NoticeCode,
    Options,
    PictureError,
    ReadError,
    Stage,
)
from sverka.readers import read
from sverka.readers.recognition import ocr_program, scanned_pictures

LINES = (
    "The harbour board met in the town hall on Monday evening.",
    "It decided that the light on the northern mole burns until",
    "sunrise, and that the toll for small boats stays at 450.",
)
TEXT = " ".join(LINES)

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)


def scan(*pages: tuple[str, ...], turned: int = 0) -> bytes:
    return as_pdf_of_pictures([scanned(printed(lines), turned=turned) for lines in pages])


def text_of(data: bytes) -> str:
    document = read(data, ocr=True, ocr_languages=("eng",))
    return " ".join(block.text for block in document.blocks)


def test_without_being_asked_for_scans_are_refused_in_a_sentence() -> None:
    for data in (scan(LINES), as_png(scanned(printed(LINES)))):
        with pytest.raises(PictureError, match=r"recognised \(OCR\) with --ocr"):
            read(data)


def test_without_tesseract_one_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_program, "tesseract", lambda: None)
    for data in (scan(LINES), as_png(scanned(printed(LINES)))):
        with pytest.raises(ReadError, match=r"was not found; install it: \S+"):
            read(data, ocr=True)


def test_a_pdf_with_text_needs_no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_program, "tesseract", lambda: None)
    data = printed(LINES)
    assert read(data, ocr=True) == read(data)


@needs_tesseract
def test_a_scanned_page_is_read_with_how_certain_each_word_is() -> None:
    document = read(scan(LINES), ocr=True, ocr_languages=("eng",))
    assert [block.text for block in document.blocks] == list(LINES)
    assert all(run.certainty is not None for block in document.blocks for run in block.runs)
    assert {block.source.page for block in document.blocks} == {1}
    assert not document.traits.formatted
    [notice] = document.notices
    assert notice.code is NoticeCode.PAGES_RECOGNISED
    assert (notice.values["pages"], notice.values["languages"]) == ((1,), "eng")


@needs_tesseract
@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_put_in_turned_is_read(turned: int) -> None:
    if not ocr_program.knows_turns(ocr_program.installed_languages("tesseract")):
        pytest.skip("Tesseract is installed without “osd”")
    many = LINES * 6
    assert text_of(scan(many, turned=turned)) == " ".join(many)


@needs_tesseract
def test_only_pages_without_text_are_recognised() -> None:
    whole = pdfium.PdfDocument.new()
    for data in (printed(["Printed first."]), scan(LINES), printed(["Printed last."])):
        with pdfium.PdfDocument(data) as part:
            whole.import_pages(part)
    stream = BytesIO()
    whole.save(stream)
    document = read(stream.getvalue(), ocr=True, ocr_languages=("eng",))
    said = [(block.source.page, block.text) for block in document.blocks]
    assert said == [(1, "Printed first."), *((2, line) for line in LINES), (3, "Printed last.")]
    assert [run.certainty for run in document.blocks[0].runs] == [None]
    assert [n.values["pages"] for n in document.notices] == [(2,)]
    alone = read(stream.getvalue())
    assert [n.code for n in alone.notices] == [NoticeCode.PAGES_WITHOUT_TEXT]


@needs_tesseract
def test_a_picture_is_a_document_of_its_own() -> None:
    document = read(as_png(scanned(printed(LINES))), ocr=True, ocr_languages=("eng",))
    assert [block.text for block in document.blocks] == list(LINES)
    assert (document.format, document.properties.pages) == ("picture", 1)


@needs_tesseract
def test_an_empty_page_and_a_broken_picture_end_in_sentences() -> None:
    white = Picture(400, 400, b"\xff" * 160_000)
    with pytest.raises(ReadError, match="holds no text"):
        read(as_pdf_of_pictures([white]), ocr=True, ocr_languages=("eng",))
    with pytest.raises(ReadError, match=r"could not open it|holds no text"):
        read(as_png(white)[:200], ocr=True, ocr_languages=("eng",))


def test_a_picture_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned_pictures, "MAX_PICTURE_PIXELS", 1_000_000)
    with pytest.raises(ReadError, match="more than 1 million points"):
        read(as_png(scanned(printed(LINES))), ocr=True)
    with pytest.raises(ReadError, match="damaged or incomplete"):
        read(b"\x89PNG\r\n\x1a\n", ocr=True)


@needs_tesseract
def test_recognising_tells_how_far_it_is_and_can_be_given_up() -> None:
    told: list[float] = []

    def progress(stage: Stage, fraction: float) -> None:
        assert stage is Stage.READING
        told.append(fraction)
        if fraction >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(scan(LINES, LINES), ocr=True, ocr_languages=("eng",), progress=progress)
    assert told[-1] == 0.5


def test_a_page_that_takes_too_long_is_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "tesseract"
    slow.write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && { echo Languages; echo eng; exit; }\nsleep 60\n'
    )
    slow.chmod(0o755)
    monkeypatch.setattr(ocr_program, "tesseract", lambda: str(slow))
    monkeypatch.setattr(ocr_program, "PATIENCE", 0.3)
    with pytest.raises(ReadError, match="could not open it, or it took too long"):
        read(scan(LINES), ocr=True)


@needs_tesseract
def test_a_difference_at_an_uncertain_word_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(ocr=True, ocr_languages=("eng",))
    wrong = TEXT.replace("Monday", "Sunday").replace("450", "456")
    sure = compare(wrong.encode(), scan(LINES), options)
    told = [change.categories for change in sure.changes if change.kind.is_of_words]
    assert len(told) == 2
    assert Category.DOUBTFUL not in told[0]
    assert {Category.NUMBER, Category.DOUBTFUL} <= set(told[1])
    monkeypatch.setattr("sverka.model.screening.SURE", 101)
    unsure = compare(wrong.encode(), scan(LINES), options)
    told = [change.categories for change in unsure.changes if change.kind.is_of_words]
    assert all(Category.DOUBTFUL in categories for categories in told)
    assert {finding.kind for finding in unsure.new.findings} == {FindingKind.UNCERTAIN_WORD}
