"""Finds the links, pictures, note marks, fields and boxes that came, went, moved or changed."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from sverka.differences.carried.common_stretches import PlacesOfLink, Stretch
from sverka.differences.carried.same_things import known_otherwise, same_code, same_target
from sverka.model import (
    Alignment,
    Alteration,
    Aspect,
    Attribute,
    AttributeValue,
    Category,
    Change,
    ChangeKind,
    Link,
    Object,
    ObjectKind,
    Paragraph,
    Side,
    Span,
)

_ASPECTS = {
    ObjectKind.LINK: Aspect.LINKS,
    ObjectKind.PICTURE: Aspect.PICTURES,
    ObjectKind.NOTE_REFERENCE: Aspect.NOTE_MARKS,
    ObjectKind.FIELD: Aspect.FIELDS,
    ObjectKind.CHECK_BOX: Aspect.CHECK_BOXES,
    ObjectKind.FORMULA: Aspect.FORMULAS,
    ObjectKind.CONTROL: Aspect.CONTROLS,
}
_CATEGORIES = {
    ObjectKind.LINK: Category.LINK,
    ObjectKind.PICTURE: Category.PICTURE,
    ObjectKind.NOTE_REFERENCE: Category.NOTE,
    ObjectKind.FIELD: Category.FIELD,
    ObjectKind.CHECK_BOX: Category.CONTROL,
    ObjectKind.FORMULA: Category.WORDING,
    ObjectKind.CONTROL: Category.CONTROL,
}
_DIGESTS = {
    ObjectKind.LINK: Attribute.TARGET,
    ObjectKind.PICTURE: Attribute.PICTURE,
    ObjectKind.NOTE_REFERENCE: Attribute.MARK,
    ObjectKind.FIELD: Attribute.CODE,
    ObjectKind.CHECK_BOX: Attribute.STATE,
    ObjectKind.FORMULA: Attribute.FORMULA,
    ObjectKind.CONTROL: Attribute.NAME,
}
_SAME_EXTENT = 0.01
"""The share by which a picture may be wider or higher and still be as large. [hand]"""
_WANDERING = frozenset({ObjectKind.NOTE_REFERENCE, ObjectKind.PICTURE})
"""What is known again in another paragraph."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An object with the paragraph it stands in; `key` says whether two are the same thing."""

    paragraph: int
    object: Object
    key: Hashable

    @property
    def span(self) -> Span:
        """The characters it covers."""
        start = self.object.offset
        return Span(self.paragraph, start, start + self.object.length)


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


@dataclass(frozen=True, slots=True)
class LinkedVersions:
    """The paragraphs of both versions, how they hang together, and what both formats tell.

    `notes` maps the names of old notes to those of the new notes they became, `gone` has for each
    paragraph the characters that are told to have come or gone, without others in their place.
    """

    old: Sequence[Paragraph]
    new: Sequence[Paragraph]
    alignment: Alignment
    told: frozenset[Aspect]
    notes: Mapping[str, str]
    gone: Mapping[tuple[Side, int], Sequence[Span]]

    def side(self, side: Side) -> Sequence[Paragraph]:
        """The paragraphs of one version."""
        return self.old if side is Side.OLD else self.new

    def placed(self, link: Link, side: Side, kind: ObjectKind) -> list[Placed]:
        """The objects of a kind on one side of a link, in the order of the text."""
        return [
            Placed(number, one, self._key(one, side))
            for number in link.of(side)
            for one in self.side(side)[number].objects
            if one.kind is kind and _is_seen(one, self.side(side)[number].objects)
        ]

    def _key(self, one: Object, side: Side) -> Hashable:
        if one.kind is ObjectKind.NOTE_REFERENCE:
            name = one.digest
            return self.notes.get(name, (name,)) if side is Side.OLD else name
        if one.kind is ObjectKind.LINK:
            return same_target(one.digest)
        if one.kind is ObjectKind.FIELD:
            return same_code(one.digest)
        return " ".join(one.digest.split())

    def is_gone(self, side: Side, placed: "Placed") -> bool:
        """Whether the words that an object covers came or went with it, which is told."""
        span = placed.span
        return span.start < span.end and any(
            one.start <= span.start and span.end <= one.end
            for one in self.gone.get((side, span.paragraph), ())
        )


