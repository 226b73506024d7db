"""Both versions as one text: what each half of it is, and in which order it stands."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka import compare
from sverka.model import Comparison, Side
from sverka.readers import read_text
from sverka.weave import (
    ParagraphBreak,
    Woven,
    changes_by_link,
    part_of,
    strands_of,
    woven_order,
)

WORDS = (
    "harbour captain ledger ice twelve 2023 council «again» said , . and ; the lighthouse kept "
    "ледокол груз море капитан порт сообщает мостик"
).split()
paragraphs = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
old_texts = st.lists(paragraphs, min_size=1, max_size=9)


def edited(old: list[str], chance: random.Random) -> list[str]:
    """An edited copy: paragraphs dropped, added, moved, split, merged, words replaced."""
    new = [p for p in old if chance.random() > 0.15] or old[:1]
    for _ in range(chance.randrange(3)):
        words = chance.choices(WORDS, k=chance.randint(3, 12))
        new.insert(chance.randint(0, len(new)), " ".join(words))
    if chance.random() < 0.5:
        moved = new.pop(chance.randrange(len(new)))
        new.insert(chance.randint(0, len(new)), moved)
    at = chance.randrange(len(new))
    if chance.random() < 0.4:
        new[at : at + 2] = [" ".join(new[at : at + 2])]
    elif " " in new[at]:
        words = new[at].split(" ")
        cut = chance.randrange(1, len(words))
        new[at : at + 1] = [" ".join(words[:cut]), " ".join(words[cut:])]
    return [
        " ".join(chance.choice(WORDS) if chance.random() < 0.1 else w for w in p.split(" "))
        for p in new
    ]


@st.composite
def compared(draw: st.DrawFn) -> Comparison:
    old = draw(old_texts)
    new = edited(old, random.Random(draw(st.integers(0, 2**32))))
    return compare(read_text("\n\n".join(old), "a.txt"), read_text("\n\n".join(new), "b.txt"))


def woven_parts(comparison: Comparison) -> Iterator[tuple[int, tuple[int, ...], bool, Woven]]:
    """Link, new paragraphs, whether moved away, and what is woven, in the order of the text."""
    changes = changes_by_link(comparison)
    for place in woven_order(comparison):
        link = comparison.alignment.links[place.link]
        woven = strands_of(comparison, place.link, changes.get(place.link, ()))
        if place.new:
            woven = part_of(woven, Side.NEW, link.new, place.new)
        yield place.link, place.new, place.moved_away, woven


def lines(woven: Woven, side: Side) -> list[str]:
    """The paragraphs of one side in a woven text."""
    said = [""]
    for piece in woven:
        if isinstance(piece, ParagraphBreak):
            said += [""] if piece.ends(side) else []
        else:
            said[-1] += piece.of(side)
    return said


def accepted(comparison: Comparison) -> list[str]:
    """The text when all that came is taken and all that went is left out."""
    made: list[str] = []
    for _link, new, moved_away, woven in woven_parts(comparison):
        if not moved_away and new:
            made += lines(woven, Side.NEW)
    return made


def rejected(comparison: Comparison) -> dict[int, str]:
    """The paragraphs of the original, when all that came is left out and what moved goes back."""
    changes = changes_by_link(comparison)
    made: dict[int, str] = {}
    for number, link in enumerate(comparison.alignment.links):
        if link.old:
            woven = strands_of(comparison, number, changes.get(number, ()))
            made.update(zip(link.old, lines(woven, Side.OLD), strict=True))
    return made


@settings(max_examples=150, deadline=None)
@given(compared())
def test_accepting_everything_gives_the_revised_text(comparison: Comparison) -> None:
    assert accepted(comparison) == [p.text for p in comparison.new.paragraphs]


@settings(max_examples=150, deadline=None)
@given(compared())
def test_rejecting_everything_gives_the_original_text(comparison: Comparison) -> None:
    made = rejected(comparison)
    assert [made[n] for n in sorted(made)] == [p.text for p in comparison.old.paragraphs]


@settings(max_examples=100, deadline=None)
@given(compared())
def test_every_change_with_text_is_woven_once_and_what_is_kept_is_alike(
    comparison: Comparison,
) -> None:
    taken: list[int] = []
    changes = changes_by_link(comparison)
    for number in range(len(comparison.alignment.links)):
        for piece in strands_of(comparison, number, changes.get(number, ())):
            if piece.change is not None:
                taken.append(piece.change)
            elif not isinstance(piece, ParagraphBreak):
                assert piece.old.split() == piece.new.split()
    kinds = {n: c.kind for n, c in enumerate(comparison.changes)}
    assert sorted(taken) == [n for n, kind in kinds.items() if kind.value != "move"]


@settings(max_examples=100, deadline=None)
@given(compared())
def test_what_went_or_moved_away_stands_once_and_never_before_what_it_followed(
    comparison: Comparison,
) -> None:
    links = comparison.alignment.links
    places = woven_order(comparison)
    gone = [place for place in places if not place.new]
    assert sorted(place.link for place in gone) == [
        number for number, link in enumerate(links) if link.moved or not link.new
    ]
    last = {place.link: n for n, place in enumerate(places) if place.new}
    # Of a link that something came into, the rest may stand behind what followed its beginning.
    first = {place.link: n for n, place in reversed([*enumerate(places)]) if place.new}
    kept = [n for n, link in enumerate(links) if link.old and link.new and not link.moved]
    for place in gone:
        followed = [n for n in kept if links[n].old[-1] < links[place.link].old[0]]
        assert all(first[n] < places.index(place) for n in followed)
        nearest = max(followed, key=lambda n: links[n].old[-1], default=None)
        assert nearest is None or last[nearest] < places.index(place)


def test_what_went_stands_before_what_came_in_the_same_gap() -> None:
    old = "One lighthouse stands here.\n\nThe captain left in spring.\n\nAll was quiet again."
    # Two came in: one alone would stand between the same neighbours and be linked
    came = "Nobody knows of any ledger.\n\nMost windows were painted green."
    new = f"One lighthouse stands here.\n\n{came}\n\nAll was quiet again."
    comparison = compare(read_text(old, "a.txt"), read_text(new, "b.txt"))
    order = [
        (place.new, comparison.alignment.links[place.link].old) for place in woven_order(comparison)
    ]
    assert order == [((0,), (0,)), ((), (1,)), ((1,), ()), ((2,), ()), ((3,), (2,))]


WHOLE = "One harbour was full. Two ships left it at noon."
PARTED = "One harbour was full.\n\nTwo ships left it at noon."


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        (
            "One harbour was full. Two ships left it at noon.",
            "One harbour was full.\n\nTwo ships left it at noon.",
            (False, True),
        ),
        (
            "One harbour was full.\n\nTwo ships left it at noon.",
            "One harbour was full. Two ships left it at noon.",
            (True, False),
        ),
    ],
)
def test_a_border_that_came_or_went_is_a_break_on_one_side(
    old: str, new: str, ends: tuple[bool, bool]
) -> None:
    comparison = compare(read_text(old, "a.txt"), read_text(new, "b.txt"))
    changes = changes_by_link(comparison)
    (found,) = (
        piece
        for number in range(len(comparison.alignment.links))
        for piece in strands_of(comparison, number, changes.get(number, ()))
        if isinstance(piece, ParagraphBreak)
    )
    assert (found.in_old, found.in_new) == ends
    assert found.change is not None
