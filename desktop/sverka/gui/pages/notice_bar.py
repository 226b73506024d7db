"""The bar above the panes that says what the program did less well than one may think."""

from PySide6.QtWidgets import QPushButton, QWidget

from sverka.gui.pages.one_sentence import SentenceBar
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import Comparison, Notice
from sverka.wording import notice_words, side_name, uncompared_words


class NoticeBar(SentenceBar):
    """One line that opens to all notices; hidden without any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._more = QPushButton(self)
        self._more.clicked.connect(self._toggle)
        self._close = QPushButton("✕", self)
        self._close.setAccessibleName(_("Close the notices"))
        self._close.clicked.connect(self.hide)
        self.lay_out(self._more, self._close)
        self._sentences: tuple[str, ...] = ()
        self._opened = False

    def show_notices(self, comparison: Comparison) -> None:
        """Show the notices of a comparison, and what was not compared."""
        notices = map(_sentence, comparison.notices)
        self._show((*notices, *uncompared_words(comparison, current())))

    def say(self, sentence: str) -> None:
        """Show one sentence."""
        self._show((sentence,))

    def _show(self, sentences: tuple[str, ...]) -> None:
        self._sentences, self._opened = sentences, False
        self.setVisible(bool(sentences))
        self._say()

    def _toggle(self) -> None:
        self._opened = not self._opened
        self._say()

    def _say(self) -> None:
        shown = self._sentences if self._opened else self._sentences[:1]
        self.text.setText("\n".join(shown))
        rest = len(self._sentences) - 1
        self._more.setVisible(rest > 0)
        more = ngettext("{count} more notice", "{count} more notices", rest).format(count=rest)
        self._more.setText(_("Show less") if self._opened else more)


def _sentence(notice: Notice) -> str:
    said = notice_words(notice, current())
    return f"{side_name(notice.side, current())}: {said}" if notice.side else said
