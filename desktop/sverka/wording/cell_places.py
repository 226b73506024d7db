"""Which cell of which table a change stands in, in words: its row and its column by their heads."""

from sverka.language import Language
from sverka.model import Cell, Change, Comparison, Side, TablePart
from sverka.wording.measures import number_runs
from sverka.wording.shortening import shortened

_LONGEST_NAME = 40


def cell_words(comparison: Comparison, change: Change, side: Side, language: Language) -> list[str]:
    """The table, the row and the column of a change on one side, as far as it is in one.

    "table 2", "row “Bishkek”", "column 2025"; by number where nothing heads them.
    """
    paragraphs = comparison.version(side).paragraphs
    numbers = comparison.paragraphs_of(change, side)
    cells = [cell for number in numbers[:1] if (cell := paragraphs[number].cell) is not None]
    if not cells:
        return []
    cell, part = cells[0], change.table_part
    words = [language.gettext("table {number}").format(number=cell.table)]
    if part in (None, TablePart.ROW):
        words.append(_row(comparison, change, cell, side, language))
    if part in (None, TablePart.COLUMN):
        words.append(_column(comparison, cell, side, language))
    return words


def rows_of(comparison: Comparison, change: Change, side: Side) -> list[int]:
    """The rows that a change is about on one side, ascending: those of its first cell's table."""
    paragraphs = comparison.version(side).paragraphs
    cells = [paragraphs[number].cell for number in comparison.paragraphs_of(change, side)]
    table = cells[0].table if cells and cells[0] else None
    return sorted({cell.row for cell in cells if cell is not None and cell.table == table})


def _row(comparison: Comparison, change: Change, cell: Cell, side: Side, language: Language) -> str:
    """The row, by what heads it; several that moved together by their numbers."""
    paragraphs = comparison.version(side).paragraphs
    if change.table_part is TablePart.ROW:
        rows = rows_of(comparison, change, side)
        if len(rows) > 1:
            return language.gettext("rows {numbers}").format(numbers=number_runs(rows))
    heads = comparison.heads.get(side, {}).get(cell.table)
    head = heads.rows.get(cell.row) if heads else None
    if head is None:
        return language.gettext("row {number}").format(number=cell.row)
    name = _name(paragraphs[head].text)
    if _is_figure(name):
        return language.gettext("row {name}").format(name=name)
    return language.gettext("row “{name}”").format(name=name)


def _column(comparison: Comparison, cell: Cell, side: Side, language: Language) -> str:
    """The column, by what heads it."""
    heads = comparison.heads.get(side, {}).get(cell.table)
    head = heads.columns.get(cell.column) if heads else None
    if head is None:
        return language.gettext("column {number}").format(number=cell.column)
    name = _name(comparison.version(side).paragraphs[head].text)
    if _is_figure(name):
        return language.gettext("column {name}").format(name=name)
    return language.gettext("column “{name}”").format(name=name)


def _name(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST_NAME)


def _is_figure(name: str) -> bool:
    """Whether a head needs no quotation marks: a year, a number."""
    return any(map(str.isdigit, name)) and not any(map(str.isalpha, name))
