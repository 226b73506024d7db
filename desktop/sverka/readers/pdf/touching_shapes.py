"""Puts the shapes of a page together that touch each other: each such group is one drawing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.linked_numbers import linked_groups
from sverka.readers.pdf.shapes import Box

_Stretch = tuple[int, int]
"""The first column of cells that a drawing covers in a row, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn together: the box around it, and what it covers in each row of cells."""

    box: Box
    rows: dict[int, list[_Stretch]]

    def covers(self, across: float, up: float) -> bool:
        """Whether a place of the page is covered by the drawing."""
        column = int(across / weights.CELL)
        stretches = self.rows.get(int(up / weights.CELL), ())
        return any(start <= column < end for start, end in stretches)

    def touches(self, box: Box) -> bool:
        """Whether the middle of a shape belongs to the drawing."""
        return self.covers((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def drawings_of(boxes: Sequence[Box], width: float, height: float) -> Iterator[Drawing]:
    """The drawings on a page of this width and height, of those large enough for a figure."""
    rows = _stretches(boxes, width, height)
    placed = [(row, one) for row, stretches in enumerate(rows) for one in stretches]
    for group in linked_groups(len(placed), _touching(rows)):
        drawing = _drawing([placed[number] for number in group])
        left, bottom, right, top = drawing.box
        if min(right - left, top - bottom) >= weights.FIGURE:
            yield drawing


def _stretches(boxes: Iterable[Box], width: float, height: float) -> list[list[_Stretch]]:
    """What the shapes cover in each row of cells, from the bottom up."""
    cell = weights.CELL
    grid = np.zeros((int(height / cell) + 2, int(width / cell) + 4), np.int8)
    for left, bottom, right, top in boxes:
        rows = slice(max(0, int(bottom / cell)), max(0, int(top / cell) + 1))
        # A column of white stands before the first cell.
        grid[rows, max(0, int(left / cell)) + 1 : max(0, int(right / cell)) + 2] = 1
    grid[:, -1] = 0
    found: list[list[_Stretch]] = [[] for _ in grid]
    rows_at, places = (each.tolist() for each in np.nonzero(np.diff(grid)))
    for row, start, end in zip(rows_at[::2], places[::2], places[1::2], strict=True):
        found[row].append((start, end))
    return found


def _touching(rows: Sequence[Sequence[_Stretch]]) -> Iterator[tuple[int, int]]:
    """The stretches that touch one in the row below, by their numbers."""
    number = 0
    for below, above in pairwise(rows):
        for k, (start, end) in enumerate(above):
            for j, (other_start, other_end) in enumerate(below):
                if start <= other_end and other_start <= end:
                    yield number + j, number + len(below) + k
        number += len(below)


def _drawing(group: Sequence[tuple[int, _Stretch]]) -> Drawing:
    rows: dict[int, list[_Stretch]] = defaultdict(list)
    for row, stretch in group:
        rows[row].append(stretch)
    cell = weights.CELL
    left = min(start for _row, (start, _end) in group)
    right = max(end for _row, (_start, end) in group)
    box = (left * cell, min(rows) * cell, right * cell, (max(rows) + 1) * cell)
    return Drawing(box, rows)
