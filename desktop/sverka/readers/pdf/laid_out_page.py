"""The layout of a page on one page: its rows in, its lines in reading order out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from sverka.model import BlockKind, NoticeCode
from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.line_numbers import Band, numbers_of_lines
from sverka.readers.pdf.page_figures import Figure, captions_of, figures_of, text_of_figure
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
from sverka.readers.pdf.printed_tables import (
    PageTable,
    TablesSoFar,
    cells_as_lines,
    holds_cells,
    in_cells,
    table_of,
)
from sverka.readers.pdf.reading_order import in_reading_order
from sverka.readers.pdf.rows import Row
from sverka.readers.pdf.ruled_grids import RuledGrid, ruled_grids


@dataclass(slots=True)
class PagesSoFar:
    """What the pages of a document told about how it is set, from the first one on.

    `numbers` is where the numbers of lines stand.
    """

    numbers: Band | None = None
    notes: NotesSoFar = field(default_factory=NotesSoFar)
    tables: TablesSoFar = field(default_factory=TablesSoFar)


class PageLines(NamedTuple):
    """The lines of a page in reading order, and what is to be told of how they were read."""

    lines: tuple[PrintedLine, ...]
    noticed: frozenset[NoticeCode] = frozenset()


def read_lines(page: PrintedPage, before: PagesSoFar) -> PageLines:
    """The lines of a page in reading order; those that are turned against it come last.

    What the page shows of how the document is set is kept in `before` for the pages behind it.
    """
    upright = [row for row in page.rows if not row.turns]
    likely_table = _stand_beside(upright) >= (1 if before.tables.at_end else 2)
    grids = ruled_grids(page.shapes.rules) if likely_table else []
    lines = printed_lines(upright, [wall for grid in grids for wall in grid.walls])
    turned = [line_of(row) for row in page.rows if row.turns]
    numbers, before.numbers = numbers_of_lines(lines, before.numbers)
    # Each line is taken once: what is part of a table is none of a figure, and so on.
    taken = set(numbers)
    tables = list(_read_tables(lines, grids, before.tables, taken))
    figures = list(_figures(page, [*lines, *turned], taken))
    likely = list(_likely_tables(lines, grids, tables, taken))
    beside = [*figures, *(Figure(*one.grid.box) for one in tables)]
    captions = captions_of(lines, beside, taken)
    aside = taken.union(*captions)
    text: list[PrintedLine | LineGroup] = [one for k, one in enumerate(lines) if k not in aside]
    groups = [
        *_captions(lines, captions),
        *_tables(page, lines, text, tables, before.tables),
        *(group_of([lines[i] for i in one]) for one in likely),
    ]
    stretches = [
        with_formulas_whole(parted(stretch))
        for stretch in in_reading_order([*text, *groups], figures, _begins_note)
    ]
    ordered = with_notes_apart(stretches, before.notes, lambda: page.shapes.rules)
    boxes = [box for one in figures if (box := text_of_figure([*lines, *turned], one))]
    rest = [one for k, one in enumerate(turned, len(lines)) if k not in aside]
    return PageLines((*ordered, *boxes, *rest), _noticed(numbers, likely))


def _stand_beside(rows: Sequence[Row]) -> int:
    """How many rows stand beside others, or have gaps, as those of a table do."""
    heights = sorted(row.baseline for row in rows)
    beside = sum(b - a < weights.ONE_HEIGHT for a, b in pairwise(heights))
    return beside + sum(bool(row.gaps(weights.TABLE_GAP)) for row in rows)


def _read_tables(
    lines: Sequence[PrintedLine],
    grids: Sequence[RuledGrid],
    before: TablesSoFar,
    taken: set[int],
) -> Iterator[PageTable]:
    """The grids that are tables for certain."""
    for grid in grids:
        table = table_of(lines, grid, before)
        if table is not None and not taken & table.lines:
            taken |= table.lines
            yield table


def _figures(page: PrintedPage, lines: Sequence[PrintedLine], taken: set[int]) -> Iterator[Figure]:
    """The figures of a page that are no tables."""
    known = frozenset(taken)
    for figure in figures_of(lines, page.shapes, page.width, page.height):
        if not known & figure.lines:
            own = figure.lines - taken
            taken |= own
            yield replace(figure, lines=own)


def _captions(
    lines: Sequence[PrintedLine], captions: Sequence[Sequence[int]]
) -> Iterator[LineGroup]:
    for caption in captions:
        yield group_of([lines[i]._replace(kind=BlockKind.CAPTION) for i in caption])


def _tables(
    page: PrintedPage,
    lines: Sequence[PrintedLine],
    text: Sequence[PrintedLine | LineGroup],
    tables: Sequence[PageTable],
    before: TablesSoFar,
) -> Iterator[LineGroup]:
    """The tables of a page as groups of lines.

    One that begins a page may be the rest of the one that ended the page before.
    """
    low, high = weights.HEADER * page.height, (1 - weights.HEADER) * page.height
    for number, table in enumerate(tables):
        top, bottom = table.grid.box[3], table.grid.box[1]
        first = number == 0 and not any(one.bottom > top and one.bottom < high for one in text)
        yield group_of(cells_as_lines(lines, table, before, first and before.at_end))
        last = number == len(tables) - 1
        before.at_end = last and not any(one.top < bottom and one.top > low for one in text)
    if not tables and text:
        before.at_end = False


def _likely_tables(
    lines: Sequence[PrintedLine],
    grids: Sequence[RuledGrid],
    tables: Sequence[PageTable],
    taken: set[int],
) -> Iterator[list[int]]:
    """The lines of each grid that may be a table but is not for certain, in the order of cells."""
    read = {id(table.grid) for table in tables}
    for grid in grids:
        if id(grid) in read or not holds_cells(lines, grid):
            continue
        found = in_cells(lines, grid)
        if not taken.intersection(found):
            taken.update(found)
            yield found


def _noticed(numbers: frozenset[int], likely: Sequence[Sequence[int]]) -> frozenset[NoticeCode]:
    """What is to be told: numbers of lines left out, a table that was not read as one."""
    told = {NoticeCode.LINE_NUMBERS_LEFT_OUT} if numbers else set()
    return frozenset(told | ({NoticeCode.TABLES_AS_LINES} if likely else set()))


def _begins_note(one: PrintedLine | LineGroup) -> bool:
    return isinstance(one, PrintedLine) and begins_note(one)
