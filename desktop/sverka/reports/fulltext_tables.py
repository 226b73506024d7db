"""Puts the cells of the woven text beside each other: which passages are a row of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sverka.model import Side
from sverka.reports.fulltext import Passage

_MOST_COLUMNS = 12
"""Columns of a table that are legible on a sheet; wider ones stand cell below cell. [hand]"""
_MOST_PASSAGES = 80
"""What a row may hold: a page that is laid out by a table is none. [hand]"""


@dataclass(frozen=True, slots=True)
class CellOfText:
    """A cell, `columns` wide, with what stands in it; an empty one has nothing."""

    columns: int
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class GridOfText:
    """Rows of a table that follow one another, all of `columns` columns."""

    columns: int
    rows: tuple[tuple[CellOfText, ...], ...]


def with_grids(passages: Sequence[Passage]) -> Iterator[Passage | GridOfText]:
    """The passages in their order, those in tables as rows."""
    for table in _tables(passages):
        cells = [one.cell for one in table if one.cell is not None]
        count = max((one.column + one.columns - 1 for one in cells), default=0)
        by_row = groupby(table, lambda one: one.cell and one.cell[:3])
        bands = [_labelled_once(list(band)) for _row, band in by_row]
        if 1 < count <= _MOST_COLUMNS and max(map(len, bands)) <= _MOST_PASSAGES:
            yield GridOfText(count, tuple(tuple(_cells(band, count)) for band in bands))
        else:
            yield from table


def _tables(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """What stands in one table; each passage of the running text by itself.

    What went stands in the table that it is in the midst of.
    """
    table: list[Passage] = []
    number: int | None = None
    for one in passages:
        cell = one.cell
        goes_on = table and cell is not None and (cell.side is Side.OLD or cell.table == number)
        if table and not goes_on:
            yield table
            table = []
        if cell is None:
            number = None
            yield [one]
            continue
        table.append(one)
        if cell.side is Side.NEW:
            number = cell.table
    if table:
        yield table


def _labelled_once(band: list[Passage]) -> list[Passage]:
    """A row that moved as a whole says so in its first cell."""
    if not all(one.label for one in band):
        return band
    return [band[0], *(replace(one, label="") for one in band[1:])]


def _cells(band: Sequence[Passage], count: int) -> Iterator[CellOfText]:
    """The cells of a row, with empty ones where nothing stands."""
    at = 1
    for place, each in groupby(band, key=lambda one: one.cell):
        if place is None:
            continue
        yield from (CellOfText(1) for _empty in range(at, place.column))
        width = max(1, min(place.columns, count - place.column + 1))
        yield CellOfText(width, tuple(each))
        at = place.column + width
    yield from (CellOfText(1) for _empty in range(at, count + 1))
