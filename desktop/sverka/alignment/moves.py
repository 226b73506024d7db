"""Step 8: strong pairs off the chain are moves, and grow into moved blocks."""

import numpy as np

from sverka.alignment.arrays import NONE, Floats, Ints
from sverka.alignment.matching import Matching
from sverka.alignment.similarity import Measure


def find_moves(
    matching: Matching,
    measure: Measure,
    runs: list[tuple[int, int, int]],
    pairs: tuple[Ints, Ints, Floats],
) -> None:
    """Match the strong leftovers."""
    keys = measure.keys
    for i, j, length in runs:
        for x, y in zip(range(i, i + length), range(j, j + length), strict=True):
            if matching.new_of[x] == NONE == matching.old_of[y]:
                matching.link(np.array([x]), np.array([y]), 1.0)
    old, new, alike = pairs
    lengths = np.minimum(keys.lengths[keys.old[old]], keys.lengths[keys.new[new]])
    strong = (alike >= np.where(lengths < 60, 0.72, 0.5)) & ((alike < 1) | (lengths >= 25))
    old, new, alike, lengths = old[strong], new[strong], alike[strong], lengths[strong]
    order = np.lexsort((new, old, -(alike**2 * (np.minimum(lengths, 300) + 8))))
    for k in order.tolist():
        i, j = int(old[k]), int(new[k])
        if matching.new_of[i] == NONE == matching.old_of[j]:
            matching.link(old[k : k + 1], new[k : k + 1], alike[k])
            for step in (1, -1):
                _grow(matching, measure, i, j, step)


def _grow(matching: Matching, measure: Measure, i: int, j: int, step: int) -> None:
    n, m = len(matching.new_of), len(matching.old_of)
    while True:
        i, j = i + step, j + step
        if not (0 <= i < n and 0 <= j < m and matching.new_of[i] == NONE == matching.old_of[j]):
            return
        alike, _ = measure.similarity(np.array([i]), np.array([j]))
        if alike[0] < 0.34:
            return
        matching.link(np.array([i]), np.array([j]), alike)
