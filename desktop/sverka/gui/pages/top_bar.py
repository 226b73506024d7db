"""The bar above a comparison: other files, the three views, the steps, finding, export."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from sverka.gui.plumbing.window_language import _

_GAP, _FIELD, _SHORT_FIELD = 8, 190, 110  # pixels


class TopBar(QFrame):
    """`view_asked` is the number of a view. `buttons` are by the names of their deeds.

    Where a language with long words leaves no room, the field to find in is shorter and where one
    is stands in the status line only: the bar never makes a small screen too narrow for the window.
    """

    view_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.where, self.found = QLabel(self), QLabel(self)
        self.where.setProperty("role", "heading")
        self.where.setAccessibleName(_("Where you are"))
        self.found.setProperty("role", "soft")
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(_("Find in both…  Ctrl+F"))
        self.sought.setAccessibleName(_("Find in both versions"))
        self.sought.setMinimumWidth(_FIELD)
        self.sought.setMaximumWidth(230)
        self.sought.setClearButtonEnabled(True)
        self.buttons = {
            "open": _button(_("Open…"), _("Open two other files"), self),
            "swap": _button(_("⇄ Swap"), _("Swap original and revised"), self),
            "previous": _button("↑", _("Previous change"), self),
            "next": _button("↓", _("Next change"), self),
            "report": _button(_("Export report…"), _("Write a report"), self),
        }
        self.buttons["report"].setProperty("role", "primary")
        self._short = False
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(_GAP)
        row.addWidget(self.buttons["open"])
        row.addWidget(self.buttons["swap"])
        row.addSpacing(8)
        row.addWidget(self._switch())
        row.addStretch(1)
        for widget in (self.buttons["previous"], self.where, self.buttons["next"]):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addWidget(self.sought)
        row.addWidget(self.buttons["report"])

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What it needs with the shorter field."""
        least = super().minimumSizeHint()
        return least if self._short else least - QSize(self._spared(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the room there is."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Words that became longer or shorter ask for another look at the room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _spared(self) -> int:
        """How much narrower it is without the words on where one is, in pixels."""
        return self.where.minimumSizeHint().width() + _GAP + _FIELD - _SHORT_FIELD

    def _fit(self) -> None:
        needed = super().minimumSizeHint().width() + (self._spared() if self._short else 0)
        short = self.width() < needed
        if short is not self._short:
            self._short = short
            self.sought.setMinimumWidth(_SHORT_FIELD if short else _FIELD)
            self.where.setVisible(not short)

    def press(self, number: int) -> None:
        """Show that view `number` is the one shown."""
        self._switches.button(number).setChecked(True)

    def show_keys(self, keys: dict[str, str]) -> None:
        """Say in the tooltips which keys do the same, by the names of deeds."""
        for name, button in self.buttons.items():
            words = button.accessibleName()
            button.setToolTip(f"{words} ({keys[name]})" if keys.get(name) else words)
        views = ("side-by-side", "redline", "findings")
        for view, name in zip(self._switches.buttons(), views, strict=True):
            words = view.text()
            view.setToolTip(f"{words} ({keys[name]})" if keys.get(name) else words)

    def _switch(self) -> QFrame:
        """The three views, one of them pressed."""
        switch = QFrame(self)
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._switches = QButtonGroup(switch)
        names = (_("Side by side"), _("Redline"), _("Findings"))
        places = ("first", "middle", "last")
        for number, (name, place) in enumerate(zip(names, places, strict=True)):
            button = QToolButton(switch)
            button.setText(name)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.setProperty("role", "view")
            button.setProperty("place", place)
            button.clicked.connect(lambda *_pressed, number=number: self.view_asked.emit(number))
            self._switches.addButton(button, number)
            row.addWidget(button)
        return switch


def _button(text: str, name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
