"""Says what is otherwise between an object and what it became: its target, its size, its place."""

from collections.abc import Sequence

from sverka.differences.carried.common_stretches import PlacesOfLink
from sverka.differences.carried.linked_objects import LinkedVersions, Placed
from sverka.differences.carried.same_things import known_otherwise
from sverka.differences.edit_thresholds import SAME_CROP, SAME_EXTENT
from sverka.model import Alteration, Attribute, ObjectKind, Paragraph, Side

DIGESTS = {
    ObjectKind.LINK: Attribute.TARGET,
    ObjectKind.PICTURE: Attribute.PICTURE,
    ObjectKind.NOTE_REFERENCE: Attribute.MARK,
    ObjectKind.FIELD: Attribute.CODE,
    ObjectKind.CHECK_BOX: Attribute.STATE,
    ObjectKind.FORMULA: Attribute.FORMULA,
    ObjectKind.CONTROL: Attribute.NAME,
    ObjectKind.READING: Attribute.READING,
}
"""By the kind of an object the attribute that its digest is."""


def object_alterations(
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
            found.append(Alteration(DIGESTS[old.kind], old.digest, new.digest))
    if old.kind is ObjectKind.PICTURE:
        unsaid = versions.terms.plain and not (old.words.strip() and new.words.strip())
        if old.words.strip() != new.words.strip() and not unsaid:
            words = Alteration(Attribute.ALTERNATIVE_TEXT, old.words, new.words)
            found.append(words)
        if old.size and new.size and not _same_extent(old.size, new.size):
            found.append(Alteration(Attribute.EXTENT, old.size, new.size))
        if old.crop and new.crop and not _same_crop(old.crop, new.crop):
            found.append(Alteration(Attribute.CROP, old.crop, new.crop))
    if old.kind is ObjectKind.NOTE_REFERENCE:
        authors = versions.author(Side.OLD, old), versions.author(Side.NEW, new)
        if all(authors) and authors[0] != authors[1]:
            found.append(Alteration(Attribute.NAME, *authors))
    if old.kind is not ObjectKind.FIELD and not found and _went(was, now, places, versions):
        found.append(Alteration(Attribute.PLACE, None, None))
    return found


def _same_extent(old: tuple[float, float], new: tuple[float, float]) -> bool:
    return all(abs(a - b) <= SAME_EXTENT * max(a, b, 1.0) for a, b in zip(old, new, strict=True))


def _same_crop(old: Sequence[float], new: Sequence[float]) -> bool:
    return all(abs(a - b) <= SAME_CROP for a, b in zip(old, new, strict=True))


def _went(was: Placed, now: Placed, places: PlacesOfLink, versions: LinkedVersions) -> bool:
    """Whether the object stands at other characters, of those that stayed; spaces are none.

    Where the characters on one side of it are others, those on the other side tell.
    """
    linked = versions.linked
    return _stands_elsewhere(Side.OLD, was, now, places, linked.new) or _stands_elsewhere(
        Side.NEW, now, was, places, linked.old
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
