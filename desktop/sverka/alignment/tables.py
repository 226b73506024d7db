"""Step 8a: tables are aligned as tables, their rows before their columns and those before cells.

A figure that stands in two cells did not move from the one to the other: the value of either cell
changed. So a cell goes with the cell of its row and column, wherever its text stands otherwise;
only what is long may have gone elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Ints
from sverka.alignment.matching import LEFT_ALONE, Matching
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.alignment.similarity import Measure
from sverka.alignment.splits import PieceFinder
from sverka.alignment.table_columns import PairedColumns, paired_columns
from sverka.alignment.table_grids import BothCells, CellWords, Grid, grids_of
from sverka.alignment.table_pairs import paired_tables
from sverka.alignment.table_rows import paired_rows


@dataclass(slots=True)
class _Paired:
    """The paragraphs of paired tables; of those in paired cells the number of the pair of cells."""

    cells: list[tuple[list[int], list[int]]] = field(default_factory=list)
    old: dict[int, int] = field(default_factory=dict)
    new: dict[int, int] = field(default_factory=dict)
    shifted: list[int] = field(default_factory=list)

    def are_of_one_cell(self, old: Iterable[int], new: Iterable[int]) -> bool:
        """Whether paragraphs stand in one pair of cells, or none of them in a paired table."""
        numbers = {*(self.old.get(i) for i in old), *(self.new.get(j) for j in new)}
        return len(numbers) == 1 and NONE not in numbers


def settle_tables(
    matching: Matching, measure: Measure, cells: BothCells | None, pieces: PieceFinder
) -> None:
    """Match the paragraphs of tables that belong together cell with cell.

    What stands in a row or a column without a counterpart is left alone, unless it is long and
    was found elsewhere. Tables without a counterpart stay as they are matched.
    """
    if cells is None or not any(cells.old) or not any(cells.new):
        return
    keys, tick = measure.keys, measure.pace.tick
    words = CellWords(keys)
    old, new = grids_of(cells.old, keys.old, words), grids_of(cells.new, keys.new, words)
    paired = _Paired()
    for i, j in paired_tables(old, new, matching, words):
        rows = paired_rows(old[i], new[j], words, tick)
        columns = paired_columns(old[i], new[j], rows, words, tick)
        _collect(paired, old[i], new[j], rows, columns)
    if paired.old:
        pieces.dissolve(lambda ours, theirs: not paired.are_of_one_cell(ours, theirs))
        _settle(matching, measure, paired)


def _collect(
    paired: _Paired,
    old: Grid,
    new: Grid,
    rows: Sequence[tuple[int, int]],
    columns: PairedColumns,
) -> None:
    """Add the paragraphs of two tables, and which of their cells belong together."""
    for numbers, grid in ((paired.old, old), (paired.new, new)):
        for row in grid.rows:
            for its in row.cells.values():
                numbers.update(dict.fromkeys(its, NONE))
    for column in columns.moved:
        paired.shifted += (k for row in old.rows for k in row.cells.get(column, ()))
    for i, j in rows:
        there = new.rows[j].cells
        for column, its in old.rows[i].cells.items():
            others = there.get(columns.new_of.get(column, NONE))
            if others is not None:
                paired.old.update(dict.fromkeys(its, len(paired.cells)))
                paired.new.update(dict.fromkeys(others, len(paired.cells)))
                paired.cells.append((its, others))


def _settle(matching: Matching, measure: Measure, paired: _Paired) -> None:
    pairs = [pair for cell in paired.cells for pair in _in_cell(matching, measure.keys, *cell)]
    kept_old, kept_new = _kept_elsewhere(matching, measure.keys, paired, pairs)
    alone = (
        np.array([i for i in paired.old if i not in kept_old], np.int64),
        np.array([j for j in paired.new if j not in kept_new], np.int64),
    )
    _set_free(matching, *alone)
    wanted = [(i, j) for i, j in pairs if i not in kept_old and j not in kept_new]
    old, new = np.array(wanted, np.int64).reshape(-1, 2).T
    open_ = matching.free(old, new)
    old, new = old[open_], new[open_]
    matching.link(old, new, measure.by_place(old, new))
    matching.settled[old] = True
    matching.shifted[paired.shifted] = True
    for partners, free, numbers, side in (
        (matching.new_of, alone[0], paired.old, 0),
        (matching.old_of, alone[1], paired.new, 1),
    ):
        free = free[partners[free] == NONE]
        partners[[k for k in free.tolist() if not _may_grow(paired, numbers[k], side)]] = LEFT_ALONE


def _may_grow(paired: _Paired, number: int, side: int) -> bool:
    """Whether a paragraph shares its cell with others, and may be a piece of one of them."""
    return number != NONE and len(paired.cells[number][side]) > 1


def _in_cell(
    matching: Matching, keys: ParagraphKeys, old: list[int], new: list[int]
) -> Iterator[tuple[int, int]]:
    """The pairs of the paragraphs of two cells that belong together."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    gap: tuple[list[int], list[int]] = [], []
    for block in Indel.opcodes(keys.old[old].tolist(), keys.new[new].tolist()):
        here, there = old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]
        if block.tag != "equal":
            gap[0].extend(here)
            gap[1].extend(there)
            continue
        yield from _in_gap(matching, *gap)
        gap = [], []
        yield from zip(here, there, strict=True)
    yield from _in_gap(matching, *gap)


def _in_gap(matching: Matching, old: list[int], new: list[int]) -> Iterator[tuple[int, int]]:
    """As many paragraphs go with as many; of fewer with more those that were linked, in order."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    last = NONE
    for i in old:
        j = int(matching.new_of[i])
        if j in new and j > last:
            last = j
            yield i, j


def _kept_elsewhere(
    matching: Matching,
    keys: ParagraphKeys,
    paired: _Paired,
    pairs: Sequence[tuple[int, int]],
) -> tuple[set[int], set[int]]:
    """The paragraphs of paired tables that stay linked with what is not in their own cell."""
    same = [(i, j) for i, j in pairs if keys.old[i] == keys.new[j]]
    unchanged_old, unchanged_new = {i for i, _ in same}, {j for _, j in same}
    links = {(i, int(matching.new_of[i])) for i in paired.old}
    links |= {(int(matching.old_of[j]), j) for j in paired.new}
    kept_old, kept_new = set(), set()
    for i, j in links - set(pairs):
        if i < 0 or j < 0 or i in unchanged_old or j in unchanged_new:
            continue
        shorter = min(keys.lengths[keys.old[i]], keys.lengths[keys.new[j]])
        if shorter > thresholds.SHORT_ALONE and matching.similarity[i] >= thresholds.MOVED_ALIKE:
            kept_old.add(i)
            kept_new.add(j)
    grouped = matching.grouped()
    return kept_old | grouped[0], kept_new | grouped[1]


def _set_free(matching: Matching, old: Ints, new: Ints) -> None:
    """Part the paragraphs of either side from what they are matched with."""
    for ours, theirs, asked in (
        (matching.new_of, matching.old_of, old),
        (matching.old_of, matching.new_of, new),
    ):
        partners = ours[asked]
        theirs[partners[partners >= 0]] = NONE
        ours[asked] = NONE
