"""Finds lines that are nearly equal: running headers in which text recognition misread a letter."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

_RATIO = 0.88
_LENGTHS = 0.18
_SHORTEST = 8
_GRAM = 4
_RARE = 40
_MOST_KEYS = 20_000


def near_keys(keys: Sequence[str]) -> dict[str, str]:
    """For each key that is nearly equal to an earlier one, that one.

    `keys` are different from each other, the most frequent first. Nearly equal is an indel ratio
    of at least .88 with lengths within 18 per cent. Candidates share a rare run of four letters,
    so that the work stays near-linear; keys under eight characters and all beyond the first
    20,000 are left alone.
    """
    index: dict[str, list[str]] = {}
    near: dict[str, str] = {}
    for key in keys[:_MOST_KEYS]:
        if len(key) < _SHORTEST:
            continue
        grams = {key[i : i + _GRAM] for i in range(len(key) - _GRAM + 1)}
        twin = _best(key, sorted(grams), index)
        if twin is not None:
            near[key] = near.get(twin, twin)
            continue
        for gram in sorted(grams):
            index.setdefault(gram, []).append(key)
    return near


def _best(key: str, grams: Sequence[str], index: dict[str, list[str]]) -> str | None:
    candidates: dict[str, int] = {}
    for gram in grams:
        found = index.get(gram, ())
        if len(found) <= _RARE:
            for other in found:
                candidates[other] = candidates.get(other, 0) + 1
    best, best_ratio = None, _RATIO
    for other, shared in candidates.items():
        longer = max(len(key), len(other))
        if abs(len(key) - len(other)) > _LENGTHS * longer or shared * 3 < len(grams):
            continue
        ratio = Indel.normalized_similarity(key, other, score_cutoff=best_ratio)
        if ratio >= best_ratio and (best is None or ratio > best_ratio):
            best, best_ratio = other, ratio
    return best
