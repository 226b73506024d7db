"""Writes the redline that `compare --redline` asks for, verified, and says what came of it."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sverka.cli.streams import input_named
from sverka.language import Language
from sverka.model import Comparison, SverkaError, Tracked
from sverka.readers import Readable
from sverka.readers.intake import printable, take_in
from sverka.wording import redline_refused, redline_words

if TYPE_CHECKING:
    from sverka.redline import Proven


def refuse_redline_in_vain(arguments: argparse.Namespace) -> None:
    """SverkaError where a redline is asked for with an option that it cannot follow, or is not."""
    if arguments.redline is None and arguments.without_moves:
        raise SverkaError("--without-moves needs a redline; ask for one with --redline.")
    if arguments.redline is not None and arguments.tracked != Tracked.ACCEPT:
        raise SverkaError(
            "--redline accepts the tracked changes of both files first; leave out --tracked {how}.",
            how=arguments.tracked,
        )


def held_versions(arguments: argparse.Namespace) -> tuple[Readable, Readable]:
    """Both versions; for a redline all of them is taken in, since a stream gives it but once."""
    old, new = input_named(arguments.old), input_named(arguments.new)
    return (old, new) if arguments.redline is None else (take_in(old), take_in(new))


def written_redline(
    arguments: argparse.Namespace,
    comparison: Comparison,
    versions: tuple[Readable, Readable],
    spoken: Language,
) -> "Proven | None":
    """Write the redline where one is asked for, if it is verified; what came of it.

    Of two DOCX it is the original itself, of others a clean DOCX of the reading texts.
    """
    if arguments.redline is None:
        return None
    # Imported here: most runs write no redline, and what writes one is a third of the program
    from sverka.redline import RedlineOptions, write_proven
    from sverka.redline.reading import prove_versions

    options = RedlineOptions(date=arguments.date, moves=not arguments.without_moves)
    if arguments.author:
        options = replace(options, author=arguments.author)
    old, new = map(take_in, versions)
    made = prove_versions(comparison, (old, new), options, spoken)
    write_proven(made, Path(arguments.redline), (old.path, new.path))
    return made


def said_of(made: "Proven", file: str, spoken: Language) -> tuple[str, ...]:
    """What is to be said of a redline after the summary; nothing of one that was refused."""
    if not made.verification.verified:
        return ()
    redlined = made.redlined
    words = redline_words(
        made.verification, redlined.whole, redlined.settled, redlined.kept, spoken
    )
    return (f"{printable(file)}: {words[0]}", *words[1:])


def refuse_wrong(made: "Proven", file: str, spoken: Language) -> None:
    """WriteError where a redline was not written, since it would not be right."""
    if not made.verification.verified:
        raise redline_refused(made.verification, printable(file), spoken)


def redline_form(made: "Proven", file: str, spoken: Language) -> dict[str, Any]:
    """What came of the redline, for the JSON of the comparison."""
    from sverka.reports.verdict_form import verdict

    told = verdict(made.verification, spoken)
    del told["schema"]
    file_written = file if made.verification.verified else None
    return {"file": file_written, "whole": list(made.redlined.whole), **told}
