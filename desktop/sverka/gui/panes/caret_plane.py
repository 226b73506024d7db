"""A pane with a caret and a selection in it: where they stand, how they move, what is copied."""

from PySide6.QtCore import QMimeData, QPointF, QRect, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication

from sverka.gui.panes.caret import Caret, Motion, line_of, moved
from sverka.gui.panes.plane import TextPlane
from sverka.gui.panes.typesetter import AIR
from sverka.presentation.pane_items import ItemKind
from sverka.presentation.selection import Place, Selection, plain, rich


class CaretPlane(TextPlane):
    """A painted text in which one can stand; `caret_moved` says that the caret went by key."""

    caret_moved = Signal()

    # The caret

    def place_of(self, caret: Caret) -> Place:
        """The place in the text where a caret stands."""
        assert self._setter is not None
        item = self._setter.column.item(caret.item)
        if item.kind is not ItemKind.TEXT:
            return Place(item.paragraph, item.start if item.kind is ItemKind.CHIP else 0)
        return Place(item.paragraph, self._setter.offset_in(item, caret.unit))

    def put_caret(self, place: Place) -> None:
        """Put the caret to a place of the text, without scrolling."""
        if self._setter is None or not len(self._setter.column):
            return
        number = self._setter.column.item_of(place.paragraph, place.offset)
        item = self._setter.column.item(number)
        is_text = item.kind is ItemKind.TEXT
        self.caret = Caret(number, self._setter.unit_in(item, place.offset) if is_text else 0)
        self.viewport().update()

    def move_caret(self, motion: Motion, *, selecting: bool = False) -> None:
        """Move the caret, and the view with it where it would be left."""
        if self._setter is None or self.lane is None or not len(self._setter.column):
            return
        before = self._caret_in_view() if motion not in (Motion.START, Motion.END) else Caret(0)
        anchor = self._anchor(before)
        if motion in (Motion.PAGE_UP, Motion.PAGE_DOWN):
            self.caret = self._a_page_on(before, 1 if motion is Motion.PAGE_DOWN else -1)
        else:
            self.caret = moved(self._setter, before, motion)
        self._show_caret()
        head = self.place_of(self.caret)
        self.select(Selection(anchor if selecting else head, head))
        self.caret_moved.emit()

    def _anchor(self, before: Caret) -> Place:
        return self.selection.anchor if self.selection else self.place_of(before)

    def _caret_in_view(self) -> Caret:
        """The caret, or one at the upper edge where there is none or it is out of sight."""
        if self.caret is not None:
            box = self.caret_box(self.caret)
            if box.bottom() > 0 and box.top() < self.viewport().height():
                return self.caret
        assert self.lane is not None
        number, inside = self.lane.at(self._y)
        following = self.lane.column.band(number).stop
        if inside and following < len(self.lane.column):
            number = following
        return Caret(number)

    def caret_box(self, caret: Caret) -> QRect:
        """The line a caret stands in, or the chip or fold, in the viewport."""
        assert self._setter is not None
        made, box = self._measured(caret.item), self.item_box(caret.item)
        if made.item.kind is not ItemKind.TEXT:
            return box
        line = line_of(made, caret.unit)
        top = self.corner(caret.item) + round(made.origin.y() + line.y())
        return QRect(box.left(), top, box.width(), round(line.height()))

    def _show_caret(self) -> None:
        assert self.caret is not None
        box, height = self.caret_box(self.caret), self.viewport().height()
        if not -height < box.top() < 2 * height:
            place = self.place_of(self.caret)
            self.go_to(place.paragraph, place.offset)
            box = self.caret_box(self.caret)
        if box.top() < AIR:
            self._scroll_by(box.top() - AIR)
        elif box.bottom() > height - AIR:
            self._scroll_by(box.bottom() - height + AIR)

    def _a_page_on(self, before: Caret, by: int) -> Caret:
        """A page further, the caret at the same height of the view."""
        height = self.viewport().height()
        box, at = self.caret_box(before), self.top
        self._scroll_by(by * max(40, height - 2 * box.height()))
        if self.top == at:
            assert self._setter is not None
            return moved(self._setter, before, Motion.END if by > 0 else Motion.START)
        point = QPointF(before.x or 0.0, max(1, min(box.center().y(), height - 2)))
        number = self.item_at(point.toPoint())
        if number is None:
            return before
        return Caret(number, self.unit_at(number, point), before.x)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Selecting

    def select(self, selection: Selection | None) -> None:
        """Select a stretch of the text, or nothing."""
        self.selection = selection
        self.viewport().update()

    def select_all(self) -> None:
        """Select the whole text."""
        if self._setter is not None and len(self._setter.column):
            lengths = self._setter.text.known.lengths
            end = Place(len(lengths) - 1, int(lengths[-1]))
            self.select(Selection(Place(0, 0), end))

    def copy(self) -> bool:
        """Copy what is selected, as text and as HTML; False where nothing is."""
        selection, setter = self.selection, self._setter
        if setter is None or selection is None or selection.start == selection.end:
            return False
        data = QMimeData()
        data.setText(plain(setter.text, selection))
        data.setHtml(rich(setter.text, selection))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _place_at(self, at: QPointF) -> Place | None:
        """The place in the text under a point of the viewport; None on chips and folds."""
        number = self.item_at(at.toPoint())
        if number is None or self.lane is None or self._setter is None:
            return None
        item = self.lane.column.item(number)
        if item.kind is not ItemKind.TEXT:
            return None
        return Place(item.paragraph, self._setter.offset_in(item, self.unit_at(number, at)))
