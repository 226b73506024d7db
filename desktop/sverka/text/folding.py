"""Says when two stretches of text count as equal under the options of a comparison."""

import unicodedata
from collections.abc import Callable
from functools import cache

import regex

from sverka.model import Ignore
from sverka.patterns import late_pattern, late_wide_pattern
from sverka.text.signs import DASHES, INVISIBLE, QUOTES, SOFT_HYPHEN, SPACES

Folding = Callable[[str], str]
"""Maps texts that count as equal to one and the same key. Keys are never shown."""

_FULL_WIDTH = {chr(0xFEE0 + plain): chr(plain) for plain in range(0x21, 0x7F)}
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))

_LOOKS = str.maketrans(
    _FULL_WIDTH
    | _LIGATURES
    | dict.fromkeys(QUOTES, '"')
    | dict.fromkeys(DASHES, "-")
    | dict.fromkeys(SPACES, " ")
    | {"…": "...", "\u2025": ".."}
    | dict.fromkeys(INVISIBLE, None)
)
_HYPHENS_FOR_DASH = late_pattern(r"-{2,3}")

_STRESS = late_pattern("(?<=[аеиоуыэюя])[\u0301\u0300]")
"""Marks of stress on Russian vowels, which dictionaries and textbooks put."""

_LETTER = r"[\p{L}\p{M}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]"
_SPACES = late_wide_pattern(
    # Spaces part two words, or two numbers other than groups of digits: "5, 1" is not "5,1"
    rf"(?V1)(?P<parting>(?<={_LETTER})\s+(?={_LETTER})|(?<=\d)\s+(?!\d{{3}}(?!\d))(?=\d)"
    r"|(?<=\d[.,:])\s+(?=\d))|\s+"
)

_OF_WORDS = r"%‰‱§¶&@#*†‡/\\_"
"""Signs that Unicode calls punctuation and that are read aloud like words."""
_WORD = r"[\p{N}\p{L}\p{M}]"
_MARK = rf"[\p{{P}}--[{_OF_WORDS}]]"
_MARK_BETWEEN_WORDS = rf"[\p{{P}}--[\-\u2010\u2011'’.·{_OF_WORDS}]]"
_LOOSE_MARK = (
    # Apostrophes, hyphens and points inside a word belong to it, as do all marks inside a number
    # and the sign before one
    rf"(?:{_MARK}(?!{_WORD})|(?<!{_WORD})(?:[{_MARK}--[\p{{Pd}}.,]]|[\p{{Pd}}.,](?!\d))"
    rf"|{_MARK_BETWEEN_WORDS}(?!\d)|(?<!\d){_MARK_BETWEEN_WORDS}|[«»“”„])"
)
_LOOSE_MARKS = late_wide_pattern(rf"(?V1)(?<!\s)\s*(?:{_LOOSE_MARK}\s*)+")


def canonical(text: str) -> str:
    """`text` in its normalised reading: NFC, without soft hyphens."""
    if SOFT_HYPHEN in text:
        text = text.replace(SOFT_HYPHEN, "")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@cache
def fold_for(ignore: frozenset[Ignore]) -> Folding:
    """The fold that makes equal what `ignore` says shall count as equal.

    Texts of the same normalised reading count as equal under any options. Ignoring case makes
    letters small and no other letters of them; ignoring typography makes quotes, dashes, ellipses,
    spaces, ligatures and full-width letters one of a kind; ignoring
    spacing keeps only the spaces that part two words or two numbers; ignoring punctuation drops
    the marks that are not part of a word or a number.
    """
    asked = [step for option, step in _STEPS if option in ignore]
    if not asked:
        return CANONICAL

    def fold(text: str) -> str:
        text = canonical(text)
        for step in asked:
            text = step(text)
        return text

    return fold


def same_looks(text: str) -> str:
    """`text` with every kind of quote, dash, ellipsis, space and letter made one of its kind.

    Letters of another kind are ligatures and those of full width.
    """
    return _HYPHENS_FOR_DASH.sub("-", text.translate(_LOOKS))


def spelling_of(word: str) -> str:
    """A word under one spelling: ё and е, ß and ss, both sigmas, stress marks left out."""
    word = word.casefold()
    if word.isascii():
        return word
    return _STRESS.sub("", word.replace("ё", "е").replace("\u0435\u0308", "е"))


def without_loose_spaces(text: str) -> str:
    """`text` with single spaces, and none where they keep no two words or numbers apart."""
    return _SPACES.sub(lambda match: " " if match["parting"] else "", text)


def without_marks(text: str) -> str:
    """`text` without the punctuation between, before and behind its words."""
    return _LOOSE_MARKS.sub(_parted, text).strip()


def _parted(match: regex.Match[str]) -> str:
    """One space in place of dropped marks, if they parted anything."""
    start, end = match.span()
    around = match.string[start - 1 : start] + match.string[end : end + 1]
    spaced = any(c.isspace() for c in match.group())
    return " " if spaced or (len(around) == 2 and around.isalnum()) else ""


CANONICAL: Folding = canonical
"""The fold without any options."""

_STEPS: tuple[tuple[Ignore, Folding], ...] = (
    (Ignore.TYPOGRAPHY, same_looks),
    (Ignore.PUNCTUATION, without_marks),
    (Ignore.SPACING, without_loose_spaces),
    (Ignore.CASE, str.lower),
)
