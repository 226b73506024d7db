"""What kind every character is, as tables by code point that NumPy can look up."""

import unicodedata
from typing import Final

import numpy as np

from sverka.alignment.arrays import Bools, Codes, Hashes, Kinds
from sverka.text.alphabets import UNSPACED
from sverka.text.character_classes import ranges_in

UNKNOWN: Final = 0
PLAIN_SPACE: Final = 1
OTHER_SPACE: Final = 2
INVISIBLE: Final = 3
"""Soft hyphen, joiners, direction marks: no part of what is read."""
SIGN: Final = 4
"""Punctuation and symbols."""
SINGLE: Final = 5
"""A letter of a script written without spaces: a token of its own."""
WORD: Final = 6
"""A letter, a mark on a letter or a digit."""

_WITHOUT_SPACES: Final = tuple(ranges_in(UNSPACED))
# Letters of Hangul and Kirat Rai that compose with the letter before them.
_JOINING_LETTERS: Final = (("\u1160", "\u11ff"), ("\U00016d63", "\U00016d6a"))
_CODE_POINTS: Final = 0x110000
_MASK: Final = (1 << 64) - 1


def codes_of(text: str) -> Codes:
    """The code points of `text`; lone surrogates, which files can smuggle in, are kept."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def kind_of(character: str) -> int:
    """The kind of one character, one of the constants above."""
    if character == " ":
        return PLAIN_SPACE
    if character.isspace():
        return OTHER_SPACE
    category = unicodedata.category(character)
    if category == "Cf":
        return INVISIBLE
    if category[0] in "LM":
        code = ord(character)
        alone = any(first <= code <= last for first, last in _WITHOUT_SPACES)
        return SINGLE if alone else WORD
    return WORD if category[0] == "N" or character == "_" else SIGN


def value_of(character: str) -> int:
    """A number below 2⁶⁴ for the character, the same for upper and lower case."""
    value = 0
    for code in map(ord, character.casefold()):
        value = _scrambled(value + code + 1)
    return value


def _scrambled(value: int) -> int:
    """SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers come out far apart."""
    value = (value + 0x9E3779B97F4A7C15) & _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def is_tidy(character: str) -> bool:
    """Whether NFC and collapsing white space leave the character alone, whatever is beside it."""
    return (
        # White space but the plain space is not printable, nor is what cannot be seen.
        character.isprintable()
        and unicodedata.is_normalized("NFC", character)
        # What may join the character before it or change places with it.
        and unicodedata.category(character)[0] != "M"
        and not any(first <= character <= last for first, last in _JOINING_LETTERS)
    )


class CharacterTable:
    """Kinds and values by code point, filled with the characters that really occur."""

    def __init__(self) -> None:
        self._kinds: Kinds = np.zeros(_CODE_POINTS, np.uint8)
        self._values: Hashes = np.zeros(_CODE_POINTS, np.uint64)
        self._tidy: Bools = np.zeros(_CODE_POINTS, np.bool_)

    def kinds(self, codes: Codes) -> Kinds:
        """The kind of every code point."""
        # Every code point is within the table; not to check it takes half as long.
        kinds = self._kinds.take(codes, mode="clip")
        unknown = kinds == UNKNOWN
        if unknown.any():
            self._learn(np.unique(codes[unknown]))
            kinds = self._kinds.take(codes, mode="clip")
        return kinds

    def values(self, codes: Codes) -> Hashes:
        """The value of every code point, after `kinds` has seen them; 0 for what is not read."""
        return self._values.take(codes, mode="clip")

    def tidy(self, codes: Codes) -> Bools:
        """Which of the code points are tidy, as `is_tidy` says."""
        tidy = self._tidy.take(codes, mode="clip")
        untidy = codes[~tidy]
        unknown = untidy[self._kinds.take(untidy, mode="clip") == UNKNOWN]
        if len(unknown):
            self._learn(np.unique(unknown))
            tidy = self._tidy.take(codes, mode="clip")
        return tidy

    def _learn(self, codes: Codes) -> None:
        for code in codes.tolist():
            kind = kind_of(chr(code))
            self._tidy[code] = is_tidy(chr(code))
            if kind >= SIGN:
                self._values[code] = value_of(chr(code))
            # Last, since it says to other threads that the rest is known.
            self._kinds[code] = kind


CHARACTERS: Final = CharacterTable()
"""The one table: what is known of a character never changes."""
