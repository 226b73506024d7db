"""The band between the panes: ribbons join what belongs together, dashed lines what moved."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sverka.gui.panes.typesetter import transparent
from sverka.gui.plumbing.theme import Colours
from sverka.presentation.ribbons import Ribbon

WIDTH = 46
_STUB = 14
_NEAR = 4


class RibbonBand(QWidget):
    """Paints what `ribbons` gives; `current` is the link to stand out.

    `link_pressed` is a link whose ribbon was pressed.
    """

    link_pressed = Signal(int)

    def __init__(self, ribbons: Callable[[], tuple[Ribbon, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self._ribbons = ribbons
        self.colours: Colours | None = None
        self.current: int | None = None
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ribbons in view, the moves above the others."""
        if self.colours is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.colours.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = self._ribbons()
        for ribbon in found:
            if not ribbon.moved:
                self._ribbon(painter, self.colours, ribbon)
        for ribbon in found:
            if ribbon.moved:
                self._move(painter, self.colours, ribbon)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to what a ribbon joins; a move is taken before what it crosses."""
        link = self.link_at(event.position())
        if link is not None:
            self.link_pressed.emit(link)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show by the pointer what can be pressed."""
        here = self.link_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def link_at(self, at: QPointF) -> int | None:
        """The link whose ribbon runs within a few pixels of a point."""
        found = sorted(self._ribbons(), key=lambda ribbon: not ribbon.moved)
        share = at.x() / max(1, self.width())
        for ribbon in found:
            old, new = self._ends(ribbon, ribbon.old), self._ends(ribbon, ribbon.new)
            upper = old[0] + (new[0] - old[0]) * share
            lower = old[1] + (new[1] - old[1]) * share
            if upper - _NEAR <= at.y() <= lower + _NEAR:
                return ribbon.link
        return None

    def _ends(self, ribbon: Ribbon, edge: tuple[float, float]) -> tuple[float, float]:
        """Where a ribbon can be pressed at one edge; a move is a line between the middles."""
        if not ribbon.moved:
            return edge
        both = self._seen(ribbon.old) and self._seen(ribbon.new)
        if both:
            return sum(edge) / 2, sum(edge) / 2
        seen = ribbon.old if self._seen(ribbon.old) else ribbon.new
        middle = self._kept(sum(seen) / 2, seen=True)
        return middle - _STUB, middle + _STUB

    def _seen(self, edge: tuple[float, float]) -> bool:
        return edge[1] >= 0 and edge[0] <= self.height()

    def _ribbon(self, painter: QPainter, colours: Colours, ribbon: Ribbon) -> None:
        if not (self._seen(ribbon.old) and self._seen(ribbon.new)):
            self._stub(painter, colours, ribbon)
            return
        width, bend = self.width(), self.width() / 2
        (old_top, old_end), (new_top, new_end) = ribbon.old, ribbon.new
        path = QPainterPath(QPointF(0, old_top))
        path.cubicTo(bend, old_top, bend, new_top, width, new_top)
        path.lineTo(width, new_end)
        path.cubicTo(bend, new_end, bend, old_end, 0, old_end)
        path.closeSubpath()
        fill = colours.accent if ribbon.role is None else colours.line_of(ribbon.role)
        strong = ribbon.link == self.current
        painter.setPen(QPen(transparent(fill, 0.55 if strong else 0.28), 1))
        painter.setBrush(transparent(fill, 0.2 if strong else 0.1))
        painter.drawPath(path)

    def _stub(self, painter: QPainter, colours: Colours, ribbon: Ribbon) -> None:
        """What a ribbon whose other end is out of view shows of itself: a fin at its edge."""
        old_seen = self._seen(ribbon.old)
        top, end = ribbon.old if old_seen else ribbon.new
        edge, tip = (0, _STUB) if old_seen else (self.width(), self.width() - _STUB)
        other = ribbon.new if old_seen else ribbon.old
        point = max(top, end - _STUB) if other[0] > top else min(end, top + _STUB)
        path = QPainterPath(QPointF(edge, top))
        path.lineTo(tip, point)
        path.lineTo(edge, end)
        fill = colours.accent if ribbon.role is None else colours.line_of(ribbon.role)
        strong = ribbon.link == self.current
        painter.setPen(QPen(transparent(fill, 0.55 if strong else 0.28), 1))
        painter.setBrush(transparent(fill, 0.2 if strong else 0.1))
        painter.drawPath(path)

    def _move(self, painter: QPainter, colours: Colours, ribbon: Ribbon) -> None:
        """A line from middle to middle; an end out of sight is a stub with an arrow."""
        strong = ribbon.link == self.current
        painter.setPen(QPen(colours.move_line, 2.4 if strong else 1.6, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        old_y, new_y = sum(ribbon.old) / 2, sum(ribbon.new) / 2
        old_seen, new_seen = self._seen(ribbon.old), self._seen(ribbon.new)
        old_y, new_y = self._kept(old_y, seen=old_seen), self._kept(new_y, seen=new_seen)
        bend, width = self.width() / 2, self.width()
        path = QPainterPath(QPointF(0, old_y))
        if old_seen and new_seen:
            path.cubicTo(bend, old_y, bend, new_y, width, new_y)
            painter.drawPath(path)
            return
        seen_y, seen_x = (old_y, 0) if old_seen else (new_y, width)
        away = _STUB if (new_y if old_seen else old_y) > seen_y else -_STUB
        painter.drawLine(QPointF(seen_x, seen_y), QPointF(bend, seen_y))
        painter.drawLine(QPointF(bend, seen_y), QPointF(bend, seen_y + away))
        painter.setPen(QPen(colours.move_line, 1.6))
        box = QRectF(bend - 8, seen_y + away - 8 + (6 if away > 0 else -6), 16, 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "↓" if away > 0 else "↑")

    def _kept(self, y: float, *, seen: bool) -> float:
        return max(4.0, min(self.height() - 4.0, y)) if seen else y
