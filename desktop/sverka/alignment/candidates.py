"""Step 4: pairs worth comparing, found by the rare words and word pairs that both sides share."""

from typing import Final

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import Bools, Hashes, Ints, batches, ranges, starts_of, stretches
from sverka.alignment.pace import Pace
from sverka.alignment.token_hashes import TokenHashes, scrambled

_FEWEST_BUCKET_BITS: Final = 10
_MOST_BUCKET_BITS: Final = 22
"""There is about one bucket for each token, within these bounds."""
_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
"""2⁶⁴ by the golden ratio (Fibonacci hashing, Knuth 6.4): multiplied by it, the first token of a
pair counts otherwise than the second."""
_SAMPLING_SHIFT: Final = np.uint64(8)
"""The sixteen bits of a hash above these say whether it is kept: others than the uppermost, which
are the number of its bucket."""
_STEPS: Final = 1024
"""Whole steps that a weight of 1 has, so that weights can be sorted together with numbers."""
_TOKENS_AT_ONCE: Final = 1 << 15

# How a bucket and the paragraph of a feature, and a pair and a product, are packed.
_OWNER_BITS: Final = 32
_OWNER_MASK: Final = (1 << _OWNER_BITS) - 1
_PRODUCT_BITS: Final = 6

# How a group (24 bits), a weight (16) and an index (24) are packed to be sorted in one go. A group
# is a paragraph. An index is that of a pair, of which MOST_PAIRS are made, or one for each bucket.
_GROUP_SHIFT, _WEIGHT_SHIFT = np.uint64(40), np.uint64(24)
_WEIGHT_MASK, _INDEX_MASK = np.uint64(0xFFFF), np.uint64(0xFFFFFF)


def candidates(old: TokenHashes, new: TokenHashes, pace: Pace) -> tuple[Ints, Ints]:
    """Pairs (old, new) that share rare features: the best few of every paragraph, in order.

    Features are tokens and pairs of neighbouring tokens, and each weighs one by the root of its
    product, its times in the old version by those in the new: as where reads are mapped to a
    genome, the rare seeds decide (Li 2018). Features are counted in buckets first, so that only
    rare ones are ever sorted.
    """
    bits = (len(old.hashes) + len(new.hashes)).bit_length()
    bits = min(_MOST_BUCKET_BITS, max(_FEWEST_BUCKET_BITS, bits))
    paragraphs = [int(np.count_nonzero(side.count)) for side in (old, new)]
    kept = thresholds.FEATURES_IN_ALL // max(*paragraphs, 1)
    kept = min(thresholds.MOST_FEATURES_KEPT, max(thresholds.LEAST_FEATURES_KEPT, kept))
    in_old, in_new = (_features(side, bits, kept, pace) for side in (old, new))
    times_in_new = np.bincount(_buckets(in_new), minlength=1 << bits)
    product = np.bincount(_buckets(in_old), minlength=1 << bits)
    product *= times_in_new
    budget = max(thresholds.FEWEST_PAIRS, thresholds.PAIRS_A_PARAGRAPH * sum(paragraphs))
    budget = min(thresholds.MOST_PAIRS, budget)
    pace.tick()
    rare = _rare(product, budget)
    old_rare = _in_order(in_old, rare)
    pace.tick()
    new_rare = _in_order(in_new, rare)
    pace.tick()
    pairs = _joined(old_rare, new_rare, product, times_in_new, len(new.count))
    pace.tick()
    rows, columns, weights = _summed(pairs, len(new.count))
    pace.tick()
    best = _among_best(rows, weights)
    pace.tick()
    best |= _among_best(columns, weights)
    return rows[best], columns[best]


