"""The line at the lower edge: the last sentence, how much is reviewed, and where one is."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar

from sverka.gui.plumbing.window_language import _


class Sentence(QLabel):
    """A sentence in one line; what has no room ends in "…" and is whole in the tooltip."""

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Say another sentence."""
        super().setText(text)
        self.setToolTip(escape(text) if text else "")

    def clear(self) -> None:
        """Say nothing."""
        self.setText("")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint as much of the sentence as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        middle = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter,
            room,
            middle,
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )
        painter.end()


class StatusLine:
    """The three labels of a status bar, made afresh."""

    def __init__(self, bar: QStatusBar) -> None:
        bar.setObjectName("statusbar")
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 0, 12, 0)
        for label in bar.findChildren(QLabel):
            bar.removeWidget(label)
            label.deleteLater()
        self.said, self.reviewed, self.counted = Sentence(bar), QLabel(bar), QLabel(bar)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setMinimumWidth(100)
        self.said.setAccessibleName(_("Message"))
        bar.addWidget(self.said, 1)
        bar.addPermanentWidget(self.reviewed)
        bar.addPermanentWidget(self.counted)

    def clear(self) -> None:
        """Say nothing."""
        for label in (self.said, self.reviewed, self.counted):
            label.clear()
