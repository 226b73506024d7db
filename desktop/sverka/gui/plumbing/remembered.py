"""The settings of one window: what it changes is kept at once, beside what others changed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from sverka.gui.plumbing import window_settings
from sverka.gui.plumbing.window_settings import Pair, WindowSettings


class Remembered:
    """`settings` as this window knows them; every change is written to the place of all."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.settings: WindowSettings = window_settings.load(place)
        self._left_open: Pair | None = None

    @property
    def folder(self) -> Path:
        """Where the settings are, and what the window keeps beside them."""
        return self._place.parent

    def change(self, **changed: Any) -> None:
        """Change settings by name; what other windows changed meanwhile stays."""
        self.settings = replace(window_settings.load(self._place), **changed)
        window_settings.save(self.settings, self._place)

    def compared(self, pair: Pair) -> None:
        """A pair was compared: it is the most recent, and what this window has open."""
        self.open_now(pair)
        recent = window_settings.with_recent(self.settings, Path(pair.old), Path(pair.new)).recent
        self.change(recent=recent)

    def open_now(self, pair: Pair | None) -> None:
        """Say which pair this window has open, None for none, for a start after a crash."""
        before, self._left_open = self._left_open, pair
        known = window_settings.with_open(window_settings.load(self._place), before, pair)
        self.change(left_open=known.left_open)
