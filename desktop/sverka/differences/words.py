"""The rules by which words and numbers that changed tell what a change is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import regex

from sverka.differences.dates import dates_near, is_of_calendar, is_wednesday
from sverka.differences.marks import Offsets
from sverka.differences.names import is_name
from sverka.differences.numerals import NUMBER, is_numeral, value_of
from sverka.differences.passage import Passage
from sverka.differences.quantities import is_of_quantity, unit_of
from sverka.differences.scripts import differ_by_alphabet, mixes_alphabets
from sverka.folding import same_looks
from sverka.model import Category

WORD = regex.compile(
    rf"(?:{NUMBER.pattern})(?:[-‐‑][\p{{L}}\p{{M}}]{{1,3}}(?!\w)|(?:st|nd|rd|th)\b)?"
    r"|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*"
)
"""A number in digits with its ending ("54-е", "5th"), or letters with the apostrophes inside."""

_BY_SOUND = {"во": "в", "в": "во", "со": "с", "с": "со", "ко": "к", "к": "ко", "an": "a", "a": "an"}
"""Words of two forms, the sound that follows deciding between them."""

_MOST_PAIRS = 2_500
"""Pairs of words up to which a change is searched for words that changed their alphabet."""

_TOLD_BY_WORDS = {Category.WORDING, Category.NUMBER, Category.DATE, Category.NAME}

_WORDS_REMEMBERED = 1 << 16


def words_of(text: str) -> list[str]:
    """The words and numbers of `text`, in order."""
    words = text.split()
    if not words or "".join(words).isalpha():  # the common case, which needs no pattern
        return words
    found: list[str] = WORD.findall(text)
    return found


@lru_cache(_WORDS_REMEMBERED)
def key_of(word: str) -> str:
    """What a word or number is compared by: the same under another case or grouping of digits."""
    return value_of(word) if word[0].isdigit() else word.casefold().replace("’", "'")


def about_words(
    old: Passage, old_words: Sequence[str], new: Passage, new_words: Sequence[str]
) -> set[Category]:
    """What the words of both passages, as `words_of` gives them, say of a change."""
    if not old_words or not new_words:
        return _about_left(old, old_words, ()) | _about_left(new, new_words, ())
    old_keys, new_keys = list(map(key_of, old_words)), list(map(key_of, new_words))
    if old_keys == new_keys:
        return set().union(*map(_about_spelling, old_words, new_words))
    gone, old_kept = _without_counterpart(old_words, old_keys, new_keys)
    come, new_kept = _without_counterpart(new_words, new_keys, old_keys)
    found: set[Category] = set()
    if old_kept != new_kept:
        found.update(*map(_about_spelling, *(sorted(k, key=key_of) for k in (old_kept, new_kept))))
    if not gone and not come:
        return found | {Category.WORDING}  # the same words in another order
    found |= _by_alphabet(gone, come)
    if len(gone) > 1 and len(come) > 1:
        gone, come = _without_sound(gone, come), _without_sound(come, gone)
    return found | _about_left(old, gone, come) | _about_left(new, come, gone)


def _about_spelling(one: str, two: str) -> set[Category]:
    """What differs between two words of the same key."""
    if one == two:
        return set()
    if one[0].isdigit():
        solid = "".join(one.split()), "".join(two.split())
        return {Category.PUNCTUATION} if solid[0] != solid[1] else set()
    return {Category.CASE if same_looks(one) != same_looks(two) else Category.TYPOGRAPHY}


def _without_counterpart(
    words: Sequence[str], keys: Sequence[str], others: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The words that have no counterpart of the same key among `others`, and those that have."""
    if set(keys).isdisjoint(others):
        return list(words), []
    spare = Counter(others)
    left, kept = [], []
    for word, key in zip(words, keys, strict=True):
        if spare[key]:
            spare[key] -= 1
            kept.append(word)
        else:
            left.append(word)
    return left, kept


def _without_sound(words: list[str], others: list[str]) -> list[str]:
    """The words without those that only took the form the next word asks for: "во", "в"."""
    forms = {other.casefold() for other in others}
    return [word for word in words if _BY_SOUND.get(word.casefold()) not in forms]


def _by_alphabet(gone: list[str], come: list[str]) -> set[Category]:
    """Whether words changed their alphabet; those that changed nothing else are taken out."""
    found: set[Category] = set()
    if not 0 < len(gone) * len(come) <= _MOST_PAIRS or not mixes_alphabets("".join(gone + come)):
        return found
    for one in list(gone):
        two = next((word for word in come if differ_by_alphabet(one, word)), None)
        if two is not None:
            gone.remove(one)
            come.remove(two)
            found.add(Category.SPELLING_SCRIPT)
    if gone and come and any(map(mixes_alphabets, gone + come)):
        found.add(Category.SPELLING_SCRIPT)
    return found


def _about_left(passage: Passage, words: Sequence[str], others: Sequence[str]) -> set[Category]:
    """What the words are about that stand on one side only, with `others` on the other."""
    if any(map(is_wednesday, words)) and any(map(is_of_calendar, others)):
        rest = [word for word in words if not is_wednesday(word)]
        return {Category.DATE} | _about_left(passage, rest, ())
    telling = set(filter(_may_tell, words))
    found = set() if telling.issuperset(words) else {Category.WORDING}
    if not telling:
        return found
    dated = any(map(_may_be_in_date, telling))
    dates = dates_near(passage.text, passage.start, passage.end) if dated else []
    units = set(map(unit_of, others)) if any(map(unit_of, telling)) else set()
    for match in WORD.finditer(passage.text, passage.start, passage.end):
        if match.group() in telling:
            if units and unit_of(match.group()) in units - {
                None
            }:  # "рубля" for "рублей" is the same quantity
                found.add(Category.WORDING)
                continue
            found |= _about_word(passage.text, *match.span(), dates)
            if found >= _TOLD_BY_WORDS:
                break
    return found


@lru_cache(_WORDS_REMEMBERED)
def _may_tell(word: str) -> bool:
    """Whether a word may be more than wording where it stands."""
    return word[0].isupper() or word in "apm" or unit_of(word) is not None or _may_be_in_date(word)


@lru_cache(_WORDS_REMEMBERED)
def _may_be_in_date(word: str) -> bool:
    """Whether a word is a number or names a month or a weekday."""
    return _is_number(word) or is_of_calendar(word)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or is_numeral(word)


def _about_word(text: str, start: int, end: int, dates: Sequence[Offsets]) -> set[Category]:
    """What the word text[start:end] is about, among the ascending `dates` around it."""
    word = text[start:end]
    found = set()
    if _may_be_in_date(word):
        if _is_number(word):
            found.add(Category.NUMBER)
        last = bisect_right(dates, (start, len(text))) - 1
        if last >= 0 and start < dates[last][1]:
            found.add(Category.DATE)
    if not found and is_of_quantity(text, start, end):
        found.add(Category.NUMBER)
    if not found:
        found.add(Category.NAME if is_name(text, start, end) else Category.WORDING)
    return found
