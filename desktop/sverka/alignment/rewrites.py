"""Step 9c: neighbours between which text crossed the border become one link, several to several.

A sentence that went from the end of one paragraph to the beginning of the next was not deleted
and inserted: the border moved.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Bools, Floats, Ints
from sverka.alignment.matching import GROUPED, Matching, ParagraphGroup
from sverka.alignment.rarity import Rarity
from sverka.alignment.similarity import Measure
from sverka.alignment.token_hashes import TokenHashes

# Two pairs can join, and a free paragraph and a group: what a pair makes with one is a split.
_FEWEST_PARAGRAPHS: Final = 4

_Edges: TypeAlias = tuple[int, int, int, int]
"""Old paragraphs from, inclusive, to, exclusive, and new ones."""


class _Units(NamedTuple):
    """Neighbours in their order: paragraphs from, inclusive, to, exclusive, and common tokens."""

    old: Ints
    old_end: Ints
    new: Ints
    new_end: Ints
    common: Ints

    def at(self, index: Ints | Bools) -> "_Units":
        """Those at an index."""
        return _Units(*(column[index] for column in self))

    def joined(self, first: Ints, last: Ints) -> "_Units":
        """Each stretch of units as one; what its sides share is to be counted."""
        none = np.zeros_like(first)
        return _Units(
            self.old[first], self.old_end[last], self.new[first], self.new_end[last], none
        )


def join_rewritten(matching: Matching, measure: Measure, rarity: Rarity) -> None:
    """Put links together that explain each other better than either explains itself.

    Two that stand side by side in both versions become one when most of what the one lost is what
    the other gained. A free paragraph beside a split or a merge may join it as well. Each border
    is judged by itself, so that it does not matter which is looked at first.
    """
    units = _units(matching, measure)
    needed = _needed(units, measure)
    first = np.flatnonzero(np.isfinite(needed).any(axis=0))
    both = units.joined(first, first + 1)
    gain = _common(both, measure) - units.common[first] - units.common[first + 1]
    crossed = np.zeros(len(units.old), np.bool_)
    for k in np.flatnonzero(gain >= needed[:, first].min(axis=0)).tolist():
        border, least = int(first[k]), needed[:, first[k]].tolist()
        crossed[border] = _has_crossed(units, border, int(gain[k]), least, measure, rarity)
        measure.pace.tick()
    joined = units.joined(*_stretches(units, crossed, measure))
    _settle(joined._replace(common=_common(joined, measure)), matching, measure)


def _units(matching: Matching, measure: Measure) -> _Units:
    """Edited pairs, groups without a hole, and the free paragraphs beside such groups."""
    keys = measure.keys
    old = np.flatnonzero(matching.new_of >= 0)
    # What stands in a cell did not cross into the next one.
    old = old[~matching.settled[old] & (keys.old[old] != keys.new[matching.new_of[old]])]
    new = matching.new_of[old]
    sizes = measure.old.count[old], measure.new.count[new]
    common = np.rint(matching.similarity[old] * (sizes[0] + sizes[1]) / 2).astype(np.int64)
    # Similarity by characters may overstate what short texts have in common.
    short = np.minimum(*sizes) <= thresholds.FEW_TOKENS
    common[short] = measure.common(old[short], new[short])
    pairs = _Units(old, old + 1, new, new + 1, common)
    whole = [
        group
        for group in matching.groups
        if all(side[-1] - side[0] == len(side) - 1 for side in (group.old, group.new))
    ]
    edges = [(g.old[0], g.old[-1] + 1, g.new[0], g.new[-1] + 1) for g in whole]
    groups = _of_rows(edges)
    alike = np.array([group.similarity for group in whole])
    common = np.rint(alike * np.add(*_sizes(groups, measure)) / 2).astype(np.int64)
    groups = groups._replace(common=common)
    free = _of_rows(_free_beside(edges, matching))
    units = _Units(*map(np.concatenate, zip(pairs, groups, free, strict=True)))
    return units.at(np.lexsort((units.new_end, units.new, units.old_end, units.old)))


def _free_beside(edges: list[_Edges], matching: Matching) -> list[_Edges]:
    """The free paragraphs before and behind groups, with nothing on the other side.

    Of one between two groups that are not neighbours on the other side, the later group has it.
    """
    found: dict[tuple[bool, int], _Edges] = {}
    for old, old_end, new, new_end in edges:
        for i, border in ((old - 1, new), (old_end, new_end)):
            if 0 <= i < len(matching.new_of) and matching.new_of[i] == NONE:
                found[True, i] = (i, i + 1, border, border)
        for j, border in ((new - 1, old), (new_end, old_end)):
            if 0 <= j < len(matching.old_of) and matching.old_of[j] == NONE:
                found[False, j] = (border, border, j, j + 1)
    return list(found.values())


def _of_rows(rows: list[_Edges]) -> _Units:
    old, old_end, new, new_end = np.array(rows, np.int64).reshape(-1, 4).T
    return _Units(old, old_end, new, new_end, np.zeros(len(rows), np.int64))


def _common(units: _Units, measure: Measure) -> Ints:
    """LCS: how many tokens the sides of each unit have in common in the same order."""
    sides = ((measure.old, units.old, units.old_end), (measure.new, units.new, units.new_end))
    a, b = (
        [_text(tokens, *edges) for edges in zip(start.tolist(), end.tolist(), strict=True)]
        for tokens, start, end in sides
    )
    return measure.lcs(a, b)


def _text(tokens: TokenHashes, start: int, end: int) -> str:
    return "".join(tokens.strings[start:end])


def _sizes(units: _Units, measure: Measure) -> tuple[Ints, Ints]:
    """How many tokens the old side and the new side of each unit has."""
    old, new = (np.append(t.start, len(t.hashes)) for t in (measure.old, measure.new))
    return old[units.old_end] - old[units.old], new[units.new_end] - new[units.new]


def _needed(units: _Units, measure: Measure) -> Floats:
    """How many tokens must have crossed between each unit and the next; endless if none can.

    In the first row for text that went towards the end, from the old side of the one to the new
    side of the other, in the second for text that went towards the beginning.
    """
    olds, news = units.old_end - units.old, units.new_end - units.new
    beside = (units.old_end[:-1] == units.old[1:]) & (units.new_end[:-1] == units.new[1:])
    beside &= olds[:-1] + olds[1:] + news[:-1] + news[1:] >= _FEWEST_PARAGRAPHS
    sizes = _sizes(units, measure)
    for size in sizes:
        beside &= size[:-1] + size[1:] <= thresholds.JOINED_TOKENS
    old, new = (size - units.common for size in sizes)
    needed = np.full((2, len(beside)), np.inf)
    for row, (gone, come) in enumerate(((old[:-1], new[1:]), (old[1:], new[:-1]))):
        fewer = np.minimum(gone, come)
        share = np.maximum(thresholds.CROSSED_TOKENS, thresholds.CROSSED_SHARE * (gone + come) / 2)
        least = np.minimum(share, np.maximum(thresholds.CROSSED_FEWEST, fewer))
        possible = beside & (fewer >= least)
        needed[row, possible] = least[possible]
    return needed


def _has_crossed(
    units: _Units, k: int, gain: int, needed: list[float], measure: Measure, rarity: Rarity
) -> bool:
    """Whether enough went over between unit k and the next in one direction, mostly unchanged."""
    (old, old_cut), (new, new_cut) = (
        _two_texts(measure.old, units.old, units.old_end, k),
        _two_texts(measure.new, units.new, units.new_end, k),
    )
    blocks = [(m.a, m.b, m.size) for m in Indel.editops(old, new).as_matching_blocks()]
    back = [(b, a, size) for a, b, size in blocks]
    for least, (one, cut), (other, other_cut), its_blocks in (
        (needed[0], (old, old_cut), (new, new_cut), blocks),
        (needed[1], (new, new_cut), (old, old_cut), back),
    ):
        runs = list(_crossing(its_blocks, cut, other_cut))
        if min(gain, sum(size for _, _, size in runs)) < least:
            continue
        gone, come = one[runs[0][0] : cut], other[other_cut : runs[-1][1] + runs[-1][2]]
        shortest = min(thresholds.CROSSING_RUN, len(gone), len(come))
        kept = "".join(one[a : a + size] for a, _, size in runs if size >= shortest)
        weights = map(rarity.weight, (kept, gone, come))
        if 2 * next(weights) >= thresholds.RUNS_SHARE * sum(weights):
            return True
    return False


def _two_texts(tokens: TokenHashes, start: Ints, end: Ints, k: int) -> tuple[str, int]:
    """One side of unit k and of the next as one text of tokens, and where the next begins."""
    first, second = (_text(tokens, int(start[i]), int(end[i])) for i in (k, k + 1))
    return first + second, len(first)


def _crossing(
    blocks: list[tuple[int, int, int]], cut: int, other_cut: int
) -> Iterator[tuple[int, int, int]]:
    """What of equal stretches stands before the border in the one and behind it in the other."""
    for a, b, size in blocks:
        first, last = max(0, other_cut - b), min(size, cut - a)
        if first < last:
            yield a + first, b + first, last - first


def _stretches(units: _Units, crossed: Bools, measure: Measure) -> tuple[Ints, Ints]:
    """First and last unit of each stretch over crossed borders, no larger than is bearable."""
    sizes = _sizes(units, measure)
    limits = (
        (units.old, units.old_end, thresholds.JOINED_PARAGRAPHS),
        (units.new, units.new_end, thresholds.JOINED_PARAGRAPHS),
        *((np.cumsum(size) - size, np.cumsum(size), thresholds.JOINED_TOKENS) for size in sizes),
    )
    firsts: list[int] = []
    lasts: list[int] = []
    for k in np.flatnonzero(crossed).tolist():
        goes_on = bool(lasts) and lasts[-1] == k
        if goes_on and all(end[k + 1] - start[firsts[-1]] <= most for start, end, most in limits):
            lasts[-1] = k + 1
        elif not goes_on:
            firsts.append(k)
            lasts.append(k + 1)
    return np.array(firsts, np.int64), np.array(lasts, np.int64)


def _settle(units: _Units, matching: Matching, measure: Measure) -> None:
    """Write the joined units into the matching, in place of the groups they came from."""
    alike = 2 * units.common / np.add(*_sizes(units, measure))
    groups = []
    for i, i_end, j, j_end, likeness in zip(
        *(column.tolist() for column in (*units[:4], alike)), strict=True
    ):
        matching.new_of[i:i_end] = matching.old_of[j:j_end] = GROUPED
        groups.append(ParagraphGroup(tuple(range(i, i_end)), tuple(range(j, j_end)), likeness))
    within = {i for group in groups for i in group.old}
    matching.groups[:] = [g for g in matching.groups if within.isdisjoint(g.old)] + groups
