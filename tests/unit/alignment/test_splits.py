"""Splits and merges: which pieces belong to a whole."""

from random import Random

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
