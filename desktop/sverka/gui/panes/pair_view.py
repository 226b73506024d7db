"""Both panes with their heads, the ribbons and the overview: the two versions side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from sverka.gui.panes import access
from sverka.gui.panes.lock_button import LockButton
from sverka.gui.panes.overview_strip import OverviewStrip
from sverka.gui.panes.pair_scrolling import PairScrolling
from sverka.gui.panes.pair_steps import PairSteps
from sverka.gui.panes.pane import TextPane
from sverka.gui.panes.pane_head import PaneHead
from sverka.gui.panes.plane import READING_LINE
from sverka.gui.panes.ribbon_band import RibbonBand
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current
from sverka.model import Change, Decision, Side, Span
from sverka.presentation.find import Hit, Hits
from sverka.presentation.identity import identity
from sverka.presentation.opened_folds import OpenedFolds
from sverka.presentation.scene import Scene
from sverka.wording import side_name


class PairView(QWidget):
    """The two versions side by side; `steps` leads on from the change at hand.

    `decided` gives the keys of findings and what to do with them, `said` a sentence for the user.
    """

    change_pressed = Signal(int)
    finding_pressed = Signal(int)
    keep_asked = Signal(tuple)
    decided = Signal(tuple, Decision)
    said = Signal(str)
    locked_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        access.install()
        self.scene: Scene | None = None
        self.folds = OpenedFolds()
        self.old, self.new = TextPane(Side.OLD, self), TextPane(Side.NEW, self)
        self.old.setAccessibleName(side_name(Side.OLD, current()))
        self.new.setAccessibleName(side_name(Side.NEW, current()))
        self.scrolling = PairScrolling(self.old, self.new, self)
        self.steps = PairSteps(self.scrolling, self)
        self.band = RibbonBand(self.scrolling.visible_ribbons, self)
        self.overview = OverviewStrip(self)
        self.lock = LockButton(self)
        self._heads = {side: PaneHead(self) for side in Side}
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        middle, corner = QFrame(self), QFrame(self)
        middle.setObjectName("head")
        corner.setObjectName("head")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignCenter)
        heads = (self._heads[Side.OLD], middle, self._heads[Side.NEW], corner)
        bodies = (self.old, self.band, self.new, self.overview)
        for column, (head, body) in enumerate(zip(heads, bodies, strict=True)):
            grid.addWidget(head, 0, column)
            grid.addWidget(body, 1, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(1, 1)

    def _connect(self) -> None:
        for pane in (self.old, self.new):
            pane.change_pressed.connect(self.change_pressed)
            pane.finding_pressed.connect(self.finding_pressed)
            pane.keep_asked.connect(self.keep_asked)
            pane.remove_asked.connect(self._remove)
            pane.end_pressed.connect(lambda at, pane=pane: self.steps.other_end_of(pane, at))
            pane.caret_moved.connect(lambda pane=pane: access.caret_moved(pane))
            pane.fold_pressed.connect(lambda first, pane=pane: self._open_fold(pane.side, first))
        self.scrolling.arrived.connect(self._refresh)
        self.steps.change_asked.connect(self.change_pressed)
        self.steps.said.connect(self.said)
        self.overview.place_asked.connect(self.scrolling.go_to_place)
        self.band.link_pressed.connect(self.steps.bring_link)
        self.lock.toggled.connect(self.set_locked)

    def show_scene(self, scene: Scene, look: Theme) -> None:
        """Show a comparison from its beginning."""
        self.scene = self.scrolling.scene = scene
        self.folds.show(scene.index)
        self._stand_on(None, None)
        with self.scrolling.each_alone():
            for pane in (self.old, self.new):
                pane.show_text(scene.text(pane.side), look, self.folds.closed(pane.side))
                self._heads[pane.side].show_identity(
                    identity(scene.comparison, pane.side, current())
                )
        self._paint_with(look)
        self.overview.show_entries(scene.entries)
        self._refresh()

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        # Each keeps its place while its heights change; only then do they agree again.
        with self.scrolling.each_alone():
            for pane in (self.old, self.new):
                pane.set_look(look)
        self._paint_with(look)
        self.scrolling.follow(self.scrolling.at_hand)

    def show_formatting(self, shown: bool) -> None:
        """Let the words of both versions look as in their files, or all alike."""
        with self.scrolling.each_alone():
            for pane in (self.old, self.new):
                pane.show_formatting(shown)
        self.scrolling.follow(self.scrolling.at_hand)

    def _paint_with(self, look: Theme) -> None:
        self.band.colours = self.overview.colours = self.lock.colours = look.colours
        self.lock.update()
        self.band.update()
        self.overview.update()

    def _refresh(self) -> None:
        """Paint what joins the panes, and where they are in the whole."""
        self.band.update()
        seen = self.scrolling.in_view()
        if seen is not None:
            self.overview.show_view(*seen)

    # Scrolling together or alone

    @property
    def locked(self) -> bool:
        """Whether both panes scroll together."""
        return self.scrolling.locked

    def set_locked(self, locked: bool) -> None:
        """Scroll both panes together, from now on, or each by itself."""
        if locked == self.locked:
            return
        self.scrolling.locked = locked
        self.lock.setChecked(locked)
        self.locked_changed.emit(locked)
        self.said.emit(
            _("Both panes scroll together.") if locked else _("Each pane scrolls by itself.")
        )
        self.scrolling.follow(self.scrolling.at_hand)

    def stand_as(self, former: "PairView") -> None:
        """Scroll, fold and show the overview as another view of the same pair did."""
        self.overview.setHidden(former.overview.isHidden())
        if former.folds.folding:
            self.set_folding(True)
        if not former.locked:
            self.set_locked(False)

    # Folding

    def set_folding(self, folding: bool) -> None:
        """Fold unchanged text away, or show it all."""
        self.folds.set_folding(folding)
        self._fold()

    def _open_fold(self, side: Side, first: int) -> None:
        self.folds.open_first(side, first)
        self._fold()

    def _fold(self) -> None:
        with self.scrolling.each_alone():
            for pane in (self.old, self.new):
                pane.fold(self.folds.closed(pane.side))
        self.scrolling.follow(self.new)

    # Going somewhere

    def show_hits(self, hits: Hits | None, current: Hit | None) -> None:
        """Mark the hits in both panes and go to the current one."""
        for pane in (self.old, self.new):
            pane.show_hits(hits.side(pane.side) if hits else None, current)
        if current is not None:
            if self.folds.open_around(current.side, current.paragraph):
                self._fold()
            pane = self.scrolling.pane(current.side)
            pane.go_to(current.paragraph, current.start, READING_LINE)

    def go_to_change(self, number: int) -> None:
        """Bring a change to the reading line of both panes and mark it."""
        if self.scene is None:
            return
        change = self.scene.comparison.changes[number]
        link = self.scene.comparison.alignment.links[change.link]
        self.old.mark_current(number, None, frozenset(link.old))
        self.new.mark_current(number, None, frozenset(link.new))
        self._stand_on(number, change.link)
        self._bring(change)

    def _stand_on(self, change: int | None, link: int | None) -> None:
        self.band.current = link
        self.steps.stand_on(change, link)

    def _bring(self, change: Change) -> None:
        """Both ends where the change has two; else the other pane follows by the alignment."""
        leader = Side.NEW if change.new is not None else Side.OLD
        spans: dict[Side, Span | None] = {Side.OLD: change.old, Side.NEW: change.new}
        with self.scrolling.each_alone():
            for side, span in spans.items():
                if span is not None:
                    pane = self.scrolling.pane(side)
                    pane.go_to(span.paragraph, span.start, READING_LINE)
        if None in spans.values():
            self.scrolling.follow(self.scrolling.pane(leader), READING_LINE)
        self._refresh()

    def go_to_finding(self, number: int) -> None:
        """Bring a finding to the reading line, where it shows in the text."""
        if self.scene is None:
            return
        finding = self.scene.comparison.findings[number]
        pane, place = self.scrolling.pane(finding.side), finding.place
        self.mark_finding(number)
        if place is not None and not pane.go_to_finding(number):
            pane.mark_current(None, number, frozenset({place.paragraph}))
            pane.go_to(place.paragraph, place.start, READING_LINE)
        self._refresh()

    def mark_finding(self, number: int) -> None:
        """Mark a finding as the current one, without going there."""
        if self.scene is None:
            return
        side = self.scene.comparison.findings[number].side
        for each in (self.old, self.new):
            each.mark_current(None, number if each.side is side else None, frozenset())
        self._stand_on(None, None)
        self.band.update()

    def _remove(self, numbers: tuple[int, ...]) -> None:
        if self.scene is not None:
            findings = self.scene.comparison.findings
            keys = tuple(findings[number].key for number in numbers)
            self.decided.emit(keys, Decision.REMOVED)
