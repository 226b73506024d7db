"""Tells a number or a date that changed from one that was only written otherwise."""

from collections.abc import Iterator

from sverka.differences.categories.changed_passage import ChangedPassage, words_of
from sverka.differences.categories.dates import dates_near
from sverka.differences.categories.numerals import HAN_NUMERALS, numeral, possible_numeral
from sverka.differences.categories.quantity_values import (
    Quantity,
    is_same_value,
    quantities_at,
)
from sverka.differences.categories.word_rules import may_be_beside_number
from sverka.differences.edit_thresholds import LONGEST_READ, LONGEST_VALUE
from sverka.model import Category
from sverka.patterns import late_wide_pattern

_VALUES = {Category.NUMBER, Category.DATE}
_OF_WORDS = {Category.WORDING, Category.NAME, Category.CASE, Category.SPELLING}

OF_NUMBER = late_wide_pattern(r"[\p{Sc}\p{No}%‰‱°]")
"""Signs that belong to a number."""

_LETTER = late_wide_pattern(r"[\p{L}]")
_HAN_NUMERAL = late_wide_pattern(f"[{HAN_NUMERALS}]")


def by_value(found: set[Category], old: ChangedPassage, new: ChangedPassage) -> set[Category]:
    """What the signs told of a change, put right by the values that both sides say."""
    if len(old.changed) + len(new.changed) > LONGEST_READ:
        return found
    if _are_other_numerals(found, old, new):
        return found - _OF_WORDS | {Category.NUMBER}
    if found.isdisjoint(_VALUES) or _is_plain(old, new):
        return found
    for possible, dated in _ways(found, old, new):
        before = quantities_at(old.text, old.start, old.end, possible=possible, dated=dated)
        after = quantities_at(new.text, new.start, new.end, possible=possible, dated=dated)
        rest = _rest(old, before), _rest(new, after)
        if is_same_value(before, after) and not any(map(_tells_number, rest)):
            found = found - _VALUES | {Category.FORM}
            break
    if not any(map(words_of, rest)):
        found = found - _OF_WORDS
        if Category.FORM in found and _LETTER.search(old.changed + new.changed):
            found = found - {Category.PUNCTUATION}  # a hyphen of "twenty-five"
    return found


def _is_plain(old: ChangedPassage, new: ChangedPassage) -> bool:
    """Whether it is plain without reading that the value changed: a number came, went or changed.

    Most changes of numbers are of this kind, and reading takes its time.
    """
    if old.changed.isdecimal() and new.changed.isdecimal():
        return int(old.changed) != int(new.changed)
    if OF_NUMBER.search(old.changed) or OF_NUMBER.search(new.changed):
        return False
    return any(map(_may_be_number, old.words)) != any(map(_may_be_number, new.words))


def _may_be_number(word: str) -> bool:
    return word[0].isdigit() or possible_numeral(word) is not None


def _ways(
    found: set[Category], old: ChangedPassage, new: ChangedPassage
) -> Iterator[tuple[bool, bool]]:
    """How to read the values: with words that may be numerals or without, with dates or without."""
    yield False, True
    if any(map(_may_be_numeral, (*old.words, *new.words))):
        yield True, True
    if Category.DATE in found:
        yield True, False


def _may_be_numeral(word: str) -> bool:
    return not word[0].isdigit() and numeral(word) is None and possible_numeral(word) is not None


def value_categories(text: str) -> tuple[Category, ...]:
    """What `text` is when it is nothing but a number or a date; nothing for any other text."""
    words = words_of(text) if len(text) <= LONGEST_VALUE else []
    if not words or not all(map(may_be_beside_number, words)):
        return ()
    values = quantities_at(text, 0, len(text), possible=False)
    if not values:
        return ()
    dated = bool(dates_near(text, 0, len(text)))
    return (Category.NUMBER, Category.DATE) if dated else (Category.NUMBER,)


def _are_other_numerals(found: set[Category], old: ChangedPassage, new: ChangedPassage) -> bool:
    """Whether words that were taken for something else are numerals, each side's of its own."""
    if not found.isdisjoint(_VALUES):
        return False
    if len(old.words) == len(new.words) == 1:
        one, two = possible_numeral(old.words[0]), possible_numeral(new.words[0])
        if one is not None and two is not None:
            return one != two
    if _make_other_number(old, new):
        return True
    if old.changed.isascii() or not (
        _HAN_NUMERAL.search(old.changed) and _HAN_NUMERAL.search(new.changed)
    ):
        return False
    before = quantities_at(old.text, old.start, old.end, possible=True)
    after = quantities_at(new.text, new.start, new.end, possible=True)
    return [q.readings for q in before] != [q.readings for q in after]


def _make_other_number(old: ChangedPassage, new: ChangedPassage) -> bool:
    """Whether words that may be others came to a number beside them or went from it: "үч жүз он".

    They are numerals there, since they make one number with words that hardly are anything else.
    """
    words = (*old.words, *new.words)
    if not words or not all(map(_may_be_numeral, words)):
        return False
    values = []
    for side in (old, new):
        found = quantities_at(side.text, side.start, side.end, possible=True)
        if len(found) != 1 or not any(
            numeral(word) is not None
            for word in words_of(side.text[found[0].start : found[0].end])
            if not word[0].isdigit()
        ):
            return False
        values.append(found[0].readings)
    return values[0] != values[1]


def _rest(passage: ChangedPassage, quantities: list[Quantity]) -> str:
    """What is left of a changed passage without its quantities."""
    rest, at = "", passage.start
    for quantity in quantities:
        rest += passage.text[at : max(at, min(passage.end, quantity.start))] + " "
        at = max(at, quantity.end)
    return rest + passage.text[at : passage.end]


def _tells_number(rest: str) -> bool:
    """Whether what is left beside the quantities may change what they say."""
    return OF_NUMBER.search(rest) is not None or any(map(may_be_beside_number, words_of(rest)))


def moved_value(old: str, new: str) -> tuple[Category, ...]:
    """The categories of the move of a text: those of a value, where it is nothing but one.

    A value says something else where it stands now: a figure of a table, for one, that changed
    places with another.
    """
    values = set(value_categories(old)) & set(value_categories(new))
    return tuple(category for category in Category if category in values)
