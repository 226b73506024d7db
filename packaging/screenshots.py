"""Makes pictures of the real window on the sample releases: python packaging/screenshots.py FOLDER.

Opens its own X server (Xvfb) where there is no display. Every picture is 1280 × 800.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def a_display() -> Iterator[None]:
    """Make sure of a display to open a window on."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform != "linux":
        yield
        return
    program = shutil.which("Xvfb")
    if program is None:
        sys.exit("There is no display. Install Xvfb: apt-get install xvfb")
    reading, writing = os.pipe()
    size = ["-screen", "0", "2600x1640x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), *size], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            os.environ["DISPLAY"] = f":{numbers.readline().strip()}"
        os.environ.setdefault("QT_QPA_PLATFORM", "xcb")
        yield
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Make the pictures named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--language", default="en", help="en, ru or ky")
    parser.add_argument("--sample", default="ru", help="which sample release: ru or en")
    parser.add_argument("--themes", default="light,dark", help="light, dark, contrast, classic")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with a_display():
        take(arguments)
    return 0


def take(arguments: argparse.Namespace) -> None:
    """Open the window and take one picture after the other."""
    from PySide6.QtCore import QEventLoop

    from sverka import language
    from sverka.gui.app import make_application
    from sverka.gui.window import MainWindow
    from sverka.model import Options, Side

    application = make_application(["sverka"])
    language.use(arguments.language)
    samples = files("sverka.resources") / "samples"
    name = f"release-{arguments.sample}"
    with (
        tempfile.TemporaryDirectory() as folder,
        as_file(samples / f"{name}-published.txt") as old,
        as_file(samples / f"{name}-corrected.docx") as new,
    ):
        window = MainWindow(Path(folder) / "window.json", Options())
        window.resize(1280, 800)
        window.show()

        def picture(words: str) -> None:
            application.processEvents()
            target = arguments.folder / f"{words}-{window.settings.theme}.png"
            window.grab().save(str(target))
            print(target)

        for theme in arguments.themes.split(","):
            window.set_theme(theme)
            window.show_start()
            picture("start")
            window.take_files([old, new], Side.OLD)
            ends = (window.comparison, window.trouble)
            while window.pages.currentWidget() not in ends:
                application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            for words, act in steps(window):
                act()
                picture(words)
        window.close()
        window.deleteLater()
        application.processEvents()


def steps(window: object) -> list[tuple[str, Callable[[], object]]]:
    """What is shown of a comparison, in order."""
    from sverka.gui.window import MainWindow
    from sverka.model import FindingKind

    assert isinstance(window, MainWindow)
    page = window.comparison

    def some_changes() -> None:
        for _step in range(7):
            window.deeds["next"].trigger()

    def open_chip() -> None:
        chip = page.filters.chip(FindingKind.RUNNING_HEADER)
        if chip is not None:
            chip.click()
            window.deeds["next"].trigger()
            page.pair.old.toggle_chip()

    return [
        ("comparison", lambda: None),
        ("change", some_changes),
        ("chip", open_chip),
        ("redline", lambda: (page.filters.clear(), some_changes(), page.show_view(1))),
        ("findings", lambda: page.show_view(2)),
        ("found", lambda: (page.show_view(0), page.sought.setText("навигац"), page.step_hit(1))),
        ("folded", lambda: (page.sought.clear(), page.pair.set_folding(True))),
    ]


if __name__ == "__main__":
    sys.exit(main())
