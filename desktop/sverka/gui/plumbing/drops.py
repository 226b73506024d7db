"""A window that takes files dropped on any part of it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow


class DropWindow(QMainWindow):
    """`held` is the point of the window files are held over, None where none are any more.

    `dropped` is a list of paths and the point of the window they were dropped at.
    """

    held = Signal(object)
    dropped = Signal(list, QPoint)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files, wherever they are held."""
        if _files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the files would land."""
        if _files(event):
            event.acceptProposedAction()
            self.held.emit(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Forget where they would have landed."""
        self.held.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take what was dropped."""
        self.held.emit(None)
        paths = _files(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths, event.position().toPoint())


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
