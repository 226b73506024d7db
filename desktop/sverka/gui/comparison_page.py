"""The page of a comparison: the bar with the steps, the chips, both panes and the list."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sverka.gui.change_list import ChangeList
from sverka.gui.filter_bar import FilterBar
from sverka.gui.findings_view import FindingsView
from sverka.gui.ignore_menu import IgnoreMenu
from sverka.gui.inspector_panel import InspectorPanel
from sverka.gui.notice_bar import NoticeBar
from sverka.gui.panes.pair_view import PairView
from sverka.gui.panes.redline_view import RedlineView
from sverka.gui.review_panel import ReviewPanel
from sverka.gui.theme import Theme
from sverka.language import _, ngettext
from sverka.model import Comparison, Decision
from sverka.presentation.entries import facets, line, narrowed
from sverka.presentation.find import Finder, Hits
from sverka.presentation.inspector import inspect_change, inspect_finding
from sverka.presentation.navigation import Step, go, whereabouts
from sverka.presentation.scene import Scene, scene
from sverka.review import Remark, Remarks, State, change_keys

if TYPE_CHECKING:
    from sverka.presentation.index import Ints


_REDLINE, _FINDINGS = 1, 2


class ComparisonPage(QWidget):
    """Shows one comparison and where the user is in it.

    `said` is a sentence for the status line; `keep_asked` the indexes of findings to keep.
    """

    said = Signal(str)
    keep_asked = Signal(tuple)
    decided = Signal(tuple, Decision)
    moved_on = Signal()
    remarked = Signal()
    open_asked = Signal()
    swap_asked = Signal()
    report_asked = Signal()

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.scene: Scene | None = None
        self.shown: Ints | None = None
        self.current: int | None = None
        self.views = QStackedWidget(self)
        self.pair = PairView(self.views)
        self.redline = RedlineView(self.views)
        self.findings = FindingsView(self.views)
        for view in (self.pair, self.redline, self.findings):
            self.views.addWidget(view)
        self.inspector = InspectorPanel(self)
        self.inspector.show_inspection(None, look)
        self.filters = FilterBar(self)
        self.notices = NoticeBar(self)
        self.ignore = IgnoreMenu(self)
        self.list = ChangeList(self)
        self.list.set_look(look)
        self.where, self.found = QLabel(self), QLabel(self)
        self.sought = QLineEdit(self)
        self._finder: Finder | None = None
        self._hits: Hits | None = None
        self._hit = -1
        self.review = ReviewPanel(self)
        self.remarks = Remarks()
        self._keys: tuple[str, ...] | None = None
        self.list.changes.remark_of = self._remark_of
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        side = self._sidebar = QFrame(self)
        side.setObjectName("sidebar")
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        halves = QSplitter(Qt.Orientation.Vertical, side)
        halves.setHandleWidth(1)
        halves.addWidget(self.list)
        lower = QFrame(halves)
        lower.setObjectName("inspector")
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 1, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.inspector, 1)
        below.addWidget(self.review)
        halves.addWidget(lower)
        halves.setSizes([360, 290])
        halves.setStretchFactor(0, 1)
        column.addWidget(halves)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.views)
        self.splitter.addWidget(side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([940, 320])
        side.setMinimumWidth(220)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self._topbar(), self._narrowing(), self.notices):
            rows.addWidget(widget)
        rows.addWidget(self.splitter, 1)

    def _narrowing(self) -> QFrame:
        """The chips, and beside them what is ignored."""
        bar = QFrame(self)
        bar.setObjectName("narrowing")
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 14, 0)
        row.addWidget(self.filters, 1)
        corner = QVBoxLayout()
        corner.setContentsMargins(0, 7, 0, 7)
        corner.addWidget(self.ignore)
        corner.addStretch(1)
        row.addLayout(corner)
        return bar

    def _topbar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("topbar")
        self.where.setProperty("role", "heading")
        self.where.setAccessibleName(_("Where you are"))
        self.previous = _button("↑", _("Previous change"), "Alt+↑", bar)
        self.next = _button("↓", _("Next change"), "Alt+↓", bar)
        self.previous.clicked.connect(lambda: self.step(Step.PREVIOUS))
        self.next.clicked.connect(lambda: self.step(Step.NEXT))
        opened = _button(_("Open…"), _("Open two other files"), "Ctrl+O", bar)
        opened.clicked.connect(self.open_asked)
        swap = _button(_("⇄ Swap"), _("Swap original and revised"), "Alt+\\", bar)
        swap.clicked.connect(self.swap_asked)
        self.sought.setPlaceholderText(_("Find in both…  Ctrl+F"))
        self.sought.setAccessibleName(_("Find in both versions"))
        self.sought.setMinimumWidth(190)
        self.sought.setMaximumWidth(230)
        self.sought.setClearButtonEnabled(True)
        self.found.setProperty("role", "soft")
        export = _button(_("Export report…"), _("Write a report as a Word document"), "Ctrl+E", bar)
        export.setProperty("role", "primary")
        export.clicked.connect(self.report_asked)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(opened)
        row.addWidget(swap)
        row.addSpacing(8)
        row.addWidget(self._switch(bar))
        row.addStretch(1)
        for widget in (self.previous, self.where, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addWidget(self.sought)
        row.addWidget(export)
        return bar

    def _switch(self, parent: QWidget) -> QFrame:
        """The three views, one of them pressed."""
        switch = QFrame(parent)
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._switches = QButtonGroup(switch)
        names = (_("Side by side"), _("Redline"), _("Findings"))
        for number, (name, place) in enumerate(
            zip(names, ("first", "middle", "last"), strict=True)
        ):
            button = QToolButton(switch)
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("role", "view")
            button.setProperty("place", place)
            button.setToolTip(f"{name} (Ctrl+{number + 1})")
            button.clicked.connect(lambda *_pressed, number=number: self.show_view(number))
            self._switches.addButton(button, number)
            row.addWidget(button)
        return switch

    def show_view(self, number: int) -> None:
        """Show the panes (0), the redline (1) or the findings (2), at the current entry."""
        if self.scene is None:
            return
        self._switches.button(number).setChecked(True)
        self.views.setCurrentIndex(number)
        self._sidebar.setVisible(number != _FINDINGS)
        if number == _REDLINE:
            self.redline.show_scene(self.scene, self.look)
        self._find(self.sought.text())
        if self.current is not None:
            self.go_to(self.current)
        keys = (self.pair.new, self.redline.pane, self.findings.table)[number]
        keys.setFocus()

    def _connect(self) -> None:
        self.sought.textChanged.connect(self._find)
        self.sought.returnPressed.connect(lambda: self.step_hit(1))
        escape = QShortcut(QKeySequence("Esc"), self.sought)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._leave_find)
        self.filters.chosen_changed.connect(self._narrow)
        self.list.entry_chosen.connect(self.go_to)
        self.pair.change_pressed.connect(self._go_to_change)
        self.pair.finding_pressed.connect(self._go_to_finding)
        self.pair.keep_asked.connect(self.keep_asked)
        self.redline.change_pressed.connect(self._go_to_change)
        self.findings.decided.connect(self.decided)
        self.review.remarked.connect(self._remark)
        common: dict[str, Callable[[], None]] = {
            "Space": lambda: self.review.toggle(State.REVIEWED),
            "Q": lambda: self.review.toggle(State.QUERY),
            "Shift+N": self.review.begin_note,
        }
        walking: dict[str, Callable[[], None]] = {
            "N": lambda: self.step(Step.NEXT),
            "P": lambda: self.step(Step.PREVIOUS),
        }
        for pane in (self.pair.old, self.pair.new, self.redline.pane):
            _keys(pane, common | walking)
        _keys(self.list, {**common, "N": self.review.begin_note})

    def show_comparison(self, comparison: Comparison) -> None:
        """Show a comparison from its beginning."""
        self.scene = scene(comparison)
        self._finder, self._hits, self._hit = None, None, -1
        self.sought.clear()
        self.review.keep()
        self.current, self._keys = None, None
        self.remarks = Remarks()
        self._show_remark()
        entries = self.scene.entries
        self.pair.show_scene(self.scene, self.look)
        self.filters.show_counts(len(comparison.changes), facets(entries))
        self.notices.show_notices(comparison.notices)
        options = comparison.options
        self.ignore.show_options(options.ignore, keep_furniture=options.keep_furniture)
        self.findings.show_scene(self.scene, self.look)
        self.inspector.show_inspection(None, self.look)
        self._narrow()
        self.show_view(self.views.currentIndex())

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        self.look = look
        self.list.set_look(look)
        self.pair.set_look(look)
        self.redline.set_look(look)
        self.findings.set_look(look)

    # Where the user is

    def step(self, step: Step) -> None:
        """Go to another change; at the end stay and say so."""
        if self.scene is None or self.shown is None:
            return
        arrival = go(self.shown, self.current, step)
        if arrival.entry is None:
            self.said.emit(arrival.sentence)
        else:
            self.go_to(arrival.entry)

    def go_to(self, entry: int) -> None:
        """Go to an entry: list and panes both."""
        if self.scene is None:
            return
        self.review.keep()
        self.current = entry
        entries = self.scene.entries
        change, finding = entries.change(entry), entries.finding(entry)
        if change is not None:
            self.pair.go_to_change(change)
            self.redline.go_to_change(change)
            self.inspector.show_inspection(inspect_change(self.scene.comparison, change), self.look)
        elif finding is not None:
            self.pair.go_to_finding(finding)
            self.findings.choose(finding)
            self.inspector.show_inspection(
                inspect_finding(self.scene.comparison, finding), self.look
            )
        self.pair.overview.show_current(float(entries.places[entry]))
        self.list.choose(entry)
        self._show_remark()
        self._say_where()
        self.said.emit(line(entries, entry).spoken)
        self.moved_on.emit()

    # Reviewing

    def show_remarks(self, remarks: Remarks) -> None:
        """Take over what was said of the changes of this comparison."""
        self.remarks = remarks
        self._show_remark()
        self.list.changes.refresh()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the changes, made when first needed."""
        if self._keys is None:
            self._keys = change_keys(self.scene.comparison) if self.scene else ()
        return self._keys

    def progress_words(self) -> str:
        """ "5 of 43 reviewed"; nothing before the first remark."""
        if not self.remarks:
            return ""
        done = sum(self.remarks.of(key).state is State.REVIEWED for key in self.keys)
        return _("{count} of {total} reviewed").format(count=done, total=len(self.keys))

    def numbered_remarks(self) -> tuple[tuple[int, Remark], ...]:
        """What was said, by the numbers of the changes from 1."""
        if not self.remarks:
            return ()
        return tuple(
            (number, self.remarks.of(key))
            for number, key in enumerate(self.keys, 1)
            if self.remarks.of(key) != Remark()
        )

    def undo(self) -> None:
        """Take the last remark back."""
        self._after_step(self.remarks.undo(), _("There is nothing to undo."))

    def redo(self) -> None:
        """Say again what was taken back."""
        self._after_step(self.remarks.redo(), _("There is nothing to redo."))

    def _after_step(self, key: str | None, otherwise: str) -> None:
        if key is None or self.scene is None:
            self.said.emit(otherwise)
            return
        if key in self.keys:
            self.go_to(self.scene.entries.entry_of_change(self.keys.index(key)))
        self._remarks_changed()

    def _remark(self, remark: Remark) -> None:
        key = self._current_key()
        if key is not None:
            self.remarks.put(key, remark)
            self._remarks_changed()

    def _remarks_changed(self) -> None:
        self._show_remark()
        self.list.changes.refresh()
        self.remarked.emit()

    def _current_key(self) -> str | None:
        if self.scene is None or self.current is None:
            return None
        change = self.scene.entries.change(self.current)
        return None if change is None else self.keys[change]

    def _show_remark(self) -> None:
        key = self._current_key()
        self.review.show_remark(None if key is None else self.remarks.of(key))

    def _remark_of(self, entry: int) -> Remark:
        if self.scene is None or not self.remarks:
            return Remark()
        change = self.scene.entries.change(entry)
        return Remark() if change is None else self.remarks.of(self.keys[change])

    # Finding

    def begin_find(self) -> None:
        """Give the keys to the field for the words to find."""
        self.sought.setFocus()
        self.sought.selectAll()

    def step_hit(self, by: int) -> None:
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
        self._show_hit()

    def _find(self, words: str) -> None:
        if self.scene is None:
            return
        if self._finder is None:
            self._finder = Finder(self.scene)
        if self.views.currentIndex() == _REDLINE:
            self._hits = self.redline.hits_of(words)
        else:
            self._hits = self._finder.find(words) if words else None
        self._hit = -1
        self._show_hit()

    def _show_hit(self) -> None:
        hits = self._hits
        current = hits.hit(self._hit) if hits and self._hit >= 0 else None
        if self.views.currentIndex() == _REDLINE:
            self.redline.show_hits(hits, current)
        else:
            self.pair.show_hits(hits, current)
        if hits is None:
            self.found.clear()
        elif self._hit >= 0:
            place = _("{number} of {total}")
            self.found.setText(place.format(number=self._hit + 1, total=len(hits)))
        else:
            count = len(hits)
            self.found.setText(ngettext("{count} hit", "{count} hits", count).format(count=count))

    def _leave_find(self) -> None:
        self.sought.clear()
        self.pair.new.setFocus()

    def toggle_folding(self) -> None:
        """Fold unchanged text away, or show it again."""
        self.pair.set_folding(not self.pair.folding)
        self.said.emit(
            _("Unchanged text is folded.") if self.pair.folding else _("All text is shown.")
        )

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

    def _go_to_change(self, change: int) -> None:
        if self.scene is not None:
            self.go_to(self.scene.entries.entry_of_change(change))

    def _go_to_finding(self, finding: int) -> None:
        if self.scene is None:
            return
        self.current = self.scene.entries.entry_of_finding(finding)
        self.pair.mark_finding(finding)
        self.list.choose(self.current)
        self._say_where()

    def _narrow(self) -> None:
        if self.scene is None:
            return
        self.shown = narrowed(self.scene.entries, self.filters.chosen)
        self.list.show_entries(self.scene.entries, self.shown)
        self.list.choose(self.current)
        self._say_where()

    def _say_where(self) -> None:
        if self.scene is not None and self.shown is not None:
            self.where.setText(whereabouts(self.scene.entries, self.shown, self.current))


def _keys(widget: QWidget, deeds: Mapping[str, Callable[[], None]]) -> None:
    """Let keys do something while `widget` has them."""
    for key, deed in deeds.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(deed)


def _button(text: str, name: str, keys: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({keys})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
