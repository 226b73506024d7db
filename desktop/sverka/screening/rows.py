"""The printed rows at the top and at the bottom of each page of a PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sverka.screening.keys import counters_of, key_of
from sverka.screening.lines import Line
from sverka.screening.numbers import page_number

OUTERMOST = 8
"""How many rows from either edge may be furniture."""

_SAME_ROW = 0.5
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """What is printed at one height of a page, from left to right.

    `rank` counts from the edge it is nearer to, from 0. `height`, `edge` and `gap` are shares of
    the height of the page: where its middle stands from the top, how far it is from its edge of the
    page, and the white between it and the next row inwards. `size` is in PDF points.
    """

    lines: tuple[Line, ...]
    page: int
    top: bool
    rank: int
    height: float
    edge: float
    gap: float
    size: float
    key: str
    numbers: tuple[int, ...]
    number: int | None

    @property
    def text(self) -> str:
        """The row as one line."""
        return " ".join(line.text for line in self.lines)


def box_of(line: Line) -> Box:
    """The box of a printed line; ValueError for a line of a format that has none."""
    if line.box is None:
        raise ValueError(line)
    return line.box


def rows_of(lines: Sequence[Line], page: int, height: float) -> list[Row]:
    """The outermost rows of a page from the top, then those from the bottom.

    `lines` are those of the page, `height` is its height in points.
    """
    rows = _stacked(lines)
    middle = [1 - (box[1] + box[3]) / 2 / height for _row, box in rows]
    found = []
    for rank, (row, box) in enumerate(rows[:OUTERMOST]):
        if middle[rank] <= 0.5:
            gap = box[1] - rows[rank + 1][1][3] if rank + 1 < len(rows) else height
            found.append(
                _row(row, page, True, rank, middle[rank], 1 - box[3] / height, gap / height)
            )
    for rank, (row, box) in enumerate(rows[::-1][:OUTERMOST]):
        place = len(rows) - 1 - rank
        if middle[place] > 0.5:
            gap = rows[place - 1][1][1] - box[3] if place else height
            found.append(_row(row, page, False, rank, middle[place], box[1] / height, gap / height))
    return found


def _stacked(lines: Sequence[Line]) -> list[tuple[list[Line], Box]]:
    """The lines in rows from the top down; each row from left to right, with the box around it."""
    rows: list[tuple[list[Line], Box]] = []
    for line in sorted(lines, key=lambda line: (-box_of(line)[3], box_of(line)[0])):
        box = box_of(line)
        if rows and _overlap(rows[-1][1], box) >= _SAME_ROW:
            row, around = rows[-1]
            row.append(line)
            wider = (
                min(around[0], box[0]),
                min(around[1], box[1]),
                max(around[2], box[2]),
                around[3],
            )
            rows[-1] = (row, wider)
        else:
            rows.append(([line], box))
    for row, _box in rows:
        row.sort(key=lambda line: box_of(line)[0])
    return rows


def _overlap(a: Box, b: Box) -> float:
    """The share of the lower box that stands at the height of the other."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    return shared / max(0.1, min(a[3] - a[1], b[3] - b[1]))


def _row(
    lines: Sequence[Line], page: int, top: bool, rank: int, height: float, edge: float, gap: float
) -> Row:
    keys = sorted(key_of(line.text) for line in lines)
    numbers = [page_number(line.text) for line in lines]
    lone = [number.value for number in numbers if number is not None]
    return Row(
        lines=tuple(lines),
        page=page,
        top=top,
        rank=rank,
        height=height,
        edge=edge,
        gap=gap,
        size=max(line.size or box_of(line)[3] - box_of(line)[1] for line in lines),
        key=" ".join(keys),
        numbers=tuple(sorted(n for line in lines for n in counters_of(line.text))),
        number=lone[0] if len(lone) == 1 else None,
    )


def words_of(row: Row) -> str:
    """The key of the row without its numbers: "" where it holds nothing but numbers."""
    return "".join(char for char in row.key if char.isalpha())


def margin_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that stand wholly left or right of the text, by their indexes."""
    printed = [line for line in lines if line.box is not None]
    left = _edge([(box_of(line)[0], len(line.text)) for line in printed])
    right = -_edge([(-box_of(line)[2], len(line.text)) for line in printed])
    return frozenset(
        line.index for line in printed if box_of(line)[2] <= left or box_of(line)[0] >= right
    )


def _edge(places: Sequence[tuple[float, int]]) -> float:
    """The place before which no more than a twentieth of the characters begin."""
    allowed = 0.05 * sum(weight for _place, weight in places)
    for place, weight in sorted(places):
        allowed -= weight
        if allowed < 0:
            return place
    return 0.0


def by_page(lines: Sequence[Line]) -> Mapping[int, list[Line]]:
    """The printed lines of each page, pages in order."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.page is not None and line.box is not None:
            pages.setdefault(line.page, []).append(line)
    return dict(sorted(pages.items()))


def printed_text(lines: Sequence[Line]) -> str:
    """The text of lines as it stands on the page: a row a line; one below the other elsewhere."""
    if any(line.box is None for line in lines):
        return "\n".join(line.text for line in lines)
    return "\n".join(" ".join(line.text for line in row) for row, _box in _stacked(lines))
