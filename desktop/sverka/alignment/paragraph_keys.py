"""Step 1: every paragraph becomes a number, the same number where the text counts as the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from sverka.alignment.arrays import Bools, Ints, batches, lengths_of
from sverka.alignment.characters import CHARACTERS, codes_of
from sverka.alignment.pace import Pace
from sverka.alignment.tidying import compact, reading_of
from sverka.model import Ignore

# Small enough that the texts and arrays of one batch stay in the processor's cache.
_CHARACTERS_AT_ONCE: Final = 1 << 15


@dataclass(frozen=True, slots=True)
class ParagraphKeys:
    """The paragraphs of both sides as numbers from 0, and what is known of each number.

    `old` and `new` number the paragraphs by what counts as the same text; `old_raw` and `new_raw`
    by their exact text. By key, `texts` are the tidied texts and `lengths` their lengths in code
    points.
    """

    old: Ints
    new: Ints
    old_raw: Ints
    new_raw: Ints
    texts: list[str]
    lengths: Ints


def intern(
    old: Sequence[str], new: Sequence[str], ignore: frozenset[Ignore], pace: Pace
) -> ParagraphKeys:
    """Number the paragraphs: equal numbers mean equal text in NFC, white space collapsed.

    The differences that `ignore` names are folded away as well.
    """
    distinct, old_raw, new_raw = _numbered(old, new)
    pace.tick()
    lengths = lengths_of(distinct)
    texts = _readings(distinct, lengths, ignore, pace)
    spaceless = Ignore.SPACING in ignore
    if texts is distinct and not spaceless:
        old_keys, new_keys = old_raw, new_raw
    else:
        texts, renumbered = _numbered_again(texts, spaceless)
        lengths = lengths_of(texts)
        old_keys, new_keys = renumbered[old_raw], renumbered[new_raw]
    return ParagraphKeys(old_keys, new_keys, old_raw, new_raw, texts, lengths)


def _numbered(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], Ints, Ints]:
    """Every different text once, and the number of each paragraph's text."""
    # One look at each text: a place in a dictionary of many texts is far away in memory.
    first_of: dict[str, int] = {}
    size = len(old) + len(new)
    firsts = np.fromiter(map(first_of.setdefault, chain(old, new), range(size)), np.int64, size)
    number = np.cumsum(firsts == np.arange(size)) - 1
    raw = number[firsts]
    return list(first_of), raw[: len(old)], raw[len(old) :]


def _readings(texts: list[str], lengths: Ints, ignore: frozenset[Ignore], pace: Pace) -> list[str]:
    """The texts as they are read for comparison; the same list where all are tidy already."""
    reading = reading_of(ignore)
    read = texts
    for first, last in batches(lengths + 1, _CHARACTERS_AT_ONCE):
        batch = texts[first:last]
        asked = range(len(batch)) if ignore else _maybe_untidy(batch, lengths[first:last])
        for k in asked:
            text = reading(batch[k])
            if text != batch[k]:
                read = list(texts) if read is texts else read
                read[first + k] = text
        pace.tick()
    return read


def _maybe_untidy(texts: list[str], lengths: Ints) -> list[int]:
    """The indexes of the texts that tidying may change; of the others it changes none."""
    joined = " ".join(["", *texts, ""])
    places = np.flatnonzero(_untidy(joined))
    found: list[int] = np.unique(np.searchsorted(np.cumsum(lengths + 1), places)).tolist()
    return found


def _untidy(text: str) -> Bools:
    """At which characters of `text` there is something to tidy."""
    if text.isascii():
        ascii_codes = np.frombuffer(text.encode(), np.uint8)
        # What is below the space wraps round and comes out above the tilde.
        untidy = ascii_codes - np.uint8(ord(" ")) > ord("~") - ord(" ")
        spaces = ascii_codes == ord(" ")
    else:
        codes = codes_of(text)
        untidy = ~CHARACTERS.tidy(codes)
        spaces = codes == ord(" ")
    untidy[1:] |= spaces[1:] & spaces[:-1]
    return untidy


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
