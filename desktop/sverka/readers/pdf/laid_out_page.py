"""The layout of a page on one page: its rows in, its lines in reading order out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.model import BlockKind, NoticeCode
from sverka.readers.pdf.line_numbers import Band, numbers_of_lines
from sverka.readers.pdf.page_figures import captions_of, figures_of, text_of_figure
from sverka.readers.pdf.printed_formulas import with_formulas_whole
from sverka.readers.pdf.printed_lines import (
    LineGroup,
    PrintedLine,
    group_of,
    line_of,
    parted,
    printed_lines,
)
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
    everything = [*lines, *turned]
    figures = figures_of(everything, page.shapes, page.width, page.height)
    captions = captions_of(lines, figures)
    aside = numbers.union(*(figure.lines for figure in figures), *captions)
    text: list[PrintedLine | LineGroup] = [
        line for index, line in enumerate(lines) if index not in aside
    ]
    text += [
        group_of([lines[i]._replace(kind=BlockKind.CAPTION) for i in caption])
        for caption in captions
    ]
    stretches = [
        with_formulas_whole(parted(stretch))
        for stretch in in_reading_order(text, figures, _begins_note)
    ]
    ordered = with_notes_apart(stretches, before.notes, lambda: page.shapes.rules)
    boxes = [box for figure in figures if (box := text_of_figure(everything, figure))]
    turned = [one for k, one in enumerate(turned, len(lines)) if k not in aside]
    noticed = frozenset({NoticeCode.LINE_NUMBERS_LEFT_OUT} if numbers else ())
    return PageLines((*ordered, *boxes, *turned), noticed)


def _begins_note(one: PrintedLine | LineGroup) -> bool:
    return isinstance(one, PrintedLine) and begins_note(one)
