"""Step 4: pairs worth comparing, found by the rare words and word pairs that both sides share."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sverka.alignment.arrays import Bools, Hashes, Ints, batches, ranges, starts_of
from sverka.alignment.pace import Pace
from sverka.alignment.tokens import Tokens, scrambled

# A feature counts when its occurrences in the two versions multiply to at most this …
_RARE: Final = 48
# … or to less, where that would make more pairs than these for every paragraph, or in all.
_PAIRS_A_PARAGRAPH: Final = 20
_MOST_PAIRS: Final = 1 << 23
# Of the pairs of one paragraph so many are worth comparing, if they weigh this share of the best.
_BEST: Final = 4
_SHARE_OF_BEST: Final = 1 / 3

_MOST_BUCKET_BITS: Final = 22
_TOKENS_AT_ONCE: Final = 1 << 15
_MOST_FEATURES_KEPT: Final = 96
_LEAST_FEATURES_KEPT: Final = 24
_FEATURES_IN_ALL: Final = 1 << 21
_LEAST_SHARE_KEPT: Final = 1 / 4

# How a group (24 bits), a weight (16) and an index (24) are packed to be sorted in one go.
_GROUP_SHIFT, _WEIGHT_SHIFT = np.uint64(40), np.uint64(24)
_WEIGHT_MASK, _INDEX_MASK = np.uint64(0xFFFF), np.uint64(0xFFFFFF)


@dataclass(frozen=True, slots=True)
class _Features:
    """Features of one side by their bucket, and the paragraph each stands in."""

    buckets: Ints
    owners: Ints

    def only(self, wanted: Bools) -> "_Features":
        """Those in the wanted buckets, in the order of bucket and paragraph."""
        kept = wanted[self.buckets]
        packed = np.sort((self.buckets[kept] << 32) | self.owners[kept])
        return _Features(packed >> 32, packed & 0xFFFFFFFF)


def candidates(old: Tokens, new: Tokens, pace: Pace) -> tuple[Ints, Ints]:
    """Pairs (old, new) that share rare features: the best few of every paragraph, in order.

    Features are tokens and pairs of neighbouring tokens, and each weighs 1/√(dfA·dfB): as where
    reads are mapped to a genome, the rare seeds decide (Li 2018). Features are counted in buckets
    first, so that only rare ones are ever sorted.
    """
    bits = (len(old.hashes) + len(new.hashes)).bit_length()
    bits = min(_MOST_BUCKET_BITS, max(10, bits))
    paragraphs = [int(np.count_nonzero(side.count)) for side in (old, new)]
    kept = _FEATURES_IN_ALL // max(*paragraphs, 1)
    kept = min(_MOST_FEATURES_KEPT, max(_LEAST_FEATURES_KEPT, kept))
    a, b = _features(old, bits, kept, pace), _features(new, bits, kept, pace)
    in_new = np.bincount(b.buckets, minlength=1 << bits)
    product = np.bincount(a.buckets, minlength=1 << bits)
    product *= in_new
    budget = min(_MOST_PAIRS, _PAIRS_A_PARAGRAPH * sum(paragraphs))
    pace.tick()
    rare = _rare(product, budget)
    a = a.only(rare)
    pace.tick()
    b = b.only(rare)
    pace.tick()
    rows, columns, products = _joined(a, b, product, in_new)
    pace.tick()
    rows, columns, weights = _summed(rows, columns, products, len(new.count))
    pace.tick()
    best = _among_best(rows, weights)
    pace.tick()
    best |= _among_best(columns, weights)
    return rows[best], columns[best]


def _features(tokens: Tokens, bits: int, kept: int, pace: Pace) -> _Features:
    """The tokens and pairs of tokens of one side, about `kept` of a long paragraph.

    Those with a low hash are kept, a share that falls with the length (as scaled sketches do,
    Irber and others 2022): what both of two paragraphs keep is what the longer one keeps, so that
    what they have in common is not lost.
    """
    share = (kept / np.maximum(2 * tokens.count, 1)).clip(_LEAST_SHARE_KEPT, 1)
    limits = (share * 0xFFFF).astype(np.uint16)
    buckets, owners = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for first, last in batches(tokens.count + 1, _TOKENS_AT_ONCE):
        count = tokens.count[first:last]
        hashes = tokens.hashes[tokens.start[first] : tokens.start[first] + count.sum()]
        owner = np.repeat(np.arange(first, last), count)
        paired: Hashes = hashes[:-1] * np.uint64(0x9E3779B97F4A7C15) + hashes[1:]
        paired = scrambled(paired)[owner[1:] == owner[:-1]]
        for found, owning in ((hashes, owner), (paired, owner[:-1][owner[1:] == owner[:-1]])):
            low = (found >> np.uint64(8)).astype(np.uint16) <= limits[owning]
            buckets.append((found[low] >> np.uint64(64 - bits)).view(np.int64))
            owners.append(owning[low])
        pace.tick()
    return _Features(np.concatenate(buckets), np.concatenate(owners))


def _rare(product: Ints, budget: int) -> Bools:
    """Which buckets are rare and on both sides; rarer ones only, if they made too many pairs."""
    rare: Bools = (product > 0) & (product <= _RARE)
    pairs = np.cumsum(np.bincount(product[rare], minlength=_RARE + 1) * np.arange(_RARE + 1))
    limit = int(np.searchsorted(pairs, budget, "right")) - 1
    return rare & (product <= limit) if limit < _RARE else rare


def _joined(a: _Features, b: _Features, product: Ints, in_new: Ints) -> tuple[Ints, Ints, Ints]:
    """Every pair of paragraphs for every feature they share, with the feature's product."""
    # The same buckets are left on both sides, so the k-th stretch of the one is that of the other.
    stretch = np.zeros(len(a.buckets), np.int64)
    stretch[starts_of(a.buckets)[1:]] = 1
    first = starts_of(b.buckets)[np.cumsum(stretch)]
    times = in_new[a.buckets]
    columns = b.owners[np.repeat(first, times) + ranges(times)]
    return np.repeat(a.owners, times), columns, np.repeat(product[a.buckets], times)


