"""The order in which the lines of a page are read, found by where they stand."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from sverka.readers.pdf.reading_order import in_reading_order


class Line(NamedTuple):
    """A line of a page, as long as its text says."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


def line(text: str, x: float, y: float, width: float = 220, size: float = 10) -> Line:
    return Line(text, x, y - 0.2 * size, x + width, y + 0.8 * size, size)


def column(name: str, x: float, y: float = 700, count: int = 20, width: float = 220) -> list[Line]:
    """Lines of running text that go down from `y`; the last one is short."""
    return [
        line(f"{name} {n}", x, y - 12 * n, width if n < count - 1 else width / 3)
        for n in range(count)
    ]


def shuffled(lines: Sequence[Line]) -> list[Line]:
    """The lines in an order that no page is drawn in."""
    mixed = list(lines)
    Random(5).shuffle(mixed)
    return mixed


def read(lines: Sequence[Line], pictures: Sequence[Line] = ()) -> list[str]:
    return [one.text for stretch in in_reading_order(shuffled(lines), pictures) for one in stretch]


def texts(*parts: Sequence[Line]) -> list[str]:
    return [one.text for part in parts for one in part]


def test_one_column_is_read_from_the_top_down() -> None:
    only = column("only", 72, width=450)
    assert read(only) == texts(only)


def test_two_columns_are_read_one_after_the_other_however_they_are_drawn() -> None:
    left, right = column("left", 60), column("right", 300)
    assert read([*right, *left]) == texts(left, right)


def test_three_columns_on_one_grid_are_read_one_after_the_other() -> None:
    parts = [column(name, x, width=150) for name, x in (("a", 60), ("b", 225), ("c", 390))]
    assert read([one for part in parts for one in part]) == texts(*parts)


def test_a_heading_across_both_columns_parts_what_is_above_it_from_what_is_below() -> None:
    upper = column("ul", 60, count=8), column("ur", 300, count=8)
    heading = [line("heading", 150, 585, width=250, size=14)]
    lower = column("ll", 60, 560, count=8), column("lr", 300, 560, count=8)
    assert read([*lower[1], *upper[1], *heading, *upper[0], *lower[0]]) == texts(
        *upper, heading, *lower
    )


def test_a_picture_across_both_columns_parts_them_too() -> None:
    upper = column("ul", 60, count=8), column("ur", 300, count=8)
    lower = column("ll", 60, 400, count=8), column("lr", 300, 400, count=8)
    picture = Line("picture", 100, 430, 480, 590, 0)
    everything = [*upper[0], *upper[1], *lower[0], *lower[1]]
    assert read(everything, [picture]) == texts(*upper, *lower)
    assert read(everything) == texts(upper[0], lower[0], upper[1], lower[1])


def test_page_header_and_page_number_are_of_no_column() -> None:
    header = [line("title", 60, 760, width=100), line("7", 515, 760, width=5)]
    footer = [line("journal", 60, 40, width=100), line("May", 480, 40, width=40)]
    left, right = column("left", 60, count=40), column("right", 300, count=40)
    assert read([*left, *footer, *right, *header]) == texts(header, left, right, footer)


def test_columns_of_unequal_length_are_columns_all_the_same() -> None:
    left, right = column("left", 60, count=40), column("right", 300, count=5)
    assert read([*right, *left]) == texts(left, right)


def test_a_line_over_the_right_column_alone_is_read_before_both() -> None:
    date = [line("date", 400, 740, width=80)]
    left, right = column("left", 60), column("right", 300)
    title = [line("title", 60, 770, width=460, size=16)]
    assert read([*left, *right, *date, *title]) == texts(title, date, left, right)


def test_a_table_is_read_in_rows() -> None:
    rows = [
        [line(f"{name} {n}", x, 700 - 14 * n, width=width) for name, x, width in cells]
        for n in range(12)
        for cells in [(("goods", 60, 90), ("price", 250, 30), ("sum", 400, 40))]
    ]
    assert read([one for row in rows for one in row]) == texts(*rows)


def test_long_cells_whose_rows_begin_at_one_height_are_no_columns() -> None:
    left, right = [], []
    for row in range(5):
        y = 700 - 60 * row
        left += column(f"l{row}", 60, y, count=3)
        right += column(f"r{row}", 300, y, count=3)
    found = read([*left, *right])
    assert found.index("r0 0") < found.index("l1 0")


def test_a_list_of_words_with_explanations_is_no_two_columns() -> None:
    words = [line(f"word {n}", 60, 700 - 40 * n, width=70) for n in range(8)]
    said = [
        line(f"said {n} {k}", 160, 700 - 40 * n - 12 * k, width=300)
        for n in range(8)
        for k in range(3)
    ]
    found = read([*words, *said])
    assert found[:5] == ["word 0", "said 0 0", "said 0 1", "said 0 2", "word 1"]


def test_a_page_without_lines_has_no_order() -> None:
    assert in_reading_order([]) == []


def test_very_many_lines_are_read_in_rows_in_time() -> None:
    many = [line(f"{n}", 10 * (n % 50), 10_000 - n // 50, width=9, size=1) for n in range(20_000)]
    assert len(read(many)) == 20_000
