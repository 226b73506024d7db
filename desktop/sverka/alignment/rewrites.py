"""Step 9c: neighbours between which text crossed the border become one link, several to several.

A sentence that went from the end of one paragraph to the beginning of the next was not deleted
and inserted: the border moved.
"""

from typing import Final, NamedTuple, TypeAlias

import numpy as np

from sverka.alignment.arrays import NONE, Bools, Floats, Ints
from sverka.alignment.matching import GROUPED, Group, Matching
from sverka.alignment.similarity import FEW_TOKENS, Measure
from sverka.alignment.tokens import Tokens

# Of what the one lost and the other gained so large a share must have crossed, and so many tokens
_SHARE: Final = 0.5
_MANY: Final = 8
# … or all of it, and at least a few.
_FEW: Final = 3
_MOST_PARAGRAPHS: Final = 24
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

    def with_next(self, index: Ints) -> "_Units":
        """Those at an index, each as one with the next, what they share to be counted."""
        after = index + 1
        none = np.zeros_like(index)
        return _Units(
            self.old[index], self.old_end[after], self.new[index], self.new_end[after], none
        )


def join_rewritten(matching: Matching, measure: Measure) -> None:
    """Put links together that explain each other better than either explains itself.

    Two that stand side by side in both versions become one when most of what the one lost is what
    the other gained. A free paragraph beside a split or a merge may join it as well.
    """
    units = _units(matching, measure)
    joined = np.zeros(len(units.old), np.bool_)
    while True:
        needed = _needed(units, measure)
        first = np.flatnonzero(np.isfinite(needed))
        both = units.with_next(first)
        both = both._replace(common=_common(both, measure))
        gain = both.common - units.common[first] - units.common[first + 1]
        chosen = _apart(first, np.where(gain >= needed[first], gain, 0))
        if not len(chosen):
            break
        at = first[chosen]
        for column, grown in zip(units, both, strict=True):
            column[at] = grown[chosen]
        joined[at] = True
        left = np.ones(len(joined), np.bool_)
        left[at + 1] = False
        units, joined = units.at(left), joined[left]
    _settle(units.at(joined), matching, measure)


def _units(matching: Matching, measure: Measure) -> _Units:
    """Edited pairs, groups without a hole, and the free paragraphs beside such groups."""
    keys = measure.keys
    old = np.flatnonzero(matching.new_of >= 0)
    old = old[keys.old[old] != keys.new[matching.new_of[old]]]
    new = matching.new_of[old]
    sizes = measure.old.count[old], measure.new.count[new]
    common = np.rint(matching.similarity[old] * (sizes[0] + sizes[1]) / 2).astype(np.int64)
    # Similarity by characters may overstate what short texts have in common.
    short = np.minimum(*sizes) <= FEW_TOKENS
    common[short] = measure.common(old[short], new[short])
    pairs = _Units(old, old + 1, new, new + 1, common)
    edges = [
        (g.old[0], g.old[-1] + 1, g.new[0], g.new[-1] + 1)
        for g in matching.groups
        if all(side[-1] - side[0] == len(side) - 1 for side in (g.old, g.new))
    ]
    groups = _of_rows(edges)
    groups = groups._replace(common=_common(groups, measure))
    free = _of_rows(_free_beside(edges, matching))
    units = _Units(*map(np.concatenate, zip(pairs, groups, free, strict=True)))
    return units.at(np.lexsort((units.new_end, units.new, units.old_end, units.old)))


def _free_beside(edges: list[_Edges], matching: Matching) -> list[_Edges]:
    """The free paragraphs before and behind groups, with nothing on the other side."""
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
        ["".join(tokens.strings[i:j]) for i, j in zip(start.tolist(), end.tolist(), strict=True)]
        for tokens, start, end in sides
    )
    return measure.lcs(a, b)


def _lost(units: _Units, measure: Measure) -> tuple[Ints, Ints]:
    """How many tokens of the old side and of the new side have no counterpart."""
    old = _size(measure.old, units.old, units.old_end) - units.common
    return old, _size(measure.new, units.new, units.new_end) - units.common


def _size(tokens: Tokens, start: Ints, end: Ints) -> Ints:
    starts = np.append(tokens.start, len(tokens.hashes))
    size: Ints = starts[end] - starts[start]
    return size


def _needed(units: _Units, measure: Measure) -> Floats:
    """How many tokens must have crossed between each unit and the next; endless if none can."""
    olds, news = units.old_end - units.old, units.new_end - units.new
    paragraphs = olds[:-1] + olds[1:], news[:-1] + news[1:]
    beside = (units.old_end[:-1] == units.old[1:]) & (units.new_end[:-1] == units.new[1:])
    beside &= np.maximum(*paragraphs) <= _MOST_PARAGRAPHS
    beside &= paragraphs[0] + paragraphs[1] >= _FEWEST_PARAGRAPHS
    old, new = _lost(units, measure)
    needed = np.full(len(beside), np.inf)
    # Towards the end text leaves the one's old side and comes to the other's new side.
    for gone, come in ((old[:-1], new[1:]), (old[1:], new[:-1])):
        both = (gone + come) / 2
        least = np.minimum(np.maximum(_MANY, _SHARE * both), np.maximum(_FEW, both))
        possible = beside & (np.minimum(gone, come) >= least)
        needed[possible] = np.minimum(needed, least)[possible]
    return needed


def _apart(first: Ints, gain: Ints) -> Ints:
    """Which of the neighbours to join, those that gain most first: each unit once."""
    taken: set[int] = set()
    chosen = []
    for k in np.argsort(-gain, kind="stable").tolist():
        unit = int(first[k])
        if gain[k] and taken.isdisjoint((unit, unit + 1)):
            taken.update((unit, unit + 1))
            chosen.append(k)
    return np.array(sorted(chosen), np.int64)


def _settle(units: _Units, matching: Matching, measure: Measure) -> None:
    """Write the joined units into the matching, in place of the groups they came from."""
    size = _size(measure.old, units.old, units.old_end) + _size(
        measure.new, units.new, units.new_end
    )
    groups = []
    for i, i_end, j, j_end, alike in zip(
        *(column.tolist() for column in units[:4]), (2 * units.common / size).tolist(), strict=True
    ):
        matching.new_of[i:i_end] = matching.old_of[j:j_end] = GROUPED
        groups.append(Group(tuple(range(i, i_end)), tuple(range(j, j_end)), alike))
    within = {i for group in groups for i in group.old}
    matching.groups[:] = [g for g in matching.groups if within.isdisjoint(g.old)] + groups
