"""Paints one item of a pane: gutter, frame or chip, the text and the places inside it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap, QTextLayout

from sverka.gui.panes.beside_painting import BesidePainter, ImageOf, at_pictures, boxes_of, x_of
from sverka.gui.panes.typesetter import AIR, LEFT, PAGE, RIGHT, SIGNED_FROM, TAG, Set
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current
from sverka.presentation.item_marks import ItemMark, Role, tag_words
from sverka.presentation.pane_items import ItemKind

_NUMBER_RIGHT = 38
_SIGN_LEFT = 43


@dataclass(frozen=True, slots=True)
class PaintedState:
    """What is particular at the moment of painting: the current change and its paragraphs."""

    change: int | None = None
    is_current: bool = False
    is_current_chip: bool = False
    caret: int | None = None
    """The UTF-16 unit the caret stands before, where the pane has the keys."""
    selections: tuple[QTextLayout.FormatRange, ...] = ()


class ItemPainter:
    """Paints items in one look."""

    def __init__(self, look: Theme, image_of: ImageOf) -> None:
        self.look = look
        self.small = QFont(look.interface)
        self.small.setPixelSize(11)
        self.bold = QFont(look.interface)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.tag = QFont(self.small)
        self.tag.setWeight(QFont.Weight.DemiBold)
        self.beside = BesidePainter(look.colours, self.small, image_of)
        self._hatch = QBrush(_hatch(look.colours.furniture))

    def paint(self, painter: QPainter, made: Set, y: int, width: int, state: PaintedState) -> None:
        """Paint `made` with its upper edge at `y` in a pane `width` wide."""
        if made.cells:
            self.beside.cells(painter, made, y)
        if state.is_current:
            here = QRectF(0, y, width, made.height)
            if made.box is not None:
                here = made.box.translated(0, y).adjusted(1, 1, 0, 0)
            painter.fillRect(here, self.look.colours.selection)
        if made.item.kind is ItemKind.CHIP:
            self._chip(painter, made, y, width, state)
        elif made.item.kind is ItemKind.FOLD:
            self._fold(painter, made, y, width)
            if state.caret is not None:
                painter.setPen(QPen(self.look.colours.accent, 1.6))
                painter.drawRect(
                    QRectF(LEFT - 6, y + 6, width - LEFT - RIGHT + 12, made.height - 9)
                )
        else:
            self._text(painter, made, y, width, state)

    def _text(self, painter: QPainter, made: Set, y: int, width: int, state: PaintedState) -> None:
        colours = self.look.colours
        if made.page is not None:
            self._page(painter, made.page, y, width)
        if made.box is not None:
            self._in_cell(painter, made, y)
        elif made.signature.role is Role.MOVE:
            above = PAGE if made.page is not None else 0
            self._moved(painter, made, y + above, width, made.height - above)
        top = y + made.origin.y()
        self._gutter(painter, made, top)
        painter.setPen(colours.ink)
        corner = QPointF(made.origin.x(), top)
        made.layout.draw(painter, corner, list(state.selections))
        self.beside.things(painter, made, corner, y)
        for mark in made.marks:
            self._mark(painter, made, corner, y, mark, state.change)
        if state.caret is not None:
            painter.setPen(colours.ink)
            made.layout.drawCursor(painter, corner, state.caret, 2)

    def _gutter(self, painter: QPainter, made: Set, top: float) -> None:
        """The number and the sign of a paragraph, and the label that its file prints before it."""
        colours = self.look.colours
        # On the line of the first letters, which stand lower in a script with taller ones.
        first = made.layout.lineAt(0)
        baseline = top + first.y() + first.ascent()
        painter.setFont(self.small)
        painter.setPen(colours.faint)
        if made.number and (made.box is None or made.cells):
            _write_left_of(painter, _NUMBER_RIGHT, baseline, made.number)
        is_tagged = made.signature.role is Role.MOVE and made.box is None
        in_gutter = made.box is None or not made.is_signed
        has_room = bool(made.cells) if in_gutter and made.box else True
        if made.box is not None and not in_gutter:
            has_room = made.box.width() >= SIGNED_FROM
        if made.signature.sign and made.item.is_first and not is_tagged and has_room:
            role = made.signature.role
            painter.setFont(self.bold)
            painter.setPen(colours.line_of(role) if role else colours.soft)
            left = _SIGN_LEFT if in_gutter or made.box is None else made.box.left() + 4
            painter.drawText(QPointF(left, baseline), made.signature.sign)
        if made.label:
            painter.setFont(self.small)
            painter.setPen(colours.soft)
            if made.leftward:
                edge = made.origin.x() + first.width() + 6
                painter.drawText(QPointF(edge, baseline), made.label)
            else:
                _write_left_of(painter, made.origin.x() - 6, baseline, made.label)

    def _mark(
        self, painter: QPainter, made: Set, corner: QPointF, y: int, mark: ItemMark, now: int | None
    ) -> None:
        pictures = at_pictures(made, mark)
        if pictures:
            is_current = now is not None and mark.change == now
            self.beside.round_pictures(painter, pictures, y, is_current=is_current)
            return
        if mark.role is Role.FORMATTING:
            self.beside.beside_words(painter, made, corner, mark, y)
        self._place(painter, made, corner, mark, now)

    def _in_cell(self, painter: QPainter, made: Set, y: int) -> None:
        """The frame of a paragraph that moved, inside its cell."""
        if made.signature.role is not Role.MOVE or made.box is None:
            return
        colours = self.look.colours
        painter.setPen(QPen(colours.move_line, 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(colours.move)
        painter.drawRoundedRect(made.box.translated(0, y).adjusted(2.5, 2.5, -1.5, -1.5), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _page(self, painter: QPainter, page: int, y: int, width: int) -> None:
        """A thin line where a page of the file begins, with its number."""
        colours = self.look.colours
        said = _("page {number}").format(number=page)
        painter.setFont(self.small)
        room = painter.fontMetrics().horizontalAdvance(said) + 8
        painter.setPen(QPen(colours.line, 1))
        middle = y + PAGE / 2 + 0.5
        painter.drawLine(QPointF(LEFT, middle), QPointF(width - RIGHT - room, middle))
        painter.setPen(colours.faint)
        box = QRectF(width - RIGHT - room, y, room, PAGE)
        edge = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, edge, said)

    def _moved(self, painter: QPainter, made: Set, y: int, width: int, height: int) -> None:
        colours = self.look.colours
        box = QRectF(LEFT - 12, y + 3, width - LEFT - RIGHT + 24, height - 6)
        pen = QPen(colours.move_line, 1.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colours.move)
        painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if made.item.is_first:
            painter.setFont(self.tag)
            painter.setPen(colours.move_line)
            row = QRectF(LEFT, y + AIR + 3, width - LEFT - RIGHT, TAG)
            side = Qt.AlignmentFlag.AlignRight if made.leftward else Qt.AlignmentFlag.AlignLeft
            painter.drawText(row, side, tag_words(made.signature, current()))

    def _place(
        self, painter: QPainter, made: Set, corner: QPointF, mark: ItemMark, current: int | None
    ) -> None:
        """A caret where text is missing, and a frame around the current change."""
        if mark.start == mark.end and mark.role is not Role.FORMATTING:
            line = made.layout.lineForTextPosition(mark.start)
            x = corner.x() + x_of(line.cursorToX(mark.start))
            top = corner.y() + line.y()
            painter.setPen(QPen(self.look.colours.line_of(mark.role), 2))
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + line.height() - 2))
            painter.drawLine(QPointF(x - 3, top + 2), QPointF(x + 3, top + 2))
        if mark.change != current or current is None or mark.beside:
            return
        painter.setPen(QPen(self.look.colours.accent, 1.4))
        for box in boxes_of(made.layout, mark.start, mark.end):
            painter.drawRoundedRect(box.translated(corner).adjusted(-1, 0, 1, 0), 3, 3)

    def _chip(self, painter: QPainter, made: Set, y: int, width: int, state: PaintedState) -> None:
        colours = self.look.colours
        box = QRectF(LEFT, y + 4, width - LEFT - RIGHT, made.height - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._hatch)
        painter.drawRoundedRect(box, 6, 6)
        # The hatch is a cue, not a veil: the words stand on plain ground.
        painter.setBrush(self.look.colours.panel)
        painter.drawRoundedRect(box.adjusted(8, 3, -26, -3), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state.is_current_chip or state.caret is not None:
            painter.setPen(QPen(colours.accent, 1.6))
        else:
            painter.setPen(QPen(colours.furniture_line, 1.2, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(colours.soft)
        made.layout.draw(painter, QPointF(made.origin.x(), y + made.origin.y()))
        painter.setFont(self.bold)
        arrow = "▾" if made.link_start >= 0 else "▸"
        painter.drawText(QPointF(box.right() - 18, y + made.origin.y() + 14), arrow)

    def _fold(self, painter: QPainter, made: Set, y: int, width: int) -> None:
        painter.setPen(QPen(self.look.colours.line, 1))
        painter.drawLine(QPointF(LEFT, y + 4.5), QPointF(width - RIGHT, y + 4.5))
        painter.setPen(self.look.colours.soft)
        made.layout.draw(painter, QPointF(made.origin.x(), y + made.origin.y()))


def _write_left_of(painter: QPainter, x: float, baseline: float, words: str) -> None:
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(QPointF(x - width, baseline), words)


def _hatch(colour: QColor) -> QPixmap:
    """Diagonal stripes, the second cue of page furniture."""
    tile = QPixmap(9, 9)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 4.2))
    for shift in (-9, 0, 9):
        painter.drawLine(QPointF(shift - 2, 11), QPointF(shift + 11, -2))
    painter.end()
    return tile
