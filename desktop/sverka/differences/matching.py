"""Finds what two sequences of tokens have in common, in bounded memory."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

MOST_CELLS = 20_000 * 20_000
"""Largest product of lengths compared at once; a bit each makes 50 MB, and 300 MB at 50,000²."""

_ANCHOR = 4
"""Tokens in a row that must be alike, and occur once on each side, to anchor a longer text."""

_STOPS = frozenset(".!?…。！？؟۔।")


class Region(NamedTuple):
    """Tokens [a0, a1) of the one text that stand where tokens [b0, b1) of the other do."""

    a0: int
    a1: int
    b0: int
    b1: int


def differing_regions(a: Sequence[str], b: Sequence[str]) -> list[Region]:
    """The stretches in which `a` and `b` differ, ascending, with something alike between any two.

    The tokens in common are a longest common subsequence (bit-parallel, Hyyrö 2004, by
    rapidfuzz). Where that would take too much memory, the texts are first cut at sentences they
    have in common, then at rare runs of tokens, and each part is compared by itself.
    """
    regions: list[Region] = []
    for part in _parts(a, b):
        regions += _compared(a, b, part)
    return _joined(regions)


def _compared(a: Sequence[str], b: Sequence[str], part: Region) -> list[Region]:
    """The differing regions inside a part that is small enough to be compared at once."""
    a0, a1, b0, b1 = part
    if (a1 - a0) * (b1 - b0) > MOST_CELLS:
        return [part]
    whole = a1 - a0 == len(a) and b1 - b0 == len(b)
    blocks = Indel.editops(*((a, b) if whole else (a[a0:a1], b[b0:b1]))).as_matching_blocks()
    regions = []
    at_a, at_b = a0, b0
    for in_a, in_b, size in blocks:
        if a0 + in_a > at_a or b0 + in_b > at_b:
            regions.append(Region(at_a, a0 + in_a, at_b, b0 + in_b))
        at_a, at_b = a0 + in_a + size, b0 + in_b + size
    return regions


def _joined(regions: list[Region]) -> list[Region]:
    """`regions` with those made one that touch where a long text was cut."""
    joined: list[Region] = []
    for region in regions:
        if joined and joined[-1].a1 == region.a0 and joined[-1].b1 == region.b0:
            region = Region(joined[-1].a0, region.a1, joined.pop().b0, region.b1)
        joined.append(region)
    return joined


def _parts(a: Sequence[str], b: Sequence[str]) -> list[Region]:
    """The parts to compare one by one: everything at once unless that is too large."""
    whole = Region(0, len(a), 0, len(b))
    if len(a) * len(b) <= MOST_CELLS:
        return [whole]
    parts = []
    for part in _between(whole, _common_sentences(a, b)):
        if (part.a1 - part.a0) * (part.b1 - part.b0) > MOST_CELLS:
            parts += _between(part, _rare_runs(a, b, part))
        else:
            parts.append(part)
    return parts


def _between(part: Region, anchors: list[tuple[int, int]]) -> list[Region]:
    """`part` cut in front of each pair of anchored positions, which ascend on both sides."""
    parts = []
    at_a, at_b = part.a0, part.b0
    for in_a, in_b in anchors:
        parts.append(Region(at_a, in_a, at_b, in_b))
        at_a, at_b = in_a, in_b
    parts.append(Region(at_a, part.a1, at_b, part.b1))
    return parts


def _common_sentences(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Where sentences begin that both texts have, in an order common to both."""
    starts_a, starts_b = _sentence_starts(a), _sentence_starts(b)
    sentences_a = _sentences(a, starts_a)
    sentences_b = _sentences(b, starts_b)
    if len(sentences_a) * len(sentences_b) > MOST_CELLS:
        return []
    blocks = Indel.editops(sentences_a, sentences_b).as_matching_blocks()
    return [(starts_a[i + k], starts_b[j + k]) for i, j, size in blocks for k in range(size)]


def _sentence_starts(tokens: Sequence[str]) -> list[int]:
    """The indexes of the tokens that follow a full stop or the like, and 0."""
    return [0, *(i + 1 for i, token in enumerate(tokens[:-1]) if token in _STOPS)]


def _sentences(tokens: Sequence[str], starts: list[int]) -> list[tuple[str, ...]]:
    """The tokens of each sentence."""
    ends = [*starts[1:], len(tokens)]
    return [tuple(tokens[start:end]) for start, end in zip(starts, ends, strict=True)]


def _rare_runs(a: Sequence[str], b: Sequence[str], part: Region) -> list[tuple[int, int]]:
    """Where runs of tokens begin that occur once on each side, in an order common to both.

    This is patience diff's choice of anchors (Cohen), on short runs instead of lines.
    """
    once_a, once_b = _single_runs(a, part.a0, part.a1), _single_runs(b, part.b0, part.b1)
    pairs = [(i, once_b[run]) for run, i in once_a.items() if run in once_b]
    tails: list[int] = []
    chain_ends: list[int] = []
    before: list[int | None] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(chain_ends[length - 1] if length else None)
        tails[length : length + 1] = [j]
        chain_ends[length : length + 1] = [index]
    chain = []
    at = chain_ends[-1] if chain_ends else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _single_runs(tokens: Sequence[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    """The runs of tokens that occur once in [start, end), with the index of the first token."""
    runs = [tuple(tokens[i : i + _ANCHOR]) for i in range(start, end - _ANCHOR + 1)]
    counts = Counter(runs)
    return {run: start + i for i, run in enumerate(runs) if counts[run] == 1}
