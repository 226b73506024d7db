"""Step 6: the heaviest chain, the order that most of the text kept."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np

from sverka.alignment.arrays import Bools, Floats, Ints

_BLOCKS_BETWEEN_TICKS: Final = 8192


class _Blocks(NamedTuple):
    """Blocks in the order of their starts: from, inclusive, and to, exclusive, on both sides."""

    old: Ints
    new: Ints
    old_end: Ints
    new_end: Ints
    weight: Floats


def heaviest_chain(
    old: Ints, new: Ints, length: Ints, weight: Floats, tick: Callable[[], None]
) -> Ints:
    """Indexes of the blocks of the heaviest chain, in order.

    Block k covers old[k] … old[k]+length[k]-1 and new[k] … new[k]+length[k]-1 and weighs more
    than nothing; in a chain each block ends before the next begins, on both sides. Of equal
    weights the chain that ends first on the new side stays, which leaves the most room behind it.
    """
    if not len(old):
        return np.empty(0, np.int64)
    order = np.lexsort((new, old))
    old, new, length = old[order], new[order], length[order]
    blocks = _Blocks(old, new, old + length, new + length, weight[order])
    first = np.flatnonzero(np.concatenate(([True], ~_inseparable(blocks))))
    last = np.append(first[1:], len(order)) - 1
    chain = _chain_of(
        _Blocks(
            blocks.old[first],
            blocks.new[first],
            blocks.old_end[last],
            blocks.new_end[last],
            np.add.reduceat(blocks.weight, first),
        ),
        tick,
    )
    chosen = np.zeros(len(first), np.bool_)
    chosen[chain] = True
    return order[np.repeat(chosen, last - first + 1)]


def best_in_order(
    weights: Mapping[tuple[int, int], float], tick: Callable[[], None] = lambda: None
) -> list[tuple[int, int]]:
    """Of pairs, each with its weight, those of the heaviest chain, in order."""
    if not weights:
        return []
    pairs = list(weights)
    old, new = np.array(pairs, np.int64).T
    weight = np.fromiter(weights.values(), np.float64)
    return [pairs[k] for k in heaviest_chain(old, new, np.ones_like(old), weight, tick).tolist()]


def _inseparable(blocks: _Blocks) -> Bools:
    """Of each two neighbours in order: whether every heaviest chain has both or neither of them.

    So it is when the second begins where the first has ended and whatever comes before the one
    comes before the other, and whatever comes after: when no other block ends or begins between
    them on either side. Most of a document is like that, and need not be gone through in a loop.
    """
    together = np.ones(len(blocks.old) - 1, np.bool_)
    for start, end in ((blocks.old, blocks.old_end), (blocks.new, blocks.new_end)):
        ended = np.cumsum(np.bincount(end, minlength=end.max() + 1))
        begun = np.cumsum(np.bincount(start + 1, minlength=end.max() + 1))
        together &= end[:-1] <= start[1:]
        # Ends in (first start, second start], and starts in [first end, second end).
        together &= ended[start[1:]] - ended[start[:-1]] == 1
        together &= begun[end[1:]] - begun[end[:-1]] == 1
    return together


def _chain_of(blocks: _Blocks, tick: Callable[[], None]) -> list[int]:
    """The indexes of the heaviest chain.

    Colinear chaining without gap costs (Abouelhoda and Ohlebusch 2005): a sweep over the old side
    keeps the Pareto frontier of chain ends, further right only if heavier, in two sorted lists, so
    k blocks cost O(k log k).
    """
    starts, new_starts, ends, new_ends, weights = (column.tolist() for column in blocks)
    closing = np.lexsort((blocks.new, blocks.old_end)).tolist()
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
    return _followed(frontier[-1], before)


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


def _followed(block: int, before: list[int]) -> list[int]:
    """The chain that ends in `block`, from its beginning."""
    chain = []
    while block >= 0:
        chain.append(block)
        block = before[block]
    return chain[::-1]
