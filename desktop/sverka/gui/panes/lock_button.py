"""The button between the heads of the panes: whether they scroll together."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from sverka.gui.plumbing.window_language import _

if TYPE_CHECKING:
    from sverka.gui.plumbing.theme import Colours

_SIZE = QSize(30, 26)


class LockButton(QAbstractButton):
    """Two sheets, joined by a bar while they scroll together, apart while they do not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours: Colours | None = None
        self.setCheckable(True)
        self.setChecked(True)
        self.setFixedSize(_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Scroll both panes together"))
        self.toggled.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        said = (
            _("Both panes scroll together; press to scroll them one by one ({keys})")
            if self.isChecked()
            else _("Each pane scrolls by itself; press to scroll them together ({keys})")
        )
        self.setToolTip(said.format(keys="Ctrl+Alt+L"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Always the same."""
        return _SIZE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sheets, and the bar between them."""
        if self.colours is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        locked = self.isChecked()
        ink = self.colours.accent if locked else self.colours.soft
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(ink if self.hasFocus() else self.colours.line, 1))
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 5, 5)
        painter.setPen(QPen(ink, 1.5))
        shift = 0 if locked else 3
        painter.drawRoundedRect(QRectF(6, 7 - shift, 6, 12), 1.5, 1.5)
        painter.drawRoundedRect(QRectF(18, 7 + shift, 6, 12), 1.5, 1.5)
        if locked:
            painter.setPen(QPen(ink, 2.4))
            painter.drawLine(QPointF(12, 13), QPointF(18, 13))
        painter.end()
