"""Step 7: what lies between two neighbours of the chain is matched in order."""

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Bools, Floats, Ints, ranges
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.matching import Matching
from sverka.alignment.rarity import Rarity
from sverka.alignment.seeds import paragraph_weights
from sverka.alignment.similarity import Measure


def fill_gaps(
    matching: Matching, measure: Measure, rarity: Rarity, backbone: tuple[Ints, Ints]
) -> None:
    """Match free paragraphs between consecutive pairs of the backbone, keeping their order.

    The fewer pairs a gap offers, the more its borders say, and the less a pair must: alone between
    two sure neighbours it needs a likeness only, in a wide gap it needs rare words in common.
    """
    old, new, cells = _pairs(matching, measure, backbone)
    alike = measure.similarity(old, new)
    good = np.flatnonzero(alike >= thresholds.GAP_ALIKE)
    old, new, alike = old[good], new[good], alike[good]
    doublings = np.log2(cells[good] / thresholds.SMALL_GAP)
    required = (thresholds.SHARED_A_DOUBLING * doublings).clip(max=thresholds.SHARED_IN_GAP)
    asked = np.flatnonzero((required > 0) & (alike < thresholds.ALIKE_ENOUGH))
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
    twin_of_old &= keys.lengths[keys.old] >= thresholds.TELLING_TWIN
    twin_of_new &= keys.lengths[keys.new] >= thresholds.TELLING_TWIN
    return (alike < thresholds.WEAK_PAIR) & (twin_of_old[old] | twin_of_new[new])


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
    large = (cells > thresholds.GAP_CELLS) | (
        row_tokens * column_tokens > thresholds.GAP_TOKEN_PAIRS
    )
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
    beside = range(-thresholds.BESIDE_DIAGONAL, thresholds.BESIDE_DIAGONAL + 1)
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