def _summed(rows: Ints, columns: Ints, products: Ints, width: int) -> tuple[Ints, Ints, Hashes]:
    """Every pair once, in order, and the sum of 1/√product over its features in whole steps."""
    steps = np.zeros(_RARE + 1, np.int64)
    steps[1:] = 1024 / np.sqrt(np.arange(1, _RARE + 1))
    packed = np.sort(((rows * width + columns) << 6) | products)
    pairs = packed >> 6
    starts = starts_of(pairs)
    if not len(starts):
        return rows, columns, rows.astype(np.uint64)
    weights = np.add.reduceat(steps[packed & 63], starts).clip(max=int(_WEIGHT_MASK))
    pairs = pairs[starts]
    return pairs // width, pairs % width, weights.astype(np.uint64)


def _among_best(group: Ints, weights: Hashes) -> Bools:
    """Which pairs are among the heaviest few of their group; of equal ones, the first."""
    lightness = _WEIGHT_MASK - weights
    index = np.arange(len(group), dtype=np.uint64)
    packed = (group.astype(np.uint64) << _GROUP_SHIFT) | (lightness << _WEIGHT_SHIFT) | index
    packed.sort()
    starts = starts_of((packed >> _GROUP_SHIFT).astype(np.int64))
    sizes = np.diff(starts, append=len(packed))
    index = packed & _INDEX_MASK
    heaviest = np.repeat(weights[index[starts]], sizes)
    chosen = (ranges(sizes) < _BEST) & (weights[index] >= heaviest * _SHARE_OF_BEST)
    best = np.zeros(len(group), np.bool_)
    best[index[chosen]] = True
    return best
