"""Step 8: strong pairs off the chain are moves, and grow into moved blocks."""

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import Bools, Floats, Ints
from sverka.alignment.matching import Matching
from sverka.alignment.rarity import Rarity
from sverka.alignment.seeds import paragraph_weights
from sverka.alignment.similarity import Measure


def find_moves(
    matching: Matching,
    measure: Measure,
    rarity: Rarity,
    pairs: tuple[Ints, Ints, Floats],
) -> None:
    """Match what is still free with what it resembles anywhere, the surest pairs first.

    `pairs` are (old, new, similarity). Off the chain no order speaks for a pair, so it must share
    rare words, not just common ones; it is surer when its neighbours resemble each other too.
    """
    old, new, alike = pairs
    open_ = np.flatnonzero(matching.free(old, new) & (alike >= thresholds.GROWN_ALIKE))
    old, new, alike = old[open_], new[open_], alike[open_]
    lengths = measure.keys.lengths
    shorter = np.minimum(lengths[measure.keys.old[old]], lengths[measure.keys.new[new]])
    shared = rarity.shared(old, new)
    quality = alike * shared
    support = _support(matching, old, new, quality)
    enough = np.where(
        shorter < thresholds.SHORT_MOVE, thresholds.SHARED_IF_SHORT, thresholds.SHARED_IF_MOVED
    )
    strong = (alike >= thresholds.MOVED_ALIKE) & (shared + thresholds.SUPPORT * support >= enough)
    # Whatever still has an exact twin somewhere did not become something else over there.
    twin_of_old, twin_of_new = matching.twins(measure.keys)
    strong &= (alike == 1) | ~(twin_of_old[old] | twin_of_new[new])
    # One of several places where a short text stands: as likely as not another's.
    strong &= (alike < 1) | (shorter >= thresholds.TOO_SHORT_A_DUPLICATE)
    surest = np.lexsort((new, old, -quality * (1 + support) * paragraph_weights(shorter)))
    surest = surest[strong[surest]]
    old, new, alike = old[surest], new[surest], alike[surest]
    won = matching.link_first(old, new, alike)
    _grow(matching, measure, old[won], new[won])


def _support(matching: Matching, old: Ints, new: Ints, quality: Floats) -> Floats:
    """How good the pairs right before and right after each pair are, together from 0 to 2."""
    support = np.zeros(len(old))
    if not len(old):
        return support
    width = len(matching.old_of) + 2
    pairs = old * width + new
    for step in (1, -1):
        wanted = pairs + step * (width + 1)
        place = np.searchsorted(pairs, wanted).clip(max=len(pairs) - 1)
        support += np.where(pairs[place] == wanted, quality[place], 0.0)
        near = np.flatnonzero(_inside(old + step, len(matching.new_of)))
        linked = matching.new_of[old[near] + step] == new[near] + step
        support[near] += np.where(linked, matching.similarity[old[near] + step], 0.0)
    return support


def _grow(matching: Matching, measure: Measure, old: Ints, new: Ints) -> None:
    """Let moved blocks take free neighbours on either side while those are alike."""
    step = np.repeat([1, -1], len(old))
    old, new = np.tile(old, 2) + step, np.tile(new, 2) + step
    while len(old):
        inside = _inside(old, len(matching.new_of)) & _inside(new, len(matching.old_of))
        old, new, step = old[inside], new[inside], step[inside]
        open_ = matching.free(old, new)
        old, new, step = old[open_], new[open_], step[open_]
        alike = measure.similarity(old, new)
        good = np.flatnonzero(alike >= thresholds.GROWN_ALIKE)
        good = good[np.argsort(-alike[good], kind="stable")]
        won = good[matching.link_first(old[good], new[good], alike[good])]
        old, new, step = old[won] + step[won], new[won] + step[won], step[won]


def _inside(index: Ints, size: int) -> Bools:
    return (index >= 0) & (index < size)
