"""Paints one item of a pane: gutter, frame or chip, the text and the places inside it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QTextLayout,
)

from sverka.gui.panes.typesetter import AIR, LEFT, PAGE, RIGHT, TAG, Set
from sverka.gui.plumbing.theme import Theme
from sverka.gui.plumbing.window_language import _, current
from sverka.presentation.item_marks import ItemMark, Role, tag_words
from sverka.presentation.pane_items import ItemKind

_NUMBER_RIGHT = 38
_SIGN_LEFT = 43
_DOT = 2.2
_DOTS_LEFT = 5  # of the text, where a whole paragraph is meant
_GAP = 8  # pixels between two runs that are read as one stretch


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

    def __init__(self, look: Theme) -> None:
        self.look = look
        self.small = QFont(look.interface)
        self.small.setPixelSize(11)
        self.bold = QFont(look.interface)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.tag = QFont(self.small)
        self.tag.setWeight(QFont.Weight.DemiBold)
        self._hatch = QBrush(_hatch(look.colours.furniture))

    def paint(self, painter: QPainter, made: Set, y: int, width: int, state: PaintedState) -> None:
        """Paint `made` with its upper edge at `y` in a pane `width` wide."""
        if state.is_current:
            painter.fillRect(QRectF(0, y, width, made.height), self.look.colours.selection)
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
        if made.signature.role is Role.MOVE:
            above = PAGE if made.page is not None else 0
            self._moved(painter, made, y + above, width, made.height - above)
        top = y + made.origin.y()
        # On the line of the first letters, which stand lower in a script with taller ones.
        first = made.layout.lineAt(0)
        baseline = top + first.y() + first.ascent()
        painter.setFont(self.small)
        painter.setPen(colours.faint)
        if made.number:
            _write_left_of(painter, _NUMBER_RIGHT, baseline, made.number)
        if made.signature.sign and made.item.is_first and made.signature.role is not Role.MOVE:
            role = made.signature.role
            painter.setFont(self.bold)
            painter.setPen(colours.line_of(role) if role else colours.soft)
            painter.drawText(QPointF(_SIGN_LEFT, baseline), made.signature.sign)
        painter.setPen(colours.ink)
        if made.label:
            painter.setFont(self.small)
            painter.setPen(colours.soft)
            if made.leftward:
                edge = made.origin.x() + first.width() + 6
                painter.drawText(QPointF(edge, baseline), made.label)
            else:
                _write_left_of(painter, made.origin.x() - 6, baseline, made.label)
            painter.setPen(colours.ink)
        corner = QPointF(made.origin.x(), top)
        made.layout.draw(painter, corner, list(state.selections))
        for mark in made.marks:
            self._place(painter, made, corner, mark, state.change)
        if state.caret is not None:
            painter.setPen(colours.ink)
            made.layout.drawCursor(painter, corner, state.caret, 2)

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
        if mark.role is Role.FORMATTING:
            self._beside_words(painter, made, corner, mark)
        elif mark.start == mark.end:
            line = made.layout.lineForTextPosition(mark.start)
            x = corner.x() + _x(line.cursorToX(mark.start))
            top = corner.y() + line.y()
            painter.setPen(QPen(self.look.colours.line_of(mark.role), 2))
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + line.height() - 2))
            painter.drawLine(QPointF(x - 3, top + 2), QPointF(x + 3, top + 2))
        if mark.change != current or current is None:
            return
        painter.setPen(QPen(self.look.colours.accent, 1.4))
        for box in _boxes(made.layout, mark.start, mark.end):
            painter.drawRoundedRect(box.translated(corner).adjusted(-1, 0, 1, 0), 3, 3)

    def _beside_words(self, painter: QPainter, made: Set, corner: QPointF, mark: ItemMark) -> None:
        """Dots below the words that look otherwise, or down the side of the whole paragraph."""
        painter.setPen(_dotted(self.look.colours.formatting_line))
        if mark.beside:
            x = corner.x() - _DOTS_LEFT
            last = made.layout.lineAt(made.layout.lineCount() - 1)
            bottom = corner.y() + last.y() + last.height()
            painter.drawLine(QPointF(x, corner.y() + 4), QPointF(x, bottom - 3))
        elif mark.start == mark.end:
            line = made.layout.lineForTextPosition(mark.start)
            at = QPointF(corner.x() + _x(line.cursorToX(mark.start)), corner.y() + line.y())
            painter.setPen(QPen(self.look.colours.formatting_line, 1.6))
            painter.setBrush(self.look.colours.formatting)
            painter.drawPolygon(_diamond(at + QPointF(0, line.height() - 1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in _boxes(made.layout, mark.start, mark.end) if not mark.beside else ():
            if box.width() > 0:
                foot = box.translated(corner).bottom() - 1
                left, right = box.left() + corner.x() + 1, box.right() + corner.x() - 1
                painter.drawLine(QPointF(left, foot), QPointF(right, foot))

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


def _boxes(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """The rectangles around the units [start, end), from the layout's corner.

    One per line, and more where the direction changes: there a stretch falls apart.
    """
    boxes = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first > last or (first == last and end > start):
            continue
        if first == last:
            left = right = _x(line.cursorToX(first))
            boxes.append(QRectF(left, line.y(), right - left, line.height()))
            continue
        for left, right in _joined([_extent(run) for run in line.glyphRuns(first, last - first)]):
            boxes.append(QRectF(left, line.y(), right - left, line.height()))
    return boxes


def _extent(run: QGlyphRun) -> tuple[float, float]:
    box = run.boundingRect()
    return box.left(), box.right()


def _joined(extents: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Neighbouring extents, from left to right, as one."""
    joined: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if joined and left - joined[-1][1] < _GAP:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _write_left_of(painter: QPainter, x: float, baseline: float, words: str) -> None:
    width = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(QPointF(x - width, baseline), words)


def _x(answer: object) -> float:
    """`cursorToX` answers (x, cursor) in PySide."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _dotted(colour: QColor) -> QPen:
    """Round dots: the second cue of what changed beside the words."""
    pen = QPen(colour, _DOT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 1.9])
    return pen


def _diamond(at: QPointF) -> QPolygonF:
    """The sign of a thing in the text, with its upper tip at a place."""
    half = 4
    corners = ((0, -half), (half, 0), (0, half), (-half, 0))
    return QPolygonF([at + QPointF(x, y) for x, y in corners])


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
