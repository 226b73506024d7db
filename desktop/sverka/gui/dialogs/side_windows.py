"""The small windows beside the main one: help, all commands, keys, about, go to a change."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMainWindow

from sverka.gui.dialogs.about_dialog import AboutDialog
from sverka.gui.dialogs.command_palette import CommandPalette
from sverka.gui.dialogs.help_window import HelpWindow
from sverka.gui.dialogs.shortcuts_dialog import ShortcutsDialog
from sverka.gui.pages.comparison_page import ComparisonPage
from sverka.gui.plumbing.remembered import Remembered
from sverka.gui.plumbing.window_language import _, current
from sverka.model import PasswordError, Side
from sverka.wording import error_words


class SideWindows(QObject):
    """Opens them for one main window; each closes and goes by itself.

    `keys_given` are the keys the user gave to deeds, `password_given` the Side of a protected file
    and its password.
    """

    keys_given = Signal(dict)
    password_given = Signal(object, str)

    def __init__(self, remembered: Remembered, page: ComparisonPage, window: QMainWindow) -> None:
        super().__init__(page)
        self._remembered, self._page, self._window = remembered, page, window

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
        made = CommandPalette(self._window.menuBar(), self._window)
        made.open()
        return made

    def show_shortcuts(self) -> ShortcutsDialog:
        """Let the user give actions other keys."""
        made = ShortcutsDialog(self._remembered.settings.shortcuts, self._window)
        made.accepted.connect(lambda: self.keys_given.emit(made.keys))
        made.open()
        return made

    def ask_password(self, error: PasswordError) -> QInputDialog:
        """Ask for the password of the file that could not be opened without it."""
        side = Side(str(error.terms.get("side", Side.OLD)))
        made = QInputDialog(self._window)
        made.setWindowTitle(_("Password"))
        made.setLabelText(
            error_words(error, current()) + "\n\n" + _("Its password, which is not kept:")
        )
        made.setInputMode(QInputDialog.InputMode.TextInput)
        made.setTextEchoMode(QLineEdit.EchoMode.Password)
        made.textValueSelected.connect(lambda text: self.password_given.emit(side, text))
        made.finished.connect(made.deleteLater)
        made.open()
        return made

    def ask_number(self) -> QInputDialog | None:
        """Ask for the number of a change and go there; None where there is no change."""
        count = self._page.count
        if not count:
            self._page.said.emit(_("There are no changes to go to."))
            return None
        made = QInputDialog(self._window)
        made.setWindowTitle(_("Go to change"))
        made.setLabelText(_("Number of the change, 1 to {count}:").format(count=count))
        made.setInputMode(QInputDialog.InputMode.IntInput)
        made.setIntRange(1, count)
        made.setIntValue(self._page.current_number() or 1)
        made.intValueSelected.connect(self._page.go_to_number)
        made.finished.connect(made.deleteLater)
        made.open()
        return made
