"""Finds the word boundaries of texts, many at once, by one rule of our own.

The rule is that of UAX #29 (Unicode 16.0), with two additions: Katakana in a row of more than four
characters is cut at each, as Han and Thai are, and no grapheme cluster is cut. No library's
release decides: some break words at an apostrophe before a vowel, and others do not.
"""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sverka.patterns import late_pattern
from sverka.text import character_classes as classes

_Codes: TypeAlias = NDArray[np.uint32]
_Kinds: TypeAlias = NDArray[np.uint8]
_Flags: TypeAlias = NDArray[np.bool_]

(_OTHER, _LETTER, _DIGIT, _JOINER, _SPACE, _IN_BOTH, _IN_WORD, _IN_NUMBER) = range(8)
(_LINKED, _SEPARATOR, _RETURN, _HEBREW, _KATAKANA, _FLAG, _PICTURE) = range(8, 15)
(_EXTENDING, _ZERO_JOINER) = range(15, 17)
_LAST_SIMPLE: Final = _SEPARATOR
"""The kinds behind this one take rules that most texts have no need of."""
_BINDING: Final = 0x80
"""Added to the kind of a character that no boundary may part from the one behind it."""

_LISTED: Final = (
    # A character in several has the kind of the last
    (_PICTURE, classes.PICTURES),
    (_LINKED, classes.LINKED),
    (_LETTER, classes.LETTERS),
    (_DIGIT, classes.DIGITS),
    (_JOINER, classes.JOINERS),
    (_SPACE, classes.SPACES),
    (_IN_BOTH, classes.IN_BOTH),
    (_IN_WORD, classes.IN_WORDS),
    (_IN_NUMBER, classes.IN_NUMBERS),
    (_SEPARATOR, "a-c 85 2028-2029"),
    (_RETURN, "d"),
    (_HEBREW, classes.HEBREW),
    (_KATAKANA, classes.KATAKANA),
    (_FLAG, "1f1e6-1f1ff"),
    (_EXTENDING, classes.EXTENDING),
    (_EXTENDING, classes.INVISIBLE),
    (_ZERO_JOINER, "200d"),
)

_LONGEST_KATAKANA: Final = 4
"""Characters of a Katakana word up to which it stays whole; longer ones are mostly several."""

_FEW_TEXTS: Final = 6
"""Texts up to which it takes less time to go through each than through all at once."""

_END: Final = "\v"
"""Put behind each text: a separator that joins with nothing, as a line feed with a return does."""

_CUT: Final = "\0"
_FEW: Final = 256
"""Put between segments to split at them, which is faster than slicing unless they are few."""


class Segmented(NamedTuple):
    """The segments of a text, where each begins and the text ends, and whether it has digits.

    Joined the segments are the text; `starts` count code points.
    """

    segments: list[str]
    starts: list[int]
    has_digits: bool


def segmented(texts: Sequence[str]) -> list[Segmented]:
    """Cut each text at its word boundaries, whatever the others are.

    A segment is a word, a stretch of spaces or a single mark.
    """
    if len(texts) <= _FEW_TEXTS:
        return [_segmented_alone(text) for text in texts]
    return _segmented_together(texts)


def _segmented_alone(text: str) -> Segmented:
    """The segments of one text, by an expression where its characters are all plain ones."""
    if not _PLAIN.fullmatch(text):
        return _segmented_together([text])[0]
    segments = _PLAIN_SEGMENT.findall(text)
    starts = list(accumulate(map(len, segments), initial=0))
    return Segmented(segments, starts, _PLAIN_DIGIT.search(text) is not None)


def _segmented_together(texts: Sequence[str]) -> list[Segmented]:
    """The segments of each of at least one text, all found in one array."""
    joined = "".join([text + _END for text in texts])
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _KINDS.take(codes, mode="clip")  # none is outside; not to check it takes half as long
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + 1
    firsts = np.cumsum(lengths) - lengths
    breaks = _breaks(kinds) if kinds.max() <= _LAST_SIMPLE else _intricate_breaks(codes, kinds)
    bounds = breaks.nonzero()[0]
    first_of = np.searchsorted(bounds, firsts)
    behind = np.append(first_of[1:], len(bounds))
    segments = _cut(joined, codes, bounds)
    starts = (bounds - np.repeat(firsts, behind - first_of)).tolist()
    digits = np.logical_or.reduceat(kinds & ~np.uint8(_BINDING) == _DIGIT, firsts).tolist()
    return [
        Segmented(segments[first : end - 1], starts[first:end], has_digits)
        for first, end, has_digits in zip(first_of.tolist(), behind.tolist(), digits, strict=True)
    ]


def _cut(joined: str, codes: _Codes, bounds: NDArray[np.int64]) -> list[str]:
    """The text cut in front of each of `bounds`."""
    if len(bounds) < _FEW or _CUT in joined:
        return [joined[start:end] for start, end in pairwise([*bounds.tolist(), len(joined)])]
    separated = np.insert(codes, bounds[1:], ord(_CUT))
    return separated.tobytes().decode("utf-32-le", "surrogatepass").split(_CUT)


