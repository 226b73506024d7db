"""Where the cells of a row stand: figures stay whole longer than words."""

import pytest

from sverka.gui.panes.row_setting import PAD, cell_boxes
from sverka.presentation.table_grid import Slot, TableRow

LETTER = 7.5
NAME, YEAR, PERSON = 8, 4, 12


def widths(letters: tuple[int, ...], width: int) -> list[int]:
    slots = tuple(Slot(n, n + 1, (n,)) for n in range(len(letters)))
    row = TableRow(range(len(letters)), letters, slots)
    boxes = cell_boxes(row, 60, width, LETTER)
    assert boxes[0].left == 60
    assert sum(box.width for box in boxes) == width
    return [box.width for box in boxes]


@pytest.mark.parametrize("width", [250, 270, 290, 400])
def test_columns_of_years_keep_their_width_where_columns_of_words_can_give_way(width: int) -> None:
    name, *years, person = widths((NAME, YEAR, YEAR, YEAR, PERSON), width)
    assert min(years) >= int(2 * PAD + YEAR * LETTER)
    assert name < person


def test_where_words_have_hardly_room_all_columns_give_way() -> None:
    found = widths((YEAR,) * 5 + (PERSON,), 235)
    assert max(found) < 2 * PAD + PERSON * LETTER
    assert min(found) < 2 * PAD + YEAR * LETTER
