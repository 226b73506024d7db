"""In another language the same comparison is said again: it is made of facts, not of words."""

from importlib.resources import files as resources
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from steps import compared

from sverka.gui.plumbing.bridge import Bridge
from sverka.gui.plumbing.qt_words import speak_in_qt
from sverka.gui.window import MainWindow
from sverka.gui.windows import Windows
from sverka.language import ENGLISH, language
from sverka.model import Category, Options, Side
from sverka.wording import notice_words, reason_words

RUSSIAN = language("ru")


@pytest.fixture
def shown(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> MainWindow:
    """A window that has compared the sample, and may give the worker no further job.

    The published text stands in an encoding that has to be guessed, which is told.
    """
    samples = Path(str(resources("sverka.resources") / "samples"))
    old = tmp_path / "release-en-published.txt"
    old.write_bytes((samples / old.name).read_text("utf-8").encode("cp1252", "replace"))
    window.take_files([old, samples / "release-en-corrected.docx"], Side.OLD)
    compared(window, qtbot)

    def refuse(_bridge: Bridge, job: object) -> int:
        raise AssertionError(f"the worker was asked for {job}")

    monkeypatch.setattr(Bridge, "submit", refuse)
    return window


def rows(window: MainWindow) -> list[str]:
    """What the list says aloud of every entry."""
    model = window.comparison.list.changes
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(row), spoken) for row in range(model.rowCount())]


def cells(window: MainWindow) -> list[str]:
    """Everything the table of findings says but the words of the texts."""
    model = window.comparison.findings.model
    return [
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in (0, 1, 2, 4, 5, 6)
    ]


def test_findings_list_and_notices_speak_the_new_language_and_nothing_is_compared(
    shown: MainWindow,
) -> None:
    page = shown.comparison
    comparison = page.scene.comparison if page.scene else None
    assert comparison is not None
    english = (rows(shown), cells(shown), page.notices.text.text(), page.where.text())
    assert notice_words(comparison.notices[0], ENGLISH) in page.notices.text.text()
    shown.set_language("ru")
    page = shown.comparison
    assert page.scene is not None
    assert page.scene.comparison is comparison
    russian = (rows(shown), cells(shown), page.notices.text.text(), page.where.text())
    for before, after in zip(english, russian, strict=True):
        assert len(before) == len(after) or isinstance(before, str)
        assert before != after
    assert notice_words(comparison.notices[0], RUSSIAN) in page.notices.text.text()
    assert not {cell for cell in english[1] if cell and cell.isalpha()} & set(russian[1])


def test_the_reasons_of_a_finding_are_said_again_in_the_new_language(shown: MainWindow) -> None:
    shown.comparison.show_view(2)
    shown.comparison.findings.choose(0)
    assert shown.comparison.scene is not None
    reason = shown.comparison.scene.comparison.findings[0].reasons[0]
    assert reason_words(reason, ENGLISH) in shown.comparison.findings.panel.text.toPlainText()
    shown.set_language("ru")
    said = shown.comparison.findings.panel.text.toPlainText()
    assert reason_words(reason, RUSSIAN) in said
    assert reason_words(reason, ENGLISH) not in said


def test_the_reader_stays_where_they_were(shown: MainWindow) -> None:
    page = shown.comparison
    page.filters.choose((Category.NUMBER,))
    page.toggle_folding()
    page.pair.set_locked(False)
    page.go_to_number(2)
    page.begin_note()
    page.review.note.setPlainText("Ask the captain")
    current, count = page.current, page.list.changes.rowCount()
    shown.set_language("ky")
    page = shown.comparison
    assert (page.current, page.list.changes.rowCount()) == (current, count)
    assert page.filters.chosen == (Category.NUMBER,)
    assert page.pair.folds.folding
    assert not page.pair.locked
    assert page.review.note.toPlainText() == "Ask the captain"
    assert shown.windowTitle().startswith("release-en-published.txt → ")


def test_what_went_wrong_is_said_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    window.take_files([tmp_path / "empty.txt"] * 2, Side.OLD)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.trouble, timeout=30_000)
    english = window.trouble.sentence.text()
    window.set_language("ru")
    assert window.pages.currentWidget() is window.trouble
    assert window.trouble.sentence.text() not in ("", english)


def test_a_question_that_waits_is_asked_again(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    window.take_files(list(files), Side.OLD)
    compared(window, qtbot)
    files[1].write_text("Another text altogether.\n", "utf-8")
    qtbot.waitUntil(lambda: not window.comparison.question.isHidden(), timeout=30_000)
    english = window.comparison.question.text.text()
    window.set_language("ru")
    question = window.comparison.question
    assert not question.isHidden()
    assert question.text.text() not in ("", english)
    assert files[1].name in question.text.text()


def test_all_windows_speak_the_language_chosen_in_one(qapp: QApplication, tmp_path: Path) -> None:
    windows = Windows(tmp_path / "window.json", Options())
    one, other = windows.open(), windows.open()
    before = other.start.compare.text()
    one.set_language("ru")
    assert one.start.compare.text() == other.start.compare.text() != before
    windows.close()
    speak_in_qt(qapp, "en")
