"""How the windows look now: the theme chosen and the size of the text, light or dark."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sverka.gui.plumbing.remembered import Remembered
from sverka.gui.plumbing.theme import Theme, ThemeChoice, dress, system_is_dark, theme

_SIZES = (11, 13, 15, 17, 20, 24, 28, 34)
_USUAL_SIZE = 15


class Dressing(QObject):
    """`look` is what to paint with; `changed` when it is another."""

    changed = Signal(Theme)

    def __init__(self, remembered: Remembered, parent: QObject) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.look = self.put_on()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._change)

    def set_theme(self, choice: str) -> None:
        """Change the colours."""
        self._remembered.change(theme=choice)
        self._change()

    def resize_text(self, steps: int) -> None:
        """Show larger (1) or smaller (-1) text, or the usual size (0)."""
        now = self._remembered.settings.reading_size
        at = min(range(len(_SIZES)), key=lambda k: abs(_SIZES[k] - now))
        size = _SIZES[max(0, min(len(_SIZES) - 1, at + steps))] if steps else _USUAL_SIZE
        self._remembered.change(reading_size=size)
        self._change()

    def put_on(self) -> Theme:
        """Give the application the look that the settings ask for."""
        settings = self._remembered.settings
        choice = ThemeChoice(settings.theme)
        self.look = theme(choice, system_dark=system_is_dark(), reading_size=settings.reading_size)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, self.look)
        return self.look

    def _change(self) -> None:
        self.changed.emit(self.put_on())
