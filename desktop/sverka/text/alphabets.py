"""Tells words that differ only by letters of another alphabet."""

import re

_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_GREEK = re.compile("[\u0370-\u03ff]")
_ALPHABETS = (_LATIN, _CYRILLIC, _GREEK)

_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһԛԝүΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXaesijopcyxdhqwyABEZHIKMNOPTYXo",
)
"""Letters of the Cyrillic and the Greek alphabet that look like Latin ones."""


def mixes_alphabets(word: str) -> bool:
    """Whether `word` has letters of more than one of the Latin, Cyrillic and Greek alphabets."""
    return not word.isascii() and sum(1 for alphabet in _ALPHABETS if alphabet.search(word)) > 1


def differ_by_alphabet(one: str, two: str) -> bool:
    """Whether two different words are one word, written with letters of different alphabets.

    Either all letters look alike, or one word mixes alphabets, the other does not, and letter by
    letter they agree but for those of the foreign alphabet, whatever these look like.
    """
    if one.translate(_LOOK_ALIKES).casefold() == two.translate(_LOOK_ALIKES).casefold():
        return True
    if len(one) != len(two) or mixes_alphabets(one) == mixes_alphabets(two):
        return False
    mixed, pure = (one, two) if mixes_alphabets(one) else (two, one)
    own = next((alphabet for alphabet in _ALPHABETS if alphabet.search(pure)), None)
    pairs = zip(mixed.casefold(), pure.casefold(), strict=False)
    return own is not None and all(m == p or not own.match(m) for m, p in pairs)
