"""What says too little to have moved stays, is linked by its place, or goes and comes."""

import pytest

from sverka import align
from sverka.model import Link, LinkKind

BODIES = [
    "The harbour is open all year round.",
    "Whoever enters the pier pays the toll.",
    "Lamps are lit when the sun goes down.",
    "Fish is sold at the northern gate only.",
    "Dogs are kept on a line in the market.",
]


def moved(old: list[str], new: list[str]) -> list[Link]:
    return [link for link in align(old, new).links if link.moved]


@pytest.mark.parametrize("trivial", ["or", "Example:", "1", "или", "又は", "أو"])
def test_a_trivial_text_that_stands_many_times_does_not_move(trivial: str) -> None:
    a, b, c, d, e = BODIES
    old = [a, trivial, b, trivial, c, d, e]
    for new in ([a, b, trivial, c, d, trivial, e], [a, b, c, trivial, d, e, trivial]):
        assert moved(old, new) == []
        assert moved(new, old) == []


def test_short_texts_that_changed_places_and_stand_beside_nothing_are_aligned() -> None:
    old, new = ["x y", "x y", "or"], ["or", "x y"]
    for here, there in ((old, new), (new, old)):
        assert sum(len(link.old) for link in align(here, there).links) == len(here)
        assert moved(here, there) == []


def test_a_trivial_text_moves_with_its_neighbours() -> None:
    a, b, c, d, e = BODIES
    old, new = [a, "or", b, c, "or", d, e], [c, "or", d, a, "or", b, e]
    assert sum(len(link.old) for link in moved(old, new)) == 3


@pytest.mark.parametrize(("one", "other"), [("1500", "2700"), ("12,5 %", "7 %"), ("٣٤", "٩")])
def test_figures_that_changed_places_are_changed_figures(one: str, other: str) -> None:
    old, new = ["North", one, "South", other], ["North", other, "South", one]
    links = align(old, new).links
    assert [(link.old, link.new) for link in links] == [((k,), (k,)) for k in range(4)]
    assert [link.kind for link in links][1::2] == [LinkKind.EDITED] * 2
    assert all(0 <= link.similarity < 1 for link in links if link.kind is LinkKind.EDITED)


def test_a_figure_of_its_own_that_moved_to_where_none_was_is_a_move() -> None:
    a, b, c, _d, _e = BODIES
    (link,) = moved([a, "1848", b, c], [a, b, c, "1848"])
    assert (link.old, link.new) == ((1,), (3,))


def test_a_word_that_was_set_free_away_from_any_figure_comes_and_goes() -> None:
    a, b, c, _d, _e = BODIES
    kinds = [link.kind for link in align(["or", a, c, b], [b, "or", "or", c]).links if link.old]
    assert kinds.count(LinkKind.DELETED) == 2
    assert moved(["or", a, c, b], [b, "or", "or", c]) != []
