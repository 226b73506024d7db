"""Gaps: what is matched in order between two sure neighbours."""

from collections.abc import Sequence

import numpy as np
import pytest
from counted_texts import Characters

from sverka import align
from sverka.alignment.arrays import NONE, Floats, Ints
from sverka.alignment.gaps import fill_gaps
from sverka.alignment.matching import Matching
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import intern
from sverka.alignment.rarity import Rarity
from sverka.alignment.similarity import Measure
from sverka.alignment.token_hashes import tokenise
from sverka.model import LinkKind, silent

FIRST = "The committee met on Tuesday and heard the report of the treasurer about the roof."
LAST = "The meeting closed with a song, and the lamps were put out shortly before midnight."
NEWS = [
    "Up",
    "Contents",
    "Next: what a repair of that size may cost",
    "Previous",
]


@pytest.mark.parametrize("misspelt", ["Contets", "contents.", "Conntents"])
def test_a_misspelt_word_alone_is_matched_in_a_wide_gap(misspelt: str) -> None:
    old = [FIRST, *NEWS, LAST]
    new = [FIRST, "Upwards and onwards", misspelt, "Prev", "Nothing else", LAST]
    links = {link.old: link for link in align(old, new).links}
    assert links[2,].new == (2,)
    assert links[2,].kind is LinkKind.EDITED


def test_common_words_do_not_match_strangers_in_a_wide_gap() -> None:
    old = [FIRST, *(f"It was the {w} of it, and that was all." for w in NEWS), LAST]
    new = [FIRST, *(f"There is a {w[::-1]} in the end for us." for w in NEWS), LAST]
    kinds = [link.kind for link in align(old, new).links]
    assert kinds.count(LinkKind.EDITED) == 0


