"""All windows of the program; each compares a pair of its own, in a process of its own."""

from pathlib import Path

from sverka.gui.window import MainWindow
from sverka.model import Options


class Windows:
    """Opens windows, and holds them until they are closed."""

    def __init__(self, settings_place: Path, options: Options) -> None:
        self._place, self._options = settings_place, options
        self.open_ones: list[MainWindow] = []

    def open(self) -> MainWindow:
        """Open another window, a little aside of the last."""
        window = MainWindow(self._place, self._options)
        if self.open_ones:
            last = self.open_ones[-1]
            window.move(last.x() + 30, last.y() + 30)
        window.window_asked.connect(self.open)
        window.quit_asked.connect(self.close)
        window.language_changed.connect(lambda: self._say_again(window))
        window.closed.connect(lambda: self._let_go(window))
        self.open_ones.append(window)
        window.show()
        return window

    def close(self) -> None:
        """Close all windows."""
        for window in list(self.open_ones):
            window.close()

    def _say_again(self, but: MainWindow) -> None:
        for window in self.open_ones:
            if window is not but:
                window.say_again()

    def _let_go(self, window: MainWindow) -> None:
        if window in self.open_ones:
            self.open_ones.remove(window)
            window.deleteLater()
