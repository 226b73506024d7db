"""Tells once what changes words and an object at the same place: the sign of a ticked box."""

from collections.abc import Sequence
from dataclasses import replace

from sverka.model import Category, Change, ObjectKind, Span

_SHOWN = frozenset({ObjectKind.CHECK_BOX, ObjectKind.FIELD})
"""Objects that put words of their own into the text: a sign, a result."""


def told_together(
    words: Sequence[Change],
    objects: Sequence[Change],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
) -> tuple[list[Change], list[Change]]:
    """The changes of words and those of objects, what belongs together as one of words.

    A ticked box changes its sign, a field with another code its result. A label behind the box
    that changed, too, stays a change of its own.
    """
    by_link: dict[int, list[int]] = {}
    for number, change in enumerate(words):
        by_link.setdefault(change.link, []).append(number)
    joined, apart = list(words), list[Change]()
    for thing in objects:
        near = by_link.get(thing.link, ()) if thing.object in _SHOWN else ()
        own = (number for number in near if not joined[number].alterations)
        shown = next(
            (k for k in own if _is_shown(joined[k], thing, old_texts, new_texts)),
            None,
        )
        if shown is None:
            apart.append(thing)
        else:
            joined[shown] = replace(
                joined[shown],
                categories=thing.categories,
                object=thing.object,
                alterations=thing.alterations,
            )
    return joined, apart


def _is_shown(
    change: Change, by: Change, old_texts: Sequence[str], new_texts: Sequence[str]
) -> bool:
    """Whether the words that changed are but what the object shows."""
    if not change.kind.is_of_words:
        return False
    sides = (change.old, by.old, old_texts), (change.new, by.new, new_texts)
    if not all(_is_inside(span, around) for span, around, _texts in sides):
        return False
    if by.object is ObjectKind.FIELD:
        return change.categories == (Category.FIELD,)
    return not any(
        any(map(str.isalnum, texts[span.paragraph][span.start : span.end]))
        for span, _around, texts in sides
        if span is not None
    )


def _is_inside(span: Span | None, around: Span | None) -> bool:
    return (
        span is not None
        and around is not None
        and span.paragraph == around.paragraph
        and around.start <= span.start
        and span.end <= around.end
    )
