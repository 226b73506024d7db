"""All findings of both versions in a table, with their evidence and the decision about each."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sverka.gui.pages.inspector_panel import InspectorPanel
from sverka.gui.pages.review_panel import ReviewPanel
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current, ngettext
from sverka.model import Comparison, Decision, Finding, Side
from sverka.presentation.inspector import inspect_finding
from sverka.presentation.list_entries import Facet
from sverka.presentation.scene import Scene
from sverka.review import Remark, State
from sverka.wording import (
    decision_name,
    finding_name,
    finding_place,
    state_name,
    tier_name,
    verdict_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXT = 3
_MAY_BE_EMPTY = (5, 6)  # decision, across the versions
_NOTE = 7
_WIDEST = 270  # pixels


class FindingsModel(QAbstractTableModel):
    """A row per finding, in the order of the comparison."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.remark_of: Callable[[int], Remark] = lambda _finding: Remark()

    def refresh(self) -> None:
        """Show other states of the same findings."""
        if self.findings:
            last = len(_headings()) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.findings) - 1, last))

    def has_remarks(self) -> bool:
        """Whether a state or a note was given to any finding."""
        return any(_remark_words(self.remark_of(row)) for row in range(len(self.findings)))

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the findings of a comparison."""
        self.beginResetModel()
        self.findings = comparison.findings
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many findings."""
        return 0 if parent.isValid() else len(self.findings)

    def columnCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many things are said of each."""
        return 0 if parent.isValid() else len(_headings())

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return _headings()[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = _cells(self.findings[index.row()], self.remark_of(index.row()))
            return cells[index.column()]
        return None


def _headings() -> tuple[str, ...]:
    return (
        _("Version"),
        _("Kind"),
        _("Where"),
        _("Text"),
        _("How sure"),
        _("Decision"),
        _("Across the versions"),
        _("State and note"),
    )


def _cells(finding: Finding, remark: Remark) -> tuple[str, ...]:
    return (
        _("Original") if finding.side is Side.OLD else _("Revised"),
        finding_name(finding.kind, current()),
        finding_place(finding, current()),
        " ".join(finding.text.split()),
        tier_name(finding.tier, current()),
        decision_name(finding.decision, current()) if finding.kind.is_furniture else "",
        verdict_name(finding.verdict, current()) if finding.verdict else "",
        _remark_words(remark),
    )


def _remark_words(remark: Remark) -> str:
    state = "" if remark.state is State.TO_DO else state_name(remark.state, current())
    return " · ".join(filter(None, (state, " ".join(remark.note.split()))))


class FindingsView(QWidget):
    """The table, the evidence, and the buttons that decide.

    `decided` is the ids of findings and the Decision about them; `chosen` the index of a finding.
    """

    decided = Signal(tuple, Decision)
    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.model = FindingsModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Findings"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(30)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        self.panel = InspectorPanel(self)
        self.panel.setMinimumHeight(190)
        self.review = ReviewPanel(self)
        self.one, self.alike = QPushButton(self), QPushButton(self)
        self.one.clicked.connect(lambda: self._decide(alike=False))
        self.alike.clicked.connect(lambda: self._decide(alike=True))
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self._look: Theme | None = None
        self._comparison: Comparison | None = None
        self._arrange()

    def _arrange(self) -> None:
        buttons = QFrame(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(14, 0, 14, 10)
        row.addWidget(self.one)
        row.addWidget(self.alike)
        row.addStretch(1)
        self.panel.column.addWidget(buttons)
        lower = QWidget(self)
        beside = QHBoxLayout(lower)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.panel, 2)
        beside.addWidget(self.review, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 3)
        rows.addWidget(lower, 2)

    def show_scene(self, scene: Scene, look: Theme) -> None:
        """Show the findings of a comparison; the row chosen stays where it was."""
        row = self.table.currentIndex().row()
        self._look, self._comparison = look, scene.comparison
        self.model.show_comparison(scene.comparison)
        count = len(self.model.findings)
        if count:
            self.table.selectRow(max(0, min(row, count - 1)))
        self._show_current()
        self.fit_columns()

    def refresh(self) -> None:
        """Show other states of the same findings."""
        self.model.refresh()
        self._hide_silent(_NOTE, self.model.has_remarks())

    def fit_columns(self) -> None:
        """Give each column the width of its contents, and the text what is left."""
        for column in range(self.model.columnCount()):
            self._fit(column)
        for column in _MAY_BE_EMPTY:
            cells = (self.model.index(row, column).data() for row in range(self.model.rowCount()))
            self._hide_silent(column, any(cells))
        self._hide_silent(_NOTE, self.model.has_remarks())

    def _fit(self, column: int) -> None:
        header = self.table.horizontalHeader()
        if column != _TEXT:
            needed = max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
            self.table.setColumnWidth(column, min(needed, _WIDEST))

    def _hide_silent(self, column: int, speaks: bool) -> None:
        """A column in which no finding has anything to say takes no room."""
        if speaks is self.table.isColumnHidden(column):
            self.table.setColumnHidden(column, not speaks)
            self._fit(column)

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        self._look = look
        self._show_current()

    def narrow(self, kinds: Collection[Facet]) -> None:
        """Show the findings of these kinds only; with none, all."""
        for row, finding in enumerate(self.model.findings):
            self.table.setRowHidden(row, bool(kinds) and finding.kind not in kinds)
        row = self.table.currentIndex().row()
        rows = self.rows()
        if rows and row not in rows:
            self.table.selectRow(rows[0])

    def rows(self) -> list[int]:
        """The indexes of the findings that are shown."""
        count = len(self.model.findings)
        return [row for row in range(count) if not self.table.isRowHidden(row)]

    def choose(self, number: int) -> None:
        """Choose a finding by its index in the comparison."""
        self.table.selectRow(number)

    def current(self) -> Finding | None:
        """The finding chosen."""
        row = self.table.currentIndex().row()
        return self.model.findings[row] if 0 <= row < len(self.model.findings) else None

    def _show_current(self) -> None:
        finding = self.current()
        decidable = finding is not None and finding.kind.is_furniture
        self.one.setVisible(decidable)
        alike = self._alike(finding) if finding is not None else ()
        self.alike.setVisible(decidable and len(alike) > 1)
        if self._look is None or self._comparison is None or finding is None:
            return
        kept = finding.decision is Decision.KEPT
        self.one.setText(_("Set it aside") if kept else _("Keep it in the text"))
        count = len(alike)
        words = (
            ngettext("Set all {count} alike aside", "Set all {count} alike aside", count)
            if kept
            else ngettext("Keep all {count} alike", "Keep all {count} alike", count)
        )
        self.alike.setText(words.format(count=count))
        row = self.table.currentIndex().row()
        self.panel.show_inspection(inspect_finding(self._comparison, row), self._look)
        self.chosen.emit(row)

    def _alike(self, finding: Finding) -> tuple[Finding, ...]:
        if not finding.group:
            return (finding,)
        return tuple(
            f
            for f in self.model.findings
            if (f.group, f.side, f.kind) == (finding.group, finding.side, finding.kind)
        )

    def _decide(self, *, alike: bool) -> None:
        finding = self.current()
        if finding is None:
            return
        other = Decision.REMOVED if finding.decision is Decision.KEPT else Decision.KEPT
        chosen = self._alike(finding) if alike else (finding,)
        self.decided.emit(tuple(f.id for f in chosen), other)
