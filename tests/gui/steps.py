"""Steps that several tests of the window take."""

from pytestqt.qtbot import QtBot

from sverka.gui.window import MainWindow

LIMIT = 30_000
"""Milliseconds after which an event that was waited for counts as lost."""


def compared(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until a comparison is shown; fail at once with the sentence of an error page."""
    ends = (window.comparison, window.trouble)
    qtbot.waitUntil(lambda: window.pages.currentWidget() in ends, timeout=LIMIT)
    assert window.pages.currentWidget() is window.comparison, window.trouble.sentence.text()