def _is_seen(one: Object, others: Sequence[Object]) -> bool:
    """Whether anything shows it: a link needs words or a picture that one can choose."""
    return (
        one.kind is not ObjectKind.LINK
        or one.length > 0
        or any(o.kind is ObjectKind.PICTURE and o.offset == one.offset for o in others)
    )


def gone_outright(
    changes: Iterable[Change], old_texts: Sequence[str], new_texts: Sequence[str]
) -> dict[tuple[Side, int], list[Span]]:
    """For each paragraph the characters that came or went, with no words in their place."""
    texts = {Side.OLD: old_texts, Side.NEW: new_texts}
    found: dict[tuple[Side, int], list[Span]] = {}
    for change in changes:
        if not change.kind.is_of_words:
            continue
        for side in Side:
            span, other = change.span(side), change.span(side.other)
            instead = texts[side.other][other.paragraph][other.start : other.end] if other else ""
            if span is not None and not instead.strip():
                found.setdefault((side, span.paragraph), []).append(span)
    return found


def notes_of(
    old: Sequence[Paragraph], new: Sequence[Paragraph], alignment: Alignment
) -> dict[str, str]:
    """The new note that each old one became, by the links of their paragraphs."""
    found: dict[str, str] = {}
    for link in alignment.links:
        if link.old and link.new:
            was, now = old[link.old[0]].note, new[link.new[0]].note
            if was is not None and now is not None:
                found.setdefault(was, now)
    return found


def object_changes(
    versions: LinkedVersions, stretches: Mapping[int, Sequence[Stretch]]
) -> list[Change]:
    """What changed of the objects; `stretches` has those of the links that have objects."""
    changes: list[Change] = []
    rest: list[Unmatched] = []
    for number, link in enumerate(versions.alignment.links):
        if not _has_objects(versions, link):
            continue
        places = PlacesOfLink(stretches.get(number, ()))
        for kind, aspect in _ASPECTS.items():
            if aspect in versions.told:
                found, left = _of_kind(versions, number, link, kind, places)
                changes += found
                rest += left
    return [*changes, *_wandered(versions, rest)]


def _has_objects(versions: LinkedVersions, link: Link) -> bool:
    return any(versions.side(side)[number].objects for side in Side for number in link.of(side))


def _of_kind(
    versions: LinkedVersions, number: int, link: Link, kind: ObjectKind, places: PlacesOfLink
) -> tuple[list[Change], list[Unmatched]]:
    """What changed of the objects of one kind in a link, and those without a counterpart."""
    old, new = (versions.placed(link, side, kind) for side in Side)
    if not old and not new:
        return [], []
    changes, left = [], []
    for was, now in _known_again(list(_pairs(old, new))):
        if was is not None and now is not None:
            altered = _altered(was, now, places, versions)
            if altered:
                changes.append(_change(kind, was.span, now.span, number, altered))
        elif was is not None:
            left.append(_unmatched(versions, Side.OLD, number, link, was, places))
        elif now is not None:
            left.append(_unmatched(versions, Side.NEW, number, link, now, places))
    return changes, left


def _pairs(
    old: Sequence[Placed], new: Sequence[Placed]
) -> Iterator[tuple[Placed | None, Placed | None]]:
    """The objects that belong together: what is the same in its order, then what stands between."""
    numbers: dict[Hashable, int] = {}
    before, after = (
        [numbers.setdefault(one.key, len(numbers)) for one in each] for each in (old, new)
    )
    blocks = Indel.opcodes(before, after)
    gap_old: list[Placed] = []
    gap_new: list[Placed] = []
    for block in blocks:
        if block.tag != "equal":
            gap_old += old[block.src_start : block.src_end]
            gap_new += new[block.dest_start : block.dest_end]
            continue
        yield from _across(gap_old, gap_new)
        gap_old, gap_new = [], []
        here, there = old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]
        yield from zip(here, there, strict=True)
    yield from _across(gap_old, gap_new)


def _known_again(
    pairs: Sequence[tuple[Placed | None, Placed | None]],
) -> Iterator[tuple[Placed | None, Placed | None]]:
    """The pairs, what came and went in one link known again where it is the same thing."""
    come = [now for was, now in pairs if was is None and now is not None]
    for was, now in pairs:
        if was is None:
            continue
        if now is None and (now := next((one for one in come if one.key == was.key), None)):
            come.remove(now)
        yield was, now
    yield from ((None, now) for now in come)


