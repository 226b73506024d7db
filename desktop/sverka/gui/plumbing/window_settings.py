"""What the window remembers from one day to the next: recent pairs, theme, language, keys."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import platformdirs

from sverka.files import written_whole
from sverka.gui.plumbing.export_choice import ExportChoice

_MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files that were compared, as absolute paths."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class WindowSettings:
    """Everything remembered. `geometry` is Qt's own, in hexadecimal; no language: the system's.

    `left_open` are the pairs shown while windows are open: what a crash leaves behind.
    `shortcuts` are the keys the user gave to deeds, by their names. `export` is how the last
    report was written, `presets` what the user keeps under a name.
    """

    theme: str = "system"
    language: str = ""
    reading_size: int = 15
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    recent: tuple[Pair, ...] = ()
    left_open: tuple[Pair, ...] = ()
    shortcuts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    export: ExportChoice = ExportChoice()  # noqa: RUF009 - frozen
    formatting_in_panes: bool = False
    formatting_in_redline: bool = True
    presets: Mapping[str, ExportChoice] = field(default_factory=dict)


def default_place() -> Path:
    """Where the settings are kept for this user."""
    return Path(platformdirs.user_config_dir("sverka", appauthor=False)) / "window.json"


def load(place: Path) -> WindowSettings:
    """The settings kept at `place`; fresh ones where there are none or they cannot be read."""
    try:
        return msgspec.json.decode(place.read_bytes(), type=WindowSettings)
    except (OSError, msgspec.DecodeError):
        return WindowSettings()


def save(settings: WindowSettings, place: Path) -> None:
    """Keep the settings; a place that cannot be written is no reason to disturb the user."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(place) as part:
            part.write_bytes(msgspec.json.format(msgspec.json.encode(settings)))


def with_recent(settings: WindowSettings, old: Path, new: Path) -> WindowSettings:
    """The settings with this pair as the most recent."""
    pair = Pair(str(old.absolute()), str(new.absolute()))
    others = [p for p in settings.recent if p != pair]
    return replace(settings, recent=tuple([pair, *others][:_MOST_RECENT]))


def with_open(settings: WindowSettings, before: Pair | None, now: Pair | None) -> WindowSettings:
    """The settings with what one window shows: `now`, and no longer `before`."""
    others = [p for p in settings.left_open if p not in (before, now)]
    return replace(settings, left_open=(*others, *([now] if now else [])))
