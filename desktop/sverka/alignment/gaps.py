"""Step 7: what lies between two neighbours of the chain is matched in order."""

from typing import Final

import numpy as np

from sverka.alignment.arrays import NONE, Bools, Floats, Ints, ranges
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.matching import Matching
from sverka.alignment.rarity import Rarity
from sverka.alignment.seeds import paragraph_weights
from sverka.alignment.similarity import Measure

_ALIKE: Final = 0.34
# Up to so many pairs, or as much work as so many pairs of long paragraphs are, every pair of a gap
# is compared; beyond, only those near its diagonals.
_CELLS: Final = 60_000
_TOKEN_PAIRS: Final = 4096 * _CELLS
_BESIDE_DIAGONAL: Final = 1
# Pairs in a gap this small need no rare words in common; each doubling asks for .1 more.
_SMALL_GAP: Final = 8
_SHARED_A_DOUBLING: Final = 0.1
_SHARED_AT_MOST: Final = 0.45
# … unless they are so alike: a misspelt heading of one word shares no word with itself.
_ALIKE_ENOUGH: Final = 0.7
_WEAK: Final = 0.5
_TELLING_TWIN: Final = 25


def fill_gaps(
    matching: Matching, measure: Measure, rarity: Rarity, backbone: tuple[Ints, Ints]
) -> None:
    """Match free paragraphs between consecutive pairs of the backbone, keeping their order.

    The fewer pairs a gap offers, the more its borders say, and the less a pair must: alone between
    two sure neighbours it needs a likeness only, in a wide gap it needs rare words in common.
    """
    old, new, cells = _pairs(matching, measure, backbone)
    alike = measure.similarity(old, new)
    good = np.flatnonzero(alike >= _ALIKE)
    old, new, alike = old[good], new[good], alike[good]
    required = (_SHARED_A_DOUBLING * np.log2(cells[good] / _SMALL_GAP)).clip(max=_SHARED_AT_MOST)
    asked = np.flatnonzero((required > 0) & (alike < _ALIKE_ENOUGH))
    convincing = np.ones(len(good), np.bool_)
    convincing[asked] = rarity.shared(old[asked], new[asked]) >= required[asked]
    convincing &= ~_beaten_by_twins(matching, measure, old, new, alike)
    old, new, alike = old[convincing], new[convincing], alike[convincing]
    lengths = measure.keys.lengths
    shorter = np.minimum(lengths[measure.keys.old[old]], lengths[measure.keys.new[new]])
    # Gaps follow each other on both sides, so one chain through all of them is one in each.
    chain = heaviest_chain(
        old, new, np.ones_like(old), alike**2 * paragraph_weights(shorter), measure.pace.tick
    )
    matching.link(old[chain], new[chain], alike[chain])


def _beaten_by_twins(
    matching: Matching, measure: Measure, old: Ints, new: Ints, alike: Floats
) -> Bools:
    """Which weak pairs have a member with an exact twin elsewhere, not too short to say much."""
    keys = measure.keys
    twin_of_old, twin_of_new = matching.twins(keys)
    twin_of_old &= keys.lengths[keys.old] >= _TELLING_TWIN
    twin_of_new &= keys.lengths[keys.new] >= _TELLING_TWIN
    return (alike < _WEAK) & (twin_of_old[old] | twin_of_new[new])


def _pairs(
    matching: Matching, measure: Measure, backbone: tuple[Ints, Ints]
) -> tuple[Ints, Ints, Ints]:
    """The pairs (old, new) of free paragraphs to compare, and how many their gap has."""
    rows, first_row, row_count, row_tokens = _free_between(
        matching.new_of == NONE, backbone[0], measure.old.count
    )
    columns, first_column, column_count, column_tokens = _free_between(
        matching.old_of == NONE, backbone[1], measure.new.count
    )
    cells = row_count * column_count
    large = (cells > _CELLS) | (row_tokens * column_tokens > _TOKEN_PAIRS)
    small = (cells > 0) & ~large
    size = cells[small]
    place, width = ranges(size), np.repeat(column_count[small], size)
    row = [rows[np.repeat(first_row[small], size) + place // width]]
    column = [columns[np.repeat(first_column[small], size) + place % width]]
    all_cells = [np.repeat(size, size)]
    for k in np.flatnonzero((cells > 0) & large).tolist():
        i, j = _near_diagonals(int(row_count[k]), int(column_count[k]))
        row.append(rows[first_row[k] + i])
        column.append(columns[first_column[k] + j])
        all_cells.append(np.full(len(i), cells[k]))
    return np.concatenate(row), np.concatenate(column), np.concatenate(all_cells)


def _near_diagonals(rows: int, columns: int) -> tuple[Ints, Ints]:
    """The cells of a large gap along the diagonals from its start, to its end and between both."""
    row = np.arange(rows)
    diagonals = (row, row + columns - rows, row * columns // rows)
    beside = range(-_BESIDE_DIAGONAL, _BESIDE_DIAGONAL + 1)
    column = np.concatenate([diagonal + d for diagonal in diagonals for d in beside])
    row = np.tile(row, len(diagonals) * len(beside))
    inside = (column >= 0) & (column < columns)
    packed = np.unique(row[inside] * columns + column[inside])
    return packed // columns, packed % columns


def _free_between(free: Bools, backbone: Ints, tokens: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """The free paragraphs; where each gap's begin among them, how many, and their tokens."""
    rank = np.concatenate(([0], np.cumsum(free)))
    sums = np.concatenate(([0], np.cumsum(np.where(free, tokens, 0))))
    starts, ends = np.concatenate(([0], backbone + 1)), np.append(backbone, len(free))
    return np.flatnonzero(free), rank[starts], rank[ends] - rank[starts], sums[ends] - sums[starts]
