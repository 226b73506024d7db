"""Step 2: exact seeds, runs of paragraphs that stand unchanged side by side in both versions."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Ints
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.patterns import late_pattern

_LETTER_OR_DIGIT: Final = late_pattern(r"[^\W_]")
_FIGURE: Final = late_pattern(r"[\W_]*(?:\d[\W_]*)+")


@dataclass(frozen=True, slots=True)
class Runs:
    """Blocks of consecutive paragraphs: old[k] … old[k]+length[k]-1 are new[k] …, in old order."""

    old: Ints
    new: Ints
    length: Ints


def paragraph_weights(lengths: Ints) -> Ints:
    """What a paragraph weighs in a chain: long ones more, but none like a chapter."""
    return np.minimum(lengths, thresholds.HEAVIEST_PARAGRAPH) + thresholds.WEIGHT_OF_ANY


def may_anchor(text: str) -> bool:
    """Whether a paragraph holds a letter or a digit: empty ones and mere signs never anchor."""
    return text[:1].isalnum() or _LETTER_OR_DIGIT.search(text) is not None


def is_figure(text: str) -> bool:
    """Whether a paragraph holds digits and signs only."""
    return _FIGURE.fullmatch(text) is not None


def runs_of(partner: Ints) -> Runs:
    """The maximal diagonal runs of a matching given as the partner of each old paragraph."""
    old = np.flatnonzero(partner != NONE)
    new = partner[old]
    fresh = np.ones(len(old), np.bool_)
    fresh[1:] = (np.diff(old) != 1) | (np.diff(new) != 1)
    starts = np.flatnonzero(fresh)
    length = np.diff(np.append(starts, len(old)))
    return Runs(old[starts], new[starts], length)


def exact_partners(keys: ParagraphKeys) -> Ints:
    """For each old paragraph its exact twin in the new version, where that is beyond doubt.

    Keys unique on both sides (Heckel 1978), the common beginning and end, and what can be reached
    from those over equal neighbours, heavier runs first.
    """
    partner = _unique_partners(keys)
    _add_common_ends(keys, partner)
    _grow(keys, partner)
    return partner


def _unique_partners(keys: ParagraphKeys) -> Ints:
    size = len(keys.texts)
    once = np.bincount(keys.old, minlength=size) == 1
    once &= np.bincount(keys.new, minlength=size) == 1
    once[once] = [may_anchor(keys.texts[k]) for k in np.flatnonzero(once).tolist()]
    where = np.full(size, NONE, np.int64)
    where[keys.new] = np.arange(len(keys.new))
    return np.where(once[keys.old], where[keys.old], NONE)


def _add_common_ends(keys: ParagraphKeys, partner: Ints) -> None:
    n, m = len(keys.old), len(keys.new)
    size = min(n, m)
    differ = np.flatnonzero(keys.old[:size] != keys.new[:size])
    head = int(differ[0]) if len(differ) else size
    partner[:head] = np.arange(head)
    differ = np.flatnonzero(keys.old[n - size + head :][::-1] != keys.new[m - size + head :][::-1])
    tail = int(differ[0]) if len(differ) else size - head
    partner[n - tail :] = np.arange(m - tail, m)


def _grow(keys: ParagraphKeys, partner: Ints) -> None:
    """Extend every run over equal unclaimed neighbours in both directions."""
    runs = runs_of(partner)
    # A fence on either side spares the question whether a paragraph exists.
    a = np.concatenate(([NONE], keys.old, [NONE]))
    b = np.concatenate(([NONE - 1], keys.new, [NONE - 1]))
    to_new = np.concatenate(([NONE], partner, [NONE]))
    to_old = np.full(len(b), NONE)
    to_old[partner[partner != NONE] + 1] = 0
    before = runs.old, runs.new
    behind = runs.old + runs.length + 1, runs.new + runs.length + 1
    # Few runs can grow at all, and none that cannot now can later.
    can_grow = np.zeros(len(runs.old), np.bool_)
    for i, j in (before, behind):
        can_grow |= (a[i] == b[j]) & (to_new[i] == NONE) & (to_old[j] == NONE)
    # One number at a time, a view of an array is read faster than the array.
    left, right, its_new, its_old = a.data, b.data, to_new.data, to_old.data
    for k in _heaviest_first(keys, runs, np.flatnonzero(can_grow)):
        for place, step in ((behind, 1), (before, -1)):
            x, y = int(place[0][k]), int(place[1][k])
            while left[x] == right[y] and its_new[x] == NONE == its_old[y]:
                its_new[x], its_old[y] = y - 1, 0
                x, y = x + step, y + step
    partner[:] = to_new[1:-1]


def _heaviest_first(keys: ParagraphKeys, runs: Runs, chosen: Ints) -> list[int]:
    sums = np.concatenate(([0], np.cumsum(paragraph_weights(keys.lengths[keys.old]))))
    start = runs.old[chosen]
    lightness = sums[start] - sums[start + runs.length[chosen]]
    order: list[int] = chosen[np.argsort(lightness, kind="stable")].tolist()
    return order