def _across(
    old: Sequence[Placed], new: Sequence[Placed]
) -> Iterator[tuple[Placed | None, Placed | None]]:
    """What stands between objects that stayed: another one in its place, if there is one.

    A note's mark is never another note's.
    """
    both = 0 if any(map(_is_mark, old)) else min(len(old), len(new))
    yield from zip(old[:both], new[:both], strict=True)
    for was in old[both:]:
        yield was, None
    for now in new[both:]:
        yield None, now


def _is_mark(placed: Placed) -> bool:
    return placed.object.kind is ObjectKind.NOTE_REFERENCE


def _altered(
    was: Placed, now: Placed, places: PlacesOfLink, versions: LinkedVersions
) -> list[Alteration]:
    """What is otherwise between two objects that belong together."""
    old, new = was.object, now.object
    found = []
    if was.key != now.key:
        if old.kind is ObjectKind.FORMULA:
            return []  # It stands in the text, where it is told.
        if old.kind is ObjectKind.CONTROL and not (old.digest and new.digest):
            return []  # One has no name, which is not another name.
        if not (old.kind is ObjectKind.PICTURE and known_otherwise(old.digest, new.digest)):
            found.append(Alteration(_DIGESTS[old.kind], old.digest, new.digest))
    if old.kind is ObjectKind.PICTURE:
        if old.words.strip() != new.words.strip():
            words = Alteration(Attribute.ALTERNATIVE_TEXT, old.words, new.words)
            found.append(words)
        if old.size and new.size and not _same_extent(old.size, new.size):
            found.append(Alteration(Attribute.EXTENT, old.size, new.size))
    if old.kind is not ObjectKind.FIELD and not found and _went(was, now, places, versions):
        found.append(Alteration(Attribute.PLACE, None, None))
    return found


def _same_extent(old: tuple[float, float], new: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _SAME_EXTENT * max(a, b, 1.0) for a, b in zip(old, new, strict=True))


def _went(was: Placed, now: Placed, places: PlacesOfLink, versions: LinkedVersions) -> bool:
    """Whether the object stands at other characters, of those that stayed; spaces are none.

    Where the characters on one side of it are others, those on the other side tell.
    """
    return _stands_elsewhere(Side.OLD, was, now, places, versions.new) or _stands_elsewhere(
        Side.NEW, now, was, places, versions.old
    )


def _stands_elsewhere(
    side: Side,
    here: Placed,
    there: Placed,
    places: PlacesOfLink,
    others: Sequence[Paragraph],
) -> bool:
    """Whether the place of an object of `side` is known over there and is another than its own."""
    text = others[there.paragraph].text
    ends = (here.span.start, here.span.end), (there.span.start, there.span.end)
    for own, other in zip(*ends, strict=True):
        place = places.of(side, here.paragraph, own)
        if place is None:
            return False
        paragraph, offset = place
        if paragraph != there.paragraph or text[min(offset, other) : max(offset, other)].strip():
            return True
    return False


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
    apart = not versions.side(side)[placed.paragraph].text.strip()
    if not others:
        return Unmatched(side, number, placed, None, apart)
    return Unmatched(side, number, placed, places.across(side, placed.span, others), apart)


def _wandered(versions: LinkedVersions, rest: Sequence[Unmatched]) -> Iterator[Change]:
    """The objects that came or went, but those that went from one to the other: once, as a move.

    What is in a paragraph that came or went as a whole is told with it; so is the mark of a note
    that did.
    """
    new_notes = frozenset(versions.notes.values())
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


def _is_told(one: Unmatched, versions: LinkedVersions, new_notes: frozenset[str]) -> bool:
    if (one.place is None and not one.apart) or versions.is_gone(one.side, one.placed):
        return False
    if one.placed.object.kind is ObjectKind.FORMULA and _is_nowhere(one.place):
        return False  # It stands in the text, where it is told.
    if _is_mark(one.placed):
        names = versions.notes if one.side is Side.OLD else new_notes
        return one.placed.object.digest in names
    return True


def _is_nowhere(place: Span | None) -> bool:
    """Whether nothing on the other side is what an object covers."""
    return place is None or place.start == place.end


def _came_or_went(one: Unmatched) -> Change:
    thing = one.placed.object
    value: AttributeValue = thing.digest
    old, new = (value, None) if one.side is Side.OLD else (None, value)
    altered = [Alteration(_DIGESTS[thing.kind], old, new)]
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
