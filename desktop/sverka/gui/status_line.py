"""The line at the lower edge: the last sentence, how much is reviewed, and where one is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from sverka.language import _


class StatusLine:
    """The three labels of a status bar, made afresh."""

    def __init__(self, bar: QStatusBar) -> None:
        bar.setObjectName("statusbar")
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 0, 12, 0)
        for label in bar.findChildren(QLabel):
            bar.removeWidget(label)
            label.deleteLater()
        self.said, self.reviewed, self.counted = QLabel(bar), QLabel(bar), QLabel(bar)
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
