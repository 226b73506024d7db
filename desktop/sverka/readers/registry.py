"""Which formats can be read, and which one a file is in: by its content first, then its name."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from sverka.model import Document, Listed, Phrase, Progress, ReadError, Tracked
from sverka.readers.foreign import refusal
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
    the content only; it raises nothing but a ReadError for a file made to do harm. `read` raises
    ReadError, and what the Progress raises.
    """

    name: str
    label: Phrase
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
    readable = Listed(tuple(candidate.label for candidate in formats()))
    if (known := refusal(intake, readable)) is not None:
        raise known
    possible = [candidate for match, candidate in matches if match is Match.POSSIBLE]
    if not possible:
        raise ReadError(
            "“{file}” is in no format that can be read; save it as one of these: {formats}.",
            file=intake.path,
            formats=readable,
        )
    named = [candidate for candidate in possible if intake.suffix in candidate.suffixes]
    return (named or possible)[0]
