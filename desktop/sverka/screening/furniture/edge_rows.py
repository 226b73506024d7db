"""The printed rows at the top and at the bottom of each page of a PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.page_numbers import page_number
from sverka.screening.lines.boxes import box_of, stacked
from sverka.screening.lines.line_keys import counters_of, key_of
from sverka.screening.lines.text_lines import TextLine


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """What is printed at one height of a page, from left to right.

    `rank` counts from the edge it is nearer to, from 0. `height`, `edge` and `gap` are shares of
    the height of the page: where its middle stands from the top, how far it is from its edge of the
    page, and the white between it and the next row inwards. `size` is in PDF points.
    """

    lines: tuple[TextLine, ...]
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


def rows_of(lines: Sequence[TextLine], page: int, height: float) -> list[PrintedRow]:
    """The outermost rows of a page from the top, then those from the bottom.

    `lines` are those of the page, `height` is its height in points.
    """
    rows = stacked(lines)
    middle = [1 - (box[1] + box[3]) / 2 / height for _row, box in rows]
    found = []
    for rank, (row, box) in enumerate(rows[: weights.OUTERMOST]):
        if middle[rank] <= 0.5:
            gap = box[1] - rows[rank + 1][1][3] if rank + 1 < len(rows) else height
            found.append(
                _row(row, page, True, rank, middle[rank], 1 - box[3] / height, gap / height)
            )
    for rank, (row, box) in enumerate(rows[::-1][: weights.OUTERMOST]):
        place = len(rows) - 1 - rank
        if middle[place] > 0.5:
            gap = rows[place - 1][1][1] - box[3] if place else height
            found.append(_row(row, page, False, rank, middle[place], box[1] / height, gap / height))
    return found


def _row(
    lines: Sequence[TextLine],
    page: int,
    top: bool,
    rank: int,
    height: float,
    edge: float,
    gap: float,
) -> PrintedRow:
    keys = sorted(key_of(line.text) for line in lines)
    numbers = [page_number(line.text) for line in lines]
    lone = [number.value for number in numbers if number is not None]
    return PrintedRow(
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


def words_of(row: PrintedRow) -> str:
    """The key of the row without its numbers: "" where it holds nothing but numbers."""
    return "".join(char for char in row.key if char.isalpha())


def margin_lines(lines: Sequence[TextLine]) -> frozenset[int]:
    """The lines that stand wholly left or right of the text, by their indexes."""
    printed = [line for line in lines if line.box is not None]
    left = _edge([(box_of(line)[0], len(line.text)) for line in printed])
    right = -_edge([(-box_of(line)[2], len(line.text)) for line in printed])
    away = weights.MARGIN_AWAY
    return frozenset(
        line.index
        for line in printed
        if box_of(line)[2] <= left - away or box_of(line)[0] >= right + away
    )


def _edge(places: Sequence[tuple[float, int]]) -> float:
    """The place before which no more than a twentieth of the characters begin."""
    allowed = weights.MARGIN_SHARE * sum(weight for _place, weight in places)
    for place, weight in sorted(places):
        allowed -= weight
        if allowed < 0:
            return place
    return 0.0


def by_page(lines: Sequence[TextLine]) -> Mapping[int, list[TextLine]]:
    """The printed lines of each page, pages in order."""
    pages: dict[int, list[TextLine]] = {}
    for line in lines:
        if line.page is not None and line.box is not None:
            pages.setdefault(line.page, []).append(line)
    return dict(sorted(pages.items()))
