"""Says what a change is about, by rules one can read.

The words, the marks and the spaces of both sides are compared each by themselves.

- number, date: a value changed, in digits of any script, in words, as a Roman or Chinese numeral,
  as a power or a fraction; or its sign, currency, percent or unit did.
- form: a number or a date of the same value was written otherwise ("54-ое", "54-е"; 5, "пять").
- negation: a word that turns or bounds a statement came, went or became another.
- name: a word that changed is a name, by its capital or by what stands around it.
- spelling-script: a word is the same but for letters of another alphabet.
- spelling: a word is the same but for ё and е, ß and ss, the final sigma, a stress mark.
- case: a word is the same but for capitals.
- wording: any other word that changed, or the order of words, or a symbol.
- punctuation: marks changed; typography: only their looks did, or a space's or a letter's.
- spacing: spaces came, went or changed their number, and nothing else around them.
- quotation: any of this inside quotation marks, on either side, but for quotation marks alone.

Text that only came in or only went out is told by its words, if it has any: its marks came along.
"""

from sverka.differences.categories.changed_passage import WORD, ChangedPassage
from sverka.differences.categories.value_rules import OF_NUMBER, by_value
from sverka.differences.categories.word_rules import about_ordinary, about_words, are_ordinary
from sverka.model import Category
from sverka.patterns import late_wide_pattern
from sverka.text.folding import same_looks
from sverka.text.signs import DASHES, QUOTES

_SPACES = late_wide_pattern(r"\s+")
_SIGN = late_wide_pattern(r"(?<![\w\p{Pd}−])[-‐‑–−](?=\d)")
_OF_WORDS = late_wide_pattern(r"[\p{S}§¶&@]")

_ORDER = {category: place for place, category in enumerate(Category)}


def categories_of(old: ChangedPassage, new: ChangedPassage) -> tuple[Category, ...]:
    """What the change from `old` to `new` is about, in the order of Category; never nothing."""
    ordinary = are_ordinary(old.words, new.words)
    found = about_ordinary(old.words, new.words) if ordinary else about_words(old, new)
    if bool(old.words) == bool(new.words) and not (old.changed.isalpha() and new.changed.isalpha()):
        found |= _about_marks(old, new)
        if _solid("".join(old.words)) == _solid("".join(new.words)):
            found |= _about_spaces(old.changed, new.changed)
    if (not ordinary or Category.NUMBER in found) and old.text and new.text:
        found = by_value(found, old, new)
    if not found:
        found.add(Category.WORDING)
    if (old.is_quoted or new.is_quoted) and not _is_of_quotes(old.changed + new.changed):
        found.add(Category.QUOTATION)
    return tuple(sorted(found, key=_ORDER.__getitem__)) if len(found) > 1 else tuple(found)


def _is_of_quotes(marks: str) -> bool:
    """Whether there is nothing but quotation marks: they are no part of what is quoted."""
    solid = "".join(marks.split())
    return bool(solid) and all(mark in QUOTES for mark in solid)


def _about_marks(old: ChangedPassage, new: ChangedPassage) -> set[Category]:
    """What the marks between the words say of a change."""
    old_marks, new_marks = _marks(old.changed), _marks(new.changed)
    if old_marks == new_marks:
        return set()
    one, two = same_looks(old_marks), same_looks(new_marks)
    if one == two:
        return {Category.TYPOGRAPHY}
    found: set[Category] = set()
    for category, kind in ((Category.NUMBER, OF_NUMBER), (Category.WORDING, _OF_WORDS)):
        if kind.findall(one) != kind.findall(two):
            found.add(category)
        one, two = kind.sub("", one), kind.sub("", two)
    if ("-" in one or "-" in two) and _signs(old) != _signs(new):
        found.add(Category.NUMBER)
        one, two = one.replace("-", ""), two.replace("-", "")
    if one != two:
        found.add(Category.PUNCTUATION)
        if _look_different(old_marks, new_marks):
            found.add(Category.TYPOGRAPHY)
    return found


def _marks(text: str) -> str:
    """What is left of `text` without words, numbers and spaces."""
    solid = "".join(text.split())
    if not solid or solid.isalpha():
        return ""
    return "".join(WORD.sub(" ", text).split())


def _look_different(old_marks: str, new_marks: str) -> bool:
    """Whether quotation marks or dashes on the two sides are of different shapes."""
    for shapes in (QUOTES, DASHES):
        old_shapes, new_shapes = shapes.intersection(old_marks), shapes.intersection(new_marks)
        if old_shapes and new_shapes and old_shapes != new_shapes:
            return True
    return False


def _signs(passage: ChangedPassage) -> int:
    """How many numbers are negative by a sign in the passage."""
    return sum(
        match.start() < passage.end
        for match in _SIGN.finditer(passage.text, passage.start, passage.end + 1)
    )


def _solid(text: str) -> str:
    return "".join(text.split()).casefold()


def _about_spaces(old: str, new: str) -> set[Category]:
    """What the spaces say of a change, where the rest is alike but for its looks and case."""
    old_plain, new_plain = same_looks(old).casefold(), same_looks(new).casefold()
    if old_plain != new_plain:
        return {Category.SPACING} if _solid(old_plain) == _solid(new_plain) else set()
    return {Category.TYPOGRAPHY} if _SPACES.findall(old) != _SPACES.findall(new) else set()
