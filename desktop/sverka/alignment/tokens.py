"""Step 3: the words of the paragraphs that found no exact twin, as hashes and as short strings."""

from dataclasses import dataclass

import numpy as np

from sverka.alignment.arrays import Hashes, Ints
from sverka.alignment.characters import INVISIBLE, SIGN, WORD, CharacterTable, codes_of
from sverka.alignment.keys import BATCH, batches

_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_STRING_BITS = 20
_STRING_BASE = np.uint32(0x10000)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of the chosen paragraphs of one side.

    `hashes` are 64-bit token hashes, those of paragraph i at start[i] … start[i+1]-1. `strings[i]`
    is the same paragraph with one character of 20 bits a token, so that string distances work on
    tokens. Paragraphs that were not chosen have no tokens.
    """

    hashes: Hashes
    start: Ints
    strings: list[str]

    @property
    def counts(self) -> Ints:
        """The number of tokens of every paragraph."""
        return np.diff(self.start)


def tokenise(texts: list[str], chosen: Ints, size: int, table: CharacterTable) -> Tokens:
    """Cut `texts`, which stand at the indexes `chosen` of `size` paragraphs, into tokens.

    A word is a run of letters, marks and digits, whatever its case; every character of a script
    written without spaces is a token, and every sign. Words are hashed without a loop: prefix sums
    of character values times powers of an odd base modulo 2⁶⁴ (a polynomial rolling hash, Karp and
    Rabin 1987), where the difference of two prefixes is a word.
    """
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    powers = np.empty(0, np.uint64)
    hashes, counts = [], []
    for first, last in batches(lengths, BATCH):
        joined = " ".join(texts[first:last]) + " "
        ends = np.cumsum(lengths[first:last] + 1)
        if len(powers) < len(joined):
            powers = _powers(_BASE, len(joined))
        found, starts = _cut(joined, ends, powers, table)
        hashes.append(found)
        counts.append(np.diff(starts))
    every = np.concatenate(hashes) if hashes else np.empty(0, np.uint64)
    all_counts = np.zeros(size, np.int64)
    if counts:
        all_counts[chosen] = np.concatenate(counts)
    start = np.concatenate(([0], np.cumsum(all_counts)))
    return Tokens(every, start, _strings(every, start))


def _powers(base: np.uint64, count: int) -> Hashes:
    powers = np.full(count, base, np.uint64)
    powers[:1] = 1
    return np.multiply.accumulate(powers)


def _cut(joined: str, ends: Ints, powers: Hashes, table: CharacterTable) -> tuple[Hashes, Ints]:
    """Token hashes of a batch, and where each text's tokens begin (one more at the end)."""
    codes = codes_of(joined)
    kinds = table.kinds(codes)
    invisible = kinds == INVISIBLE
    if invisible.any():
        ends = ends - np.cumsum(invisible)[ends - 1]
        codes, kinds = codes[~invisible], kinds[~invisible]
    terms = table.values(codes) * powers[: len(codes)]
    prefix = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(terms, out=prefix[1:])
    starting = kinds >= SIGN
    word = kinds == WORD
    starting[1:] &= ~(word[1:] & word[:-1])
    starts = np.flatnonzero(starting)
    bounds = np.append(starts, len(codes))
    hashes = np.diff(prefix[bounds])
    # Dividing by the power at the start makes a word hash the same wherever it stands.
    hashes *= _powers(_INVERSE, len(codes))[starts]
    return hashes, np.concatenate(([0], np.searchsorted(starts, ends)))


def _strings(hashes: Hashes, start: Ints) -> list[str]:
    characters = (scrambled(hashes) >> np.uint64(64 - _STRING_BITS)).astype(np.uint32)
    characters += _STRING_BASE
    whole = characters.tobytes().decode("utf-32-le")
    bounds = start.tolist()
    return [whole[a:b] for a, b in zip(bounds, bounds[1:], strict=False)]


def scrambled(hashes: Hashes) -> Hashes:
    """The hashes with their bits mixed, so that any few of them can serve for the whole."""
    mixed = hashes ^ (hashes >> np.uint64(31))
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    return mixed
