"""The list of changes: a real item view, so that it is read aloud and walked like any list."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current
from sverka.presentation.comparison_index import Ints
from sverka.presentation.direction import is_right_to_left
from sverka.presentation.item_marks import Role
from sverka.presentation.line_fitting import fitted
from sverka.presentation.list_entries import Entries, ListLine, line, position
from sverka.presentation.remarked_entries import remark_sign, spoken_with_remark
from sverka.review import Remark

if TYPE_CHECKING:
    from collections.abc import Callable

_ROW = 50
_KEPT_LINES = 500
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ChangeModel(QAbstractListModel):
    """The entries shown; a row is made into words only when it is seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: Entries | None = None
        self.shown: list[int] = []
        self._lines: OrderedDict[int, ListLine] = OrderedDict()
        self.remark_of: Callable[[int], Remark] = lambda _entry: Remark()

    def state_sign(self, row: int) -> str:
        """The sign of what was said of a row: reviewed, query, a note."""
        return remark_sign(self.remark_of(self.shown[row]))

    def refresh(self) -> None:
        """Show other states of the same rows."""
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def show_entries(self, entries: Entries, shown: Ints) -> None:
        """Show these entries, indexes into `entries` in the order in which they are listed."""
        self.beginResetModel()
        if entries is not self.entries:
            self._lines.clear()
        self.entries = entries
        self.shown = shown.tolist()
        self.endResetModel()

    def line(self, row: int) -> ListLine:
        """What row `row` says."""
        assert self.entries is not None
        entry = self.shown[row]
        found = self._lines.get(entry)
        if found is None:
            found = self._lines[entry] = line(self.entries, entry, current())
            if len(self._lines) > _KEPT_LINES:
                self._lines.popitem(last=False)
        return found

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many entries are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, for the delegate and for who has it read aloud."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(s.text for s in self.line(index.row()).stretches)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            remark = self.remark_of(self.shown[index.row()])
            return spoken_with_remark(self.line(index.row()).spoken, remark, current())
        return None


class ChangeDelegate(QStyledItemDelegate):
    """Paints a row: number, before and after in one line with what changed marked, and place."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.look: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        """All rows are equally high."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        model = index.model()
        if self.look is None or not isinstance(model, ChangeModel):
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        words, colours = model.line(index.row()), self.look.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.selection)
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colours.accent)
        painter.setPen(colours.line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(self.look.interface)
        painter.setPen(colours.faint)
        number = QRect(box.left() + 4, box.top() + 7, 32, 18)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight, words.number)
        state_sign = model.state_sign(index.row())
        if state_sign:
            painter.setPen(colours.good if state_sign.startswith("✓") else colours.warning)
            corner = QRect(box.right() - 40, box.top() + 7, 32, 18)
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight, state_sign)
        room = QRectF(box.left() + 44, box.top() + 7, box.width() - (84 if state_sign else 54), 18)
        self._stretches(painter, words, room)
        small = QFont(self.look.interface)
        small.setPixelSize(11)
        painter.setFont(small)
        painter.setPen(colours.soft)
        place = QFontMetricsF(small).elidedText(
            words.about, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room.translated(0, 19), Qt.AlignmentFlag.AlignLeft, place)
        painter.restore()

    def _stretches(self, painter: QPainter, words: ListLine, room: QRectF) -> None:
        assert self.look is not None
        colours, x = self.look.colours, room.left()
        leftward = is_right_to_left("".join(stretch.text for stretch in words.stretches))
        metrics = QFontMetricsF(self.look.interface)
        for stretch in fitted(
            words.stretches,
            room.width(),
            metrics.horizontalAdvance,
            lambda text, width: metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),
        ):
            font = QFont(self.look.interface)
            font.setUnderline(stretch.role is Role.INSERTION)
            font.setStrikeOut(stretch.role is Role.DELETION)
            width = QFontMetricsF(font).horizontalAdvance(stretch.text)
            box = QRectF(x, room.top(), min(width, room.right() - x), room.height())
            if leftward:
                painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                box.moveRight(room.left() + room.right() - x)
            ground = (
                {
                    Role.INSERTION: colours.insertion,
                    Role.DELETION: colours.deletion,
                    Role.MOVE: colours.move,
                    Role.FORMATTING: colours.formatting,
                    Role.FURNITURE: colours.furniture,
                }.get(stretch.role)
                if stretch.role
                else None
            )
            if ground is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 2, 2)
            painter.setFont(font)
            painter.setPen(QPen(colours.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, stretch.text)
            x += width + (3 if stretch.role is Role.DELETION else 0)
            if x >= room.right():
                return


class ChangeList(QListView):
    """The list; `entry_chosen` is the entry the user went to."""

    entry_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choosing = False
        self.setAccessibleName(_("List of changes"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._model, self._delegate = ChangeModel(self), ChangeDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)

    @property
    def changes(self) -> ChangeModel:
        """The model of the list."""
        return self._model

    def set_look(self, look: Theme) -> None:
        """Paint in another look."""
        self._delegate.look = look
        self.viewport().update()

    def show_entries(self, entries: Entries, shown: Ints) -> None:
        """Show these entries."""
        self._choosing = True
        self._model.show_entries(entries, shown)
        self._choosing = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the current row in view, where what stands below takes more room."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def choose(self, entry: int | None) -> None:
        """Select an entry without asking the panes to go there."""
        self._choosing = True
        at = None if entry is None else position(self._model.shown, entry)
        if at is None:
            self.clearSelection()
            self.selectionModel().clearCurrentIndex()
        else:
            index = self._model.index(at)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)
        self._choosing = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        """Tell where the user went with keys or pointer."""
        super().currentChanged(current, previous)
        if not self._choosing and current.isValid():
            self.entry_chosen.emit(self._model.shown[current.row()])
