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
from PySide6.QtGui import QResizeEvent
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
from sverka.model import Comparison, Decision, Finding
from sverka.presentation.finding_table import (
    MAY_BE_EMPTY,
    NOTE_COLUMN,
    TEXT_COLUMN,
    alike,
    finding_cells,
    finding_headings,
    remark_words,
)
from sverka.presentation.inspector import inspect_finding
from sverka.presentation.list_entries import Facet
from sverka.presentation.scene import Scene
from sverka.review import Remark

if TYPE_CHECKING:
    from collections.abc import Callable

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WIDEST, _NARROWEST, _TEXT = 270, 110, 130  # pixels: of a column, and of that with the text


class FindingsModel(QAbstractTableModel):
    """A row per finding, in the order of the comparison."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.remark_of: Callable[[int], Remark] = lambda _finding: Remark()

    def refresh(self) -> None:
        """Show other states of the same findings."""
        if self.findings:
            last = len(finding_headings(current())) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.findings) - 1, last))

    def has_remarks(self) -> bool:
        """Whether a state or a note was given to any finding."""
        return any(
            remark_words(self.remark_of(row), current()) for row in range(len(self.findings))
        )

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
        return 0 if parent.isValid() else len(finding_headings(current()))

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return finding_headings(current())[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = finding_cells(
                self.findings[index.row()], self.remark_of(index.row()), current()
            )
            return cells[index.column()]
        return None


class FindingsView(QWidget):
    """The table, the evidence, and the buttons that decide.

    `decided` is the keys of findings and the Decision about them; `chosen` the index of a finding.
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
        header.setSectionResizeMode(TEXT_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        self.panel = InspectorPanel(self)
        self.panel.setMinimumHeight(190)
        self.review = ReviewPanel(self)
        self.one, self.alike = QPushButton(self), QPushButton(self)
        self.one.clicked.connect(lambda: self._decide(all_alike=False))
        self.alike.clicked.connect(lambda: self._decide(all_alike=True))
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
        self._hide_silent(NOTE_COLUMN, self.model.has_remarks())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def fit_columns(self) -> None:
        """Give each column the width of its contents, and the text what is left."""
        for column in MAY_BE_EMPTY:
            cells = (self.model.index(row, column).data() for row in range(self.model.rowCount()))
            self._hide_silent(column, any(cells))
        self._hide_silent(NOTE_COLUMN, self.model.has_remarks())
        self._fit()

    def _fit(self) -> None:
        """The widest columns give way where little room would be left for the text."""
        header = self.table.horizontalHeader()
        needed = {
            column: max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(self.model.columnCount())
            if column != TEXT_COLUMN and not self.table.isColumnHidden(column)
        }
        room = self.table.viewport().width() - _TEXT
        widest = _WIDEST
        while widest > _NARROWEST and sum(min(one, widest) for one in needed.values()) > room:
            widest -= 10
        for column, one in needed.items():
            self.table.setColumnWidth(column, min(one, widest))

    def _hide_silent(self, column: int, speaks: bool) -> None:
        """A column in which no finding has anything to say takes no room."""
        if speaks is self.table.isColumnHidden(column):
            self.table.setColumnHidden(column, not speaks)
            self._fit()

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
        decidable = finding is not None and finding.kind.is_decidable
        self.one.setVisible(decidable)
        together = alike(finding, self.model.findings) if finding is not None else ()
        self.alike.setVisible(decidable and len(together) > 1)
        if self._look is None or self._comparison is None or finding is None:
            return
        kept = finding.decision is Decision.KEPT
        self.one.setText(_("Set it aside") if kept else _("Keep it in the text"))
        count = len(together)
        words = (
            ngettext("Set all {count} alike aside", "Set all {count} alike aside", count)
            if kept
            else ngettext("Keep all {count} alike", "Keep all {count} alike", count)
        )
        self.alike.setText(words.format(count=count))
        row = self.table.currentIndex().row()
        self.panel.show_inspection(inspect_finding(self._comparison, row, current()), self._look)
        self.chosen.emit(row)

    def _decide(self, *, all_alike: bool) -> None:
        finding = self.current()
        if finding is None:
            return
        other = Decision.REMOVED if finding.decision is Decision.KEPT else Decision.KEPT
        chosen = alike(finding, self.model.findings) if all_alike else (finding,)
        self.decided.emit(tuple(f.key for f in chosen), other)
