"""The window asks before the text of pictures is recognised, and does as it is told."""

from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

from scanned import as_pdf_of_pictures, printed, scanned
from sverka.gui.window import MainWindow
from sverka.model import Options, Side


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    shown = MainWindow(tmp_path / "window.json", Options())
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_of_a_file_of_pictures_it_asks_instead_of_giving_up(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    scan, text = tmp_path / "scan.pdf", tmp_path / "a.txt"
    scan.write_bytes(as_pdf_of_pictures([scanned(printed(["One line."]))]))
    text.write_text("One line.")
    window.take_files([text, scan], Side.OLD)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.question, timeout=LIMIT)
    assert "scan.pdf" in window.question.sentence.text()
    assert not window.work.options.ocr
    with qtbot.waitSignal(window.work.begun):
        window.question.yes.click()
    assert window.work.options.ocr
    window.work.cancel()
    window.close()


def test_about_some_pages_without_text_it_asks_beside_the_comparison_and_only_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    whole, stream = pdfium.PdfDocument.new(), BytesIO()
    for data in (printed(["One line."]), as_pdf_of_pictures([scanned(printed(["Two."]))])):
        with pdfium.PdfDocument(data) as part:
            whole.import_pages(part)
    whole.save(stream)
    (tmp_path / "a.pdf").write_bytes(stream.getvalue())
    (tmp_path / "a.txt").write_text("One line.")
    window.take_files([tmp_path / "a.txt", tmp_path / "a.pdf"], Side.OLD)
    compared(window, qtbot)
    question = window.comparison.question
    assert not question.isHidden()
    question.no.click()
    assert question.isHidden()
    with qtbot.waitSignal(window.work.shown, timeout=LIMIT):
        window.compare_again()
    assert question.isHidden()
    window.close()
