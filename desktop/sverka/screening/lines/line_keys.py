"""What a line is compared by: its text without case, digits, kinds of dashes and outer marks."""

import unicodedata

from sverka.patterns import late_pattern
from sverka.text.alphabets import CYRILLIC_LIKE_LATIN
from sverka.text.signs import DASHES, INVISIBLE, SOFT_HYPHENS

_DROPPED = INVISIBLE | frozenset(SOFT_HYPHENS + "\u200e\u200f\x0c")
_TABLE = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(_DROPPED, None))
_LETTERS = late_pattern(r"[^\W_]+")
_NO_ASCII_LETTERS = dict.fromkeys(code for code in range(0x80) if not chr(code).isalnum())
_DIGITS = late_pattern(r"\d+")
_CYRILLIC = str.maketrans(CYRILLIC_LIKE_LATIN)
_OUTER = " -_|/\\·•*=~.,:;()[]{}<>«»“”„\"'’‘"

NUMBER_KEY = "#"
"""The key of a line that holds only a number."""


def key_of(text: str) -> str:
    """The key of a line: NFKC, casefold, dashes one, digit runs "#", no outer punctuation."""
    plain = text if text.isascii() else _in_one_alphabet(unicodedata.normalize("NFKC", text))
    folded = plain.casefold().translate(_TABLE)
    return " ".join(_DIGITS.sub(NUMBER_KEY, folded).split()).strip(_OUTER)


def _in_one_alphabet(text: str) -> str:
    """A Cyrillic text with the Latin letters in it that look like its own: text recognition puts
    them there, in some copies of a header and not in others.
    """
    latin = sum("A" <= char <= "z" for char in text)
    cyrillic = sum("\u0400" <= char <= "\u052f" for char in text)
    return text.translate(_CYRILLIC) if 0 < latin < cyrillic else text


def letters_of(text: str) -> str:
    """Only the letters and digits of a text, casefolded: what stays the same however it is set."""
    if text.isascii():
        return text.lower().translate(_NO_ASCII_LETTERS)
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text).casefold()))


def counters_of(text: str) -> tuple[int, ...]:
    """The numbers inside a line, in order; those of more than nine digits are left out."""
    return tuple(int(n) for n in _DIGITS.findall(text) if len(n) <= 9)
