"""Step 1: every paragraph becomes a number, the same number where the text counts as the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final
from unicodedata import is_normalized

import numpy as np

from sverka.alignment.arrays import Bools, Ints
from sverka.alignment.folding import compact, reading_of
from sverka.alignment.pace import Pace
from sverka.model import Ignore

_TEXTS_AT_ONCE: Final = 4096
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Keys:
    """The paragraphs of both sides as numbers from 0, and what is known of each number.

    `old` and `new` number the paragraphs by what counts as the same text; `old_raw` and `new_raw`
    by their exact text. By key, `texts` are the tidied texts and `lengths` their lengths in code
    points; `anchoring` says whether one holds a letter or a digit: empty and punctuation-only
    paragraphs never anchor.
    """

    old: Ints
    new: Ints
    old_raw: Ints
    new_raw: Ints
    texts: list[str]
    lengths: Ints
    anchoring: Bools


def intern(old: Sequence[str], new: Sequence[str], ignore: frozenset[Ignore], pace: Pace) -> Keys:
    """Number the paragraphs: equal numbers mean equal text in NFC, white space collapsed.

    The differences that `ignore` names are folded away as well.
    """
    distinct = list(dict.fromkeys(chain(old, new)))
    numbers = dict(zip(distinct, range(len(distinct)), strict=True))
    old_raw = np.fromiter(map(numbers.__getitem__, old), np.int64, len(old))
    new_raw = np.fromiter(map(numbers.__getitem__, new), np.int64, len(new))
    pace.tick()
    texts = _readings(distinct, ignore, pace)
    if texts is distinct:
        old_keys, new_keys = old_raw, new_raw
    else:
        spaceless = Ignore.SPACING in ignore
        texts, renumbered = _numbered_again(texts, spaceless)
        old_keys, new_keys = renumbered[old_raw], renumbered[new_raw]
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    anchoring = np.fromiter(
        (t[:1].isalnum() or _LETTER_OR_DIGIT.search(t) is not None for t in texts),
        np.bool_,
        len(texts),
    )
    return Keys(old_keys, new_keys, old_raw, new_raw, texts, lengths, anchoring)


def _readings(texts: list[str], ignore: frozenset[Ignore], pace: Pace) -> list[str]:
    """The texts as they are read for comparison; the same list where all are tidy already."""
    reading = reading_of(ignore)
    read = texts
    for first in range(0, len(texts), _TEXTS_AT_ONCE):
        last = min(first + _TEXTS_AT_ONCE, len(texts))
        for k in range(first, last) if ignore else _untidy_ones(texts, first, last):
            read = list(texts) if read is texts else read
            read[k] = reading(texts[k])
        pace.tick()
    return read


def _untidy_ones(texts: list[str], first: int, last: int) -> list[int]:
    return [k for k, text in enumerate(texts[first:last], first) if _untidy(text)]


def _numbered_again(texts: list[str], spaceless: bool) -> tuple[list[str], Ints]:
    """One text for each key, and the key of every text."""
    numbers: dict[str, int] = {}
    first: list[str] = []
    renumbered = np.empty(len(texts), np.int64)
    for k, text in enumerate(texts):
        key = compact(text) if spaceless else text
        number = numbers.setdefault(key, len(first))
        if number == len(first):
            first.append(text)
        renumbered[k] = number
    return first, renumbered


def _untidy(text: str) -> bool:
    """Whether tidying could change a text; quick, since most texts are tidy."""
    # White space but the plain space is not printable, nor is what cannot be seen.
    return (
        not text.isprintable()
        or "  " in text
        or text[:1] == " "
        or text[-1:] == " "
        or not (text.isascii() or is_normalized("NFC", text))
    )
