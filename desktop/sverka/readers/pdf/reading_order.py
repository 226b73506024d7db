"""Puts the printed lines of a page into the order they are read in, by where they stand alone.

A page is cut as a reader sees it: white with running text on either side makes two columns, what
crosses the white parts what is above it from what is below, and each part is cut in the same way
again. That is the recursive XY-cut (Nagy and Seth 1984, "Hierarchical representation of optically
scanned documents") with the white rectangle chosen first and the cuts through it only then (Breuel
2002, "Two geometric algorithms for layout analysis"). What is not in columns is read in rows.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import AnyBoxed, Boxed, common_size, rows_of, shares_row
from sverka.readers.pdf.text_columns import side_by_side


def in_reading_order(
    lines: Sequence[AnyBoxed],
    floats: Sequence[Boxed] = (),
    is_of_column: Callable[[AnyBoxed], bool] = lambda line: False,
) -> list[list[AnyBoxed]]:
    """The lines in stretches that are read from the top down, in the order of reading.

    `floats` are pictures: one that stands across two columns parts what is above from what is
    below it. `is_of_column` says of a line that it is of no header or footer, however far out.
    """
    if not lines:
        return []
    if len(lines) > weights.MOST_LINES:
        return [_in_rows(lines)]
    head, body, foot = _at_edges(lines, is_of_column)
    parts = [head, *_in_columns(body, floats), foot]
    return [_in_rows(part) for part in parts if part]


def _in_rows(lines: Sequence[AnyBoxed]) -> list[AnyBoxed]:
    """The lines row by row, but the lines of a cell one after the other where cells are seen."""
    rows = rows_of(lines)
    if len(rows) == len(lines):
        return [row[0] for row in rows]
    whites = [_white_between(a, b) for a, b in pairwise(rows)]
    tight = min(whites, default=0.0) + weights.PARAGRAPH_GAP * common_size(lines)
    found: list[AnyBoxed] = []
    band: list[list[AnyBoxed]] = []
    for row, white in zip(rows, [*whites, tight + 1], strict=True):
        band.append(row)
        if white > tight:
            found += _cell_by_cell(band)
            band = []
    return found


def _cell_by_cell(band: Sequence[list[AnyBoxed]]) -> list[AnyBoxed]:
    """The lines of rows between white: cell by cell where that is one row of a table.

    So it is where all cells begin in its first line, one has no more, and another has.
    """
    in_rows = [line for row in band for line in row]
    if len(band) == 1 or len(band[0]) == 1:
        return in_rows
    cells: list[list[AnyBoxed]] = [[line] for line in band[0]]
    for row in band[1:]:
        for line in row:
            under = [c for c in cells if c[0].left < line.right and line.left < c[0].right]
            if len(under) != 1 or shares_row(under[0][-1], line):
                return in_rows
            under[0].append(line)
    regular = all(len(row) <= len(before) for before, row in pairwise(band))
    if not regular or min(map(len, cells)) > 1:
        return in_rows
    return [line for cell in cells for line in cell]


def _in_columns(lines: Sequence[AnyBoxed], floats: Sequence[Boxed]) -> list[Sequence[AnyBoxed]]:
    """The parts of a page, cut into columns as long as there are any."""
    parts: list[Sequence[AnyBoxed]] = []
    waiting: list[Sequence[AnyBoxed]] = [lines]
    while waiting:
        part = waiting.pop()
        found = side_by_side(part, floats)
        if found is None:
            parts.append(part)
        else:
            waiting += [found.below, found.right, found.left, found.above]
    return parts


def _at_edges(
    lines: Sequence[AnyBoxed], is_of_column: Callable[[AnyBoxed], bool]
) -> tuple[list[AnyBoxed], list[AnyBoxed], list[AnyBoxed]]:
    """The rows at the very top and the very bottom that white sets apart, and all between them.

    So are running headers and page numbers set; they belong to no column.
    """
    rows = rows_of(lines)
    em = common_size(lines)
    highest, lowest = max(line.top for line in lines), min(line.bottom for line in lines)
    deep = weights.EDGE * (highest - lowest)

    def is_high(row: Sequence[AnyBoxed]) -> bool:
        return min(line.bottom for line in row) > highest - deep

    def is_low(row: Sequence[AnyBoxed]) -> bool:
        return max(line.top for line in row) < lowest + deep and not any(map(is_of_column, row))

    whites = [_white_between(a, b) for a, b in pairwise(rows)] or [0.0]
    white = max(weights.EDGE_GAP * em, weights.MORE_WHITE * median(whites))
    start = _apart(rows, white, is_high)
    upwards = rows[start:][::-1]
    stop = len(rows) - _apart(upwards, white, is_low)
    parts = rows[:start], rows[start:stop], rows[stop:]
    head, body, foot = ([line for row in part for line in row] for part in parts)
    return head, body, foot


def _apart(
    rows: Sequence[list[AnyBoxed]], white: float, is_outside: Callable[[list[AnyBoxed]], bool]
) -> int:
    """How many of the first rows, which come from the edge inwards, white sets apart."""
    apart = 0
    for count, (row, following) in enumerate(pairwise(rows[: weights.EDGE_ROWS + 1]), 1):
        if not is_outside(row):
            break
        if _white_between(row, following) > white:
            apart = count
    return apart


def _white_between(first: Sequence[Boxed], second: Sequence[Boxed]) -> float:
    below = min(line.bottom for line in first) - max(line.top for line in second)
    above = min(line.bottom for line in second) - max(line.top for line in first)
    return max(below, above)
