"""Heights of many items, summed by a Fenwick tree, so that any place is found in log n steps.

P. M. Fenwick, "A new data structure for cumulative frequency tables", Software: Practice and
Experience 24 (1994).
"""

import numpy as np
from numpy.typing import NDArray


class Heights:
    """The heights of items in pixels, one below the other from 0 on."""

    def __init__(self, heights: NDArray[np.int64]) -> None:
        sums = np.concatenate(([0], np.cumsum(heights, dtype=np.int64)))
        at = np.arange(len(sums))
        # Node i holds the sum of the items (i - lowest bit of i, i]: a difference of prefix sums.
        self._tree: list[int] = (sums - sums[at - (at & -at)]).tolist()
        self._heights: list[int] = heights.tolist()
        self.total = int(sums[-1])
        self._top_bit = 1 << max(0, len(self._heights).bit_length() - 1)

    def __len__(self) -> int:
        return len(self._heights)

    def of(self, item: int) -> int:
        """The height of `item`."""
        return self._heights[item]

    def top(self, item: int) -> int:
        """Where `item` begins; for the item after the last, where everything ends."""
        total = 0
        tree = self._tree
        while item > 0:
            total += tree[item]
            item &= item - 1
        return total

    def at(self, y: int) -> tuple[int, int]:
        """The item at `y` and how far `y` is inside it; outside, the nearest item's edge."""
        count = len(self._heights)
        if not count:
            return 0, 0
        if y < 0:
            return 0, 0
        if y >= self.total:
            return count - 1, self._heights[-1]
        item, rest, bit, tree = 0, y, self._top_bit, self._tree
        while bit:
            following = item + bit
            if following <= count and tree[following] <= rest:
                item = following
                rest -= tree[following]
            bit >>= 1
        return item, rest

    def change(self, item: int, height: int) -> int:
        """Set the height of `item`; returns by how much it grew."""
        grown = height - self._heights[item]
        if grown:
            self._heights[item] = height
            self.total += grown
            node, count, tree = item + 1, len(self._heights), self._tree
            while node <= count:
                tree[node] += grown
                node += node & -node
        return grown
