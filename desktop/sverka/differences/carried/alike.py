"""Gathers what was done alike to very many places into one change: another template, one entry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace

from sverka.differences.carried.common_stretches import Stretch
from sverka.differences.carried.looks import LookChange, shown_value
from sverka.differences.edit_thresholds import ALIKE_FEWEST, ALIKE_SHARE
from sverka.model import PLAIN, Alteration, Change, Paragraph, Style

_NAMES = tuple(field.name for field in fields(Style))


def gathered(
    looks: Sequence[LookChange],
    stretches: Iterable[Stretch],
    old: Sequence[Paragraph],
    texts: Sequence[str],
) -> list[Change]:
    """The changes of looks, of which those that hold for nearly all that looked so are one each.

    An alteration holds throughout where the characters that it took are nearly all that had its
    old value, in several links. What altered together throughout is told together.
    """
    throughout = _throughout(looks, stretches, old)
    rest: list[Change] = []
    places: dict[Alteration, list[LookChange]] = defaultdict(list)
    for look in looks:
        own = tuple(one for one in look.alterations if one not in throughout)
        if own:
            rest.append(replace(look, alterations=own).change(texts[look.old.paragraph]))
        for one in look.alterations:
            if one in throughout:
                places[one].append(look)
    together: dict[tuple[int, ...], list[Alteration]] = defaultdict(list)
    for one, where in places.items():
        together[tuple(dict.fromkeys(look.link for look in where))].append(one)
    for links, altered in together.items():
        first = replace(places[altered[0]][0], alterations=tuple(altered))
        change = first.change(texts[first.old.paragraph])
        rest.append(replace(change, alike=links[1:]))
    return rest


def _throughout(
    looks: Sequence[LookChange], stretches: Iterable[Stretch], old: Sequence[Paragraph]
) -> frozenset[Alteration]:
    """The alterations that hold for nearly all characters that had their old value."""
    links: dict[Alteration, set[int]] = defaultdict(set)
    taken: Counter[Alteration] = Counter()
    for look in looks:
        size = look.old.end - look.old.start
        for one in look.alterations:
            links[one].add(look.link)
            taken[one] += size
    several = {one for one, where in links.items() if len(where) >= ALIKE_FEWEST}
    if not several:
        return frozenset()
    had = _had({(str(one.attribute), one.old) for one in several}, stretches, old)
    return frozenset(
        one for one in several if taken[one] >= ALIKE_SHARE * had[str(one.attribute), one.old]
    )


def _had(
    wanted: Iterable[tuple[str, object]],
    stretches: Iterable[Stretch],
    old: Sequence[Paragraph],
) -> Counter[tuple[str, object]]:
    """How many of the characters that stayed had each of these values of an attribute."""
    asked = tuple(wanted)
    sizes: Counter[Style] = Counter()
    for one in stretches:
        stop, plain = one.old_start + one.length, one.length
        for span in old[one.old].styles:
            size = min(span.end, stop) - max(span.start, one.old_start)
            if size > 0:
                sizes[span.style] += size
                plain -= size
        sizes[PLAIN] += plain
    return Counter(
        {
            (name, value): sum(
                size for style, size in sizes.items() if shown_value(style, name) == value
            )
            for name, value in asked
            if name in _NAMES
        }
    )


def gathered_roles(changes: Sequence[Change], had: Counter[object]) -> list[Change]:
    """Paragraphs that stand as something else, all alike, as one change.

    `had` counts the linked paragraphs that stood so before, by what they stood as.
    """
    alike: dict[tuple[Alteration, ...], list[Change]] = defaultdict(list)
    for change in changes:
        alike[change.alterations].append(change)
    found: list[Change] = []
    for same in alike.values():
        stood = had[tuple((one.attribute, one.old) for one in same[0].alterations)]
        if len(same) >= max(ALIKE_FEWEST, ALIKE_SHARE * stood):
            found.append(replace(same[0], alike=tuple(one.link for one in same[1:])))
        else:
            found += same
    return found
