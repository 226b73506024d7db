"""Finds the cells of a table of a web page, each with its place in the grid and what it covers."""

from collections.abc import Iterator

from lxml import etree

from sverka.model import Cell
from sverka.readers.limits import MAX_GRID_PLACES

_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_WIDEST = 1000
"""Columns that a cell may cover, by the HTML standard (section 4.9.11)."""
_CONTENT_OF_PAGES = frozenset({"h1", "main", "article", "nav", "header", "footer"})


def cells_of(table: etree._Element, count: int, within: Cell | None) -> dict[etree._Element, Cell]:
    """The cells of the table with the number `count`, by their elements."""
    sections = list(_sections(table))
    headers = _headers(sections)
    cells: dict[etree._Element, Cell] = {}
    number = places = 0
    for rows in sections:
        taken: dict[int, int] = {}
        for index, row in enumerate(rows):
            number += 1
            column = 1
            for cell in row:
                if cell.tag not in _CELLS:
                    continue
                while taken.get(column, 0) > 0:
                    column += 1
                columns = min(_WIDEST, _span(cell, "colspan"))
                left = len(rows) - index
                height = min(left, _span(cell, "rowspan", left))
                places += columns * height
                if places > MAX_GRID_PLACES:
                    columns = height = 1
                for covered in range(column, column + columns):
                    taken[covered] = height
                repeated = _in_head(row)
                cells[cell] = Cell(
                    count, number, column, height, columns, within, number <= headers, repeated
                )
                column += columns
            taken = {at: rows - 1 for at, rows in taken.items() if rows > 1}
    return cells


def is_layout(table: etree._Element, *, by_office: bool = False) -> bool:
    """Whether a table only puts parts of a page in their places: it says so, or holds such parts.

    A table of one cell is a frame. Those of an office program are what the document had.
    """
    if table.get("role", "").lower() in {"presentation", "none"}:
        return True
    if by_office:
        return False
    cells = [
        cell for rows in _sections(table) for row in rows for cell in row if cell.tag in _CELLS
    ]
    return len(cells) == 1 or next(table.iter(*_CONTENT_OF_PAGES), None) is not None


def _sections(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The rows of each section; what stands loose between sections is one, too."""
    loose: list[etree._Element] = []
    for child in table.iterchildren(etree.Element):
        if child.tag == "tr":
            loose.append(child)
        elif child.tag in _SECTIONS:
            if loose:
                yield loose
                loose = []
            yield [row for row in child.iterchildren(etree.Element) if row.tag == "tr"]
    if loose:
        yield loose


def _headers(sections: list[list[etree._Element]]) -> int:
    """How many rows from the first on say what the columns are."""
    count = 0
    for row in (row for rows in sections for row in rows):
        cells = [cell.tag for cell in row if cell.tag in _CELLS]
        if not _in_head(row) and not (cells and all(tag == "th" for tag in cells)):
            return count
        count += 1
    return count


def _in_head(row: etree._Element) -> bool:
    """Whether a row belongs to those that are printed on top of each page."""
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"


def _span(cell: etree._Element, name: str, all_left: int = 1) -> int:
    """How many rows or columns a cell covers; 0 rows are all that are left."""
    value = cell.get(name, "").strip()[:6]
    if not (value.isascii() and value.isdigit()):
        return 1
    return int(value) or all_left
