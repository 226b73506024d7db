"""Which column of a table became which: by its heading, and by what most rows have in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from sverka.alignment import thresholds
from sverka.alignment.chain import best_in_order
from sverka.alignment.table_grids import CellWords, Grid, GridRow

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PairedColumns:
    """The new column of each old one, and the old ones that changed places with others."""

    new_of: Mapping[int, int]
    moved: frozenset[int]


def paired_columns(
    old: Grid, new: Grid, rows: Sequence[_Pair], words: CellWords, tick: Callable[[], None]
) -> PairedColumns:
    """Pair the columns of two tables of which the `rows` are paired.

    A column that keeps its place needs nothing in common with what it was, for all its values may
    have changed; one that came to another place has its heading, or most values of several rows.
    """
    columns = [sorted({c for row in grid.rows for c in row.cells}) for grid in (old, new)]
    if columns[0] == columns[1] and all(old.rows[i].says == new.rows[j].says for i, j in rows):
        return PairedColumns(dict(zip(*columns, strict=True)), frozenset())
    votes = _Votes(old, new, rows, words)
    alike = votes.alike(columns)
    tick()
    chain = best_in_order({p: a for p, a in alike.items() if a >= thresholds.COLUMNS_ALIKE})
    moved = _moved(alike, votes, chain)
    found = [*chain, *moved, *_by_place(columns, chain, moved)]
    return PairedColumns(dict(found), frozenset(i for i, _ in moved))


class _Votes:
    """What each row says of which column became which."""

    def __init__(self, old: Grid, new: Grid, rows: Sequence[_Pair], words: CellWords) -> None:
        self._heads = (old.rows[0], new.rows[0]) if (0, 0) in rows else None
        self._words = words
        self._shared: dict[_Pair, float] = defaultdict(float)
        self._rows: Counter[_Pair] = Counter()
        self._said: dict[_Pair, set[int]] = defaultdict(set)
        self._every = [defaultdict[int, float](float), defaultdict[int, float](float)]
        times = [Counter(grid.words()) for grid in (old, new)]
        for i, j in rows:
            here, there = old.rows[i], new.rows[j]
            for side, row in enumerate((here, there)):
                for column, said in row.says.items():
                    self._every[side][column] += 1 / max(times[0][said], times[1][said])
            for pair, said in _same_cells(here, there):
                self._shared[pair] += 1 / max(times[0][said], times[1][said])
                self._rows[pair] += 1
                self._said[pair].add(said)

    def alike(self, columns: Sequence[Sequence[int]]) -> dict[_Pair, float]:
        """How alike columns are that have anything in common; to its own place each is a little."""
        own = set(columns[0]) & set(columns[1])
        found = {}
        for pair in sorted({*self._shared, *self._headed(), *((c, c) for c in own)}):
            every = self._every[0][pair[0]] + self._every[1][pair[1]]
            shared = 2 * self._shared.get(pair, 0.0) / every if every else 0.0
            found[pair] = (
                shared + self._heading(*pair) + thresholds.OWN_COLUMN * (pair[0] == pair[1])
            )
        return found

    def _headed(self) -> Iterator[_Pair]:
        if self._heads is not None:
            here, there = self._heads
            yield from ((c, d) for c in here.says for d in there.says if self._heading(c, d))

    def _heading(self, old: int, new: int) -> float:
        """What the headings of two columns say for it."""
        if self._heads is None:
            return 0.0
        heads = self._heads[0].says.get(old), self._heads[1].says.get(new)
        if None in heads:
            return 0.0
        if heads[0] == heads[1]:
            return thresholds.SAME_HEADING
        texts = [self._words.texts[k].casefold() for k in heads if k is not None]
        near = Indel.normalized_similarity(*texts, score_cutoff=thresholds.LABEL_ALIKE)
        numbers = any(self._words.figures[k] for k in heads if k is not None)
        return 0.0 if numbers else near * thresholds.NEAR_HEADING

    def may_have_moved(self, pair: _Pair) -> bool:
        """Whether the heading went along, or several rows have several things in common."""
        if self._heading(*pair) == thresholds.SAME_HEADING:
            return True
        return self._rows[pair] > 1 and len(self._said[pair]) > 1


def _same_cells(here: GridRow, there: GridRow) -> Iterator[tuple[_Pair, int]]:
    """Pairs of columns in which two rows say the same; what is said often goes in its order."""
    if here.says == there.says:
        yield from (((column, column), said) for column, said in here.says.items())
        return
    places: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list)]
    for side, row in zip(places, (here, there), strict=True):
        for column, said in row.says.items():
            side[said].append(column)
    for said, its in places[0].items():
        others = places[1].get(said, ())
        if len(its) == len(others):
            yield from (((c, d), said) for c, d in zip(its, others, strict=True))
        elif len(its) * len(others) <= thresholds.RARE_PRODUCT:
            yield from (((c, d), said) for c in its for d in others)


def _moved(alike: Mapping[_Pair, float], votes: _Votes, chain: Sequence[_Pair]) -> list[_Pair]:
    """The columns off the chain that are clearly somewhere else now."""
    taken_old, taken_new = {i for i, _ in chain}, {j for _, j in chain}
    found = []
    for pair in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if alike[pair] < thresholds.MOVED_COLUMNS_ALIKE:
            break
        if pair[0] in taken_old or pair[1] in taken_new or not votes.may_have_moved(pair):
            continue
        found.append(pair)
        taken_old.add(pair[0])
        taken_new.add(pair[1])
    return found


def _by_place(
    columns: Sequence[Sequence[int]], chain: Sequence[_Pair], moved: Sequence[_Pair]
) -> list[_Pair]:
    """As many columns between the same neighbours on both sides are the same, whatever they say."""
    gone, come = {i for i, _ in moved}, {j for _, j in moved}
    ends = [max(of, default=0) + 1 for of in columns]
    found = []
    for (before, there), (behind, far) in pairwise([(0, 0), *chain, (ends[0], ends[1])]):
        left = [c for c in columns[0] if before < c < behind and c not in gone]
        right = [c for c in columns[1] if there < c < far and c not in come]
        if len(left) == len(right):
            found += list(zip(left, right, strict=True))
    return found
