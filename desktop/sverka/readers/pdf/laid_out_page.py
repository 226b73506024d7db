"""The layout of a page on one page: its rows in, its lines in reading order out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.model import NoticeCode
from sverka.readers.pdf.line_numbers import Band, numbers_of_lines
from sverka.readers.pdf.printed_lines import PrintedLine, line_of, printed_lines
from sverka.readers.pdf.printed_notes import NotesSoFar, begins_note, with_notes_apart
from sverka.readers.pdf.printed_page import PrintedPage
from sverka.readers.pdf.reading_order import in_reading_order


@dataclass(slots=True)
class PagesSoFar:
    """What the pages of a document told about how it is set, from the first one on.

    `numbers` is where the numbers of lines stand.
    """

    numbers: Band | None = None
    notes: NotesSoFar = field(default_factory=NotesSoFar)


class PageLines(NamedTuple):
    """The lines of a page in reading order, and what is to be told of how they were read."""

    lines: tuple[PrintedLine, ...]
    noticed: frozenset[NoticeCode] = frozenset()


def read_lines(page: PrintedPage, before: PagesSoFar) -> PageLines:
    """The lines of a page in reading order; those that are turned against it come last.

    What the page shows of how the document is set is kept in `before` for the pages behind it.
    """
    lines = printed_lines([row for row in page.rows if not row.turns])
    turned = [line_of(row) for row in page.rows if row.turns]
    numbers, before.numbers = numbers_of_lines(lines, before.numbers)
    text = [line for index, line in enumerate(lines) if index not in numbers]
    stretches = in_reading_order(text, is_of_column=begins_note)
    ordered = with_notes_apart(stretches, before.notes, lambda: page.shapes.rules)
    noticed = frozenset({NoticeCode.LINE_NUMBERS_LEFT_OUT} if numbers else ())
    return PageLines((*ordered, *turned), noticed)
