"""Both panes are carried to the same place of the text, whatever their heights."""

import numpy as np
import sample
from hypothesis import given
from hypothesis import strategies as st

from sverka.model import Link, LinkKind, Side
from sverka.presentation.comparison_index import linked
from sverka.presentation.lane import Lane, Metrics
from sverka.presentation.scene import Scene, scene
from sverka.presentation.scroll_map import carry, knots_of

METRICS = Metrics(400, 8.0, 24, 10, 40)


def lanes(shown: Scene) -> tuple[Lane, Lane]:
    return Lane(shown.column(Side.OLD), METRICS), Lane(shown.column(Side.NEW), METRICS)


@st.composite
def alignments(draw: st.DrawFn) -> tuple[list[Link], int, int]:
    links, old, new = [], 0, 0
    for a, b in draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=20)):
        if a or b:
            kind = LinkKind.EQUAL if a and b else (LinkKind.DELETED if a else LinkKind.INSERTED)
            moved = bool(a and b) and draw(st.booleans())
            links.append(Link(tuple(range(old, old + a)), tuple(range(new, new + b)), kind, moved))
        old, new = old + a, new + b
    return links, old, new


@given(alignments())
def test_knots_ascend_from_beginning_to_end(made: tuple[list[Link], int, int]) -> None:
    links, old, new = made
    knots = knots_of(links, linked(links, Side.OLD), linked(links, Side.NEW), old, new)
    for side, count in ((Side.OLD, old), (Side.NEW, new)):
        found = knots.knots(side)
        assert found[0] == 0
        assert found[-1] == count
        assert np.all(np.diff(found) >= 0)


@given(alignments(), st.floats(0, 1))
def test_carrying_keeps_the_order_and_stays_inside(
    made: tuple[list[Link], int, int], share: float
) -> None:
    links, old, new = made
    shown = scene(sample.comparison(["old " * 9] * old, ["new " * 5] * new, links, []))
    left, right = lanes(shown)
    here, below = share * left.total, min(left.total, share * left.total + 7)
    upper = carry(shown.knots, here, Side.OLD, left, right)
    lower = carry(shown.knots, below, Side.OLD, left, right)
    assert 0 <= upper <= lower <= right.total


def test_the_fraction_inside_a_paragraph_is_kept() -> None:
    shown = scene(sample.long_pair(20))
    left, right = lanes(shown)
    right.heights.change(3, 500)
    top = left.top_of(3)
    middle = top + left.heights.of(3) / 2
    assert carry(shown.knots, top, Side.OLD, left, right) == right.top_of(3)
    assert carry(shown.knots, middle, Side.OLD, left, right) == right.top_of(3) + 250


def test_a_moved_paragraph_does_not_carry(release: Scene) -> None:
    left, right = lanes(release)
    upper = carry(release.knots, left.top_of(3) + 1, Side.OLD, left, right)
    assert upper == right.top_of(4)


def test_the_common_axis_runs_from_0_to_1(release: Scene) -> None:
    assert release.scale.place(Side.OLD, 0) == 0.0
    assert release.scale.place(Side.NEW, 7, 1.0) == 1.0
    places = [release.scale.place(Side.NEW, p) for p in range(8)]
    assert places == sorted(places)
