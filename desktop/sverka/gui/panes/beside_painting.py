"""Paints what stands beside the words: grids of tables, pictures, and marks that leave words be."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QImage, QPainter, QPen, QPolygonF, QTextLayout

from sverka.gui.panes.picture_setting import (
    CAPTION,
    WIDEST,
    PictureBox,
    caption_words,
    picture_size_words,
)
from sverka.gui.panes.typesetter import AIR, LEFT, Set
from sverka.gui.plumbing.theme import Colours
from sverka.model import Object
from sverka.presentation.item_marks import ItemMark, Role

_DOT = 2.2
_DOTS_LEFT = 5  # of the text, where a whole paragraph is meant
_GAP = 8  # pixels between two runs that are read as one stretch


ImageOf = Callable[[str], QImage | None]
"""The small picture of a digest, where there is one by now."""


class BesidePainter:
    """Paints in one look; `small` is the font of captions, `image_of` gives small pictures."""

    def __init__(self, colours: Colours, small: QFont, image_of: ImageOf) -> None:
        self.colours, self.small, self._image_of = colours, small, image_of

    def things(self, painter: QPainter, made: Set, corner: QPointF, y: int) -> None:
        """What stands in or below the words of an item, whether it changed or not."""
        for start, end in made.struck:
            self.struck(painter, made, corner, start, end)
        for picture in made.pictures:
            self.picture(painter, picture, y)
            if picture.object.digest in made.gone:
                self.crossed(painter, picture.box.translated(0, y))

    def cells(self, painter: QPainter, made: Set, y: int) -> None:
        """The grid of a row: what a cell goes on in has no line between."""
        colours = self.colours
        for cell in made.cells:
            box = cell.box.translated(0.5, y + 0.5)
            if made.is_head:
                painter.fillRect(box, colours.window)
            painter.setPen(QPen(colours.faint, 1))
            sides = [(box.topLeft(), box.bottomLeft()), (box.topRight(), box.bottomRight())]
            if not cell.slot.open_above:
                sides.append((box.topLeft(), box.topRight()))
            if not cell.slot.open_below:
                sides.append((box.bottomLeft(), box.bottomRight()))
            for first, last in sides:
                painter.drawLine(first, last)

    def struck(self, painter: QPainter, made: Set, corner: QPointF, start: int, end: int) -> None:
        """Two thin lines through what the author struck out; one means that it was deleted."""
        painter.setPen(QPen(self.colours.soft, 1))
        for box in boxes_of(made.layout, start, end):
            middle = box.translated(corner).center().y() + 1
            left, right = corner.x() + box.left(), corner.x() + box.right()
            for y in (middle - 1.5, middle + 1.5):
                painter.drawLine(QPointF(left, y), QPointF(right, y))

    def crossed(self, painter: QPainter, box: QRectF) -> None:
        """A picture that went is struck through from corner to corner."""
        painter.setPen(QPen(self.colours.deletion_line, 2))
        painter.drawRect(box)
        painter.drawLine(box.bottomLeft(), box.topRight())

    def picture(self, painter: QPainter, picture: PictureBox, y: int) -> None:
        """A picture in its frame, and below it its alternative text."""
        colours, box = self.colours, picture.box.translated(0, y)
        painter.setPen(QPen(colours.faint, 1))
        painter.setBrush(colours.chip)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self.small)
        painter.setPen(colours.soft)
        image = self._image_of(picture.object.digest)
        if image is not None:
            draw_picture(painter, image, picture.object, box.adjusted(1, 1, -1, -1))
        else:
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(box, centre, picture_size_words(picture.object))
        room = QRectF(box.left(), box.bottom() + 5, max(box.width(), WIDEST), CAPTION - 5)
        words = painter.fontMetrics().elidedText(
            caption_words(picture.object), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def round_pictures(
        self, painter: QPainter, pictures: list[PictureBox], y: int, *, is_current: bool
    ) -> None:
        """Dots round the pictures that a change is about, and a frame where it is the current."""
        for picture in pictures:
            box = picture.box.translated(0, y)
            painter.setPen(_dotted(self.colours.formatting_line))
            painter.drawRect(box.adjusted(-2, -2, 2, 2))
            if is_current:
                painter.setPen(QPen(self.colours.accent, 1.4))
                painter.drawRoundedRect(box.adjusted(-5, -5, 5, 5), 3, 3)

    def beside_words(
        self, painter: QPainter, made: Set, corner: QPointF, mark: ItemMark, y: int
    ) -> None:
        """Dots below the words that look otherwise, or down the side of the whole paragraph."""
        painter.setPen(_dotted(self.colours.formatting_line))
        if mark.beside:
            x, foot = float(LEFT - _DOTS_LEFT), float(y + made.height)
            if made.box is not None:
                x, foot = made.box.left() + 2.5, y + made.box.bottom()
            painter.drawLine(QPointF(x, corner.y() + 4), QPointF(x, foot - AIR - 3))
        elif mark.start == mark.end:
            line = made.layout.lineForTextPosition(mark.start)
            at = QPointF(corner.x() + x_of(line.cursorToX(mark.start)), corner.y() + line.y())
            painter.setPen(QPen(self.colours.formatting_line, 1.6))
            painter.setBrush(self.colours.formatting)
            painter.drawPolygon(_diamond(at + QPointF(0, line.height() - 1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in boxes_of(made.layout, mark.start, mark.end) if not mark.beside else ():
            if box.width() > 0:
                foot = box.translated(corner).bottom() - 1
                left, right = box.left() + corner.x() + 1, box.right() + corner.x() - 1
                painter.drawLine(QPointF(left, foot), QPointF(right, foot))


def at_pictures(made: Set, mark: ItemMark) -> list[PictureBox]:
    """The pictures that a mark is about."""
    if mark.role is not Role.FORMATTING or mark.start != mark.end:
        return []
    return [picture for picture in made.pictures if picture.unit == mark.start]


def draw_picture(painter: QPainter, image: QImage, thing: Object, box: QRectF) -> None:
    """The image in its box, but for what the file cuts off of it.

    Where the file says no size, it is as large as the box allows, in its middle.
    """
    whole = QRectF(image.rect())
    left, top, right, bottom = (max(0.0, part) for part in thing.crop or (0.0, 0.0, 0.0, 0.0))
    shown = whole.adjusted(
        left * whole.width(), top * whole.height(), -right * whole.width(), -bottom * whole.height()
    )
    if shown.width() < 1 or shown.height() < 1:
        shown = whole
    into = QRectF(box)
    if thing.size is None:
        size = shown.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        into = QRectF(0, 0, size.width(), size.height())
        into.moveCenter(box.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(into, image, shown)


def boxes_of(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
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
            left = right = x_of(line.cursorToX(first))
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


def x_of(answer: object) -> float:
    """`cursorToX` answers (x, cursor) in PySide."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]
