"""What a pane says to those who hear it, and what is walked inside a paragraph."""

import sample

from sverka.language import ENGLISH
from sverka.model import Side, Span
from sverka.presentation.direction import is_right_to_left
from sverka.presentation.inner import differences_of
from sverka.presentation.pane_items import ItemKind
from sverka.presentation.redline import RedlineText
from sverka.presentation.scene import Scene, scene
from sverka.presentation.spoken import described, spoken


def said(shown: Scene, side: Side) -> list[str]:
    text = shown.text(side)
    column = text.column()
    return [spoken(text, column.item(number), ENGLISH) for number in range(len(column))]


def test_each_paragraph_says_its_kind_its_number_its_state_and_its_words(release: Scene) -> None:
    old = said(release, Side.OLD)
    assert old[0] == "Heading, paragraph 1: Встреча капитанов"
    assert old[1] == ("Paragraph 2, changed: Навигация откроется 14 марта, сказал начальник.")
    assert old[4].startswith("Paragraph 3, continued, changed: воде")
    assert old[5].startswith("Paragraph 4, moved to paragraph 2: ")
    assert old[6].startswith("Paragraph 5, split into several: ")
    assert old[7].startswith("Paragraph 6, deleted: ")
    assert old[8].startswith("Paragraph 7: ")
    assert said(release, Side.NEW)[7].startswith("Paragraph 8, inserted: ")


def test_a_chip_says_what_was_set_aside_and_why(release: Scene) -> None:
    chip = said(release, Side.OLD)[3]
    assert chip.startswith("Set aside. Repeated header")
    assert "The first time, line 1, it is the title, and it stays." in chip


def test_a_fold_says_how_much_it_hides() -> None:
    text = scene(sample.long_pair(20)).text(Side.OLD)
    column = text.column(((2, 5),))
    fold = next(n for n in range(len(column)) if column.kinds[n] == ItemKind.FOLD)
    assert spoken(text, column.item(fold), ENGLISH) == "3 unchanged paragraphs, folded"
    assert described(text, column.item(fold), ENGLISH) == ""


def test_what_is_marked_is_described_once(release: Scene) -> None:
    text = release.text(Side.OLD)
    column = text.column()
    assert described(text, column.item(1), ENGLISH) == "deleted: 14"
    assert described(text, column.item(4), ENGLISH) == "deleted: 2025-2027"
    assert described(text, column.item(6), ENGLISH) == "the paragraphs are divided differently here"


def test_the_parts_of_a_word_that_differ_are_walked_one_by_one(release: Scene) -> None:
    found = differences_of(release.index, 3)
    assert [d.change for d in found] == [2, 2]
    assert [(d.old, d.new) for d in found] == [
        (change.old_marks[k], change.new_marks[k])
        for k in range(2)
        for change in [release.comparison.changes[2]]
    ]


def test_a_whole_word_is_one_difference(release: Scene) -> None:
    (only,) = differences_of(release.index, 2)
    assert only.span(Side.OLD) == Span(1, 20, 22)
    assert only.span(Side.NEW) == Span(2, 20, 22)


def test_the_first_letter_with_a_direction_decides() -> None:
    assert is_right_to_left("«1» العربية then English")
    assert is_right_to_left("עברית")
    assert not is_right_to_left("English ثم العربية")
    assert not is_right_to_left("12 : 30")
    assert not is_right_to_left("中文")


def test_pages_are_said_where_they_begin() -> None:
    from dataclasses import replace

    from sverka.model import Screening, Source

    made = sample.long_pair(4)
    pages = (1, 1, 2, None)
    paragraphs = tuple(
        replace(p, sources=(Source(page=page),))
        for p, page in zip(made.old.paragraphs, pages, strict=True)
    )
    old = replace(made.old, screening=Screening(paragraphs))
    shown = scene(replace(made, old=old))
    assert [shown.text(Side.OLD).page(n) for n in range(4)] == [1, None, 2, None]
    assert [shown.text(Side.NEW).page(n) for n in range(4)] == [None] * 4
    assert RedlineText(shown.index).page(0) is None
