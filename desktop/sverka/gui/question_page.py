"""The page that asks before anything is shown: one sentence and two ways on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class QuestionPage(QWidget):
    """Shows a question; what was asked for last counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumWidth(560)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        self.yes.setProperty("role", "primary")
        self.yes.clicked.connect(lambda: self._on_yes())
        self.no.clicked.connect(lambda: self._on_no())
        self._on_yes: Callable[[], object] = lambda: None
        self._on_no: Callable[[], object] = lambda: None
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self.sentence, 0, Qt.AlignmentFlag.AlignCenter)
        column.addLayout(buttons)
        column.addStretch(3)

    def ask(
        self,
        question: str,
        yes: tuple[str, Callable[[], object]],
        no: tuple[str, Callable[[], object]],
    ) -> None:
        """Ask; each answer is its words and what follows from it."""
        self.sentence.setText(question)
        self.yes.setText(yes[0])
        self.no.setText(no[0])
        self._on_yes, self._on_no = yes[1], no[1]
        self.yes.setFocus()
