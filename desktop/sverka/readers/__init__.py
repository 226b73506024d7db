"""Reads files: finds out which format one is in, and turns it into a Document."""

import os

from sverka.model import Document, Progress, Stage, Tracked, silent
from sverka.readers import docx, pdf, plain_text
from sverka.readers.intake import take_in
from sverka.readers.registry import Format, Match, Settings, format_of, formats, register

__all__ = ["Format", "Match", "Settings", "formats", "read", "read_text", "register"]

for _built_in in (docx.FORMAT, pdf.FORMAT, plain_text.FORMAT):
    register(_built_in)


def read(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    tracked: Tracked = Tracked.ACCEPT,
    progress: Progress = silent,
) -> Document:
    """Read a file of any registered format.

    `encoding` overrides the one a text file seems to have; other formats know their own.
    `tracked` says how tracked changes inside the file are read. `progress` is told how far reading
    is and may raise Cancelled, which passes. Any other trouble is a ReadError whose text is one
    translated sentence: what happened, to which file, what to do.
    """
    progress(Stage.READING, 0.0)
    intake = take_in(path)
    document = format_of(intake).read(intake, Settings(encoding, tracked, progress))
    progress(Stage.READING, 1.0)
    return document


def read_text(text: str, name: str) -> Document:
    """Make a document of pasted text, called `name`; ReadError where it holds no text."""
    return plain_text.read_text(text, name, Settings(None, Tracked.ACCEPT, silent))
