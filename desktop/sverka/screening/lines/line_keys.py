"""What a line is compared by: its text without case, digits, kinds of dashes and outer marks."""

import re
import unicodedata

_DASHES = "‐‑‒–—―−﹘﹣－"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe\x02\x0c"
_TABLE = {**{ord(c): "-" for c in _DASHES}, **{ord(c): None for c in _INVISIBLE}}
_NO_LETTERS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_OUTER = " -_|/\\·•*=~.,:;()[]{}<>«»“”„\"'’‘"

NUMBER_KEY = "#"
"""The key of a line that holds only a number."""


def key_of(text: str) -> str:
    """The key of a line: NFKC, casefold, dashes one, digit runs "#", no outer punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    folded = plain.casefold().translate(_TABLE)
    return " ".join(_DIGITS.sub(NUMBER_KEY, folded).split()).strip(_OUTER)


def letters_of(text: str) -> str:
    """Only the letters and digits of a text, casefolded: what stays the same however it is set."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NO_LETTERS.sub("", plain.casefold())


def counters_of(text: str) -> tuple[int, ...]:
    """The numbers inside a line, in order; those of more than nine digits are left out."""
    return tuple(int(n) for n in _DIGITS.findall(text) if len(n) <= 9)
