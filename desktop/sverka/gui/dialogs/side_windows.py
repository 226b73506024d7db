"""The small windows beside the main one: help, all commands, keys, about, go to a change."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from sverka.gui.dialogs.about_dialog import AboutDialog
from sverka.gui.dialogs.command_palette import CommandPalette
from sverka.gui.dialogs.help_window import HelpWindow
from sverka.gui.dialogs.shortcuts_dialog import ShortcutsDialog
from sverka.language import _

if TYPE_CHECKING:
    from sverka.gui.window import MainWindow


class SideWindows:
    """Opens them for one main window; each closes and goes by itself."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def show_help(self) -> HelpWindow:
        """Open the help."""
        made = HelpWindow(self._window)
        made.show()
        return made

    def show_about(self) -> AboutDialog:
        """Say what the program is."""
        made = AboutDialog(self._window)
        made.open()
        return made

    def show_palette(self) -> CommandPalette:
        """List all commands."""
        made = CommandPalette(self._window.menus.values(), self._window)
        made.open()
        return made

    def show_shortcuts(self) -> ShortcutsDialog:
        """Let the user give actions other keys."""
        made = ShortcutsDialog(self._window.settings.shortcuts, self._window)
        made.accepted.connect(lambda: self._window.set_keys(made.keys))
        made.open()
        return made

    def ask_number(self) -> QInputDialog | None:
        """Ask for the number of a change and go there; None where there is no change."""
        page = self._window.comparison
        count = len(page.scene.comparison.changes) if page.scene is not None else 0
        if not count:
            self._window.said.setText(_("There are no changes to go to."))
            return None
        made = QInputDialog(self._window)
        made.setWindowTitle(_("Go to change"))
        made.setLabelText(_("Number of the change, 1 to {count}:").format(count=count))
        made.setInputMode(QInputDialog.InputMode.IntInput)
        made.setIntRange(1, count)
        made.setIntValue(page.current_number() or 1)
        made.intValueSelected.connect(page.go_to_number)
        made.finished.connect(made.deleteLater)
        made.open()
        return made
