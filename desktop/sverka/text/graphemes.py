"""Finds grapheme clusters: what a reader takes for one character."""

import re
from functools import cache
from typing import Final

from sverka.patterns import late_pattern
from sverka.text.character_classes import (
    EXTENDING,
    INVISIBLE,
    LINKED,
    LINKING,
    PICTURES,
    PREPENDED,
    pattern_of,
)

_INDIAN_LINKING: Final = "94d 9cd acd b4d c4d d4d"
"""The viramas that bind the consonant behind them to the one before."""

_JAMO: Final = ("1100-115f a960-a97c", "1160-11a7 d7b0-d7c6", "11a8-11ff d7cb-d7fb")
"""Letters of Hangul that begin a syllable, are its vowel, or end it."""

_NO_CLUSTERS: Final = late_pattern(r"[ -\u02ff\u0370-\u0482\u048a-\u052f]*")
"""Latin, Greek and Cyrillic letters, figures and marks: each code point a cluster of its own."""


@cache
def _grapheme() -> re.Pattern[str]:
    """A cluster by UAX #29 of Unicode 16.0, in which Burmese consonants are linked as Indian ones.

    Made when first asked for, which takes as long as many texts do.
    """
    extending = pattern_of(EXTENDING, "200d")
    picture, prepended = pattern_of(PICTURES), pattern_of(PREPENDED)
    linking, linked = pattern_of(_INDIAN_LINKING, LINKING), pattern_of("900-d7f", LINKED)
    leading, vowel, trailing = map(pattern_of, _JAMO)
    opened, closed = "".join(map(chr, range(0xAC00, 0xD7A4, 28))), pattern_of("ac00-d7a3")
    control = pattern_of("0-1f 7f-9f 2028-2029", INVISIBLE)
    return re.compile(
        rf"(?s)\r\n|[{control}]"
        rf"|[{prepended}]*(?:[\U0001f1e6-\U0001f1ff]{{2}}"
        rf"|[{leading}]*(?:[{opened}][{vowel}]*|[{closed}]|[{vowel}]+)[{trailing}]*|[{leading}]+"
        rf"|[{trailing}]+|[{picture}](?:[{extending}]*\u200d[{picture}])*|[^{control}])"
        rf"(?:[{extending}]|(?:(?<=[{linking}])|(?<=[{linking}]\u200d))(?=[{linked}])[^\W\d_])*"
        # Signs that wait for a character behind them, and find none
        rf"|[{prepended}]+[{extending}]*"
    )


def graphemes_of(text: str) -> list[str]:
    """The grapheme clusters of `text`; joined they are `text` again."""
    if _NO_CLUSTERS.fullmatch(text):
        return list(text)
    found: list[str] = _grapheme().findall(text)
    return found
