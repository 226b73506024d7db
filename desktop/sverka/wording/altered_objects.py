"""Says what is otherwise of a link, a picture, a mark, a field, a box, a formula or a control."""

from collections.abc import Mapping
from dataclasses import dataclass

from sverka.language import Language
from sverka.model import (
    Alteration,
    Attribute,
    AttributeValue,
    Change,
    Comparison,
    Object,
    ObjectKind,
    Side,
)
from sverka.wording.measures import extent_words
from sverka.wording.object_phrases import (
    COMMENT_MARK,
    added_words,
    missing_words,
    moved_words,
    object_name,
    removed_words,
)
from sverka.wording.shortening import ELLIPSIS, shortened, shortened_name

_MOST = 60
"""Code points of a target, a field's code or an alternative text that are shown."""


@dataclass(frozen=True, slots=True)
class AlteredObject:
    """An object that came, went or changed: the alterations, and it as either version has it."""

    kind: ObjectKind
    by: Mapping[Attribute, Alteration]
    objects: Mapping[Side, Object | None]

    def line(self, one: Alteration, language: Language) -> str:
        """What is otherwise; empty where another alteration says it."""
        if one.attribute is Attribute.PLACE:
            return moved_words(self._thing(), language)
        if one.attribute is Attribute.ALTERNATIVE_TEXT:
            return "" if Attribute.PICTURE in self.by else self._alternative(one, language)
        if one.attribute is Attribute.EXTENT:
            return language.gettext("picture resized {old} → {new} cm").format(
                old=_extent(one.old, language), new=_extent(one.new, language)
            )
        if one.attribute is Attribute.CROP:
            return language.gettext("picture cropped otherwise: {old} → {new}").format(
                old=_crop(one.old, language), new=_crop(one.new, language)
            )
        if one.attribute is Attribute.NAME and self.kind is ObjectKind.NOTE_REFERENCE:
            return language.gettext("author of the comment: {old} → {new}").format(
                old=_short(str(one.old)), new=_short(str(one.new))
            )
        if one.old is None or one.new is None:
            return self._came_or_went(one, language)
        if one.attribute is Attribute.PICTURE:
            return self._replaced(language)
        old, new = (self._says(one, side, language) for side in Side)
        return f"{object_name(self._thing(), language)}: {old} → {new}"

    def state(self, one: Alteration, side: Side, language: Language) -> str:
        """What is so on one side; empty where another alteration says it."""
        value = one.of(side)
        name = object_name(self._thing(), language)
        if one.attribute is Attribute.PLACE:
            return language.gettext("{thing} here").format(thing=name)
        if one.attribute is Attribute.ALTERNATIVE_TEXT:
            return "" if Attribute.PICTURE in self.by else _alternative_state(value, language)
        if one.attribute is Attribute.EXTENT:
            return language.gettext("{size} cm").format(size=_extent(value, language))
        if one.attribute is Attribute.CROP:
            return _crop(value, language)
        if one.attribute is Attribute.NAME and self.kind is ObjectKind.NOTE_REFERENCE:
            return language.gettext("comment by {author}").format(author=_short(str(value)))
        if value is None:
            return missing_words(self._thing(), language)
        if one.attribute is Attribute.PICTURE and side is Side.NEW and one.old is not None:
            name = language.gettext("another picture")
        says = self._says(one, side, language)
        return f"{name}: {says}" if says else name

    def _came_or_went(self, one: Alteration, language: Language) -> str:
        side = Side.OLD if one.new is None else Side.NEW
        words = removed_words if side is Side.OLD else added_words
        said = words(self._thing(), language)
        says = self._says(one, side, language)
        return f"{said}: {says}" if says else said

    def _says(self, one: Alteration, side: Side, language: Language) -> str:
        """What is said of the object on the side that has it: its target, its code, its text."""
        value = one.of(side)
        if one.attribute is Attribute.MARK:
            return ""
        if one.attribute is Attribute.PICTURE:
            return self._alternative_of(side, language)
        if one.attribute is Attribute.STATE:
            return _box(value, language)
        if one.old is None or one.new is None:
            return _short(str(value))
        return _apart(str(one.old), str(one.new))[side is Side.NEW]

    def _replaced(self, language: Language) -> str:
        said = language.gettext("picture replaced")
        old, new = (self._alternative_of(side, language) for side in Side)
        words = f"{old or ELLIPSIS} → {new or ELLIPSIS}" if old != new else new
        return f"{said}: {words}" if words else said

    def _alternative_of(self, side: Side, language: Language) -> str:
        """The alternative text of the picture on one side in quotation marks, if it has one."""
        told, thing = self.by.get(Attribute.ALTERNATIVE_TEXT), self.objects[side]
        if told is not None:
            return _quoted(told.of(side), language)
        return _quoted(thing.words if thing is not None else None, language)

    def _alternative(self, one: Alteration, language: Language) -> str:
        old, new = _quoted(one.old, language), _quoted(one.new, language)
        if old and new:
            return language.gettext("alternative text {old} → {new}").format(old=old, new=new)
        if new:
            return language.gettext("alternative text {text} added").format(text=new)
        return language.gettext("alternative text {text} removed").format(text=old)

    def _thing(self) -> str:
        """What it is, with the mark of a comment told from that of a note."""
        if self.kind is not ObjectKind.NOTE_REFERENCE:
            return self.kind
        mark = self.by.get(Attribute.MARK)
        names = [mark.old, mark.new] if mark is not None else []
        names += [one.digest for one in self.objects.values() if one is not None]
        comment = any(str(name).startswith("comment") for name in names if name)
        return COMMENT_MARK if comment else self.kind


