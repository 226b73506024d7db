"""Step 4: pairs worth comparing, found by the rare words and word pairs that both sides share."""

from typing import Final

import numpy as np

from sverka.alignment.arrays import Bools, Hashes, Ints, ranges, starts_of
from sverka.alignment.pace import Pace
from sverka.alignment.tokens import Tokens, scrambled

# A feature counts when its occurrences in the two versions multiply to at most this.
_RARE: Final = 48
_BEST: Final = 4
_MOST_BUCKET_BITS: Final = 22
_FEATURES_A_PARAGRAPH: Final = 96
_MOST_SAMPLED_AWAY: Final = 4
_PAIRS_A_PARAGRAPH: Final = 64
_MOST_PAIRS: Final = 1 << 23
_ROW_SHIFT, _WEIGHT_SHIFT = np.uint64(40), np.uint64(24)
_WEIGHT_STEPS: Final = 0xFFFF


def candidates(old: Tokens, new: Tokens, pace: Pace) -> tuple[Ints, Ints]:
    """Pairs (old, new) that share rare features: the best few of every paragraph, in old order.

    Features are tokens and pairs of neighbouring tokens, and each weighs 1/√(dfA·dfB): as where
    reads are mapped to a genome, the rare seeds decide (Li 2018). Features are counted in buckets
    first, so that only rare ones are ever sorted. Where even those would make too many pairs, the
    limit of rarity comes down.
    """
    total = len(old.hashes) + len(new.hashes)
    bits = min(_MOST_BUCKET_BITS, max(10, (2 * total).bit_length()))
    old_buckets, old_owners = _features(old, bits)
    new_buckets, new_owners = _features(new, bits)
    pace.tick()
    in_old = np.bincount(old_buckets, minlength=1 << bits)
    in_new = np.bincount(new_buckets, minlength=1 << bits)
    product = in_old * in_new
    budget = min(_MOST_PAIRS, _PAIRS_A_PARAGRAPH * (len(old.count) + len(new.count)))
    rare = (product > 0) & (product <= _limit(product, budget))
    pace.tick()
    old_buckets, old_owners = _rare_only(old_buckets, old_owners, rare)
    new_buckets, new_owners = _rare_only(new_buckets, new_owners, rare)
    pace.tick()
    # The same buckets survive on both sides, so the k-th stretch here meets the k-th there.
    new_starts = starts_of(new_buckets)
    stretch = np.zeros(len(old_buckets), np.int64)
    stretch[starts_of(old_buckets)[1:]] = 1
    times = in_new[old_buckets]
    rows = np.repeat(old_owners, times)
    columns = new_owners[np.repeat(new_starts[np.cumsum(stretch)], times) + ranges(times)]
    pace.tick()
    rows, columns, weights = _summed(
        rows, columns, np.repeat(product[old_buckets], times), len(new.count)
    )
    pace.tick()
    best = _among_best(rows, weights)
    pace.tick()
    best |= _among_best(columns, weights)
    return rows[best], columns[best]


def _features(tokens: Tokens, bits: int) -> tuple[Ints, Ints]:
    """The bucket of every feature and the paragraph it stands in.

    Of a long paragraph only features with a low hash are kept, a share that falls with its length
    (as scaled sketches do, Irber and others 2022): what both of two paragraphs keep is what the
    longer one keeps, so that common features are lost evenly.
    """
    owner = np.repeat(np.arange(len(tokens.count)), tokens.count)
    paired: Hashes = tokens.hashes[:-1] * np.uint64(0x9E3779B97F4A7C15) + tokens.hashes[1:]
    inside = np.flatnonzero(owner[1:] == owner[:-1])
    hashes = np.concatenate((tokens.hashes, scrambled(paired)[inside]))
    owners = np.concatenate((owner, owner[inside]))
    size = 2 * tokens.count
    if len(size) and size.max() > _FEATURES_A_PARAGRAPH:
        share = _FEATURES_A_PARAGRAPH / np.maximum(size, 1)
        share = share.clip(1 / _MOST_SAMPLED_AWAY, 1)
        threshold = (share * 0xFFFF).astype(np.uint64)
        kept = ((hashes >> np.uint64(8)) & np.uint64(0xFFFF)) <= threshold[owners]
        hashes, owners = hashes[kept], owners[kept]
    return (hashes >> np.uint64(64 - bits)).astype(np.int64), owners


def _limit(product: Ints, budget: int) -> int:
    """The highest product of occurrences for which all pairs together stay in the budget."""
    counts = np.bincount(product[product <= _RARE], minlength=_RARE + 1)
    pairs = np.cumsum(counts * np.arange(_RARE + 1))
    return int(np.searchsorted(pairs, budget, "right")) - 1


def _rare_only(buckets: Ints, owners: Ints, rare: Bools) -> tuple[Ints, Ints]:
    kept = rare[buckets]
    packed = np.sort((buckets[kept] << 32) | owners[kept])
    return packed >> 32, packed & 0xFFFFFFFF


def _summed(rows: Ints, columns: Ints, products: Ints, width: int) -> tuple[Ints, Ints, Hashes]:
    """Every pair once, in order, and its weight in whole steps: 1/√product summed, capped."""
    packed = np.sort(((rows * width + columns) << 6) | products)
    steps = np.zeros(_RARE + 1, np.int64)
    steps[1:] = 1024 / np.sqrt(np.arange(1, _RARE + 1))
    pairs = packed >> 6
    starts = starts_of(pairs)
    if not len(starts):
        return rows, columns, rows.astype(np.uint64)
    weights = np.add.reduceat(steps[packed & 63], starts).clip(max=_WEIGHT_STEPS)
    pairs = pairs[starts]
    return pairs // width, pairs % width, weights.astype(np.uint64)


def _among_best(group: Ints, weights: Hashes) -> Bools:
    """Which pairs are among the heaviest few of their group; of equals, the first."""
    lightness = np.uint64(_WEIGHT_STEPS) - weights
    index = np.arange(len(group), dtype=np.uint64)
    packed = (group.astype(np.uint64) << _ROW_SHIFT) | (lightness << _WEIGHT_SHIFT) | index
    packed.sort()
    ordered = (packed >> _ROW_SHIFT).astype(np.int64)
    starts = starts_of(ordered)
    rank = ranges(np.diff(starts, append=len(ordered)))
    best = np.zeros(len(group), np.bool_)
    best[(packed[rank < _BEST] & np.uint64((1 << 24) - 1)).astype(np.int64)] = True
    return best
