"""Which formats can be read, and which one a file is in: by its content first, then its name.

Readers are found by entry point, those of this program like those of others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from sverka.model import Document, Listed, Phrase, Progress, ReadError, Tracked
from sverka.readers.foreign import refusal
from sverka.readers.intake import Intake, printable

GROUP = "sverka.readers"
"""The group of entry points; each names a `Format`. desktop/adding-a-format.md shows one."""

BUILT_IN = {
    "docx": "sverka.readers.docx:FORMAT",
    "odt": "sverka.readers.odt:FORMAT",
    "rtf": "sverka.readers.rtf:FORMAT",
    "doc": "sverka.readers.word_97:FORMAT",
    "pdf": "sverka.readers.pdf:FORMAT",
    "text": "sverka.readers.plain_text:FORMAT",
    "epub": "sverka.readers.epub:FORMAT",
    "fb2": "sverka.readers.fiction_book:FORMAT",
    "mht": "sverka.readers.mail:SAVED",
    "eml": "sverka.readers.mail:FORMAT",
    "html": "sverka.readers.html:FORMAT",
    "subtitles": "sverka.readers.subtitles:FORMAT",
    "markdown": "sverka.readers.markdown:FORMAT",
    "csv": "sverka.readers.delimited:FORMAT",
    "picture": "sverka.readers.recognition.scanned_pictures:FORMAT",
}
"""The entry points of this program in the order in which they are asked, as pyproject.toml has
them: a program packed into one file knows of no entry points."""


class Match(IntEnum):
    """How sure a format is, from the content alone, that a file is its own."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user said about reading.

    `password` opens a PDF that is protected; it is not shown where the settings are.
    `encoding` matters to text and web pages, `tracked` to DOCX and HTML. `as_source` says that what
    is written in marks, such as HTML and Markdown, is read as it is written, `ocr` that the text of
    pages that are pictures is recognised, in `ocr_languages`, as Tesseract calls them, or in all.
    """

    encoding: str | None
    tracked: Tracked
    progress: Progress
    as_source: bool = False
    password: str | None = field(default=None, repr=False)
    ocr: bool = False
    ocr_languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents: how it is recognised and how it is read.

    `name` goes into `Document.format`. `suffixes` are lower case, with the dot. `match` looks at
    the content only; it raises nothing but a ReadError for a file made to do harm. Where that of
    another program raises anything else, the file is read without it. `read` raises ReadError, and
    what the Progress raises.
    """

    name: str
    label: Phrase
    suffixes: tuple[str, ...]
    match: Callable[[Intake], Match]
    read: Callable[[Intake, Settings], Document]


@dataclass(frozen=True, slots=True)
class BrokenFormat:
    """A format whose reader could not be loaded, or failed when it was asked about a file.

    Its name, where it was looked for, and why not.
    """

    name: str
    value: str
    reason: str


def formats() -> tuple[Format | BrokenFormat, ...]:
    """All formats in the order in which they are asked, and those that could not be loaded.

    First those of this program, then those of others by name. One of another program that has the
    name of ours stands in its place.
    """
    return tuple(_loaded(one) for one in _declared())


def format_of(intake: Intake) -> tuple[Format, BrokenFormat | None]:
    """The format a file is in, whatever its name says; ReadError where there is none.

    A format that is certain wins; those after it are not even loaded. Then come the kinds of files
    that are known not to be readable, and of the formats that hold it possible the one whose suffix
    the file has, else the first. Beside it stands the broken format that has the file's suffix.
    """
    possible: list[Format] = []
    failed: list[BrokenFormat] = []
    blamed = _named_like(intake)
    for declared, one in _usable():
        answer = _asked(declared, one, intake)
        match answer:
            case BrokenFormat():
                failed.append(answer)
                if intake.suffix in one.suffixes:
                    blamed = blamed or answer
            case Match.CERTAIN:
                return one, blamed
            case Match.POSSIBLE:
                possible.append(one)
    readable = Listed(tuple(one.label for _declared, one in _usable()))
    if (known := refusal(intake, readable)) is not None:
        raise _blaming(known, blamed, intake)
    if not possible:
        unknown = ReadError(
            "“{file}” is in no format that can be read; save it as one of these: {formats}.",
            file=intake.path,
            formats=readable,
        )
        broken = [*failed, *(one for one in formats() if isinstance(one, BrokenFormat))]
        raise _blaming(unknown, blamed or next(iter(broken), None), intake)
    named = [one for one in possible if intake.suffix in one.suffixes]
    return (named or possible)[0], blamed


def _usable() -> Iterator[tuple[EntryPoint, Format]]:
    """The formats that can be read, each loaded when it is asked for, with where it is declared."""
    for one in _declared():
        if isinstance(found := _loaded(one), Format):
            yield one, found


def _asked(declared: EntryPoint, one: Format, intake: Intake) -> Match | BrokenFormat:
    """How sure a format is of a file; of another program's, why it could not be asked.

    Those of this program are not to fail, and nothing hides it where one does.
    """
    if declared.value == BUILT_IN.get(declared.name):
        return one.match(intake)
    try:
        return one.match(intake)
    except ReadError:
        raise
    except Exception as error:  # noqa: BLE001 - the code of others may fail in any way
        return _broken(declared, f"{type(error).__name__}: {error}")


@cache
def _declared() -> tuple[EntryPoint, ...]:
    found = {name: EntryPoint(name, value, GROUP) for name, value in BUILT_IN.items()}
    for one in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        if one.value != BUILT_IN.get(one.name):
            found[one.name] = one
    return tuple(found.values())


@cache
def _loaded(declared: EntryPoint) -> Format | BrokenFormat:
    try:
        found = declared.load()
    except Exception as error:  # noqa: BLE001 - the code of others may fail in any way
        reason = f"{type(error).__name__}: {error}"
    else:
        if isinstance(found, Format):
            return found
        reason = f"{type(found).__name__} is no Format"
    return _broken(declared, reason)


def _broken(declared: EntryPoint, reason: str) -> BrokenFormat:
    return BrokenFormat(declared.name, declared.value, printable(reason))


def _named_like(intake: Intake) -> BrokenFormat | None:
    """The format that could not be loaded and has the name that the file's suffix has."""
    named = [one for one in _declared() if f".{one.name}" == intake.suffix]
    return next((b for one in named if isinstance(b := _loaded(one), BrokenFormat)), None)


def _blaming(refused: ReadError, broken: BrokenFormat | None, intake: Intake) -> ReadError:
    """The error of a file that nothing reads, where a reader that might have is broken."""
    if broken is None:
        return refused
    return ReadError(
        "“{file}” was not read by any format, and the reader “{reader}” could not be used:"
        " {reason}.",
        file=intake.path,
        reader=broken.name,
        reason=broken.reason,
    )
