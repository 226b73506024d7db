"""Reading in the panes: both at the same place, find, fold, select and copy."""

import pytest
import sample
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from sverka.gui.window import MainWindow
from sverka.model import Comparison


@pytest.fixture
def book(window: MainWindow) -> MainWindow:
    window.show_comparison(sample.long_pair(400))
    return window


def test_both_panes_scroll_to_the_same_paragraph(book: MainWindow) -> None:
    pair = book.comparison.pair
    for y in (700, 5000, 12_000, 3000, 0):
        pair.new.verticalScrollBar().setValue(y)
        assert abs(pair.old.place()[0] - pair.new.place()[0]) <= 1


def test_the_end_is_reached_in_both_panes(book: MainWindow, qtbot: QtBot) -> None:
    pair = book.comparison.pair
    qtbot.keyClick(pair.new, Qt.Key.Key_End)
    qtbot.keyClick(pair.new, Qt.Key.Key_End)
    for pane in (pair.old, pair.new):
        assert pane.lane is not None
        assert pane.top == pane.lane.total - pane.viewport().height()


def test_scrolling_up_moves_the_text_by_what_was_asked(book: MainWindow) -> None:
    pane = book.comparison.pair.new
    pane.go_to(200, 0)
    assert pane.lane is not None
    before = pane.item_box(200).top()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() - 120)
    assert pane.item_box(200).top() == before + 120


def test_a_resize_keeps_the_place(book: MainWindow) -> None:
    pane = book.comparison.pair.new
    pane.go_to(150, 0)
    book.resize(1000, 700)
    assert pane.place()[0] == 150


def test_words_are_found_in_both_panes_as_they_are_typed(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    page = window.comparison
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    page.sought.setText("половина")
    assert page.found.text() == "4 hits"
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert page.found.text() == "1 of 4"
    qtbot.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert page.found.text() == "4 of 4"
    assert window.said.text() == "The search went on from the end."
    qtbot.keyClick(page.sought, Qt.Key.Key_Escape)
    assert page.found.text() == ""
    assert page.sought.text() == ""


def test_unchanged_text_folds_and_opens_on_both_sides(book: MainWindow, qtbot: QtBot) -> None:
    pair = book.comparison.pair
    qtbot.keyClick(book, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert pair.old.lane is not None
    assert pair.new.lane is not None
    assert len(pair.old.lane.column) == len(pair.new.lane.column) < 400
    folded = len(pair.old.lane.column)
    box = pair.old.item_box(pair.old.lane.column.item_of(2))
    qtbot.mouseClick(pair.old.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert pair.old.lane is not None
    assert len(pair.old.lane.column) == len(pair.new.lane.column) == folded + 1
    qtbot.keyClick(book, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert len(pair.old.lane.column) == 400


def test_a_hit_in_folded_text_opens_the_fold(book: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(book, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    book.comparison.sought.setText("Абзац 303:")
    qtbot.keyClick(book, Qt.Key.Key_F3)
    lane = book.comparison.pair.old.lane
    assert lane is not None
    assert lane.column.item(lane.column.item_of(303)).end == len(
        book.comparison.scene.comparison.old.paragraphs[303].text  # type: ignore[union-attr]
    )


def test_a_drag_selects_across_paragraphs_and_copies(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    pane = window.comparison.pair.new
    start = QPoint(61, pane.item_box(0).center().y())
    end = QPoint(pane.viewport().width() - 2, pane.item_box(1).bottom() - 12)
    qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane.viewport(), end)
    qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=end)
    qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    texts = [p.text for p in release.new.paragraphs[:2]]
    assert QGuiApplication.clipboard().text() == "\n".join(texts)


def test_everything_is_selected_and_copied(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    pane = window.comparison.pair.old
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join(p.text for p in release.old.paragraphs)
    assert "<del" in QGuiApplication.clipboard().mimeData().html()


def test_a_press_on_a_changed_word_chooses_its_change(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    pane = window.comparison.pair.new
    box = pane.item_box(7)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, box.center().y()))
    assert window.comparison.where.text() == "Change 6 of 6"


def test_the_mouse_wheel_of_one_pane_moves_the_other(book: MainWindow) -> None:
    pair = book.comparison.pair
    pair.old.verticalScrollBar().setValue(900)
    assert pair.new.top > 600
