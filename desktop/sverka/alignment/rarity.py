"""How much two paragraphs share beyond what any two share: words weighed by their rarity."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import Floats, Ints, starts_of, stretches
from sverka.alignment.token_hashes import LETTER_BITS, TokenHashes, letters_in, letters_of

_STEPS: Final = 1024
_LEAST_BITS: Final = 16


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weighs a shared token by log(paragraphs / occurrences), as Spärck Jones (1972) did."""

    old: TokenHashes
    new: TokenHashes
    counts: Ints
    shift: int
    paragraphs: int

    @classmethod
    def of(cls, old: TokenHashes, new: TokenHashes) -> "Rarity":
        """Count the tokens of both sides, in as many places as so many may need.

        Few tokens of a long text are different ones, and a small table is a near one.
        """
        letters = np.concatenate((letters_of(old.hashes), letters_of(new.hashes)))
        bits = min(LETTER_BITS, max(_LEAST_BITS, (len(letters) // 2).bit_length()))
        counts = np.bincount(letters >> (LETTER_BITS - bits), minlength=1 << bits)
        paragraphs = np.count_nonzero(old.count) + np.count_nonzero(new.count)
        return cls(old, new, counts, LETTER_BITS - bits, int(paragraphs))

    def shared(self, old: Ints, new: Ints) -> Floats:
        """For every pair, twice the weight of the tokens in both / the weight of both; 0 to 1."""
        a, b = _sets(self.old, old), _sets(self.new, new)
        weight = self._per_pair(a, len(old)) + self._per_pair(b, len(old))
        both = self._per_pair(np.intersect1d(a, b, assume_unique=True), len(old))
        result: Floats = 2 * both / np.maximum(weight, thresholds.LEAST_RARITY)
        return result

    def _per_pair(self, packed: Ints, pairs: int) -> Floats:
        weights = self._weights(packed & ((1 << LETTER_BITS) - 1))
        # Without any token bincount would give whole numbers.
        return np.bincount(packed >> LETTER_BITS, weights, minlength=pairs).astype(np.float64)

    def weight(self, string: str) -> float:
        """The weight of all tokens of a token string, however often they stand in it."""
        return float(self._weights(letters_in(string).astype(np.int64)).sum())

    def _weights(self, letters: Ints) -> Floats:
        counts = self.counts[letters >> self.shift]
        # In whole steps, since the last bit of a logarithm is not the same on every machine.
        logarithms: Floats = np.log((self.paragraphs + 1) / counts).clip(
            min=thresholds.LEAST_RARITY
        )
        return np.rint(logarithms * _STEPS) / _STEPS


def _sets(tokens: TokenHashes, chosen: Ints) -> Ints:
    """The different tokens of each chosen paragraph, packed with its place among the chosen."""
    counts = tokens.count[chosen]
    place = np.repeat(np.arange(len(chosen)), counts)
    letters = letters_of(tokens.hashes[stretches(tokens.start[chosen], counts)])
    packed = np.sort((place << LETTER_BITS) | letters)
    return packed[starts_of(packed)]
