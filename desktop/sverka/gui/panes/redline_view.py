"""The redline: one pane with both versions in one text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sverka.gui.panes.pane import TextPane
from sverka.gui.panes.plane import READING_LINE
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _
from sverka.model import Side
from sverka.presentation.find import Haystack, Hit, Hits, in_one
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene


class RedlineView(QWidget):
    """Shows the redline of a comparison; it is made when the view is first opened."""

    change_pressed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pane = TextPane(Side.NEW, self)
        self.pane.setAccessibleName(_("Redline"))
        self.pane.change_pressed.connect(self.change_pressed)
        self._text: RedlineText | None = None
        self._haystack: Haystack | None = None
        self._scene: Scene | None = None
        head = QFrame(self)
        head.setObjectName("head")
        words = QLabel(_("Original struck out, revised underlined"), head)
        words.setProperty("role", "soft")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 6, 12, 6)
        row.addWidget(words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addWidget(self.pane, 1)

    def show_scene(self, scene: Scene, look: Theme) -> None:
        """Show the redline of a comparison, unless it is shown already."""
        if self._scene is scene:
            return
        self._scene, self._text = scene, RedlineText(scene.index)
        self._haystack = Haystack(self._text.known.paragraphs)
        self.pane.show_text(self._text, look)

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        self.pane.set_look(look)

    def go_to_change(self, number: int) -> None:
        """Bring a change to the reading line."""
        if self._text is None or self._scene is None:
            return
        paragraph, offset = self._text.place(self._scene.comparison.changes[number])
        self.pane.mark_current(number, None, frozenset({paragraph}))
        self.pane.go_to(paragraph, offset, READING_LINE)

    def hits_of(self, words: str) -> Hits | None:
        """All places of the redline where `words` stand."""
        return in_one(self._haystack.find(words)) if self._haystack and words else None

    def show_hits(self, hits: Hits | None, current: Hit | None) -> None:
        """Mark the hits and go to the current one."""
        self.pane.show_hits(hits.new if hits else None, current)
        if current is not None:
            self.pane.go_to(current.paragraph, current.start, READING_LINE)
