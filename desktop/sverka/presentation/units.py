"""Turns offsets in code points, which Python counts, into UTF-16 units, which Qt counts."""

from collections.abc import Iterable

_LAST_NARROW = "\uffff"


def is_narrow(text: str) -> bool:
    """Whether every character of `text` takes one UTF-16 unit, so that both counts agree."""
    return text.isascii() or not text or max(text) <= _LAST_NARROW


def to_units(text: str, offsets: Iterable[int]) -> list[int]:
    """The UTF-16 offsets of code point `offsets` in `text`; offsets may come in any order."""
    asked = list(offsets)
    if is_narrow(text):
        return asked
    wide = [at for at, char in enumerate(text) if char > _LAST_NARROW]
    return [at + _before(wide, at) for at in asked]


def to_points(text: str, offsets: Iterable[int]) -> list[int]:
    """The code point offsets of UTF-16 `offsets`; one inside a pair counts as before the pair."""
    asked = list(offsets)
    if is_narrow(text):
        return asked
    # The UTF-16 offset of the second unit of each pair: from there on the counts differ by one.
    seconds = [at + n + 1 for n, at in enumerate(i for i, c in enumerate(text) if c > _LAST_NARROW)]
    return [at - _before(seconds, at + 1) for at in asked]


def _before(ascending: list[int], limit: int) -> int:
    """How many of `ascending` are below `limit`."""
    low, high = 0, len(ascending)
    while low < high:
        middle = (low + high) // 2
        if ascending[middle] < limit:
            low = middle + 1
        else:
            high = middle
    return low