class Gaps:
    """Two versions whose `sure` paragraphs are matched, and what filling the gaps brought."""

    def __init__(
        self, old: Sequence[str], new: Sequence[str], sure: Sequence[tuple[int, int]] = ()
    ) -> None:
        pace = Pace(silent)
        keys = intern(old, new, frozenset(), pace)
        sides = [tokenise([*s], np.arange(len(s)), len(s), pace) for s in (old, new)]
        self.measure = Measure(keys, *sides, pace)
        self.matching = Matching.empty(len(old), len(new))
        backbone = np.array([i for i, _j in sure], int), np.array([j for _i, j in sure], int)
        self.matching.link(*backbone, 1.0)
        rarity = Rarity.of(self.measure.old, self.measure.new)
        fill_gaps(self.matching, self.measure, rarity, backbone)
        partners = enumerate(self.matching.new_of.tolist())
        self.found = {(i, j) for i, j in partners if j != NONE} - set(sure)


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Filled with how many pairs were compared at each time."""
    counts: list[int] = []
    plain = Measure.similarity

    def counted(self: Measure, old: Ints, new: Ints) -> Floats:
        counts.append(len(old))
        return plain(self, old, new)

    monkeypatch.setattr(Measure, "similarity", counted)
    return counts


@pytest.mark.parametrize(("common", "found"), [(16, set()), (17, {(0, 0)}), (25, {(0, 0)})])
def test_alone_in_a_gap_a_third_in_common_is_enough(
    characters: Characters, common: int, found: set[tuple[int, int]]
) -> None:
    old, new = characters.alike(common, 50)
    gaps = Gaps([old], [new])
    assert gaps.found == found
    assert gaps.matching.old_of.tolist() == [0 if found else NONE]
    assert gaps.matching.similarity.tolist() == [2 * common / 100 if found else 0]


def test_paragraphs_are_matched_within_their_gap_only(characters: Characters) -> None:
    sure, one, other = characters.fresh(30), characters.alike(40, 50), characters.alike(40, 50)
    assert Gaps([one[0], sure, other[0]], [one[1], sure, other[1]], [(1, 1)]).found == {
        (0, 0),
        (2, 2),
    }
    assert Gaps([one[0], sure, other[0]], [other[1], sure, one[1]], [(1, 1)]).found == set()


def test_each_of_several_gaps_is_compared_with_the_one_across_from_it(
    characters: Characters,
) -> None:
    pairs = [characters.alike(40, 50) for _ in range(8)]
    sure = characters.strangers(3)
    old, new = (
        [side[0], side[1], sure[0], *side[2:5], sure[1], sure[2], *side[5:]]
        for side in zip(*pairs, strict=True)
    )
    backbone = [(2, 2), (6, 6), (7, 7)]
    assert Gaps(old, new, backbone).found == {(k, k) for k in (0, 1, 3, 4, 5, 8, 9, 10)}
    # One more on the one side, one less on the other, and a gap that is empty on one.
    old, new = [*old[:1], *old[2:7], *old[8:]], [*new[:7], *new[8:10]]
    backbone = [(1, 2), (5, 6)]
    assert Gaps(old, new, backbone).found == {(0, 0), (2, 3), (3, 4), (4, 5), (6, 7), (7, 8)}


def test_the_wider_the_gap_the_more_rare_words_must_be_in_common(characters: Characters) -> None:
    old, new = characters.alike(20, 50)
    beside = characters.strangers(15), characters.strangers(15)
    assert Gaps([old, *beside[0][:2]], [*beside[1][:3], new]).found == {(0, 3)}
    assert Gaps([old, *beside[0]], [*beside[1], new]).found == set()


def test_half_of_the_words_are_enough_in_a_gap_of_any_width(characters: Characters) -> None:
    old, new = characters.alike(30, 50)
    assert Gaps([*characters.strangers(60), old], [new, *characters.strangers(60)]).found == {
        (60, 0)
    }


@pytest.mark.parametrize(("common", "found"), [(34, set()), (35, {(1, 0)})])
def test_words_that_all_have_are_no_evidence_but_seven_tenths_in_common_are_enough(
    characters: Characters, common: int, found: set[tuple[int, int]]
) -> None:
    usual = characters.fresh(common)
    old, new = (usual + characters.fresh(50 - common) for _ in range(2))
    rows, columns = ([usual[::-1] + t for t in characters.strangers(15, 150)] for _ in range(2))
    assert Gaps([rows[0], old, *rows[1:]], [new, *columns]).found == found


@pytest.mark.parametrize(
    ("longer", "wins"),
    [(131, "likelier"), (253, "longer")],
)
def test_of_pairs_that_cross_the_one_that_says_more_stays(
    characters: Characters, longer: int, wins: str
) -> None:
    """What it says is the square of its likeness times its length, a long one counting as 300."""
    likelier, long = characters.alike(45, 50), characters.alike(longer // 2, longer)
    assert Gaps([likelier[0], long[0]], [long[1], likelier[1]]).found == (
        {(0, 1)} if wins == "likelier" else {(1, 0)}
    )


def test_what_a_pair_says_goes_by_its_shorter_text(characters: Characters) -> None:
    uneven, even = characters.alike(105, 300, 120), characters.alike(48, 60)
    assert Gaps([uneven[0], even[0]], [even[1], uneven[1]]).found == {(1, 0)}
    assert Gaps([uneven[1], even[0]], [even[1], uneven[0]]).found == {(1, 0)}


@pytest.mark.parametrize(
    ("length", "common", "found"),
    [(25, 10, set()), (24, 10, {(0, 0)}), (50, 24, set()), (50, 25, {(0, 0)})],
)
def test_a_text_whose_twin_waits_elsewhere_is_matched_with_no_other_that_is_hardly_alike(
    characters: Characters, length: int, common: int, found: set[tuple[int, int]]
) -> None:
    """Only a text of some length says by its twin where it belongs."""
    moved, other = characters.alike(common, length)
    sure, stranger = characters.strangers(2)
    assert Gaps([moved, sure, stranger], [other, sure, moved], [(1, 1)]).found == found
    assert Gaps([other, sure, moved], [moved, sure, stranger], [(1, 1)]).found == found


def test_a_twin_that_is_taken_counts_no_more(characters: Characters) -> None:
    twin, other = characters.alike(20, 50)
    assert Gaps([twin, twin], [other, twin], [(1, 1)]).found == {(0, 0)}
    assert Gaps([other, twin], [twin, twin], [(1, 1)]).found == {(0, 0)}


@pytest.mark.parametrize(
    ("rows", "columns", "i", "j"),
    [
        (200, 400, 0, 0),
        (200, 400, 50, 50),
        (200, 400, 50, 51),
        (200, 400, 50, 49),
        (200, 400, 50, 100),
        (200, 400, 50, 101),
        (200, 400, 50, 99),
        (200, 400, 50, 250),
        (200, 400, 50, 249),
        (200, 400, 199, 399),
        (400, 200, 100, 50),
        (400, 200, 301, 100),
        (400, 200, 50, 50),
        (400, 200, 399, 199),
    ],
)
def test_in_a_large_gap_are_found_those_that_kept_their_distance_from_an_end_or_in_proportion(
    characters: Characters, compared: list[int], rows: int, columns: int, i: int, j: int
) -> None:
    one, other = characters.alike(28, 30)
    old, new = characters.strangers(rows), characters.strangers(columns)
    old[i], new[j] = one, other
    sure, first = characters.fresh(30), characters.alike(20, 30)
    gaps = Gaps([first[0], sure, *old], [first[1], sure, *new], [(1, 1)])
    assert gaps.found == {(0, 0), (i + 2, j + 2)}
    assert compared[0] <= 1 + 9 * max(rows, columns)


@pytest.mark.parametrize(("columns", "pairs"), [(300, 60_000), (350, 9 * 200)])
def test_every_pair_is_compared_up_to_a_limit(
    characters: Characters, compared: list[int], columns: int, pairs: int
) -> None:
    Gaps(characters.strangers(200, 4), characters.strangers(columns, 4))
    assert pairs * 0.95 <= compared[0] <= pairs


@pytest.mark.parametrize(("tokens", "pairs"), [(30, 25), (3200, 13)])
def test_few_paragraphs_are_not_all_compared_when_they_are_as_long_as_books(
    compared: list[int], tokens: int, pairs: int
) -> None:
    old, new = (
        ["".join(chr(0x4E00 + (k * n) % 20_000) for k in range(1, tokens + 1)) for n in numbers]
        for numbers in ((3, 7, 11, 13, 17), (19, 23, 29, 31, 37))
    )
    Gaps(old, new)
    assert compared[0] == pairs
