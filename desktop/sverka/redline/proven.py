"""Writes redlines that are verified: what fails is written in whole paragraphs, or not at all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sverka.files import not_written, refuse_to_overwrite, written_whole
from sverka.model import Layer, Verification
from sverka.readers.intake import Intake
from sverka.redline.redline_values import Redlined, RedlineOptions
from sverka.redline.tracked_document import redline_of
from sverka.redline.verification import verify

MAIN = "word/document.xml"
_ATTEMPTS = 3
"""As it is, with the containers that failed in whole paragraphs, and with their stories so."""


@dataclass(frozen=True, slots=True)
class Proven:
    """A redline and what came of verifying it: a file only where `verification.verified`."""

    redlined: Redlined
    verification: Verification


def prove(old: Intake, new: Intake, options: RedlineOptions) -> Proven:
    """The redline of two DOCX files, verified.

    A container that fails - a cell, a note, a text box, in the end a story - is written as whole
    paragraphs, and all is verified again; that it then marks more than changed is no fault.
    """
    whole: frozenset[str] = frozenset()
    made = _proven(old, new, options, whole)
    for attempt in range(1, _ATTEMPTS):
        if made.verification.verified:
            break
        failed = frozenset(_places(made.verification, finest=attempt == 1))
        if failed <= whole:
            continue
        whole |= failed
        again = _proven(old, new, options, whole)
        made = again if _faults(again) <= _faults(made) else made
    return made


def write_proven(made: Proven, target: Path, versions: Collection[str]) -> None:
    """Write a redline to `target` whole where it is verified, and not at all where it is not.

    `versions` are the files it was made of, which it is never written over. WriteError where the
    target cannot be written.
    """
    refuse_to_overwrite(target, versions)
    if not made.verification.verified:
        return
    try:
        with written_whole(target) as part:
            part.write_bytes(made.redlined.data)
    except OSError as error:
        raise not_written(target, error) from error


def _proven(old: Intake, new: Intake, options: RedlineOptions, whole: Collection[str]) -> Proven:
    redlined = redline_of(old, new, options, whole)
    found = verify(redlined.data, old.data, new.data, moves=options.moves)
    return Proven(redlined, _lenient(found) if redlined.whole else found)


def _lenient(found: Verification) -> Verification:
    """What was found where whole paragraphs had to be marked: that they are is not a fault."""
    kept = tuple(flaw for flaw in found.flaws if flaw.layer is not Layer.MINIMALITY)
    return Verification(kept, found.more)


def _faults(made: Proven) -> int:
    return sum(flaw.grave for flaw in made.verification.flaws) + made.verification.more


def _places(found: Verification, *, finest: bool) -> Iterator[str]:
    """Where what is wrong stands, as the writer names places: the cell, or all of the story."""
    for flaw in found.flaws:
        if flaw.grave:
            cell = "".join(f"/{row}.{column}" for row, column in flaw.cell)
            yield (flaw.part or MAIN) + (cell if finest else "")
