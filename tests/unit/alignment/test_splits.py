"""Splits and merges: which pieces belong to a whole."""

import pytest

from sverka import align
from sverka.model import Link, LinkKind

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
