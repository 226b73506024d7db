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
from sverka.alignment.table_grids import BothCells


def release_trivial(
    matching: Matching, keys: ParagraphKeys, cells: BothCells | None, pace: Pace
) -> tuple[Ints, Ints]:
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
    # A row or a column moves as such, whatever little its cells say.
    trivial &= ~matching.settled[rows]
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
    _release_figures_beside(matching, keys, cells, old, new)
    return old, new


def _release_figures_beside(
    matching: Matching, keys: ParagraphKeys, cells: BothCells | None, old: Ints, new: Ints
) -> None:
    """Set free the figures between the same neighbours, one of which was passed by another.

    Each then goes by its place: what changed there is the value. Of cells more is known already.
    """
    looked_at = 0
    for i, j in zip(old.tolist(), new.tolist(), strict=True):
        if i < looked_at or (cells and (cells.old[i] or cells.new[j])):
            continue
        first, end = _figures_around(keys, keys.old, i)
        if first == end:  # a short text that stands many times, and no figure
            continue
        looked_at = end
        there, there_end = _figures_around(keys, keys.new, j)
        ours, theirs = np.arange(first, end), np.arange(there, there_end)
        partners = matching.new_of[ours]
        inside = (partners == NONE) | ((partners >= there) & (partners < there_end))
        if len(ours) == len(theirs) and inside.all() and _between_the_same(matching, ours, theirs):
            matching.part(ours, theirs)


def _figures_around(keys: ParagraphKeys, side: Ints, index: int) -> tuple[int, int]:
    """The stretch of paragraphs with nothing but a figure that paragraph `index` stands in."""
    first = end = index
    while first > 0 and is_figure(keys.texts[side[first - 1]]):
        first -= 1
    while end < len(side) and is_figure(keys.texts[side[end]]):
        end += 1
    return first, end


def _between_the_same(matching: Matching, old: Ints, new: Ints) -> bool:
    """Whether what stands before and behind two stretches is matched with each other."""
    before, there = int(old[0]) - 1, int(new[0]) - 1
    behind, far = int(old[-1]) + 1, int(new[-1]) + 1
    at_start = before < 0 or there < 0
    at_end = behind == len(matching.new_of) or far == len(matching.old_of)
    return bool(
        (before == there if at_start else matching.new_of[before] == there)
        and (
            behind - far == len(matching.new_of) - len(matching.old_of)
            if at_end
            else matching.new_of[behind] == far
        )
    )


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
