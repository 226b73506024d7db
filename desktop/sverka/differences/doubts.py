"""Which changes may be mistakes of recognising: one version was read off a picture (OCR)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sverka.model import Category, Change, Paragraph, RecognisedWord, Side, Span
from sverka.text.likeness import look_alike

_BESIDE = 2
"""Code points from an empty place to a word beside it: a space may stand between."""


def with_doubts(
    changes: Iterable[Change], old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[Change, ...]:
    """The changes, the doubtful of them marked so beside what they are about.

    Doubtful is a change of words where a word that was read off a picture is uncertain, or where
    both versions look alike in print, whatever the program was sure of.
    """
    if not any(paragraph.recognised for version in (old, new) for paragraph in version):
        return tuple(changes)
    return tuple(
        replace(change, categories=(*change.categories, Category.DOUBTFUL))
        if change.kind.is_of_words and _is_doubtful(change, old, new)
        else change
        for change in changes
    )


def _is_doubtful(change: Change, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    said: dict[Side, str] = {}
    recognised = False
    for side, paragraphs in ((Side.OLD, old), (Side.NEW, new)):
        span = change.span(side)
        if span is None:
            said[side] = ""
            continue
        paragraph = paragraphs[span.paragraph]
        words = _touched(paragraph.recognised, span)
        if any(word.is_uncertain for word in words):
            return True
        recognised = recognised or bool(words)
        said[side] = paragraph.text[span.start : span.end]
    return recognised and look_alike(said[Side.OLD], said[Side.NEW])


def _touched(words: Sequence[RecognisedWord], span: Span) -> Sequence[RecognisedWord]:
    """The recognised words that a span stands in; of an empty one those on either side."""
    margin = _BESIDE if span.start == span.end else 0
    first = bisect_right(words, span.start - margin, key=lambda word: word.end)
    last = bisect_left(words, span.end + margin, key=lambda word: word.start)
    return words[first:last]
