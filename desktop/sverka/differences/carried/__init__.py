"""Finds what changed beside the words: looks, what paragraphs stand as, links, pictures, marks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import chain

from sverka.differences.carried.alike import Standing, gathered, gathered_roles
from sverka.differences.carried.common_stretches import Stretch, common_stretches
from sverka.differences.carried.linked_objects import LinkedVersions, gone_outright, notes_of
from sverka.differences.carried.looks import LookChange, look_changes, without_all_through
from sverka.differences.carried.object_changes import object_changes
from sverka.differences.carried.paragraph_roles import role_alterations, role_values
from sverka.differences.carried.renumbering import (
    is_renumbered,
    numbers_named,
    old_numbers,
    renumbered_once,
    with_references,
)
from sverka.differences.carried.told_together import told_together
from sverka.model import (
    Alignment,
    Alteration,
    Aspect,
    Attribute,
    Category,
    Change,
    ChangeKind,
    Inspection,
    Link,
    LinkKind,
    ObjectKind,
    Paragraph,
    Side,
    Span,
    Style,
    Traits,
)

COMPARED = frozenset(Aspect) - {Aspect.HEADERS}
"""What is held against each other where the formats of both versions tell it."""

_LINK_LOOKS = frozenset({Attribute.UNDERLINE, Attribute.COLOUR})
"""How a link looks, which comes and goes with it."""
_ROLES = frozenset({Attribute.KIND, Attribute.LEVEL})


def with_carried(
    changes: Sequence[Change], old: Inspection, new: Inspection, alignment: Alignment
) -> tuple[Change, ...]:
    """The changes of words and, among them in their places, what changed beside the words.

    Only what the formats of both versions tell is held against each other. One thing that was done
    is told once: the look that came with a heading's level or with a link is not told beside it.
    """
    told = old.document.traits.tells & new.document.traits.tells
    if old.document.sha256 == new.document.sha256 != "":
        return tuple(changes)
    # Where one format tells no pictures, a paragraph that holds but one is not missing there.
    words = [
        change for change in changes if not _is_wordless(change, old.paragraphs, new.paragraphs)
    ]
    if not told:
        return tuple(words)
    finder = _Finder(changes, old, new, alignment, told)
    texts = [one.text for one in old.paragraphs], [one.text for one in new.paragraphs]
    words, objects = told_together(words, finder.objects, *texts)
    return _merged(words, [*objects, *finder.roles(), *finder.looks()])


def differ_beside_words(old: Inspection, new: Inspection) -> bool:
    """Whether versions of one paragraph each, of the same words, differ in anything beside them."""
    alone = Alignment((Link((0,), (0,), LinkKind.EQUAL),))
    return bool(with_carried((), old, new, alone))


class _Finder:
    """What is asked of every link, once: the stretches that stayed, the objects that changed."""

    def __init__(
        self,
        changes: Sequence[Change],
        one: Inspection,
        other: Inspection,
        alignment: Alignment,
        told: frozenset[Aspect],
    ) -> None:
        old, new = one.paragraphs, other.paragraphs
        traits = one.document.traits, other.document.traits
        self._unsaid = _unsaid(*traits)
        self._plain_links = any(each.plain_links for each in traits)
        self._old, self._new, self._links, self._told = old, new, list(alignment.links), told
        by_link: dict[int, list[Change]] = {}
        for change in changes:
            by_link.setdefault(change.link, []).append(change)
        texts = [one.text for one in old], [one.text for one in new]
        self._texts = texts
        self._stretches = {
            number: common_stretches(link, by_link.get(number, ()), *texts)
            for number, link in enumerate(self._links)
            if link.old and link.new
        }
        notes = notes_of(old, new, alignment)
        gone = gone_outright(changes, *texts)
        versions = LinkedVersions(old, new, alignment, told, notes, gone)
        self.objects = object_changes(versions, self._stretches)
        self._roles = list(self._found_roles())

    def _found_roles(self) -> list[Change]:
        found = []
        for number, link in enumerate(self._links):
            for was, now in _counterparts(link, self._stretches.get(number, ())):
                altered = role_alterations(self._old[was], self._new[now], self._told)
                if altered:
                    found.append(self._role_change(number, was, now, altered))
        return found

    def _role_change(
        self, link: int, old: int, new: int, altered: tuple[Alteration, ...]
    ) -> Change:
        return Change(
            ChangeKind.FORMATTING,
            (Category.STRUCTURE,),
            Span(old, 0, len(self._texts[0][old])),
            Span(new, 0, len(self._texts[1][new])),
            link,
            alterations=altered,
        )

    def roles(self) -> list[Change]:
        """What paragraphs stand as, with what was numbered anew told once a list."""
        numbers = [change for change in self._roles if is_renumbered(change)]
        others = [change for change in self._roles if not is_renumbered(change)]
        before, after = (self._standing(others, side) for side in Side)
        return [*gathered_roles(others, before, after), *self._renumbered(numbers)]

    def _standing(self, changes: Sequence[Change], side: Side) -> Counter[Standing]:
        """How many linked paragraphs of a side stand as what, in all that these changes name."""
        asked = {tuple(one.attribute for one in change.alterations) for change in changes}
        counts: Counter[Standing] = Counter()
        paragraphs = self._old if side is Side.OLD else self._new
        for link in self._links if asked else ():
            for number in link.of(side) if link.of(side.other) else ():
                stands = role_values(paragraphs[number], self._told)
                for attributes in asked:
                    counts[tuple((each, stands[each]) for each in attributes)] += 1
        return counts

    def _renumbered(self, numbers: Sequence[Change]) -> list[Change]:
        if not numbers:
            return []
        alterations = {change.link: change.alterations[0] for change in numbers}
        named = numbers_named(chain.from_iterable(self._stretches.values()), self._new)
        return [
            with_references(one, old_numbers(one, alterations), named)
            for one in renumbered_once(numbers, self._old, self._new)
        ]

    def _without_link_looks(self, look: LookChange) -> LookChange:
        """A look of characters that are a link in both, but for how a program shows links."""
        if not self._plain_links:
            return look
        sides = ((look.old, self._old), (look.new, self._new))
        if not all(_is_linked(span, side[span.paragraph]) for span, side in sides):
            return look
        rest = tuple(one for one in look.alterations if one.attribute not in _LINK_LOOKS)
        return replace(look, alterations=rest)

    def looks(self) -> list[Change]:
        """Where the same characters look otherwise, but for what comes with a role or a link."""
        if Aspect.FORMATTING not in self._told:
            return []
        roles = {
            change.link
            for change in self._roles
            if _ROLES.intersection(one.attribute for one in change.alterations)
        }
        links: dict[int, list[Change]] = {}
        for change in self.objects:
            if change.object is ObjectKind.LINK:
                links.setdefault(change.link, []).append(change)
        found: list[LookChange] = []
        for number, stretches in self._stretches.items():
            own = look_changes(number, stretches, self._old, self._new, self._unsaid)
            if number in roles:
                own = without_all_through(own, stretches, self._old)
            for look in map(self._without_link_looks, own):
                if look.alterations:
                    found += _without_links(look, links.get(number, ()))
        return gathered(found, self._stretches, self._old, self._new)


def _is_linked(span: Span, paragraph: Paragraph) -> bool:
    """Whether a link covers all these characters."""
    return any(
        one.kind is ObjectKind.LINK
        and one.offset <= span.start
        and span.end <= one.offset + one.length
        for one in paragraph.objects
    )


def _unsaid(old: Traits, new: Traits) -> frozenset[Attribute]:
    """The attributes of looks that the format of one of the versions does not say."""
    said = [each.shows for each in (old, new) if each.shows is not None]
    if not said:
        return frozenset()
    looks = (Attribute(field.name) for field in fields(Style))
    return frozenset(one for one in looks if not all(one in each for each in said))


def _counterparts(link: Link, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The paragraphs of a link that begin with each other."""
    if len(link.old) == 1 and len(link.new) == 1:
        return [(link.old[0], link.new[0])]
    first: dict[int, int] = {}
    taken: set[int] = set()
    for one in stretches:
        if one.old not in first and one.new not in taken:
            first[one.old] = one.new
            taken.add(one.new)
    return list(first.items())