def _breaks(kinds: _Kinds) -> _Flags:
    """Whether there is a boundary in front of each character of simple kinds.

    WB3d, WB5 to WB7, WB8 to WB13b and WB999 of UAX #29.
    """
    of_word = (kinds >= _LETTER) & (kinds <= _JOINER)
    spaces = kinds == _SPACE
    letters = kinds == _LETTER
    digits = kinds == _DIGIT
    middle = kinds[1:-1]
    in_both = middle == _IN_BOTH
    held = ((middle == _IN_WORD) | in_both) & letters[:-2] & letters[2:]
    held |= ((middle == _IN_NUMBER) | in_both) & digits[:-2] & digits[2:]
    breaks = np.ones(len(kinds), np.bool_)
    breaks[1:] = ~(of_word[1:] & of_word[:-1] | spaces[1:] & spaces[:-1])
    apart = ~held
    breaks[1:-1] &= apart
    breaks[2:] &= apart
    return breaks


def _intricate_breaks(codes: _Codes, kinds: _Kinds) -> _Flags:
    """The same for characters of any kind."""
    binding = kinds >= _BINDING
    kinds = kinds & ~np.uint8(_BINDING)
    separators = (kinds == _SEPARATOR) | (kinds == _RETURN)
    # What extends a character is as if it were not there (WB4)
    extending = kinds >= _EXTENDING
    extending[0] = False
    extending[1:] &= ~separators[:-1]
    seen = np.flatnonzero(~extending)
    breaks = np.zeros(len(kinds), np.bool_)
    breaks[seen] = _breaks_between(codes[seen], kinds[seen], np.diff(seen) > 1)
    before, behind = kinds[:-1], kinds[1:]
    bound = (before == _ZERO_JOINER) & (behind == _PICTURE)  # WB3c
    bound |= binding[:-1] & np.where(before == _EXTENDING, behind == _LINKED, ~separators[1:])
    breaks[1:] &= ~bound
    return breaks


def _breaks_between(codes: _Codes, kinds: _Kinds, extended: _Flags) -> _Flags:
    """Where boundaries are between characters that extend no other.

    `extended` says which have something that extends them, and so are not next to the next one.
    """
    hebrew = kinds == _HEBREW
    plain = np.where(hebrew, np.uint8(_LETTER), kinds)
    breaks = _breaks(plain)
    spaces, joiners = kinds == _SPACE, kinds == _JOINER
    breaks[1:] |= spaces[1:] & spaces[:-1] & extended
    breaks[1:] &= ~((kinds[:-1] == _RETURN) & (codes[1:] == ord("\n")) & ~extended)  # WB3
    breaks[1:] &= ~(hebrew[:-1] & (codes[1:] == ord("'")))  # WB7a
    apart = ~(hebrew[:-2] & (codes[1:-1] == ord('"')) & hebrew[2:])  # WB7b and c
    breaks[1:-1] &= apart
    breaks[2:] &= apart
    katakana = kinds == _KATAKANA
    short = katakana & (_stretch_of(katakana)[1] <= _LONGEST_KATAKANA)
    breaks[1:] &= ~(short[1:] & short[:-1])
    breaks[1:] &= ~(katakana[1:] & joiners[:-1] | joiners[1:] & katakana[:-1])
    flags = kinds == _FLAG
    breaks[flags & (_stretch_of(flags)[0] % 2 == 1)] = False  # WB15 and 16
    return breaks


def _stretch_of(flags: _Flags) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each place how far it is in its stretch of equal flags, and how long that is."""
    starts = np.flatnonzero(np.concatenate(([True], flags[1:] != flags[:-1])))
    lengths = np.diff(starts, append=len(flags))
    return np.arange(len(flags)) - np.repeat(starts, lengths), np.repeat(lengths, lengths)


def _table() -> _Kinds:
    """The kind of every code point."""
    kinds = np.full(0x110000, _OTHER, np.uint8)
    for kind, listed in _LISTED:
        for first, last in classes.ranges_in(listed):
            kinds[first : last + 1] = kind
    for listed in (classes.PREPENDED, classes.LINKING):
        for first, last in classes.ranges_in(listed):
            kinds[first : last + 1] |= _BINDING
    return kinds


_KINDS: Final = _table()

_PLAIN_RANGES: Final = ((0x0, 0x52F), (0x2000, 0x206F))
"""Latin, Greek and Cyrillic letters with their marks: so few that an expression is fast."""


def _plain(*kinds: int) -> str:
    """The inside of an expression's brackets that stands for the plain characters of the kinds."""
    return "".join(
        re.escape(chr(code))
        for first, last in _PLAIN_RANGES
        for code, kind in enumerate(_KINDS[first : last + 1].tolist(), first)
        if kind in kinds
    )


def _plain_segment() -> re.Pattern[str]:
    """What `_breaks` cuts out of a text of plain characters."""
    letter, digit = _plain(_LETTER), _plain(_DIGIT)
    of_word = f"[{_plain(_LETTER, _DIGIT, _JOINER)}]++"
    between_letters = f"(?<=[{letter}])[{_plain(_IN_BOTH, _IN_WORD)}](?=[{letter}])"
    between_digits = f"(?<=[{digit}])[{_plain(_IN_BOTH, _IN_NUMBER)}](?=[{digit}])"
    return late_pattern(
        rf"(?s){of_word}(?:(?:{between_letters}|{between_digits}){of_word})*+"
        rf"|[{_plain(_SPACE)}]++|."
    )


_PLAIN: Final = late_pattern(f"[{_plain(*range(_LAST_SIMPLE + 1))}]*+")
_PLAIN_DIGIT: Final = late_pattern(f"[{_plain(_DIGIT)}]")
_PLAIN_SEGMENT: Final = _plain_segment()
