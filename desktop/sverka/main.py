"""Opens the command line or the window, importing only the one that is asked for."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sverka import __version__

if TYPE_CHECKING:
    from sverka.language import Language

COMMANDS = ("compare", "inspect", "verify")
TROUBLE, INTERRUPTED = 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run `sverka`; returns the exit status.

    A command or an option goes to the command line, which prints its help. Nothing, or the names of
    two files, opens the window.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--version"]:
        print(f"sverka {__version__}")
        return 0
    if getattr(sys, "frozen", False):
        # Only there does it do anything, and the module takes a while to import.
        from multiprocessing import freeze_support

        freeze_support()
    # Imported here: the version is there at once.
    from sverka.language import language, system_language

    spoken = language(system_language())
    try:
        return _run(arguments, spoken)
    except KeyboardInterrupt:
        said = spoken.gettext("sverka: interrupted; no file was left half written.")
        print(said, file=sys.stderr)
        return INTERRUPTED


def _run(arguments: list[str], spoken: "Language") -> int:
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from sverka import cli

        return cli.run(arguments)
    if len(arguments) not in (0, 2):
        return _refuse(
            spoken.gettext(
                "sverka: name two files, the original and the revised, or none; see --help."
            )
        )
    if not _has_display():
        return _refuse(
            spoken.gettext(
                "sverka: there is no display to open the window on; "
                "without one, use sverka compare OLD NEW."
            )
        )
    from pathlib import Path

    from sverka import gui

    if not arguments:
        return gui.run()
    old, new = map(Path, arguments)
    return gui.run(old, new)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return TROUBLE


def _has_display() -> bool:
    """Whether a window can be shown; without a display Qt would end the program with a signal."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    sys.exit(main())
