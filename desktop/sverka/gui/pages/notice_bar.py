"""The bar above the panes that says what the program did less well than one may think."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sverka.gui.pages.one_sentence import SentenceBar
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import Comparison, Notice, NoticeCode, Side
from sverka.wording import notice_words, side_name, uncompared_words


class NoticeBar(SentenceBar):
    """One line that opens to all notices; hidden without any.

    Where the encoding of a version is doubtful, a button reads it in the other one.
    """

    encoding_chosen = Signal(Side, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._more = QPushButton(self)
        self._more.clicked.connect(self._toggle)
        self._close = QPushButton("✕", self)
        self._close.setAccessibleName(_("Close the notices"))
        self._close.clicked.connect(self.hide)
        self.other_encoding = {side: QPushButton(self) for side in Side}
        for side, button in self.other_encoding.items():
            button.hide()
            button.clicked.connect(lambda _checked, side=side: self._choose(side))
        self.lay_out(*self.other_encoding.values(), self._more, self._close)
        self._alternatives: dict[Side, str] = {}
        self._sentences: tuple[str, ...] = ()
        self._opened = False

    def show_notices(self, comparison: Comparison) -> None:
        """Show the notices of a comparison, and what was not compared."""
        notices = map(_sentence, comparison.notices)
        self._show(
            (*notices, *uncompared_words(comparison, current())), _doubted(comparison.notices)
        )

    def say(self, sentence: str) -> None:
        """Show one sentence."""
        self._show((sentence,))

    def _show(
        self, sentences: tuple[str, ...], alternatives: dict[Side, str] | None = None
    ) -> None:
        self._sentences, self._opened = sentences, False
        self._alternatives = alternatives or {}
        for side, button in self.other_encoding.items():
            encoding = self._alternatives.get(side, "")
            said = _("{side}: read as {encoding}")
            button.setText(said.format(side=side_name(side, current()), encoding=encoding.upper()))
            button.setVisible(bool(encoding))
        self.setVisible(bool(sentences))
        self._say()

    def _choose(self, side: Side) -> None:
        self.encoding_chosen.emit(side, self._alternatives[side])

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


def _doubted(notices: tuple[Notice, ...]) -> dict[Side, str]:
    """The other encoding of each version whose encoding is doubtful."""
    return {
        notice.side: str(notice.values["alternative"])
        for notice in notices
        if notice.code is NoticeCode.ENCODING_DOUBTFUL and notice.side is not None
    }
