"""The tree of heights answers as a plain list of sums would."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sverka.presentation.heights import Heights

LISTS = st.lists(st.integers(1, 90), min_size=1, max_size=60)


@given(LISTS, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 90)), max_size=20))
def test_tops_and_places_agree_with_a_list(
    heights: list[int], changes: list[tuple[int, int]]
) -> None:
    tree = Heights(np.array(heights, np.int64))
    for item, height in changes:
        at = item % len(heights)
        assert tree.change(at, height) == height - heights[at]
        heights[at] = height
    assert tree.total == sum(heights)
    assert [tree.top(n) for n in range(len(heights) + 1)] == [
        sum(heights[:n]) for n in range(len(heights) + 1)
    ]
    for y in range(sum(heights)):
        item, inside = tree.at(y)
        assert sum(heights[:item]) + inside == y
        assert 0 <= inside < heights[item]


def test_outside_the_nearest_edge_answers() -> None:
    tree = Heights(np.array([5, 7], np.int64))
    assert tree.at(-3) == (0, 0)
    assert tree.at(12) == (1, 7)
    assert Heights(np.array([], np.int64)).at(3) == (0, 0)
