"""Step 8a: what is short in a table is held against what stands in its own cell.

A figure that stands in two cells did not move from the one to the other: the value of either cell
changed. So rows are paired by their labels or by most of what they hold, columns by what most rows
say, and a short cell goes with the cell of its row and column, wherever its text stands otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias, TypeVar

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE
from sverka.alignment.matching import GROUPED, Matching
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.alignment.seeds import is_figure
from sverka.alignment.similarity import Measure
from sverka.model import Cell

_T = TypeVar("_T")

_RowKey: TypeAlias = tuple[int, int]
"""The number of a table in its document, and of a row in it."""

_ColumnKey: TypeAlias = tuple[int, int, int]
"""The numbers of two tables that belong together, and of a column of one of them."""

_LABEL: Final = 0
"""The place of the cell that says what the others of its row are about."""


class BothCells(NamedTuple):
    """The table cell that each paragraph of either side stands in, if any."""

    old: Sequence[Cell | None]
    new: Sequence[Cell | None]


def settle_cells(matching: Matching, measure: Measure, cells: BothCells | None) -> None:
    """Match the short cells of rows that belong together by their places.

    Cells that hold several paragraphs are left as they are.
    """
    if cells is None or not any(cells.old) or not any(cells.new):
        return
    old, new = _rows_of(cells.old), _rows_of(cells.new)
    row_of_new = {j: (row, column) for row, its in new.items() for column, j in its.items()}
    rows = _row_pairs(matching, measure.keys, old, new, row_of_new)
    columns = _column_pairs(matching, old, rows, row_of_new)
    pairs = []
    for row, other in rows.items():
        for column, i in old[row].items():
            j = new[other].get(columns.get((row[0], other[0], column), NONE), NONE)
            if j != NONE and _may_be_settled(matching, measure.keys, i, j):
                pairs.append((i, j))
    if pairs:
        ours, theirs = np.array(pairs, np.int64).T
        matching.part(ours, theirs)
        matching.link(ours, theirs, measure.by_place(ours, theirs))


def _rows_of(cells: Sequence[Cell | None]) -> dict[_RowKey, dict[int, int]]:
    """The paragraphs of each row of each table by their columns, those alone in their cells."""
    times = Counter((cell.table, cell.row, cell.column) for cell in cells if cell)
    rows: dict[_RowKey, dict[int, int]] = defaultdict(dict)
    for index, cell in enumerate(cells):
        if cell and times[cell.table, cell.row, cell.column] == 1:
            rows[cell.table, cell.row][cell.column] = index
    return dict(rows)


def _row_pairs(
    matching: Matching,
    keys: ParagraphKeys,
    old: Mapping[_RowKey, Mapping[int, int]],
    new: Mapping[_RowKey, Mapping[int, int]],
    row_of_new: Mapping[int, tuple[_RowKey, int]],
) -> dict[_RowKey, _RowKey]:
    """Which row of the new version each row is: that with its label, or most of what it holds."""
    by_old, by_new = (
        keys.lengths[side] + thresholds.WEIGHT_OF_ANY for side in (keys.old, keys.new)
    )
    weight_old = {row: int(by_old[list(its.values())].sum()) for row, its in old.items()}
    weight_new = {row: int(by_new[list(its.values())].sum()) for row, its in new.items()}
    votes: Counter[tuple[_RowKey, _RowKey]] = Counter()
    for row, its in old.items():
        for at, i in enumerate(its.values()):
            if (j := int(matching.new_of[i])) not in row_of_new:
                continue
            other = row_of_new[j][0]
            votes[row, other] += int(by_old[i])
            if at == _LABEL and _labels(keys, other, i, j, new):
                votes[row, other] += weight_old[row] + weight_new[other]
    return {
        row: other
        for row, other in _best_of_both(votes)
        if 2 * votes[row, other] >= min(weight_old[row], weight_new[other])
    }


def _labels(
    keys: ParagraphKeys, row: _RowKey, i: int, j: int, new: Mapping[_RowKey, Mapping[int, int]]
) -> bool:
    """Whether a cell and its partner both tell what the rest of their rows are about."""
    return j == next(iter(new[row].values())) and not is_figure(keys.texts[keys.old[i]])


def _column_pairs(
    matching: Matching,
    old: Mapping[_RowKey, Mapping[int, int]],
    rows: Mapping[_RowKey, _RowKey],
    row_of_new: Mapping[int, tuple[_RowKey, int]],
) -> dict[_ColumnKey, int]:
    """Where most rows of a table have what stood in a column; where as many, its own place."""
    votes: Counter[tuple[_ColumnKey, _ColumnKey]] = Counter()
    for row, other in rows.items():
        tables = row[0], other[0]
        for column, i in old[row].items():
            there, opposite = row_of_new.get(int(matching.new_of[i]), (None, NONE))
            votes[(*tables, column), (*tables, column)] += 0
            if there == other:
                votes[(*tables, column), (*tables, opposite)] += 2
    for pair in votes:
        votes[pair] += pair[0] == pair[1]
    return {key: opposite[2] for key, opposite in _best_of_both(votes)}


def _best_of_both(votes: Mapping[tuple[_T, _T], int]) -> Iterator[tuple[_T, _T]]:
    """The pairs of which neither has a better one."""
    taken_old, taken_new = set(), set()
    for old, new in _heaviest_first(votes):
        if old not in taken_old and new not in taken_new:
            yield old, new
        taken_old.add(old)
        taken_new.add(new)


def _heaviest_first(votes: Mapping[tuple[_T, _T], int]) -> Iterable[tuple[_T, _T]]:
    return sorted(votes, key=lambda pair: -votes[pair])


def _may_be_settled(matching: Matching, keys: ParagraphKeys, i: int, j: int) -> bool:
    if matching.new_of[i] == j or GROUPED in (matching.new_of[i], matching.old_of[j]):
        return False
    longest = max(keys.lengths[keys.old[i]], keys.lengths[keys.new[j]])
    return bool(longest <= thresholds.SHORT_ALONE)
