"""Leaves out changes of words that only show what an object says: the sign of a ticked box."""

from collections.abc import Iterable, Iterator, Sequence

from sverka.model import Category, Change, ObjectKind, Span


def without_shown(
    words: Iterable[Change],
    objects: Sequence[Change],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
) -> Iterator[Change]:
    """The changes of words but for those that an altered object shows and that are told with it.

    A ticked box changes its sign, a field with another code its result; a label behind the box
    that changed, too, stays told.
    """
    shown: dict[int, list[Change]] = {}
    for one in objects:
        if one.object in (ObjectKind.CHECK_BOX, ObjectKind.FIELD):
            shown.setdefault(one.link, []).append(one)
    for change in words:
        if not any(
            _is_shown(change, by, old_texts, new_texts) for by in shown.get(change.link, ())
        ):
            yield change


def _is_shown(
    change: Change, by: Change, old_texts: Sequence[str], new_texts: Sequence[str]
) -> bool:
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
