"""The strip beside the panes: every change of the whole text, and what is in view now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from sverka.gui.plumbing.window_language import _
from sverka.presentation.item_marks import Role
from sverka.presentation.list_entries import Entries
from sverka.presentation.overview import OverviewTick, ticks

if TYPE_CHECKING:
    from sverka.gui.plumbing.theme import Colours

_WIDTH = 22


class OverviewStrip(QWidget):
    """Shows all entries on the common axis; `place_asked` is a place on it, from 0 to 1."""

    place_asked = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Overview of all changes"))
        self.setToolTip(_("All changes of the text; press to go there"))
        self.colours: Colours | None = None
        self._entries: Entries | None = None
        # Joining the marks of a long book takes time that its first picture need not wait for.
        self._count_later = QTimer(self, singleShot=True, interval=0)
        self._count_later.timeout.connect(self._count)
        self._ticks: tuple[OverviewTick, ...] = ()
        self._view = (0.0, 1.0)
        self._current: float | None = None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow, and as high as there is room."""
        return QSize(_WIDTH, 200)

    def show_entries(self, entries: Entries) -> None:
        """Show the entries of a comparison."""
        self._entries, self._ticks = entries, ()
        self._count_later.start()
        self.update()

    def show_view(self, upper: float, lower: float) -> None:
        """Say which part of the axis is in view."""
        if self._view != (upper, lower):
            self._view = (upper, lower)
            self.update()

    def show_current(self, place: float | None) -> None:
        """Say where the current change is."""
        self._current = place
        self.update()

    def _count(self) -> None:
        self._ticks = ticks(self._entries, self.height()) if self._entries else ()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Join the marks anew for the new height."""
        super().resizeEvent(event)
        self._count_later.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the marks and the frame of what is in view."""
        if self.colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.colours.panel)
        painter.setPen(self.colours.line)
        painter.drawLine(0, 0, 0, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        for tick in self._ticks:
            painter.setBrush(self.colours.line_of(tick.role))
            width = self.width() - 11
            # Shorter where the words stayed: told apart without the colour.
            shown = width if tick.role is not Role.FORMATTING else width / 3
            painter.drawRoundedRect(QRectF(6, tick.row, shown, 2.4), 1, 1)
        height = self.height()
        if self._current is not None:
            painter.setBrush(self.colours.accent)
            painter.drawRoundedRect(
                QRectF(3, self._current * height - 2, self.width() - 5, 5), 2, 2
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colours.faint, 1))
        upper, lower = (edge * height for edge in self._view)
        size = max(10.0, lower - upper)
        painter.drawRoundedRect(QRectF(2, upper, self.width() - 4, min(size, height) - 1), 4, 4)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the place pressed."""
        self._ask(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer while it is held down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)

    def _ask(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        self.place_asked.emit(max(0.0, min(1.0, share)))
