"""The rows of tables in a pane: which items stand beside each other, in which columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sverka.model import Cell

MOST_ITEMS = 80
MOST_LETTERS = 20_000
"""What a row may hold to be set as one. A page that is laid out by a table is none. [hand]"""
MOST_COLUMNS = 200
"""Columns of a table that is set as one: Word has 63 at most; a file may claim a billion. [hand]"""
MOST_ROWS = 500
"""Rows of a cell that goes over several; further down there are borders where it would go on."""
_WIDE = 60
"""Letters of a cell that make its column wider; more are wrapped. [hand]"""
_NARROW = 4


@dataclass(frozen=True, slots=True)
class CellAt:
    """The cell a paragraph stands in, of the outermost table; `depth` counts the tables within.

    `table` and `row` tell tables and rows apart, `column` counts from 1, `rows` and `columns` are
    how many of the grid it covers. `inner` is its cell of the table inside this cell, if any is.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    depth: int = 0
    inner: "CellAt | None" = None

    def inward(self) -> Iterator["CellAt"]:
        """The cell and those inside it, the innermost last."""
        cell: CellAt | None = self
        while cell is not None:
            yield cell
            cell = cell.inner


@dataclass(frozen=True, slots=True)
class Slot:
    """Columns [first, last) of a row, from 0, and the items in them, one below the other.

    It is `open_above` where a cell of a row above goes on in it, `open_below` where its cell does.
    `inner` are the rows of tables inside it, the items of which stand beside each other.
    """

    first: int
    last: int
    items: tuple[int, ...] = ()
    open_above: bool = False
    open_below: bool = False
    inner: "tuple[TableRow, ...]" = ()

    def parts(self) -> "Iterator[int | TableRow]":
        """What stands in it, one below the other: items, and rows of tables inside it."""
        rows = {item: row for row in self.inner for item in row.items}
        for item in self.items:
            row = rows.get(item)
            if row is None:
                yield item
            elif item == row.items.start:
                yield row


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its items, and what it is made of.

    `letters` are those of the longest cell of each column of the table, within bounds. `is_head` is
    whether it is the first row of a table with several.
    """

    items: range
    letters: tuple[int, ...]
    slots: tuple[Slot, ...]
    is_head: bool = False

    def share(self, slot: Slot) -> float:
        """About how much of the width a slot takes."""
        return sum(self.letters[slot.first : slot.last]) / sum(self.letters)


@dataclass(frozen=True, slots=True)
class _Piece:
    """An item that stands in a cell."""

    item: int
    cell: CellAt
    letters: int


def outermost(cell: Cell) -> CellAt:
    """Where a cell stands in the table that holds all those it is nested in."""
    found: CellAt | None = None
    for depth, one in enumerate(cell.outward()):
        found = CellAt(one.table, one.row, one.column, one.rows, one.columns, depth, found)
    assert found is not None
    return found


def table_rows(pieces: Sequence[tuple[int, CellAt, int]]) -> dict[int, TableRow]:
    """The row of each item in a table; `pieces` are such items, their cells and their letters.

    Items come in order. Those of one row that follow one another stand beside each other; where a
    row is too large for that, or a table has one column, each item is a row of its own.
    """
    found: dict[int, TableRow] = {}
    for row in _all_rows([_Piece(*each) for each in pieces]):
        found.update(dict.fromkeys(row.items, row))
    return found


def _all_rows(pieces: Sequence[_Piece]) -> Iterator[TableRow]:
    tables: dict[int, list[_Piece]] = {}
    for piece in pieces:
        tables.setdefault(piece.cell.table, []).append(piece)
    for table in tables.values():
        yield from _rows(table)


def _rows(table: Sequence[_Piece]) -> Iterator[TableRow]:
    count = max(piece.cell.column + piece.cell.columns - 1 for piece in table)
    is_grid = 1 < count <= MOST_COLUMNS
    letters_of = _letters(table, count) if is_grid else ()
    covered = _covered(table) if is_grid else {}
    first_row, last_row = table[0].cell.row, table[-1].cell.row
    for band in _bands(table):
        row = band[0].cell.row
        is_head = row == first_row != last_row
        letters = sum(piece.letters for piece in band)
        if not is_grid or len(band) > MOST_ITEMS or letters > MOST_LETTERS:
            yield from _each_alone(band, is_head=is_head)
            continue
        items = range(band[0].item, band[-1].item + 1)
        slots = tuple(_slots(band, count, covered.get(row, frozenset())))
        yield TableRow(items, letters_of, slots, is_head)


def _bands(table: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Items of one row that follow one another."""
    band: list[_Piece] = []
    for piece in table:
        follows = band and piece.item == band[-1].item + 1 and piece.cell.row == band[-1].cell.row
        if band and not follows:
            yield band
            band = []
        band.append(piece)
    if band:
        yield band


def _each_alone(band: Sequence[_Piece], *, is_head: bool) -> Iterator[TableRow]:
    for _column, cell in groupby(band, key=lambda piece: piece.cell.column):
        pieces = list(cell)
        for piece in pieces:
            slot = Slot(0, 1, (piece.item,), piece is not pieces[0], piece is not pieces[-1])
            yield TableRow(range(piece.item, piece.item + 1), (1,), (slot,), is_head)


def _letters(table: Sequence[_Piece], count: int) -> tuple[int, ...]:
    """The letters of the longest cell of each column, within bounds."""
    letters = [_NARROW] * count
    for piece in table:
        if piece.cell.columns == 1:
            at = piece.cell.column - 1
            letters[at] = max(letters[at], min(piece.letters, _WIDE))
    return tuple(letters)


def _covered(table: Sequence[_Piece]) -> dict[int, frozenset[int]]:
    """By row, the columns from 0 that a cell of a row above goes on in."""
    found: dict[int, set[int]] = {}
    for cell in {piece.cell for piece in table if piece.cell.rows > 1}:
        for row in range(cell.row + 1, cell.row + min(cell.rows, MOST_ROWS)):
            columns = range(cell.column - 1, cell.column - 1 + cell.columns)
            found.setdefault(row, set()).update(columns)
    return {row: frozenset(columns) for row, columns in found.items()}


def _slots(band: Sequence[_Piece], count: int, covered: frozenset[int]) -> Iterator[Slot]:
    """The row from left to right, with what is empty in it and what belongs to rows above."""
    cells: dict[int, list[_Piece]] = {}
    for piece in band:
        cells.setdefault(piece.cell.column - 1, []).append(piece)
    column = 0
    while column < count:
        pieces = cells.get(column)
        if pieces is None:
            yield Slot(column, column + 1, open_above=column in covered)
            column += 1
            continue
        cell = pieces[0].cell
        later = [at for at in cells if column < at < column + cell.columns]
        last = min([column + cell.columns, count, *later])
        items = tuple(piece.item for piece in pieces)
        yield Slot(column, last, items, open_below=cell.rows > 1, inner=_inner_rows(pieces))
        column = last


def _inner_rows(pieces: Sequence[_Piece]) -> tuple[TableRow, ...]:
    """The rows of the tables inside a cell, but for those of a single slot."""
    inside = [replace(piece, cell=piece.cell.inner) for piece in pieces if piece.cell.inner]
    return tuple(row for row in _all_rows(inside) if len(row.slots) > 1) if inside else ()


def cells_of(cells: Sequence[Cell | None]) -> Mapping[int, CellAt]:
    """The cells of those paragraphs that stand in one."""
    return {number: outermost(cell) for number, cell in enumerate(cells) if cell is not None}
