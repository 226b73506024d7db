"""Finds what paragraphs of the same words stand as now: a heading, another level or number."""

from collections.abc import Mapping

from sverka.model import (
    Alteration,
    Aspect,
    Attribute,
    AttributeValue,
    BlockKind,
    Paragraph,
    Part,
)

_NOTES = frozenset({Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT})
_PRINTED_APART = frozenset({Part.FOOTNOTE, Part.ENDNOTE})
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.NOTE})
_SHOWN_LEVELS = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})


def role_alterations(
    old: Paragraph, new: Paragraph, told: frozenset[Aspect]
) -> tuple[Alteration, ...]:
    """What linked paragraphs stand as, where it is otherwise; `told` is what both formats say."""
    was, now = _role(old, told), _role(new, told)
    if was != now:
        both = [Alteration(Attribute.KIND, was, now)]
        if _level(old, was) != _level(new, now):
            both.append(Alteration(Attribute.LEVEL, _level(old, was), _level(new, now)))
        return tuple(both)
    found = []
    if was in _SHOWN_LEVELS and _level(old, was) != _level(new, now):
        found.append(Alteration(Attribute.LEVEL, _level(old, was), _level(new, now)))
    if Aspect.LIST_NUMBERS in told and not _NOTES.intersection((old.part, new.part)):
        found += _numbering(old, new)
    return tuple(found)


def role_values(
    paragraph: Paragraph, told: frozenset[Aspect]
) -> Mapping[Attribute, AttributeValue]:
    """What a paragraph stands as, by all that may alter of it and as alterations say it."""
    role = _role(paragraph, told)
    return {
        Attribute.KIND: role,
        Attribute.LEVEL: _level(paragraph, role),
        Attribute.NUMBER: paragraph.label,
        Attribute.NUMBER_FORMAT: paragraph.label,
    }


def _role(paragraph: Paragraph, told: frozenset[Aspect]) -> BlockKind | Part:
    """The kind of a paragraph, as far as both formats say such a thing for certain.

    A heading without a level was guessed to be one by what it says. Of a note it is where it is
    printed, which only formats with pages know, those that have page headers.
    """
    if paragraph.part in _PRINTED_APART and Aspect.HEADERS in told:
        return paragraph.part
    kind = paragraph.kind
    if kind is BlockKind.HEADING and (Aspect.HEADING_LEVELS not in told or paragraph.level is None):
        return BlockKind.PARAGRAPH
    if kind is BlockKind.LIST_ITEM and (Aspect.LIST_NUMBERS not in told or paragraph.item is None):
        return BlockKind.PARAGRAPH
    if kind in (BlockKind.TABLE_CELL, BlockKind.CAPTION) or kind in _PLAIN:
        # Where a table begins or ends is told of tables; a caption is but a style.
        return BlockKind.PARAGRAPH
    return kind


def _level(paragraph: Paragraph, role: BlockKind | Part) -> int | None:
    if role is BlockKind.LIST_ITEM and paragraph.item is not None:
        return paragraph.item.level
    return paragraph.level if role is BlockKind.HEADING else None


def _numbering(old: Paragraph, new: Paragraph) -> list[Alteration]:
    """The label that is printed, and how its number looks: bullets all look alike."""
    if old.item is not None and new.item is not None:
        was, now = old.item.format, new.item.format
        if was != now:
            return [Alteration(Attribute.NUMBER_FORMAT, old.label, new.label)]
        if was == "bullet":
            return []
    if (old.label or "").strip() != (new.label or "").strip():
        return [Alteration(Attribute.NUMBER, old.label, new.label)]
    return []
