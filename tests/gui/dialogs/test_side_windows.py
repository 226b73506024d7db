"""Help, commands, keys, about, paste, several windows: what surrounds the comparison."""

from importlib.resources import files as packaged
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot
from steps import compared

from sverka.gui.dialogs.about_dialog import libraries
from sverka.gui.dialogs.help_window import HelpWindow, help_text
from sverka.gui.dialogs.paste_dialog import PasteDialog, kept_text
from sverka.gui.plumbing import window_language, window_settings
from sverka.gui.plumbing.actions import deeds
from sverka.gui.plumbing.redline_printing import redline_html
from sverka.gui.window import MainWindow
from sverka.gui.windows import Windows
from sverka.model import Comparison, Options, ReadError, Side, WriteError
from sverka.presentation.scene import scene

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_no_two_actions_have_the_same_usual_keys() -> None:
    keys = [QKeySequence(key).toString() for its in deeds().values() for d in its for key in d.keys]
    assert sorted(keys) == sorted(set(keys))


def test_f1_opens_the_help_and_its_links_lead_to_pages(window: MainWindow, qtbot: QtBot) -> None:
    opened = window.side_windows.show_help()
    opened.text.anchorClicked.emit(QUrl("compare.md"))
    assert opened.page == "compare.md"
    assert "Comparing two files" in opened.text.toPlainText()
    qtbot.mouseClick(opened.back, Qt.MouseButton.LeftButton)
    assert opened.page == "index.md"
    opened.close()


def test_every_link_between_help_pages_leads_to_one(window: MainWindow) -> None:
    folder = packaged("sverka.resources") / "help"
    pages = [page.name for page in folder.iterdir() if page.name.endswith(".md")]
    opened = HelpWindow(window)
    for page in pages:
        opened.show_page(page)
        document = opened.text.document()
        block = document.begin()
        while block.isValid():
            for placed in block.textFormats():
                link = placed.format.anchorHref()
                assert not link or link.startswith("http") or link in pages, (page, link)
            block = block.next()
    opened.close()


@pytest.mark.parametrize("code", ["en", "ru"])
def test_the_keys_in_the_help_are_those_of_the_actions(code: str) -> None:
    window_language.speak(code)
    text = help_text("compare.md")
    for its_deeds in deeds().values():
        for deed in its_deeds:
            for key in deed.keys:
                assert key.replace("\\", "\\\\") in text or key in text, (deed.name, key)


def test_the_help_is_in_the_language_in_use_where_it_is_translated() -> None:
    window_language.speak("ru")
    assert help_text("compare.md").startswith("# Сравнение двух файлов")
    assert help_text("json.md").startswith("# The JSON forms")


def test_who_reads_kyrgyz_is_given_a_missing_page_in_russian_before_english() -> None:
    window_language.speak("ky")
    assert help_text("compare.md").startswith("# Сравнение двух файлов")
    assert help_text("json.md").startswith("# The JSON forms")


def test_the_command_palette_does_what_is_typed(
    window: MainWindow, qtbot: QtBot, release: Comparison
) -> None:
    window.show_comparison(release)
    palette = window.side_windows.show_palette()
    qtbot.keyClicks(palette.sought, "redl")
    first = palette.list.item(0)
    assert first is not None
    assert first.text().startswith("Print the redline…")
    qtbot.keyClick(palette.sought, Qt.Key.Key_Down)
    qtbot.keyClick(palette.sought, Qt.Key.Key_Down)
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    assert window.comparison.views.currentIndex() == 1


def test_what_makes_no_sense_without_a_comparison_is_not_offered(
    window: MainWindow, release: Comparison
) -> None:
    assert not window.deeds["report"].isEnabled()
    assert window.deeds["open"].isEnabled()
    window.show_comparison(release)
    assert window.deeds["report"].isEnabled()


def test_keys_are_changed_kept_and_shown(window: MainWindow, tmp_path: Path) -> None:
    dialog = window.side_windows.show_shortcuts()
    dialog.fields["report"].setKeySequence(QKeySequence("Ctrl+Shift+E"))
    dialog.accept()
    assert window.deeds["report"].shortcut() == QKeySequence("Ctrl+Shift+E")
    assert "Ctrl+Shift+E" in window.comparison.bar.buttons["report"].toolTip()
    kept = window_settings.load(tmp_path / "settings" / "window.json")
    assert kept.shortcuts == {"report": ("Ctrl+Shift+E",)}
    dialog = window.side_windows.show_shortcuts()
    dialog.show_usual()
    dialog.accept()
    assert window.deeds["report"].shortcut() == QKeySequence("Ctrl+E")
    assert window.remembered.settings.shortcuts == {}


def test_two_actions_cannot_get_the_same_keys(window: MainWindow) -> None:
    dialog = window.side_windows.show_shortcuts()
    dialog.fields["report"].setKeySequence(QKeySequence("F8"))
    assert "“Next change”" in dialog.conflict.text()
    taken = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not taken.isEnabled()
    dialog.fields["report"].clear()
    assert taken.isEnabled()
    dialog.reject()


