"""A sentence with buttons beside it, as a bar, or below it, as a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class SentenceBar(QFrame):
    """`text` in one row with the buttons; hidden until it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(100)
        self.hide()

    def lay_out(self, *buttons: QPushButton) -> None:
        """Put the buttons behind the text."""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.text, 1)
        for button in buttons:
            row.addWidget(button)


class SentencePage(QWidget):
    """`sentence` in the middle of the page with the buttons below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumWidth(560)
        self.sentence.setMaximumWidth(720)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def lay_out(self, *buttons: QPushButton, title: QLabel | None = None) -> None:
        """Put the title, if there is one, above the sentence and the buttons below it."""
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        if title is not None:
            column.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        # Between stretches and not by an alignment: that would cut off all but the first line.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sentence, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addLayout(row)
        column.addStretch(3)
