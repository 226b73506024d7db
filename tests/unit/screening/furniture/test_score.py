"""The score: what each reason weighs, alone and together, as it was measured on labelled texts."""

from dataclasses import replace

import pytest

from sverka.model import ReasonCode
from sverka.screening.furniture.furniture_weights import CERTAIN, SUSPECTED
from sverka.screening.furniture.score import (
    RepeatedWords,
    ScoreTerm,
    Sighting,
    terms_of,
    total,
)

TITLE = RepeatedWords("The Orchards of Wendle", "The Orchards of Wendle")


def sightings(count: int, apart: int = 1000, **said: object) -> list[Sighting]:
    """So many sightings, so many characters apart, of which all the same is known."""
    seen = [Sighting(20 * k, apart * k, 0.0) for k in range(count)]
    return [replace(s, **said) for s in seen]  # type: ignore[arg-type]


def numbered(name: str, values: list[int | None], apart: int = 1000) -> list[Sighting]:
    """Sightings with these numbers `beside` them or as their `counter`."""
    seen = sightings(len(values), apart)
    return [
        replace(s, **{name: value})  # type: ignore[arg-type]
        for s, value in zip(seen, values, strict=True)
    ]


def score(words: RepeatedWords, seen: list[Sighting], times: int = 1) -> float:
    return total(terms_of(words, seen, times))


def reasons(words: RepeatedWords, seen: list[Sighting], times: int = 1) -> dict[ReasonCode, float]:
    """The weight of every reason that is told."""
    terms = terms_of(words, seen, times)
    return {term.reason.code: term.weight for term in terms if term.reason}


def test_the_score_is_the_sum_of_its_terms() -> None:
    assert total([ScoreTerm(1.5), ScoreTerm(-0.5), ScoreTerm(2.0)]) == 3.0
    assert total([]) == 0
    assert SUSPECTED < CERTAIN


@pytest.mark.parametrize(
    ("times", "weight"), [(1, 0), (2, 0.55), (4, 1.1), (16, 2.2), (64, 2.6), (900, 2.6)]
)
def test_each_doubling_of_the_repeats_adds_as_much_up_to_a_limit(times: int, weight: float) -> None:
    assert score(TITLE, sightings(2), times) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("apart", "broken", "weight"),
    [
        (500, 0.0, 0),
        (499, 0.0, -1.5),
        (200, 0.4, -1.5),
        (200, 0.5, 0),
        (199, 0.0, -3.0),
        (199, 1.0, -3.0),
    ],
)
def test_repeats_nearer_than_pages_are_text_and_cut_pages_break_sentences(
    apart: int, broken: float, weight: float
) -> None:
    seen = sightings(3, apart, interrupts=broken)
    of_sentences = 2.8 * broken + 0.8 if broken else 0
    assert score(TITLE, seen) - of_sentences == pytest.approx(weight)


def test_the_distance_is_the_usual_one_and_a_single_line_is_far_from_all() -> None:
    assert score(TITLE, sightings(1)) == 0
    uneven = [Sighting(0, 0, 0.0), Sighting(1, 100, 0.0), Sighting(2, 900, 0.0)]
    uneven.append(Sighting(3, 1700, 0.0))
    assert score(TITLE, uneven) == 0


@pytest.mark.parametrize(
    ("companions", "times", "weight"),
    [(0, 6, 0), (1, 6, 0.6), (2, 6, 1.2), (9, 6, 2.0), (9, 60, 2.0), (1, 3, 0.3)],
)
def test_lines_that_repeat_together_support_each_other(
    companions: int, times: int, weight: float
) -> None:
    alone = score(TITLE, sightings(3), times)
    together = replace(TITLE, companions=companions)
    assert score(together, sightings(3), times) - alone == pytest.approx(weight)
    assert score(together, sightings(3, 100), times) == score(TITLE, sightings(3, 100), times)


def test_that_others_repeat_with_them_is_told_where_there_are_others() -> None:
    one = replace(TITLE, companions=2, others=1)
    assert ReasonCode.REPEATS_TOGETHER in reasons(one, sightings(3), 6)
    assert reasons(replace(one, others=0), sightings(3), 6) == {}


def test_the_words_for_a_page_and_the_header_of_the_other_version_are_reasons() -> None:
    seen = sightings(2)
    assert reasons(replace(TITLE, named=True), seen) == {ReasonCode.NUMBER_BY_WORDS: 1.5}
    assert reasons(replace(TITLE, seeded=True), seen) == {ReasonCode.OTHER_HAS_HEADER: 2.0}
    assert reasons(replace(TITLE, named=True), sightings(2, 50)) == {
        ReasonCode.NUMBER_BY_WORDS: 1.5
    }


