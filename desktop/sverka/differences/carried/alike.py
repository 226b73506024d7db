"""Gathers what was done alike to very many places into one change: another template, one entry."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sverka.differences.carried.common_stretches import LinkedStretches
from sverka.differences.carried.looks import LookChange, has_value, inked
from sverka.differences.edit_thresholds import ALIKE_FEWEST, ALIKE_MANY, ALIKE_SHARE
from sverka.model import (
    PLAIN,
    Alteration,
    Attribute,
    AttributeValue,
    Change,
    Paragraph,
    Side,
    Style,
)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far an alteration goes: places that it took, and that had the old and the new value.

    `links` are those it stands in, `wholes` those of which it took nearly all. Which side is the
    old one makes no difference to whether it holds throughout.
    """

    links: int
    wholes: int
    taken: int
    before: int
    after: int

    @property
    def is_throughout(self) -> bool:
        """Whether all that was so is otherwise alike: of both versions, or of one in many places.

        A template changes what was so everywhere, whole paragraphs of it. Where a few words of a
        text are no longer bold, they were all that was bold, and yet each of them is told.
        """
        if self.links >= ALIKE_MANY or self.wholes >= ALIKE_FEWEST:
            return self.taken >= ALIKE_SHARE * min(self.before, self.after)
        return self.links >= ALIKE_FEWEST and self.taken >= ALIKE_SHARE * max(
            self.before, self.after
        )


def gathered(looks: Sequence[LookChange], linked: LinkedStretches) -> list[Change]:
    """The changes of looks, of which those that hold throughout are one each.

    What altered together throughout is told together.
    """
    old = linked.old
    throughout = _throughout(looks, linked)
    rest: list[Change] = []
    places: dict[Alteration, list[LookChange]] = defaultdict(list)
    for look in looks:
        own = tuple(one for one in look.alterations if one not in throughout)
        if own:
            rest.append(replace(look, alterations=own).change(old[look.old.paragraph].text))
        for one in look.alterations:
            if one in throughout:
                places[one].append(look)
    together: dict[tuple[int, ...], list[Alteration]] = defaultdict(list)
    for one, where in places.items():
        together[tuple(dict.fromkeys(look.link for look in where))].append(one)
    for links, altered in together.items():
        first = replace(min(places[altered[0]], key=by_place), alterations=tuple(altered))
        change = first.change(old[first.old.paragraph].text)
        rest.append(replace(change, alike=tuple(one for one in links if one != first.link)))
    return rest


def by_place(one: LookChange | Change) -> tuple[int, ...]:
    """Sorts what was done alike, so that the first of it is the same whichever version is old."""
    spans = [span for span in (one.old, one.new) if span is not None]
    return (
        *sorted(span.paragraph for span in spans),
        *sorted(span.start for span in spans),
    )


def _throughout(looks: Sequence[LookChange], linked: LinkedStretches) -> frozenset[Alteration]:
    """The alterations that hold for nearly all characters with their old or their new value.

    Only what stayed counts, without the white space, which shows no look.
    """
    old, new = linked.old, linked.new
    taken: dict[Alteration, Counter[int]] = defaultdict(Counter)
    for look in looks:
        size = inked(old[look.old.paragraph].text, look.old.start, look.old.end)
        for one in look.alterations:
            taken[one][look.link] += size
    several = [one for one, links in taken.items() if len(links) >= ALIKE_FEWEST]
    if not several:
        return frozenset()
    wholes: Counter[int] = Counter()
    before: Counter[Style] = Counter()
    after: Counter[Style] = Counter()
    for link in range(len(linked.links)):
        for s in linked.of_link(link):
            text = old[s.old].text
            wholes[link] += inked(text, s.old_start, s.old_start + s.length)
            before.update(_sizes(old[s.old], s.old_start, s.length))
            after.update(_sizes(new[s.new], s.new_start, s.length))
    return frozenset(
        one
        for one in several
        if Spread(
            len(taken[one]),
            sum(size >= ALIKE_SHARE * wholes[link] for link, size in taken[one].items()),
            taken[one].total(),
            _had(before, one.attribute, one.old),
            _had(after, one.attribute, one.new),
        ).is_throughout
    )


def _sizes(paragraph: Paragraph, start: int, length: int) -> Counter[Style]:
    """How many of the characters from `start` on have each look, but for white space."""
    stop = start + length
    plain = inked(paragraph.text, start, stop)
    sizes: Counter[Style] = Counter()
    for span in paragraph.styles:
        first, last = max(span.start, start), min(span.end, stop)
        if first < last:
            size = inked(paragraph.text, first, last)
            sizes[span.style] += size
            plain -= size
    sizes[PLAIN] += plain
    return sizes


def _had(sizes: Counter[Style], attribute: Attribute, value: AttributeValue) -> int:
    """How many characters have this value of an attribute."""
    return sum(size for style, size in sizes.items() if has_value(style, attribute, value))


StandsAs: TypeAlias = tuple[tuple[Attribute, AttributeValue], ...]
"""What a paragraph stands as, as far as it is asked: its kind, its level."""


def gathered_roles(
    changes: Sequence[Change], before: Mapping[StandsAs, int], after: Mapping[StandsAs, int]
) -> list[Change]:
    """Paragraphs that stand as something else, all alike, as one change.

    `before` and `after` count the linked paragraphs of both versions by what they stand as.
    """
    alike: dict[tuple[Alteration, ...], list[Change]] = defaultdict(list)
    for change in changes:
        alike[change.alterations].append(change)
    found: list[Change] = []
    for altered, same in alike.items():
        was, now = _stands_as(altered, Side.OLD), _stands_as(altered, Side.NEW)
        many = len(same)
        spread = Spread(many, many, many, before.get(was, 0), after.get(now, 0))
        if spread.is_throughout:
            found.append(told_at_the_first(same))
        else:
            found += same
    return found


def _stands_as(altered: Sequence[Alteration], side: Side) -> StandsAs:
    """What a paragraph with these alterations stands as on one side."""
    return tuple((one.attribute, one.of(side)) for one in altered)


def told_at_the_first(same: Sequence[Change]) -> Change:
    """Changes that are alike as one, at the first of them."""
    first = min(same, key=by_place)
    return replace(first, alike=tuple(one.link for one in same if one is not first))
