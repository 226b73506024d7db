"""The page when it did not work: one sentence, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sverka.language import _


class TroublePage(QWidget):
    """Shows a sentence; the user chooses other files or tries again."""

    other_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(_("This did not work"), self)
        title.setProperty("role", "title")
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumWidth(560)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.other = QPushButton(_("Choose other files"), self)
        self.other.setProperty("role", "primary")
        self.other.clicked.connect(self.other_asked)
        self.again = QPushButton(_("Try again"), self)
        self.again.clicked.connect(self.again_asked)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(buttons)
        column.addStretch(3)

    def show_sentence(self, sentence: str) -> None:
        """Say what happened."""
        self.sentence.setText(sentence)
        self.other.setFocus()
