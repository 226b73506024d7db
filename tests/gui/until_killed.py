"""Opens the window on two files, marks and notes a change, says so, and waits to be killed."""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop

from sverka import language
from sverka.gui.app import make_application
from sverka.gui.window import MainWindow
from sverka.model import Options, Side
from sverka.presentation.navigation import Step
from sverka.review import State


def main(settings: Path, old: Path, new: Path) -> None:
    application = make_application(["sverka"])
    language.use("en")
    window = MainWindow(settings, Options())
    window.show()
    window.take_files([old, new], Side.OLD)
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while window.pages.currentWidget() is not window.comparison:
        application.processEvents(wait)
    window.comparison.step(Step.NEXT)
    window.comparison.review.toggle(State.QUERY)
    window.comparison.review.note.setPlainText("Which day?")
    window.comparison.review.keep()
    print("marked", flush=True)
    while True:
        application.processEvents(wait)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
