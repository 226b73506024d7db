"""The rules by which words and numbers that changed tell what a change is about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache

from sverka.differences.categories.changed_passage import ChangedPassage
from sverka.differences.categories.dates import dates_near, is_of_calendar, is_wednesday
from sverka.differences.categories.negations import are_opposites, is_negation, is_turned
from sverka.differences.categories.number_values import in_plain_digits, value_of
from sverka.differences.categories.numerals import (
    HAN_LETTERS,
    HAN_NUMERALS,
    is_numeral,
    possible_numeral,
)
from sverka.differences.categories.quantities import is_of_quantity, may_be_of_half_day, unit_of
from sverka.differences.edit_thresholds import MOST_PAIRS
from sverka.differences.inside_words import Offsets
from sverka.model import Category
from sverka.patterns import late_pattern
from sverka.text.alphabets import differ_by_alphabet, mixes_alphabets
from sverka.text.folding import same_looks, spelling_of
from sverka.text.signs import APOSTROPHES

_BY_SOUND = {"во": "в", "в": "во", "со": "с", "с": "со", "ко": "к", "к": "ко", "an": "a", "a": "an"}
"""Words of two forms, the sound that follows deciding between them."""

_APOSTROPHE = late_pattern(f"[{APOSTROPHES}]")

_LAST_CYRILLIC = "\u052f"
"""Words that are known to mean a number, a unit or a date have Latin or Cyrillic letters."""

_TOLD_BY_WORDS = {Category.WORDING, Category.NUMBER, Category.DATE, Category.NAME}

_WORDS_REMEMBERED = 1 << 16


@lru_cache(_WORDS_REMEMBERED)
def key_of(word: str) -> str:
    """What a word or number is compared by: the same in another case, spelling or writing."""
    return value_of(word) if word[0].isdigit() else spelling_of(same_looks(word))


def about_words(old: ChangedPassage, new: ChangedPassage) -> set[Category]:
    """What the words of both passages say of a change, unless all of them are ordinary."""
    if not old.words or not new.words:
        told = _about_left(old, old.words, ()) | _about_left(new, new.words, ())
        # A whole paragraph has no statement around it to turn
        return _with_negation(told, old.words, new.words) if old.text and new.text else told
    old_keys, new_keys = list(map(key_of, old.words)), list(map(key_of, new.words))
    if set(old_keys).isdisjoint(new_keys):
        return _about_replaced(old, old.words, new, new.words)
    if old_keys == new_keys:
        return set().union(*map(_about_spelling, old.words, new.words))
    gone, old_kept = _without_counterpart(old.words, old_keys, new_keys)
    come, new_kept = _without_counterpart(new.words, new_keys, old_keys)
    found: set[Category] = set()
    if old_kept != new_kept:
        found.update(*map(_about_spelling, *(sorted(k, key=key_of) for k in (old_kept, new_kept))))
    if not gone and not come:
        return found | _about_order(old, new)
    return found | _about_replaced(old, gone, new, come)


def _about_order(old: ChangedPassage, new: ChangedPassage) -> set[Category]:
    """What it says that the same words stand in another order: figures say something else then."""
    figures = [[word for word in side.words if word[0].isdigit()] for side in (old, new)]
    if figures[0] == figures[1]:
        return {Category.WORDING}
    told = _about_left(old, figures[0], figures[1]) | _about_left(new, figures[1], figures[0])
    return told if len(figures[0]) == len(old.words) else told | {Category.WORDING}


def about_ordinary(old_words: Sequence[str], new_words: Sequence[str]) -> set[Category]:
    """What ordinary words say of a change."""
    if old_words == new_words:
        return set()
    turned = len(old_words) == len(new_words) == 1 and are_opposites(old_words[0], new_words[0])
    return {Category.NEGATION if turned else Category.WORDING}


def are_ordinary(old_words: Sequence[str], new_words: Sequence[str]) -> bool:
    """Whether the words of both sides can only be wording, which saves all further questions."""
    if not (all(map(_is_ordinary, old_words)) and all(map(_is_ordinary, new_words))):
        return False
    return not (old_words and new_words and mixes_alphabets("".join([*old_words, *new_words])))


@lru_cache(_WORDS_REMEMBERED)
def _is_ordinary(word: str) -> bool:
    """Whether a word of one alphabet can only be wording, whatever stands around it."""
    if word in _BY_SOUND or is_negation(word) or possible_numeral(word) is not None:
        return False
    if not HAN_LETTERS.isdisjoint(word):
        return False
    return key_of(word) == word and not _may_tell(word)


def _about_spelling(one: str, two: str) -> set[Category]:
    """What differs between two words of the same key."""
    if one == two:
        return set()
    if one[0].isdigit():
        return _about_writing(one, two)
    one, two = same_looks(one), same_looks(two)
    if one == two:
        return {Category.TYPOGRAPHY}
    if one.lower() == two.lower() or one == two.upper() or two == one.upper():
        return {Category.CASE}
    both = {Category.SPELLING, Category.CASE}
    return both if one[0].isupper() != two[0].isupper() else {Category.SPELLING}


def _about_writing(one: str, two: str) -> set[Category]:
    """What differs between two numbers in digits of the same value."""
    solid, other = "".join(one.split()), "".join(two.split())
    if solid == other:
        return {Category.FORM} if len(one) != len(two) else set()
    if same_looks(solid) == same_looks(other):
        return {Category.FORM, Category.TYPOGRAPHY}
    marked = in_plain_digits(solid) != in_plain_digits(other)
    return {Category.FORM, Category.PUNCTUATION} if marked else {Category.FORM}


def _without_counterpart(
    words: Sequence[str], keys: Sequence[str], others: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The words that have no counterpart of the same key among `others`, and those that have."""
    spare = Counter(others)
    left, kept = [], []
    for word, key in zip(words, keys, strict=True):
        if spare[key]:
            spare[key] -= 1
            kept.append(word)
        else:
            left.append(word)
    return left, kept


