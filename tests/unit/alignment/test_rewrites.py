"""Paragraphs cut elsewhere: text that crossed the border between neighbours."""

import pytest

from sverka import align
from sverka.alignment.rewrites import _MOST_PARAGRAPHS
from sverka.differences import find_changes
from sverka.model import ChangeKind, LinkKind

SENTENCES = (
    "The lighthouse keeper counted the ships that passed before noon.",
    "When he reached forty he lit his pipe and went down to the boats.",
    "His daughter had mended the nets and waited with the bread and cheese.",
    "Inland, the farmers complained about the drought as they did every year.",
    "Nobody in the village could remember a summer with so little rain.",
    "The council met on Thursday and decided to dig a second well.",
    "Two carpenters from the next valley offered their help for free.",
    "In the evening the children gathered the tools and swept the yard.",
)
BEFORE = "Something wholly different opens the chronicle of the parish."
BEHIND = "And something else again closes it, with a note on prices."


def cut(plan: str) -> list[str]:
    """Paragraphs of the numbered sentences, as "012 34" says, between two that never change."""
    return [BEFORE, *(" ".join(SENTENCES[int(c)] for c in part) for part in plan.split()), BEHIND]


def kinds(old: list[str], new: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(link.old, link.new, link.kind.value) for link in align(old, new).links[1:-1]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("012 345", "01 2345"),
        ("01 2345", "012 345"),
        ("0123 4567", "01 2345 67"),
        ("01 2345 67", "0123 4567"),
        ("012 34", "0 1234"),
        ("01 23 45", "0 12 345"),
        ("01 23 45 67", "0 12 34 56 7"),
    ],
)
def test_paragraphs_cut_elsewhere_are_one_link_without_a_changed_word(old: str, new: str) -> None:
    before, after = cut(old), cut(new)
    alignment = align(before, after)
    (link,) = alignment.links[1:-1]
    assert link.kind is LinkKind.REWRITTEN
    assert (len(link.old), len(link.new)) == (len(before) - 2, len(after) - 2)
    assert link.similarity == 1.0
    changes = find_changes(before, after, alignment)
    assert {change.kind for change in changes} <= {ChangeKind.SPLIT, ChangeKind.MERGE}


def test_what_crossed_may_have_been_edited_on_the_way() -> None:
    new = [t.replace("bread and cheese", "bread and some wine") for t in cut("01 2345")]
    assert kinds(cut("012 345"), new) == [((1, 2), (1, 2), "rewritten")]


def test_neighbours_edited_each_for_itself_stay_apart() -> None:
    new = [
        t.replace("counted the ships", "saw no ship at all").replace("free", "a small reward")
        for t in cut("0123 4567")
    ]
    assert kinds(cut("0123 4567"), new) == [((1,), (1,), "edited"), ((2,), (2,), "edited")]


def test_a_sentence_lost_here_and_another_one_gained_there_stay_two_edits() -> None:
    assert kinds(cut("012 456"), cut("01 3456")) == [
        ((1,), (1,), "edited"),
        ((2,), (2,), "edited"),
    ]


def test_a_few_words_must_have_crossed_and_nothing_else() -> None:
    crossed = [BEFORE, "And so it was. He wept.", "Then the rain came over us.", BEHIND]
    back = [BEFORE, "And so it was.", "He wept. Then the rain came over us.", BEHIND]
    assert kinds(crossed, back) == [((1, 2), (1, 2), "rewritten")]
    crossed[1] = "And so it was then. He wept."
    assert kinds(crossed, back) == [((1,), (1,), "edited"), ((2,), (2,), "edited")]


def test_a_single_word_may_be_there_by_chance() -> None:
    old = [BEFORE, "And so it was then", "the rain came over us.", BEHIND]
    new = [BEFORE, "And so it was", "then the rain came over us.", BEHIND]
    assert kinds(old, new) == [((1,), (1,), "edited"), ((2,), (2,), "edited")]


def test_a_link_of_several_to_several_has_a_bound() -> None:
    sentences = [f"{text[:-1]} in the year {1800 + k}." for k in range(20) for text in SENTENCES]
    old = [" ".join(sentences[k : k + 2]) for k in range(0, len(sentences), 2)]
    new = [sentences[0], *(" ".join(sentences[k : k + 2]) for k in range(1, len(sentences), 2))]
    links = align(old, new).links
    assert any(link.kind is LinkKind.REWRITTEN for link in links)
    assert max(max(len(link.old), len(link.new)) for link in links) <= _MOST_PARAGRAPHS


def test_links_that_moved_stay_moved() -> None:
    body = [f"{BEFORE} That was in the year {k}, says the parish." for k in range(1801, 1809)]
    old, new = [*cut("012 345")[1:-1], *body], [*body, *cut("01 2345")[1:-1]]
    (link,) = [k for k in align(old, new).links if k.kind is LinkKind.REWRITTEN]
    assert (link.old, link.new, link.moved) == ((0, 1), (8, 9), True)


def test_exchanging_the_versions_mirrors_the_link() -> None:
    old, new = cut("0123 4567"), cut("01 2345 67")
    (link,) = [k for k in align(old, new).links if k.kind is LinkKind.REWRITTEN]
    (back,) = [k for k in align(new, old).links if k.kind is LinkKind.REWRITTEN]
    assert (back.old, back.new) == (link.new, link.old)
