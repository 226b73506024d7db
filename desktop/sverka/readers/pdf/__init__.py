"""The format PDF: how it is recognised; what reads it is imported when there is one to read.

pdf_pages reads a file, page by page: stretches asks glyphs for the characters, rows puts them on
lines, printed_lines cuts these where columns part, and reading_order says which comes first.
Paragraphs are put together only in screening.
"""

from dataclasses import replace

from sverka.model import Document, Phrase
from sverka.patterns import late_pattern
from sverka.readers.intake import Intake
from sverka.readers.registry import Format, Match, Settings

_HEAD_BYTES = 1024
_MARK = late_pattern(rb"[\x00-\x20\xbf]%PDF-\d")
_BEFORE_RECOGNISING = 0.1
"""The share of reading that is over when recognising begins, which takes far longer."""


def match(intake: Intake) -> Match:
    """A PDF says so at its beginning, or near it where a program put something in front."""
    if intake.data.startswith(b"%PDF-"):
        return Match.CERTAIN
    near = _MARK.search(intake.data[:_HEAD_BYTES]) is not None
    return Match.CERTAIN if near and b"endobj" in intake.data else Match.NO


def read(intake: Intake, settings: Settings) -> Document:
    """Read a PDF. ReadError where it is locked, broken, or without any text layer.

    Where that is asked for, pages that are nothing but pictures are recognised.
    """
    from sverka.readers.pdf.pdf_pages import read_pages

    if not settings.ocr:
        return read_pages(intake, settings)
    from sverka.readers.recognition.scanned_pages import first_part, with_recognised

    quick = replace(settings, progress=first_part(settings.progress, _BEFORE_RECOGNISING))
    return with_recognised(read_pages(intake, quick), intake, settings)


FORMAT = Format("pdf", Phrase("PDF"), (".pdf",), match, read)
