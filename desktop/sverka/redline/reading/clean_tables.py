"""Puts the clean paragraphs of a reading text in order, those of cells as tables of Word."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lxml import etree

from sverka.model import Cell
from sverka.readers.docx.wordprocessing import w
from sverka.redline.reading.clean_paragraphs import CleanText

_WIDTH = 9600
"""The width of a table, in twentieths of a point: that of the text on the page."""


def clean_blocks(text: CleanText, indexes: Sequence[int]) -> list[etree._Element]:
    """The paragraphs of these indexes, and the tables that some of them are in, as blocks."""
    blocks: list[etree._Element] = []
    for table, group in groupby(indexes, key=lambda n: _table(text, n)):
        if table is None:
            blocks += [text.paragraph(index) for index in group]
            continue
        if blocks and blocks[-1].tag == w("tbl"):
            blocks.append(etree.Element(w("p")))  # tables without one between are one table
        blocks.append(_written(text, list(group)))
    if not blocks or blocks[-1].tag == w("tbl"):
        blocks.append(etree.Element(w("p")))
    return blocks


def _outer(text: CleanText, index: int) -> Cell | None:
    cell = text.paragraphs[index].cell
    return None if cell is None else list(cell.outward())[-1]


def _table(text: CleanText, index: int) -> int | None:
    cell = _outer(text, index)
    return None if cell is None else cell.table


def _written(text: CleanText, indexes: Sequence[int]) -> etree._Element:
    """A table; what a table inside of a cell says stands as paragraphs of that cell."""
    cells: dict[tuple[int, int], tuple[Cell, list[int]]] = {}
    for index in indexes:
        cell = _outer(text, index)
        if cell is not None:
            cells.setdefault((cell.row, cell.column), (cell, []))[1].append(index)
    columns = max(cell.column + cell.columns - 1 for cell, _held in cells.values())
    rows = max(row for row, _column in cells)
    table = etree.Element(w("tbl"))
    properties = etree.SubElement(table, w("tblPr"))
    etree.SubElement(properties, w("tblStyle")).set(w("val"), "TableGrid")
    width = etree.SubElement(properties, w("tblW"))
    width.set(w("w"), "0")
    width.set(w("type"), "auto")
    grid = etree.SubElement(table, w("tblGrid"))
    for _column in range(columns):
        etree.SubElement(grid, w("gridCol")).set(w("w"), str(_WIDTH // columns))
    covered = _covered(cells)
    for row in range(1, rows + 1):
        element = etree.SubElement(table, w("tr"))
        element.extend(_row(text, row, columns, cells, covered))
    return table


def _covered(
    cells: Mapping[tuple[int, int], tuple[Cell, list[int]]],
) -> dict[tuple[int, int], Cell]:
    """The places below cells that go over several rows, each with its cell."""
    return {
        (row, cell.column): cell
        for cell, _held in cells.values()
        for row in range(cell.row + 1, cell.row + cell.rows)
        if (row, cell.column) not in cells
    }


def _row(
    text: CleanText,
    row: int,
    columns: int,
    cells: Mapping[tuple[int, int], tuple[Cell, list[int]]],
    covered: Mapping[tuple[int, int], Cell],
) -> Iterator[etree._Element]:
    column = 1
    while column <= columns:
        found = cells.get((row, column))
        above = covered.get((row, column))
        cell = found[0] if found is not None else above
        span = 1 if cell is None else min(cell.columns, columns - column + 1)
        while any((row, column + n) in cells for n in range(1, span)):
            span -= 1
        merged = "" if cell is None or cell.rows == 1 else "restart" if found else "continue"
        paragraphs = [text.paragraph(n) for n in found[1]] if found is not None else []
        yield _cell(span, merged, paragraphs or [etree.Element(w("p"))])
        column += span


def _cell(span: int, merged: str, paragraphs: Sequence[etree._Element]) -> etree._Element:
    element = etree.Element(w("tc"))
    properties = etree.SubElement(element, w("tcPr"))
    width = etree.SubElement(properties, w("tcW"))
    width.set(w("w"), "0")
    width.set(w("type"), "auto")
    if span > 1:
        etree.SubElement(properties, w("gridSpan")).set(w("val"), str(span))
    if merged:
        etree.SubElement(properties, w("vMerge")).set(w("val"), merged)
    element.extend(paragraphs)
    return element
