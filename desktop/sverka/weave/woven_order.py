"""In which order the links stand when both versions are one text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sverka.model import Comparison
from sverka.weave.standing import Standing


@dataclass(frozen=True, slots=True)
class WovenPlace:
    """A place of link `link`: of its neighbouring paragraphs `new` of the revised version.

    Without `new` it is where the paragraphs of the original stood: those of a deleted link, or
    `moved_away`, of which nothing but the place is left there.
    """

    link: int
    new: tuple[int, ...] = ()
    moved_away: bool = False


def woven_order(comparison: Comparison) -> tuple[WovenPlace, ...]:
    """The revised version in its order; what went stands right after what it followed.

    Every paragraph of the revised version has its place once. A link whose new paragraphs do not
    follow one another (something came in between) has several places.
    """
    standing = Standing(comparison)
    placed: list[tuple[tuple[int, int, int], WovenPlace]] = []
    for number, link in enumerate(comparison.alignment.links):
        for run in _runs(link.new):
            placed.append(((run[0], 0, 0), WovenPlace(number, run)))
        if link.moved or not link.new:
            before = standing.after(link.old[0])
            key = (-1 if before is None else before, 1, link.old[0])
            placed.append((key, WovenPlace(number, moved_away=bool(link.new))))
    placed.sort(key=lambda pair: pair[0])
    return tuple(place for _key, place in placed)


def _runs(paragraphs: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Ascending indexes of paragraphs, cut where one is left out."""
    if not paragraphs:
        return
    start = 0
    for at, (before, after) in enumerate(pairwise(paragraphs), 1):
        if after != before + 1:
            yield tuple(paragraphs[start:at])
            start = at
    yield tuple(paragraphs[start:])