@pytest.mark.parametrize(
    ("numbers", "weight"),
    [
        ([4, 5], 1.6),
        ([4, 5, 6], 1.95),
        ([4, 5, 6, 7, 8, 9], 2.4),
        ([4, 5, 6, 7, None], 2.3),  # one of five may lack its number
        ([4, 5, 6, None], None),
        ([4, 6, 8], None),  # two pages where there is text for one
        ([5, 5, 5], None),
        ([4], None),
        ([6, 5, 4], None),
        ([4, 5, 6, 9, 12], 2.4),  # three of five steps are even
        ([4, 5, 9, 13, 14, 18], None),
        ([1, 2, 3, 4, 9, 14, 19], None),  # half of the steps are five pages long
        ([1, None], None),
    ],
)
def test_a_number_beside_that_counts_the_pages_is_a_reason(
    numbers: list[int | None], weight: float | None
) -> None:
    apart = 900
    found = reasons(TITLE, numbered("beside", numbers, apart)).get(ReasonCode.NUMBER_BESIDE)
    assert found == (None if weight is None else pytest.approx(weight))


def test_the_numbers_that_count_are_told() -> None:
    for name, code in (
        ("beside", ReasonCode.NUMBER_BESIDE),
        ("counter", ReasonCode.NUMBER_INSIDE),
    ):
        (told,) = [
            term.reason
            for term in terms_of(TITLE, numbered(name, [4, 5, 6]), 1)
            if term.reason and term.reason.code is code
        ]
        assert told.values["numbers"] == (4, 5, 6)


@pytest.mark.parametrize(
    ("numbers", "weight"),
    [
        ([4, 5, 6], 1.4),
        ([4, 5], 1.4),
        ([9, 3, 6], 0.7),
        ([4], None),
        ([4, 5, 6, 7, None], 1.4),
        ([4, 5, 6, None], None),
    ],
)
def test_a_number_inside_that_changes_is_a_reason_and_a_better_one_where_it_counts_pages(
    numbers: list[int | None], weight: float | None
) -> None:
    found = reasons(TITLE, numbered("counter", numbers)).get(ReasonCode.NUMBER_INSIDE)
    assert found == (None if weight is None else pytest.approx(weight))


@pytest.mark.parametrize(("apart", "counts"), [(500, True), (499, False)])
def test_numbers_that_rise_faster_than_pages_do_count_something_else(
    apart: int, counts: bool
) -> None:
    seen = numbered("beside", [4, 5, 6], apart)
    broken = [replace(s, interrupts=0.5) for s in seen]
    assert (ReasonCode.NUMBER_BESIDE in reasons(TITLE, broken)) is counts


def test_nearer_than_pages_neither_numbers_nor_places_are_asked() -> None:
    seen = numbered("beside", [4, 5, 6, 7], 100)
    assert reasons(TITLE, [replace(s, at_page_edge=True, counter=s.beside) for s in seen]) == {}


@pytest.mark.parametrize(
    ("edges", "weight"),
    [
        ([True, True], 1.6),
        ([True, False], 0.0),
        ([False, False], -1.6),
        ([True, True, True, False], 0.8),
        ([True, None, True], 1.6),
        ([True, None, None], None),
    ],
)
def test_standing_at_page_edges_is_a_reason_and_standing_elsewhere_is_one_against(
    edges: list[bool | None], weight: float | None
) -> None:
    seen = [
        replace(s, at_page_edge=edge) for s, edge in zip(sightings(len(edges)), edges, strict=True)
    ]
    found = reasons(TITLE, seen).get(ReasonCode.AT_PAGE_EDGES)
    assert found == (None if weight is None else pytest.approx(weight))


@pytest.mark.parametrize(
    ("offsets", "even"),
    [
        ([0, 1000, 2000, 3000], True),
        ([0, 500, 1000, 1500], True),
        ([0, 1000, 2000], False),
        ([0, 1000, 1200, 4000], False),
        ([0, 900, 1900, 3400, 4400], True),
    ],
)
def test_standing_as_far_apart_as_pages_are_long_is_a_reason(
    offsets: list[int], even: bool
) -> None:
    seen = [Sighting(k, offset, 0.0) for k, offset in enumerate(offsets)]
    assert reasons(TITLE, seen) == ({ReasonCode.EVEN_DISTANCES: 0.5} if even else {})


