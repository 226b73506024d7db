"""Starts the window and waits for its end."""

import multiprocessing
import sys
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from sverka import language
from sverka.gui import settings
from sverka.gui.window import MainWindow
from sverka.model import Options, Side


def run(old: Path | None, new: Path | None, options: Options) -> int:
    """Open the window, on a comparison where two files are given; returns the exit status."""
    multiprocessing.freeze_support()
    application = make_application(sys.argv[:1])
    place = settings.default_place()
    chosen = settings.load(place).language
    language.use(chosen if chosen in language.LANGUAGES else language.system_language())
    window = MainWindow(place, options)
    window.show()
    left_open = window.settings.left_open
    if old is None and new is None and left_open is not None:
        # The window did not come to a good end: go on where it was.
        window.take_files([Path(left_open.old), Path(left_open.new)], Side.OLD)
    else:
        window.take_files([path for path in (old, new) if path], Side.OLD)
    status = application.exec()
    # Widgets left to the interpreter's end crash: the window goes before the application.
    window.bridge.close()
    window.deleteLater()
    application.sendPostedEvents()
    application.processEvents()
    del window
    return status


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
