"""What an alignment keeps whatever it is given: the promises of the design, on made-up texts."""

import pickle
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import align
from sverka.model import Alignment, Ignore, Link, LinkKind

MIRRORED = {
    LinkKind.INSERTED: LinkKind.DELETED,
    LinkKind.DELETED: LinkKind.INSERTED,
    LinkKind.SPLIT: LinkKind.MERGED,
    LinkKind.MERGED: LinkKind.SPLIT,
}
WORDS = "мир труд май дом сад кот one two three of the 一二 三 ไทย كتاب § — … “ 1 2".split()

anything = st.lists(st.text(max_size=12), max_size=12)
sentences = st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), max_size=14)
ignores = st.frozensets(st.sampled_from(Ignore))


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A text and what an inattentive editor made of it."""
    old = draw(sentences)
    chance = Random(draw(st.integers(0, 10**6)))
    new = [p for p in old if chance.random() > 0.1]
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(new) + 1)
        what = chance.random()
        if what < 0.25 or not new:
            new.insert(at, " ".join(chance.choices(WORDS, k=chance.randint(0, 9))))
        elif what < 0.5:
            words = new[at - 1].split(" ")
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            new[at - 1] = " ".join(words)
        elif what < 0.65:
            new.insert(at, new.pop(chance.randrange(len(new))))
        elif what < 0.8:
            words = new[at - 1].split(" ")
            cut = chance.randrange(len(words) + 1)
            new[at - 1 : at or None] = [" ".join(words[:cut]), " ".join(words[cut:])]
        else:
            new[at : at + 2] = [" ".join(new[at : at + 2])]
    return old, new


def mirror(link: Link) -> Link:
    kind = MIRRORED.get(link.kind, link.kind)
    return Link(link.new, link.old, kind, link.moved, link.similarity)


def check_whole(old: list[str], new: list[str], alignment: Alignment) -> None:
    links = list(alignment.links)
    assert sorted(i for link in links for i in link.old) == list(range(len(old)))
    assert sorted(j for link in links for j in link.new) == list(range(len(new)))
    for link in links:
        assert list(link.old) == sorted(link.old)
        assert list(link.new) == sorted(link.new)
        assert 0 <= link.similarity <= 1
        shape = (len(link.old), len(link.new))
        match link.kind:
            case LinkKind.EQUAL | LinkKind.EDITED:
                assert shape == (1, 1)
            case LinkKind.INSERTED:
                assert shape == (0, 1)
            case LinkKind.DELETED:
                assert shape == (1, 0)
            case LinkKind.SPLIT:
                assert shape[0] == 1 < shape[1]
            case LinkKind.MERGED:
                assert shape[1] == 1 < shape[0]
            case _:
                assert min(shape) > 1


def check_order(alignment: Alignment) -> None:
    linked = [link for link in alignment.links if link.old and link.new]
    fixed = [link for link in linked if not link.moved]
    assert [link.old[0] for link in fixed] == sorted(link.old[0] for link in fixed)
    assert [link.new[0] for link in fixed] == sorted(link.new[0] for link in fixed)
    in_new = [link.new[0] for link in alignment.links if link.new]
    assert in_new == sorted(in_new)
    in_place = [link.old[0] for link in alignment.links if link.old and not link.moved]
    assert in_place == sorted(in_place)


@given(anything, anything, ignores)
def test_every_paragraph_of_any_text_stands_in_exactly_one_link(
    old: list[str], new: list[str], ignore: frozenset[Ignore]
) -> None:
    check_whole(old, new, align(old, new, ignore=ignore))


@settings(max_examples=120)
@given(versions(), ignores)
def test_every_paragraph_of_a_revised_text_stands_in_exactly_one_link(
    pair: tuple[list[str], list[str]], ignore: frozenset[Ignore]
) -> None:
    check_whole(*pair, align(*pair, ignore=ignore))


@settings(max_examples=120)
@given(versions())
def test_links_come_in_reading_order(pair: tuple[list[str], list[str]]) -> None:
    check_order(align(*pair))


@settings(max_examples=120)
@given(versions(), ignores)
def test_exchanging_the_versions_mirrors_the_links(
    pair: tuple[list[str], list[str]], ignore: frozenset[Ignore]
) -> None:
    old, new = pair
    forth, back = align(old, new, ignore=ignore), align(new, old, ignore=ignore)
    by_place = sorted(forth.links, key=lambda link: (link.old, link.new))
    assert by_place == sorted(map(mirror, back.links), key=lambda link: (link.old, link.new))


@given(st.one_of(anything, sentences), ignores)
def test_a_text_against_itself_is_all_equal_and_unmoved(
    text: list[str], ignore: frozenset[Ignore]
) -> None:
    expected = [Link((i,), (i,), LinkKind.EQUAL) for i in range(len(text))]
    assert list(align(text, text, ignore=ignore).links) == expected


@given(versions())
def test_equal_links_hold_the_same_text(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    for link in align(old, new).links:
        if link.old and link.new:
            joined = [old[i] for i in link.old] == [new[j] for j in link.new]
            assert (link.kind is LinkKind.EQUAL) == joined


@given(versions())
def test_the_same_texts_give_the_same_alignment(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    first = align(old, new)
    assert first == align(list(old), tuple(new))
    assert pickle.loads(pickle.dumps(first)) == first
    assert Alignment(tuple(first.links)) == first
    assert hash(Alignment(tuple(first.links))) == hash(first)
