"""The way of an editor through the window: files in, changes walked, narrowed, exported."""

from pathlib import Path

import docx
import pytest
from dropping import drop
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

from protected_pdf import protected, small_pdf
from sverka.gui.window import MainWindow
from sverka.model import Category, Comparison, Decision, FindingKind, Side, SverkaError


def test_two_files_dropped_at_once_are_compared(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, QPoint(10, 700), *files)
    compared(window, qtbot)
    assert window.comparison.where.text() == "Changes: 3"
    assert window.windowTitle().startswith("published.txt → corrected.txt")


def test_one_file_dropped_after_the_other_fills_both_sides(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    old, new = files
    drop(window, QPoint(1200, 400), new)
    assert window.choosing.files == {Side.OLD: None, Side.NEW: new}
    drop(window, QPoint(1100, 400), old)
    compared(window, qtbot)
    assert window.choosing.files == {Side.OLD: old, Side.NEW: new}


def test_a_file_dropped_on_a_pane_replaces_that_version(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, QPoint(10, 10), *files)
    compared(window, qtbot)
    third = tmp_path / "third.txt"
    third.write_text(files[1].read_text("utf-8"), "utf-8")
    drop(window, QPoint(60, 400), third)
    qtbot.waitUntil(lambda: window.comparison.where.text() == "No changes", timeout=LIMIT)
    assert window.choosing.files == {Side.OLD: third, Side.NEW: files[1]}


def test_the_keys_walk_the_changes_and_stop_at_the_ends(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    page = window.comparison
    for number in range(1, 7):
        qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert page.where.text() == f"Change {number} of 6"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.where.text() == "Change 6 of 6"
    assert window.said.text() == "This is the last change."
    qtbot.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert page.where.text() == "Change 1 of 6"
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.said.text() == "This is the first change."
    qtbot.keyClick(window, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert page.where.text() == "Change 6 of 6"


def test_n_and_p_walk_in_the_panes_and_f6_changes_the_pane(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    page = window.comparison
    page.pair.new.setFocus()
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_N)
    qtbot.keyClick(page.pair.new, Qt.Key.Key_P)
    assert page.where.text() == "Change 1 of 6"
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.pair.old.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.pair.new.hasFocus()


def test_going_to_a_change_selects_it_in_the_list_and_the_other_way_round(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    page = window.comparison
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.list.currentIndex().row() == 0
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.where.text() == "Change 2 of 6"


def test_a_chip_narrows_the_list_and_the_walk(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    page = window.comparison
    chip = page.filters.chip(Category.NUMBER)
    assert chip is not None
    assert chip.text() == "Number  2"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.list.changes.rowCount() == 2
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.where.text() == "Change 2 of 6 · 1 of 2 shown"
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.where.text() == "Change 3 of 6 · 2 of 2 shown"
    page.filters.clear()
    assert page.list.changes.rowCount() == 6


def test_findings_are_walked_by_their_chip_and_opened_with_enter(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    page = window.comparison
    chip = page.filters.chip(FindingKind.RUNNING_HEADER)
    assert chip is not None
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert page.where.text() == "Finding 1 of 1"
    pane = page.pair.old
    assert pane.lane is not None
    item = pane.lane.column.chip_of(0)
    assert item is not None
    closed = pane.item_box(item).height()
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert pane.item_box(item).height() > closed
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert pane.item_box(item).height() == closed


def test_what_was_set_aside_can_be_kept_and_the_comparison_follows(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], release: Comparison
) -> None:
    drop(window, QPoint(10, 10), *files)
    compared(window, qtbot)
    window.show_comparison(release)
    with qtbot.waitSignal(window.bridge.news, timeout=LIMIT):
        window.comparison.pair.keep_asked.emit((0,))
    assert window.work.options.decisions == {"old-header-1": Decision.KEPT}
    compared(window, qtbot)


def test_the_report_is_exported_through_the_worker(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, QPoint(10, 10), *files)
    compared(window, qtbot)
    target = tmp_path / "report.docx"
    window.taking_out.write_report(target)
    qtbot.waitUntil(
        lambda: window.said.text() == f"The report was written: {target}", timeout=LIMIT
    )
    assert docx.Document(str(target)).tables


def test_a_report_that_cannot_be_written_is_said_in_the_window(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, QPoint(10, 10), *files)
    compared(window, qtbot)
    window.taking_out.write_report(tmp_path / "none" / "report.docx")
    qtbot.waitUntil(lambda: window.said.text() == "The report was not written.", timeout=LIMIT)
    assert "report.docx" in window.comparison.notices.text.text()
    assert window.pages.currentWidget() is window.comparison


def test_an_unreadable_file_ends_in_a_sentence_and_a_way_on(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    drop(window, QPoint(10, 10), empty, files[1])
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.trouble, timeout=LIMIT)
    assert "empty.txt" in window.trouble.sentence.text()
    qtbot.keyClick(window.trouble.other, Qt.Key.Key_Space)
    assert window.pages.currentWidget() is window.start


def test_a_protected_file_is_opened_with_a_password_that_is_asked_for_and_not_kept(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    old.write_bytes(small_pdf("The meeting is on Monday."))
    new.write_bytes(protected(small_pdf("The meeting is on Friday."), "pass-word-1"))
    drop(window, QPoint(10, 10), old, new)
    for said, answer in (("none was given", "pass-word-2"), ("not the right one", "pass-word-1")):
        qtbot.waitUntil(lambda: bool(window.findChildren(QInputDialog)), timeout=LIMIT)
        (dialog,) = window.findChildren(QInputDialog)
        assert said in dialog.labelText()
        assert "new.pdf" in dialog.labelText()
        assert dialog.textEchoMode() is QLineEdit.EchoMode.Password
        dialog.setTextValue(answer)
        dialog.accept()
        qtbot.waitUntil(
            lambda asked=dialog: asked not in window.findChildren(QInputDialog), timeout=LIMIT
        )
    compared(window, qtbot)
    assert window.comparison.where.text() == "Changes: 1"
    window.work.keep()
    window.work.save(tmp_path / "saved.sverka")
    kept = [one for one in tmp_path.rglob("*") if one.is_file() and one.suffix != ".pdf"]
    assert len(kept) >= 2
    assert not any(b"pass-word" in one.read_bytes() for one in kept)


def test_a_protected_file_without_its_password_leads_to_the_page_of_trouble(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    closed = tmp_path / "closed.pdf"
    closed.write_bytes(protected(small_pdf("The meeting is on Friday."), "word"))
    drop(window, QPoint(10, 10), closed, closed)
    qtbot.waitUntil(lambda: bool(window.findChildren(QInputDialog)), timeout=LIMIT)
    (dialog,) = window.findChildren(QInputDialog)
    dialog.reject()
    assert window.pages.currentWidget() is window.trouble
    assert "protected with a password" in window.trouble.sentence.text()


def test_swap_compares_the_other_way_round(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, QPoint(10, 10), *files)
    compared(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Backslash, Qt.KeyboardModifier.AltModifier)
    assert window.pages.currentWidget() is window.progress
    compared(window, qtbot)
    assert window.windowTitle().startswith("corrected.txt → published.txt")


def test_a_pair_compared_is_offered_again(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, QPoint(10, 10), *files)
    compared(window, qtbot)
    window.show_start()
    assert [(p.old, p.new) for p in window.remembered.settings.recent] == [tuple(map(str, files))]


def test_the_language_changes_the_words_of_qt_as_well(window: MainWindow, qtbot: QtBot) -> None:
    window.set_language("ru")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    assert "Отмена" in buttons.button(QDialogButtonBox.StandardButton.Cancel).text()


def test_a_sentence_too_long_for_the_status_line_is_whole_in_its_tooltip(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.said.setText("Nothing")
    short = window.said.grab().toImage()
    window.said.setText("Nothing < " * 60)
    assert window.said.grab().toImage() != short
    assert window.said.toolTip().count("Nothing &lt; ") == 60
    assert window.width() == 1280


def test_the_theme_changes_the_colours_at_once(window: MainWindow, release: Comparison) -> None:
    window.show_comparison(release)
    window.dressing.set_theme("light")
    light = window.comparison.pair.old.grab().toImage().pixelColor(2, 2).lightness()
    window.dressing.set_theme("dark")
    dark = window.comparison.pair.old.grab().toImage().pixelColor(2, 2).lightness()
    assert dark < 80 < 200 < light


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "classic"])
def test_an_empty_box_to_check_is_seen_and_differs_from_a_checked_one(
    window: MainWindow, qtbot: QtBot, theme: str
) -> None:
    window.dressing.set_theme(theme)
    box = QCheckBox()
    qtbot.addWidget(box)
    empty = box.grab().toImage()
    row = {empty.pixelColor(x, empty.height() // 2).name() for x in range(empty.width())}
    assert window.dressing.look.colours.faint.name() in row
    box.setChecked(True)
    assert box.grab().toImage() != empty


def test_a_doubtful_encoding_is_put_right_by_one_click(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    text = "The room was kept at 21 °C, and nobody dared to touch the dial."
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(text, encoding="utf-8")
    new.write_bytes(text.encode("cp850"))
    drop(window, QPoint(10, 10), old, new)
    compared(window, qtbot)
    assert window.work.comparison.changes
    button = window.comparison.notices.other_encoding[Side.NEW]
    with qtbot.waitSignal(window.bridge.news, timeout=LIMIT):
        button.click()
    assert window.work.options.encoding_new is not None
    qtbot.waitUntil(button.isHidden, timeout=LIMIT)


def test_a_comparison_of_nothing_with_something_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    import sample

    from sverka.model import Change, ChangeKind, Link, LinkKind, Span

    made = sample.comparison(
        [],
        ["Only here."],
        [Link((), (0,), LinkKind.INSERTED)],
        [Change(ChangeKind.INSERTION, (Category.WORDING,), None, Span(0, 0, 10), 0)],
    )
    window.show_comparison(made)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.comparison.where.text() == "Change 1 of 1"


def test_a_sentence_of_trouble_is_shown_to_its_end(window: MainWindow, qtbot: QtBot) -> None:
    window.show_trouble(SverkaError("So much is to be said that it takes several lines. " * 6))
    sentence = window.trouble.sentence
    lines = sentence.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))
    assert sentence.height() >= 3 * lines


@pytest.mark.parametrize("code", ["en", "ru", "ky"])
def test_a_screen_of_1024_pixels_has_room_for_the_window(
    window: MainWindow, qtbot: QtBot, release: Comparison, code: str
) -> None:
    window.set_language(code)
    window.show_comparison(release)
    page = window.comparison
    page.found.setText("1024 / 1024")
    window.resize(1024, 640)
    for view in ("side-by-side", "redline", "findings"):
        window.deeds[view].trigger()
        qtbot.waitUntil(lambda: page.bar.width() == 1024)
        assert (window.width(), window.height()) == (1024, 640)
        assert page.bar.buttons["report"].geometry().right() < 1024
    columns = page.findings.table.horizontalHeader()
    assert columns.length() <= page.findings.table.viewport().width()
    window.resize(1500, 900)
    qtbot.waitUntil(page.where.isVisible)


def test_where_nothing_changed_the_window_says_so_and_asks_for_no_change_to_be_chosen(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path]
) -> None:
    drop(window, QPoint(10, 10), files[0], files[0])
    compared(window, qtbot)
    said = window.comparison.inspector.text.toPlainText()
    assert said == "Nothing changed: both versions read the same."
