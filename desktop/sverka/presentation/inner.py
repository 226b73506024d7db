"""The differences inside one link, to be walked one by one: what exactly is different here."""

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.model import Change, Side, Span
from sverka.presentation.comparison_index import Index
from sverka.weave import halves_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One place inside a pair of paragraphs: its change and its span on either side.

    It may also be `elsewhere`: where the same was done, or what still names a number as it was.
    """

    change: int
    old: Span | None
    new: Span | None
    elsewhere: bool = False

    def span(self, side: Side) -> Span | None:
        """The place in one version."""
        return self.old if side is Side.OLD else self.new


def differences_of(index: Index, link: int) -> tuple[Difference, ...]:
    """The differences inside link `link`, in reading order.

    A word of which only a part differs gives a place for each such part, where both sides have
    as many of them; else the whole word is one place.
    """
    told = index.told_in(link)
    own = halves_of(index.comparison, link, told)
    found = [part for number, change in own for part in _parts(number, change)]
    for number, change in told:
        if change.link == link:
            found += _elsewhere(index, number, change)
    return tuple(found)


def _elsewhere(index: Index, number: int, change: Change) -> Iterator[Difference]:
    links = index.comparison.alignment.links
    for link in change.alike:
        old, new = (_whole(index, side, links[link].of(side)) for side in Side)
        yield Difference(number, old, new, elsewhere=True)
    for span in change.references:
        yield Difference(number, None, span, elsewhere=True)


def _whole(index: Index, side: Side, paragraphs: tuple[int, ...]) -> Span | None:
    """The first of the paragraphs of a link, whole."""
    if not paragraphs:
        return None
    return Span(paragraphs[0], 0, int(index.side(side).lengths[paragraphs[0]]))


def _parts(number: int, change: Change) -> list[Difference]:
    old, new = change.old_marks, change.new_marks
    if not old or len(old) != len(new):
        return [Difference(number, change.old, change.new)]
    return [Difference(number, a, b) for a, b in zip(old, new, strict=True)]
