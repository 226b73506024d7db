"""Puts the rows of the tables of an RTF together: cells with their places in the grid."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from sverka.model import Block, BlockKind, Cell

_SAME_EDGE = 30
"""Twips between two edges of cells that are meant as one; a point and a half."""


@dataclass(slots=True)
class CellRow:
    """How the cells of a row are defined: the right edges in twips, what is merged with what.

    `below` are the cells that go on from those above, `beside` those that go on from the left.
    """

    edges: list[int] = field(default_factory=list)
    below: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)
    header: bool = False
    left: int = 0


@dataclass(slots=True)
class Table:
    """A table: its rows, each with its definition and the content of its cells."""

    rows: list[tuple[CellRow, list[list["Item"]]]] = field(default_factory=list)
    cells: list[list["Item"]] = field(default_factory=list)

    def end_row(self, row: CellRow) -> None:
        """End the row whose cells were read."""
        self.rows.append((row, self.cells))
        self.cells = []


Item: TypeAlias = "Block | Table"


def flattened(items: Sequence[Item], count: list[int], within: Cell | None) -> Iterator[Block]:
    """The blocks in order, those in tables with their cells; `count` is that of the tables."""
    for item in items:
        if isinstance(item, Block):
            yield item if within is None else _in_cell(item, within)
            continue
        count[0] += 1
        for cell, content in _cells(item, count[0], within):
            yield from flattened(content, count, cell)


def _in_cell(block: Block, cell: Cell) -> Block:
    level = block.level if block.kind is BlockKind.HEADING else None
    return replace(block, kind=BlockKind.TABLE_CELL, level=level, cell=cell)


def _cells(table: Table, number: int, within: Cell | None) -> Iterator[tuple[Cell, list[Item]]]:
    """The cells with what stands in them; what goes on from another cell stands in that."""
    grid = _grid(table)
    placed: list[tuple[Cell, list[Item]]] = []
    starts: dict[int, int] = {}
    headers = 0
    for place, (row, contents) in enumerate(table.rows, start=1):
        headers += row.header and headers == place - 1
        begun: dict[int, int] = {}
        for index, content in enumerate(contents):
            if index in row.beside and placed and index > 0 and begun:
                last = list(begun.values())[-1]
                cell, before = placed[last]
                placed[last] = _wider(cell, _span(grid, row, index)), before + content
                continue
            column, columns = _place(grid, row, index)
            above = starts.get(column) if index in row.below else None
            if above is not None:
                cell, before = placed[above]
                rows = place - cell.row + 1
                placed[above] = replace(cell, rows=rows), before + content
                begun[column] = above
                continue
            begun[column] = len(placed)
            header = headers == place
            cell = Cell(number, place, column, 1, columns, within, header, header)
            placed.append((cell, content))
        starts = begun
    yield from placed


def _wider(cell: Cell, columns: int) -> Cell:
    return replace(cell, columns=cell.columns + columns)


def _grid(table: Table) -> list[int]:
    """The edges of all cells from left to right, those that are meant as one only once."""
    known = {id(row): row for row, _contents in table.rows}.values()
    edges = sorted({edge for row in known for edge in (row.left, *row.edges)})
    grid: list[int] = []
    for edge in edges:
        if not grid or edge - grid[-1] > _SAME_EDGE:
            grid.append(edge)
    return grid


def _column(grid: list[int], edge: int) -> int:
    """How many columns end left of an edge or at it."""
    return max(0, bisect_left(grid, edge - _SAME_EDGE))


def _place(grid: list[int], row: CellRow, index: int) -> tuple[int, int]:
    """The column of a cell from 1, and how many it covers."""
    if index >= len(row.edges):
        return index + 1, 1
    left = row.edges[index - 1] if index else row.left
    start = _column(grid, left)
    return start + 1, max(1, _column(grid, row.edges[index]) - start)


def _span(grid: list[int], row: CellRow, index: int) -> int:
    return _place(grid, row, index)[1]
