"""Which table of the new version each table is: by what both hold, and by what stands around."""

from collections import Counter
from collections.abc import Sequence

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE
from sverka.alignment.matching import Matching
from sverka.alignment.table_grids import CellWords, Grid


def paired_tables(
    old: Sequence[Grid], new: Sequence[Grid], matching: Matching, words: CellWords
) -> list[tuple[int, int]]:
    """The pairs of tables, by their places in `old` and `new`; a table stands in one at most."""
    found = _by_content(old, new, matching, words)
    of_old = dict(found)
    taken = set(of_old.values())
    for i, grid in enumerate(old):
        if i not in of_old:
            for j, other in enumerate(new):
                if j not in taken and _beside_the_same(grid, other, matching, of_old, i, j):
                    of_old[i] = j
                    taken.add(j)
                    break
    return sorted(of_old.items())


def _by_content(
    old: Sequence[Grid], new: Sequence[Grid], matching: Matching, words: CellWords
) -> list[tuple[int, int]]:
    """The surest pairs first: what they share of the smaller, more if their neighbours do."""
    weights = [[sum(words.weights[k] for k in grid.words()) for grid in of] for of in (old, new)]
    shared = _shared(old, new, words)
    ranked = []
    for (i, j), weight in shared.items():
        share = weight / max(1, min(weights[0][i], weights[1][j]))
        around = _linked_around(old[i], new[j], matching)
        if share >= (thresholds.TABLE_SHARE_IN_PLACE if around else thresholds.TABLE_SHARE):
            rank = share * min(weights[0][i], weights[1][j]) / max(weights[0][i], weights[1][j])
            ranked.append((-rank - thresholds.TABLE_AROUND * around, abs(i - j), i, j))
    pairs, taken_old, taken_new = [], set(), set()
    for *_, i, j in sorted(ranked):
        if i not in taken_old and j not in taken_new:
            pairs.append((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return pairs


def _shared(old: Sequence[Grid], new: Sequence[Grid], words: CellWords) -> Counter[tuple[int, int]]:
    """By pairs of tables, the weight of what cells of both say.

    What stands in very many tables tells none from another, and is not looked at.
    """
    places: list[dict[int, Counter[int]]] = [{}, {}]
    for side, grids in zip(places, (old, new), strict=True):
        for number, grid in enumerate(grids):
            for said, times in Counter(grid.words()).items():
                side.setdefault(said, Counter())[number] = times
    shared: Counter[tuple[int, int]] = Counter()
    for said, here in places[0].items():
        there = places[1].get(said, Counter())
        if len(here) * len(there) <= thresholds.TABLES_THAT_SAY_IT:
            for i, times in here.items():
                for j, others in there.items():
                    shared[i, j] += words.weights[said] * min(times, others)
    return shared


def _linked_around(old: Grid, new: Grid, matching: Matching) -> int:
    """How many of the paragraphs right before and right behind are linked with each other."""
    before = old.first > 0 and new.first > 0
    behind = old.last + 1 < len(matching.new_of) and new.last + 1 < len(matching.old_of)
    return int(before and matching.new_of[old.first - 1] == new.first - 1) + int(
        behind and matching.new_of[old.last + 1] == new.last + 1
    )


def _beside_the_same(
    old: Grid, new: Grid, matching: Matching, of_old: dict[int, int], i: int, j: int
) -> bool:
    """Whether two tables of which all changed stand in one place, and have as many rows."""
    if len(old.rows) != len(new.rows):
        return False
    if of_old.get(i - 1, NONE if i else j - 1) != j - 1:
        return False
    return _linked_around(old, new, matching) == 2
