"""Reviewing: one key each, notes, undo, all kept by itself and found again."""

import importlib.resources
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

from sverka.gui.plumbing.export_choice import ExportChoice
from sverka.gui.window import MainWindow
from sverka.model import Category, Decision, Ignore, Options, Side
from sverka.presentation.listing import Order
from sverka.review import Remark, State, load
from sverka.review.keeping import place_of


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
    qtbot.keyClick(page.list, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert page.review.note.hasFocus()
    qtbot.keyClicks(page.review.note, "Why 15?")
    qtbot.waitUntil(lambda: page.list.changes.state_sign(0) == "✎", timeout=LIMIT)
    opened.work.decide(("some-finding",), Decision.KEPT)
    second = again(opened, qtbot, files, tmp_path / "settings" / "window.json")
    assert second.comparison.numbered_remarks() == ((1, Remark(State.TO_DO, "Why 15?")),)
    assert second.work.options.decisions == {"some-finding": Decision.KEPT}
    second.close()


def test_a_session_saved_is_opened_by_dropping_it(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    saved = tmp_path / "work.sverka"
    opened.sessions.write(saved)
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
    opened.compare_again()
    compared(opened, qtbot)
    assert "corrected.txt has changed" in page.notices.text.text()
    assert page.list.changes.state_sign(0) == "✓"


def test_an_input_that_changed_since_the_session_was_kept_is_a_question(
    opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    page = opened.comparison
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_Space)
    kept = place_of(tmp_path / "settings", *map(str, files))
    opened.show_start()
    before = kept.read_bytes()
    files[1].write_text(files[1].read_text("utf-8") + "\nOne more.\n", "utf-8")
    opened.compare()
    qtbot.waitUntil(lambda: opened.pages.currentWidget() is opened.question, timeout=LIMIT)
    assert "corrected.txt has changed on disk" in opened.question.sentence.text()
    qtbot.mouseClick(opened.question.no, Qt.MouseButton.LeftButton)
    assert opened.pages.currentWidget() is opened.start
    assert kept.read_bytes() == before
    opened.compare()
    qtbot.waitUntil(lambda: opened.pages.currentWidget() is opened.question, timeout=LIMIT)
    qtbot.mouseClick(opened.question.yes, Qt.MouseButton.LeftButton)
    assert page.where.text() == "Change 1 of 4"
    assert page.list.changes.state_sign(0) == "✓"


def test_a_comparison_does_not_follow_into_another_text_without_asking(
    opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    page = opened.comparison
    files[1].write_text(files[0].read_text("utf-8"), "utf-8")
    page.ignore.rules[Ignore.CASE].trigger()
    qtbot.waitUntil(lambda: not opened.work.comparing.under_way, timeout=LIMIT)
    assert page.where.text() == "Changes: 3"
    assert page.question.isVisible()
    # That the file changed is asked once, also where the disk tells of it only now.
    asked = page.question.text.text()
    opened.work._watching.changed.emit(files[1])
    assert page.question.text.text() == asked
    qtbot.mouseClick(page.question.no, Qt.MouseButton.LeftButton)
    assert not page.ignore.rules[Ignore.CASE].isChecked()
    assert opened.work.options.ignore == frozenset()
    assert page.where.text() == "Changes: 3"


def test_an_input_that_changes_or_goes_while_it_is_shown_is_told(
    opened: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    notices, question = opened.comparison.notices, opened.comparison.question
    files[1].write_text(files[0].read_text("utf-8"), "utf-8")
    qtbot.waitUntil(lambda: "corrected.txt has changed on disk" in question.text.text())
    qtbot.mouseClick(question.no, Qt.MouseButton.LeftButton)
    assert opened.comparison.where.text() == "Changes: 3"
    assert not question.isVisible()
    files[0].unlink()
    qtbot.waitUntil(lambda: "published.txt is no longer there" in notices.text.text())
    assert opened.comparison.where.text() == "Changes: 3"
    opened.compare_again()
    qtbot.waitUntil(lambda: "published.txt" in notices.text.text(), timeout=LIMIT)
    qtbot.waitUntil(lambda: opened.pages.currentWidget() is opened.comparison, timeout=LIMIT)
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
    opened.taking_out.write_report(target)
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


@pytest.fixture
def with_header(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The sample release, whose published text has page headers caught in its sentences."""
    samples = Path(str(importlib.resources.files("sverka.resources") / "samples"))
    pair = [samples / "release-en-published.txt", samples / "release-en-corrected.docx"]
    window.take_files(pair, Side.OLD)
    compared(window, qtbot)
    return window


def furniture(window: MainWindow) -> int:
    """The number of the first finding that can be decided about."""
    findings = window.comparison.findings.model.findings
    return next(n for n, f in enumerate(findings) if f.kind.is_furniture)


def decided(window: MainWindow, number: int) -> Decision:
    return window.comparison.findings.model.findings[number].decision


def test_a_decision_is_shown_without_leaving_the_findings_and_can_be_undone(
    with_header: MainWindow, qtbot: QtBot
) -> None:
    page, number = with_header.comparison, furniture(with_header)
    page.show_view(2)
    page.findings.choose(number)
    page.findings.one.click()
    qtbot.waitUntil(lambda: decided(with_header, number) is Decision.KEPT, timeout=LIMIT)
    assert page.views.currentWidget() is page.findings
    assert with_header.pages.currentWidget() is page
    with_header.deeds["undo"].trigger()
    qtbot.waitUntil(lambda: decided(with_header, number) is Decision.REMOVED, timeout=LIMIT)
    with_header.deeds["redo"].trigger()
    qtbot.waitUntil(lambda: decided(with_header, number) is Decision.KEPT, timeout=LIMIT)


def test_findings_have_states_and_notes_that_outlive_a_decision(
    with_header: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, number = with_header.comparison, furniture(with_header)
    page.show_view(2)
    page.findings.choose(number)
    qtbot.keyClick(page.findings.table, Qt.Key.Key_Q)
    page.findings.review.note.setPlainText("Whose header?")
    page.reviewing.keep()
    cells = page.findings.model
    words = cells.index(number, cells.columnCount() - 1).data()
    assert words == "query · Whose header?"
    page.findings.one.click()
    qtbot.waitUntil(lambda: decided(with_header, number) is Decision.KEPT, timeout=LIMIT)
    assert cells.index(number, cells.columnCount() - 1).data() == words
    target = tmp_path / "report.html"
    with_header.taking_out.write_report(target, ExportChoice(form="html", opened=False))
    qtbot.waitUntil(lambda: str(target) in with_header.said.text(), timeout=LIMIT)
    assert "Query: Whose header?" in target.read_text("utf-8")


def test_the_list_is_searched_and_sorted(opened: MainWindow, qtbot: QtBot) -> None:
    page = opened.comparison
    qtbot.keyClick(
        opened,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.keyClicks(page.listing.sought, "LONG")
    assert page.list.changes.rowCount() == 1
    assert "long" in page.list.changes.index(0).data()
    qtbot.keyClick(page.listing.sought, Qt.Key.Key_Escape)
    assert page.list.changes.rowCount() == 3
    page.listing.set_order(Order.LENGTH)
    assert "Tickets" in page.list.changes.index(0).data()
    opened.deeds["first"].trigger()
    assert page.where.text() == "Change 3 of 3"
    page.toggle(State.REVIEWED)
    page.listing.set_order(Order.STATE)
    assert page.list.currentIndex().row() == 2


def test_a_saved_session_is_written_on_as_one_works(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page, saved = opened.comparison, tmp_path / "work.sverka"
    opened.deeds["next"].trigger()
    page.toggle(State.QUERY)
    opened.sessions.write(saved)
    page.toggle(State.REVIEWED)
    assert [remark.state for remark in load(saved).remarks.values()] == [State.REVIEWED]


def test_chips_narrow_the_findings_and_offer_only_their_kinds(
    with_header: MainWindow, qtbot: QtBot
) -> None:
    page = with_header.comparison
    page.show_view(2)
    found = page.findings.model.findings
    kind = found[furniture(with_header)].kind
    alike = [row for row, finding in enumerate(found) if finding.kind is kind]
    assert 0 < len(alike) < len(found)
    chip, of_changes = page.filters.chip(kind), page.filters.chip(Category.WORDING)
    assert chip is not None
    assert of_changes is not None
    assert not of_changes.isVisible()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.findings.rows() == alike
    assert page.where.text() == f"Finding 1 of {len(alike)}"
    page.filters.clear()
    assert page.findings.rows() == list(range(len(found)))
    page.show_view(0)
    assert of_changes.isVisible()


def test_columns_of_findings_without_anything_to_say_take_no_room(
    with_header: MainWindow, qtbot: QtBot
) -> None:
    page = with_header.comparison
    page.show_view(2)
    table, last = page.findings.table, page.findings.model.columnCount() - 1
    assert table.isColumnHidden(last)
    qtbot.keyClick(table, Qt.Key.Key_Q)
    assert not table.isColumnHidden(last)
