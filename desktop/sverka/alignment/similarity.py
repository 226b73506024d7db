"""Step 5: how alike two paragraphs are, exactly, for many pairs at once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from sverka.alignment.arrays import Floats, Ints
from sverka.alignment.keys import Keys
from sverka.alignment.tokens import Tokens

_FEW_TOKENS = 20
_UNRELATED_CHARACTERS = 0.45
_TOO_UNLIKE_IN_LENGTH = 0.25
_PAIRS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures pairs of paragraphs; `step` is called now and then and may stop the work."""

    keys: Keys
    old: Tokens
    new: Tokens
    step: Callable[[], None]

    def similarity(self, old: Ints, new: Ints) -> tuple[Floats, Floats]:
        """Similarity 2·LCS/(la + lb) and containment LCS/min(la, lb) of old[k] and new[k].

        LCS is over tokens. Where the shorter has few tokens and the lengths compare, characters
        count as well, from the ratio on that unrelated texts of one language have anyway.
        """
        same = self.keys.old[old] == self.keys.new[new]
        la, lb = self.old.counts[old], self.new.counts[new]
        shorter, both = np.minimum(la, lb), la + lb
        alike = same.astype(np.float64)
        contained = alike.copy()
        open_ = np.flatnonzero(~same & (shorter > 0))
        lcs = self._common_tokens(old[open_], new[open_])
        contained[open_] = lcs / shorter[open_]
        alike[open_] = 2 * lcs / both[open_]
        few = np.flatnonzero(~same & (shorter <= _FEW_TOKENS))
        ratio = self._characters(old[few], new[few])
        alike[few] = np.maximum(alike[few], ratio)
        return alike, contained

    def _common_tokens(self, old: Ints, new: Ints) -> Floats:
        a, b = self.old.strings, self.new.strings
        distance = self._distances([a[i] for i in old.tolist()], [b[j] for j in new.tolist()])
        common: Floats = (self.old.counts[old] + self.new.counts[new] - distance) / 2
        return common

    def _characters(self, old: Ints, new: Ints) -> Floats:
        keys = self.keys
        la, lb = keys.lengths[keys.old[old]], keys.lengths[keys.new[new]]
        comparable = np.flatnonzero(3 * np.minimum(la, lb) >= np.maximum(la, lb))
        result = np.zeros(len(old))
        a = [keys.texts[k] for k in keys.old[old[comparable]].tolist()]
        b = [keys.texts[k] for k in keys.new[new[comparable]].tolist()]
        both = np.maximum(la + lb, 1)[comparable]
        ratio = 1 - self._distances(a, b) / both
        result[comparable] = (ratio - _UNRELATED_CHARACTERS) / (1 - _UNRELATED_CHARACTERS)
        return result.clip(min=0)

    def _distances(self, a: list[str], b: list[str]) -> Floats:
        found = np.empty(len(a))
        for first in range(0, len(a), _PAIRS_AT_ONCE):
            last = first + _PAIRS_AT_ONCE
            found[first:last] = cpdist(
                a[first:last], b[first:last], scorer=Indel.distance, dtype=np.int32
            )
            self.step()
        return found


def worth_comparing(la: Ints, lb: Ints) -> Floats:
    """The highest similarity that texts of these many tokens can have."""
    both = np.maximum(la + lb, 1)
    bound: Floats = np.where(la + lb == 0, 1.0, 2 * np.minimum(la, lb) / both)
    return bound
