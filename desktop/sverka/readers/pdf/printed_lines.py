"""Cuts the rows of a page into printed lines, and puts those into reading order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sverka.model import NoticeCode, Run
from sverka.readers.pdf.line_numbers import Band, numbers_of_lines
from sverka.readers.pdf.printed_page import PrintedPage
from sverka.readers.pdf.reading_order import in_reading_order
from sverka.readers.pdf.rows import Gap, Row
from sverka.text.signs import BULLETS

_WIDE_GAP = 3.0
"""A gap of so many ems parts a line: table cells, the left and right end of a header."""

_COLUMN_GAP = 1.2
"""A gap of so many ems parts it where other lines have one in the same place."""

_ALIGNED_LINES = 3
"""So many other lines make a gap that of a column."""

_MOST_GAPS = 1000
"""Pages with more gaps than that are no text; only wide gaps part lines there."""

_LIST_MARK = re.compile(
    rf"[{BULLETS}–—-]|\(?(?:\d{{1,3}}|[a-zа-яё]|[ivxlc]{{1,6}})[.)]|(?:\d{{1,3}}\.){{1,4}}\d{{0,3}}",
    re.IGNORECASE,
)


class PrintedLine(NamedTuple):
    """A printed line: its text in runs, its box in points, the size most of it is set in."""

    runs: tuple[Run, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float
    artifact: bool

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class PagesSoFar:
    """What the pages of a document told about how it is set, from the first one on.

    `numbers` is where the numbers of lines stand.
    """

    numbers: Band | None = None


class PageLines(NamedTuple):
    """The lines of a page in reading order, and what is to be told of how they were read."""

    lines: tuple[PrintedLine, ...]
    noticed: frozenset[NoticeCode] = frozenset()


def read_lines(page: PrintedPage, before: PagesSoFar) -> PageLines:
    """The lines of a page in reading order; those that are turned against it come last.

    What the page shows of how the document is set is kept in `before` for the pages behind it.
    """
    upright = [row for row in page.rows if not row.turns]
    turned = [_line(row) for row in page.rows if row.turns]
    lines = [_line(part) for row in _parted(upright) for part in row]
    numbers, before.numbers = numbers_of_lines(lines, before.numbers)
    text = [line for index, line in enumerate(lines) if index not in numbers]
    ordered = [line for stretch in in_reading_order(text) for line in stretch]
    noticed = frozenset({NoticeCode.LINE_NUMBERS_LEFT_OUT} if numbers else ())
    return PageLines((*ordered, *turned), noticed)


def _parted(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Each row cut at its wide gaps, and at narrower ones that stand below each other."""
    gaps = [row.gaps(_COLUMN_GAP) for row in rows]
    few = sum(map(len, gaps)) <= _MOST_GAPS
    for number, row in enumerate(rows):
        cuts = []
        for gap in gaps[number]:
            others = (g for k, found in enumerate(gaps) if k != number for g in found)
            if gap.ems >= _WIDE_GAP or (few and _aligned(gap, others)):
                cuts.append(gap)
        yield _cut(row, cuts) if cuts else [row]


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


def _line(row: Row) -> PrintedLine:
    return PrintedLine(row.runs, row.left, row.bottom, row.right, row.top, row.size, row.artifact)