def _features(tokens: TokenHashes, bits: int, kept: int, pace: Pace) -> Ints:
    """The tokens and pairs of tokens of one side, about `kept` of a long paragraph.

    Each is the number of its bucket and the paragraph it stands in, packed. Those with a low hash
    are kept, a share that falls with the length (as scaled sketches do, Irber and others 2022):
    what both of two paragraphs keep is what the longer one keeps, so that what they have in common
    is not lost.
    """
    share = (kept / np.maximum(2 * tokens.count, 1)).clip(thresholds.LEAST_SHARE_KEPT, 1)
    limits = (share * 0xFFFF).astype(np.uint16)
    features = [np.empty(0, np.int64)]
    for first, last in batches(tokens.count + 1, _TOKENS_AT_ONCE):
        count = tokens.count[first:last]
        hashes = tokens.hashes[tokens.start[first] : tokens.start[first] + count.sum()]
        owner = np.repeat(np.arange(first, last), count)
        paired: Hashes = hashes[:-1] * _GOLDEN + hashes[1:]
        inside = owner[1:] == owner[:-1]
        for found, owning in ((hashes, owner), (scrambled(paired)[inside], owner[:-1][inside])):
            low = (found >> _SAMPLING_SHIFT).astype(np.uint16) <= limits[owning]
            buckets = (found[low] >> np.uint64(64 - bits)).view(np.int64)
            features.append((buckets << _OWNER_BITS) | owning[low])
        pace.tick()
    return np.concatenate(features)


def _buckets(features: Ints) -> Ints:
    return features >> _OWNER_BITS


def _in_order(features: Ints, wanted: Bools) -> Ints:
    """The features in the wanted buckets, in the order of bucket and paragraph."""
    return np.sort(features[wanted[_buckets(features)]])


def _rare(product: Ints, budget: int) -> Bools:
    """Which buckets are rare and on both sides; rarer ones only, if they made too many pairs.

    Those that stand once on either side make one pair each, and are always among them: paragraphs
    of several pages share hundreds.
    """
    rare: Bools = (product > 0) & (product <= thresholds.RARE_PRODUCT)
    pairs = np.cumsum(
        np.bincount(product[rare], minlength=thresholds.RARE_PRODUCT + 1)
        * np.arange(thresholds.RARE_PRODUCT + 1)
    )
    limit = max(1, int(np.searchsorted(pairs, budget, "right")) - 1)
    return rare & (product <= limit) if limit < thresholds.RARE_PRODUCT else rare


def _joined(old: Ints, new: Ints, product: Ints, times_in_new: Ints, width: int) -> Ints:
    """Every pair of paragraphs for every feature they share: old · width + new, and the product."""
    # The same buckets are left on both sides, so the k-th stretch of the one is that of the other.
    buckets = _buckets(old)
    stretch = np.zeros(len(old), np.int64)
    stretch[starts_of(buckets)[1:]] = 1
    first = starts_of(_buckets(new))[np.cumsum(stretch)]
    times = times_in_new[buckets]
    rows = (((old & _OWNER_MASK) * width) << _PRODUCT_BITS) | product[buckets]
    pairs: Ints = (new & _OWNER_MASK)[stretches(first, times)]
    pairs <<= _PRODUCT_BITS
    pairs += np.repeat(rows, times)
    return pairs


def _summed(pairs: Ints, width: int) -> tuple[Ints, Ints, Hashes]:
    """Every pair once, in order, and the sum of 1/√product over its features in whole steps."""
    steps = np.zeros(thresholds.RARE_PRODUCT + 1, np.int64)
    steps[1:] = _STEPS / np.sqrt(np.arange(1, thresholds.RARE_PRODUCT + 1))
    pairs.sort()
    steps = steps[pairs & ((1 << _PRODUCT_BITS) - 1)]
    pairs >>= _PRODUCT_BITS
    starts = starts_of(pairs)
    if not len(starts):
        return pairs, pairs, pairs.astype(np.uint64)
    weights = np.add.reduceat(steps, starts).clip(max=int(_WEIGHT_MASK))
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
    chosen = ranges(sizes) < thresholds.BEST_CANDIDATES
    chosen &= weights[index] >= heaviest * thresholds.SHARE_OF_BEST
    best = np.zeros(len(group), np.bool_)
    best[index[chosen]] = True
    return best
