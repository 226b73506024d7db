"""Step 6: the heaviest chain, the order that most of the text kept."""

from bisect import bisect_left

import numpy as np

from sverka.alignment.arrays import Floats, Ints


def heaviest_chain(old: Ints, new: Ints, length: Ints, weight: Floats) -> Ints:
    """Indexes of the blocks of the heaviest chain, in order.

    Block k covers old[k] … old[k]+length[k]-1 and new[k] … new[k]+length[k]-1; in a chain each
    block ends before the next begins, on both sides. This is colinear chaining without gap costs
    (Abouelhoda and Ohlebusch 2005): a sweep over the old side keeps the Pareto frontier of chain
    ends, higher weight only further right, in sorted lists, so k blocks cost O(k log k). Of equal
    weights the one met first in the order (old, new) stays.
    """
    order = np.lexsort((new, old)).tolist()
    closing = np.lexsort((new, old + length)).tolist()
    starts, ends = old.tolist(), (old + length).tolist()
    new_starts, new_ends = new.tolist(), (new + length).tolist()
    weights = weight.tolist()
    totals = [0.0] * len(order)
    before = [-1] * len(order)
    frontier_ends: list[int] = []
    frontier: list[int] = []
    done = 0
    for k in order:
        while ends[closing[done]] <= starts[k]:
            _close(closing[done], new_ends, totals, frontier_ends, frontier)
            done += 1
        place = bisect_left(frontier_ends, new_starts[k] + 1)
        if place:
            before[k] = frontier[place - 1]
            totals[k] = totals[before[k]] + weights[k]
        else:
            totals[k] = weights[k]
    for k in closing[done:]:
        _close(k, new_ends, totals, frontier_ends, frontier)
    chain = []
    k = frontier[-1] if frontier else -1
    while k >= 0:
        chain.append(k)
        k = before[k]
    return np.array(chain[::-1], np.int64)


def _close(
    k: int, new_ends: list[int], totals: list[float], ends: list[int], frontier: list[int]
) -> None:
    """Let block k, now wholly passed, stand for chains that end there."""
    end, total = new_ends[k], totals[k]
    place = bisect_left(ends, end + 1)
    if place and totals[frontier[place - 1]] >= total:
        return
    first = bisect_left(ends, end)
    last = first
    while last < len(frontier) and totals[frontier[last]] <= total:
        last += 1
    ends[first:last] = [end]
    frontier[first:last] = [k]
