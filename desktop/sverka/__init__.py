"""Sverka compares two versions of a text: read, screen, align, compare."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sverka.alignment import align
    from sverka.comparison import compare, inspect
    from sverka.readers import read
    from sverka.redline.reading import verify
    from sverka.screening import screen

__version__ = "0.1.0"
__all__ = ["__version__", "align", "compare", "inspect", "read", "screen", "verify"]

_HOME = {
    "align": "sverka.alignment",
    "compare": "sverka.comparison",
    "inspect": "sverka.comparison",
    "read": "sverka.readers",
    "screen": "sverka.screening",
    "verify": "sverka.redline.reading",
}


def __getattr__(name: str) -> object:
    """Import a door only when it is opened, so that the window starts at once."""
    if name not in _HOME:
        raise AttributeError(f"module 'sverka' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
