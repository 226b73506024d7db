"""Splits and merges: which pieces belong to a whole."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from counted_texts import Characters

from sverka import align
from sverka.alignment import splits
from sverka.alignment.arrays import NONE
from sverka.alignment.matching import GROUPED, Matching
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import intern
from sverka.alignment.similarity import Measure
from sverka.alignment.splits import PieceFinder
from sverka.alignment.token_hashes import tokenise
from sverka.model import Link, LinkKind, silent

FIRST = "The lighthouse keeper counted the ships that passed before noon."
SECOND = "When he reached forty he lit his pipe and went down to the boats."
THIRD = "His daughter had mended the nets and waited with the bread and cheese."
OTHER = "Inland, the farmers complained about the drought as they did every single year."


def groups(old: list[str], new: list[str]) -> list[Link]:
    return [k for k in align(old, new).links if k.kind in (LinkKind.SPLIT, LinkKind.MERGED)]


def test_all_pieces_belong_to_the_split() -> None:
    (link,) = groups([OTHER, f"{FIRST} {SECOND} {THIRD}"], [OTHER, FIRST, SECOND, THIRD])
    assert (link.old, link.new, link.moved) == ((1,), (1, 2, 3), False)
    assert link.similarity == 1.0


def test_edited_pieces_belong_too() -> None:
    edited = SECOND.replace("forty", "fifty").replace("went", "walked")
    (link,) = groups([f"{FIRST} {SECOND}", OTHER], [FIRST, edited, OTHER])
    assert (link.old, link.new) == ((0,), (0, 1))
    assert 0.8 < link.similarity < 1


def test_a_stranger_beside_a_piece_stays_out() -> None:
    (link,) = groups([f"{FIRST} {SECOND}"], [FIRST, SECOND, OTHER])
    assert link.new == (0, 1)


def test_a_stranger_between_the_pieces_stays_out() -> None:
    links = align([f"{FIRST} {SECOND}"], [FIRST, OTHER, SECOND]).links
    assert [(link.old, link.new) for link in links] == [((0,), (0, 2)), ((), (1,))]


def test_a_merge_is_a_split_turned_round() -> None:
    (link,) = groups([FIRST, SECOND, OTHER], [f"{FIRST} {SECOND}", OTHER])
    assert (link.old, link.new, link.kind) == ((0, 1), (0,), LinkKind.MERGED)


@pytest.mark.parametrize("count", [2, 9, 30])
def test_any_number_of_pieces_is_put_together(count: int) -> None:
    pieces = [
        f"Step {k}: turn the wheel {k * 7} times to the left, then wait." for k in range(count)
    ]
    (link,) = groups([OTHER, " ".join(pieces)], [OTHER, *pieces])
    assert link.new == tuple(range(1, count + 1))


def test_a_split_that_moved_is_one_moved_split() -> None:
    body = [f"{OTHER} That was in the year {k}, says the chronicle." for k in range(1801, 1806)]
    (link,) = groups([f"{FIRST} {SECOND}", *body], [*body, FIRST, SECOND])
    assert (link.old, link.new, link.moved) == ((0,), (5, 6), True)


def test_a_sentence_added_to_a_paragraph_is_no_merge() -> None:
    assert groups([FIRST, OTHER], [f"{FIRST} {SECOND}", OTHER]) == []


def test_a_book_that_lost_its_paragraph_marks_is_one_split() -> None:
    chance = Random(11)
    words = [f"w{int(chance.paretovariate(0.5)) % 20_000}" for _ in range(9_000)]
    texts, at = [], 0
    while at < len(words):
        # Between the long paragraphs a dialogue of lines too short to say where they are from.
        for size in (60, *[chance.randrange(1, 5) for _ in range(chance.randrange(9))]):
            texts.append(" ".join(words[at : at + size]))
            at += size
    texts = [text for text in texts if text]
    edited = [t.replace(" w2 ", " changed ") if len(t) > 99 else t for t in texts]
    (link,) = align([" ".join(texts)], edited).links
    assert (link.kind, len(link.new)) == (LinkKind.SPLIT, len(texts))


def test_paragraphs_between_the_pieces_that_are_not_from_the_whole_stay_out() -> None:
    chance = Random(12)
    texts = [" ".join(f"w{chance.randrange(20_000)}" for _ in range(12)) for _ in range(100)]
    news = [f"{OTHER[:-1]}, wrote reader {k}." for k in range(3)]
    links = align([" ".join(texts)], [*texts[:50], *news, *texts[50:]]).links
    assert [link.new for link in links if link.kind is LinkKind.INSERTED] == [(50,), (51,), (52,)]
    (split,) = [link for link in links if link.kind is LinkKind.SPLIT]
    assert len(split.new) == 100


class Work:
    """Two versions of which some pairs are matched, and the pieces that were found to wholes."""

    def __init__(
        self, old: Sequence[str], new: Sequence[str], matched: Sequence[tuple[int, int]] = ()
    ) -> None:
        pace = Pace(silent)
        keys = intern(old, new, frozenset(), pace)
        sides = [tokenise([*s], np.arange(len(s)), len(s), pace) for s in (old, new)]
        measure = Measure(keys, *sides, pace)
        self.matching = Matching.empty(len(old), len(new))
        pairs = np.array([i for i, _j in matched], int), np.array([j for _i, j in matched], int)
        self.matching.link(*pairs, measure.similarity(*pairs))
        self.pieces = PieceFinder(self.matching, measure)

    def attached(self, share: float = 0.5) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        self.pieces.attach(share)
        return self.finished()

    def gathered(self, *pairs: tuple[int, int]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        self.pieces.gather(
            np.array([i for i, _j in pairs], int), np.array([j for _i, j in pairs], int)
        )
        return self.finished()

    def finished(self) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        self.pieces.finish()
        return [(group.old, group.new) for group in self.matching.groups]


def everything(whole: int, count: int) -> list[tuple[int, int]]:
    """One old whole with every new paragraph as a candidate."""
    return [(whole, j) for j in range(count)]


@pytest.mark.parametrize("partner", [0, 1, 2])
def test_a_pair_takes_the_neighbours_that_are_pieces_of_its_whole_before_and_behind(
    characters: Characters, partner: int
) -> None:
    pieces = characters.strangers(3)
    whole = "".join(pieces)
    assert Work([whole], pieces, [(0, partner)]).attached() == [((0,), (0, 1, 2))]
    work = Work(pieces, [whole], [(partner, 0)])
    assert work.attached() == [((0, 1, 2), (0,))]
    assert work.matching.groups[0].similarity == 1.0
    assert work.matching.new_of.tolist() == [GROUPED] * 3
    assert work.matching.old_of.tolist() == [GROUPED]


@pytest.mark.parametrize(("common", "taken"), [(14, False), (15, True)])
def test_of_a_neighbour_the_asked_share_must_be_from_the_whole(
    characters: Characters, common: int, taken: bool
) -> None:
    first, second = characters.strangers(2)
    new = [first, second[:common] + characters.fresh(30 - common)]
    work = Work([first + second], new, [(0, 0)])
    assert work.attached(0.5) == ([((0,), (0, 1))] if taken else [])
    if taken:
        assert work.matching.groups[0].similarity == 2 * 45 / 120


def test_what_the_pieces_have_already_counts_for_no_neighbour(characters: Characters) -> None:
    first, second = characters.strangers(2)
    assert Work([first + second], [first, first], [(0, 0)]).attached() == []
    assert Work([first + second], [first, second, second], [(0, 0)]).attached() == [((0,), (0, 1))]
    assert Work([first + second], [second, first], [(0, 0)]).attached() == []


def test_a_neighbour_that_makes_a_pair_no_more_alike_is_not_taken(characters: Characters) -> None:
    whole = characters.fresh(44)
    long = whole[30:] + characters.fresh(29)
    assert Work([whole], [whole[:30] + characters.fresh(2), long], [(0, 0)]).attached(0.3) == []


def test_neighbours_that_are_matched_or_longer_or_without_words_are_not_taken(
    characters: Characters,
) -> None:
    first, second, other = characters.strangers(3)
    whole = first + second
    assert Work([whole, other], [first, second], [(0, 0), (1, 1)]).attached() == []
    assert Work([whole], [first, second + characters.fresh(30)], [(0, 0)]).attached(0.4) == []
    assert Work([whole], [first, "", second], [(0, 0)]).attached() == []
    work = Work([whole + other], [first, second, "", other], [(0, 0)])
    assert work.attached() == [((0,), (0, 1))]


def test_what_is_equal_takes_no_neighbour(characters: Characters) -> None:
    whole = characters.fresh(60)
    assert Work([whole], [whole, whole[:30]], [(0, 0)]).attached() == []


def test_a_neighbour_between_two_wholes_goes_where_more_of_it_is_from(
    characters: Characters,
) -> None:
    first, second, torn = characters.strangers(3)
    old = [first + torn[:16] + characters.fresh(9), torn[10:] + second]
    new = [first, torn, second]
    assert Work(old, new, [(0, 0), (1, 2)]).attached() == [((1,), (1, 2))]
    assert Work(new, old, [(0, 0), (2, 1)]).attached() == [((1, 2), (1,))]


def test_of_neighbours_that_are_wholly_from_their_wholes_the_longer_comes_first(
    characters: Characters,
) -> None:
    """The middle paragraph is either a piece of the first or, with the last, a whole of two."""
    one, two = characters.fresh(20), characters.fresh(20)
    short, long = characters.fresh(20), characters.fresh(40)
    old = [one + short, short + two]
    new = [one, short, two]
    assert Work(old, new, [(0, 0), (1, 2)]).attached() == [((0,), (0, 1))]
    old, new = [one + long + short, long + two], [one, long, two]
    assert Work(old, new, [(0, 0), (1, 2)]).attached() == [((0,), (0, 1))]


def test_at_most_eight_neighbours_are_taken_at_a_time_and_the_rest_at_the_next(
    characters: Characters,
) -> None:
    pieces = characters.strangers(12)
    work = Work(["".join(pieces)], pieces, [(0, 0)])
    assert work.attached() == [((0,), tuple(range(9)))]
    work.matching.groups.clear()
    assert work.attached() == [((0,), tuple(range(12)))]


def test_a_group_of_very_many_pieces_takes_no_neighbour_more(characters: Characters) -> None:
    pieces = characters.strangers(66)
    whole = "".join(pieces)
    # Every other word of the last is from the whole, but no two that stand beside each other.
    strangers = characters.fresh(15)
    pieces[-1] = "".join(a + b for a, b in zip(pieces[-1][::2], strangers, strict=True))
    for size, taken in ((64, 66), (65, 65)):
        work = Work([whole], pieces)
        assert work.gathered(*everything(0, size)) == [((0,), tuple(range(size)))]
        work.matching.groups.clear()
        assert work.attached() == [((0,), tuple(range(taken)))]


@pytest.mark.parametrize(("common", "is_piece"), [(17, False), (18, True)])
def test_three_fifths_of_a_piece_must_be_in_the_whole(
    characters: Characters, common: int, is_piece: bool
) -> None:
    first, second = characters.strangers(2)
    new = [first, second[:common] + characters.fresh(30 - common)]
    for turned in (False, True):
        work = Work(new, [first + second]) if turned else Work([first + second], new)
        found = work.gathered(*([(0, 0), (1, 0)] if turned else [(0, 0), (0, 1)]))
        assert found == ([(((0, 1), (0,)) if turned else ((0,), (0, 1)))] if is_piece else [])
        if is_piece:
            assert work.matching.groups[0].similarity == 2 * 48 / 120


@pytest.mark.parametrize(("length", "found"), [(120, []), (119, []), (180, [((0,), (0, 1))])])
def test_pieces_together_are_at_least_half_of_what_they_and_the_whole_have(
    characters: Characters, length: int, found: list[object]
) -> None:
    """60 of 180 are just enough: twice 60 is half of 240."""
    pieces = characters.strangers(2)
    rest = characters.fresh(length)
    more = 0 if length == 180 else 1
    whole = "".join(pieces) + (rest[:120] if not more else rest + characters.fresh(2))
    assert Work([whole], pieces).gathered((0, 0), (0, 1)) == found


def test_pieces_are_gathered_only_when_they_are_more_alike_than_the_partner(
    characters: Characters,
) -> None:
    first, second, third = characters.strangers(3)
    whole = first + second + third
    better = [whole[:80], first, second]
    assert Work([whole], better, [(0, 0)]).gathered((0, 1), (0, 2)) == []
    worse = [whole[:50] + characters.fresh(50), characters.fresh(9), "x", first, second, third]
    work = Work([whole], worse, [(0, 0)])
    assert work.gathered((0, 3), (0, 4), (0, 5)) == [((0,), (3, 4, 5))]
    assert work.matching.new_of.tolist() == [GROUPED]
    assert work.matching.old_of.tolist() == [NONE, NONE, NONE, GROUPED, GROUPED, GROUPED]


def test_the_partner_may_be_one_of_the_pieces(characters: Characters) -> None:
    first, second, third = characters.strangers(3)
    whole = first + second + third
    work = Work([whole], [first, characters.fresh(5), second, third], [(0, 0)])
    assert work.gathered((0, 2), (0, 3)) == [((0,), (0, 2, 3))]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        ([90], (0, 2)),  # one stranger, however long, stays out
        ([2, 1], (0, 3)),  # so do several that are a sixteenth of the whole
        ([2, 2], (0, 1, 2, 3)),  # more may be pieces too where they are no longer than those are
        ([29, 31], (0, 1, 2, 3)),
        ([30, 31], None),
    ],
)
def test_what_stands_between_pieces_parts_them_when_it_is_longer_than_they(
    characters: Characters, between: list[int], found: tuple[int, ...] | None
) -> None:
    pieces = characters.strangers(2)
    new = [pieces[0], *map(characters.fresh, between), pieces[1]]
    last = len(new) - 1
    groups = Work(["".join(pieces)], new).gathered((0, 0), (0, last))
    assert groups == ([((0,), found)] if found else [])


def test_a_paragraph_between_the_pieces_that_is_matched_elsewhere_is_no_bridge(
    characters: Characters,
) -> None:
    pieces, strangers = characters.strangers(2), characters.strangers(2, 2)
    whole, new = "".join(pieces), [pieces[0], strangers[0], strangers[1][0], pieces[1]]
    assert Work([whole, "x"], new, [(1, 1)]).gathered((0, 0), (0, 3)) == []
    assert Work([whole, "x"], new[:2] + new[3:], [(1, 1)]).gathered((0, 0), (0, 2)) == [
        ((0,), (0, 2))
    ]


def test_a_paragraph_between_the_pieces_is_one_when_that_makes_them_more_alike(
    characters: Characters,
) -> None:
    first, second, third = characters.strangers(3)
    edited = second[:15] + characters.fresh(14)
    new = [first, edited, third]
    assert Work([first + second + third], new).gathered((0, 0), (0, 2)) == [((0,), (0, 1, 2))]


def test_of_two_places_with_pieces_the_more_alike_is_taken_and_of_equal_ones_the_first(
    characters: Characters,
) -> None:
    first, second, third = characters.strangers(3)
    parted = [characters.fresh(99) for _ in range(2)]
    whole = first + second + third
    new = [first, second, *parted, first, second, third]
    assert Work([whole], new).gathered(*everything(0, 7)) == [((0,), (4, 5, 6))]
    new = [first, second, *parted, first, second]
    assert Work([whole], new).gathered(*everything(0, 6)) == [((0,), (0, 1))]


def test_what_is_in_a_group_already_is_gathered_into_no_other(characters: Characters) -> None:
    first, second = characters.strangers(2)
    work = Work([first + second], [first, second, "x", "y", first, second], [(0, 0)])
    work.pieces.attach(0.5)
    assert work.gathered((0, 4), (0, 5)) == [((0,), (0, 1))]
    work = Work([first + second, first + second], [first, second])
    assert work.gathered((0, 0), (0, 1), (1, 0), (1, 1)) == [((0,), (0, 1))]


def test_a_piece_that_is_not_shorter_than_the_whole_is_none(characters: Characters) -> None:
    whole = characters.fresh(30)
    long = whole[:20] + characters.fresh(10)
    assert Work([whole], [long, whole[20:]]).gathered((0, 0), (0, 1)) == []


def many_pieces(characters: Characters, count: int = 100) -> tuple[str, list[str]]:
    """A whole with more candidates than are each compared with all of it."""
    pieces = characters.strangers(count, 10)
    return "".join(pieces), pieces


def test_of_very_many_candidates_are_pieces_those_whose_pairs_of_words_are_in_the_whole(
    characters: Characters,
) -> None:
    """.36 of the 9 pairs of a paragraph of ten words: four are enough, three are not."""
    whole, pieces = many_pieces(characters)
    new = [*pieces]
    new[40] = pieces[40][:5] + characters.fresh(5)
    new[0], new[99] = (pieces[k][:4] + characters.fresh(6) for k in (0, 99))
    for found in (
        Work([whole], new).gathered(*everything(0, 100)),
        [(b, a) for a, b in Work(new, [whole]).gathered(*((i, 0) for i in range(100)))],
    ):
        assert found == [((0,), tuple(range(1, 99)))]


def test_beside_and_between_many_candidates_others_are_pieces_too(characters: Characters) -> None:
    whole, pieces = many_pieces(characters)
    known = [j for j in range(8, 92) if j % 10 != 5]
    assert Work([whole], pieces).gathered(*((0, j) for j in known)) == [((0,), tuple(range(100)))]
    known = [j for j in range(9, 91) if j % 10 != 5]
    assert Work([whole], pieces).gathered(*((0, j) for j in known)) == [((0,), tuple(range(1, 99)))]


def test_single_words_are_pieces_where_the_whole_has_them(characters: Characters) -> None:
    whole, pieces = many_pieces(characters)
    ends, stranger = characters.fresh(2), characters.fresh(1)
    new = [stranger, ends[0], *pieces, ends[1], stranger]
    found = Work([ends[0] + whole + ends[1]], new).gathered(*((0, j) for j in range(2, 102)))
    assert found == [((0,), tuple(range(1, 103)))]


def test_matched_and_empty_paragraphs_are_no_pieces_of_many(characters: Characters) -> None:
    whole, pieces = many_pieces(characters)
    new = [*pieces[:50], "", *pieces[50:]]
    work = Work([whole, pieces[20]], new, [(1, 20)])
    assert work.gathered(*everything(0, 101)) == [
        ((0,), tuple(j for j in range(101) if j not in (20, 50)))
    ]


def test_far_between_few_candidates_nothing_is_looked_for(
    characters: Characters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take too long to read a whole book for a page's sake."""
    asked: list[str] = []
    plain = splits._may_be_from

    def counted(piece: str, whole: str, known: set[tuple[str, str]]) -> bool:
        asked.append(piece)
        return plain(piece, whole, known)

    monkeypatch.setattr(splits, "_may_be_from", counted)
    whole, pieces = many_pieces(characters, 70)
    strangers = characters.strangers(1100, 3)
    for apart, looked_at in ((500, 570 + 8), (1035, 1105 + 8), (1036, 70)):
        asked.clear()
        new = [*pieces[:35], *strangers[:apart], *pieces[35:], *strangers[:30]]
        where = [*range(35), *range(35 + apart, 70 + apart)]
        Work([whole], new).gathered(*((0, j) for j in where))
        assert len(asked) == looked_at
