"""Tells what paragraphs stand as now: one by one, alike throughout, or numbered anew."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from sverka.differences.carried.alike import StandsAs, gathered_roles
from sverka.differences.carried.common_stretches import LinkedStretches
from sverka.differences.carried.paragraph_roles import role_alterations, role_values
from sverka.differences.carried.renumbering import (
    is_renumbered,
    numbers_named,
    old_numbers,
    renumbered_once,
    with_references,
)
from sverka.differences.carried.shared_terms import SharedTerms
from sverka.model import Category, Change, ChangeKind, Side, Span


def role_changes(linked: LinkedStretches, terms: SharedTerms) -> list[Change]:
    """Each paragraph that stands as something else, in the terms that both formats share."""
    return list(_role_changes(linked, terms))


def _role_changes(linked: LinkedStretches, terms: SharedTerms) -> Iterator[Change]:
    notes: set[tuple[str, str]] = set()
    for number in range(len(linked.links)):
        for was, now in _counterparts(number, linked):
            old, new = linked.old[was], linked.new[now]
            altered = role_alterations(old, new, terms)
            if altered and old.note is not None and new.note is not None:
                # What a note is holds for all of its paragraphs.
                told_before = (old.note, new.note) in notes
                notes.add((old.note, new.note))
                altered = () if told_before else altered
            if altered:
                spans = Span(was, 0, len(old.text)), Span(now, 0, len(new.text))
                about = (Category.STRUCTURE,)
                yield Change(ChangeKind.FORMATTING, about, *spans, number, alterations=altered)


def gathered_role_changes(
    changes: Sequence[Change], linked: LinkedStretches, terms: SharedTerms
) -> list[Change]:
    """The changes of roles, those alike throughout as one, what was numbered anew once a list."""
    numbers = [change for change in changes if is_renumbered(change)]
    others = [change for change in changes if not is_renumbered(change)]
    before, after = (_roles_held(others, linked, side, terms) for side in Side)
    return [*gathered_roles(others, before, after), *_renumbered(numbers, linked)]


def _roles_held(
    changes: Sequence[Change], linked: LinkedStretches, side: Side, terms: SharedTerms
) -> Counter[StandsAs]:
    """How many linked paragraphs of a side stand as what, in all that these changes name."""
    asked = {tuple(one.attribute for one in change.alterations) for change in changes}
    counts: Counter[StandsAs] = Counter()
    for link in linked.links if asked else ():
        for number in link.of(side) if link.of(side.other) else ():
            stands = role_values(linked.side(side)[number], terms)
            for attributes in asked:
                counts[tuple((each, stands[each]) for each in attributes)] += 1
    return counts


def _renumbered(numbers: Sequence[Change], linked: LinkedStretches) -> list[Change]:
    if not numbers:
        return []
    alterations = {change.link: change.alterations[0] for change in numbers}
    stretches = chain.from_iterable(map(linked.of_link, range(len(linked.links))))
    named = numbers_named(stretches, linked.new)
    return [
        with_references(one, old_numbers(one, alterations), named)
        for one in renumbered_once(numbers, linked.old, linked.new)
    ]


def _counterparts(number: int, linked: LinkedStretches) -> list[tuple[int, int]]:
    """The paragraphs of a link that begin with each other."""
    link = linked.links[number]
    if len(link.old) == 1 and len(link.new) == 1:
        return [(link.old[0], link.new[0])]
    first: dict[int, int] = {}
    taken: set[int] = set()
    for one in linked.of_link(number):
        if one.old not in first and one.new not in taken:
            first[one.old] = one.new
            taken.add(one.new)
    return list(first.items())
