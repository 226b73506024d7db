"""What stands above a pane: which file it shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from sverka.presentation.identity import Identity


class PaneHead(QFrame):
    """The name of a file and what is known of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._title, self._about = QLabel(self), QLabel(self)
        self._title.setProperty("role", "heading")
        self._about.setProperty("role", "soft")
        for label in (self._title, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(60)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 6, 12, 6)
        rows.setSpacing(1)
        rows.addWidget(self._title)
        rows.addWidget(self._about)

    def show_identity(self, known: Identity) -> None:
        """Show the name of a file and what is known of it."""
        self._title.setText(known.title)
        self._about.setText(known.about)
        self.setToolTip(known.path)
