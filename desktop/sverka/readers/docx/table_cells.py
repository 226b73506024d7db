"""Finds the cells of a table of a DOCX, each with its place in the grid and how much it covers."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from sverka.model import Cell, Tracked
from sverka.readers.docx.revisions import cell_is_hidden, row_is_hidden
from sverka.readers.docx.wordprocessing import number, w

WRAPPERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo")
) | {w("moveFrom")}
"""Elements that may stand around paragraphs, tables, rows and cells."""


def cells_of(
    table: etree._Element, count: int, within: Cell | None, tracked: Tracked
) -> Iterator[tuple[etree._Element, Cell]]:
    """The cells that are seen, row by row, of the table with the number `count`.

    What stands in a cell that goes on from the one above it (w:vMerge) stands in that one.
    """
    rows = [row for row in _below(table, w("tr")) if not row_is_hidden(row, tracked)]
    found = [
        (element, Cell(count, place, column, 1, columns, within), goes_on)
        for place, row in enumerate(rows, start=1)
        for element, column, columns, goes_on in _row(row, tracked)
    ]
    first: dict[tuple[int, int], Cell] = {}
    heights: dict[Cell, int] = {}
    for _element, cell, goes_on in found:
        above = first.get((cell.row - 1, cell.column)) if goes_on else None
        covering = first[cell.row, cell.column] = above or cell
        heights[covering] = cell.row - covering.row + 1
    for element, cell, _goes_on in found:
        covering = first[cell.row, cell.column]
        yield element, replace(covering, rows=heights[covering])


def _row(row: etree._Element, tracked: Tracked) -> Iterator[tuple[etree._Element, int, int, bool]]:
    """The cells of a row: column from 1, how many they cover, whether they go on from above."""
    column = 1 + (number(row.find(w("trPr")), "gridBefore") or 0)
    for element in _below(row, w("tc")):
        if cell_is_hidden(element, tracked):
            continue
        properties = element.find(w("tcPr"))
        columns = max(1, number(properties, "gridSpan") or 1)
        merged = None if properties is None else properties.find(w("vMerge"))
        goes_on = merged is not None and merged.get(w("val"), "continue") == "continue"
        yield element, column, columns, goes_on
        column += columns


def _below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _below(child, tag)
