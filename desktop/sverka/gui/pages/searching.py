"""Finding words in the view that is shown: the field, the hits and the steps between them."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit

from sverka.gui.panes.pair_view import PairView
from sverka.gui.panes.redline_view import RedlineView
from sverka.gui.plumbing.window_language import _, ngettext
from sverka.presentation.find import Finder, Hits
from sverka.presentation.scene import Scene

_PAUSE = 20  # milliseconds between two slices: scrolling comes first


class Searching(QObject):
    """Looks for what stands in the field `sought`; `said` is a sentence for the status line."""

    said = Signal(str)

    def __init__(
        self, sought: QLineEdit, found: QLabel, pair: PairView, redline: RedlineView
    ) -> None:
        super().__init__(sought)
        self.sought, self.found, self._pair, self._redline = sought, found, pair, redline
        self._finder: Finder | None = None
        self._hits: Hits | None = None
        self._hit = -1
        self._in_redline = False
        # What is searched is made ready a little at a time, while nothing else is to be done.
        self._preparing = QTimer(self, interval=_PAUSE)
        self._preparing.timeout.connect(self._prepare)
        sought.textChanged.connect(self._find)
        sought.returnPressed.connect(lambda: self.step(1))
        escape = QShortcut(QKeySequence("Esc"), sought)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._leave)

    def show_scene(self, scene: Scene) -> None:
        """Look in another comparison, for nothing yet."""
        self._finder, self._hits, self._hit = Finder(scene), None, -1
        self.sought.clear()
        self._preparing.start()

    def _prepare(self) -> None:
        if self._finder is None or self._finder.prepare():
            self._preparing.stop()

    def look_in(self, *, redline: bool) -> None:
        """Look in the redline, or in both panes."""
        self._in_redline = redline
        self._find(self.sought.text())

    def begin(self) -> None:
        """Give the keys to the field for the words to find."""
        self.sought.setFocus()
        self.sought.selectAll()

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; round at the ends, which is said."""
        if not self._hits:
            return
        count = len(self._hits)
        if self._hit >= 0 and not 0 <= self._hit + by < count:
            self.said.emit(
                _("The search went on from the beginning.")
                if by > 0
                else _("The search went on from the end.")
            )
        self._hit = (self._hit + by) % count if self._hit >= 0 else (0 if by > 0 else count - 1)
        self._show()

    def _find(self, words: str) -> None:
        if self._finder is None:
            return
        if self._in_redline:
            self._hits = self._redline.hits_of(words)
        else:
            self._hits = self._finder.find(words) if words else None
        self._hit = -1
        self._show()

    def _show(self) -> None:
        hits = self._hits
        current = hits.hit(self._hit) if hits and self._hit >= 0 else None
        if self._in_redline:
            self._redline.show_hits(hits, current)
        else:
            self._pair.show_hits(hits, current)
        if hits is None:
            self.found.clear()
        elif self._hit >= 0:
            place = _("{number} of {total}")
            self.found.setText(place.format(number=self._hit + 1, total=len(hits)))
        else:
            count = len(hits)
            self.found.setText(ngettext("{count} hit", "{count} hits", count).format(count=count))

    def _leave(self) -> None:
        self.sought.clear()
        (self._redline.pane if self._in_redline else self._pair.new).setFocus()
