"""The page that asks before anything is shown: one sentence and two ways on."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from sverka.gui.pages.one_sentence import SentencePage


class QuestionPage(SentencePage):
    """Shows a question; what was asked for last counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        self.yes.setProperty("role", "primary")
        self.yes.clicked.connect(lambda: self._on_yes())
        self.no.clicked.connect(lambda: self._on_no())
        self._on_yes: Callable[[], object] = lambda: None
        self._on_no: Callable[[], object] = lambda: None
        self.lay_out(self.yes, self.no)

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
