"""A lane: the column of a pane with the height and the top of each item, in pixels."""

from dataclasses import dataclass

import numpy as np

from sverka.presentation.comparison_index import Ints
from sverka.presentation.heights import Heights
from sverka.presentation.pane_items import ItemKind, PaneColumn
from sverka.presentation.table_grid import TableRow


@dataclass(frozen=True, slots=True)
class Metrics:
    """What heights are estimated from, in pixels.

    `width` is that of the lines, `letter` the mean width of a letter, `line` the height of a line,
    `padding` what is above and below the text of an item, `chip` the height of a chip or a fold.
    """

    width: int
    letter: float
    line: int
    padding: int
    chip: int


def estimates(column: PaneColumn, metrics: Metrics) -> Ints:
    """The probable height of each item, from the number of its letters."""
    per_line = max(1.0, metrics.width / metrics.letter)
    lines = np.maximum(1, np.ceil((column.ends - column.starts) / per_line))
    heights = (lines * metrics.line + metrics.padding).astype(np.int64)
    heights[column.kinds != ItemKind.TEXT] = metrics.chip
    for number, row in column.rows.items():
        heights[number] = _row_height(column, row, metrics) if number == row.items.start else 0
    return heights


def _row_height(column: PaneColumn, row: TableRow, metrics: Metrics) -> int:
    """The probable height of a row of a table: that of its highest cell."""
    highest = 1
    for slot in row.slots:
        width = metrics.width * row.share(slot)
        per_line = max(1.0, width / metrics.letter)
        lines = sum(-(-int(column.ends[n] - column.starts[n]) // per_line) for n in slot.items)
        highest = max(highest, int(lines))
    return highest * metrics.line + metrics.padding


class Lane:
    """The items of a pane at their heights, estimated first and measured when shown."""

    def __init__(self, column: PaneColumn, metrics: Metrics) -> None:
        self.column = column
        self.heights = Heights(estimates(column, metrics))

    @property
    def total(self) -> int:
        """The height of everything."""
        return self.heights.total

    def top_of(self, paragraph: int) -> int:
        """Where `paragraph` begins; for the number of paragraphs, where everything ends.

        The row of a table is taken for its first cell: the others begin where it ends.
        """
        return self.heights.top(int(self.column.first[paragraph]))

    def top(self, item: int) -> int:
        """Where an item begins, or the row of a table that it stands in."""
        return self.heights.top(self.column.band(item).start)

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """From where to where paragraphs [first, last] reach, with the rows they stand in."""
        items = self.column.first
        lowest = max(int(items[first]), int(items[last + 1]) - 1)
        return self.top(int(items[first])), self.heights.top(self.column.band(lowest).stop)

    def at(self, y: int) -> tuple[int, int]:
        """The item at `y`, of a row its first, and how far `y` is inside; outside, the nearest."""
        number, inside = self.heights.at(y)
        first = self.column.band(number).start if len(self.column) else number
        return (number, inside) if first == number else (first, self.heights.of(first))

    def paragraph_at(self, y: int) -> int:
        """The paragraph at `y`, the nearest one outside."""
        if not len(self.column):
            return 0
        item, _ = self.at(y)
        return int(self.column.paragraphs[item])
