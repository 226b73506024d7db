"""One text to be read: what keys and pointer do in it."""

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from sverka.gui.panes.caret import motion_of
from sverka.gui.panes.caret_plane import CaretPlane
from sverka.gui.panes.picture_setting import caption_words
from sverka.gui.panes.typesetter import AIR, PAGE, TAG
from sverka.gui.plumbing.window_language import current
from sverka.model import Side
from sverka.presentation.item_marks import Role
from sverka.presentation.pane_items import ItemKind
from sverka.presentation.selection import Place, Selection, word_at
from sverka.presentation.spoken import thing_words

_PRESS = 4  # pixels the pointer may move in a press that is no drag


class TextPane(CaretPlane):
    """The pane of one version.

    `change_pressed` and `finding_pressed` give an index in the comparison, `keep_asked` the
    indexes of findings whose text the user wants back, `remove_asked` of those to set aside,
    `fold_pressed` the first paragraph of a fold, and `end_pressed` a paragraph whose other end is
    asked for.
    """

    keep_asked = Signal(tuple)
    remove_asked = Signal(tuple)
    change_pressed = Signal(int)
    finding_pressed = Signal(int)
    fold_pressed = Signal(int)
    end_pressed = Signal(int)

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(side, parent)
        self._pressed_at: QPointF | None = None
        self.viewport().setMouseTracking(True)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move, select and copy; Enter opens, K keeps what was set aside, Delete sets aside."""
        motion = motion_of(event)
        if motion is not None:
            selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move_caret(motion, selecting=selecting)
            return
        if event.matches(QKeySequence.StandardKey.Copy) and self.copy():
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return
        deeds = {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_K: self._keep,
            Qt.Key.Key_Delete: self._remove,
        }
        deed = deeds.get(Qt.Key(event.key()))
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if deed is None or not plain_key or not deed():
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        """Open what the caret stands on, else the current chip, else the first in view."""
        if self._setter is None:
            return False
        if self.caret is not None and self.caret.item < len(self._setter.column):
            item = self._setter.column.item(self.caret.item)
            if item.kind is ItemKind.FOLD:
                self.fold_pressed.emit(item.paragraph)
                return True
            if item.kind is ItemKind.CHIP:
                return self.toggle_chip(self.caret.item)
        if self.toggle_chip():
            return True
        return self._choose_change_at_caret()

    def _choose_change_at_caret(self) -> bool:
        if self.caret is None or self._setter is None:
            return False
        unit = self.caret.unit
        for mark in self._setter.set(self.caret.item).marks:
            if mark.change >= 0 and mark.start <= unit <= mark.end:
                self.change_pressed.emit(mark.change)
                return True
        return False

    def _keep(self) -> bool:
        """Ask for the text of the chip at the caret, else of the one at hand."""
        number = self._chip_at_caret()
        number = self._chip_in_view() if number is None else number
        if number is None or self._setter is None:
            return False
        self.keep_asked.emit(self._setter.column.item(number).findings)
        return True

    def _remove(self) -> bool:
        """Ask to set aside the page furniture the caret stands in."""
        if self.caret is None or self._setter is None:
            return False
        place, text = self.place_of(self.caret), self._setter.text
        found = tuple(
            number
            for number in text.known.noticed.get(place.paragraph, ())
            if (finding := text.findings[number]).kind.is_furniture
            and finding.place is not None
            and finding.place.start <= place.offset <= finding.place.end
        )
        if found:
            self.remove_asked.emit(found)
        return bool(found)

    # The pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a selection; Shift continues the one there is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            place = self._place_at(event.position())
            going_on = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if place is not None and going_on and self.selection is not None:
                self.select(Selection(self.selection.anchor, place))
            elif place is not None:
                self.select(Selection(place, place))
            if place is not None:
                self.put_caret(place)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press without a selection opens a chip or a fold, or chooses what is under it."""
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() is Qt.MouseButton.LeftButton and pressed is not None:
            way = (event.position() - pressed).manhattanLength()
            if way < _PRESS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._press(event.position())
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select the word under the pointer."""
        place = self._place_at(event.position())
        if place is None or self._setter is None:
            return
        text = self._setter.text.known.paragraphs[place.paragraph].text
        start, end = word_at(text, place.offset)
        self.select(Selection(Place(place.paragraph, start), Place(place.paragraph, end)))
        self._pressed_at = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go on selecting; show by the pointer what can be pressed."""
        if self._pressed_at is not None and self.selection is not None:
            self._drag_to(event.position())
            return
        number = self.item_at(event.position().toPoint())
        pressable = (
            number is not None
            and self.lane is not None
            and (self.lane.column.kinds[number] != ItemKind.TEXT)
        )
        shape = Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _drag_to(self, at: QPointF) -> None:
        """Select as far as the pointer, and scroll where it is beyond an edge."""
        assert self.selection is not None
        beyond = min(at.y(), 0) + max(at.y() - self.viewport().height(), 0)
        if beyond:
            self._scroll_by(round(beyond))
        place = self._place_at(QPointF(at.x(), max(0, min(at.y(), self.viewport().height() - 1))))
        if place is not None:
            self.select(Selection(self.selection.anchor, place))

    def _press(self, at: QPointF) -> None:
        number = self.item_at(at.toPoint())
        if number is None or self.lane is None or self._setter is None:
            return
        item, made = self.lane.column.item(number), self._setter.set(number)
        if item.kind is ItemKind.FOLD:
            self.fold_pressed.emit(item.paragraph)
            return
        unit = self.unit_at(number, at)
        is_tagged = made.signature.role is Role.MOVE and item.is_first and made.box is None
        if is_tagged and self._on_tag(number, at):
            self.end_pressed.emit(item.paragraph)
            return
        if item.kind is ItemKind.CHIP:
            if 0 <= made.link_start <= unit and unit < len(made.layout.text()):
                self.keep_asked.emit(item.findings)
            else:
                self.finding_pressed.emit(item.findings[0])
                self.toggle_chip(number)
            return
        hit = [m for m in made.marks if m.change >= 0 and m.start <= unit <= m.end]
        if hit:
            self.change_pressed.emit(hit[0].change)

    def _on_tag(self, number: int, at: QPointF) -> bool:
        """Whether a point is on the line above a moved paragraph that tells its other end."""
        assert self._setter is not None
        above = PAGE if self._setter.set(number).page is not None else 0
        return 0 <= at.y() - self.item_box(number).top() - above < AIR + TAG

    # What stands beside the words

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say where a link leads and what a picture shows, where the pointer rests on it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def words_at(self, at: QPointF) -> str:
        """What there is to say of a link or a picture at a point of the viewport."""
        number = self.item_at(at.toPoint())
        if number is None or self._setter is None:
            return ""
        made = self._setter.set(number)
        inside = at - QPointF(0, self.corner(number))
        shown = [one for one in made.pictures if one.box.contains(inside)]
        if shown:
            return caption_words(shown[0].object)
        unit = self.unit_at(number, at)
        links = [one for one in made.things if one.is_link and one.start <= unit <= one.end]
        return thing_words(links[0], current()) if links else ""

    # Chips

    def toggle_chip(self, number: int | None = None) -> bool:
        """Open or close a chip: the given item, else the current one, else the first in view."""
        if self.lane is None or self._setter is None:
            return False
        number = self._chip_in_view() if number is None else number
        if number is None:
            return False
        finding = self.lane.column.item(number).findings[0]
        self._setter.opened ^= {finding}
        self._setter.forget()
        self._measured(number)
        self._scroll_by(0)
        return True

    def _chip_at_caret(self) -> int | None:
        if self.caret is None or self._setter is None:
            return None
        return self.caret.item if self.caret.item in self._setter.column.chips else None

    def _chip_in_view(self) -> int | None:
        assert self.lane is not None
        chips = self.lane.column.chips
        current = [n for n, found in chips.items() if self._finding in found]
        view = QRect(0, 0, self.viewport().width(), self.viewport().height())
        seen = [n for n in sorted(chips) if self.item_box(n).intersects(view)]
        return next((n for n in [*current, *seen] if n in seen), None)