def _without_links(look: LookChange, links: Sequence[Change]) -> list[LookChange]:
    """The look but for what came or went with a link over the same characters."""
    for change in links:
        span, there = change.old, change.new
        inside = (
            span is not None
            and (span.start <= look.old.start and look.old.end <= span.end)
            and span.paragraph == look.old.paragraph
        ) or (
            there is not None
            and (there.start <= look.new.start and look.new.end <= there.end)
            and there.paragraph == look.new.paragraph
        )
        if inside:
            rest = tuple(one for one in look.alterations if one.attribute not in _LINK_LOOKS)
            return [replace(look, alterations=rest)] if rest else []
    return [look]


def _is_wordless(change: Change, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    """Whether a paragraph without words came or went, which is told of the object in it."""
    if not change.kind.is_of_words or (change.old is not None and change.new is not None):
        return False
    spans = ((change.old, old), (change.new, new))
    return all(
        span is None or (paragraphs[span.paragraph].objects and not paragraphs[span.paragraph].text)
        for span, paragraphs in spans
    )


def _merged(words: Sequence[Change], carried: Sequence[Change]) -> tuple[Change, ...]:
    """All changes in the order of the links, in a link in the order of the text."""
    by_link: dict[int, list[Change]] = {}
    for change in carried:
        by_link.setdefault(change.link, []).append(change)
    if not by_link:
        return tuple(words)
    found: list[Change] = []
    own: dict[int, list[Change]] = {}
    for change in words:
        own.setdefault(change.link, []).append(change)
    for link in sorted({*own, *by_link}):
        more = sorted(by_link.get(link, ()), key=_place)
        at = 0
        for change in own.get(link, ()):
            while at < len(more) and _place(more[at]) < _place(change):
                found.append(more[at])
                at += 1
            found.append(change)
        found += more[at:]
    return tuple(found)


def _place(change: Change) -> tuple[int, int, int]:
    """Where it stands in the text; of what is only old, what it stands before is not known."""
    span = change.new if change.new is not None else change.old
    if change.kind is ChangeKind.MOVE or span is None:
        return (-1, 0, 0)
    return (span.paragraph, span.start, 0)