@pytest.mark.parametrize(
    ("count", "broken", "weight"),
    [(2, 1.0, 3.6), (2, 0.5, 2.2), (5, 1.0, 3.6), (10, 1.0, 2.2), (3, 0.0, 0)],
)
def test_breaking_sentences_weighs_most_and_less_the_oftener_it_may_be_chance(
    count: int, broken: float, weight: float
) -> None:
    seen = sightings(count, interrupts=broken)
    of_distances = 0.5 if count > 3 else 0
    assert score(TITLE, seen) - of_distances == pytest.approx(weight)


@pytest.mark.parametrize(
    ("reads_on", "broken", "weight"),
    [
        ([True, True], 1.0, 4.0),
        ([True, True], 0.0, 1.2),
        ([True, False], 1.0, 2.0),
        ([False, False], 1.0, 0),
        ([True, None], 1.0, 4.0),
        ([None, None], 1.0, 0),
    ],
)
def test_that_the_other_version_reads_on_without_it_weighs_most_within_a_sentence(
    reads_on: list[bool | None], broken: float, weight: float
) -> None:
    plain = sightings(2, interrupts=broken)
    seen = [replace(s, reads_on=r) for s, r in zip(plain, reads_on, strict=True)]
    assert score(TITLE, seen) - score(TITLE, plain) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("first", "last", "weight"),
    [
        ("The Orchards of Wendle", "The Orchards of Wendle", 0),
        ("Рис. 3", "Вид пристани", -1.8),
        ("Definition 3", "Of grafts", -1.8),
        ("Урок 3", "О прививках", -1.8),
        ("• ladders", "and baskets", -1.2),
        ("The ladders are:", "The ladders are:", -2.0),
        ("The ladders are old.", "The ladders are old.", -1.0),
        ("The ladders,", "The ladders,", -1.0),
        ("树苗已经种好。", "树苗已经种好。", -1.0),
        ("and the river runs", "and the river runs", -1.0),
        ("and the river runs,", "down to the sea;", -3.0),
    ],
)
def test_what_reads_as_a_label_an_item_or_a_sentence_is_no_header(
    first: str, last: str, weight: float
) -> None:
    assert score(RepeatedWords(first, last), sightings(2)) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("line", "weight"), [("Page 3", 0), ("• 3", 0), ("стр. 3.", 0), ("— 3 —", 0)]
)
def test_a_number_by_its_own_words_may_read_so(line: str, weight: float) -> None:
    named = RepeatedWords(line, line, named=True, worded=False)
    assert score(named, sightings(2)) - 1.5 == pytest.approx(weight)


def test_a_passage_of_text_and_a_line_of_signs_are_hardly_headers() -> None:
    seen = sightings(2)
    assert score(replace(TITLE, passage=True), seen) == -3.0
    assert score(replace(TITLE, worded=False), seen) == -1.5


def test_a_header_that_breaks_three_sentences_a_page_apart_is_certain_and_a_refrain_is_not() -> (
    None
):
    header = sightings(3, interrupts=1.0)
    assert score(TITLE, header, 3) >= CERTAIN
    refrain = RepeatedWords("O the wind and the rain,", "and the river runs down to the sea.")
    assert score(refrain, sightings(9), 9) < SUSPECTED


@pytest.mark.parametrize(
    ("pages", "inside", "pages_too"),
    [
        ([11, 12, 13], [11, 12, 13], True),
        ([11, 12, 13], [311, 312, 313], True),
        ([4, 9, 10], [104, 109, 110], True),
        ([11, 12, 13], [15, 17, 18], False),
        ([4, 5, 6, 7], [2, 5, 8, 9], False),
        ([4, 9, 10], [1, 2, 3], False),
    ],
)
def test_a_number_inside_that_keeps_no_step_with_the_pages_counts_something_else(
    pages: list[int], inside: list[int], pages_too: bool
) -> None:
    seen = [
        replace(s, beside=page, counter=own)
        for s, page, own in zip(sightings(len(pages)), pages, inside, strict=True)
    ]
    words = RepeatedWords("Plate K-14", "Plate K-14")
    without = [replace(s, counter=None) for s in seen]
    assert (score(words, seen) > score(words, without)) is pages_too
    assert (ReasonCode.NUMBER_INSIDE in reasons(words, seen)) is pages_too


def test_a_number_of_the_chapter_is_no_sign_against_a_header() -> None:
    pages, chapters = [21, 22, 23, 24], [3, 3, 4, 4]
    seen = [
        replace(s, beside=page, counter=own)
        for s, page, own in zip(sightings(4), pages, chapters, strict=True)
    ]
    assert score(TITLE, seen) > score(TITLE, sightings(4))
