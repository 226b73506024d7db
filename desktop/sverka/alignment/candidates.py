"""Step 4: pairs worth comparing, found by rare words and word pairs that both sides share."""

import numpy as np

from sverka.alignment.arrays import Floats, Hashes, Ints, ranges
from sverka.alignment.tokens import Tokens, scrambled

_RARE = 48
"""A feature counts when its numbers of occurrences in the two versions multiply to at most this."""
_BEST = 4
_MOST_BUCKET_BITS = 22


def candidates(old: Tokens, new: Tokens) -> tuple[Ints, Ints, Floats]:
    """Pairs (old, new) that share rare features: the best few of every paragraph, in old order.

    Features are tokens and pairs of neighbouring tokens; one weighs 1/√(dfA·dfB), as in the seeds
    of read mapping where rare minimisers decide (Li 2018). Features are counted in buckets first,
    so that only the rare ones are ever sorted.
    """
    bits = min(_MOST_BUCKET_BITS, max(10, (4 * (len(old.hashes) + len(new.hashes))).bit_length()))
    a, b = _features(old, bits), _features(new, bits)
    in_old, in_new = np.bincount(a[0], minlength=1 << bits), np.bincount(b[0], minlength=1 << bits)
    product = in_old * in_new
    rare = (product > 0) & (product <= _RARE)
    (fa, ia), (fb, jb) = _sorted(a, rare), _sorted(b, rare)
    starts = np.searchsorted(fb, fa)
    times = in_new[fa]
    i = np.repeat(ia, times)
    j = jb[np.repeat(starts, times) + ranges(times)]
    weight = np.repeat(1 / np.sqrt(product[fa]), times)
    return _best(*_summed(i, j, weight, len(new.strings)))


def _features(tokens: Tokens, bits: int) -> tuple[Ints, Ints]:
    """Bucket numbers of all tokens and token pairs, and the paragraph of each."""
    shift = np.uint64(64 - bits)
    owner = np.repeat(np.arange(len(tokens.strings)), tokens.counts)
    single = scrambled(tokens.hashes) >> shift
    paired: Hashes = tokens.hashes[:-1] * np.uint64(0x94D049BB133111EB) + tokens.hashes[1:]
    inside = owner[1:] == owner[:-1]
    double = scrambled(paired[inside]) >> shift
    return (
        np.concatenate((single, double)).astype(np.int64),
        np.concatenate((owner, owner[:-1][inside])),
    )


def _sorted(
    features: tuple[Ints, Ints], rare: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> tuple[Ints, Ints]:
    feature, owner = features
    kept = rare[feature]
    packed = np.sort((feature[kept] << 32) | owner[kept])
    return packed >> 32, packed & 0xFFFFFFFF


def _summed(i: Ints, j: Ints, weight: Floats, width: int) -> tuple[Ints, Ints, Floats]:
    pair = i * width + j
    order = np.argsort(pair, kind="stable")
    pair, weight = pair[order], weight[order]
    if not len(pair):
        return i, j, weight
    first = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    pair = pair[first]
    return pair // width, pair % width, np.add.reduceat(weight, first)


def _best(i: Ints, j: Ints, weight: Floats) -> tuple[Ints, Ints, Floats]:
    keep = (_rank(i, j, weight) < _BEST) | (_rank(j, i, weight) < _BEST)
    return i[keep], j[keep], weight[keep]


def _rank(group: Ints, other: Ints, weight: Floats) -> Ints:
    """The rank of every pair by weight within its group, from 0."""
    order = np.lexsort((other, -weight, group))
    ordered = group[order]
    first = np.searchsorted(ordered, ordered)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order)) - first
    return rank
