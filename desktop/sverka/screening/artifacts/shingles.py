"""Paragraphs as the numbers of their words, and the runs of words that several have in common."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from sverka.screening.artifacts import artifact_weights as weights

Numbers: TypeAlias = "array[int]"
"""A paragraph: for each of its words which of a vocabulary it is, four bytes a word."""

_MIXING = np.uint64(0x9E3779B97F4A7C15)
"""An odd number with as many ones as noughts: 2^64 by the golden ratio (Knuth 6.4)."""


class Vocabulary(dict[str, int]):
    """The words of a text, each with its number in the order in which they first stand."""

    def __init__(self) -> None:
        self._spelled: list[str] = []
        self._lengths: list[int] = []

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._spelled)
        self._spelled.append(word)
        self._lengths.append(len(word))
        return number

    def numbers(self, words: Iterable[str]) -> Numbers:
        """The numbers of these words."""
        return array("I", map(self.__getitem__, words))

    def words(self, numbers: Numbers) -> list[str]:
        """The words that have these numbers."""
        return [self._spelled[number] for number in numbers]

    def letters(self, numbers: Numbers) -> int:
        """How many code points these words have."""
        return sum(map(self._lengths.__getitem__, numbers))

    def beginning_runs(self) -> list[bool]:
        """For each word whether the runs are looked at that begin with it: one word in SAMPLED."""
        return [
            crc32(word.encode("utf-8", "surrogatepass")) % weights.SAMPLED == 0
            for word in self._spelled
        ]


def shingles_of(
    paragraphs: Sequence[Numbers], known: Vocabulary
) -> Iterator[tuple[list[int], int]]:
    """For each paragraph the runs of SHINGLE words that several paragraphs have, as hashes, and how
    many different ones it has in all; only those that begin with a sampled word.
    """
    size = weights.SHINGLE
    lengths = np.array([len(numbers) for numbers in paragraphs], np.int64)
    if not lengths.sum():
        yield from (([], 0) for _paragraph in paragraphs)
        return
    numbers = np.concatenate([np.frombuffer(one, np.uint32) for one in paragraphs])
    owner = np.repeat(np.arange(len(paragraphs)), lengths)
    sampled = np.array(known.beginning_runs(), bool)
    starts = np.flatnonzero(sampled[numbers[: len(numbers) - size + 1]])
    starts = starts[owner[starts] == owner[starts + size - 1]]
    hashes = np.zeros(len(starts), np.uint64)
    for k in range(size):
        hashes = (hashes + numbers[starts + k] + np.uint64(1)) * _MIXING
        hashes ^= hashes >> np.uint64(29)
    yield from _by_paragraph(hashes, owner[starts], len(paragraphs))


def _by_paragraph(
    hashes: npt.NDArray[np.uint64], owner: npt.NDArray[np.int64], count: int
) -> Iterator[tuple[list[int], int]]:
    # Each hash once in a paragraph, at its first place
    order = np.lexsort((np.arange(len(hashes)), hashes, owner))
    again = np.zeros(len(order), bool)
    again[1:] = (np.diff(owner[order]) == 0) & (hashes[order][1:] == hashes[order][:-1])
    first = np.sort(order[~again])
    hashes, owner = hashes[first], owner[first]
    _values, which, times = np.unique(hashes, return_inverse=True, return_counts=True)
    several = times[which] > 1
    in_all = np.bincount(owner, minlength=count).tolist()
    ends = np.cumsum(np.bincount(owner[several], minlength=count)).tolist()
    shared = hashes[several].tolist()
    start = 0
    for end, found in zip(ends, in_all, strict=True):
        yield shared[start:end], found
        start = end
