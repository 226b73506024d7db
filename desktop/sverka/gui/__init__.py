"""The window; the only room that knows Qt."""

from pathlib import Path

from sverka.model import Options


def run(old: Path | None = None, new: Path | None = None, options: Options | None = None) -> int:
    """Open the window, comparing where two files are given; returns the exit status."""
    from sverka.gui.app import run as run_application

    return run_application(old, new, options or Options())
