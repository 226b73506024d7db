"""Counts the changes in which a word or a paragraph was too large to be looked into."""

from collections.abc import Sequence

from sverka.differences.edit_thresholds import LONGEST_WORD, MOST_CELLS
from sverka.differences.tokens import Tokens
from sverka.model import Alignment, Change, ChangeKind, LinkKind
from sverka.text.folding import fold_for


def looks_cut_short(
    changes: Sequence[Change],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    alignment: Alignment,
) -> int:
    """How many words were marked whole because of their length, and how many paragraphs were not
    compared at one go because of theirs, so that more may be marked in them than changed."""
    words = sum(_is_long_word(change, old_texts, new_texts) for change in changes)
    paragraphs = sum(
        _is_in_parts([old_texts[k] for k in link.old], [new_texts[k] for k in link.new])
        for link in alignment.links
        if link.old and link.new and link.kind is not LinkKind.EQUAL
    )
    return words + paragraphs


def _is_long_word(change: Change, old_texts: Sequence[str], new_texts: Sequence[str]) -> bool:
    if change.kind is not ChangeKind.REPLACEMENT or change.old_marks:
        return False
    old, new = (
        texts[span.paragraph][span.start : span.end]
        for texts, span in ((old_texts, change.old), (new_texts, change.new))
        if span is not None
    )
    if max(len(old), len(new)) <= LONGEST_WORD:
        return False
    return min(_token_counts([old, new])) == 1


def _is_in_parts(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether the words of a link are too many to be compared at one go."""
    characters = sum(map(len, old)) * sum(map(len, new))
    if characters <= MOST_CELLS:
        return False
    return sum(_token_counts(old)) * sum(_token_counts(new)) > MOST_CELLS


def _token_counts(texts: Sequence[str]) -> list[int]:
    return [len(one.keys) for one in Tokens.of_each(texts, fold_for(frozenset()))]
