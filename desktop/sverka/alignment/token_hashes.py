"""Step 3: the words of the paragraphs that found no exact twin, as hashes and as short strings."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from sverka.alignment.arrays import Codes, Hashes, Ints, batches, lengths_of
from sverka.alignment.characters import CHARACTERS, INVISIBLE, SIGN, WORD, codes_of
from sverka.alignment.pace import Pace

LETTER_BITS: Final = 20
"""Bits of a token hash that make one character of a token string."""

# Small enough that the arrays of one batch stay in the processor's cache.
_CHARACTERS_AT_ONCE: Final = 1 << 15
_BASE: Final = 0x9E3779B97F4A7C15
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
# 2²⁰ code points from here on are all valid in a string.
_FIRST_LETTER: Final = np.uint32(0x10000)


@dataclass(frozen=True, slots=True)
class TokenHashes:
    """The tokens of the chosen paragraphs of one side; the others have none.

    Those of paragraph i stand at start[i] … start[i] + count[i] - 1 of `hashes`. `strings[i]` is
    paragraph i with one character a token, so that string distances compare tokens.
    """

    hashes: Hashes
    start: Ints
    count: Ints
    strings: list[str]


def tokenise(texts: list[str], chosen: Ints, size: int, pace: Pace) -> TokenHashes:
    """Cut `texts`, which stand at the indexes `chosen` of `size` paragraphs, into tokens.

    A word is a run of letters, marks and digits, whatever its case; every character of a script
    written without spaces is a token, and so is every sign. Words are hashed without a loop:
    prefix sums of character values times powers of an odd base modulo 2⁶⁴ (polynomial rolling
    hashes, Karp and Rabin 1987), of which the difference of two is a word.
    """
    lengths = lengths_of(texts)
    hashes, counts = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    strings = [""] * size
    for first, last in batches(lengths + 1, _CHARACTERS_AT_ONCE):
        joined = " ".join([*texts[first:last], ""])
        ends = np.cumsum(lengths[first:last] + 1)
        found, count = _cut(joined, ends)
        hashes.append(found)
        counts.append(count)
        for k, string in zip(chosen[first:last].tolist(), _strings(found, count), strict=True):
            strings[k] = string
        pace.tick()
    every = np.concatenate(hashes)
    count = np.zeros(size, np.int64)
    count[chosen] = np.concatenate(counts)
    return TokenHashes(every, np.cumsum(count) - count, count, strings)


def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The first powers of the base, and what multiplied with each is 1."""
    powers = np.full((2, count), [[_BASE], [_INVERSE]], np.uint64)
    powers[:, 0] = 1
    np.multiply.accumulate(powers, axis=1, out=powers)
    return powers[0], powers[1]


@cache
def _usual_powers() -> tuple[Hashes, Hashes]:
    """As many powers as nearly every batch needs."""
    return _powers(2 * _CHARACTERS_AT_ONCE)


def _cut(joined: str, ends: Ints) -> tuple[Hashes, Ints]:
    """The token hashes of a batch, and how many each text has; a text ends where `ends` say."""
    codes = codes_of(joined)
    kinds = CHARACTERS.kinds(codes)
    invisible = kinds == INVISIBLE
    if invisible.any():
        ends = ends - np.cumsum(invisible)[ends - 1]
        codes, kinds = codes[~invisible], kinds[~invisible]
    powers, inverses = _usual_powers()
    if len(powers) < len(codes):
        powers, inverses = _powers(len(codes))
    prefix = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(CHARACTERS.values(codes) * powers[: len(codes)], out=prefix[1:])
    starting = kinds >= SIGN
    word = kinds == WORD
    starting[1:] &= ~(word[1:] & word[:-1])
    starts = np.flatnonzero(starting)
    hashes = np.diff(prefix[np.append(starts, len(codes))])
    # Dividing by the power at its start makes a word hash the same wherever it stands.
    hashes *= inverses[starts]
    return scrambled(hashes), np.diff(np.searchsorted(starts, ends), prepend=0)


def scrambled(hashes: Hashes) -> Hashes:
    """The hashes with their bits mixed, so that the upper few of them can serve for the whole."""
    hashes = hashes ^ (hashes >> np.uint64(32))
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0x94D049BB133111EB)
    return hashes


def letters_of(hashes: Hashes) -> Codes:
    """The upper LETTER_BITS of each hash."""
    return (hashes >> np.uint64(64 - LETTER_BITS)).astype(np.uint32)


def letters_in(string: str) -> Codes:
    """The letters of hashes that a string of tokens is made of."""
    return codes_of(string) - _FIRST_LETTER


def _strings(hashes: Hashes, count: Ints) -> list[str]:
    """For each text with so many of the tokens, one character a token."""
    whole = (letters_of(hashes) + _FIRST_LETTER).tobytes().decode("utf-32-le")
    ends = np.cumsum(count).tolist()
    return [whole[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]
