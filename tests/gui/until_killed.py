"""Works in a window with keys and pointer, says what it looks like, and waits to be killed."""

import importlib.resources
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from sverka.gui.app import make_application
from sverka.gui.plumbing import window_language
from sverka.gui.window import MainWindow
from sverka.model import Options, Side
from sverka.presentation.navigation import ListStep
from sverka.review import State

WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def mark_and_note(application: QApplication, window: MainWindow, old: Path, new: Path) -> str:
    window.take_files([old, new], Side.OLD)
    while window.pages.currentWidget() is not window.comparison:
        application.processEvents(WAIT)
    window.comparison.step(ListStep.NEXT)
    window.comparison.review.toggle(State.QUERY)
    window.comparison.review.note.setPlainText("Which day?")
    window.comparison.review.keep()
    return "marked"


def the_whole_way(window: MainWindow, folder: Path) -> str:
    """The way of an editor on the sample release, up to the saved session."""
    from pytestqt.qt_compat import qt_api
    from pytestqt.qtbot import QtBot
    from way_of_an_editor import work_through

    qt_api.set_qt_api("pyside6")

    class Steps(QtBot):
        """The steps of a QtBot outside of pytest."""

        def __init__(self) -> None:
            pass

    samples = Path(str(importlib.resources.files("sverka.resources") / "samples"))
    pair = (samples / "release-en-published.txt", samples / "release-en-corrected.docx")
    work_through(window, Steps(), *pair)
    saved = folder / "work.sverka"
    window.sessions.write(saved)
    page = window.comparison
    return json.dumps(
        {
            "progress": window.reviewed.text(),
            "current": page.reviewing.remarked.key_of(page.current),
            "remarks": repr(page.numbered_remarks()),
            "findings": repr(page.reviewing.remarked.numbered_findings()),
            "decisions": repr(window.work.options.decisions),
            "saved": str(saved),
        }
    )


def main(arguments: list[str]) -> None:
    application = make_application(["sverka"])
    window_language.speak("en")
    whole = arguments[0] == "--whole-way"
    place = Path(arguments[1 if whole else 0])
    window = MainWindow(place, Options())
    window.show()
    if whole:
        told = the_whole_way(window, place.parent)
    else:
        told = mark_and_note(application, window, *map(Path, arguments[1:]))
    print(told, flush=True)
    while True:
        application.processEvents(WAIT)


if __name__ == "__main__":
    main(sys.argv[1:])
