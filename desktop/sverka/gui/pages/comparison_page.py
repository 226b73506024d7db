"""The page of a comparison: the bar with the steps, the chips, the views and the list."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QWidget,
)

from sverka.gui.pages.comparison_layout import ComparisonLayout
from sverka.gui.pages.entry_remarks import EntryRemarks
from sverka.gui.pages.formatting_switch import FormattingSwitch
from sverka.gui.pages.review_panel import ReviewPanel
from sverka.gui.pages.searching import Searching
from sverka.gui.panes.access import announce
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current
from sverka.model import Decision
from sverka.presentation.comparison_index import Ints
from sverka.presentation.finding_table import entries_by_row
from sverka.presentation.inspector import inspect_change, inspect_finding
from sverka.presentation.list_entries import (
    Entries,
    EntryKind,
    EntryReference,
    facets,
    line,
    narrowed,
)
from sverka.presentation.listing import EntryTexts, Order, matching, ordered
from sverka.presentation.navigation import ListStep, go, whereabouts
from sverka.presentation.scene import Scene
from sverka.review import Record, Remark, State
from sverka.wording import summary

_REDLINE, _FINDINGS = 1, 2


class ComparisonPage(ComparisonLayout):
    """Shows one comparison and where the user is in it.

    `said` is a sentence for the status line; `keep_asked` the indexes of findings to keep;
    `moved_on` that the user is elsewhere in it.
    """

    said = Signal(str)
    keep_asked = Signal(tuple)
    decided = Signal(tuple, Decision)
    moved_on = Signal()

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.scene: Scene | None = None
        self.shown: Ints | None = None
        self.current: int | None = None
        self._came_from: tuple[int, int | None] | None = None
        self._texts: EntryTexts | None = None
        self.inspector.show_inspection(None, look)
        self.list.set_look(look)
        self.reviewing = EntryRemarks((self.review, self.findings.review), self)
        self.formatting = FormattingSwitch(self.pair, self.redline, self)
        self.searching = Searching(self.sought, self.found, self.pair, self.redline)
        self.list.changes.remark_of = self.reviewing.remark_of
        self.findings.model.remark_of = self.reviewing.remark_of_finding
        self._connect()
        self._connect_keys()

    def _connect(self) -> None:
        self.bar.view_asked.connect(self.show_view)
        self.searching.said.connect(self.said)
        self.formatting.said.connect(self.said)
        self.filters.chosen_changed.connect(self._narrow)
        self.listing.narrowed.connect(self._narrow)
        self.list.entry_chosen.connect(self.go_to)
        self.pair.change_pressed.connect(self._go_to_change)
        self.pair.finding_pressed.connect(self._go_to_finding)
        self.pair.keep_asked.connect(self.keep_asked)
        self.pair.decided.connect(self.decided)
        self.pair.said.connect(self.said)
        self.said.connect(self._announce)
        self.redline.change_pressed.connect(self._go_to_change)
        self.findings.decided.connect(self.decided)
        self.findings.chosen.connect(self._finding_chosen)
        self.reviewing.changed.connect(self._show_states)
        self.reviewing.undone.connect(lambda step: self.go_to_key(step.key))

    def _connect_keys(self) -> None:
        common: dict[str, Callable[[], None]] = {
            "Space": lambda: self._panel().toggle(State.REVIEWED),
            "Q": lambda: self._panel().toggle(State.QUERY),
            "Shift+N": self.begin_note,
            "N": lambda: self.step(ListStep.NEXT),
            "P": lambda: self.step(ListStep.PREVIOUS),
        }
        places = (
            self.pair.old,
            self.pair.new,
            self.redline.pane,
            self.list,
            self.findings.table,
        )
        for place in places:
            _keys(place, common)

    def show_comparison(self, made: Scene, record: Record | None = None) -> None:
        """Show a comparison from its beginning, and what was said of it before."""
        self.scene, comparison = made, made.comparison
        entries = self.scene.entries
        self._texts = EntryTexts(entries)
        self.searching.show_scene(self.scene)
        self.listing.forget_words()
        self.current = self._came_from = None
        self.reviewing.show_entries(entries, Record() if record is None else record)
        self.question.withdraw()
        self.pair.show_scene(self.scene, self.look)
        self.filters.show_counts(len(comparison.changes), facets(entries))
        self.notices.show_notices(comparison)
        options = comparison.options
        self.ignore.show_options(options, left_out=comparison.statistics.left_out.changes)
        self.findings.show_scene(self.scene, self.look)
        if comparison.changes:
            self.inspector.show_inspection(None, self.look)
        else:
            self.inspector.show_sentence(summary(comparison, current())[0], self.look)
        self._narrow()
        self.show_view(self.views.currentIndex())

    def stand_as(self, former: "ComparisonPage") -> None:
        """Show the same comparison as another page did: its view, chips, order and folds."""
        self.filters.choose(former.filters.chosen)
        self.listing.set_order(former.listing.order)
        self.listing.sought.setText(former.listing.words)
        self.pair.stand_as(former.pair)
        self.splitter.setSizes(former.splitter.sizes())
        self.show_view(former.views.currentIndex())

    def show_view(self, number: int) -> None:
        """Show the panes (0), the redline (1) or the findings (2), at the current entry."""
        if self.scene is None:
            return
        self.bar.press(number)
        self.filters.narrow_findings(number == _FINDINGS)
        before = self.views.currentIndex()
        entered = number == _FINDINGS and before != _FINDINGS
        if before == _FINDINGS and number != _FINDINGS:
            self._leave_findings()
        self.views.setCurrentIndex(number)
        self.sidebar.setVisible(number != _FINDINGS)
        if number == _REDLINE:
            self.redline.show_scene(self.scene, self.look)
        self.searching.look_in(redline=number == _REDLINE)
        if entered:
            self._enter_findings()
        elif self.current is not None:
            self.go_to(self.current)
        self._say_where()
        self.moved_on.emit()
        keys = (self.pair.new, self.redline.pane, self.findings.table)[number]
        keys.setFocus()

    def _enter_findings(self) -> None:
        """In the findings one always stands on one: the current, else that of the row chosen."""
        self._came_from = None
        on_finding = self.current is not None and self._entries().finding(self.current) is not None
        if on_finding and self.current is not None:
            self.go_to(self.current)
        else:
            left = self.current
            self._finding_chosen(self.findings.table.currentIndex().row())
            self._came_from = None if left is None else (left, self.current)

    def _leave_findings(self) -> None:
        """Who only looked at the findings goes on at the change they came from."""
        if self._came_from is not None and self._came_from[1] == self.current:
            self._stand_on(self._came_from[0])
        self._came_from = None

    def _entries(self) -> Entries:
        assert self.scene is not None
        return self.scene.entries

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        self.look = look
        self.list.set_look(look)
        self.pair.set_look(look)
        self.redline.set_look(look)
        self.findings.set_look(look)

    # Where the user is

    def step(self, step: ListStep) -> None:
        """Go to another change; at the end stay and say so."""
        if self.scene is None:
            return
        arrival = go(self._walked(), self.current, step, current())
        if arrival.entry is None:
            self.said.emit(arrival.sentence)
        else:
            self.go_to(arrival.entry)

    def go_to_number(self, number: int) -> None:
        """Go to a change by its number, from 1."""
        self._go_to_change(number - 1)

    @property
    def count(self) -> int:
        """How many changes there are to go to."""
        return len(self.scene.comparison.changes) if self.scene is not None else 0

    def current_number(self) -> int | None:
        """The number of the current change, from 1; None where none is current."""
        if self.scene is None or self.current is None:
            return None
        change = self.scene.entries.change(self.current)
        return None if change is None else change + 1

    def go_to_key(self, key: str) -> None:
        """Go to the entry that has a key, where there is one."""
        entry = self.reviewing.remarked.entry_of(key)
        if entry is not None:
            self.go_to(entry)

    def go_to(self, entry: int) -> None:
        """Go to an entry: list and panes both."""
        if self.scene is None:
            return
        self._stand_on(entry)
        entries = self.scene.entries
        change, finding = entries.change(entry), entries.finding(entry)
        if change is not None:
            self.pair.go_to_change(change)
            self.redline.go_to_change(change)
        elif finding is not None:
            self.pair.go_to_finding(finding)
            self.findings.choose(finding)
        self.pair.overview.show_current(float(entries.places[entry]))

    def _stand_on(self, entry: int) -> None:
        """Make an entry the current one, without moving the text."""
        self.current = entry
        self.reviewing.stand_on(entry)
        self.list.choose(entry)
        self._inspect(entry)
        self._say_where()
        self.said.emit(line(self._entries(), entry, current()).spoken)
        self.moved_on.emit()

    def _inspect(self, entry: int) -> None:
        entries = self._entries()
        change, finding = entries.change(entry), entries.finding(entry)
        if change is not None:
            shown = inspect_change(entries.comparison, change, current())
            self.inspector.show_inspection(shown, self.look)
        elif finding is not None:
            shown = inspect_finding(entries.comparison, finding, current())
            self.inspector.show_inspection(shown, self.look)

    def _announce(self, sentence: str) -> None:
        """Have read aloud what the status line says, after the place where one is."""
        place = self.where.text() if self.current is not None else ""
        announce(self, ". ".join(filter(None, (place, sentence))))

    def _walked(self) -> Ints:
        """The entries that the steps lead through: those of the list, or of the table."""
        if self.views.currentIndex() != _FINDINGS and self.shown is not None:
            return self.shown
        return entries_by_row(self._entries(), self.filters.chosen_findings)

    def _go_to_change(self, change: int) -> None:
        if self.scene is not None and 0 <= change < len(self.scene.comparison.changes):
            self.go_to(self.scene.entries.entry_of(EntryReference(EntryKind.CHANGE, change)))

    def _go_to_finding(self, finding: int) -> None:
        """A chip was pressed: it is current, and the text stays where it is."""
        if self.scene is not None:
            self._stand_on(self.scene.entries.entry_of(EntryReference(EntryKind.FINDING, finding)))
            self.pair.mark_finding(finding)

    def _finding_chosen(self, finding: int) -> None:
        """A row of the findings was chosen, by the user or by going to it."""
        if self.scene is None or self.views.currentIndex() != _FINDINGS or finding < 0:
            return
        entry = self.scene.entries.entry_of(EntryReference(EntryKind.FINDING, finding))
        if entry != self.current:
            self._stand_on(entry)

    # Reviewing

    def _panel(self) -> ReviewPanel:
        in_findings = self.views.currentIndex() == _FINDINGS
        return self.findings.review if in_findings else self.review

    def begin_note(self) -> None:
        """Give the keys to the note."""
        self._panel().begin_note()

    def toggle(self, state: State) -> None:
        """Give the current entry a state, or take it back."""
        self._panel().toggle(state)

    def numbered_remarks(self) -> tuple[tuple[int, Remark], ...]:
        """What was said, by the numbers of the changes from 1."""
        return self.reviewing.remarked.numbered()

    def undo(self) -> None:
        """Take the last remark or decision back."""
        if not self.reviewing.undo():
            self.said.emit(_("There is nothing to undo."))

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self.reviewing.redo():
            self.said.emit(_("There is nothing to redo."))

    def _show_states(self) -> None:
        self.list.changes.refresh()
        self.findings.refresh()
        if self.listing.order is Order.STATE:
            self._narrow()

    # The list

    def begin_list_search(self) -> None:
        """Give the keys to the field that searches the list."""
        self.listing.sought.setFocus()
        self.listing.sought.selectAll()

    def _narrow(self) -> None:
        if self.scene is None or self._texts is None:
            return
        entries, remark_of = self.scene.entries, self.reviewing.remark_of
        shown = narrowed(entries, self.filters.chosen)
        shown = matching(self._texts, shown, self.listing.words, lambda e: remark_of(e).note)
        self.shown = ordered(entries, shown, self.listing.order, self.reviewing.remarked.rank_of)
        self.list.show_entries(entries, self.shown)
        self.findings.narrow(self.filters.chosen_findings)
        self.list.choose(self.current)
        self._say_where()
        self.moved_on.emit()

    def _say_where(self) -> None:
        if self.scene is not None and self.shown is not None:
            self.where.setText(
                whereabouts(self.scene.entries, self._walked(), self.current, current())
            )

    # Reading

    def toggle_folding(self) -> None:
        """Fold unchanged text away, or show it again."""
        self.pair.set_folding(not self.pair.folds.folding)
        self.said.emit(
            _("Unchanged text is folded.")
            if self.pair.folds.folding and self.pair.folds.known
            else _("All text is shown.")
        )

    @property
    def in_redline(self) -> bool:
        """Whether the redline is the view shown."""
        return self.views.currentIndex() == _REDLINE

    def toggle_overview(self) -> None:
        """Hide the overview strip, or show it again."""
        self.pair.overview.setHidden(not self.pair.overview.isHidden())

    def copy(self) -> None:
        """Copy what is selected: in the field, in the pane with the keys, else in the other."""
        if self.sought.hasFocus():
            self.sought.copy()
            return
        panes = sorted(
            (self.pair.old, self.pair.new, self.redline.pane), key=lambda pane: not pane.hasFocus()
        )
        if not any(pane.copy() for pane in panes):
            self.said.emit(_("Nothing is selected."))

    def other_pane(self) -> None:
        """Give the keys to the other pane."""
        other = self.pair.old if self.pair.new.hasFocus() else self.pair.new
        other.setFocus()


def _keys(widget: QWidget, deeds: Mapping[str, Callable[[], None]]) -> None:
    """Let keys do something while `widget` has them."""
    for key, deed in deeds.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(deed)
