"""The panes by key and by ear: caret, chips, moves, lock, rows that are read aloud."""

from dataclasses import replace

import pytest
import sample
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from sverka.gui.panes.access import RowAccess
from sverka.gui.panes.pair_view import PairView
from sverka.gui.panes.pane import TextPane
from sverka.gui.window import MainWindow
from sverka.model import Comparison, Decision, Link, LinkKind, Side
from sverka.presentation.selection import Place

NO = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pair(window: MainWindow, release: Comparison) -> PairView:
    window.show_comparison(release)
    return window.comparison.pair


def caret_place(pane: TextPane) -> tuple[int, int]:
    assert pane.caret is not None
    place = pane.place_of(pane.caret)
    return place.paragraph, place.offset


def press(qtbot: QtBot, pane: TextPane, *keys: Qt.Key, held: Qt.KeyboardModifier = NO) -> None:
    for key in keys:
        qtbot.keyClick(pane, key, held)


# The caret


def test_arrows_walk_letters_words_and_paragraphs(pair: PairView, qtbot: QtBot) -> None:
    pane = pair.new
    press(qtbot, pane, Qt.Key.Key_Right)
    assert caret_place(pane) == (0, 1)
    press(qtbot, pane, Qt.Key.Key_Right, held=CONTROL)
    assert caret_place(pane) == (0, len("Встреча "))
    press(qtbot, pane, Qt.Key.Key_Right, Qt.Key.Key_Right, held=CONTROL)
    assert caret_place(pane)[0] == 1
    press(qtbot, pane, Qt.Key.Key_Left)
    assert caret_place(pane) == (0, len("Встреча капитанов"))


def test_down_and_up_keep_to_their_column_and_come_back(pair: PairView, qtbot: QtBot) -> None:
    pane = pair.new
    pane.put_caret(Place(3, 30))
    press(qtbot, pane, *[Qt.Key.Key_Down] * 3)
    below = caret_place(pane)
    assert below > (3, 60)
    press(qtbot, pane, *[Qt.Key.Key_Up] * 3)
    assert caret_place(pane) == (3, 30)


def test_home_and_end_reach_the_ends_and_the_view_follows(window: MainWindow, qtbot: QtBot) -> None:
    window.show_comparison(sample.long_pair(400))
    pane = window.comparison.pair.new
    press(qtbot, pane, Qt.Key.Key_End)
    last = len(pane.setter.text.known.paragraphs) - 1  # type: ignore[union-attr]
    assert caret_place(pane) == (last, pane.setter.text.known.lengths[last])  # type: ignore[union-attr]
    assert pane.caret is not None
    assert pane.viewport().rect().contains(pane.caret_box(pane.caret).center())
    press(qtbot, pane, Qt.Key.Key_Home)
    assert caret_place(pane) == (0, 0)
    assert pane.top == 0


def test_pages_turn_with_the_caret_in_view(window: MainWindow, qtbot: QtBot) -> None:
    window.show_comparison(sample.long_pair(400))
    pane = window.comparison.pair.new
    seen = []
    for key in [Qt.Key.Key_PageDown] * 3 + [Qt.Key.Key_PageUp] * 3:
        press(qtbot, pane, key)
        seen.append(pane.top)
        assert pane.caret is not None
        assert pane.viewport().rect().contains(pane.caret_box(pane.caret).center())
    assert seen[0] < seen[1] < seen[2] > seen[3] > seen[4] > seen[5]
    height = pane.viewport().height()
    assert height / 2 < seen[1] - seen[0] < height


def test_shift_selects_by_key_and_it_is_copied(pair: PairView, qtbot: QtBot) -> None:
    pane = pair.new
    pane.setFocus()
    pane.put_caret(Place(0, 0))
    press(qtbot, pane, Qt.Key.Key_Right, held=SHIFT | CONTROL)
    press(qtbot, pane, Qt.Key.Key_C, held=CONTROL)
    assert QGuiApplication.clipboard().text() == "Встреча "
    press(qtbot, pane, Qt.Key.Key_End, held=SHIFT)
    press(qtbot, pane, Qt.Key.Key_C, held=CONTROL)
    assert QGuiApplication.clipboard().text() == "Встреча капитанов"
    press(qtbot, pane, Qt.Key.Key_Left)
    assert not pane.copy()


