"""Opens the command line or the window, importing only the one that is asked for."""

import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path

COMMANDS = ("compare", "inspect")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `sverka`; returns the exit status.

    A command or an option goes to the command line, which prints its help. Nothing, or the names of
    two files, opens the window.
    """
    freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from sverka import cli

        return cli.run(arguments)
    if len(arguments) not in (0, 2):
        return _refuse()
    from sverka import gui

    if not arguments:
        return gui.run()
    old, new = map(Path, arguments)
    return gui.run(old, new)


def _refuse() -> int:
    from sverka import language

    language.use(language.system_language())
    print(
        language._("sverka: name two files, the original and the revised, or none; see --help."),
        file=sys.stderr,
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
