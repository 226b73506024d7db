"""Finds the characters that differ inside a word that was replaced."""

from itertools import accumulate

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from sverka.differences.edit_thresholds import LEAST_RATIO, LONGEST_WORD
from sverka.text.graphemes import graphemes_of

Offsets = tuple[int, int]
MarkPairs = tuple[tuple[Offsets, ...], tuple[Offsets, ...]]

_NOTHING: MarkPairs = ((), ())
_FIRST_PRIVATE = 0xF0000

_differ = diff_match_patch()
_differ.Diff_Timeout = 0  # a time limit would make results differ from run to run


def characters_that_differ(old: str, new: str) -> MarkPairs:
    """The stretches of `old` and of `new` in which the two words differ, in code points.

    Stretch k of the one stands where stretch k of the other does; where characters only came in
    or only went out, the other's stretch is empty. Grapheme clusters are kept whole. Both results
    are empty when the words are too unlike or too long to be looked into.
    """
    if max(len(old), len(new)) > LONGEST_WORD:
        return _NOTHING
    if Indel.normalized_similarity(old, new) < LEAST_RATIO:
        return _NOTHING
    a, b = graphemes_of(old), graphemes_of(new)
    at_a = list(accumulate(map(len, a), initial=0))
    at_b = list(accumulate(map(len, b), initial=0))
    pairs = _differing(a, b)
    return (
        tuple((at_a[a0], at_a[a1]) for a0, a1, _, _ in pairs),
        tuple((at_b[b0], at_b[b1]) for _, _, b0, b1 in pairs),
    )


def _differing(a: list[str], b: list[str]) -> list[tuple[int, int, int, int]]:
    """The stretches [a0, a1) and [b0, b1) in which two sequences of graphemes differ."""
    head = 0
    shorter = min(len(a), len(b))
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a1, b1 = len(a) - tail, len(b) - tail
    if min(a1, b1) - head <= 1:
        return [(head, a1, head, b1)]
    return _by_semantics(a[head:a1], b[head:b1], head)


def _by_semantics(a: list[str], b: list[str], offset: int) -> list[tuple[int, int, int, int]]:
    """The same by diff-match-patch and its semantic clean-up, one character for each grapheme."""
    codes = {g: chr(_FIRST_PRIVATE + i) for i, g in enumerate(dict.fromkeys(a + b))}
    steps = _differ.diff_main("".join(codes[g] for g in a), "".join(codes[g] for g in b), False)
    _differ.diff_cleanupSemantic(steps)
    pairs: list[tuple[int, int, int, int]] = []
    a0 = a1 = b0 = b1 = offset
    for operation, text in steps:
        if operation < 0:
            a1 += len(text)
        elif operation > 0:
            b1 += len(text)
        else:
            if a1 > a0 or b1 > b0:
                pairs.append((a0, a1, b0, b1))
            a0 = a1 = a1 + len(text)
            b0 = b1 = b1 + len(text)
    if a1 > a0 or b1 > b0:
        pairs.append((a0, a1, b0, b1))
    return pairs
