"""Finds what paragraphs of the same words stand as now: a heading, another level or number."""

from collections.abc import Mapping

from sverka.differences.carried.shared_terms import SharedTerms
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
_TITLE = "title"
"""The style of titles, by the name that files have for it in any language."""
_SHOWN_LEVELS = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})


def role_alterations(old: Paragraph, new: Paragraph, terms: SharedTerms) -> tuple[Alteration, ...]:
    """What linked paragraphs stand as, where it is otherwise in the terms both formats share."""
    was, now = _role(old, terms), _role(new, terms)
    if was != now:
        if terms.plain and (_is_title(old) or _is_title(new)):
            return ()  # A page has no titles but headings, and programs write them as they like.
        both = [Alteration(Attribute.KIND, was, now)]
        if _level(old, was) != _level(new, now):
            both.append(Alteration(Attribute.LEVEL, _level(old, was), _level(new, now)))
        return tuple(both)
    found = []
    if was in _SHOWN_LEVELS and _level(old, was) != _level(new, now):
        found.append(Alteration(Attribute.LEVEL, _level(old, was), _level(new, now)))
    if Aspect.LIST_NUMBERS in terms.told and not _NOTES.intersection((old.part, new.part)):
        found += _numbering(old, new, terms)
    return tuple(found)


def _is_title(paragraph: Paragraph) -> bool:
    return (paragraph.style_name or "").casefold() == _TITLE


def role_values(paragraph: Paragraph, terms: SharedTerms) -> Mapping[Attribute, AttributeValue]:
    """What a paragraph stands as, by all that may alter of it and as alterations say it."""
    role = _role(paragraph, terms)
    return {
        Attribute.KIND: role,
        Attribute.LEVEL: _level(paragraph, role),
        Attribute.NUMBER: paragraph.label,
        Attribute.NUMBER_FORMAT: paragraph.label,
    }


def _role(paragraph: Paragraph, terms: SharedTerms) -> BlockKind | Part:
    """The kind of a paragraph, as far as both formats say such a thing for certain.

    A heading without a level was guessed to be one by what it says. Of a note it is where it is
    printed, which only formats with pages know, those that have page headers.
    """
    if paragraph.part in _PRINTED_APART and Aspect.HEADERS in terms.told:
        return paragraph.part
    kind = paragraph.kind
    if kind is BlockKind.HEADING and (
        Aspect.HEADING_LEVELS not in terms.told or paragraph.level is None
    ):
        return BlockKind.PARAGRAPH
    if kind is BlockKind.LIST_ITEM and (
        Aspect.LIST_NUMBERS not in terms.told or paragraph.item is None
    ):
        return BlockKind.PARAGRAPH
    if kind in (BlockKind.TABLE_CELL, BlockKind.CAPTION) or kind in _PLAIN:
        # Where a table begins or ends is told of tables; a caption is but a style.
        return BlockKind.PARAGRAPH
    return kind


def _level(paragraph: Paragraph, role: BlockKind | Part) -> int | None:
    if role is BlockKind.LIST_ITEM and paragraph.item is not None:
        return paragraph.item.level
    return paragraph.level if role is BlockKind.HEADING else None


def _numbering(old: Paragraph, new: Paragraph, terms: SharedTerms) -> list[Alteration]:
    """The label that is printed, and how its number looks: bullets all look alike.

    Where the marks around numbers are left to a program, only the numbers of items count.
    """
    labels = old.label, new.label
    if old.item is not None and new.item is not None:
        was, now = old.item.format, new.item.format
        if was != now:
            return [Alteration(Attribute.NUMBER_FORMAT, *labels)]
        same = old.item.number == new.item.number if terms.plain else was == "bullet"
        if same:
            return []
    elif terms.plain:
        return []
    if (old.label or "").strip() != (new.label or "").strip():
        return [Alteration(Attribute.NUMBER, *labels)]
    return []