def _about_replaced(
    old: ChangedPassage, gone: Sequence[str], new: ChangedPassage, come: Sequence[str]
) -> set[Category]:
    """What the words say that have no counterpart on the other side."""
    found: set[Category] = set()
    if mixes_alphabets("".join([*gone, *come])):
        found, gone, come = _by_alphabet(gone, come)
    if len(gone) > 1 and len(come) > 1:
        gone, come = _without_sound(gone, come), _without_sound(come, gone)
    found = found | _about_left(old, gone, come) | _about_left(new, come, gone)
    return _with_negation(found, gone, come)


def _with_negation(found: set[Category], gone: Sequence[str], come: Sequence[str]) -> set[Category]:
    """What was found, and whether a statement was turned round or bounded otherwise."""
    if not is_turned(gone, come):
        return found
    alone = max(len(gone), len(come)) == 1 or all(map(is_negation, [*gone, *come]))
    return found - ({Category.WORDING} if alone else set()) | {Category.NEGATION}


def _without_sound(words: Sequence[str], others: Sequence[str]) -> Sequence[str]:
    """The words without those that only took the form the next word asks for: "во", "в"."""
    if _BY_SOUND.keys().isdisjoint(map(str.casefold, others)):
        return words
    forms = {other.casefold() for other in others}
    return [word for word in words if _BY_SOUND.get(word.casefold()) not in forms]


def _by_alphabet(
    gone: Sequence[str], come: Sequence[str]
) -> tuple[set[Category], list[str], list[str]]:
    """Whether words changed their alphabet, and the words without those that changed nothing else.

    Their pairs are searched for only up to a number.
    """
    found: set[Category] = set()
    left, others = list(gone), list(come)
    if not 0 < len(gone) * len(come) <= MOST_PAIRS:
        return found, left, others
    for one in gone:
        two = next((word for word in others if differ_by_alphabet(one, word)), None)
        if two is not None:
            left.remove(one)
            others.remove(two)
            found.add(Category.SPELLING_SCRIPT)
    if left and others and any(map(_mixes_inside, left + others)):
        found.add(Category.SPELLING_SCRIPT)
    return found, left, others


def _mixes_inside(word: str) -> bool:
    """Whether a word mixes alphabets, but for the ending of a declined foreign one: "Git'а"."""
    return any(map(mixes_alphabets, _APOSTROPHE.split(word)))


def _about_left(
    passage: ChangedPassage, words: Sequence[str], others: Sequence[str]
) -> set[Category]:
    """What the words are about that stand on one side only, with `others` on the other."""
    telling = set(filter(_may_tell, words))
    if not any(map(_is_number, others)):
        # By itself "十" is more often part of a word
        telling = {word for word in telling if word[0] not in HAN_NUMERALS}
    found = set() if telling.issuperset(words) else {Category.WORDING}
    if not telling:
        return found
    if all(map(_is_merely_capitalised, telling)):
        return found | _about_capitals(passage, telling)
    if any(map(is_wednesday, telling)) and any(map(is_of_calendar, others)):
        rest = [word for word in words if not is_wednesday(word)]
        return {Category.DATE} | _about_left(passage, rest, ())
    dated = any(map(_may_be_in_date, telling))
    dates = dates_near(passage.text, passage.start, passage.end) if dated else []
    units = set(map(unit_of, others)) - {None} if any(map(unit_of, telling)) else set()
    for start, end in passage.places_of(telling):
        if unit_of(passage.text[start:end]) in units:
            found.add(Category.WORDING)  # "рубля" for "рублей" is the same quantity
            continue
        found |= _about_word(passage, start, end, dates)
        if found >= _TOLD_BY_WORDS:
            break
    return found


def _about_capitals(passage: ChangedPassage, words: Set[str]) -> set[Category]:
    """What the words say of which only capitals tell something, all those in the passage."""
    found = set()
    for start, end in passage.places_of(words):
        found.add(Category.NAME if passage.names(start, end) else Category.WORDING)
        if len(found) > 1:
            break
    return found


@lru_cache(_WORDS_REMEMBERED)
def _may_tell(word: str) -> bool:
    """Whether a word may be more than wording where it stands."""
    return word[0].isupper() or may_be_beside_number(word)


@lru_cache(_WORDS_REMEMBERED)
def _is_merely_capitalised(word: str) -> bool:
    """Whether a word may be a name where it stands, and nothing else but wording."""
    return word[0].isupper() and not may_be_beside_number(word)


@lru_cache(_WORDS_REMEMBERED)
def may_be_beside_number(word: str) -> bool:
    """Whether a word may belong to a number or to a date, or be one."""
    small = word.lower()
    if small[0] > _LAST_CYRILLIC and not small[0].isdigit():
        return small[0] in HAN_NUMERALS and is_numeral(
            word
        )  # saves the questions that Chinese, for one, would ask of every sentence
    return (
        may_be_of_half_day(word)
        or unit_of(word) is not None
        or _may_be_in_date(word)
        or is_wednesday(word)
    )


@lru_cache(_WORDS_REMEMBERED)
def _may_be_in_date(word: str) -> bool:
    """Whether a word is a number or names a month or a weekday."""
    return _is_number(word) or is_of_calendar(word)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or is_numeral(word)


def _about_word(
    passage: ChangedPassage, start: int, end: int, dates: Sequence[Offsets]
) -> set[Category]:
    """What the word text[start:end] is about, among the ascending `dates` around it."""
    text = passage.text
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
        found.add(Category.NAME if passage.names(start, end) else Category.WORDING)
    return found
