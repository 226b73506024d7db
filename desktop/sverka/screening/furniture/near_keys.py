"""Finds lines that are nearly equal: running headers in which text recognition misread a letter."""

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

_RATIO = 0.88
_LENGTHS = 0.18
_SHORTEST = 8
_GRAM = 4
_RARE = 40
_ASKED = 10
_MOST_KEYS = 20_000


def near_keys(keys: Sequence[str]) -> dict[str, str]:
    """For each key that is nearly equal to an earlier one, that one.

    `keys` are different from each other, the most frequent first. Nearly equal is an indel ratio
    of at least .88 with lengths within 18 per cent. Candidates share one of the ten rarest runs of
    four letters that other keys have too, so the work stays near-linear; keys under eight
    characters and all beyond the first 20,000 are left alone.
    """
    asked = [key for key in keys[:_MOST_KEYS] if len(key) >= _SHORTEST]
    counts = Counter(gram for key in asked for gram in set(_grams(key)))
    index: dict[str, list[str]] = {}
    near: dict[str, str] = {}
    for key in asked:
        shared = [gram for gram in set(_grams(key)) if 2 <= counts[gram] <= _RARE]
        rarest = sorted(shared, key=lambda gram: (counts[gram], gram))[:_ASKED]
        twin = _best(key, rarest, index)
        if twin is not None:
            near[key] = twin
            continue
        for gram in shared:
            index.setdefault(gram, []).append(key)
    return near


def _grams(key: str) -> list[str]:
    return [key[i : i + _GRAM] for i in range(len(key) - _GRAM + 1)]


def _best(key: str, grams: Sequence[str], index: Mapping[str, Sequence[str]]) -> str | None:
    """The most similar of the keys that share one of the grams; None where none is near enough."""
    best, best_ratio = None, _RATIO
    for other in dict.fromkeys(other for gram in grams for other in index.get(gram, ())):
        if abs(len(key) - len(other)) > _LENGTHS * max(len(key), len(other)):
            continue
        ratio = Indel.normalized_similarity(key, other, score_cutoff=best_ratio)
        if ratio > best_ratio or (best is None and ratio >= _RATIO):
            best, best_ratio = other, ratio
    return best
