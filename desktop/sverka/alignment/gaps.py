"""Step 7: what lies between two neighbours of the chain is matched in order."""

import numpy as np

from sverka.alignment.arrays import Bools, Floats, Ints, ranges
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.matching import Matching
from sverka.alignment.similarity import Measure, worth_comparing

_CELLS = 60_000
_ALIKE = 0.34


def fill_gaps(matching: Matching, measure: Measure, weights: tuple[Ints, Ints]) -> None:
    """Match what is free between consecutive matched pairs; the matching must be one chain."""
    old, new = _cells(matching)
    counts = measure.old.counts[old], measure.new.counts[new]
    worth = worth_comparing(*counts) >= 0.25
    old, new = old[worth], new[worth]
    alike, _ = measure.similarity(old, new)
    good = alike >= _ALIKE
    old, new, alike = old[good], new[good], alike[good]
    weight: Floats = alike**2 * np.minimum(weights[0][old], weights[1][new])
    chain = heaviest_chain(old, new, np.ones(len(old), np.int64), weight)
    matching.link(old[chain], new[chain], alike[chain])


def _cells(matching: Matching) -> tuple[Ints, Ints]:
    """All pairs of free paragraphs of each gap that is not too large."""
    n, m = len(matching.new_of), len(matching.old_of)
    fixed_old = np.flatnonzero(matching.new_of >= 0)
    fixed_new = matching.new_of[fixed_old]
    i0 = np.concatenate(([0], fixed_old + 1))
    j0 = np.concatenate(([0], fixed_new + 1))
    rows = np.concatenate((fixed_old, [n])) - i0
    columns = np.concatenate((fixed_new, [m])) - j0
    cells = rows * columns
    small: Bools = (cells > 0) & (cells <= _CELLS)
    i0, j0, columns, cells = i0[small], j0[small], columns[small], cells[small]
    place = ranges(cells)
    width = np.repeat(columns, cells)
    return np.repeat(i0, cells) + place // width, np.repeat(j0, cells) + place % width
