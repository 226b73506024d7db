"""Leaves out the blanks that one format keeps and another shows as one."""

from collections.abc import Sequence

from sverka.model import Change, Span, Traits
from sverka.patterns import late_pattern

_BLANKS = late_pattern("[ \t]+")
_EDGES = frozenset(" \t\n")


def without_collapsed_spaces(
    changes: Sequence[Change],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    traits: tuple[Traits, Traits],
) -> tuple[Change, ...]:
    """The changes but for those of blanks alone, where one of the formats keeps but one of several.

    A page shows two spaces or a tab as one space, whatever the text had that it was made of.
    """
    if traits[0].plain == traits[1].plain:
        return tuple(changes)
    return tuple(one for one in changes if not _is_of_blanks(one, old_texts, new_texts))


def _is_of_blanks(change: Change, old_texts: Sequence[str], new_texts: Sequence[str]) -> bool:
    if not change.kind.is_of_words or change.old is None or change.new is None:
        return False
    old, new = (
        _BLANKS.sub(" ", texts[span.paragraph][span.start : span.end])
        for span, texts in ((change.old, old_texts), (change.new, new_texts))
    )
    if old.strip(" ") != new.strip(" "):
        return False
    if old == new:
        return True
    # A blank at an edge is but one of several, or none at all where a line begins or ends.
    return _is_among_blanks(change.old, old_texts) and _is_among_blanks(change.new, new_texts)


def _is_among_blanks(span: Span, texts: Sequence[str]) -> bool:
    """Whether blanks stand beside a span or at an edge of it, or a line begins or ends there."""
    text = texts[span.paragraph]
    if span.start == 0 or span.end == len(text):
        return True
    around = text[span.start - 1 : span.end + 1]
    return not _EDGES.isdisjoint((around[0], around[-1])) or around[1] in _EDGES
