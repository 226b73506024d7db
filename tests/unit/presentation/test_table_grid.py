"""Items of a row stand beside each other; what is too large or has one column stands alone."""

from sverka.model import Cell
from sverka.presentation.table_grid import MOST_ITEMS, CellAt, Slot, outermost, table_rows


def cell(row: int, column: int, rows: int = 1, columns: int = 1, table: int = 1) -> CellAt:
    return CellAt(table, row, column, rows, columns)


def test_the_items_of_a_row_share_one_row() -> None:
    rows = table_rows([(3, cell(1, 1), 5), (4, cell(1, 2), 40), (5, cell(2, 1), 2)])
    assert rows[3] is rows[4]
    assert rows[3].items == range(3, 5)
    assert rows[5].items == range(5, 6)
    assert rows[3].letters == (5, 40)
    assert rows[3].is_head
    assert not rows[5].is_head


def test_an_empty_cell_is_a_slot_without_items() -> None:
    rows = table_rows([(0, cell(1, 1), 3), (1, cell(1, 3), 3), (2, cell(2, 2), 3)])
    assert rows[0].slots == (Slot(0, 1, (0,)), Slot(1, 2), Slot(2, 3, (1,)))


def test_a_cell_over_columns_and_rows_leaves_its_place_open() -> None:
    rows = table_rows(
        [
            (0, cell(1, 1, rows=2), 3),
            (1, cell(1, 2, columns=2), 3),
            (2, cell(2, 2), 1),
            (3, cell(2, 3), 1),
        ]
    )
    assert rows[0].slots == (Slot(0, 1, (0,), open_below=True), Slot(1, 3, (1,)))
    assert rows[2].slots == (Slot(0, 1, open_above=True), Slot(1, 2, (2,)), Slot(2, 3, (3,)))


def test_paragraphs_of_one_cell_stand_one_below_the_other() -> None:
    rows = table_rows([(0, cell(1, 1), 3), (1, cell(1, 1), 3), (2, cell(1, 2), 3)])
    assert rows[0].slots == (Slot(0, 1, (0, 1)), Slot(1, 2, (2,)))


def test_what_stands_between_the_items_of_a_row_cuts_it() -> None:
    rows = table_rows([(0, cell(1, 1), 3), (2, cell(1, 2), 3)])
    assert rows[0].items == range(1)
    assert rows[2].items == range(2, 3)


def test_a_page_laid_out_by_a_table_is_not_set_as_one_row() -> None:
    many = [(n, cell(1, 1 + n % 2), 9) for n in range(MOST_ITEMS + 1)]
    assert {len(row.items) for row in table_rows(many).values()} == {1}
    assert {len(row.items) for row in table_rows([(0, cell(1, 1), 50_000)]).values()} == {1}


def test_a_nested_cell_stands_in_the_cell_of_the_outermost_table() -> None:
    outer = Cell(1, 2, 3)
    found = outermost(Cell(2, 1, 1, within=outer))
    assert (found.table, found.row, found.column, found.depth) == (1, 2, 3, 1)


def test_a_table_that_claims_a_billion_rows_and_columns_stands_cell_by_cell() -> None:
    many = 1_000_000_000
    rows = table_rows([(0, cell(1, 1, many, many), 3), (1, cell(2, 1), 3)])
    assert [len(row.items) for row in rows.values()] == [1, 1]
    tall = table_rows([(0, cell(1, 1, rows=many), 3), (1, cell(1, 2), 3), (2, cell(2, 2), 3)])
    assert tall[2].slots[0] == Slot(0, 1, open_above=True)


def test_a_table_inside_a_cell_has_rows_of_its_own() -> None:
    outer, beside = Cell(1, 1, 1), Cell(1, 1, 2)
    cells = [outer, *(Cell(2, row, c, within=outer) for row in (1, 2) for c in (1, 2)), beside]
    rows = table_rows([(number, outermost(one), 5) for number, one in enumerate(cells)])
    first, second = rows[0].slots
    assert [row.items for row in first.inner] == [range(1, 3), range(3, 5)]
    assert list(first.parts()) == [0, *first.inner]
    assert list(second.parts()) == [5]


def test_a_table_of_one_column_inside_a_cell_stands_as_lines_of_it() -> None:
    outer = Cell(1, 1, 1)
    cells = [outer, *(Cell(2, row, 1, within=outer) for row in (1, 2)), Cell(1, 1, 2)]
    rows = table_rows([(number, outermost(one), 5) for number, one in enumerate(cells)])
    assert list(rows[0].slots[0].parts()) == [0, 1, 2]
