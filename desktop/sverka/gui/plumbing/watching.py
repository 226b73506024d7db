"""Watches the inputs of the comparison shown, and tells when one is not what it was."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_REST = 150  # milliseconds after which a file being written is looked at


class Watching(QObject):
    """`changed` and `gone` are the path of an input whose contents changed or that is missing."""

    changed = Signal(Path)
    gone = Signal(Path)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._noted)
        self._sums: Mapping[str, str] = {}
        self._touched: set[str] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)

    def watch(self, sums: Mapping[str, str]) -> None:
        """Watch these files instead, by path the SHA-256 each has in the comparison."""
        self._touched.clear()
        self._sums = dict(sums)
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        there = [path for path in self._sums if Path(path).exists()]
        if there:
            self._watcher.addPaths(there)

    def _noted(self, name: str) -> None:
        if name in self._sums:
            self._touched.add(name)
            self._rest.start()

    def _look(self) -> None:
        touched, self._touched = sorted(self._touched), set()
        for name in touched:
            path = Path(name)
            try:
                with path.open("rb") as stream:
                    found = hashlib.file_digest(stream, "sha256").hexdigest()
            except OSError:
                self.gone.emit(path)
                continue
            if name not in self._watcher.files():
                # Programs that save into a new file take the watched one away.
                self._watcher.addPath(name)
            if found != self._sums.get(name):
                self.changed.emit(path)
