"""Tells the numbers that are printed in the margin beside the lines of drafts and pleadings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from sverka.patterns import late_pattern
from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import Boxed, middle, shares_row

_NUMBER = late_pattern(r"\d{1,4}")

Band = tuple[float, float]
"""The left and right side of the place where line numbers stand, in PDF points."""


class Printed(Boxed, Protocol):
    """A printed line: a place with text."""

    @property
    def text(self) -> str:
        """Its text."""


def numbers_of_lines(
    lines: Sequence[Printed], known: Band | None = None
) -> tuple[frozenset[int], Band | None]:
    """Which of the lines of a page are line numbers, by index, and where these stand.

    They stand above each other where nothing else does, count by one step, and beside them a text
    runs on from line to line, as that of no list or table does. `known` is where they stood on the
    pages before: there they need not show all that again.
    """
    found: set[int] = set()
    band = known
    for column in _columns_of_numbers(lines, known):
        left, right = min(lines[i].left for i in column), max(lines[i].right for i in column)
        lowest, highest = min(lines[i].bottom for i in column), max(lines[i].top for i in column)
        alone = not any(
            line.left < right and line.right > left and lowest < middle(line) < highest
            for i, line in enumerate(lines)
            if i not in column
        )
        again = known is not None and known[0] - 1 <= left and right <= known[1] + 1
        if not alone and not again:
            continue
        if (again and _goes_up(lines, column)) or _are_line_numbers(lines, column):
            found |= column
            band = (left, right) if known is None else (min(left, known[0]), max(right, known[1]))
    return frozenset(found), band


def _columns_of_numbers(lines: Sequence[Printed], known: Band | None) -> Iterator[frozenset[int]]:
    """The numbers whose left or right ends stand above each other."""
    numbers = [i for i, line in enumerate(lines) if _NUMBER.fullmatch(line.text)]
    least = weights.LINE_NUMBERS if known is None else 1
    taken: set[int] = set()
    for right in (True, False):
        ends = Counter(round(lines[i].right if right else lines[i].left) for i in numbers)
        for place, _count in ends.most_common(4):
            column = frozenset(
                i
                for i in numbers
                if i not in taken
                and abs((lines[i].right if right else lines[i].left) - place) <= 1.5
            )
            if len(column) >= least:
                taken |= column
                yield column


def _downwards(lines: Sequence[Printed], column: frozenset[int]) -> list[int]:
    return sorted(column, key=lambda i: -middle(lines[i]))


def _goes_up(lines: Sequence[Printed], column: frozenset[int]) -> bool:
    values = [int(lines[i].text) for i in _downwards(lines, column)]
    return all(a < b for a, b in pairwise(values))


def _are_line_numbers(lines: Sequence[Printed], column: frozenset[int]) -> bool:
    if len(column) < weights.LINE_NUMBERS:
        return False
    order = _downwards(lines, column)
    steps = Counter(int(lines[b].text) - int(lines[a].text) for a, b in pairwise(order))
    step, times = steps.most_common(1)[0]
    if step < 1 or times < weights.COUNTING * (len(order) - 1):
        return False
    others = [line for i, line in enumerate(lines) if i not in column]
    texts = sorted(others, key=middle, reverse=True)
    widest = max((line.right - line.left for line in texts), default=0.0)
    beside = [t for t in texts if any(shares_row(t, lines[i]) for i in order)]
    full = sum(line.right - line.left > weights.LONG_LINE * widest for line in beside)
    if len(beside) < weights.COUNTING * len(order) or 2 * full < len(beside):
        return False
    if step > 1:
        # Every fifth line has one: the rows between must be as many.
        lowest, highest = lines[order[-1]].bottom, lines[order[0]].top
        rows = sum(lowest < middle(line) < highest for line in texts)
        return rows >= weights.COUNTING * step * (len(order) - 1)
    runs_on = sum(
        (b.text[:1].islower() and a.text[-1:].isalpha()) or a.text[-1:] == "-"
        for a, b in pairwise(texts)
    )
    return runs_on >= max(2, weights.RUNNING_ON * len(texts))
