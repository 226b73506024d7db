"""The array types that the steps hand to each other, and what is often done to them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ints: TypeAlias = NDArray[np.int64]
Kinds: TypeAlias = NDArray[np.uint8]
Codes: TypeAlias = NDArray[np.uint32]
Hashes: TypeAlias = NDArray[np.uint64]
Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]

NONE: Final = -1
"""Stands where a paragraph has no partner; `matching.GROUPED` where it has several."""


def lengths_of(texts: Sequence[str]) -> Ints:
    """The length of each text, in code points."""
    return np.fromiter(map(len, texts), np.int64, len(texts))


def stretches(first: Ints, counts: Ints) -> Ints:
    """first … first+c-1 for every first and its count c: 5 and 9 with 2 and 3 give 5 6, 9 10 11."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(first - ends + counts, counts)


def ranges(counts: Ints) -> Ints:
    """0 … c-1 for every count c, one after another: [2, 3] gives [0, 1, 0, 1, 2]."""
    return stretches(np.zeros_like(counts), counts)


def starts_of(groups: Ints) -> Ints:
    """Where each stretch of equal neighbours begins."""
    if not len(groups):
        return np.empty(0, np.int64)
    return np.flatnonzero(np.concatenate(([True], groups[1:] != groups[:-1])))


def batches(costs: Ints, size: int) -> list[tuple[int, int]]:
    """Cut items of these costs into ranges that cost about `size`, at least one item each."""
    ends = np.cumsum(costs)
    total = int(ends[-1]) if len(ends) else 0
    cuts = np.searchsorted(ends, np.arange(size, total, size)) + 1
    return list(pairwise(dict.fromkeys([0, *cuts.tolist(), len(costs)])))
