"""Finds what two sequences of tokens have in common, in bounded memory."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, sqrt
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sverka.differences.edit_thresholds import ANCHOR, MOST_CELLS
from sverka.text.signs import SENTENCE_ENDS

_SPACE = " "


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
    have in common, then at rare runs of tokens, at last evenly, and each part is compared by
    itself.
    """
    regions: list[Region] = []
    for part in _parts(a, b):
        regions += _compared(a, b, part)
    return _joined(regions)


def _compared(a: Sequence[str], b: Sequence[str], part: Region) -> list[Region]:
    """The differing regions inside a part.

    Words and marks are matched first and the spaces between them only then: else a space would
    count as much as a word, and words that stayed would be given up for spaces.
    """
    if a[part.a0 : part.a1] == b[part.b0 : part.b1]:  # most parts of a long text
        return []
    at_a = [place for place in range(part.a0, part.a1) if a[place] != _SPACE]
    at_b = [place for place in range(part.b0, part.b1) if b[place] != _SPACE]
    words_a, words_b = [a[place] for place in at_a], [b[place] for place in at_b]
    regions: list[Region] = []
    end_a, end_b = part.a0, part.b0
    for i, j, size in Indel.editops(words_a, words_b).as_matching_blocks():
        if size == 0:
            continue
        first_a, first_b = at_a[i], at_b[j]
        regions += _trimmed(a, b, end_a, first_a, end_b, first_b)
        end_a, end_b = at_a[i + size - 1] + 1, at_b[j + size - 1] + 1
        if a[first_a:end_a] != b[first_b:end_b]:
            for k in range(size - 1):
                gap = at_a[i + k] + 1, at_a[i + k + 1], at_b[j + k] + 1, at_b[j + k + 1]
                regions += _trimmed(a, b, *gap)
    return regions + _trimmed(a, b, end_a, part.a1, end_b, part.b1)


def _trimmed(
    a: Sequence[str], b: Sequence[str], a0: int, a1: int, b0: int, b1: int
) -> list[Region]:
    """The region without what its sides begin and end with alike; none if nothing is left."""
    while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
        a0, b0 = a0 + 1, b0 + 1
    while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
        a1, b1 = a1 - 1, b1 - 1
    return [Region(a0, a1, b0, b1)] if a0 < a1 or b0 < b1 else []


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
        if _cells(part) > MOST_CELLS:
            for piece in _between(part, _rare_runs(a, b, part)):
                parts += _even_pieces(piece)
        else:
            parts.append(part)
    return parts


def _cells(part: Region) -> int:
    """How much memory comparing a part at once takes, in bits."""
    return (part.a1 - part.a0) * (part.b1 - part.b0)


def _even_pieces(part: Region) -> list[Region]:
    """A part as it is, or both its sides in as many pieces of one length as make it small enough.

    Only a text of endless repetition, or two that have nothing in common, come this far.
    """
    count = ceil(sqrt(_cells(part) / MOST_CELLS))
    if count <= 1:
        return [part]
    in_a = [part.a0 + (part.a1 - part.a0) * k // count for k in range(count + 1)]
    in_b = [part.b0 + (part.b1 - part.b0) * k // count for k in range(count + 1)]
    return [
        Region(*sides_a, *sides_b)
        for sides_a, sides_b in zip(pairwise(in_a), pairwise(in_b), strict=True)
    ]


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
    return [0, *(i + 1 for i, token in enumerate(tokens[:-1]) if token in SENTENCE_ENDS)]


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
    runs = [tuple(tokens[i : i + ANCHOR]) for i in range(start, end - ANCHOR + 1)]
    counts = Counter(runs)
    return {run: start + i for i, run in enumerate(runs) if counts[run] == 1}
