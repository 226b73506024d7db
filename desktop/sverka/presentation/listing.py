"""Which entries the list shows of those narrowed to, and in which order."""

from collections.abc import Callable
from enum import StrEnum

import numpy as np

from sverka.model import Change, Comparison, Finding, Side
from sverka.presentation.comparison_index import Ints
from sverka.presentation.list_entries import Entries


class Order(StrEnum):
    """What the list is sorted by."""

    PLACE = "place"
    GRAVITY = "gravity"
    STATE = "state"
    LENGTH = "length"


class EntryTexts:
    """What the entries of one comparison say, before and after, made ready for searching once."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._texts: list[str] | None = None

    def of(self, entry: int) -> str:
        """Both texts of an entry, case folded."""
        if self._texts is None:
            self._texts = [_text(self._entries, number) for number in range(len(self._entries))]
        return self._texts[entry]


def matching(texts: EntryTexts, shown: Ints, words: str, note_of: Callable[[int], str]) -> Ints:
    """Those of `shown` in whose texts or note `words` stand, without regard to case."""
    sought = words.casefold().strip()
    if not sought:
        return shown
    kept = [e for e in shown.tolist() if sought in texts.of(e) or sought in note_of(e).casefold()]
    return np.array(kept, np.int64)


def ordered(entries: Entries, shown: Ints, order: Order, state_of: Callable[[int], int]) -> Ints:
    """`shown` in another order; those that are equal in it stay in reading order.

    By gravity numbers, dates and quotations come first, by length the longest. `state_of` gives
    the rank of an entry's state.
    """
    if order is Order.GRAVITY:
        bits = entries.bits[shown]
        # The gravest facet of an entry is its lowest bit; a change without any comes last.
        keys = np.where(bits == 0, np.iinfo(np.int64).max, bits & -bits)
    elif order is Order.STATE:
        keys = np.array([state_of(entry) for entry in shown.tolist()], np.int64)
    elif order is Order.LENGTH:
        keys = -np.array([_length(entries, entry) for entry in shown.tolist()], np.int64)
    else:
        return shown
    sorted_: Ints = shown[np.argsort(keys, kind="stable")]
    return sorted_


def _text(entries: Entries, entry: int) -> str:
    comparison, said = entries.comparison, entries.about(entry)
    if isinstance(said, Finding):
        return said.text.casefold()
    return "\n".join(_span_text(comparison, side, said) for side in Side).casefold()


def _span_text(comparison: Comparison, side: Side, change: Change) -> str:
    span = change.span(side)
    if span is None:
        return ""
    return comparison.version(side).paragraphs[span.paragraph].text[span.start : span.end]


def _length(entries: Entries, entry: int) -> int:
    """The length of the longer side in code points."""
    said = entries.about(entry)
    if isinstance(said, Finding):
        return len(said.text)
    return max(s.end - s.start if s is not None else 0 for s in (said.old, said.new))
