"""Tells of cells that cover other rows or columns of their table than before."""

from collections.abc import Iterator, Mapping

from sverka.differences.tables.placed_cells import Axis, Line, LinkedTables, line_of
from sverka.model import Alteration, Attribute, Cell, Change, Side


def merged_cells(tables: LinkedTables) -> Iterator[Change]:
    """A change for each cell that was merged with others or parted from them.

    One that covers more only since a row or a column came in below it is told with that.
    """
    seen: set[tuple[Cell, Cell]] = set()
    for number, link in enumerate(tables.links):
        both = tables.cells(link)
        if both is None or both in seen:
            continue
        seen.add(both)
        if any(_covers_other(both, axis, tables) for axis in Axis):
            old, new = both
            extents = (old.rows, old.columns), (new.rows, new.columns)
            yield tables.told_of(number, Alteration(Attribute.CELL_SPAN, *extents))


def _covers_other(both: tuple[Cell, Cell], axis: Axis, tables: LinkedTables) -> bool:
    """Whether the rows or columns that both versions have are not the same ones below it."""
    old, new = both
    if _count(old, axis) == _count(new, axis):
        return False
    forth, back = (tables.counterpart(side, axis) for side in Side)
    return not (_inside(old, new, axis, forth) and _inside(new, old, axis, back))


def _inside(one: Cell, other: Cell, axis: Axis, counterpart: Mapping[Line, Line]) -> bool:
    """Whether what `one` covers is covered by `other`, as far as it is there."""
    table, first = line_of(one, axis)
    there, at = line_of(other, axis)
    covered = range(at, at + _count(other, axis))
    known = (counterpart.get((table, k)) for k in range(first, first + _count(one, axis)))
    return all(line is None or (line[0] == there and line[1] in covered) for line in known)


def _count(cell: Cell, axis: Axis) -> int:
    return cell.rows if axis is Axis.ROW else cell.columns
