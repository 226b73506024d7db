"""The bar that asks something and waits for the answer, while everything stays as it is."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from sverka.gui.pages.one_sentence import SentenceBar


class QuestionBar(SentenceBar):
    """One question with two answers; hidden while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.yes, self.no = QPushButton(self), QPushButton(self)
        self.yes.setProperty("role", "primary")
        self.yes.clicked.connect(lambda: self._answer(self._on_yes))
        self.no.clicked.connect(lambda: self._answer(self._on_no))
        self.lay_out(self.yes, self.no)
        self._on_yes: Callable[[], object] | None = None
        self._on_no: Callable[[], object] | None = None

    def ask(
        self,
        question: str,
        yes: tuple[str, Callable[[], object]],
        no: tuple[str, Callable[[], object]],
    ) -> None:
        """Ask; each answer is its words and what follows from it."""
        self.text.setText(question)
        self.setAccessibleName(question)
        self.yes.setText(yes[0])
        self.no.setText(no[0])
        self._on_yes, self._on_no = yes[1], no[1]
        self.show()

    def withdraw(self) -> None:
        """Ask no more."""
        self._on_yes = self._on_no = None
        self.hide()

    def _answer(self, deed: Callable[[], object] | None) -> None:
        self.withdraw()
        if deed is not None:
            deed()
