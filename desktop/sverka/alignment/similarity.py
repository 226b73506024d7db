"""Step 5: how alike two paragraphs are, exactly, for many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from sverka.alignment import long_pairs, thresholds
from sverka.alignment.arrays import Floats, Ints, batches, lengths_of
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.alignment.token_hashes import TokenHashes

_WORK_AT_ONCE: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures pairs of paragraphs (old[k], new[k])."""

    keys: ParagraphKeys
    old: TokenHashes
    new: TokenHashes
    pace: Pace

    def similarity(self, old: Ints, new: Ints) -> Floats:
        """2·LCS/(la + lb) over tokens, from 0 to 1; 1 for equal keys; 0 if lengths forbid more.

        Where the shorter paragraph has few tokens and the lengths compare, characters count too:
        beyond the share of characters that unrelated texts of one language have in common.
        """
        la, lb = self.old.count[old], self.new.count[new]
        shorter, both = np.minimum(la, lb), la + lb
        same = self.keys.old[old] == self.keys.new[new]
        alike: Floats = same.astype(np.float64)
        open_ = np.flatnonzero(
            ~same & (2 * shorter >= thresholds.WORTH_COMPARING * both) & (shorter > 0)
        )
        alike[open_] = 2 * self.common(old[open_], new[open_]) / both[open_]
        few = open_[shorter[open_] <= thresholds.FEW_TOKENS]
        alike[few] = np.maximum(alike[few], self._by_characters(old[few], new[few]))
        return alike

    def by_place(self, old: Ints, new: Ints) -> Floats:
        """The similarity of pairs that only their places made, one of which may have a twin."""
        alike = self.similarity(old, new)
        keys = self.keys
        # What had an exact twin was never cut into tokens.
        uncut = np.flatnonzero((self.old.count[old] == 0) | (self.new.count[new] == 0))
        for k in uncut.tolist():
            texts = keys.texts[keys.old[old[k]]], keys.texts[keys.new[new[k]]]
            alike[k] = Indel.normalized_similarity(*texts)
        return alike

    def common(self, old: Ints, new: Ints) -> Ints:
        """LCS: how many tokens the two have in common in the same order."""
        a, b = self.old.strings, self.new.strings
        return self._lcs(
            [a[i] for i in old.tolist()],
            [b[j] for j in new.tolist()],
            self.old.count[old],
            self.new.count[new],
        )

    def lcs(self, a: list[str], b: list[str]) -> Ints:
        """The length of the longest common subsequence of a[k] and b[k]."""
        return self._lcs(a, b, lengths_of(a), lengths_of(b))

    def _lcs(self, a: list[str], b: list[str], la: Ints, lb: Ints) -> Ints:
        common = np.empty(len(a), np.int64)
        long = la * lb >= long_pairs.LONG
        for k in np.flatnonzero(long).tolist():
            olds, news = zip(*long_pairs.pieces(a[k], b[k]), strict=True)
            common[k] = self._lcs_whole(olds, news).sum()
        short = np.flatnonzero(~long)
        places = short.tolist()
        common[short] = self._lcs_whole([a[k] for k in places], [b[k] for k in places])
        return common

    def _lcs_whole(self, a: Sequence[str], b: Sequence[str]) -> Ints:
        # Bit-parallel (Hyyrö 2004): 64 characters of the one against one of the other at a time.
        la, lb = lengths_of(a), lengths_of(b)
        work = 64 + (la + 64) * (lb + 64) // 64
        distance = np.empty(len(a), np.int64)
        for first, last in batches(work, _WORK_AT_ONCE):
            distance[first:last] = cpdist(
                a[first:last], b[first:last], scorer=Indel.distance, dtype=np.int32
            )
            self.pace.tick()
        common: Ints = (la + lb - distance) // 2
        return common

    def _by_characters(self, old: Ints, new: Ints) -> Floats:
        keys, result = self.keys, np.zeros(len(old))
        a, b = keys.old[old], keys.new[new]
        la, lb = keys.lengths[a], keys.lengths[b]
        compare = np.flatnonzero(
            thresholds.COMPARABLE_LENGTHS * np.minimum(la, lb) >= np.maximum(la, lb)
        )
        la, lb = la[compare], lb[compare]
        common = self._lcs(
            [keys.texts[k] for k in a[compare].tolist()],
            [keys.texts[k] for k in b[compare].tolist()],
            la,
            lb,
        )
        ratio = 2 * common / (la + lb)
        result[compare] = (ratio - thresholds.UNRELATED_CHARACTERS) / (
            1 - thresholds.UNRELATED_CHARACTERS
        )
        return result
