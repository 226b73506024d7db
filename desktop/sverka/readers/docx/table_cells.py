"""Finds the cells of a table of a DOCX, each with its place in the grid and how much it covers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from sverka.model import Cell, Tracked
from sverka.readers.docx.revisions import cell_is_hidden, row_is_hidden
from sverka.readers.docx.styles import Styles
from sverka.readers.docx.table_styles import styled_table
from sverka.readers.docx.wordprocessing import number, switch, value, w
from sverka.readers.office.text_looks import Look

WRAPPERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo")
) | {w("moveFrom")}
"""Elements that may stand around paragraphs, tables, rows and cells."""


@dataclass(frozen=True, slots=True)
class FoundCell:
    """An element of a cell, and the cell it belongs to: itself, or the one above it goes on from.

    `look` is how its text looks by the style of the table.
    """

    element: etree._Element
    cell: Cell
    look: Look


def cells_of(
    table: etree._Element, count: int, within: Cell | None, tracked: Tracked, styles: Styles
) -> Iterator[FoundCell]:
    """The cells that are seen, row by row, of the table with the number `count`.

    What stands in a cell that goes on from the one above it (w:vMerge) stands in that one.
    """
    rows = [row for row in _below(table, w("tr")) if not row_is_hidden(row, tracked)]
    cells = [list(_row(row, tracked)) for row in rows]
    starts, ends = ({row[k][0] for row in cells if row} for k in (0, -1))
    style = styles.table(value(table.find(w("tblPr")), "tblStyle"))
    styled = styled_table(table, style, len(rows))
    repeated = _headers(rows) or styled.repeated
    headers = repeated or int(styled.marks_header)
    found = [
        (
            element,
            Cell(count, place, column, 1, columns, within, place <= headers, place <= repeated),
            goes_on,
        )
        for place, row in enumerate(cells, start=1)
        for element, column, columns, goes_on in row
    ]
    first: dict[tuple[int, int], Cell] = {}
    heights: dict[Cell, int] = {}
    for _element, cell, goes_on in found:
        above = first.get((cell.row - 1, cell.column)) if goes_on else None
        covering = first[cell.row, cell.column] = above or cell
        heights[covering] = cell.row - covering.row + 1
    for element, cell, _goes_on in found:
        covering = first[cell.row, cell.column]
        look = styled.look(cell.row, cell.column, (element in starts, element in ends))
        yield FoundCell(element, replace(covering, rows=heights[covering]), look)


def _headers(rows: list[etree._Element]) -> int:
    """How many rows from the first on are said to be headers, printed again on each page."""
    for count, row in enumerate(rows):
        if not switch(row.find(w("trPr")), "tblHeader"):
            return count
    return 0


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
