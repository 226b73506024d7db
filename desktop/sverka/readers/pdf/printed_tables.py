"""Reads the tables of a page into cells, where rules say for certain what they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from sverka.model import BlockKind, Cell
from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import middle, middle_across, rows_of
from sverka.readers.pdf.printed_lines import PrintedLine
from sverka.readers.pdf.ruled_grids import GridCell, RuledGrid
from sverka.text.signs import SENTENCE_ENDS


@dataclass(slots=True)
class TablesSoFar:
    """How many tables a document has, and the last one of the page before.

    `columns` are the sides of its columns, `rows` how many rows it has, `header` the texts of its
    first row; `at_end` says that nothing stood below it, `open` are the columns in which the text
    of its last row does not end as a sentence does.
    """

    count: int = 0
    columns: tuple[float, ...] = ()
    rows: int = 0
    header: tuple[str, ...] = ()
    at_end: bool = False
    open: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page: its grid, and the indexes of the lines in each of its cells."""

    grid: RuledGrid
    cells: tuple[tuple[GridCell, tuple[int, ...]], ...]

    @property
    def lines(self) -> frozenset[int]:
        """The lines of all its cells."""
        return frozenset(i for _cell, lines in self.cells for i in lines)


def table_of(
    lines: Sequence[PrintedLine], grid: RuledGrid, before: TablesSoFar
) -> PageTable | None:
    """The table that stands in a grid; None where its lines do not fit into cells.

    So it is with boxes of a form, the bars of a chart, columns of text with a rule between them. A
    single row is a table only where it is the rest of the last one of the page before.
    """
    if len(grid.rows) == 2 and not (before.at_end and _same_columns(before.columns, grid.columns)):
        return None
    inside = [i for i, line in enumerate(lines) if _holds(grid.box, line)]
    if not grid.whole or not inside:
        return None
    held: dict[GridCell, list[int]] = {}
    for i in inside:
        cell = _cell_around(lines[i], grid.cells)
        if cell is None:
            return None
        held.setdefault(cell, []).append(i)
    usual = median([len(rows_of([lines[i] for i in found])) for found in held.values()])
    if len(held) < weights.FILLED_CELLS * len(grid.cells) or usual > weights.CELL_LINES:
        return None
    if len({cell.column for cell in held}) < 2 or any(
        _are_several(lines, grid, cell, found) for cell, found in held.items()
    ):
        return None
    cells = tuple((cell, tuple(held[cell])) for cell in grid.cells if cell in held)
    return PageTable(grid, tuple(sorted(_with_rows_apart(lines, cells))))


_Held = tuple[GridCell, tuple[int, ...]]
"""A cell and the lines in it, by index."""


def _with_rows_apart(lines: Sequence[PrintedLine], cells: Sequence[_Held]) -> Iterator[_Held]:
    """The cells, rows of figures that no rules part as rows of their own."""
    shift = 0
    for row in sorted({cell.row for cell, _indexes in cells}):
        here = [held for held in cells if held[0].row == row]
        heights = _rows_within(lines, here)
        for cell, indexes in here:
            groups: dict[int, list[int]] = {}
            for i in indexes:
                groups.setdefault(heights.get(i, 0), []).append(i)
            for height, members in sorted(groups.items()):
                yield cell._replace(row=row + shift + height), tuple(members)
        shift += max(heights.values(), default=0)


def _rows_within(lines: Sequence[PrintedLine], cells: Sequence[_Held]) -> dict[int, int]:
    """For the lines of a row of cells the number of the row that each stands in, from 0.

    All are of one row where lines stand below each other as words do that had no room.
    """
    if len(cells) < 2 or any(cell.rows > 1 for cell, _indexes in cells):
        return {}
    column = {i: cell.column for cell, indexes in cells for i in indexes}
    places = {id(lines[i]): i for i in column}
    rows = rows_of([lines[i] for i in column])
    figures = sum(any(char.isdecimal() for char in lines[i].text) for i in column)
    least = weights.ROW_COLUMNS * len(cells)
    regular = all(
        len({column[places[id(line)]] for line in row}) == len(row) >= least for row in rows
    )
    if len(rows) < 2 or not regular or 2 * figures < len(column):
        return {}
    return {places[id(line)]: number for number, row in enumerate(rows) for line in row}


def _are_several(
    lines: Sequence[PrintedLine], grid: RuledGrid, cell: GridCell, held: Sequence[int]
) -> bool:
    """Whether the lines of a cell stand in several columns, between which a rule was spared."""
    inner = grid.columns[cell.column : cell.column + cell.columns - 1]
    strips = {sum(wall <= middle_across(lines[i]) for wall in inner) for i in held}
    crossed = any(lines[i].left < wall < lines[i].right for wall in inner for i in held)
    return len(strips) > 1 and not crossed


