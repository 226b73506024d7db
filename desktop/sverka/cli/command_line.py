"""Reads the command line, and imports what carries a command out only when there is one."""

from collections.abc import Sequence

from sverka.cli import streams
from sverka.cli.arguments import parsed
from sverka.language import language, system_language


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit status is diff's: 0 no changes, 1 changes, 2 trouble."""
    spoken = language(system_language())
    streams.prepare()
    arguments = parsed(argv, spoken)
    # Imported here: the help and the version are there at once, without what compares.
    from sverka.cli.commands import carry_out

    return carry_out(arguments, spoken)
