"""Keeps both panes at the same place of the text, through the alignment of their paragraphs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from sverka.gui.panes.pane import TextPane
from sverka.gui.panes.plane import READING_LINE
from sverka.model import Side
from sverka.presentation.ribbons import LaneView, Ribbon, ribbons
from sverka.presentation.scroll_map import carry

if TYPE_CHECKING:
    from sverka.presentation.scene import Scene


class PairScrolling(QObject):
    """What one pane does the other follows, while they are `locked`.

    `arrived` when both stand where they should, so that what joins them can be painted.
    """

    arrived = Signal()

    def __init__(self, old: TextPane, new: TextPane, parent: QObject) -> None:
        super().__init__(parent)
        self.old, self.new = old, new
        self.scene: Scene | None = None
        self.locked = True
        self._alone = False
        self._agree_later = QTimer(self, singleShot=True, interval=0)
        self._agree_later.timeout.connect(lambda: self.follow(new))
        for pane in (old, new):
            pane.scrolled.connect(lambda pane=pane: self.follow(pane))
            pane.resized.connect(self._agree_later.start)

    def pane(self, side: Side) -> TextPane:
        """The pane of one version."""
        return self.old if side is Side.OLD else self.new

    def other(self, pane: TextPane) -> TextPane:
        """The pane beside a pane."""
        return self.new if pane is self.old else self.old

    @property
    def at_hand(self) -> TextPane:
        """The pane that has the keys; the revised one where neither has."""
        return self.old if self.old.hasFocus() else self.new

    @contextmanager
    def each_alone(self) -> Iterator[None]:
        """Inside the block a pane that moves takes the other nowhere."""
        self._alone = True
        try:
            yield
        finally:
            self._alone = False

    def follow(self, leader: TextPane, share: float | None = None) -> None:
        """Bring the other pane to the place that corresponds.

        They agree at `share` of the height of the leader, where it is given, else where it suits.
        """
        other = self.other(leader)
        if self._alone or self.scene is None or leader.lane is None or other.lane is None:
            return
        if self.locked:
            with self.each_alone():
                height = leader.viewport().height()
                at = self._agreement(leader) if share is None else height * share
                # The second time the other pane has measured what it shows: the place is exact.
                for _again in range(2):
                    y = carry(
                        self.scene.knots, leader.top + at, leader.side, leader.lane, other.lane
                    )
                    other.scroll_to(y - at)
        self.arrived.emit()

    def _agreement(self, leader: TextPane) -> float:
        """The height at which both panes agree: it slides, so that both ends can be reached."""
        assert leader.lane is not None
        height = leader.viewport().height()
        middle = height * READING_LINE
        room = max(1, leader.lane.total - height)
        below = room - leader.top
        if leader.top < middle:
            return float(leader.top)
        if below < height - middle:
            return height - float(max(0, below))
        return middle

    # The common axis

    def go_to_place(self, share: float) -> None:
        """Scroll to a place of the common axis, from 0 to 1."""
        if self.scene is None:
            return
        ends = self.scene.scale.ends
        knots = self.scene.knots
        k = max(0, min(int(ends.searchsorted(share, "right")) - 1, len(ends) - 2))
        inside = (share - ends[k]) / max(1e-12, float(ends[k + 1] - ends[k]))
        side = Side.NEW if knots.new[k + 1] > knots.new[k] else Side.OLD
        pane = self.pane(side)
        if pane.lane is not None:
            upper = pane.lane.top_of(int(knots.knots(side)[k]))
            lower = pane.lane.top_of(int(knots.knots(side)[k + 1]))
            middle = pane.viewport().height() / 2
            pane.scroll_to(upper + inside * (lower - upper) - middle)

    def in_view(self) -> tuple[float, float] | None:
        """Which part of the common axis is in view; None where nothing is shown."""
        if self.scene is None:
            return None
        pane = self.new if len(self.scene.index.new.paragraphs) else self.old
        if pane.lane is None or not len(pane.lane.column):
            return None
        lower = pane.top + pane.viewport().height()
        return self._axis_place(pane, pane.top), self._axis_place(pane, lower)

    def _axis_place(self, pane: TextPane, y: int) -> float:
        assert pane.lane is not None
        assert self.scene is not None
        paragraph = pane.lane.paragraph_at(y)
        top, bottom = pane.lane.top_of(paragraph), pane.lane.top_of(paragraph + 1)
        share = (y - top) / (bottom - top) if bottom > top else 0.0
        return self.scene.scale.place(pane.side, paragraph, max(0.0, min(1.0, share)))

    def visible_ribbons(self) -> tuple[Ribbon, ...]:
        """What joins the paragraphs in view of both panes."""
        if self.scene is None or self.old.lane is None or self.new.lane is None:
            return ()
        views = [
            LaneView(pane.lane, pane.top, pane.viewport().height())
            for pane in (self.old, self.new)
            if pane.lane is not None
        ]
        return ribbons(self.scene.index, self.scene.knots, *views)
