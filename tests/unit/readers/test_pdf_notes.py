"""Notes at the foot of a page are notes, and their marks lead to them and are no figures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sverka.model import Block, BlockKind, ObjectKind, Part
from sverka.readers import read

Pdf = Callable[..., Path]
Words = Callable[..., Any]

RULE = "0.5 w 72 112 m 200 112 l S"


def raised(words: Words, mark: str, text: str, y: float, size: float = 12) -> list[Any]:
    """Text with a raised mark at its end."""
    end = 72 + len(text) * size / 2
    return [words(text, y=y, size=size), words(mark, x=end, y=y + 0.35 * size, size=0.6 * size)]


def note(words: Words, mark: str, text: str, y: float) -> list[Any]:
    """A note in small print with a raised mark."""
    return [words(mark, y=y + 3, size=5), words(text, x=77, y=y, size=8)]


def parts(path: Path) -> list[tuple[str, Part]]:
    return [(block.text, block.source.part) for block in read(path).blocks]


def references(path: Path) -> list[tuple[str, int, str]]:
    return [
        (block.text, one.offset, one.digest)
        for block in read(path).blocks
        for one in block.objects
        if one.kind is ObjectKind.NOTE_REFERENCE
    ]


def notes(path: Path) -> list[Block]:
    return [block for block in read(path).blocks if block.source.part is Part.FOOTNOTE]


def test_a_note_in_small_print_is_a_note_and_its_mark_leads_to_it(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            *raised(words, "1", "The bridge was closed in spring", 700),
            words("and opened again before the frost.", y=684),
            *note(words, "1", "Minutes of the council,", 100),
            words("page four.", x=77, y=90, size=8),
        ]
    )
    first, second = notes(path)
    assert (first.text, first.label, first.kind) == (
        "Minutes of the council,",
        "1",
        BlockKind.NOTE,
    )
    assert (second.text, second.label, second.note) == ("page four.", None, first.note)
    assert references(path) == [("The bridge was closed in spring", 31, first.note)]


def test_a_note_in_the_size_of_the_text_is_known_by_the_rule_over_it(
    pdf: Pdf, words: Words
) -> None:
    page = [
        *raised(words, "1", "The bridge was closed in spring", 700),
        words("1 Minutes of the council.", y=98),
    ]
    assert [part for _text, part in parts(pdf([*page, RULE]))] == [Part.BODY, Part.FOOTNOTE]
    assert [part for _text, part in parts(pdf(page))] == [Part.BODY, Part.BODY]
    assert parts(pdf(page))[0][0] == "The bridge was closed in spring1"


def test_each_column_has_its_own_notes(pdf: Pdf, words: Words) -> None:
    page = []
    for x, mark in ((60, "1"), (320, "2")):
        page += [
            words("The first line of the text is", x=x, y=714),
            words(mark, x=x + 174, y=719, size=7),
            *(words(f"{n} is a line of the text here", x=x, y=700 - 14 * n) for n in range(9)),
            words(mark, x=x, y=103, size=5),
            words(f"The note of the column {mark}", x=x + 5, y=100, size=8),
            words("and its second line", x=x + 5, y=90, size=8),
        ]
    path = pdf(page)
    assert [(n.text, n.label) for n in notes(path)] == [
        ("The note of the column 1", "1"),
        ("and its second line", None),
        ("The note of the column 2", "2"),
        ("and its second line", None),
    ]
    assert len(references(path)) == 2


def test_what_is_left_of_a_note_for_the_next_page_belongs_to_it(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            *raised(words, "1", "The bridge was closed in spring", 700),
            *note(words, "1", "Minutes of the", 100),
        ],
        [
            *raised(words, "2", "It was opened before the frost", 700),
            words("council, page four.", x=77, y=110, size=8),
            *note(words, "2", "Ibid.", 100),
        ],
    )
    assert [n.text for n in notes(path)] == ["Minutes of the", "council, page four.", "Ibid."]
    assert len({n.note for n in notes(path)}) == 2


def test_a_page_number_below_the_notes_is_none_of_them(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            *raised(words, "1", "The bridge was closed in spring", 700),
            *note(words, "1", "Minutes.", 100),
            words("12", x=300, y=60),
        ]
    )
    assert [n.text for n in notes(path)] == ["Minutes."]


def test_an_exponent_is_a_figure_though_a_note_has_its_number(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            *raised(words, "6", "The town spent 10", 716),
            *raised(words, "6", "The bridge was closed in spring", 700),
            *note(words, "6", "Minutes.", 100),
        ]
    )
    assert parts(path)[0] == ("The town spent 106", Part.BODY)
    assert len(references(path)) == 1


def test_small_print_without_a_mark_stays_in_the_text(pdf: Pdf, words: Words) -> None:
    path = pdf(
        [
            words("The bridge was closed in spring", y=700),
            words("Printed at the mill in the year 1921.", y=100, size=8),
        ]
    )
    assert notes(path) == []


def test_the_items_of_a_list_in_small_print_are_no_notes_though_one_has_the_number_of_a_mark(
    pdf: Pdf, words: Words
) -> None:
    path = pdf(
        [
            *raised(words, "2", "The bridge was closed in spring", 700),
            words("1. Stone from the quarry.", y=300, size=8),
            words("2. Timber from the mill.", y=290, size=8),
            words("3. Rope from the harbour.", y=280, size=8),
        ]
    )
    assert notes(path) == []
