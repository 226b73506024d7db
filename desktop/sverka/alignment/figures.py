"""Step 9b: figures alone between the same neighbours, like the cells of a table, are linked.

"4" and "5" have no word in common, so no likeness could link them; their place does.
"""

import re
from collections.abc import Iterator

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment.arrays import NONE, Ints
from sverka.alignment.matching import Matching
from sverka.alignment.paragraph_keys import ParagraphKeys

_FIGURE = re.compile(r"[\W_]*(?:\d[\W_]*)+")


def link_figures(matching: Matching, keys: ParagraphKeys) -> None:
    """Match runs of free paragraphs of digits and signs that fill the same gap on both sides.

    Such a run lies between paragraphs that are matched with each other, or at the beginning or the
    end of both versions, and has as many paragraphs in the one as in the other.
    """
    for old, new, length in _same_gaps(matching.new_of, matching.old_of):
        pairs = [
            (keys.texts[keys.old[old + k]], keys.texts[keys.new[new + k]]) for k in range(length)
        ]
        if all(_FIGURE.fullmatch(text) for pair in pairs for text in pair):
            likeness = np.array([Indel.normalized_similarity(*pair) for pair in pairs])
            within = np.arange(length)
            matching.link(old + within, new + within, likeness)


def _same_gaps(new_of: Ints, old_of: Ints) -> Iterator[tuple[int, int, int]]:
    """First old, first new and length of the gaps of one length between matched neighbours."""
    free = np.concatenate(([False], new_of == NONE, [False]))
    edges = np.flatnonzero(free[1:] != free[:-1])
    partners = np.concatenate(([-1], new_of, [len(old_of)]))
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        before, after = int(partners[first]), int(partners[last + 1])
        # A neighbour in a group has no partner of its own; at the very edge -1 is the right one
        if before < 0 and first > 0:
            continue
        new = before + 1
        if after - new == last - first and (old_of[new:after] == NONE).all():
            yield first, new, last - first
