"""The whole way of an editor in one sitting; run by test_real_window.py in a real window."""

from pathlib import Path

import docx
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from steps import LIMIT, compared

from sverka.gui.window import MainWindow
from sverka.model import Category

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy = window.rect().center(), Qt.DropAction.CopyAction
    buttons = Qt.MouseButton.LeftButton
    QApplication.sendEvent(window, QDragEnterEvent(at, copy, mime, buttons, NONE))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), copy, mime, buttons, NONE))


def test_the_platform_has_real_windows() -> None:
    assert QGuiApplication.platformName() == "xcb"


def test_drop_walk_narrow_export(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    drop(window, *files)
    page = window.comparison
    compared(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LIMIT)
    for number in (1, 2, 3):
        qtbot.keyClick(window, Qt.Key.Key_Down, ALT)
        assert page.where.text() == f"Change {number} of 3"
    qtbot.keyClick(window, Qt.Key.Key_Down, ALT)
    assert window.said.text() == "This is the last change."
    chip = page.filters.chip(Category.NUMBER)
    assert chip is not None
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.list.changes.rowCount() == 1
    qtbot.keyClick(window, Qt.Key.Key_Home, ALT)
    assert page.where.text() == "Change 1 of 3 · 1 of 1 shown"
    report = tmp_path / "report.docx"
    window.taking_out.write_report(report)
    qtbot.waitUntil(report.exists, timeout=LIMIT)
    assert docx.Document(str(report)).tables
    qtbot.waitUntil(lambda: str(report) in window.said.text(), timeout=LIMIT)


def test_a_long_comparison_is_cancelled_and_the_window_goes_on(
    window: MainWindow, qtbot: QtBot, files: tuple[Path, Path], tmp_path: Path
) -> None:
    words = "harbour ferry captain river winter pier ticket landing stage town".split()
    for name, step in (("long-old.txt", 7), ("long-new.txt", 11)):
        paragraphs = (
            " ".join(words[(n * step + k * k) % 10] for k in range(30)) + f" {n * step}."
            for n in range(20_000)
        )
        (tmp_path / name).write_text("\n\n".join(paragraphs), "utf-8")
    drop(window, tmp_path / "long-old.txt", tmp_path / "long-new.txt")
    assert window.pages.currentWidget() is window.progress
    with qtbot.waitSignal(window.bridge.news, timeout=LIMIT):
        pass
    qtbot.mouseClick(window.progress.cancel, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.start
    assert window.said.text() == "The comparison was cancelled."
    drop(window, *files)
    compared(window, qtbot)
    assert window.comparison.where.text() == "Changes: 3"
