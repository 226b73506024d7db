"""Step 9b: what stands alone between the same neighbours on both sides is linked by its place.

"4" and "5" have no word in common, nor have a heading and what was written in its stead: no
likeness could link them. A reader would hold the one against the other all the same.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Bools, Ints
from sverka.alignment.matching import Matching
from sverka.alignment.seeds import is_figure, may_anchor
from sverka.alignment.similarity import Measure
from sverka.model import BlockKind
from sverka.text.signs import COMMAS

_COLONS: Final = ":："


class BothKinds(NamedTuple):
    """What kind each paragraph of either side is, where the caller knows."""

    old: Sequence[BlockKind]
    new: Sequence[BlockKind]


class _Gap(NamedTuple):
    """Free paragraphs [old, old_end) and [new, new_end) between linked neighbours."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def rows(self) -> range:
        return range(self.old, self.old_end)

    @property
    def columns(self) -> range:
        return range(self.new, self.new_end)


def link_alone(matching: Matching, measure: Measure, kinds: BothKinds | None) -> None:
    """Match what fills the same gap on both sides, where it can be the same thing.

    A gap lies between paragraphs that are matched with each other, or at the beginning or the end
    of both versions. In it figures are matched with as many figures, cells with as many cells, the
    one heading with the one heading, and a paragraph that is left alone with the one left alone.
    """
    rule = _Rule(matching, measure, kinds)
    pairs = [pair for gap in list(_gaps(matching)) for pair in rule.pairs(gap)]
    old, new = np.array(pairs, np.int64).reshape(-1, 2).T
    matching.link(old, new, measure.by_place(old, new))


class _Rule:
    """Says which paragraphs of a gap can be the same thing."""

    def __init__(self, matching: Matching, measure: Measure, kinds: BothKinds | None) -> None:
        self._measure = measure
        self._kinds = kinds
        self._twins = matching.twins(measure.keys)

    def pairs(self, gap: _Gap) -> Iterator[tuple[int, int]]:
        """The pairs (old, new) of one gap."""
        rows, columns = gap.rows, gap.columns
        if len(rows) == len(columns) and (self._are_figures(gap) or self._are_cells(gap)):
            yield from zip(rows, columns, strict=True)
            return
        if len(rows) == len(columns) == 1:
            if self._may_be_the_same(rows[0], columns[0]):
                yield rows[0], columns[0]
            return
        if 0 < len(rows) * len(columns) <= thresholds.SMALL_GAP_ALONE:
            sure = self._sure(gap)
            if sure:
                yield sure
                yield from self.pairs(_Gap(gap.old, sure[0], gap.new, sure[1]))
                yield from self.pairs(_Gap(sure[0] + 1, gap.old_end, sure[1] + 1, gap.new_end))

    def _sure(self, gap: _Gap) -> tuple[int, int] | None:
        """A pair of the gap that belongs together more than any other with one of the two."""
        headings = [i for i in gap.rows if self._is_heading(i, None)]
        others = [j for j in gap.columns if self._is_heading(None, j)]
        if len(headings) == len(others) == 1 and self._are_of_one_size(headings[0], others[0]):
            return headings[0], others[0]
        kept = [(i, j) for i in gap.rows for j in gap.columns if self._is_clearly_kept(i, j)]
        for i, j in kept:
            if sum(i == row or j == column for row, column in kept) == 1:
                return i, j
        return None

    def _may_be_the_same(self, i: int, j: int) -> bool:
        keys = self._measure.keys
        if keys.old[i] == keys.new[j]:
            return True
        texts = self.texts(i, j)
        lengths = [len(text) for text in texts]
        # Whatever still has an exact twin somewhere did not become something else here.
        for twins, at, length in zip(self._twins, (i, j), lengths, strict=True):
            if twins[at] and length >= thresholds.TELLING_TWIN:
                return False
        fewer, more = self._tokens(i, j)
        if not fewer:
            return False
        if self._is_kept(i, j):
            return True
        if self._is_heading(i, None) != self._is_heading(None, j):
            return False
        if max(lengths) <= thresholds.SHORT_ALONE and len(more) <= thresholds.FEW_ALONE:
            return _stand_for_themselves(*texts)
        if max(lengths) > thresholds.COMPARABLE_LENGTHS * min(lengths):
            return False
        return Indel.normalized_similarity(*texts) >= thresholds.CHARACTERS_ALONE

    def _is_clearly_kept(self, i: int, j: int) -> bool:
        """Whether a pair among others is the same text, or more than a word or two of it."""
        keys = self._measure.keys
        if keys.old[i] == keys.new[j]:
            return may_anchor(keys.texts[keys.old[i]])
        return len(self._tokens(i, j)[0]) >= thresholds.FEWEST_KEPT and self._is_kept(i, j)

    def _is_kept(self, i: int, j: int) -> bool:
        """Whether the beginning or the end of the one is what the other consists of."""
        if not all(map(may_anchor, self.texts(i, j))):
            return False
        return _kept_at_ends(*self._tokens(i, j)) >= thresholds.KEPT_AT_ENDS

    def _tokens(self, i: int, j: int) -> tuple[str, str]:
        """The tokens of both, the fewer ones first."""
        one, other = self._measure.old.strings[i], self._measure.new.strings[j]
        return (one, other) if len(one) <= len(other) else (other, one)

    def texts(self, i: int, j: int) -> tuple[str, str]:
        """The tidied texts of both."""
        keys = self._measure.keys
        return keys.texts[keys.old[i]], keys.texts[keys.new[j]]

    def _are_figures(self, gap: _Gap) -> bool:
        return all(
            is_figure(text)
            for i, j in zip(gap.rows, gap.columns, strict=True)
            for text in self.texts(i, j)
        )

    def _are_cells(self, gap: _Gap) -> bool:
        if self._kinds is None:
            return False
        kinds = (*self._kinds.old[gap.old : gap.old_end], *self._kinds.new[gap.new : gap.new_end])
        return all(kind is BlockKind.TABLE_CELL for kind in kinds)

    def _is_heading(self, i: int | None, j: int | None) -> bool:
        if self._kinds is None:
            return False
        kind = self._kinds.old[i] if i is not None else self._kinds.new[j or 0]
        return kind is BlockKind.HEADING

    def _are_of_one_size(self, i: int, j: int) -> bool:
        lengths = [len(text) for text in self.texts(i, j)]
        return max(lengths) <= thresholds.COMPARABLE_LENGTHS * max(
            min(lengths), thresholds.SHORT_ALONE // 2
        )


