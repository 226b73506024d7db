"""What shows that pages end where lines stand, and what is so of headings as well."""

from dataclasses import replace

import pytest

from sverka.screening.furniture.page_evidence import of_pages
from sverka.screening.furniture.score import Sighting


def seen(*interrupts: float) -> list[Sighting]:
    """Occurrences, one a page, that interrupt a sentence so surely."""
    return [Sighting(20 * k, 1000 * k, value) for k, value in enumerate(interrupts)]


def test_lines_that_never_stand_in_a_sentence_show_no_pages_however_often_they_come() -> None:
    counted = [replace(s, beside=k, counter=k) for k, s in enumerate(seen(*[0.0] * 30), 1)]
    assert not of_pages(counted)
    assert not of_pages(counted, lines=3, seeded=True)


@pytest.mark.parametrize(
    ("interrupts", "shown"),
    [
        ((1, 1), True),
        ((1, 0), True),
        ((1,), False),  # Its title apart it stands once: it may be named in that sentence.
        ((1, *[0.0] * 29), False),
        ((1, 1, *[0.0] * 28), True),
    ],
)
def test_some_of_many_must_stand_in_a_sentence(interrupts: tuple[float, ...], shown: bool) -> None:
    assert of_pages(seen(*interrupts)) is shown


@pytest.mark.parametrize(
    ("interrupts", "shown"),
    [
        ((0.7, 0.7), False),
        ((0.7, 0.7, 0.7), True),
        ((*[0.7] * 11, *[0.0] * 19), False),
        ((*[0.7] * 15, *[0.0] * 15), True),
    ],
)
def test_without_small_letters_half_of_them_must(
    interrupts: tuple[float, ...], shown: bool
) -> None:
    assert of_pages(seen(*interrupts)) is shown


def test_a_page_number_beside_it_confirms_what_few_show() -> None:
    lines = seen(0.7, 0, 0)
    assert not of_pages(lines)
    assert of_pages(lines, numbered=True)


def test_a_block_of_lines_once_in_a_sentence_is_enough() -> None:
    assert of_pages(seen(1), lines=2)


def test_the_other_version_confirms_a_single_one_within_a_sentence_only() -> None:
    (line,) = seen(0)
    assert of_pages([replace(line, reads_on=True, reads_on_within=True)])
    assert not of_pages([replace(line, reads_on=True)])


@pytest.mark.parametrize(("edges", "shown"), [((True, True), True), ((True, False, False), False)])
def test_page_edges_are_evidence_where_most_stand_there(
    edges: tuple[bool, ...], shown: bool
) -> None:
    lines = [replace(s, at_page_edge=e) for s, e in zip(seen(*[0.0] * 9), edges, strict=False)]
    assert of_pages(lines) is shown


def test_a_word_that_comes_in_capitals_and_in_a_sentence_is_not_one_header() -> None:
    assert of_pages(seen(1, 0))
    assert not of_pages(seen(1, 0), alike=False)
    assert of_pages(seen(1, 0, 0, 0), alike=False)  # Misread now and then.


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((1302, 1303, 1304, 1305), True),
        ((63, 65, 67, 69), True),  # of left pages
        ((3, 9, 4, 11), False),
        ((8, 11, 16, 22), False),
        ((None, None, 12, 13), False),
    ],
)
def test_beside_numbers_that_count_on_one_half_of_a_sentence_is_enough(
    numbers: tuple[int | None, ...], shown: bool
) -> None:
    lines = [replace(s, beside=n) for s, n in zip(seen(0, 0, 0, 0), numbers, strict=True)]
    assert not of_pages(lines, certain=True)
    lines[2] = replace(lines[2], takes_up=True)
    assert of_pages(lines, certain=True) is shown


def test_what_always_begins_small_behind_lines_is_how_paragraphs_begin() -> None:
    lines = [replace(s, takes_up=True) for s in seen(0, 0, 0, 0, 0)]
    assert not of_pages(lines, numbered=1, certain=True)
    lines[0] = replace(lines[0], breaks_off=True)
    assert of_pages(lines, numbered=1, certain=True)
