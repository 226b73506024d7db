"""Starts the window and waits for its end."""

import multiprocessing
import sys
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from sverka import language
from sverka.gui.plumbing import window_language, window_settings
from sverka.gui.plumbing.qt_words import speak_in_qt
from sverka.gui.windows import Windows
from sverka.model import Options, Side


def run(old: Path | None, new: Path | None, options: Options) -> int:
    """Open the window, on a comparison where two files are given; returns the exit status."""
    multiprocessing.freeze_support()
    application = make_application(sys.argv[:1])
    place = window_settings.default_place()
    chosen = window_settings.load(place).language
    code = chosen if chosen in language.LANGUAGES else language.system_language()
    window_language.speak(code)
    speak_in_qt(application, code)
    windows = Windows(place, options)
    first = windows.open()
    left_open = first.remembered.settings.left_open
    lock = only_one(place.parent)
    if old is None and new is None and left_open and lock is not None:
        # The windows did not come to a good end: go on where they were.
        for number, pair in enumerate(left_open):
            window = windows.open() if number else first
            window.take_files([Path(pair.old), Path(pair.new)], Side.OLD)
    else:
        first.take_files([path for path in (old, new) if path], Side.OLD)
    del first
    status = application.exec()
    # Widgets left to the interpreter's end crash: the windows go before the application.
    windows.close()
    application.sendPostedEvents()
    application.processEvents()
    del windows
    if lock is not None:
        lock.unlock()
    return status


def only_one(folder: Path) -> QLockFile | None:
    """A lock held while the program runs; None where the program is running already.

    What another that runs has open was not left behind by a crash. A killed one holds no lock.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / "running.lock"))
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) else None


def make_application(arguments: list[str]) -> QApplication:
    """The application object, with its name, style and icon."""
    application = QApplication(arguments)
    application.setApplicationName("sverka")
    application.setApplicationDisplayName("Sverka")
    application.setDesktopFileName("sverka")
    application.setStyle("Fusion")
    with as_file(files("sverka.resources") / "icons" / "sverka.svg") as icon:
        application.setWindowIcon(QIcon(str(icon)))
    return application
