"""Reviewing: one key each, notes, undo, all kept by itself and found again."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

from sverka.gui.window import MainWindow
from sverka.model import Decision, Ignore, Options, Side
from sverka.review import Remark, State


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]) -> MainWindow:
    window.take_files(list(files), Side.OLD)
    compared(window, qtbot)
    return window


def again(opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path], place: Path) -> MainWindow:
    """A second window with the same settings, on the same pair."""
    second = MainWindow(place, Options())
    qtbot.addWidget(second)
    second.show()
    second.take_files(list(files), Side.OLD)
    compared(second, qtbot)
    return second


def test_one_key_each_marks_a_change(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    assert opened.reviewed.text() == "1 of 3 reviewed"
    assert page.list.changes.state_sign(0) == "✓"
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Q)
    assert page.list.changes.state_sign(1) == "?"
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Q)
    assert page.list.changes.state_sign(1) == ""


def test_undo_and_redo_go_to_the_change(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.where.text() == "Change 1 of 3"
    assert page.list.changes.state_sign(0) == ""
    opened.deeds["redo"].trigger()
    assert page.list.changes.state_sign(0) == "✓"
    opened.deeds["redo"].trigger()
    assert opened.said.text() == "There is nothing to redo."


def test_states_notes_and_decisions_are_found_again(
    opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert page.review.note.hasFocus()
    qtbot.keyClicks(page.review.note, "Why 15?")
    qtbot.waitUntil(lambda: page.list.changes.state_sign(0) == "✎", timeout=LIMIT)
    opened.decide(("some-finding",), Decision.KEPT)
    opened.keep_session()
    second = again(opened, qtbot, files, tmp_path / "settings" / "window.json")
    assert second.comparison.numbered_remarks() == ((1, Remark(State.TO_DO, "Why 15?")),)
    assert second._options.decisions == {"some-finding": Decision.KEPT}
    second.close()


def test_a_session_saved_is_opened_by_dropping_it(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    saved = tmp_path / "work.sverka"
    opened.write_session(saved)
    opened.show_start()
    opened.take_files([saved], Side.NEW)
    compared(opened, qtbot)
    assert opened.reviewed.text() == "1 of 3 reviewed"


def test_an_input_that_changed_since_is_told(
    opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    files[1].write_text(files[1].read_text("utf-8") + "\nOne more.\n", "utf-8")
    opened.compare()
    compared(opened, qtbot)
    assert "corrected.txt has changed" in page.notices.text.text()
    assert page.list.changes.state_sign(0) == "✓"


def test_an_input_that_changes_or_goes_while_it_is_shown_is_told(
    opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    notices = opened.comparison.notices
    files[1].write_text("Something else.\n", "utf-8")
    qtbot.waitUntil(lambda: "corrected.txt has changed on disk" in notices.text.text())
    files[0].unlink()
    qtbot.waitUntil(lambda: "published.txt is no longer there" in notices.text.text())
    assert opened.comparison.where.text() == "Changes: 3"


def test_a_difference_ignored_is_gone_at_once(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name, word in (("plain.txt", "harbour"), ("great.txt", "HARBOUR")):
        (tmp_path / name).write_text(f"The {word} of the old town is quiet.\n", "utf-8")
    opened.take_files([tmp_path / "plain.txt", tmp_path / "great.txt"], Side.OLD)
    compared(opened, qtbot)
    page = opened.comparison
    assert page.where.text() == "Changes: 1"
    page.ignore.rules[Ignore.CASE].trigger()
    qtbot.waitUntil(lambda: page.where.text() == "No changes", timeout=LIMIT)
    assert opened.pages.currentWidget() is page
    assert "letter case" in page.ignore.text()


def test_the_report_has_states_and_notes(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    page.review.note.setPlainText("Ask the captain")
    page.review.keep()
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Q)
    target = tmp_path / "report.docx"
    opened.write_report(target)
    qtbot.waitUntil(lambda: str(target) in opened.said.text(), timeout=LIMIT)
    cells = [
        cell.text
        for table in docx.Document(str(target)).tables
        for row in table.rows
        for cell in row.cells
    ]
    assert any("Ask the captain" in text for text in cells)


def test_a_session_that_cannot_be_kept_is_told_and_nothing_is_lost(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "settings" / "sessions").write_text("in the way", "utf-8")
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    assert "could not be saved" in page.notices.text.text()
    assert page.list.changes.state_sign(0) == "✓"


def test_a_decision_is_shown_without_leaving_the_findings(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    header = "HARBOUR OFFICE BULLETIN NUMBER SEVEN\n\n"
    text = "".join(
        f"{header}The ferry number {n} left the northern pier at noon and came back at\n\n{n}\n\n\f"
        for n in range(1, 6)
    )
    old = tmp_path / "headers.txt"
    old.write_text(text, "utf-8")
    opened.take_files([old, old], Side.OLD)
    page = opened.comparison
    qtbot.waitUntil(lambda: opened.windowTitle().startswith("headers.txt"), timeout=LIMIT)
    page.show_view(2)
    findings = page.findings.model.findings
    furniture = [n for n, f in enumerate(findings) if f.kind.is_furniture]
    if not furniture:
        pytest.skip("the screening finds no page furniture in this text")
    page.findings.choose(furniture[0])
    before = findings[furniture[0]].decision
    page.findings.one.click()
    qtbot.waitUntil(
        lambda: page.findings.model.findings[furniture[0]].decision is not before, timeout=LIMIT
    )
    assert page.views.currentWidget() is page.findings
    assert opened.pages.currentWidget() is page
