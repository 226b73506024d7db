"""A lane: the column of a pane with the height and the top of each item, in pixels."""

from dataclasses import dataclass

import numpy as np

from sverka.presentation.comparison_index import Ints
from sverka.presentation.heights import Heights
from sverka.presentation.pane_items import ItemKind, PaneColumn


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
    return heights


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
        """Where `paragraph` begins; for the number of paragraphs, where everything ends."""
        return self.heights.top(int(self.column.first[paragraph]))

    def paragraph_at(self, y: int) -> int:
        """The paragraph at `y`, the nearest one outside."""
        if not len(self.column):
            return 0
        item, _ = self.heights.at(y)
        return int(self.column.paragraphs[item])
