"""Finds grapheme clusters: what a reader takes for one character."""

import re
from typing import Final

from sverka.text import character_classes as classes

_EXTENDING: Final = classes.pattern_of(classes.EXTENDING, "200d")
_PICTURE: Final = classes.pattern_of(classes.PICTURES)
_FLAG: Final = classes.pattern_of("1f1e6-1f1ff")
_PREPENDED: Final = classes.pattern_of(classes.PREPENDED)
_LINKING: Final = classes.pattern_of("94d 9cd acd b4d c4d d4d", classes.LINKING)
_LEADING, _VOWEL, _TRAILING = (
    classes.pattern_of(listed)
    for listed in ("1100-115f a960-a97c", "1160-11a7 d7b0-d7c6", "11a8-11ff d7cb-d7fb")
)
_OPEN: Final = "".join(map(chr, range(0xAC00, 0xD7A4, 28)))
_CLOSED: Final = classes.pattern_of("ac00-d7a3")
"""Syllables; the open ones, without a final consonant, are tried first."""
_LINKED: Final = classes.pattern_of("900-d7f", classes.LINKED)
_CONTROL: Final = classes.pattern_of("0-1f 7f-9f 2028-2029", classes.INVISIBLE)

_GRAPHEME: Final = re.compile(
    # UAX #29 of Unicode 16.0; of the scripts that link consonants, the Burmese ones as well
    rf"(?s)\r\n|[{_CONTROL}]"
    rf"|[{_PREPENDED}]*(?:[{_FLAG}]{{2}}"
    rf"|[{_LEADING}]*(?:[{_OPEN}][{_VOWEL}]*|[{_CLOSED}]|[{_VOWEL}]+)[{_TRAILING}]*|[{_LEADING}]+"
    rf"|[{_TRAILING}]+|[{_PICTURE}](?:[{_EXTENDING}]*\u200d[{_PICTURE}])*|[^{_CONTROL}])"
    rf"(?:[{_EXTENDING}]|(?:(?<=[{_LINKING}])|(?<=[{_LINKING}]\u200d))(?=[{_LINKED}])[^\W\d_])*"
    # Signs that wait for a character behind them, and find none
    rf"|[{_PREPENDED}]+[{_EXTENDING}]*"
)

_NO_CLUSTERS: Final = re.compile(r"[ -\u02ff\u0370-\u0482\u048a-\u052f]*")
"""Latin, Greek and Cyrillic letters, figures and marks: each code point a cluster of its own."""


def graphemes_of(text: str) -> list[str]:
    """The grapheme clusters of `text`; joined they are `text` again."""
    if _NO_CLUSTERS.fullmatch(text):
        return list(text)
    found: list[str] = _GRAPHEME.findall(text)
    return found
