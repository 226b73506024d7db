"""Has the worker compare, and hears how it goes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sverka.gui.plumbing.bridge import Bridge
from sverka.model import Options, Passwords
from sverka.worker import Compare, Compared, Failed, Message, Progressed, Silent, Stopped


class Comparing(QObject):
    """One comparison at a time; a new one gives up whatever the worker does.

    `started` is emitted when one begins; `arrived` is the Scene of what was made and the Compare
    that asked for it; `progressed` a Stage and how far it is, from 0 to 1; `failed` the error;
    `silent` for how many seconds nothing was heard.
    """

    started = Signal()
    arrived = Signal(object, object)
    progressed = Signal(object, float)
    failed = Signal(object)
    silent = Signal(float)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked: Compare | None = None
        self._job: int | None = None
        bridge.news.connect(self._hear)

    @property
    def under_way(self) -> bool:
        """Whether a comparison is being made."""
        return self._job is not None

    def start(self, old: Path, new: Path, options: Options, passwords: Passwords) -> None:
        """Compare two files."""
        self._asked = Compare(str(old), str(new), options, passwords)
        self.started.emit()
        self._job = self._bridge.submit(self._asked)

    def cancel(self) -> None:
        """Give up the comparison under way."""
        if self._job is not None:
            self._job = None
            self._bridge.cancel()

    def _hear(self, news: Message) -> None:
        if news.job != self._job:
            return
        match news:
            case Progressed(stage=stage, fraction=fraction):
                self.progressed.emit(stage, fraction)
            case Compared(scene=scene):
                self._job = None
                self.arrived.emit(scene, self._asked)
            case Failed(error=error):
                self._job = None
                self.failed.emit(error)
            case Silent(seconds=seconds):
                self.silent.emit(seconds)
            case Stopped():
                self._job = None
