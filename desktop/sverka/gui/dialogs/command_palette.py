"""The command palette: every action of the window, found by typing some of its letters."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMenuBar,
    QVBoxLayout,
    QWidget,
)

from sverka.gui.plumbing.actions import plain
from sverka.gui.plumbing.window_language import _


class CommandPalette(QDialog):
    """Lists actions; Enter does the one chosen and closes."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("All commands"))
        self._actions = [entry for menu in _menus(bar).values() for entry in _actions(menu, "")]
        self.sought, self.list = QLineEdit(self), QListWidget(self)
        self.sought.setPlaceholderText(_("Type a few letters of a command"))
        self.sought.setAccessibleName(_("Command"))
        self.list.setAccessibleName(_("Commands"))
        self.sought.textChanged.connect(self._narrow)
        self.sought.returnPressed.connect(self._do)
        self.sought.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self._do())
        column = QVBoxLayout(self)
        column.addWidget(self.sought)
        column.addWidget(self.list)
        self.resize(520, 420)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The arrows in the field walk the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None and self.list.count():
                row = (self.list.currentRow() + by) % self.list.count()
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        sought = typed.casefold().split()
        self.list.clear()
        for words, action in self._actions:
            if not action.isEnabled() or not all(word in words.casefold() for word in sought):
                continue
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(f"{words}   {keys}" if keys else words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, action)
        self.list.setCurrentRow(0)

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        action: QAction = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        action.trigger()


def _actions(menu: QMenu, path: str) -> Iterable[tuple[str, QAction]]:
    """The actions of a menu and of those in it, each with its words."""
    below = _menus(menu)
    for action in menu.actions():
        words = plain(action.text().split("\t")[0])
        if action in below:
            yield from _actions(below[action], f"{path}{words}: ")
        elif words:
            yield f"{path}{words}", action


def _menus(parent: QMenuBar | QMenu) -> dict[QAction, QMenu]:
    """The menus that open from a menu bar or a menu, by the actions that open them, in order.

    `QAction.menu()` is not asked: before PySide6 6.11.1 the menu it gives is deleted together with
    the last reference to it.
    """
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    opened = {menu.menuAction(): menu for menu in parent.findChildren(QMenu, options=direct)}
    return {action: opened[action] for action in parent.actions() if action in opened}
