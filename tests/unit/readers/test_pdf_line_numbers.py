"""The numbers beside the lines of drafts are told from text, and left out with a notice."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from sverka.language import ENGLISH
from sverka.readers import read
from sverka.wording import notice_words

Pdf = Callable[..., Path]
Words = Callable[..., Any]

PROSE = (
    "the council met at noon and heard the report of",
    "the engineer on the state of the old bridge, of",
    "which the eastern pier was found to be sinking a",
    "little every spring; it was resolved to ask for",
    "stone from the upper quarry before the frost and",
    "to keep the ferry until the work is done. It was",
    "resolved also that the keeper of the inn be paid",
    "for the beds that the masons had in the autumn,",
    "and that the clerk write to the district for the",
    "money that was promised to the village last year.",
)


def numbered(
    words: Words,
    texts: Sequence[str],
    numbers: Sequence[str],
    step: int = 1,
    x: float = 50,
) -> list[Any]:
    """Lines of text with numbers beside every `step`-th of them, right-aligned before `x`."""
    lines = [words(text, x=80, y=700 - 16 * n) for n, text in enumerate(texts)]
    lines += [
        words(number, x=x - 6 * len(number), y=700 - 16 * step * n, size=12)
        for n, number in enumerate(numbers)
    ]
    return lines


def texts_of(path: Path) -> list[str]:
    return [block.text for block in read(path).blocks]


def test_numbers_beside_each_line_are_no_text_and_told(pdf: Pdf, words: Words) -> None:
    path = pdf(numbered(words, PROSE, [str(n) for n in range(1, 11)]))
    assert texts_of(path) == list(PROSE)
    (notice,) = read(path).notices
    assert notice_words(notice, ENGLISH) == (
        f"The numbers of lines in the margin of page 1 of “{path}” were left out."
    )


def test_so_are_numbers_beside_every_fifth_line(pdf: Pdf, words: Words) -> None:
    texts = [*PROSE, *PROSE]
    path = pdf(numbered(words, texts, ["5", "10", "15", "20"], step=5))
    assert texts_of(path) == texts


def test_numbers_on_the_right_are_found_too(pdf: Pdf, words: Words) -> None:
    path = pdf(numbered(words, PROSE, [str(n) for n in range(1, 11)], x=560))
    assert texts_of(path) == list(PROSE)


def test_where_they_stood_they_stand_on_a_page_of_two_lines_too(pdf: Pdf, words: Words) -> None:
    path = pdf(
        numbered(words, PROSE, [str(n) for n in range(1, 11)]),
        numbered(words, PROSE[8:], ["11", "12"]),
    )
    assert texts_of(path) == [*PROSE, *PROSE[8:]]
    assert read(path).notices[0].values["pages"] == (1, 2)


@pytest.mark.parametrize(
    "texts",
    [
        [f"Item of the list number {n}, which is bought" for n in range(10)],
        ["apples", "pears", "plums", "a very long name of a fruit that nobody knows"] * 3,
    ],
    ids=["sentences", "words"],
)
def test_the_numbers_of_a_list_are_text(pdf: Pdf, words: Words, texts: list[str]) -> None:
    path = pdf(numbered(words, texts, [str(n + 1) for n in range(len(texts))]))
    assert len(texts_of(path)) == 2 * len(texts)
    assert not read(path).notices


def test_numbers_that_do_not_count_up_are_text(pdf: Pdf, words: Words) -> None:
    path = pdf(numbered(words, PROSE, ["7", "3", "12", "9", "4", "4", "1", "30", "2", "8"]))
    assert len(texts_of(path)) == 20