def test_right_to_left_text_is_walked_the_other_way(window: MainWindow, qtbot: QtBot) -> None:
    text = ["العنوان", "نص عربي قصير للتجربة"]
    links = [Link((n,), (n,), LinkKind.EQUAL) for n in range(2)]
    window.show_comparison(sample.comparison(text, text, links, []))
    pane = window.comparison.pair.new
    pane.put_caret(Place(1, 0))
    press(qtbot, pane, Qt.Key.Key_Left)
    assert caret_place(pane) == (1, 1)
    press(qtbot, pane, Qt.Key.Key_Right)
    assert caret_place(pane) == (1, 0)


def test_right_to_left_text_stands_at_the_right(window: MainWindow) -> None:
    text = ["نص عربي قصير", "Short text"]
    links = [Link((n,), (n,), LinkKind.EQUAL) for n in range(2)]
    window.show_comparison(sample.comparison(text, text, links, []))
    pane = window.comparison.pair.new
    setter = pane.setter
    assert setter is not None
    arabic, latin = (setter.set(n).layout.lineAt(0).naturalTextRect() for n in range(2))
    width = setter.set(0).layout.lineAt(0).width()
    assert arabic.right() == pytest.approx(width, abs=2)
    assert latin.left() == pytest.approx(0, abs=2)
    # A press beside the last letter, at the left, is the end of the text.
    box = pane.item_box(0)
    place = pane._place_at(QPoint(64, box.center().y()).toPointF())
    assert place == Place(0, len(text[0]))


def test_chinese_wraps_inside_the_pane(window: MainWindow) -> None:
    text = ["标题", "船长会议在港口城市举行，讨论了航运安全和冬季航行的问题。" * 8]
    links = [Link((n,), (n,), LinkKind.EQUAL) for n in range(2)]
    window.show_comparison(sample.comparison(text, text, links, []))
    setter = window.comparison.pair.new.setter
    assert setter is not None
    made = setter.set(1)
    lines = [made.layout.lineAt(n) for n in range(made.layout.lineCount())]
    assert len(lines) > 4
    assert all(line.naturalTextWidth() <= line.width() for line in lines)
    # No line but the last is left half empty, as one that breaks only at spaces would be.
    assert all(line.naturalTextWidth() > line.width() * 0.9 for line in lines[:-1])


# Chips


def test_a_chip_is_reached_opened_and_kept_by_key(pair: PairView, qtbot: QtBot) -> None:
    pane = pair.old
    pane.put_caret(Place(2, 0))
    chip = pane.setter.column.chip_of(0)  # type: ignore[union-attr]
    assert chip is not None
    for _step in range(20):
        press(qtbot, pane, Qt.Key.Key_Down)
        assert pane.caret is not None
        if pane.caret.item == chip:
            break
    assert pane.caret is not None
    assert pane.caret.item == chip
    closed = pane.item_box(chip).height()
    press(qtbot, pane, Qt.Key.Key_Return)
    assert pane.item_box(chip).height() > closed
    with qtbot.waitSignal(pane.keep_asked) as asked:
        press(qtbot, pane, Qt.Key.Key_K)
    assert asked.args == [(0,)]


