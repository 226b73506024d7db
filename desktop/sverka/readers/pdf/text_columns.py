"""Finds two columns of running text that stand side by side, by the white between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Generic

from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import AnyBoxed, Boxed, common_size, middle, rows_of


@dataclass(frozen=True, slots=True)
class SideBySide(Generic[AnyBoxed]):
    """A part of a page in two columns, with what stands above and below both.

    `height` is how far both go down beside each other, in points.
    """

    above: list[AnyBoxed]
    left: list[AnyBoxed]
    right: list[AnyBoxed]
    below: list[AnyBoxed]
    height: float


def side_by_side(
    lines: Sequence[AnyBoxed],
    floats: Sequence[Boxed] = (),
    deepest: int = weights.COLUMNS_IN_COLUMNS,
) -> SideBySide[AnyBoxed] | None:
    """The two columns of these lines that go down farthest; None where they stand in one.

    What crosses the white between columns ends them: a heading, a picture among `floats`. Each of
    both may be in columns itself, and so on, `deepest` times.
    """
    if len(lines) < 2 * weights.COLUMN_LINES:
        return None
    em = common_size(lines)
    if median(line.right - line.left for line in lines) < weights.COLUMN_PIECE * em:
        return None
    found = [pair for edge in _edges(lines, em) for pair in _beside(lines, floats, edge, em)]
    found.sort(key=lambda pair: -pair.height)
    return next((pair for pair in found if _are_columns(pair, em, deepest)), None)


def _edges(lines: Sequence[Boxed], em: float) -> list[float]:
    """Where the left ends of several lines stand below each other, but not on the far left."""
    lefts = sorted(line.left for line in lines)
    groups: list[list[float]] = []
    for left in lefts:
        if groups and left - groups[-1][0] <= weights.EDGE_PLAY * em:
            groups[-1].append(left)
        else:
            groups.append([left])
    several = [group for group in groups if len(group) >= weights.COLUMN_LINES]
    inner = [group for group in several if group[0] > lefts[0] + weights.COLUMN_WIDTH * em]
    inner.sort(key=lambda group: (-len(group), group[0]))
    return [group[0] for group in inner[: weights.MOST_EDGES]]


def _beside(
    lines: Sequence[AnyBoxed], floats: Sequence[Boxed], edge: float, em: float
) -> Iterator[SideBySide[AnyBoxed]]:
    """The stretches of the page in which nothing crosses the white before `edge`."""
    gutter, start = edge - weights.GUTTER * em, edge - 0.1 * em
    boxes: list[Boxed] = [*lines, *floats]
    crossing = [middle(box) for box in boxes if box.left < start and box.right > gutter]
    heights = [float("inf"), *sorted(crossing, reverse=True), float("-inf")]
    ordered = sorted(lines, key=middle, reverse=True)
    begin = 0
    for upper, lower in pairwise(heights):
        while begin < len(ordered) and middle(ordered[begin]) >= upper:
            begin += 1
        end = begin
        while end < len(ordered) and middle(ordered[end]) > lower:
            end += 1
        inside = ordered[begin:end]
        left = [line for line in inside if line.right <= gutter]
        right = [line for line in inside if line.left >= start]
        if min(len(left), len(right)) >= weights.COLUMN_LINES:
            yield _trimmed(ordered[:begin], left, right, ordered[end:], em)
        begin = end


def _trimmed(
    above: list[AnyBoxed],
    left: list[AnyBoxed],
    right: list[AnyBoxed],
    below: list[AnyBoxed],
    em: float,
) -> SideBySide[AnyBoxed]:
    """The columns without what stands above the left one alone, apart from the right one."""
    top = max(line.top for line in left)
    start = 0
    for index, (line, following) in enumerate(pairwise(right)):
        if line.bottom < top:
            break
        if line.bottom - following.top > weights.EDGE_GAP * em:
            start = index + 1
    above, right = [*above, *right[:start]], right[start:]
    height = min(top, max(line.top for line in right)) - max(
        min(line.bottom for line in left), min(line.bottom for line in right)
    )
    return SideBySide(above, left, right, below, height)


def _are_columns(found: SideBySide[AnyBoxed], em: float, deepest: int) -> bool:
    """Whether running text stands on both sides, and not the cells of a table."""
    rows = rows_of(found.left), rows_of(found.right)
    if min(map(len, rows)) < weights.COLUMN_LINES or found.height < weights.COLUMN_LINES * em:
        return False
    return all(_is_running(side, em, deepest) for side in rows) and not _is_table(*rows, em)


def _is_running(rows: Sequence[Sequence[AnyBoxed]], em: float, deepest: int) -> bool:
    """Whether the rows are as full and as close as those of running text, in columns or in one."""
    if _pieces(rows) > weights.PIECES_A_ROW * len(rows):
        lines = [line for row in rows for line in row]
        return deepest > 0 and side_by_side(lines, deepest=deepest - 1) is not None
    left = min(row[0].left for row in rows)
    width = max(row[-1].right for row in rows) - left
    inked = sum(line.right - line.left for row in rows for line in row)
    steps = [middle(a[0]) - middle(b[0]) for a, b in pairwise(rows)]
    close = sum(step <= weights.CLOSE * em for step in steps)
    return (
        width >= weights.COLUMN_WIDTH * em
        and inked >= weights.COLUMN_FILL * width * len(rows)
        and close >= weights.COLUMN_CLOSE * len(steps)
    )


def _pieces(rows: Sequence[Sequence[Boxed]]) -> int:
    """How many pieces the rows are in; wide gaps between words, which most rows have text in the
    place of, part none.
    """
    if sum(map(len, rows)) <= weights.PIECES_A_ROW * len(rows):
        return sum(map(len, rows))
    count = len(rows)
    for row in rows:
        for first, second in pairwise(row):
            through = (first.right + second.left) / 2
            over = sum(any(one.left < through < one.right for one in other) for other in rows)
            count += 2 * over < len(rows)
    return count


def _is_table(left: Sequence[Sequence[Boxed]], right: Sequence[Sequence[Boxed]], em: float) -> bool:
    """Whether the white between paragraphs stands at the same heights on both sides."""
    here, there = _white(left, em), _white(right, em)
    least = min(len(here), len(there))
    if least < 2:
        return False
    shared = sum(any(min(a[1], b[1]) - max(a[0], b[0]) > 0 for b in there) for a in here)
    return shared >= 2 and shared >= weights.SAME_HEIGHTS * max(len(here), len(there))


def _white(rows: Sequence[Sequence[Boxed]], em: float) -> list[tuple[float, float]]:
    """The white between the rows that is higher than the usual: from bottom to top."""
    gaps = [
        (max(line.top for line in b), min(line.bottom for line in a)) for a, b in pairwise(rows)
    ]
    if not gaps:
        return []
    usual = median(top - bottom for bottom, top in gaps)
    return [gap for gap in gaps if gap[1] - gap[0] > usual + weights.PARAGRAPH_GAP * em]
