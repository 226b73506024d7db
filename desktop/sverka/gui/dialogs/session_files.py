"""The session as a file of the user's: asks for names, saves and opens it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sverka.gui.plumbing.window_language import _
from sverka.gui.plumbing.work import Work
from sverka.model import SverkaError
from sverka.review.session import SUFFIX


class SessionFiles(QObject):
    """Saves and opens sessions of the work of one window.

    `settle_asked` before the work is written or left, so that what is being typed is in it;
    `failed` is the error where a session cannot be opened.
    """

    settle_asked = Signal()
    failed = Signal(object)

    def __init__(self, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._window = work, parent

    def save(self) -> None:
        """Save the session where it was saved before; ask where it was not."""
        path = self._work.sitting.path
        if path is None:
            self.save_as()
        else:
            self.write(path)

    def save_as(self) -> None:
        """Ask where to, and save the session there."""
        compared = self._work.compared
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
        self.settle_asked.emit()
        self._work.save(path)

    def choose(self) -> None:
        """Ask for a session, and go on with it."""
        name, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open session"), "", _("Sessions (*.sverka)")
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Go on with a session saved before."""
        self.settle_asked.emit()
        try:
            self._work.open(path)
        except SverkaError as error:
            self.failed.emit(error)
