"""The bar above the panes that says what the program did less well than one may think."""

from PySide6.QtWidgets import QPushButton, QWidget

from sverka.gui.pages.one_sentence import SentenceBar
from sverka.gui.plumbing.window_language import _, ngettext
from sverka.model import Notice, Side


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
        self._notices: tuple[Notice, ...] = ()
        self._opened = False

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """Show these notices."""
        self._notices, self._opened = notices, False
        self.setVisible(bool(notices))
        self._say()

    def say(self, sentence: str) -> None:
        """Show one sentence."""
        self.show_notices((Notice(sentence),))

    def _toggle(self) -> None:
        self._opened = not self._opened
        self._say()

    def _say(self) -> None:
        shown = self._notices if self._opened else self._notices[:1]
        self.text.setText("\n".join(_sentence(notice) for notice in shown))
        rest = len(self._notices) - 1
        self._more.setVisible(rest > 0)
        more = ngettext("{count} more notice", "{count} more notices", rest).format(count=rest)
        self._more.setText(_("Show less") if self._opened else more)


def _sentence(notice: Notice) -> str:
    if notice.side is None:
        return notice.text
    side = _("Original") if notice.side is Side.OLD else _("Revised")
    return f"{side}: {notice.text}"
