"""Letters of several alphabets: which look alike, and scripts without spaces or from the right."""

from typing import Final

from sverka.patterns import late_pattern

_LATIN = late_pattern("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = late_pattern("[\u0400-\u052f]")
_GREEK = late_pattern("[\u0370-\u03ff]")
_ALPHABETS = (_LATIN, _CYRILLIC, _GREEK)

CYRILLIC_LIKE_LATIN: Final = dict(
    zip("aceopxyABCEHKMOPTXYiIjJëËɵƟəƏ", "асеорхуАВСЕНКМОРТХУіІјЈёЁөӨәӘ", strict=True)
)
"""The Latin letters that look like Cyrillic ones of the usual alphabets, and these."""

GREEK_LIKE_LATIN: Final = dict(zip("ABEZHIKMNOPTYXov", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", strict=True))
"""The Latin letters that look like Greek ones, and these."""

_SELDOM_LIKE_LATIN: Final = dict(zip("Ssdhqwy", "Ѕѕԁһԛԝү", strict=True))
"""Cyrillic letters of few alphabets, which a Latin one is hardly meant for."""

_LATIN_OF: Final = str.maketrans(
    {
        other: latin
        for alike in (CYRILLIC_LIKE_LATIN, GREEK_LIKE_LATIN, _SELDOM_LIKE_LATIN)
        for latin, other in alike.items()
    }
)
"""For letters of other alphabets the Latin ones that look like them."""

UNSPACED: Final = (
    "e00-eff 1000-109f 1780-17ff 2e80-2fdf 3005-3007 3021-3029 3031-30ff 31f0-31ff 3400-4dbf"
    " 4e00-9fff a9e0-a9ff aa60-aa7f f900-faff ff66-ff9f 20000-3ffff"
)
"""Scripts written without spaces between words, as ranges: Han, Kana, Thai, Lao, Burmese, Khmer."""

RIGHT_TO_LEFT: Final = "590-8ff fb1d-fdff fe70-feff"
"""Scripts written from right to left, as ranges: Hebrew, Arabic and their neighbours, and the forms
that Arabic letters take in print."""


def without_alphabet(text: str) -> str:
    """The text in small letters, those of other alphabets that look like Latin ones as these."""
    return text.translate(_LATIN_OF).casefold()


def mixes_alphabets(word: str) -> bool:
    """Whether `word` has letters of more than one of the Latin, Cyrillic and Greek alphabets."""
    return not word.isascii() and sum(1 for alphabet in _ALPHABETS if alphabet.search(word)) > 1


def differ_by_alphabet(one: str, two: str) -> bool:
    """Whether two different words are one word, written with letters of different alphabets.

    Either all letters look alike, or one word mixes alphabets, the other does not, and letter by
    letter they agree but for those of the foreign alphabet, whatever these look like.
    """
    if without_alphabet(one) == without_alphabet(two):
        return True
    if len(one) != len(two) or mixes_alphabets(one) == mixes_alphabets(two):
        return False
    mixed, pure = (one, two) if mixes_alphabets(one) else (two, one)
    own = next((alphabet for alphabet in _ALPHABETS if alphabet.search(pure)), None)
    pairs = zip(mixed.casefold(), pure.casefold(), strict=False)
    return own is not None and all(m == p or not own.match(m) for m, p in pairs)
