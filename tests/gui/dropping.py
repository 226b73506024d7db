"""Drops files on a window as a desktop does: enter first, then drop."""

from pathlib import Path

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from sverka.gui.window import MainWindow

_ENTERS_AT = QPointF if __version_info__ >= (6, 12) else QPoint
"""Until 6.11 a drag entered at whole pixels only; since then that is deprecated."""


def drop(window: MainWindow, at: QPoint, *paths: Path) -> None:
    """Drop files at a place of the window, which has to take them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(_ENTERS_AT(at), action, mime, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(at), action, mime, buttons, none))
