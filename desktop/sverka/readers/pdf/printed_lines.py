"""Cuts the rows of a page into printed lines, where columns or cells stand beside each other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sverka.model import BlockKind, Cell, Object, Part, Run
from sverka.patterns import late_pattern
from sverka.readers.pdf.page_boxes import middle
from sverka.readers.pdf.rows import Gap, Row
from sverka.readers.pdf.shapes import Box
from sverka.text.signs import BULLETS

_WIDE_GAP = 3.0
"""A gap of so many ems parts a line: table cells, the left and right end of a header."""

_COLUMN_GAP = 1.2
"""A gap of so many ems parts it where other lines have one in the same place."""

_GUTTER_GAP = 0.9
"""A gap of so many ems parts it where other lines begin at its end; a typewriter's space has .6."""

_START_PLAY = 0.2
"""So many ems may they begin before or behind it."""

_WALL_GAP = 0.1
"""A gap of so many ems parts it where a rule of a table stands in it."""

_ALIGNED_LINES = 3
"""So many other lines make a gap that of a column."""

_MOST_GAPS = 1000
"""Pages with more gaps than that are no text; only wide gaps part lines there."""

_LIST_MARK = late_pattern(
    rf"[{BULLETS}–—-]|\(?(?:\d{{1,3}}|[a-zа-яё]|[ivxlc]{{1,6}})[.)]|(?:\d{{1,3}}\.){{1,4}}\d{{0,3}}",
    re.IGNORECASE,
)


class PrintedLine(NamedTuple):
    """A printed line: its text, also in runs, its box in points, the size most of it is set in.

    `part`, `kind`, `label`, `note`, `cell` and `objects` are those of the block it becomes.
    """

    text: str
    runs: tuple[Run, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float
    artifact: bool
    part: Part = Part.BODY
    kind: BlockKind = BlockKind.PARAGRAPH
    label: str | None = None
    note: str | None = None
    cell: Cell | None = None
    objects: tuple[Object, ...] = ()

    def with_runs(self, runs: Sequence[Run]) -> "PrintedLine":
        """The line with another text."""
        return self._replace(text="".join(run.text for run in runs), runs=tuple(runs))


class LineGroup(NamedTuple):
    """Lines that stand together on the page and are read one after the other: a caption, a table.

    The box is around all of them.
    """

    lines: tuple[PrintedLine, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float


def group_of(lines: Sequence[PrintedLine]) -> LineGroup:
    """Lines, at least one, as a group in the order in which they are read."""
    return LineGroup(
        tuple(lines),
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
        lines[0].size,
    )


def runs_of(pieces: Iterable[PrintedLine]) -> list[Run]:
    """The runs of pieces that become one line, with a space between two pieces."""
    runs: list[Run] = []
    for piece in pieces:
        runs += [Run(" ", piece.runs[0].style)] if runs else []
        runs += piece.runs
    return runs


def parted(stretch: Iterable[PrintedLine | LineGroup]) -> list[PrintedLine]:
    """The lines of a stretch, those of groups among them."""
    lines: list[PrintedLine] = []
    for one in stretch:
        lines += one.lines if isinstance(one, LineGroup) else [one]
    return lines


def printed_lines(rows: Sequence[Row], walls: Sequence[Box] = ()) -> list[PrintedLine]:
    """The rows of a page as lines, cut where columns or cells stand beside each other.

    `walls` are rules that stand between the cells of tables.
    """
    return [line_of(part) for row in _parted(rows, walls) for part in row]


def line_of(row: Row) -> PrintedLine:
    """A whole row as a line."""
    return PrintedLine(
        row.text, row.runs, row.left, row.bottom, row.right, row.top, row.size, row.artifact
    )


def _parted(rows: Sequence[Row], walls: Sequence[Box]) -> Iterator[list[Row]]:
    """Each row cut at its wide gaps, at narrower ones that stand below each other, and at rules."""
    gaps = [row.gaps(_GUTTER_GAP) for row in rows]
    wide = [[gap for gap in found if gap.ems > _COLUMN_GAP] for found in gaps]
    few = sum(map(len, wide)) <= _MOST_GAPS
    starts = sorted(row.left for row in rows)
    for number, row in enumerate(rows):
        cuts = []
        for gap in gaps[number]:
            others = (g for k, found in enumerate(wide) if k != number for g in found)
            if (
                gap.ems >= _WIDE_GAP
                or (few and gap.ems > _COLUMN_GAP and _aligned(gap, others))
                or _begins_column(gap, row, starts)
            ):
                cuts.append(gap)
        parts = _cut(row, cuts) if cuts else [row]
        yield [piece for part in parts for piece in _cut_at(part, walls)] if walls else parts


def _cut_at(row: Row, walls: Sequence[Box]) -> list[Row]:
    """The row cut at the gaps that rules stand in."""
    up = middle(row)
    through = [
        left
        for left, bottom, _right, top in walls
        if row.left < left < row.right and bottom < up < top
    ]
    if not through:
        return [row]
    cuts = [
        gap
        for gap in row.gaps(_WALL_GAP)
        if any(gap.left - 1 <= wall <= gap.right + 1 for wall in through)
    ]
    return row.cut(cuts) if cuts else [row]


def _begins_column(gap: Gap, row: Row, starts: Sequence[float]) -> bool:
    """Whether enough rows begin where the gap ends, as those of a column do that stands there."""
    play = _START_PLAY * row.size
    first = bisect_left(starts, gap.right - play)
    return bisect_right(starts, gap.right + play) - first >= _ALIGNED_LINES


def _aligned(gap: Gap, others: Iterable[Gap]) -> bool:
    """Whether enough other rows have a gap in the same place."""
    width = gap.right - gap.left
    count = 0
    for other in others:
        shared = min(gap.right, other.right) - max(gap.left, other.left)
        count += shared > 0.6 * width
        if count >= _ALIGNED_LINES:
            return True
    return False


def _cut(row: Row, gaps: Iterable[Gap]) -> list[Row]:
    """The row cut at these gaps, left part first; list marks stay with their text."""
    cuts, start = [], 0
    for gap in gaps:
        if not _LIST_MARK.fullmatch(row.text[start : gap.place].strip()):
            cuts.append(gap)
            start = gap.place
    return sorted(row.cut(cuts), key=lambda part: part.left)