def holds_cells(lines: Sequence[PrintedLine], grid: RuledGrid) -> bool:
    """Whether short lines stand side by side in a grid, as the cells of a table do."""
    rows = rows_of([line for line in lines if _holds(grid.box, line)])
    beside = sum(len(row) > 1 for row in rows)
    return beside > 1 and 2 * beside >= len(rows)


def in_cells(lines: Sequence[PrintedLine], grid: RuledGrid) -> list[int]:
    """The lines in a grid that is no table for certain, by index: row by row, by columns."""
    inside = [i for i, line in enumerate(lines) if _holds(grid.box, line)]

    def place(i: int) -> tuple[int, int, float]:
        across, up = lines[i].left + 0.5 * lines[i].size, middle(lines[i])
        row = sum(up < height for height in grid.rows)
        return row, sum(across > wall for wall in grid.columns), -up

    return sorted(inside, key=place)


def _holds(box: tuple[float, float, float, float], line: PrintedLine) -> bool:
    return box[0] <= middle_across(line) <= box[2] and box[1] <= middle(line) <= box[3]


def _cell_around(line: PrintedLine, cells: Iterable[GridCell]) -> GridCell | None:
    """The cell that a line stands in and does not reach out of; None where there is none."""
    play = weights.OVERHANG * line.size
    up = middle(line)
    for cell in cells:
        if (
            cell.bottom <= up <= cell.top
            and cell.left - play <= line.left
            and line.right <= cell.right + play
        ):
            return cell
    return None


def cells_as_lines(
    lines: Sequence[PrintedLine], table: PageTable, before: TablesSoFar, goes_on: bool
) -> list[PrintedLine]:
    """The lines of a table in the order of its cells, each with its cell.

    `goes_on` says that nothing stands between this table and the last one of the page before: with
    the same columns it is the same table, and a row that heads it again is page furniture.
    """
    texts = _first_row(lines, table)
    again = goes_on and _same_columns(before.columns, table.grid.columns)
    repeated = again and texts == before.header
    if not again:
        before.count += 1
        before.rows, before.header = 0, texts
    start = before.rows - int(repeated or (again and _is_rest(lines, table, before)))
    headed = _is_headed(lines, table)
    found = []
    for cell, indexes in table.cells:
        first = cell.row == 1
        place = Cell(
            before.count,
            cell.row if first and repeated else start + cell.row,
            cell.column,
            cell.rows,
            cell.columns,
            header=first and (repeated or (headed and not again)),
        )
        for line in (line for row in rows_of([lines[i] for i in indexes]) for line in row):
            artifact = line.artifact or (first and repeated)
            found.append(line._replace(kind=BlockKind.TABLE_CELL, cell=place, artifact=artifact))
    last = max(cell.row + cell.rows - 1 for cell, _indexes in table.cells)
    before.open = _open_cells(lines, table, last)
    before.columns, before.rows = table.grid.columns, start + last
    return found


def _is_rest(lines: Sequence[PrintedLine], table: PageTable, before: TablesSoFar) -> bool:
    """Whether the first row is the rest of the last one of the page before: it has text only in
    columns whose text went on.
    """
    first = {cell.column: indexes for cell, indexes in table.cells if cell.row == 1}
    whole = len(first) == len(table.grid.columns) - 1
    return bool(first) and first.keys() <= before.open and not whole


def _open_cells(lines: Sequence[PrintedLine], table: PageTable, last: int) -> frozenset[int]:
    """The columns in which the text of the last row goes on: it ends with a word or a comma."""
    return frozenset(
        cell.column
        for cell, indexes in table.cells
        if cell.row + cell.rows - 1 == last
        and any(char.isalpha() for char in lines[indexes[-1]].text)
        and lines[indexes[-1]].text[-1] not in SENTENCE_ENDS
    )


def _first_row(lines: Sequence[PrintedLine], table: PageTable) -> tuple[str, ...]:
    return tuple(
        " ".join(lines[i].text for i in indexes) for cell, indexes in table.cells if cell.row == 1
    )


def _is_headed(lines: Sequence[PrintedLine], table: PageTable) -> bool:
    """Whether the first row is bold and the others are not."""
    first = [_is_bold(lines, i) for cell, indexes in table.cells if cell.row == 1 for i in indexes]
    rest = [_is_bold(lines, i) for cell, indexes in table.cells if cell.row > 1 for i in indexes]
    return bool(first) and all(first) and not all(rest)


def _is_bold(lines: Sequence[PrintedLine], index: int) -> bool:
    return all(run.style.bold or not run.text.strip() for run in lines[index].runs)


def _same_columns(first: Iterable[float], second: Iterable[float]) -> bool:
    one, other = list(first), list(second)
    return len(one) == len(other) and all(
        abs(a - b) <= weights.RULE_TOUCH for a, b in zip(one, other, strict=True)
    )