def test_a_pressed_chip_is_the_current_finding_and_inspected(
    window: MainWindow, pair: PairView, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    chip = pair.old.setter.column.chip_of(0)  # type: ignore[union-attr]
    assert chip is not None
    qtbot.mouseClick(
        pair.old.viewport(), Qt.MouseButton.LeftButton, pos=pair.old.item_box(chip).center()
    )
    assert window.comparison.where.text().startswith("Finding ")
    assert (
        "The first time, line 1, it is the title, and it stays."
        in window.comparison.inspector.text.toPlainText()
    )


def test_furniture_that_stayed_is_set_aside_by_delete(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    header, other = release.findings
    assert header.place is not None
    place = replace(header.place, end=header.place.start + 4)
    kept = replace(header, decision=Decision.KEPT, place=place)
    window.show_comparison(replace(release, findings=(kept, other)))
    pair = window.comparison.pair
    pair.old.put_caret(Place(place.paragraph, place.start + 1))
    with qtbot.waitSignal(pair.decided) as decided:
        press(qtbot, pair.old, Qt.Key.Key_Delete)
    assert decided.args == [("old-header-1",), Decision.REMOVED]
    pair.old.put_caret(Place(0, 0))
    with qtbot.assertNotEmitted(pair.decided):
        press(qtbot, pair.old, Qt.Key.Key_Delete)


def test_a_fold_is_opened_by_enter(window: MainWindow, qtbot: QtBot) -> None:
    window.show_comparison(sample.long_pair(60))
    pair = window.comparison.pair
    pair.set_folding(True)
    pane = pair.old
    assert pane.lane is not None
    folded = len(pane.lane.column)
    pane.put_caret(Place(2, 0))
    press(qtbot, pane, Qt.Key.Key_Return)
    assert len(pane.lane.column) == folded + 1


# Moves, the lock, inner differences


def test_a_press_on_the_tag_of_a_move_leads_to_its_other_end(pair: PairView, qtbot: QtBot) -> None:
    box = pair.old.item_box(pair.old.setter.column.item_of(3))  # type: ignore[union-attr]
    at = QPoint(box.left() + 120, box.top() + 12)
    qtbot.mouseClick(pair.old.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pair.new.hasFocus()
    assert caret_place(pair.new) == (1, 0)
    assert pair.old.current_change == 0


def test_the_other_end_is_reached_from_the_caret_and_back(pair: PairView) -> None:
    pair.new.setFocus()
    pair.new.put_caret(Place(1, 5))
    pair.steps.other_end()
    assert pair.old.hasFocus()
    assert caret_place(pair.old) == (3, 0)
    pair.steps.other_end()
    assert pair.new.hasFocus()
    assert caret_place(pair.new) == (1, 0)


def test_where_nothing_moved_it_is_said(pair: PairView, qtbot: QtBot) -> None:
    pair.new.put_caret(Place(6, 0))
    with qtbot.waitSignal(pair.said) as said:
        pair.steps.other_end()
    assert said.args == ["There is no moved paragraph here."]


def test_unlocked_panes_scroll_one_by_one_and_locked_ones_meet_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_comparison(sample.long_pair(400))
    pair = window.comparison.pair
    qtbot.mouseClick(pair.lock, Qt.MouseButton.LeftButton)
    assert not pair.locked
    pair.new.verticalScrollBar().setValue(9000)
    assert pair.old.top == 0
    qtbot.mouseClick(pair.lock, Qt.MouseButton.LeftButton)
    assert pair.locked
    assert abs(pair.old.place()[0] - pair.new.place()[0]) <= 1


def test_inner_differences_are_walked_and_the_end_is_said(
    window: MainWindow, pair: PairView
) -> None:
    said: list[str] = []
    pair.said.connect(said.append)
    pair.go_to_change(2)
    pair.steps.step_inside(1)
    assert said[-1] == "Difference 1 of 2 in this paragraph"
    pair.steps.step_inside(1)
    assert said[-1] == "Difference 2 of 2 in this paragraph"
    assert pair.new.selection is not None
    change = window.comparison.scene.comparison.changes[2]  # type: ignore[union-attr]
    assert pair.new.selection.start.offset == change.new_marks[1].start
    pair.steps.step_inside(1)
    assert said[-1] == "There is no further difference in this paragraph."
    pair.steps.step_inside(-1)
    assert said[-1] == "Difference 1 of 2 in this paragraph"


def test_a_press_on_the_line_of_a_move_makes_it_current(pair: PairView, qtbot: QtBot) -> None:
    ribbon = next(r for r in pair.scrolling.visible_ribbons() if r.moved)
    y = round((sum(ribbon.old) + sum(ribbon.new)) / 4)
    at = QPoint(pair.band.width() // 2, y)
    assert pair.band.link_at(at.toPointF()) == ribbon.link
    qtbot.mouseClick(pair.band, Qt.MouseButton.LeftButton, pos=at)
    assert pair.old.current_change == 0


# Read aloud


def rows(pane: TextPane) -> list[RowAccess]:
    access = QAccessible.queryAccessibleInterface(pane)
    assert access is not None
    found = [access.child(number) for number in range(access.childCount())]
    assert all(isinstance(row, RowAccess) for row in found)
    return found  # type: ignore[return-value]


def test_every_item_is_a_row_with_its_words(pair: PairView) -> None:
    names = [row.text(QAccessible.Text.Name) for row in rows(pair.old)]
    assert names[1].startswith("Paragraph 2, changed: ")
    assert names[5].startswith("Paragraph 4, moved to paragraph 2: ")
    roles = [row.role() for row in rows(pair.old)]
    assert roles[3] is QAccessible.Role.Button
    assert roles[1] is QAccessible.Role.Paragraph
    assert rows(pair.old)[1].text(QAccessible.Text.Description) == "deleted: 14"


def test_a_row_is_where_it_is_painted_and_found_there(pair: PairView) -> None:
    access = QAccessible.queryAccessibleInterface(pair.new)
    assert access is not None
    assert access.role() is QAccessible.Role.Document
    for number, row in enumerate(rows(pair.new)):
        assert row.parent() is access
        assert access.indexOfChild(row) == number
        if not row.state().offscreen:
            middle = row.rect().center()
            assert access.childAt(middle.x(), middle.y()) is row


def test_the_row_of_the_caret_has_the_focus(pair: PairView, qtbot: QtBot) -> None:
    pair.new.setFocus()
    pair.new.put_caret(Place(2, 0))
    access = QAccessible.queryAccessibleInterface(pair.new)
    assert access is not None
    row = access.focusChild()
    assert isinstance(row, RowAccess)
    assert row.state().focused
    assert row.text(QAccessible.Text.Name).startswith("Paragraph 3, changed")
    press(qtbot, pair.new, Qt.Key.Key_Down)
    assert not row.state().focused or access.focusChild() is row


def test_rows_out_of_view_say_so_and_rows_that_are_gone_are_invalid(
    window: MainWindow, release: Comparison
) -> None:
    window.show_comparison(sample.long_pair(400))
    pane = window.comparison.pair.new
    access = QAccessible.queryAccessibleInterface(pane)
    assert access is not None
    assert access.childCount() == 400
    last = access.child(399)
    assert last is not None
    assert last.state().offscreen
    window.show_comparison(release)
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""
    assert last.state().invalid
    assert access.child(399) is None


def test_panes_tell_how_they_are_used(pair: PairView) -> None:
    access = QAccessible.queryAccessibleInterface(pair.scrolling.pane(Side.OLD))
    assert access is not None
    assert access.text(QAccessible.Text.Name) == "Original"
    assert "Arrow keys" in access.text(QAccessible.Text.Help)


def test_moving_on_is_announced_with_the_place_and_the_words(
    window: MainWindow, release: Comparison, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sverka.gui.pages import comparison_page

    heard: list[str] = []
    monkeypatch.setattr(comparison_page, "announce", lambda _page, words: heard.append(words))
    window.show_comparison(release)
    heard.clear()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert heard[0].startswith("Change 1 of 6. 1. ")
    assert heard[1].startswith("Change 2 of 6. 2. ")
    assert "14 → 15" in heard[1]


def test_an_announcement_is_an_event_for_who_reads_aloud(
    pair: PairView, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sverka.gui.panes import access

    told: list[str] = []

    class Listening:
        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
            told.append(event.message())

    monkeypatch.setattr(access, "QAccessible", Listening)
    access.announce(pair, "Change 7 of 43")
    access.announce(pair, "")
    assert told == ["Change 7 of 43"]


# Keys of the window


def test_the_keys_of_the_window_lead_inside_to_the_other_end_and_unlock(
    window: MainWindow, pair: PairView, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)
    pair.new.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_G, CONTROL | SHIFT)
    assert pair.old.hasFocus()
    assert caret_place(pair.old) == (3, 0)
    for _step in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.said.text() == "Difference 1 of 2 in this paragraph"
    qtbot.keyClick(window, Qt.Key.Key_F4, SHIFT)
    assert window.said.text() == "There is no further difference in this paragraph."
    lock = window.deeds["lock"]
    assert lock.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert not pair.locked
    assert not lock.isChecked()
    assert not pair.lock.isChecked()
    lock.trigger()
    assert pair.locked
    assert lock.isChecked()


def test_the_place_is_kept_when_the_text_grows(window: MainWindow) -> None:
    window.show_comparison(sample.long_pair(400))
    pane = window.comparison.pair.new
    pane.go_to(200, 0)
    for name in ("larger", "larger", "smaller", "usual"):
        window.deeds[name].trigger()
        assert pane.place()[0] == 200


def test_a_page_begins_with_a_line_of_its_own(window: MainWindow, release: Comparison) -> None:
    from sverka.gui.panes.typesetter import PAGE
    from sverka.model import Screening, Source

    window.show_comparison(release)
    pane = window.comparison.pair.old
    plain = [pane.item_box(number).height() for number in range(3)]
    paragraphs = tuple(
        replace(p, sources=(Source(page=1 + n // 2),)) for n, p in enumerate(release.old.paragraphs)
    )
    old = replace(release.old, screening=Screening(paragraphs))
    window.show_comparison(replace(release, old=old))
    paged = [pane.item_box(number).height() for number in range(3)]
    assert [b - a for a, b in zip(plain, paged, strict=True)] == [PAGE, 0, PAGE]