def altered_object(change: Change, comparison: Comparison | None) -> AlteredObject | None:
    """The object that a change is about; None where it is about none."""
    if change.object is None:
        return None
    by = {one.attribute: one for one in change.alterations}
    return AlteredObject(
        change.object, by, {side: _object_of(change, side, comparison) for side in Side}
    )


def _object_of(change: Change, side: Side, comparison: Comparison | None) -> Object | None:
    span = change.span(side)
    if comparison is None or span is None:
        return None
    objects = comparison.version(side).paragraphs[span.paragraph].objects
    own = (one for one in objects if one.kind is change.object and one.offset == span.start)
    return next(own, None)


def _alternative_state(value: AttributeValue, language: Language) -> str:
    text = _quoted(value, language)
    if not text:
        return language.gettext("no alternative text")
    return language.gettext("alternative text {text}").format(text=text)


def _quoted(value: AttributeValue, language: Language) -> str:
    if not value or not str(value).strip():
        return ""
    return language.gettext("“{text}”").format(text=shortened(str(value), _MOST))


def _box(value: AttributeValue, language: Language) -> str:
    if value == "checked":
        return language.pgettext("check box", "checked")
    return language.pgettext("check box", "unchecked")


def _extent(value: AttributeValue, language: Language) -> str:
    match value:
        case (wide, high):
            return extent_words((wide, high), language)
    return ELLIPSIS


def _crop(value: AttributeValue, language: Language) -> str:
    """What is cut off of a picture: "20% cut off at the left, 5% at the top"."""
    if not isinstance(value, tuple) or not any(round(100 * part) for part in value):
        return language.gettext("whole picture")
    edges = (
        language.gettext("{percent}% cut off at the left"),
        language.gettext("{percent}% cut off at the top"),
        language.gettext("{percent}% cut off at the right"),
        language.gettext("{percent}% cut off at the bottom"),
    )
    return ", ".join(
        words.format(percent=round(100 * part))
        for words, part in zip(edges, value, strict=False)
        if round(100 * part)
    )


def _short(value: str) -> str:
    return shortened_name(" ".join(value.split()), _MOST)


def _apart(old: str, new: str) -> tuple[str, str]:
    """Both, without the beginning they share where it would hide in what they differ."""
    if max(len(old), len(new)) > _MOST:
        pairs = enumerate(zip(old, new, strict=False))
        same = next((k for k, (a, b) in pairs if a != b), min(len(old), len(new)))
        cut = max(old.rfind(sign, 0, same) for sign in "/?&#= ")
        if cut > 0:
            old, new = ELLIPSIS + old[cut:], ELLIPSIS + new[cut:]
    return _short(old), _short(new)
