"""Finds the cells of a table of an OpenDocument, each with its place in the grid."""

from collections.abc import Iterator

from lxml import etree

from sverka.model import Cell
from sverka.readers.limits import MAX_TABLE_SPAN
from sverka.readers.odt.odf_names import number, o

_HEADERS = o("table:table-header-rows")
_GROUPS = frozenset({_HEADERS, o("table:table-rows"), o("table:table-row-group")})
_ROW, _CELL = o("table:table-row"), o("table:table-cell")
_COVERED = o("table:covered-table-cell")


def cells_of(
    table: etree._Element, count: int, within: Cell | None
) -> Iterator[tuple[etree._Element, Cell]]:
    """The cells, row by row, of the table with the number `count`; those that are covered not."""
    for place, (row, header) in enumerate(_rows(table, False), start=1):
        column = 1
        for element in row.iterchildren(_CELL, _COVERED):
            repeated = number(element, "table:number-columns-repeated", 1) or 1
            if element.tag == _CELL:
                rows = number(element, "table:number-rows-spanned", 1) or 1
                columns = number(element, "table:number-columns-spanned", 1) or 1
                columns = min(columns, MAX_TABLE_SPAN)
                rows = min(rows, MAX_TABLE_SPAN)
                yield element, Cell(count, place, column, rows, columns, within, header, header)
            column = min(column + repeated, MAX_TABLE_SPAN)


def _rows(parent: etree._Element, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, through groups of rows, and whether they say what the columns are."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == _ROW:
            yield child, header
        elif child.tag in _GROUPS:
            yield from _rows(child, header or child.tag == _HEADERS)
