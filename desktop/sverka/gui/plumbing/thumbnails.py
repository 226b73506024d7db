"""The small pictures of the documents shown: asked for when they come into view, and kept."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from sverka.gui.plumbing import picture_process
from sverka.worker import Failed, Message, Pictured, ReadPictures, Worker

WIDEST, HIGHEST = 420, 220
"""Pixels of a small picture: twice what is painted, for screens with small pixels."""
KEPT = 120
"""Small pictures kept, some forty megabytes at most."""
_AT_ONCE = 12


class Thumbnails(QObject):
    """Small pictures by the digest of the whole; `arrived` when there are more to be painted."""

    arrived = Signal()
    _heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paths: tuple[str, ...] = ()
        self._known: OrderedDict[str, QImage | None] = OrderedDict()
        self._wanted: dict[str, None] = {}
        self._asked: tuple[str, ...] = ()
        self._asked_of: tuple[str, ...] = ()
        self._worker: Worker | None = None
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)
        # What one painting wants is asked for together, after it.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._ask)

    def show_files(self, paths: Sequence[str]) -> None:
        """Take pictures from these files from now on; what was not found may be in them."""
        self._paths = tuple(paths)
        self._wanted.clear()
        for digest in [digest for digest, image in self._known.items() if image is None]:
            del self._known[digest]

    def image(self, digest: str) -> QImage | None:
        """The small picture; None where there is none, or none yet."""
        if digest in self._known:
            self._known.move_to_end(digest)
            return self._known[digest]
        if digest and self._paths and digest not in self._asked:
            self._wanted[digest] = None
            if not self._later.isActive():
                self._later.start()
        return None

    def close(self) -> None:
        """End the process that decodes."""
        self._later.stop()
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _ask(self) -> None:
        if self._asked or not self._wanted:
            return
        if self._worker is None:
            self._worker = Worker(self._heard.emit, serve=picture_process.serve)
        # What came into view last is wanted first.
        self._asked, self._asked_of = tuple(list(self._wanted)[-_AT_ONCE:]), self._paths
        for digest in self._asked:
            del self._wanted[digest]
        self._worker.submit(ReadPictures(self._paths, self._asked, WIDEST, HIGHEST))

    @Slot(object)
    def _take(self, news: Message) -> None:
        """Keep what was found; what was not found, or ended the process, is not asked for again."""
        if not isinstance(news, Pictured | Failed):
            return
        found: dict[str, QImage] = {}
        for one in news.pictures if isinstance(news, Pictured) else ():
            ready = QImage(
                one.pixels, one.width, one.height, 4 * one.width, QImage.Format.Format_ARGB32
            )
            found[one.digest] = ready.copy()  # the bytes are Python's
        for digest in self._asked:
            if digest in found or self._asked_of == self._paths:
                self._known[digest] = found.get(digest)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self._asked = ()
        if found or self._asked_of != self._paths:
            self.arrived.emit()
        if self._wanted:
            self._later.start()
