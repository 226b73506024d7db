"""Links as columns: they are a sequence of Link, and EQUAL means the same text."""

import pickle

import pytest

from sverka import align
from sverka.model import Alignment, Ignore, Link, LinkKind

OLD = ["one two three four", "Здесь был Вася.", "gone", "five six seven eight nine ten eleven"]
NEW = ["one two three four", "Здесь не был Вася.", "five six seven", "eight nine ten eleven", "x"]


@pytest.fixture
def alignment() -> Alignment:
    return align(OLD, NEW)


def test_a_table_is_a_sequence_of_links(alignment: Alignment) -> None:
    links = alignment.links
    assert len(links) == 5
    assert [links[k] for k in range(5)] == list(links)
    assert links[-1] == links[4] == Link((), (4,), LinkKind.INSERTED, False, 0.0)
    assert links[1:3] == (links[1], links[2])
    assert links[0] in links
    assert next(reversed(links)) == links[4]
    with pytest.raises(IndexError):
        links[5]


def test_links_of_all_kinds_are_told_apart(alignment: Alignment) -> None:
    kinds = [link.kind for link in alignment.links]
    expected = [LinkKind.EQUAL, LinkKind.EDITED, LinkKind.DELETED, LinkKind.SPLIT]
    assert kinds == [*expected, LinkKind.INSERTED]


def test_an_alignment_is_compared_by_value(alignment: Alignment) -> None:
    plain = Alignment(tuple(alignment.links))
    assert alignment == plain
    assert plain == alignment
    assert hash(alignment) == hash(plain)
    assert alignment != Alignment(plain.links[1:])
    assert alignment != align(NEW, OLD)


def test_an_alignment_survives_the_way_between_processes(alignment: Alignment) -> None:
    assert pickle.loads(pickle.dumps(alignment)) == alignment


def test_indexes_are_plain_numbers(alignment: Alignment) -> None:
    numbers = [n for link in alignment.links for n in (*link.old, *link.new)]
    assert {type(n) for n in numbers} == {int}
    assert {type(link.moved) for link in alignment.links} == {bool}
    assert {type(link.similarity) for link in alignment.links} == {float}


@pytest.mark.parametrize("other", ["a  b", " a b", "a\u00a0b"])
def test_a_text_that_reads_the_same_but_is_not_counts_as_edited(other: str) -> None:
    (link,) = align(["a b"], [other]).links
    assert link == Link((0,), (0,), LinkKind.EDITED, False, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "ignore", "kind"),
    [
        ("A  b", "a b", Ignore.CASE, LinkKind.EDITED),
        ("A b", "a b", Ignore.CASE, LinkKind.EQUAL),
        ("a  b", "a b", Ignore.SPACING, LinkKind.EQUAL),
        ("a (b)", "a(b)", Ignore.SPACING, LinkKind.EQUAL),
        ("a b", "ab", Ignore.SPACING, LinkKind.EDITED),
        ("A  b", "a b", Ignore.SPACING, LinkKind.EDITED),
        ("a — b", "a - b", Ignore.TYPOGRAPHY, LinkKind.EQUAL),
        ("a, b.", "a b", Ignore.PUNCTUATION, LinkKind.EQUAL),
        ("a, b.", "a  b", Ignore.TYPOGRAPHY, LinkKind.EDITED),
    ],
)
def test_equal_means_but_for_what_is_ignored(
    one: str, other: str, ignore: Ignore, kind: LinkKind
) -> None:
    (link,) = align([one], [other], ignore=frozenset({ignore})).links
    assert link.kind is kind


def test_the_lighter_of_two_swapped_blocks_is_the_moved_one() -> None:
    heavy, light = "a long paragraph that stays where it was", "short one that went"
    moved = [link.old for link in align([heavy, light], [light, heavy]).links if link.moved]
    assert moved == [(1,)]


def test_a_moved_block_is_marked_whole() -> None:
    old = [f"paragraph number {k} of the story" for k in range(12)]
    new = [*old[:2], *old[8:11], *old[2:8], old[11]]
    links = align(old, new).links
    assert [link.old[0] for link in links if link.moved] == [8, 9, 10]
    assert [link.new[0] for link in links] == list(range(12))


@pytest.mark.parametrize(("one", "other"), [("a b", "a b\u00ad"), ("й", "и\u0306")])
def test_texts_of_one_normalised_reading_are_equal(one: str, other: str) -> None:
    (link,) = align([one], [other]).links
    assert link.kind is LinkKind.EQUAL


@pytest.mark.parametrize(
    ("one", "other", "ignore"),
    [
        ("налог 5%", "налог 5", Ignore.PUNCTUATION),
        ("мороз -5", "мороз 5", Ignore.PUNCTUATION),
        ("в месте", "вместе", Ignore.SPACING),
    ],
)
def test_what_an_option_does_not_make_equal_is_edited(one: str, other: str, ignore: Ignore) -> None:
    (link,) = align([one], [other], ignore=frozenset({ignore})).links
    assert link.kind is LinkKind.EDITED
