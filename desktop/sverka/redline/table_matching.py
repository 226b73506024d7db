"""Says which rows of a table became which, and which cells of paired rows."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment.arrays import Floats
from sverka.redline.block_matching import between, same_in_order

ROW_ALIKE: Final = 0.3
"""How alike two rows in one place must be to be the same one. Set by hand."""

PAIRED: Final = 0.3
"""What a pair of cells is worth that have nothing in common. Set: so that a column comes or goes
only where another number of cells, or what they say, asks for it."""

_MOST_CELLS: Final = 250_000

Pairs = list[tuple[int, int]]


def match_rows(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Pair rows by what they say, in order; those that stand alone by their place."""
    pairs: Pairs = []
    for rows, columns, behind in between(same_in_order(list(old), list(new)), len(old), len(new)):
        pairs += _likely(old, new, rows, columns)
        pairs += [behind] if behind else []
    return pairs


def _likely(old: Sequence[str], new: Sequence[str], rows: range, columns: range) -> Pairs:
    if not rows or not columns:
        return []
    if len(rows) * len(columns) > _MOST_CELLS:
        return list(zip(rows, columns, strict=False)) if len(rows) == len(columns) else []
    worth = _worth([old[i] for i in rows], [new[j] for j in columns])
    if len(rows) == len(columns):
        worth = worth + ROW_ALIKE
    return [(rows[i], columns[j]) for i, j in _best(worth) if worth[i, j] >= ROW_ALIKE]


def match_cells(rows: Sequence[Sequence[Sequence[str]]]) -> list[Pairs]:
    """Pair the cells of each paired row: by column, the same in all rows where they agree."""
    shapes = {(len(old), len(new)) for old, new in rows}
    if len(shapes) == 1:
        old_count, new_count = next(iter(shapes))
        if old_count * new_count * len(rows) <= _MOST_CELLS:
            total = sum((_worth(old, new) for old, new in rows), np.zeros((old_count, new_count)))
            return [_columns(total / len(rows))] * len(rows)
    return [
        list(zip(range(len(old)), range(len(new)), strict=False))
        if len(old) == len(new)
        else _columns(_worth(old, new))
        for old, new in rows
    ]


def _columns(worth: Floats) -> Pairs:
    old, new = worth.shape
    chosen = _best(worth + PAIRED)
    if old == new:
        straight = float(np.trace(worth)) + old * PAIRED
        if sum(float(worth[i, j]) + PAIRED for i, j in chosen) <= straight + PAIRED:
            return [(k, k) for k in range(old)]
    return chosen


def _worth(old: Sequence[str], new: Sequence[str]) -> Floats:
    """How alike each of the one is to each of the other."""
    words = [text.split() for text in old], [text.split() for text in new]
    found = np.zeros((len(old), len(new)))
    for i, a in enumerate(words[0]):
        for j, b in enumerate(words[1]):
            found[i, j] = Indel.normalized_similarity(a, b)
    return found


def _best(worth: Floats) -> Pairs:
    """The pairs worth most together that keep the order."""
    rows, columns = worth.shape
    total = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        for j in range(columns):
            together = total[i, j] + worth[i, j]
            total[i + 1, j + 1] = max(together, total[i, j + 1], total[i + 1, j])
    pairs: Pairs = []
    i, j = rows, columns
    while i and j:
        if total[i, j] == total[i - 1, j]:
            i -= 1
        elif total[i, j] == total[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
