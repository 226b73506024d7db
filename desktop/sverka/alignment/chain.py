"""Step 6: the heaviest chain, the order that most of the text kept."""

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

import numpy as np

from sverka.alignment.arrays import Floats, Ints

_BLOCKS_BETWEEN_TICKS: Final = 8192


def heaviest_chain(
    old: Ints, new: Ints, length: Ints, weight: Floats, tick: Callable[[], None]
) -> Ints:
    """Indexes of the blocks of the heaviest chain, in order.

    Block k covers old[k] … old[k]+length[k]-1 and new[k] … new[k]+length[k]-1; in a chain each
    block ends before the next begins, on both sides. Colinear chaining without gap costs
    (Abouelhoda and Ohlebusch 2005): a sweep over the old side keeps the Pareto frontier of chain
    ends, further right only if heavier, in two sorted lists, so k blocks cost O(k log k). Of equal
    weights the chain that ends first on the new side stays, which leaves the most room behind it.
    """
    order = np.lexsort((new, old))
    starts, new_starts = old[order].tolist(), new[order].tolist()
    ends, new_ends = (old + length)[order].tolist(), (new + length)[order].tolist()
    weights = weight[order].tolist()
    closing = np.lexsort((new[order], (old + length)[order])).tolist()
    totals, before = [0.0] * len(starts), [-1] * len(starts)
    frontier_ends: list[int] = []
    frontier: list[int] = []
    done = 0
    for k, start in enumerate(starts):
        if k % _BLOCKS_BETWEEN_TICKS == 0:
            tick()
        while ends[closing[done]] <= start:
            closed = closing[done]
            _settle(closed, new_ends[closed], totals, frontier_ends, frontier)
            done += 1
        place = bisect_left(frontier_ends, new_starts[k] + 1)
        if place:
            before[k] = frontier[place - 1]
            totals[k] = totals[before[k]] + weights[k]
        else:
            totals[k] = weights[k]
    for closed in closing[done:]:
        _settle(closed, new_ends[closed], totals, frontier_ends, frontier)
    return order[_followed(frontier[-1] if frontier else -1, before)]


def _settle(
    block: int, end: int, totals: list[float], frontier_ends: list[int], frontier: list[int]
) -> None:
    """Let a block that the sweep has passed stand for the best chain that ends at `end`."""
    total = totals[block]
    place = bisect_left(frontier_ends, end + 1)
    if place and totals[frontier[place - 1]] >= total:
        return
    first = place - 1 if place and frontier_ends[place - 1] == end else place
    last = place
    while last < len(frontier) and totals[frontier[last]] <= total:
        last += 1
    frontier_ends[first:last] = [end]
    frontier[first:last] = [block]


def _followed(block: int, before: list[int]) -> Ints:
    """The chain that ends in `block`, from its beginning."""
    chain = []
    while block >= 0:
        chain.append(block)
        block = before[block]
    return np.array(chain[::-1], np.int64)
