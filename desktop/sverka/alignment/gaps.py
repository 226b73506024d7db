"""Step 7: what lies between two neighbours of the chain is matched in order."""

from typing import Final

import numpy as np

from sverka.alignment.arrays import NONE, Bools, Ints, ranges
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.matching import Matching
from sverka.alignment.seeds import paragraph_weights
from sverka.alignment.similarity import Measure

_ALIKE: Final = 0.34
_CELLS: Final = 60_000


def fill_gaps(matching: Matching, measure: Measure, backbone: tuple[Ints, Ints]) -> None:
    """Match free paragraphs between consecutive pairs of the backbone, keeping their order."""
    old, new = _cells(matching, backbone)
    alike = measure.similarity(old, new)
    good = alike >= _ALIKE
    old, new, alike = old[good], new[good], alike[good]
    lengths = measure.keys.lengths
    shorter = np.minimum(lengths[measure.keys.old[old]], lengths[measure.keys.new[new]])
    # Gaps follow each other on both sides, so one chain through all of them is one in each.
    chain = heaviest_chain(
        old, new, np.ones_like(old), alike**2 * paragraph_weights(shorter), measure.pace.tick
    )
    matching.link(old[chain], new[chain], alike[chain])


def _cells(matching: Matching, backbone: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
    """All pairs of free paragraphs of every gap."""
    rows, first_row, row_count = _free_between(matching.new_of == NONE, backbone[0])
    columns, first_column, column_count = _free_between(matching.old_of == NONE, backbone[1])
    cells = row_count * column_count
    small = (cells > 0) & (cells <= _CELLS)
    cells, width = cells[small], np.repeat(column_count[small], cells[small])
    place = ranges(cells)
    return (
        rows[np.repeat(first_row[small], cells) + place // width],
        columns[np.repeat(first_column[small], cells) + place % width],
    )


def _free_between(free: Bools, backbone: Ints) -> tuple[Ints, Ints, Ints]:
    """The free paragraphs, and for every gap where its own begin among them and how many."""
    rank = np.concatenate(([0], np.cumsum(free)))
    starts = rank[np.concatenate(([0], backbone + 1))]
    ends = rank[np.append(backbone, len(free))]
    return np.flatnonzero(free), starts, ends - starts
