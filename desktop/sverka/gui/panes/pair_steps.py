"""Steps from the change at hand: to a difference inside it, to the other end of a move."""

from PySide6.QtCore import QObject, Signal

from sverka.gui.panes.pair_scrolling import PairScrolling
from sverka.gui.panes.pane import TextPane
from sverka.gui.panes.plane import READING_LINE
from sverka.gui.plumbing.window_language import _
from sverka.model import Side
from sverka.presentation.inner import Difference, differences_of
from sverka.presentation.selection import Place, Selection


class PairSteps(QObject):
    """`change_asked` is the change to make the current one; `said` a sentence for the user."""

    change_asked = Signal(int)
    said = Signal(str)

    def __init__(self, scrolling: PairScrolling, parent: QObject) -> None:
        super().__init__(parent)
        self._scrolling = scrolling
        self._change: int | None = None
        self._link: int | None = None
        self._difference: Difference | None = None

    def stand_on(self, change: int | None, link: int | None) -> None:
        """The steps begin at a change and its link from now on, or at none."""
        self._change, self._link = change, link
        if self._difference is not None and self._difference.change != change:
            self._difference = None

    # Inside

    def step_inside(self, by: int) -> None:
        """Go to the next difference inside the paragraphs of the current change, or back."""
        scene = self._scrolling.scene
        if scene is None or self._link is None:
            self.said.emit(_("Go to a change first; this key leads through what differs in it."))
            return
        found = differences_of(scene.index, self._link)
        numbers = [difference.change for difference in found]
        if self._difference in found:
            at = found.index(self._difference) + by
        else:
            at = numbers.index(self._change) if self._change in numbers else 0
        if not 0 <= at < len(found):
            self.said.emit(
                _("There is no further place of this change.")
                if any(difference.elsewhere for difference in found)
                else _("There is no further difference in this paragraph.")
            )
            return
        if found[at].change != self._change:
            self.change_asked.emit(found[at].change)
        self._difference = found[at]
        self._select(found[at])
        place = (
            _("Place {number} of {total} of this change")
            if any(difference.elsewhere for difference in found)
            else _("Difference {number} of {total} in this paragraph")
        )
        self.said.emit(place.format(number=at + 1, total=len(found)))

    def _select(self, difference: Difference) -> None:
        for pane in (self._scrolling.old, self._scrolling.new):
            span = difference.span(pane.side)
            if span is None:
                continue
            ends = Place(span.paragraph, span.start), Place(span.paragraph, span.end)
            pane.select(Selection(*ends))
            pane.put_caret(ends[0])
            box = pane.offset_box(span.paragraph, span.start)
            if not 0 <= box.top() < pane.viewport().height() - 30:
                pane.go_to(span.paragraph, span.start, READING_LINE)

    # Both ends

    def other_end(self) -> None:
        """Go to the other end of the move at hand: that of the caret, else the current change."""
        scene, pane = self._scrolling.scene, self._scrolling.at_hand
        if scene is None:
            return
        links = scene.comparison.alignment.links
        if pane.caret is not None:
            paragraph = pane.place_of(pane.caret).paragraph
            if links[int(scene.index.side(pane.side).link_of[paragraph])].moved:
                self.other_end_of(pane, paragraph)
                return
        if self._link is None or not links[self._link].moved:
            self.said.emit(_("There is no moved paragraph here."))
            return
        link = links[self._link]
        self.other_end_of(pane, (link.old if pane.side is Side.OLD else link.new)[0])

    def other_end_of(self, pane: TextPane, paragraph: int) -> None:
        """Bring the other end of a moved paragraph beside it, and give that pane the keys."""
        scene = self._scrolling.scene
        if scene is None:
            return
        number = int(scene.index.side(pane.side).link_of[paragraph])
        link = scene.comparison.alignment.links[number]
        other = self._scrolling.other(pane)
        target = (link.old if other.side is Side.OLD else link.new)[0]
        at = pane.offset_box(paragraph, 0).top() / max(1, pane.viewport().height())
        self._ask_for(number)
        with self._scrolling.each_alone():
            if not 0 <= at < 0.9:
                at = READING_LINE
                pane.go_to(paragraph, 0, at)
            other.go_to(target, 0, at)
        other.put_caret(Place(target, 0))
        other.setFocus()
        self._scrolling.arrived.emit()
        words = (
            _("Paragraph {number} of the original")
            if other.side is Side.OLD
            else _("Paragraph {number} of the revised version")
        )
        self.said.emit(words.format(number=target + 1))

    def bring_link(self, number: int) -> None:
        """Bring both ends of a link to the reading line, and mark them."""
        scene = self._scrolling.scene
        if scene is None:
            return
        link = scene.comparison.alignment.links[number]
        self._ask_for(number)
        with self._scrolling.each_alone():
            for pane in (self._scrolling.old, self._scrolling.new):
                paragraphs = link.old if pane.side is Side.OLD else link.new
                if paragraphs:
                    pane.go_to(paragraphs[0], 0, READING_LINE)
        self._scrolling.arrived.emit()

    def _ask_for(self, number: int) -> None:
        """Make the change that is this link, or one in it, the current one."""
        assert self._scrolling.scene is not None
        found = differences_of(self._scrolling.scene.index, number)
        if found:
            self.change_asked.emit(found[0].change)
