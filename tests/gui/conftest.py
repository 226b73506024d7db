"""Windows for tests, offscreen; any warning of Qt fails the test."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import pytest
import sample
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sverka.gui.plumbing import window_language
from sverka.gui.plumbing.qt_words import speak_in_qt
from sverka.gui.window import MainWindow
from sverka.model import Comparison, Options


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # The offscreen platform says of itself that it has no window manager.
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    window_language.speak("en")
    yield
    window_language.speak("en")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """A window with its own settings and a worker, 1280 × 800, shown."""
    qapp.setStyle("Fusion")
    made = MainWindow(tmp_path / "settings" / "window.json", Options())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()
    speak_in_qt(qapp, "en")


@pytest.fixture
def release() -> Comparison:
    return sample.release()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two short texts with three changes: a number, a word, a paragraph more."""
    old, new = tmp_path / "published.txt", tmp_path / "corrected.txt"
    old.write_text(
        "Harbour news\n\nThe ferry leaves on 14 March from the northern pier of the old town.\n\n"
        "Captain Ann Reed thanked everybody for the quiet winter on the river.\n",
        "utf-8",
    )
    new.write_text(
        "Harbour news\n\nThe ferry leaves on 15 March from the northern pier of the old town.\n\n"
        "Captain Ann Reed thanked everybody for the long winter on the river.\n\n"
        "Tickets are sold at every landing stage.\n",
        "utf-8",
    )
    return old, new
