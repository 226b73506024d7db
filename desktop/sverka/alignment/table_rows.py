"""Which row of a table became which: by its label, by what its cells say, then by its place.

What stands in many rows, such as 0 or a dash, says little of any; a column that only counts the
rows says nothing, for it counts on wherever a row comes in.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel

from sverka.alignment import thresholds
from sverka.alignment.chain import best_in_order
from sverka.alignment.table_grids import CellWords, Grid

_Pair = tuple[int, int]

_COUNTED_FROM: Final = frozenset({0, 1})


class RowMeasure:
    """How much each thing that is said tells of its row, and which column labels the rows.

    `told` is what each row of either side says, but for a count of the rows, `labels` what the
    label of each says, `values` by number in CellWords how much that tells.
    """

    def __init__(self, old: Grid, new: Grid, words: CellWords) -> None:
        self.words = words
        self.rows = old.rows, new.rows
        counting = [_counting_columns(grid, words) for grid in (old, new)]
        self.told = [
            [Counter([s for c, s in row.says.items() if c not in counts]) for row in rows]
            for rows, counts in zip(self.rows, counting, strict=True)
        ]
        times: list[Counter[int]] = [Counter(), Counter()]
        for counter, told in zip(times, self.told, strict=True):
            for each in told:
                counter.update(each)
        self.values = {
            said: words.weights[said] / max(times[0][said], times[1][said])
            for said in {*times[0], *times[1]}
        }
        self.labels = []
        for grid, counts in zip((old, new), counting, strict=True):
            column = _label_column(grid, counts, words)
            self.labels.append([None if column is None else r.says.get(column) for r in grid.rows])
        self._labelled = [Counter(labels) for labels in self.labels]
        self._weights = [
            [self._weight(t, k) for t, k in zip(told, labels, strict=True)]
            for told, labels in zip(self.told, self.labels, strict=True)
        ]

    def _weight(self, told: Counter[int], label: int | None) -> float:
        """All that a row says, its label counting several times."""
        extra = 0.0 if label is None else (thresholds.LABEL_WEIGHT - 1) * self.values[label]
        return sum([self.values[said] * times for said, times in told.items()]) + extra

    def same_name(self, i: int, j: int) -> bool:
        """Whether both rows have one and the same label of words, which no other row has."""
        label = self.labels[0][i]
        if label is None or label != self.labels[1][j] or self.words.figures[label]:
            return False
        return all(times[label] == 1 for times in self._labelled)

    def shared(self, i: int, j: int) -> Counter[int]:
        """What both rows say."""
        return self.told[0][i] & self.told[1][j]

    def telling(self, said: Counter[int]) -> float:
        """How much what is said tells of a row."""
        return sum(self.values[each] * times for each, times in said.items())

    def alike(self, i: int, j: int) -> float:
        """What two rows share of what they say, from 0 to 1."""
        label = self.labels[0][i]
        every = self._weights[0][i] + self._weights[1][j]
        if not every:
            return 0.0
        both = self.told[0][i] & self.told[1][j]
        label = label if label == self.labels[1][j] else None
        return 2 * self._weight(both, label) / every

    def loosely_alike(self, i: int, j: int) -> float:
        """The same, labels that are nearly the same counting as such."""
        exact = self.alike(i, j)
        labels = self.labels[0][i], self.labels[1][j]
        if None in labels or labels[0] == labels[1]:
            return exact
        texts = [self.words.texts[k] for k in labels if k is not None]
        near = Indel.normalized_similarity(texts[0].casefold(), texts[1].casefold())
        return max(exact, near) if near >= thresholds.LABEL_ALIKE else exact


def paired_rows(old: Grid, new: Grid, words: CellWords, tick: Callable[[], None]) -> list[_Pair]:
    """The pairs of rows, by their places in the grids, those that moved as well."""
    if [row.says for row in old.rows] == [row.says for row in new.rows]:
        return [(k, k) for k in range(len(old.rows))]
    measure = RowMeasure(old, new, words)
    candidates = _candidates(measure)
    tick()
    sure = {pair: a**2 for pair, a in candidates.items() if a >= thresholds.ROWS_ALIKE}
    pairs = best_in_order(sure, tick)
    moved = _moved(measure, candidates, pairs)
    tick()
    pairs += _by_place(measure, pairs, moved)
    tick()
    return sorted([*pairs, *moved])


def _candidates(measure: RowMeasure) -> dict[_Pair, float]:
    """How alike rows are that share something rare, or all that they say."""
    rows_of: list[dict[int, list[int]]] = [defaultdict(list), defaultdict(list)]
    like: list[dict[frozenset[tuple[int, int]], list[int]]] = [defaultdict(list), defaultdict(list)]
    for side, every in enumerate(measure.told):
        for number, told in enumerate(every):
            like[side][frozenset(told.items())].append(number)
            for said in told:
                rows_of[side][said].append(number)
    found: set[_Pair] = set()
    for said, here in rows_of[0].items():
        there = rows_of[1].get(said, ())
        if len(here) * len(there) <= thresholds.RARE_PRODUCT:
            found.update((i, j) for i in here for j in there)
    for all_said, here in like[0].items():
        there = like[1].get(all_said, ())
        if all_said and len(here) * len(there) <= thresholds.RARE_PRODUCT:
            found.update((i, j) for i in here for j in there)
        elif all_said:
            found.update(_in_order(here, there))
    return {(i, j): measure.alike(i, j) for i, j in sorted(found)}


def _in_order(here: Sequence[int], there: Sequence[int]) -> Iterable[_Pair]:
    """Of many rows that are the same the first with the first, and the last with the last."""
    yield from zip(here, there, strict=False)
    yield from zip(reversed(here), reversed(there), strict=False)


def _moved(
    measure: RowMeasure, candidates: dict[_Pair, float], pairs: Sequence[_Pair]
) -> list[_Pair]:
    """The rows that went elsewhere, the most alike first.

    They take their label with them, or several cells, of which not each stands in many rows: a
    figure alone is no row that moved, and zeros are none.
    """
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    order = sorted(candidates, key=lambda pair: (-candidates[pair], pair))
    found = []
    for i, j in order:
        if candidates[i, j] < thresholds.MOVED_ROWS_ALIKE:
            break
        if i in taken_old or j in taken_new:
            continue
        both = measure.shared(i, j)
        telling = measure.telling(both) >= thresholds.WEIGHT_OF_ANY and both.total() > 1
        if measure.same_name(i, j) or telling:
            found.append((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return found


def _by_place(measure: RowMeasure, pairs: Sequence[_Pair], moved: Sequence[_Pair]) -> list[_Pair]:
    """The rows between the same neighbours that can be the same, though little of them stayed."""
    gone, come = {i for i, _ in moved}, {j for _, j in moved}
    fences = [(-1, -1), *sorted(pairs), (len(measure.rows[0]), len(measure.rows[1]))]
    found = []
    for (before, there), (behind, far) in pairwise(fences):
        rows = [i for i in range(before + 1, behind) if i not in gone]
        others = [j for j in range(there + 1, far) if j not in come]
        if rows and others:
            found += _in_gap(measure, rows, others)
    return found


def _in_gap(measure: RowMeasure, rows: list[int], others: list[int]) -> list[_Pair]:
    if len(rows) * len(others) > thresholds.ROWS_IN_GAP:
        if len(rows) != len(others):
            return []
        return [pair for pair in zip(rows, others, strict=True) if _may_be_same(measure, *pair)]
    alike = {(i, j): measure.loosely_alike(i, j) for i in rows for j in others}
    enough = {pair: a for pair, a in alike.items() if a >= thresholds.ROWS_LOOSELY_ALIKE}
    found = best_in_order(enough)
    rest = []
    fences = [(-1, -1), *found, (len(measure.rows[0]), len(measure.rows[1]))]
    for (before, there), (behind, far) in pairwise(fences):
        left = [i for i in rows if before < i < behind]
        right = [j for j in others if there < j < far]
        if len(left) == len(right):
            rest += [pair for pair in zip(left, right, strict=True) if _may_be_same(measure, *pair)]
    return [*found, *rest]


def _may_be_same(measure: RowMeasure, i: int, j: int) -> bool:
    """Whether two rows in one place of which next to nothing stayed can still be the same.

    A row with another label and other values is another row, unless both are the first; of a row
    with a single cell it is the cell that says something else.
    """
    labels = measure.labels[0][i], measure.labels[1][j]
    named = [k is not None and not measure.words.figures[k] for k in labels]
    if not any(named) or i == j == 0:
        return True
    if labels[0] == labels[1]:
        return True
    sizes = [len(rows[k].says) for rows, k in zip(measure.rows, (i, j), strict=True)]
    both = measure.shared(i, j)
    if sizes == [1, 1]:
        return True
    return 2 * both.total() >= min(sizes) and measure.telling(both) >= thresholds.WEIGHT_OF_ANY


def _counting_columns(grid: Grid, words: CellWords) -> frozenset[int]:
    """The columns that number the rows from 0 or 1 on."""
    values: dict[int, list[int]] = defaultdict(list)
    filled: Counter[int] = Counter()
    for row in grid.rows:
        for column, said in row.says.items():
            filled[column] += 1
            text = words.texts[said].rstrip(".)")
            if text.isdecimal() and len(text) < thresholds.LONGEST_COUNT:
                values[column].append(int(text))
    return frozenset(
        column
        for column, counted in values.items()
        if len(counted) >= max(2, filled[column] - 1)
        and counted[0] in _COUNTED_FROM
        and all(after - before == 1 for before, after in pairwise(counted))
    )


def _label_column(grid: Grid, counting: frozenset[int], words: CellWords) -> int | None:
    """The first column that mostly holds words; without one the first, if its figures differ."""
    filled: Counter[int] = Counter()
    worded: Counter[int] = Counter()
    different: dict[int, set[int]] = defaultdict(set)
    for row in grid.rows:
        for column, said in row.says.items():
            filled[column] += 1
            worded[column] += not words.figures[said]
            different[column].add(said)
    columns = [column for column in sorted(filled) if column not in counting]
    for column in columns:
        if 2 * worded[column] > filled[column] and 2 * filled[column] > len(grid.rows):
            return column
    first = columns[0] if columns else None
    return first if first is not None and 2 * len(different[first]) > filled[first] else None
