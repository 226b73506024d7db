"""Tells the changes that are only the result of an automatic field: a page number, a date."""

from collections.abc import Sequence
from dataclasses import replace

from sverka.model import Category, Change, ObjectKind, Paragraph, Span


def with_fields(
    changes: Sequence[Change], old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[Change, ...]:
    """The changes, those wholly inside the result of a field with the category of nothing else.

    The program that opened the file last put it there, nobody wrote it. On both sides the text has
    to be a field's; a side without text says nothing.
    """
    return tuple(
        replace(change, categories=(Category.FIELD,))
        if change.kind.is_of_words and _is_of_field(change, old, new)
        else change
        for change in changes
    )


def _is_of_field(change: Change, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    sides = ((change.old, old), (change.new, new))
    said = [_is_inside(span, texts) for span, texts in sides if span and span.start < span.end]
    return bool(said) and all(said)


def _is_inside(span: Span, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether all characters of a span are the result of fields, one or several in a row."""
    at = span.start
    for one in paragraphs[span.paragraph].objects:
        if one.kind is ObjectKind.FIELD and one.offset <= at < one.offset + one.length:
            at = one.offset + one.length
    return at >= span.end
