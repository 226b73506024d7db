"""Finds what heads the rows and the columns of tables, for people to find a cell by."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from sverka.model import Cell, Inspection, Paragraph, TableHeads
from sverka.patterns import late_pattern

_YEAR: Final = late_pattern(r"(?:19|20)\d\d")

_Cells = Mapping[tuple[int, int], int]
"""By row and column the first paragraph of each cell that says something."""


def table_heads(version: Inspection) -> dict[int, TableHeads]:
    """By the number of each table the paragraphs that name its rows and columns."""
    tables: dict[int, dict[tuple[int, int], int]] = defaultdict(dict)
    for number, paragraph in enumerate(version.paragraphs):
        cell = paragraph.cell
        if cell is not None and paragraph.text.strip():
            tables[cell.table].setdefault((cell.row, cell.column), number)
    return {table: _heads(cells, version.paragraphs) for table, cells in tables.items()}


def _heads(cells: _Cells, paragraphs: Sequence[Paragraph]) -> TableHeads:
    last = _last_header(cells, paragraphs)
    columns: dict[int, int] = {}
    for (row, _column), number in sorted(cells.items()):
        cell = paragraphs[number].cell
        if row <= last and isinstance(cell, Cell):
            columns.update(dict.fromkeys(range(cell.column, cell.column + cell.columns), number))
    label = _label_column(cells, paragraphs, last)
    rows = {row: k for (row, column), k in cells.items() if column == label and row > last}
    return TableHeads(rows, columns)


def _last_header(cells: _Cells, paragraphs: Sequence[Paragraph]) -> int:
    """The last of the rows on top that say what the columns are; 0 where there is none.

    Where the file does not say so, it is the first row if that has no figures but years, and is
    bold, unlike the next, or has years in it or figures below it.
    """
    told = [row for (row, _), number in cells.items() if _is_header(paragraphs[number])]
    if told:
        return max(told)
    rows = sorted({row for row, _ in cells})
    by_row = [{c: paragraphs[n] for (r, c), n in cells.items() if r == row} for row in rows[:2]]
    if len(rows) < 2 or len(by_row[0]) < 2:
        return 0
    texts = {column: one.text.strip() for column, one in by_row[0].items()}
    years = {column for column, text in texts.items() if _YEAR.fullmatch(text)}
    if any(_has_figures_only(text) for c, text in texts.items() if c not in years):
        return 0
    bold, next_bold = (all(map(_is_bold, row.values())) for row in by_row)
    if years or (bold and not next_bold) or _is_above_figures(texts, cells, paragraphs, rows[0]):
        return rows[0]
    return 0


def _is_above_figures(
    heads: Mapping[int, str], cells: _Cells, paragraphs: Sequence[Paragraph], first: int
) -> bool:
    """Whether most of what stands below one of the heads are figures."""
    below: dict[int, list[bool]] = defaultdict(list)
    for (row, column), number in cells.items():
        if row != first and column in heads:
            below[column].append(_has_figures_only(paragraphs[number].text))
    return any(2 * sum(figures) > len(figures) for figures in below.values())


def _is_bold(paragraph: Paragraph) -> bool:
    bold = sum(span.end - span.start for span in paragraph.styles if span.style.bold)
    return bold >= len(paragraph.text.strip())


def _is_header(paragraph: Paragraph) -> bool:
    return paragraph.cell is not None and paragraph.cell.header


def _label_column(cells: _Cells, paragraphs: Sequence[Paragraph], last: int) -> int | None:
    """The first column that mostly holds words, or else the first, if no two values are alike."""
    filled: Counter[int] = Counter()
    worded: Counter[int] = Counter()
    said: dict[int, set[str]] = defaultdict(set)
    for (row, column), number in cells.items():
        if row > last:
            filled[column] += 1
            worded[column] += _has_letters(paragraphs[number].text)
            said[column].add(paragraphs[number].text)
    for column in sorted(filled):
        if 2 * worded[column] > filled[column]:
            return column
    first = min(filled, default=None)
    return first if first is not None and len(said[first]) == filled[first] else None


def _has_figures_only(text: str) -> bool:
    return any(char.isdigit() for char in text) and not _has_letters(text)


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)
