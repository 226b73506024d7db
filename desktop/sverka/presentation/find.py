"""Finds words in both versions at once, whatever their case; all hits are counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sverka.model import Paragraph, Side
from sverka.presentation.index import Ints
from sverka.presentation.scene import Scene

MOST = 100_000
"""More hits than these are not looked for; the count then says "more than"."""

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " "})


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
    """All hits of both versions; `order` is the way through them, old ones first counted."""

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
    """One text made ready to be searched, when first asked."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._joined: tuple[str, Ints] | None = None

    def find(self, words: str) -> SideHits:
        """All places where `words` stand."""
        needle = _folded(words)
        if self._joined is None:
            self._joined = _join(self._paragraphs)
        text, starts = self._joined
        found = np.fromiter(_occurrences(text, needle), np.int64)
        paragraphs = np.searchsorted(starts, found, "right") - 1
        return SideHits(paragraphs, found - starts[paragraphs], len(needle))


class Finder:
    """Both versions of a comparison, to be searched together."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._old = Haystack(scene.index.old.paragraphs)
        self._new = Haystack(scene.index.new.paragraphs)

    def find(self, words: str) -> Hits:
        """All places where `words` stand, in either version."""
        old, new = self._old.find(words), self._new.find(words)
        places = np.concatenate([self._places(Side.OLD, old), self._places(Side.NEW, new)])
        return Hits(old, new, np.argsort(places, kind="stable"))

    def _places(self, side: Side, hits: SideHits) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        lengths = np.maximum(1, self._scene.index.side(side).lengths)
        shares = hits.starts / lengths[hits.paragraphs] if len(hits.starts) else np.zeros(0)
        return self._scene.scale.places(side, hits.paragraphs, shares)


def _join(paragraphs: Sequence[Paragraph]) -> tuple[str, Ints]:
    """All paragraphs in one text, a line each, and where each begins."""
    texts = [_folded(p.text) for p in paragraphs]
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)], dtype=np.int64)
    return "\n".join(texts), starts


def _folded(text: str) -> str:
    """`text` in small letters and plain spaces, every character at its place."""
    small = text.translate(_SPACES).lower()
    if len(small) == len(text):
        return small
    # A few letters, as "İ", become two; they stay as they are.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(_SPACES))


def _occurrences(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    count = 0
    while at >= 0 and count < MOST:
        yield at
        count += 1
        at = text.find(needle, at + len(needle))
