"""What tells the lines around and in a run to be running text, cells or items."""

import pytest

from sverka.model import BlockKind
from sverka.screening.furniture.neighbours import (
    are_of_text,
    ends_as_text,
    has_beginning,
    is_list,
)
from sverka.screening.lines.layout import Layout
from sverka.screening.lines.text_lines import TextLine

WRAPPED = Layout(width=60, limit=70)
BLOCKS = Layout()


def line(text: str, gap: int = 0) -> TextLine:
    """A line with so many blank lines above it."""
    return TextLine(0, 0, 0, len(text), text, BlockKind.PARAGRAPH, gap=gap)


@pytest.mark.parametrize(
    ("last", "after"),
    [
        ("the keeper of the pond,", "who shall inform the office"),
        ("has no extra effect.", "the second option"),
        ("と同じです。", "ファイルを開く"),
        ("File Example:", "the second option"),
        ("or _XOPEN_SOURCE]", "the second option"),
        ("use it again. Dis‐", "able it with the second option"),
    ],
)
def test_a_line_that_ends_as_text_does_is_text(last: str, after: str) -> None:
    assert ends_as_text([line(last)], line(after), BLOCKS)


@pytest.mark.parametrize(
    "last", ["The Orchards of Wendle Green", "Fenn et al.", "Wendle Press Inc."]
)
def test_a_title_or_an_abbreviation_is_not(last: str) -> None:
    assert not ends_as_text([line(last)], line("and so on"), BLOCKS)


def test_a_full_line_that_begins_a_paragraph_is_text_and_a_short_one_is_not() -> None:
    full = line("(1) Braucht der Schuldner nach § 275 Abs. 1 nicht zu leisten", gap=1)
    assert ends_as_text([full], line("entfällt der Anspruch"), WRAPPED)
    assert not ends_as_text([line("Zweites Buch", gap=1)], line("entfällt der Anspruch"), WRAPPED)


def test_an_item_after_an_item_or_a_comma_is_a_list() -> None:
    assert is_list([line("2. die Kasse"), line("3. die Behörde")])
    assert is_list([line("zuständig sind insbesondere:"), line("1. die Kasse")])
    assert not is_list([line("zuständig ist die"), line("A. Thornquill")])


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (("the target resource",), False),  # a cell
        (("Resource",), False),
        (("The target of the request",), True),
        (("The first half of what is said", "goes on here with some words and"), True),
        (("GET", "goes on here with some words and"), False),
        (
            ("the longest of cells is not as long as half of a sentence that goes on and on so",),
            True,
        ),
    ],
)
def test_where_lines_are_paragraphs_cells_are_no_sentences(
    before: tuple[str, ...], told: bool
) -> None:
    earlier = [line(text) for text in before]
    assert are_of_text(earlier, line("Header"), line("then the rest"), BLOCKS) is told


def test_a_blank_line_on_both_sides_ends_paragraphs_where_no_letter_tells_otherwise() -> None:
    layout = Layout(width=20, limit=60, blank_lines=True)
    before, after = line("วันนี้ฝนตกหนักมากในเมือง"), line("คนเดินไปตลาด", gap=1)
    assert not are_of_text([before], line("ข้อ 1", gap=1), after, layout)
    assert are_of_text([before], line("ข้อ 1"), line("คนเดินไปตลาด"), layout)


@pytest.mark.parametrize(
    "lines",
    [
        ["The boats lie", "at the quay and"],
        ["they departed. The boats lie", "at the quay and"],
        ["• boats that lie", "at the quay and"],
        ["nobody remains.", "Boats lie", "at the quay and"],
    ],
)
def test_a_sentence_begins_with_a_capital_a_bullet_or_behind_a_stop(lines: list[str]) -> None:
    assert has_beginning([line(text) for text in lines[::-1]])


@pytest.mark.parametrize(
    "lines",
    [
        ["the boats lie", "at the quay and"],
        ["The boats are moored.", "at the quay and", "behind it"],
        ["To take on board:", "a rope", "6 lamps"],
        ["a rope, approx. 12 yards", "and a sack of Mr. dun"],
    ],
)
def test_items_and_verses_that_begin_small_have_no_beginning(lines: list[str]) -> None:
    assert not has_beginning([line(text) for text in lines[::-1]])
    apart = [line("The boats lie"), line("at the quay", gap=1)]
    assert not has_beginning(apart[::-1])
