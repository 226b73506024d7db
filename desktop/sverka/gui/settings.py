"""What the window remembers from one day to the next: recent pairs, theme, language, size."""

import contextlib
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
import platformdirs

from sverka.files import written_whole

_MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files that were compared, as absolute paths."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything remembered. `geometry` is Qt's own, in hexadecimal; no language: the system's.

    `left_open` is the pair shown while the window is open: what a crash leaves behind.
    """

    theme: str = "system"
    language: str = ""
    reading_size: int = 15
    geometry: str = ""
    recent: tuple[Pair, ...] = field(default=())
    left_open: Pair | None = None


def default_place() -> Path:
    """Where the settings are kept for this user."""
    return Path(platformdirs.user_config_dir("sverka", appauthor=False)) / "window.json"


def load(place: Path) -> Settings:
    """The settings kept at `place`; fresh ones where there are none or they cannot be read."""
    try:
        return msgspec.json.decode(place.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()


def save(settings: Settings, place: Path) -> None:
    """Keep the settings; a place that cannot be written is no reason to disturb the user."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(place) as part:
            part.write_bytes(msgspec.json.format(msgspec.json.encode(settings)))


def with_recent(settings: Settings, old: Path, new: Path) -> Settings:
    """The settings with this pair as the most recent."""
    pair = Pair(str(old.absolute()), str(new.absolute()))
    others = [p for p in settings.recent if p != pair]
    return replace(settings, recent=tuple([pair, *others][:_MOST_RECENT]))
