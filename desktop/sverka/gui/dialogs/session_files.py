"""The session as a file of the user's: asks for names, saves and opens it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from sverka.language import _
from sverka.model import SverkaError
from sverka.review.session import SUFFIX

if TYPE_CHECKING:
    from sverka.gui.window import MainWindow


class SessionFiles:
    """Saves and opens sessions for one main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def save(self) -> None:
        """Save the session where it was saved before; ask where it was not."""
        path = self._window.work.sitting.path
        if path is None:
            self.save_as()
        else:
            self.write(path)

    def save_as(self) -> None:
        """Ask where to, and save the session there."""
        compared = self._window.work.compared
        if compared is None:
            return
        suggestion = Path(compared.new).with_suffix(SUFFIX)
        name, _filter = QFileDialog.getSaveFileName(
            self._window, _("Save session"), str(suggestion), _("Sessions (*.sverka)")
        )
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(SUFFIX))

    def write(self, path: Path) -> None:
        """Save the session to `path`."""
        self._window.settle()
        self._window.work.save(path)

    def choose(self) -> None:
        """Ask for a session, and go on with it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open session"), "", _("Sessions (*.sverka)")
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Go on with a session saved before."""
        self._window.settle()
        try:
            self._window.work.open(path)
        except SverkaError as error:
            self._window.show_trouble(str(error))
