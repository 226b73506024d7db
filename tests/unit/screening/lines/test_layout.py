from collections.abc import Callable

from sverka.model import Document
from sverka.screening import screen
from sverka.screening.lines.layout import is_tabular, layout_of
from sverka.screening.lines.text_lines import lines_of

WRAPPED = """The shipping forecast is read at the same hours of every day of the year,
and those who listen to it at sea know the voice as well as the order in
which the areas are named, from the north round to the south and then up
again along the western coast until the list comes back to its beginning.
Nobody remembers who chose this order, but no other would be understood."""


def test_the_width_of_wrapped_text_is_found(text: Callable[[str], Document]) -> None:
    layout = layout_of(lines_of(text(WRAPPED)))
    assert layout.width is not None
    assert 72 <= layout.width <= 80


def test_text_with_a_paragraph_a_line_is_not_wrapped(text: Callable[[str], Document]) -> None:
    paragraphs = "\n".join(
        "Слово за слово, " * count + "и конец" for count in (3, 11, 5, 20, 8, 2, 14)
    )
    assert layout_of(lines_of(text(paragraphs))).width is None


def test_verse_is_not_wrapped(text: Callable[[str], Document]) -> None:
    verse = (
        "Над рекою тихо стелется туман,\nЗа рекою песня слышится вдали,\nИ плывут неспешно облака"
    )
    assert layout_of(lines_of(text(verse))).width is None


def test_formulas_between_do_not_hide_the_width(text: Callable[[str], Document]) -> None:
    garbage = "\n".join(["n", "b", "x", "k", "i"] * 12)
    layout = layout_of(lines_of(text(f"{WRAPPED}\n{garbage}\n{WRAPPED}")))
    assert layout.width is not None
    assert 72 <= layout.width <= 80


def test_blank_lines_between_paragraphs_are_noticed(text: Callable[[str], Document]) -> None:
    assert layout_of(lines_of(text("один\n\nдва\n\nтри"))).blank_lines
    assert not layout_of(lines_of(text("один\nдва\nтри"))).blank_lines


def test_columns_make_a_line_tabular() -> None:
    assert is_tabular("Franks, et al.      Standards Track      [Page 1]")
    assert is_tabular("Цена\tСумма")
    assert not is_tabular("Два  пробела после  слова")


def test_headings_that_count_up_stand_alone_though_the_line_before_them_is_full(
    text: Callable[[str], Document],
) -> None:
    full = f"{WRAPPED.rstrip('.')} today."
    sections = "\n".join(f"Član {n}.\n{full}" for n in range(1, 6))
    paragraphs = [p.text for p in screen(text(sections)).paragraphs]
    assert [p for p in paragraphs if "Član" in p] == [f"Član {n}." for n in range(1, 6)]
