"""Paragraphs cut elsewhere: text that crossed the border between neighbours."""

from random import Random

import pytest

from sverka import align
from sverka.alignment import thresholds
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


def test_what_was_lost_and_gained_elsewhere_does_not_speak_for_the_border() -> None:
    hall = "The council of the town met{} while most members were present and heard every word."
    farmers = (
        "Farmers from seven valleys complained about grain prices {} before asking for new roads."
    )
    clerk = (
        "The voice of the clerk, who came late, was lost in the noise, and men at distant tables"
    )
    mayor = (
        "The letter of the mayor, which nobody had read, was left in the drawer, and copies went"
    )
    old = [BEFORE, hall.format(" on Thursday in the old hall by the river"), "", BEHIND]
    old[2] = f"{clerk} kept playing cards until dawn regardless. {farmers.format('loudly')}"
    new = [
        BEFORE,
        f"{hall.format('')} {mayor} to three newspapers abroad without delay.",
        "",
        BEHIND,
    ]
    new[2] = farmers.format("bitterly under oath at great length yesterday evening")
    assert kinds(old, new) == [((1,), (1,), "edited"), ((2,), (2,), "edited")]


def test_another_address_in_the_next_entry_did_not_cross() -> None:
    born = "Osmonov was born in Naryn and studied at the pedagogical institute of the capital."
    wrote = "Tokombaev wrote his first verses at the orphanage and printed them in the newspaper."
    old = [BEFORE, f"{born} Bishkek, Chuy Avenue 15, tel. (312) 66-12-13.", wrote, BEHIND]
    new = [BEFORE, born, f"Bishkek, Manas Avenue 40, tel. (312) 61-45-87. {wrote}", BEHIND]
    assert kinds(old, new) == [((1,), (1,), "edited"), ((2,), (2,), "edited")]


@pytest.mark.parametrize("edited", [0, 4, 8])
def test_paragraphs_that_were_edited_as_well_are_still_one_link(edited: int) -> None:
    chance = Random(5)
    bodies, crossing = (
        [[f"w{chance.randrange(4000)}" for _ in range(size)] for _ in range(9)] for size in (40, 10)
    )
    old = [" ".join(body + tail) for body, tail in zip(bodies, crossing, strict=True)]
    for body in bodies:
        for place in chance.sample(range(40), edited):
            body[place] = f"e{chance.randrange(4000)}"
    starts = [[], *crossing[:-1]]
    new = [" ".join(start + body) for start, body in zip(starts, bodies, strict=True)]
    (link,) = align(old, new).links
    assert (link.kind, len(link.old)) == (LinkKind.REWRITTEN, 9)


def test_an_unchanged_line_between_the_paragraphs_parts_them() -> None:
    old, new = cut("012 34"), cut("01 234")
    for version in (old, new):
        version.insert(2, "* * *")
    assert [kind for _, _, kind in kinds(old, new)] == ["edited", "equal", "edited"]


def test_a_few_words_must_be_all_that_one_side_lost_or_the_other_gained() -> None:
    crossed = [BEFORE, "And so it was. He wept.", "Then the rain came over us.", BEHIND]
    back = [BEFORE, "And so it was.", "He wept. Then the rain came over us.", BEHIND]
    assert kinds(crossed, back) == [((1, 2), (1, 2), "rewritten")]
    crossed[1] = "And so it was then. He wept."
    assert kinds(crossed, back) == [((1, 2), (1, 2), "rewritten")]
    back[2] = "He wept. Then at last the rain came over us."
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
    assert max(max(len(link.old), len(link.new)) for link in links) <= thresholds.JOINED_PARAGRAPHS


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
