"""A changed stretch of a paragraph, with what its category depends on."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from sverka.differences.categories.capitals import NO_HABITS, CapitalHabits, is_name
from sverka.differences.categories.number_values import ENDING_JOINED, NUMBER
from sverka.differences.edit_thresholds import MOST_OF_SUBJECT
from sverka.differences.inside_words import Offsets
from sverka.patterns import late_wide_pattern
from sverka.text.signs import APOSTROPHES, HYPHENS

WORD = late_wide_pattern(
    rf"(?:{NUMBER.pattern})(?:[{HYPHENS}][\p{{L}}\p{{M}}]{{1,3}}(?!\w)|{ENDING_JOINED})?"
    rf"|[\p{{L}}\p{{M}}]+(?:[{APOSTROPHES}][\p{{L}}\p{{M}}]+)*"
)
"""A number in digits with its ending ("54-е", "5th"), or letters with the apostrophes inside."""


class ChangedPassage(NamedTuple):
    """Characters [start, end) of a paragraph, and what is quoted in the paragraph.

    `changed` are the characters themselves, `words` their words and numbers in order, `habits` what
    capitals say in its version.
    """

    text: str
    start: int
    end: int
    changed: str
    words: Sequence[str]
    quotations: tuple[Offsets, ...]
    habits: CapitalHabits

    @classmethod
    def of(
        cls,
        text: str,
        start: int,
        end: int,
        quotations: tuple[Offsets, ...] = (),
        habits: CapitalHabits = NO_HABITS,
    ) -> "ChangedPassage":
        """The passage of characters [start, end) of `text`."""
        changed = text[start:end]
        return cls(text, start, end, changed, words_of(changed), quotations, habits)

    @property
    def is_quoted(self) -> bool:
        """Whether any of the characters is quoted."""
        if not self.quotations:
            return False
        return any(s < self.end and e > self.start for s, e in self.quotations)

    def names(self, start: int, end: int) -> bool:
        """Whether the word text[start:end] of the passage is a name.

        At the beginning of a sentence it may be one in a short passage only: a new sentence has
        other names inside.
        """
        few = len(self.words) <= MOST_OF_SUBJECT
        return is_name(self.text, start, end, self.habits, may_begin=few)

    def places_of(self, wanted: Set[str]) -> Iterator[tuple[int, int]]:
        """Where in the text the words of the passage stand that are among `wanted`, in order."""
        end = self.start
        for word in self.words:
            # No word begins earlier: between two there is no letter and no digit
            start = self.text.index(word, end)
            end = start + len(word)
            if word in wanted:
                yield start, end


def words_of(text: str) -> list[str]:
    """The words and numbers of `text`, in order."""
    if text.isalpha():
        return [text]
    words = text.split()
    if not words or "".join(words).isalpha():  # the common case, which needs no pattern
        return words
    found: list[str] = WORD.findall(text)
    return found
