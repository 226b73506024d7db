"""Divides pairs of very long paragraphs into pieces, which are short enough to be measured exactly.

What two paragraphs have in common takes time by the product of their lengths. Runs of tokens that
stand once in either paragraph, in the same order in both, are where one may cut.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from sverka.alignment.arrays import Ints
from sverka.alignment.chain import heaviest_chain

LONG: Final = 1 << 28
"""The product of two lengths from which a pair is divided: 16,000 tokens by as many. [cost]"""
_PIECE: Final = 2_000
"""Tokens of a piece, about. [cost]"""
_RUN: Final = 8
"""Tokens of a run that is one to cut at. [hand]"""
_MULTIPLIER: Final = np.uint64(1_099_511_628_211)


def pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Both paragraphs in pieces that follow each other, a character being a token.

    What the pieces have in common is no more than what the paragraphs have, and hardly less.
    """
    before, after = 0, 0
    for i, j in [*_cuts(old, new), (len(old), len(new))]:
        yield from _evenly(old[before:i], new[after:j])
        before, after = i, j


def _cuts(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Where both are cut: at runs they have in common, about a piece apart."""
    last_old, last_new = 0, 0
    for i, j in _anchors(old, new):
        if min(i - last_old, j - last_new) >= _PIECE:
            yield i, j
            last_old, last_new = i, j


def _anchors(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Runs that stand once in either, the most of them that come in the same order."""
    ours, theirs = _once(old), _once(new)
    _runs, i, j = np.intersect1d(ours[0], theirs[0], assume_unique=True, return_indices=True)
    first, second = ours[1][i], theirs[1][j]
    one = np.ones_like(first)
    chain = heaviest_chain(first, second, one, one.astype(np.float64), lambda: None)
    yield from zip(first[chain].tolist(), second[chain].tolist(), strict=True)


def _once(text: str) -> tuple[npt.NDArray[np.uint64], Ints]:
    """The hashes of the runs that stand once in a text, and their places."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    size = max(0, len(codes) - _RUN + 1)
    hashes = np.zeros(size, np.uint64)
    for k in range(_RUN):
        hashes = hashes * _MULTIPLIER + codes[k : k + size]
    found, places, times = np.unique(hashes, return_index=True, return_counts=True)
    return found[times == 1], places[times == 1].astype(np.int64)


def _evenly(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Two stretches without a run to cut at, divided evenly where they are long."""
    parts = 1
    if len(old) * len(new) >= LONG:
        parts = max(len(old), len(new)) // _PIECE
    for k in range(parts):
        yield (
            old[len(old) * k // parts : len(old) * (k + 1) // parts],
            new[len(new) * k // parts : len(new) * (k + 1) // parts],
        )
