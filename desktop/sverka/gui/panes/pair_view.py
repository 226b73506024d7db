"""Both panes with their heads, the ribbons and the overview; keeps them at the same place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sverka.gui.panes import access
from sverka.gui.panes.lock_button import LockButton
from sverka.gui.panes.overview_strip import OverviewStrip
from sverka.gui.panes.pane import TextPane
from sverka.gui.panes.plane import READING_LINE
from sverka.gui.panes.ribbon_band import RibbonBand
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _
from sverka.model import Change, Decision, Side, Span
from sverka.presentation.find import Hit, Hits
from sverka.presentation.folds import Fold, folds
from sverka.presentation.identity import Identity, identity
from sverka.presentation.inner import Difference, differences_of
from sverka.presentation.ribbons import LaneView, Ribbon, ribbons
from sverka.presentation.scene import Scene
from sverka.presentation.scroll_map import carry
from sverka.presentation.selection import Place, Selection


class PairView(QWidget):
    """The two versions side by side.

    `decided` gives the ids of findings and what to do with them, `said` a sentence for the user.
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
        self.locked = True
        self.folding = False
        self.all_folds: tuple[Fold, ...] = ()
        self.opened_folds: set[int] = set()
        self._following = False
        self._agree_later = QTimer(self, singleShot=True, interval=0)
        self.old, self.new = TextPane(Side.OLD, self), TextPane(Side.NEW, self)
        self.old.setAccessibleName(_("Original"))
        self.new.setAccessibleName(_("Revised"))
        self.band = RibbonBand(self._visible_ribbons, self)
        self.overview = OverviewStrip(self)
        self.lock = LockButton(self)
        self._inner: Difference | None = None
        self._heads = {side: PaneHead(self) for side in Side}
        self._arrange()
        self._agree_later.timeout.connect(lambda: self._follow(self.new))
        for pane in (self.old, self.new):
            pane.scrolled.connect(lambda pane=pane: self._follow(pane))
            pane.resized.connect(self._agree_later.start)
            pane.change_pressed.connect(self.change_pressed)
            pane.finding_pressed.connect(self.finding_pressed)
            pane.keep_asked.connect(self.keep_asked)
            pane.remove_asked.connect(self._remove)
            pane.end_pressed.connect(lambda number, pane=pane: self._other_end_of(pane, number))
            pane.caret_moved.connect(lambda pane=pane: access.caret_moved(pane))
            pane.fold_pressed.connect(lambda first, pane=pane: self._open_fold(pane.side, first))
        self.overview.place_asked.connect(self.go_to_place)
        self.band.link_pressed.connect(self._bring_link)
        self.lock.toggled.connect(self.set_locked)

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

    def show_scene(self, scene: Scene, look: Theme) -> None:
        """Show a comparison from its beginning."""
        self.scene = scene
        self._following = True
        self.all_folds = folds(scene.index) if self.folding else ()
        self.opened_folds = set()
        self._inner, self.band.current = None, None
        for pane in (self.old, self.new):
            pane.show_text(scene.text(pane.side), look, self._folded(pane.side))
            self._heads[pane.side].show_identity(identity(scene.comparison, pane.side))
        self._following = False
        self._paint_with(look)
        self.overview.show_entries(scene.entries)
        self._refresh()

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        # Each keeps its place while its heights change; only then do they agree again.
        self._following = True
        for pane in (self.old, self.new):
            pane.set_look(look)
        self._following = False
        self._paint_with(look)
        self._follow(self.old if self.old.hasFocus() else self.new)

    def _paint_with(self, look: Theme) -> None:
        self.band.colours = self.overview.colours = self.lock.colours = look.colours
        self.lock.update()
        self.band.update()
        self.overview.update()

    def pane(self, side: Side) -> TextPane:
        """The pane of one version."""
        return self.old if side is Side.OLD else self.new

    # Scrolling together or alone

    def set_locked(self, locked: bool) -> None:
        """Scroll both panes together, from now on, or each by itself."""
        if locked == self.locked:
            return
        self.locked = locked
        self.lock.setChecked(locked)
        self.locked_changed.emit(locked)
        self.said.emit(
            _("Both panes scroll together.") if locked else _("Each pane scrolls by itself.")
        )
        self._follow(self.old if self.old.hasFocus() else self.new)

    # Folding

    def set_folding(self, folding: bool) -> None:
        """Fold unchanged text away, or show it all."""
        self.folding = folding
        if folding and not self.all_folds and self.scene is not None:
            self.all_folds = folds(self.scene.index)
        self.opened_folds = set()
        self._fold()

    def _open_fold(self, side: Side, first: int) -> None:
        self.opened_folds |= {f.old[0] for f in self.all_folds if f.side(side)[0] == first}
        self._fold()

    def _open_around(self, side: Side, paragraph: int) -> None:
        """Open the fold that hides a paragraph, for who goes there."""
        for fold in self.all_folds if self.folding else ():
            first, last = fold.side(side)
            if first <= paragraph < last and fold.old[0] not in self.opened_folds:
                self.opened_folds.add(fold.old[0])
                self._fold()

    def _folded(self, side: Side) -> tuple[tuple[int, int], ...]:
        if not self.folding:
            return ()
        return tuple(f.side(side) for f in self.all_folds if f.old[0] not in self.opened_folds)

    def _fold(self) -> None:
        self._following = True
        for pane in (self.old, self.new):
            pane.fold(self._folded(pane.side))
        self._following = False
        self._follow(self.new)

    # Finding

    def show_hits(self, hits: Hits | None, current: Hit | None) -> None:
        """Mark the hits in both panes and go to the current one."""
        for pane in (self.old, self.new):
            pane.show_hits(hits.side(pane.side) if hits else None, current)
        if current is not None:
            self._open_around(current.side, current.paragraph)
            self.pane(current.side).go_to(current.paragraph, current.start, READING_LINE)

    # Going somewhere

    def go_to_change(self, number: int) -> None:
        """Bring a change to the reading line of both panes and mark it."""
        if self.scene is None:
            return
        change = self.scene.comparison.changes[number]
        link = self.scene.comparison.alignment.links[change.link]
        self.old.mark_current(number, None, frozenset(link.old))
        self.new.mark_current(number, None, frozenset(link.new))
        self.band.current = change.link
        if self._inner is not None and self._inner.change != number:
            self._inner = None
        self._bring(change)

    def step_inside(self, by: int) -> None:
        """Go to the next difference inside the paragraphs of the current change, or back."""
        if self.scene is None or self.band.current is None:
            self.said.emit(_("Go to a change first; this key leads through what differs in it."))
            return
        found = differences_of(self.scene.index, self.band.current)
        numbers = [d.change for d in found]
        if self._inner in found:
            at = found.index(self._inner) + by
        elif self.old.current_change in numbers:
            at = numbers.index(self.old.current_change)
        else:
            at = 0
        if not 0 <= at < len(found):
            self.said.emit(_("There is no further difference in this paragraph."))
            return
        self._inner = found[at]
        if found[at].change != self.old.current_change:
            self.change_pressed.emit(found[at].change)
            self._inner = found[at]
        self._select(found[at])
        place = _("Difference {number} of {total} in this paragraph")
        self.said.emit(place.format(number=at + 1, total=len(found)))

    def _select(self, difference: Difference) -> None:
        for pane in (self.old, self.new):
            span = difference.span(pane.side)
            if span is None:
                continue
            ends = Place(span.paragraph, span.start), Place(span.paragraph, span.end)
            pane.select(Selection(*ends))
            pane.put_caret(ends[0])
            box = pane.offset_box(span.paragraph, span.start)
            if not 0 <= box.top() < pane.viewport().height() - 30:
                pane.go_to(span.paragraph, span.start, READING_LINE)

    def other_end(self) -> None:
        """Go to the other end of the move at hand: that of the caret, else the current change."""
        pane = self.old if self.old.hasFocus() else self.new
        if self.scene is None:
            return
        links = self.scene.comparison.alignment.links
        if pane.caret is not None:
            paragraph = pane.place_of(pane.caret).paragraph
            if links[int(self.scene.index.side(pane.side).link_of[paragraph])].moved:
                self._other_end_of(pane, paragraph)
                return
        if self.band.current is None or not links[self.band.current].moved:
            self.said.emit(_("There is no moved paragraph here."))
            return
        link = links[self.band.current]
        self._other_end_of(pane, (link.old if pane is self.old else link.new)[0])

    def _other_end_of(self, pane: TextPane, paragraph: int) -> None:
        """Bring the other end of a moved paragraph beside it, and give that pane the keys."""
        if self.scene is None:
            return
        number = int(self.scene.index.side(pane.side).link_of[paragraph])
        link = self.scene.comparison.alignment.links[number]
        other = self.new if pane is self.old else self.old
        target = (link.new if other is self.new else link.old)[0]
        at = pane.offset_box(paragraph, 0).top() / max(1, pane.viewport().height())
        self._show_link(number)
        self._following = True
        if not 0 <= at < 0.9:
            at = READING_LINE
            pane.go_to(paragraph, 0, at)
        other.go_to(target, 0, at)
        self._following = False
        other.put_caret(Place(target, 0))
        other.setFocus()
        self._refresh()
        words = (
            _("Paragraph {number} of the original")
            if other is self.old
            else _("Paragraph {number} of the revised version")
        )
        self.said.emit(words.format(number=target + 1))

    def _bring_link(self, number: int) -> None:
        """Bring both ends of a link to the reading line, and mark them."""
        if self.scene is None:
            return
        link = self.scene.comparison.alignment.links[number]
        self._show_link(number)
        self._following = True
        for pane, paragraphs in ((self.old, link.old), (self.new, link.new)):
            if paragraphs:
                pane.go_to(paragraphs[0], 0, READING_LINE)
        self._following = False
        self._refresh()

    def _show_link(self, number: int) -> None:
        """Make the change that is this link, or one in it, the current one."""
        assert self.scene is not None
        found = differences_of(self.scene.index, number)
        if found:
            self.change_pressed.emit(found[0].change)

    def _remove(self, numbers: tuple[int, ...]) -> None:
        if self.scene is not None:
            findings = self.scene.comparison.findings
            ids = tuple(findings[number].id for number in numbers)
            self.decided.emit(ids, Decision.REMOVED)

    def _bring(self, change: Change) -> None:
        """Both ends where the change has two; else the other pane follows by the alignment."""
        leader = Side.NEW if change.new is not None else Side.OLD
        spans: dict[Side, Span | None] = {Side.OLD: change.old, Side.NEW: change.new}
        self._following = True
        for side, span in spans.items():
            if span is not None:
                self.pane(side).go_to(span.paragraph, span.start, READING_LINE)
        self._following = False
        if None in spans.values():
            self._follow(self.pane(leader), READING_LINE)
        self._refresh()

    def go_to_finding(self, number: int) -> None:
        """Bring a finding to the reading line, where it shows in the text."""
        if self.scene is None:
            return
        finding = self.scene.comparison.findings[number]
        pane, place = self.pane(finding.side), finding.place
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
        self.band.current = None
        self.band.update()

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

    # Keeping together

    def _follow(self, leader: TextPane, share: float | None = None) -> None:
        """Bring the other pane to the place that corresponds, and paint what joins them."""
        other = self.new if leader is self.old else self.old
        if self._following or self.scene is None or leader.lane is None or other.lane is None:
            return
        if self.locked:
            self._following = True
            at = self._agreement(leader) if share is None else leader.viewport().height() * share
            # The second time the other pane has measured what it shows, and the place is exact.
            for _again in range(2):
                y = carry(self.scene.knots, leader.top + at, leader.side, leader.lane, other.lane)
                other.scroll_to(y - at)
            self._following = False
        self._refresh()

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

    def _refresh(self) -> None:
        self.band.update()
        if self.scene is None:
            return
        pane = self.new if len(self.scene.index.new.paragraphs) else self.old
        if pane.lane is None or not len(pane.lane.column):
            return
        self.overview.show_view(
            self._axis_place(pane, pane.top),
            self._axis_place(pane, pane.top + pane.viewport().height()),
        )

    def _axis_place(self, pane: TextPane, y: int) -> float:
        assert pane.lane is not None
        assert self.scene is not None
        paragraph = pane.lane.paragraph_at(y)
        top, bottom = pane.lane.top_of(paragraph), pane.lane.top_of(paragraph + 1)
        share = (y - top) / (bottom - top) if bottom > top else 0.0
        return self.scene.scale.place(pane.side, paragraph, max(0.0, min(1.0, share)))

    def _visible_ribbons(self) -> tuple[Ribbon, ...]:
        if self.scene is None or self.old.lane is None or self.new.lane is None:
            return ()
        views = [
            LaneView(pane.lane, pane.top, pane.viewport().height())
            for pane in (self.old, self.new)
            if pane.lane is not None
        ]
        return ribbons(self.scene.index, self.scene.knots, *views)


class PaneHead(QFrame):
    """Which file a pane shows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._title, self._about = QLabel(self), QLabel(self)
        self._title.setProperty("role", "heading")
        self._about.setProperty("role", "soft")
        for label in (self._title, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(60)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 6, 12, 6)
        rows.setSpacing(1)
        rows.addWidget(self._title)
        rows.addWidget(self._about)

    def show_identity(self, known: Identity) -> None:
        """Show the name of a file and what is known of it."""
        self._title.setText(known.title)
        self._about.setText(known.about)
        self.setToolTip(known.path)
