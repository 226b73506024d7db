"""The heaviest chain, against trying every subset."""

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sverka.alignment.chain import best_in_order, heaviest_chain

Block = tuple[int, int, int, int]
blocks = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 3), st.integers(1, 20)),
    max_size=7,
)


def chained(found: list[Block]) -> list[Block]:
    old, new, length, weight = (np.array([b[k] for b in found], np.int64) for k in range(4))
    ticks: list[None] = []
    chain = heaviest_chain(old, new, length, weight.astype(float), lambda: ticks.append(None))
    return [found[k] for k in chain]


def is_chain(found: list[Block]) -> bool:
    return all(a[0] + a[2] <= b[0] and a[1] + a[2] <= b[1] for a, b in pairwise(found))


def weight(found: list[Block]) -> int:
    return sum(b[3] for b in found)


@given(blocks)
def test_no_chain_is_heavier(found: list[Block]) -> None:
    ordered = sorted(found)
    every = (list(c) for k in range(len(found) + 1) for c in combinations(ordered, k))
    best = max(weight(c) for c in every if is_chain(c))
    chain = chained(found)
    assert is_chain(chain)
    assert weight(chain) == best


def test_no_blocks_make_no_chain() -> None:
    assert chained([]) == []


def test_one_heavy_block_outweighs_many_light_ones() -> None:
    light = [(i, i + 10, 1, 1) for i in range(5)]
    assert chained([*light, (5, 0, 1, 9)]) == [(5, 0, 1, 9)]


def test_of_equal_chains_the_one_that_ends_first_in_the_new_text_stays() -> None:
    assert chained([(0, 1, 1, 5), (1, 0, 1, 5)]) == [(1, 0, 1, 5)]


def test_of_pairs_those_stay_that_weigh_most_together_in_order() -> None:
    weights = {(4, 4): 1.0, (0, 3): 2.5, (0, 0): 1.0, (1, 1): 1.0, (2, 2): 1.0}
    assert best_in_order(weights) == [(0, 0), (1, 1), (2, 2), (4, 4)]
    assert best_in_order(weights | {(0, 3): 3.5}) == [(0, 3), (4, 4)]
    assert best_in_order({}) == []
