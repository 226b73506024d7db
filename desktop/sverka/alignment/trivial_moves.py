"""Step 9a: what says too little to have moved, like "or" and "12", is set free again.

Where it stood is as likely another's place. A figure is held against the figure that stands where
it stood, since that is what a reader asks of a table: what became of this value?
"""

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Bools, Ints
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.matching import Matching
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.alignment.seeds import is_figure, runs_of


def release_trivial(matching: Matching, keys: ParagraphKeys, pace: Pace) -> tuple[Ints, Ints]:
    """Set free what moved without any neighbour that says more; give the pairs that were."""
    partner = matching.new_of.copy()
    partner[partner < 0] = NONE
    for group in matching.groups:
        partner[group.old[0]] = group.new[0]
    runs = runs_of(partner)
    rows = np.flatnonzero(partner != NONE)
    nothing = np.empty(0, np.int64), np.empty(0, np.int64)
    if not len(rows):
        return nothing
    trivial = (matching.new_of[rows] >= 0) & _says_little(keys, rows, partner[rows])
    starts = np.cumsum(runs.length) - runs.length
    idle = np.logical_and.reduceat(trivial, starts)
    if not idle.any():
        return nothing
    weights = np.add.reduceat(
        keys.lengths[keys.old[rows]] + thresholds.WEIGHT_OF_ANY, starts
    ).astype(np.float64)
    # None of it is to say that something else moved.
    weights[idle] *= thresholds.WEIGHT_OF_TRIVIAL
    idle[heaviest_chain(runs.old, runs.new, runs.length, weights, pace.tick)] = False
    old = rows[np.repeat(idle, runs.length)]
    new = matching.new_of[old]
    matching.new_of[old] = matching.old_of[new] = NONE
    return old, new


def move_figures(matching: Matching, keys: ParagraphKeys, old: Ints, new: Ints) -> None:
    """Match again of the released pairs those of a value of its own that found nothing better."""
    once = (_times(keys, keys.old)[keys.old[old]] == 1) & (
        _times(keys, keys.new)[keys.new[new]] == 1
    )
    back = once & matching.free(old, new)
    matching.link(old[back], new[back], 1.0)


def _says_little(keys: ParagraphKeys, old: Ints, new: Ints) -> Bools:
    """Which pairs are equal and figures, or short texts that stand several times on a side."""
    key = keys.old[old]
    short = (key == keys.new[new]) & (keys.lengths[key] < thresholds.TRIVIAL)
    often = (_times(keys, keys.old) > 1) | (_times(keys, keys.new) > 1)
    little: Bools = short & often[key]
    asked = np.flatnonzero(short & ~little)
    little[asked] = [is_figure(keys.texts[k]) for k in key[asked].tolist()]
    return little


def _times(keys: ParagraphKeys, side: Ints) -> Ints:
    return np.bincount(side, minlength=len(keys.texts))
