"""The page when it did not work: one sentence, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from sverka.gui.pages.one_sentence import SentencePage
from sverka.gui.plumbing.window_language import _, current
from sverka.model import SverkaError
from sverka.wording import error_words


class TroublePage(SentencePage):
    """Shows what went wrong; the user chooses other files or tries again."""

    other_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.error: SverkaError | None = None
        title = QLabel(_("This did not work"), self)
        title.setProperty("role", "title")
        self.sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.other = QPushButton(_("Choose other files"), self)
        self.other.setProperty("role", "primary")
        self.other.clicked.connect(self.other_asked)
        self.again = QPushButton(_("Try again"), self)
        self.again.clicked.connect(self.again_asked)
        self.lay_out(self.other, self.again, title=title)

    def show_error(self, error: SverkaError) -> None:
        """Say what happened."""
        self.error = error
        self.sentence.setText(error_words(error, current()))
        self.other.setFocus()
