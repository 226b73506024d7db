"""Reads files: finds out which format one is in, and turns it into a Document."""

from collections.abc import Sequence
from dataclasses import replace

from sverka.model import Document, Notice, NoticeCode, Progress, Stage, Tracked, silent
from sverka.readers import plain_text
from sverka.readers.intake import Intake, Readable, take_in
from sverka.readers.registry import (
    BrokenFormat,
    Format,
    Match,
    Settings,
    format_of,
    formats,
)

__all__ = [
    "BrokenFormat",
    "Format",
    "Match",
    "Readable",
    "Settings",
    "formats",
    "read",
    "read_html",
    "read_text",
]


def read(
    source: Readable,
    *,
    name: str | None = None,
    encoding: str | None = None,
    tracked: Tracked = Tracked.ACCEPT,
    as_source: bool = False,
    password: str | None = None,
    ocr: bool = False,
    ocr_languages: Sequence[str] = (),
    progress: Progress = silent,
) -> Document:
    """Read a file of any registered format: by its name, from its bytes or from a binary stream.

    `name` is what it is called in all that is said of it; the name of the file else, that of the
    stream, or "<bytes>". The format is known by the content, and by the end of the name only where
    that leaves a choice. A stream or a pipe is read once, to its end.

    `encoding` overrides the one a text file seems to have; other formats know their own.
    `tracked` says how tracked changes inside the file are read. `as_source` reads what is written
    in marks, such as HTML and Markdown, as it is written. `password` opens a PDF that is
    protected; a PasswordError says that it is missing or wrong. `ocr` has the text of pages that
    are pictures recognised, by Tesseract, in these of its languages or in all it has. `progress` is
    told how far reading is and may raise Cancelled, which passes. Any other trouble is a ReadError
    whose text is one translated sentence: what happened, to which file, what to do.
    """
    progress(Stage.READING, 0.0)
    intake = take_in(source, name)
    found, broken = _as_text(intake) if as_source else format_of(intake)
    settings = Settings(encoding, tracked, progress, as_source, password, ocr, tuple(ocr_languages))
    document = found.read(intake, settings)
    progress(Stage.READING, 1.0)
    if broken is None:
        return document
    told = {"file": intake.path, "reader": broken.name, "reason": broken.reason}
    return replace(document, notices=(Notice(NoticeCode.READER_BROKEN, told), *document.notices))


def _as_text(intake: Intake) -> tuple[Format, BrokenFormat | None]:
    """Plain text, where the file is some, whatever its marks mean; else the format it is in."""
    if plain_text.match(intake) is Match.NO:
        return format_of(intake)
    return plain_text.FORMAT, None


def read_text(text: str, name: str) -> Document:
    """Make a document of pasted text, called `name`; ReadError where it holds no text."""
    return plain_text.read_text(text, name, Settings(None, Tracked.ACCEPT, silent))


def read_html(markup: str, name: str) -> Document:
    """Make a document of HTML that was pasted, called `name`; ReadError where it holds no text."""
    # Imported here: a web page is read by much that other formats do not need
    from sverka.readers import html

    return html.read_html(markup, name, Settings(None, Tracked.ACCEPT, silent))
