"""Where the cells of a row stand: figures stay whole longer than words."""

from typing import Any

import pytest

from sverka.gui.panes.row_setting import PAD, cell_boxes, stacked
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


def test_the_rows_of_a_table_inside_a_cell_stand_side_by_side_in_it() -> None:
    inner = TableRow(range(1, 3), (YEAR, YEAR), (Slot(0, 1, (1,)), Slot(1, 2, (2,))))
    slots = (Slot(0, 1, (0, 1, 2), inner=(inner,)), Slot(1, 2, (3,)))
    boxes = cell_boxes(TableRow(range(4), (NAME, NAME), slots), 10, 600, LETTER)
    rooms = {item: (box.left, nested) for one in boxes for item, box, nested in one.rooms()}
    assert [rooms[item][1] for item in range(4)] == [0, 1, 1, 0]
    placed: dict[int, Any] = {}
    cells, height = stacked(boxes, lambda _item: 30, lambda item, box: placed.update({item: box}))
    assert placed[1].top() == placed[2].top() == 30
    assert placed[1].right() == placed[2].left()
    assert [cell.slot for cell in cells] == [*slots, *inner.slots]
    assert height == 30 + 30 + PAD
    assert all(boxes[0].left < placed[item].left() for item in (1, 2))
