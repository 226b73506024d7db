"""Finds lines that are nearly equal: running headers in which text recognition misread a letter."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from sverka.screening.furniture import furniture_weights as weights


def near_keys(keys: Sequence[str]) -> dict[str, str]:
    """For each key that is nearly equal to an earlier one, that one.

    `keys` are different from each other, the most frequent first. Nearly equal are those of a high
    indel ratio and about one length. Candidates share one of the rarest runs of letters that other
    keys have too, so the work stays near-linear; short keys, and all beyond the first so many, are
    left alone.
    """
    asked = [key for key in keys[: weights.NEAR_MOST_KEYS] if len(key) >= weights.NEAR_SHORTEST]
    counts = Counter(gram for key in asked for gram in set(_grams(key)))
    index: dict[str, list[str]] = {}
    near: dict[str, str] = {}
    for key in asked:
        shared = [gram for gram in set(_grams(key)) if 2 <= counts[gram] <= weights.NEAR_RARE]
        rarest = sorted(shared, key=lambda gram: (counts[gram], gram))[: weights.NEAR_ASKED]
        twin = _best(key, rarest, index)
        if twin is not None:
            near[key] = twin
            continue
        for gram in shared:
            index.setdefault(gram, []).append(key)
    return near


def _grams(key: str) -> list[str]:
    return [key[i : i + weights.NEAR_GRAM] for i in range(len(key) - weights.NEAR_GRAM + 1)]


def _best(key: str, grams: Sequence[str], index: Mapping[str, Sequence[str]]) -> str | None:
    """The most similar of the keys that share one of the grams; None where none is near enough."""
    best, best_ratio = None, weights.NEAR_RATIO
    for other in dict.fromkeys(other for gram in grams for other in index.get(gram, ())):
        if abs(len(key) - len(other)) > weights.NEAR_LENGTHS * max(len(key), len(other)):
            continue
        ratio = Indel.normalized_similarity(key, other, score_cutoff=best_ratio)
        if ratio > best_ratio or (best is None and ratio >= weights.NEAR_RATIO):
            best, best_ratio = other, ratio
    return best
