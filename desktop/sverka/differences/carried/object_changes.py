"""Finds the links, pictures, note marks, fields and boxes that came, went, moved or changed."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from sverka.differences.carried.common_stretches import LinkedStretches, PlacesOfLink
from sverka.differences.carried.linked_objects import OBJECT_ASPECTS, LinkedVersions, Placed
from sverka.differences.carried.object_alterations import DIGESTS, object_alterations
from sverka.differences.carried.object_pairs import paired_objects
from sverka.model import (
    Alteration,
    Attribute,
    AttributeValue,
    Category,
    Change,
    ChangeKind,
    Link,
    ObjectKind,
    Side,
    Span,
)

_CATEGORIES = {
    ObjectKind.LINK: Category.LINK,
    ObjectKind.PICTURE: Category.PICTURE,
    ObjectKind.NOTE_REFERENCE: Category.NOTE,
    ObjectKind.FIELD: Category.FIELD,
    ObjectKind.CHECK_BOX: Category.CONTROL,
    ObjectKind.FORMULA: Category.WORDING,
    ObjectKind.CONTROL: Category.CONTROL,
    ObjectKind.READING: Category.WORDING,
}
_WANDERING = frozenset({ObjectKind.NOTE_REFERENCE, ObjectKind.PICTURE})
"""What is known again in another paragraph."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An object of one side that has no counterpart in its link.

    `place` is where it would stand on the other side, None where its paragraph has no counterpart.
    `apart` is whether it is all of its paragraph.
    """

    side: Side
    link: int
    placed: Placed
    place: Span | None
    apart: bool


def object_changes(versions: LinkedVersions) -> list[Change]:
    """What changed of the objects."""
    linked = versions.linked
    changes: list[Change] = []
    rest: list[Unmatched] = []
    for number, link in enumerate(linked.links):
        if not _has_objects(linked, link):
            continue
        places = PlacesOfLink(linked.of_link(number))
        for kind, aspect in OBJECT_ASPECTS.items():
            if aspect in versions.terms.told:
                found, left = _of_kind(versions, number, link, kind, places)
                changes += found
                rest += left
    return [*changes, *_wandered(versions, rest)]


def _has_objects(linked: LinkedStretches, link: Link) -> bool:
    return any(linked.old[k].objects for k in link.old) or any(
        linked.new[k].objects for k in link.new
    )


def _of_kind(
    versions: LinkedVersions, number: int, link: Link, kind: ObjectKind, places: PlacesOfLink
) -> tuple[list[Change], list[Unmatched]]:
    """What changed of the objects of one kind in a link, and those without a counterpart."""
    old, new = (versions.placed(link, side, kind) for side in Side)
    if not old and not new:
        return [], []
    changes, left = [], []
    for was, now in paired_objects(old, new):
        if was is not None and now is not None:
            altered = object_alterations(was, now, places, versions)
            if altered:
                changes.append(_change(kind, was.span, now.span, number, altered))
        elif was is not None:
            left.append(_unmatched(versions, Side.OLD, number, link, was, places))
        elif now is not None:
            left.append(_unmatched(versions, Side.NEW, number, link, now, places))
    return changes, left


def _unmatched(
    versions: LinkedVersions,
    side: Side,
    number: int,
    link: Link,
    placed: Placed,
    places: PlacesOfLink,
) -> Unmatched:
    """An object without a counterpart, and where it would stand on the other side."""
    others = link.of(side.other)
    apart = not versions.linked.side(side)[placed.paragraph].text.strip()
    if not others:
        return Unmatched(side, number, placed, None, apart)
    return Unmatched(side, number, placed, places.across(side, placed.span, others), apart)


def _wandered(versions: LinkedVersions, rest: Sequence[Unmatched]) -> Iterator[Change]:
    """The objects that came or went, but those that went from one to the other: once, as a move.

    What is in a paragraph that came or went as a whole is told with it; so is the mark of a note
    that did.
    """
    new_notes = frozenset(versions.notes.values())
    rest = _without_links_of_pictures(rest)
    come: dict[tuple[ObjectKind, Hashable], deque[Unmatched]] = defaultdict(deque)
    for one in rest:
        if one.side is Side.NEW:
            come[one.placed.object.kind, one.placed.key].append(one)
    for was in rest:
        if was.side is Side.NEW:
            continue
        kind = was.placed.object.kind
        same = come[kind, was.placed.key] if kind in _WANDERING else None
        if same:
            now = same.popleft()
            moved = (Alteration(Attribute.PLACE, None, None),)
            yield _change(kind, was.placed.span, now.placed.span, now.link, moved)
        elif _is_told(was, versions, new_notes):
            yield _came_or_went(was)
    for left in come.values():
        yield from (_came_or_went(now) for now in left if _is_told(now, versions, new_notes))


def _without_links_of_pictures(rest: Sequence[Unmatched]) -> list[Unmatched]:
    """What came or went but for the links of pictures that did, which are told with these."""
    pictures = {
        (one.side, one.placed.span) for one in rest if one.placed.object.kind is ObjectKind.PICTURE
    }
    return [
        one
        for one in rest
        if one.placed.object.kind is not ObjectKind.LINK
        or one.placed.object.length
        or (one.side, one.placed.span) not in pictures
    ]


def _is_told(one: Unmatched, versions: LinkedVersions, new_notes: frozenset[str]) -> bool:
    if (one.place is None and not one.apart) or versions.is_gone(one.side, one.placed):
        return False
    if one.placed.object.kind is ObjectKind.FORMULA and _is_nowhere(one.place):
        return False  # It stands in the text, where it is told.
    if _is_page_of_contents(one, versions):
        return False  # A program fills in the list, and another writes its pages as text.
    if one.placed.is_mark:
        names = versions.notes if one.side is Side.OLD else new_notes
        return one.placed.object.digest in names
    return True


def _is_page_of_contents(one: Unmatched, versions: LinkedVersions) -> bool:
    """Whether it is the field of a page in a line of a list of contents, which leads there."""
    thing, paragraph = one.placed.object, versions.linked.side(one.side)[one.placed.paragraph]
    return thing.is_field({"PAGEREF"}) and any(
        other.kind is ObjectKind.LINK and other.offset <= thing.offset < other.offset + other.length
        for other in paragraph.objects
    )


def _is_nowhere(place: Span | None) -> bool:
    """Whether nothing on the other side is what an object covers."""
    return place is None or place.start == place.end


def _came_or_went(one: Unmatched) -> Change:
    thing = one.placed.object
    value: AttributeValue = thing.digest
    old, new = (value, None) if one.side is Side.OLD else (None, value)
    altered = [Alteration(DIGESTS[thing.kind], old, new)]
    if thing.kind is ObjectKind.PICTURE and thing.words:
        words = (thing.words, None) if one.side is Side.OLD else (None, thing.words)
        altered.append(Alteration(Attribute.ALTERNATIVE_TEXT, *words))
    spans = one.placed.span, one.place
    was, now = spans if one.side is Side.OLD else spans[::-1]
    return _change(thing.kind, was, now, one.link, altered)


def _change(
    kind: ObjectKind,
    old: Span | None,
    new: Span | None,
    link: int,
    altered: Sequence[Alteration],
) -> Change:
    change = Change(ChangeKind.OBJECT, (_CATEGORIES[kind],), old, new, link, object=kind)
    return replace(change, alterations=tuple(altered))