def test_about_names_every_library_with_its_licence() -> None:
    known = {name: licence for name, _version, licence in libraries()}
    assert {"lxml", "python-docx", "rapidfuzz"} <= set(known)
    assert all(known.values()), known


def test_go_to_change_goes_there(window: MainWindow, release: Comparison) -> None:
    window.show_comparison(release)
    dialog = window.side_windows.ask_number()
    assert dialog is not None
    dialog.setIntValue(4)
    dialog.accept()
    assert window.comparison.where.text() == "Change 4 of 6"
    again = window.side_windows.ask_number()
    assert again is not None
    assert again.intValue() == 4
    again.reject()


def test_f9_hides_the_overview(window: MainWindow, qtbot: QtBot, release: Comparison) -> None:
    window.show_comparison(release)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.comparison.pair.overview.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.comparison.pair.overview.isVisible()


def test_texts_pasted_on_both_sides_are_compared(window: MainWindow, qtbot: QtBot) -> None:
    for button, text in (
        (window.start.targets[Side.OLD].paste, "Отправление 14 марта от причала.\n"),
        (window.start.targets[Side.NEW].paste, "Отправление 15 марта от причала.\n"),
    ):
        QGuiApplication.clipboard().setText(text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (dialog,) = (d for d in window.findChildren(PasteDialog) if d.isVisible())
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    compared(window, qtbot)
    assert window.comparison.where.text() == "Changes: 1"
    assert window.windowTitle().startswith("Отправление 14 марта от причала")


def test_a_pasted_page_keeps_its_formatting_unless_it_is_edited(
    window: MainWindow, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("The light\nburns.")
    data.setHtml("<h1>The light</h1><p><b>burns.</b></p>")
    QGuiApplication.clipboard().setMimeData(data)
    for side, edited in ((Side.OLD, False), (Side.NEW, True)):
        qtbot.mouseClick(window.start.targets[side].paste, Qt.MouseButton.LeftButton)
        (dialog,) = (d for d in window.findChildren(PasteDialog) if d.isVisible())
        assert dialog.formatted.isVisible()
        assert dialog.formatted.isChecked()
        if edited:
            qtbot.keyClicks(dialog.text, "The light burns.")
            assert not dialog.formatted.isEnabled()
        with qtbot.waitSignal(dialog.pasted) as taken:
            qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
        assert taken.args is not None
        assert taken.args[0].suffix == (".txt" if edited else ".html")
    compared(window, qtbot)


def test_a_pasted_text_without_formatting_offers_none(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("The light burns.")
    qtbot.mouseClick(window.start.targets[Side.OLD].paste, Qt.MouseButton.LeftButton)
    (dialog,) = (d for d in window.findChildren(PasteDialog) if d.isVisible())
    assert not dialog.formatted.isVisible()
    dialog.reject()


def test_a_text_without_words_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        kept_text("   \n", tmp_path)
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(WriteError, match="could not be kept"):
        kept_text("Some words.", tmp_path / "file")


def test_windows_open_work_apart_and_go(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, files: tuple[Path, Path]
) -> None:
    place = tmp_path / "settings" / "window.json"
    windows = Windows(place, Options())
    first = windows.open()
    first.deeds["new-window"].trigger()
    second = windows.open_ones[1]
    assert second.bridge.process_id != first.bridge.process_id
    second.take_files(list(files), Side.OLD)
    compared(second, qtbot)
    first.dressing.set_theme("dark")
    assert window_settings.load(place).left_open
    second.close()
    assert windows.open_ones == [first]
    assert window_settings.load(place).left_open == ()
    assert window_settings.load(place).theme == "dark"
    assert window_settings.load(place).recent
    windows.close()
    assert windows.open_ones == []


def test_the_redline_is_written_as_pdf(
    window: MainWindow, qtbot: QtBot, release: Comparison, tmp_path: Path
) -> None:
    window.show_comparison(release)
    window.taking_out.write_redline(tmp_path / "redline.pdf")
    assert (tmp_path / "redline.pdf").read_bytes().startswith(b"%PDF")
    assert "redline.pdf" in window.said.text()
    window.taking_out.write_redline(tmp_path / "none" / "redline.pdf")
    assert "could not be written" in window.comparison.notices.text.text()


def test_the_printed_redline_has_signs_besides_colours(release: Comparison) -> None:
    html = redline_html(scene(release))
    assert "text-decoration:underline" in html
    assert "<del" in html
    assert "moved from paragraph 4" in html
    assert "−" in html


def test_the_size_of_the_window_and_of_the_text_is_kept(window: MainWindow, tmp_path: Path) -> None:
    window.resize(1010, 560)
    window.deeds["larger"].trigger()
    window.close()
    second = MainWindow(tmp_path / "settings" / "window.json", Options())
    assert second.height() == 560
    assert second.dressing.look.reading.pixelSize() == 17
    second.close()
