"""Carries a place of one version to the other through the alignment, with its fraction.

The method is that of Meld's synchronised panes: a monotone chain of knots where both versions
agree, and linear interpolation between two knots.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from sverka.model import Link, Side
from sverka.presentation.comparison_index import Ints, Linked
from sverka.presentation.lane import Lane

Floats = NDArray[np.float64]

_AIR = 20  # the white around a paragraph, in letters


@dataclass(frozen=True, slots=True)
class ScrollMap:
    """Knots: before paragraph `old[k]` of one version stands `new[k]` of the other.

    Both arrays ascend from 0 to the number of paragraphs; equal neighbours are text that only
    the other version has.
    """

    old: Ints
    new: Ints

    def knots(self, side: Side) -> Ints:
        """The knots of one version."""
        return self.old if side is Side.OLD else self.new


def knots_of(
    links: Sequence[Link], old: Linked, new: Linked, old_count: int, new_count: int
) -> ScrollMap:
    """The knots of an alignment, from `old` and `new`, the paragraphs of its links.

    Moved paragraphs are skipped, as they have no common order.
    """
    moved = np.fromiter(map(attrgetter("moved"), links), np.bool_, len(links))
    kept = np.flatnonzero(~moved & (old.sizes > 0) & (new.sizes > 0))
    begins, ends = (
        np.stack([edges(each, kept) for each in (old, new)], axis=1) for edges in (_begins, _ends)
    )
    if np.any(begins[1:] < ends[:-1]):
        rising = _rising(begins, ends)
        begins, ends = begins[rising], ends[rising]
    between = np.stack([begins, ends], axis=1).reshape(-1, 2)
    pairs = np.concatenate([np.zeros((1, 2), np.int64), between, [[old_count, new_count]]])
    # Where a link begins at the end of the one before, both say the same.
    other = np.any(pairs[1:] != pairs[:-1], axis=1)
    pairs = np.concatenate([pairs[:1], pairs[1:][other]]) if np.any(other) else pairs[:2]
    return ScrollMap(pairs[:, 0].copy(), pairs[:, 1].copy())


def _begins(side: Linked, kept: Ints) -> Ints:
    """The first paragraph of each link kept."""
    found: Ints = side.members[side.ends[kept] - side.sizes[kept]]
    return found


def _ends(side: Linked, kept: Ints) -> Ints:
    """The paragraph after the last one of each link kept."""
    found: Ints = side.members[side.ends[kept] - 1] + 1
    return found


def _rising(begins: Ints, ends: Ints) -> list[int]:
    """The links that stand below the last one taken, in both versions."""
    at_old = at_new = 0
    rising = []
    for number, (old, new) in enumerate(begins.tolist()):
        if old >= at_old and new >= at_new:
            rising.append(number)
            at_old, at_new = ends[number].tolist()
    return rising


def carry(knots: ScrollMap, y: float, side: Side, source: Lane, target: Lane) -> float:
    """The `y` of `target` that corresponds to `y` of `source`, the lane of version `side`."""
    here = knots.knots(side)
    there = knots.knots(side.other)
    paragraph = source.paragraph_at(int(y))
    k = int(np.searchsorted(here, paragraph, "right")) - 1
    k = max(0, min(k, len(here) - 2))
    top, bottom = source.top_of(int(here[k])), source.top_of(int(here[k + 1]))
    share = (y - top) / (bottom - top) if bottom > top else 0.0
    other_top, other_bottom = target.top_of(int(there[k])), target.top_of(int(there[k + 1]))
    return other_top + max(0.0, min(1.0, share)) * (other_bottom - other_top)


@dataclass(frozen=True, slots=True)
class Scale:
    """A common axis of both versions from 0 to 1, long where either version is long."""

    map: ScrollMap
    ends: Floats

    def place(self, side: Side, paragraph: int, share: float = 0.0) -> float:
        """Where `paragraph` stands on the axis; `share` is how far inside it, from 0 to 1."""
        found: Floats = self.places(side, np.array([paragraph]), np.array([share]))
        return float(found[0])

    def places(self, side: Side, paragraphs: Ints, shares: Floats) -> Floats:
        """As `place`, for many at once."""
        here = self.map.knots(side)
        k = np.clip(np.searchsorted(here, paragraphs, "right") - 1, 0, len(here) - 2)
        size = np.maximum(1, here[k + 1] - here[k])
        inside = np.clip((paragraphs - here[k] + shares) / size, 0.0, 1.0)
        result: Floats = self.ends[k] + inside * (self.ends[k + 1] - self.ends[k])
        return result


def scale(knots: ScrollMap, old_lengths: Ints, new_lengths: Ints) -> Scale:
    """The common axis; each stretch counts as long as its longer version, in code points."""
    sizes = [
        np.diff(np.concatenate(([0], np.cumsum(lengths + _AIR)))[ends])
        for lengths, ends in ((old_lengths, knots.old), (new_lengths, knots.new))
    ]
    ends = np.concatenate(([0.0], np.cumsum(np.maximum(*sizes), dtype=np.float64)))
    return Scale(knots, ends / max(1.0, float(ends[-1])))
