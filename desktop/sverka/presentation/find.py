"""Finds words in both versions at once, whatever their case, and counts the hits up to MOST."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sverka.model import Paragraph, Side
from sverka.presentation.comparison_index import Ints
from sverka.presentation.scene import Scene
from sverka.text.signs import SPACES

MOST = 100_000
"""More hits than these are not looked for; the count then says "more than"."""

_SLICE = 1000
_SPACES = SPACES | {"\n", "\t"}


@dataclass(frozen=True, slots=True)
class SideHits:
    """The hits of one version, ascending: each is [start, start + length) of a paragraph."""

    paragraphs: Ints
    starts: Ints
    length: int

    def of(self, paragraph: int) -> list[tuple[int, int]]:
        """The hits in one paragraph as (start, end), in code points."""
        first, last = np.searchsorted(self.paragraphs, [paragraph, paragraph + 1])
        return [(start, start + self.length) for start in self.starts[first:last].tolist()]

    def within(self, paragraph: int, start: int, end: int) -> list[tuple[int, int]]:
        """Those of one paragraph that reach into its characters [start, end)."""
        first, last = np.searchsorted(self.paragraphs, [paragraph, paragraph + 1])
        starts = self.starts[first:last]
        low, high = np.searchsorted(starts, [start - self.length + 1, end])
        return [(at, at + self.length) for at in starts[low:high].tolist()]


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit: the characters [start, end) of a paragraph, in code points."""

    side: Side
    paragraph: int
    start: int
    end: int


def in_one(hits: SideHits) -> "Hits":
    """Hits of a single text, such as the redline, as those of the revised version."""
    nothing = SideHits(hits.paragraphs[:0], hits.starts[:0], hits.length)
    return Hits(nothing, hits, np.arange(len(hits.starts)))


@dataclass(frozen=True, slots=True)
class Hits:
    """All hits of both versions.

    `order` is the way through them; the numbers in it below len(old.starts) are hits of the old
    version, the others of the new.
    """

    old: SideHits
    new: SideHits
    order: Ints

    def __len__(self) -> int:
        return len(self.order)

    def side(self, side: Side) -> SideHits:
        """The hits of one version."""
        return self.old if side is Side.OLD else self.new

    def hit(self, number: int) -> Hit:
        """Hit `number` on the way, from 0."""
        at = int(self.order[number])
        side = Side.OLD if at < len(self.old.starts) else Side.NEW
        hits = self.side(side)
        at -= 0 if side is Side.OLD else len(self.old.starts)
        start = int(hits.starts[at])
        return Hit(side, int(hits.paragraphs[at]), start, start + hits.length)


class Haystack:
    """One text made ready to be searched, when first asked: an array of its folded letters.

    All comparisons run over whole arrays: a single letter typed into the field has a hundred
    thousand hits in a book, and they must be counted before the next letter comes.
    """

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._pieces: list[NDArray[Any]] = []
        self._lengths: list[int] = []
        self._joined: tuple[NDArray[Any], Ints] | None = None

    def prepare(self) -> bool:
        """Make the next thousand paragraphs ready; whether all of them are, now."""
        at = len(self._lengths)
        texts = [self._paragraphs[n].text for n in range(at, min(at + _SLICE, self._count))]
        if texts:
            # No word reaches from one paragraph into the next.
            self._pieces.append(_folded("\0".join([*texts, ""])))
            self._lengths += map(len, texts)
        return len(self._lengths) == self._count

    @property
    def _count(self) -> int:
        return len(self._paragraphs)

    def _letters(self) -> tuple[NDArray[Any], Ints]:
        """All letters, and where each paragraph begins."""
        while not self.prepare():
            pass
        if self._joined is None:
            starts = np.concatenate(([0], np.cumsum(np.array(self._lengths, np.int64) + 1)))
            pieces, self._pieces = self._pieces, []
            self._joined = np.concatenate(pieces or [np.zeros(0, np.uint16)]), starts
        return self._joined

    def find(self, words: str) -> SideHits:
        """All places where `words` stand."""
        letters, starts = self._letters()
        found = _occurrences(letters, _folded(words))
        paragraphs = np.searchsorted(starts, found, "right") - 1
        return SideHits(paragraphs, found - starts[paragraphs], len(words))


class Finder:
    """Both versions of a comparison, to be searched together."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._old = Haystack(scene.index.old.paragraphs)
        self._new = Haystack(scene.index.new.paragraphs)

    def prepare(self) -> bool:
        """Make some more of the texts ready to be searched; whether all is ready now."""
        return self._old.prepare() and self._new.prepare()

    def find(self, words: str) -> Hits:
        """All places where `words` stand, in either version."""
        old, new = self._old.find(words), self._new.find(words)
        places = np.concatenate([self._places(Side.OLD, old), self._places(Side.NEW, new)])
        return Hits(old, new, np.argsort(places, kind="stable"))

    def _places(self, side: Side, hits: SideHits) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        lengths = np.maximum(1, self._scene.index.side(side).lengths)
        shares = hits.starts / lengths[hits.paragraphs] if len(hits.starts) else np.zeros(0)
        return self._scene.scale.places(side, hits.paragraphs, shares)


def _folded(text: str) -> NDArray[Any]:
    """`text` in small letters and plain spaces, one element per code point.

    One letter for one, so that offsets stay: unlike in the list of changes, where nothing is marked
    and all of Unicode's case folding is used, "ss" does not find "ß".
    """
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return _table()[np.frombuffer(units, np.uint16)]
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters = np.where(wide <= 0xFFFF, _table()[np.minimum(wide, 0xFFFF)], wide)
    for letter in np.unique(wide[wide > 0xFFFF]).tolist():
        letters[wide == letter] = _small(letter)
    return letters.astype(np.uint32)


@cache
def _table() -> NDArray[np.uint16]:
    """The folded letter of each code point below 0x10000."""
    table = np.array([_small(code) for code in range(0x10000)], np.uint16)
    table[[ord(space) for space in _SPACES]] = ord(" ")
    return table


def _small(code: int) -> int:
    """The small letter of a code point; a few, as that of "İ", are two and stay as they are."""
    small = chr(code).lower()
    return ord(small) if len(small) == 1 else code


def _occurrences(letters: NDArray[Any], needle: NDArray[Any]) -> Ints:
    """Where `needle` stands, none over another, at most MOST of them."""
    size = len(needle)
    if not 0 < size <= len(letters):
        return np.zeros(0, np.int64)
    found = np.flatnonzero(letters[: len(letters) - size + 1] == needle[0])
    for k in range(1, size):
        found = found[letters[found + k] == needle[k]]
    if np.any(np.diff(found) < size):
        found = _apart(found, size)
    return found[:MOST]


def _apart(found: Ints, size: int) -> Ints:
    """Those of `found` that do not reach into the one taken before."""
    kept, free = [], 0
    for at in found.tolist():
        if at >= free:
            kept.append(at)
            free = at + size
    return np.array(kept, np.int64)
