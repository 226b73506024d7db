"""Which two files are to be compared: asked for, dropped, pasted, taken up again or swapped."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sverka.gui.dialogs.paste_dialog import PasteDialog
from sverka.gui.plumbing.window_language import _
from sverka.gui.plumbing.window_settings import Pair
from sverka.gui.plumbing.work import Work
from sverka.model import Side
from sverka.review.session import SUFFIX


def _readable() -> str:
    """The line of a file dialog for all files that can be read, those of other readers too."""
    # Imported here: the window is to be there before the readers.
    from sverka.readers import Format, formats

    suffixes = (suffix for one in formats() if isinstance(one, Format) for suffix in one.suffixes)
    patterns = " ".join(f"*{suffix}" for suffix in dict.fromkeys(suffixes))
    return _("Texts, Word, PDF, web pages and books ({patterns})").format(patterns=patterns)


class FileChoosing(QObject):
    """`files` of the two sides; `changed` when they are others, `complete` to compare them now.

    `session_chosen` is the path of a session that came in place of a file.
    """

    changed = Signal()
    complete = Signal()
    session_chosen = Signal(Path)

    def __init__(self, work: Work, pasted: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._pasted, self._window = work, pasted, parent
        self.files: dict[Side, Path | None] = dict.fromkeys(Side)

    def open_both(self) -> None:
        """Ask for both files, one after the other, and compare them."""
        if all(self.choose(side, start=False) for side in Side):
            self.complete.emit()

    def choose(self, side: Side, *, start: bool = True) -> bool:
        """Ask for the file of one side; False where the user chose none."""
        title = _("Choose the original file") if side is Side.OLD else _("Choose the revised file")
        known = next((p for p in (self.files[side], *self.files.values()) if p), None)
        name, _filter = QFileDialog.getOpenFileName(
            self._window,
            title,
            str(known.parent) if known else "",
            ";;".join([_readable(), _("All files (*)")]),
        )
        if not name:
            return False
        self.take([Path(name)], side, start=start)
        return True

    def take(self, paths: list[Path], side: Side, *, start: bool = True) -> None:
        """Take one file for `side`, or two as original and revised; compare when both are there."""
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self.session_chosen.emit(paths[0])
            return
        if len(paths) >= 2:
            self.files = {Side.OLD: paths[0], Side.NEW: paths[1]}
        elif paths:
            waiting = self._work.comparison is None and None in self.files.values()
            if self.files[side] is not None and waiting:
                side = next(s for s in Side if self.files[s] is None)
            self.files[side] = paths[0]
        self.changed.emit()
        if start and all(self.files.values()):
            self.complete.emit()

    def take_pair(self, pair: Pair) -> None:
        """Compare a pair that was compared before."""
        self.take([Path(pair.old), Path(pair.new)], Side.OLD)

    def paste(self, side: Side) -> None:
        """Take a text that is pasted in for the file of one side."""
        dialog = PasteDialog(side, self._pasted, self._window)
        dialog.pasted.connect(lambda path: self.take([path], side))
        dialog.open()

    def swap(self) -> None:
        """Make the original the revised and the other way round."""
        old, new = self.files[Side.OLD], self.files[Side.NEW]
        self.files = {Side.OLD: new, Side.NEW: old}
        self._work.pair.swap_encodings()
        self.changed.emit()
        if self._work.comparison is not None:
            self.complete.emit()
