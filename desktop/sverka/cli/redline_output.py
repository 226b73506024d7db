"""Writes the redline that `compare --redline` asks for, verified, and says what came of it."""

import argparse
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sverka.cli.streams import input_named
from sverka.language import Language
from sverka.model import Comparison, Document, Options, Passwords, SverkaError, Tracked
from sverka.readers import read
from sverka.readers.intake import Intake, printable, take_in
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


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """A version to compare, and its bytes where a redline is made of them as well."""

    given: str | BinaryIO | Document
    file: Intake | None = None


def held_versions(
    arguments: argparse.Namespace, options: Options, passwords: Passwords
) -> tuple[HeldVersion, HeldVersion]:
    """Both versions; for a redline a stream is read into memory, since it gives its bytes once."""
    sides = (
        (arguments.old, options.encoding_old, passwords.old),
        (arguments.new, options.encoding_new, passwords.new),
    )
    if arguments.redline is None:
        old, new = (HeldVersion(input_named(name)) for name, _encoding, _password in sides)
    else:
        old, new = (
            _held(input_named(name), encoding, password, options)
            for name, encoding, password in sides
        )
    return old, new


def _held(
    given: str | BinaryIO, encoding: str | None, password: str | None, options: Options
) -> HeldVersion:
    file = take_in(given)
    if isinstance(given, str) and os.path.isfile(given):
        return HeldVersion(given, file)
    document = read(
        file.data,
        name=file.path,
        encoding=encoding,
        tracked=options.tracked,
        as_source=options.as_source,
        password=password,
    )
    return HeldVersion(document, file)


def written_redline(
    arguments: argparse.Namespace,
    comparison: Comparison,
    versions: tuple[HeldVersion, HeldVersion],
    spoken: Language,
) -> "Proven | None":
    """Write the redline where one is asked for, if it is verified; what came of it.

    Of two DOCX it is the original itself, of others a clean DOCX of the reading texts.
    """
    old, new = (version.file for version in versions)
    if arguments.redline is None or old is None or new is None:
        return None
    # Imported here: most runs write no redline, and what writes one is a third of the program
    from sverka.redline import RedlineOptions, write_proven
    from sverka.redline.reading import prove_versions

    options = RedlineOptions(date=arguments.date, moves=not arguments.without_moves)
    if arguments.author:
        options = replace(options, author=arguments.author)
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