def _stand_for_themselves(old: str, new: str) -> bool:
    """Whether neither goes on in the next line, like a verse, and both or none introduce it."""
    if old[-1] in COMMAS or new[-1] in COMMAS:
        return False
    return (old[-1] in _COLONS) == (new[-1] in _COLONS)


def _kept_at_ends(fewer: str, more: str) -> float:
    """The share of the fewer tokens that stand at the beginning or the end of the more."""
    pairs = list(zip(fewer, more, strict=False))
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    rest = zip(reversed(fewer[head:]), reversed(more[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    return (head + tail) / len(fewer)


def _gaps(matching: Matching) -> Iterator[_Gap]:
    """The stretches of free paragraphs that lie between the same neighbours on both sides."""
    ends, starts = _borders(matching)
    free = np.concatenate(([False], matching.new_of == NONE, [False]))
    edges = np.flatnonzero(free[1:] != free[:-1])
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        new, new_end = int(ends[first]), int(starts[last])
        if 0 <= new < new_end and _all_free(matching.old_of[new:new_end]):
            yield _Gap(first, last, new, new_end)


def _all_free(partners: Ints) -> bool:
    free: Bools = partners == NONE
    return bool(free.all())


def _borders(matching: Matching) -> tuple[Ints, Ints]:
    """Where, on the new side, what is linked with the paragraph before old i ends; and begins at i.

    Both are NONE where nothing is; before the first paragraph all ends at 0, and behind the last
    all begins where the new version ends.
    """
    ends = np.concatenate(([-1], matching.new_of)) + 1
    ends[1:][matching.new_of < 0] = NONE
    starts = np.concatenate((matching.new_of, [len(matching.old_of)]))
    starts[starts < 0] = NONE
    for group in matching.groups:
        ends[group.old[-1] + 1] = group.new[-1] + 1
        starts[group.old[0]] = group.new[0]
    return ends, starts
