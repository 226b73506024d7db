"""Which formats can be read, and which one a file is in: by its content first, then its name."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from sverka.language import _
from sverka.model import Document, Progress, ReadError, Tracked
from sverka.readers.foreign import recognise
from sverka.readers.intake import Intake


class Match(IntEnum):
    """How sure a format is, from the content alone, that a file is its own."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user said about reading. `encoding` matters to text, `tracked` to DOCX."""

    encoding: str | None
    tracked: Tracked
    progress: Progress


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: how it is recognised and how it is read.

    `name` goes into `Document.format`. `suffixes` are lower case, with the dot. `match` looks at
    the content only and raises nothing; `read` raises ReadError and what the Progress raises.
    """

    name: str
    label: Callable[[], str]
    suffixes: tuple[str, ...]
    match: Callable[[Intake], Match]
    read: Callable[[Intake, Settings], Document]


_formats: dict[str, Format] = {}


def register(new: Format) -> None:
    """Make a format readable. A format of the same name is replaced, in its place in the order."""
    _formats[new.name] = new


def formats() -> tuple[Format, ...]:
    """All registered formats in the order in which they are asked."""
    return tuple(_formats.values())


def format_of(intake: Intake) -> Format:
    """The format a file is in, whatever its name says; ReadError where there is none.

    A format that is certain wins. Then come the kinds of files that are known not to be readable,
    and of the formats that hold it possible the one whose suffix the file has, else the first.
    """
    matches = [(candidate.match(intake), candidate) for candidate in formats()]
    certain = [candidate for match, candidate in matches if match is Match.CERTAIN]
    if certain:
        return certain[0]
    known = recognise(intake)
    possible = [candidate for match, candidate in matches if match is Match.POSSIBLE]
    if known or not possible:
        raise _unreadable(intake, known)
    named = [candidate for candidate in possible if intake.suffix in candidate.suffixes]
    return (named or possible)[0]


def _unreadable(intake: Intake, known: str | None) -> ReadError:
    readable = ", ".join(candidate.label() for candidate in formats())
    if known is None:
        return ReadError(
            _(
                "“{file}” is in no format that can be read; save it as one of these: {formats}."
            ).format(file=intake.path, formats=readable)
        )
    return ReadError(
        _("“{file}” is {kind}, which cannot be read; save it as one of these: {formats}.").format(
            file=intake.path, kind=known, formats=readable
        )
    )
