"""The button that says which differences are ignored, with the menu to choose them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sverka.gui.plumbing.window_language import _, current
from sverka.model import Ignore
from sverka.wording import ignore_name

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class IgnoreMenu(QToolButton):
    """`chosen` is the differences to ignore, and whether page furniture stays in the text."""

    chosen = Signal(frozenset, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(_("Differences to ignore"))
        self.setToolTip(_("Differences to ignore"))
        self.setProperty("role", "facet")
        menu = QMenu(self)
        self.rules: dict[Ignore, QAction] = {}
        for ignore in Ignore:
            action = menu.addAction(ignore_name(ignore, current()).capitalize())
            action.setCheckable(True)
            action.triggered.connect(self._tell)
            self.rules[ignore] = action
        menu.addSeparator()
        self.furniture = menu.addAction(_("Keep page furniture in the text"))
        self.furniture.setCheckable(True)
        self.furniture.triggered.connect(self._tell)
        self.setMenu(menu)
        self.show_options(frozenset(), keep_furniture=False)

    def show_options(self, ignored: frozenset[Ignore], *, keep_furniture: bool) -> None:
        """Show what a comparison was made with."""
        for ignore, action in self.rules.items():
            action.setChecked(ignore in ignored)
        self.furniture.setChecked(keep_furniture)
        names = ", ".join(ignore_name(ignore, current()) for ignore in Ignore if ignore in ignored)
        words = _("Ignore: {list} ▾").format(list=names) if names else _("Ignore: nothing ▾")
        self.setText(words)

    def _tell(self) -> None:
        chosen = frozenset(ignore for ignore, action in self.rules.items() if action.isChecked())
        self.show_options(chosen, keep_furniture=self.furniture.isChecked())
        self.chosen.emit(chosen, self.furniture.isChecked())
