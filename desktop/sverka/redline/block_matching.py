"""Says which blocks of a container became which: kept in order, moved, deleted or inserted.

Blocks that say the same and are the only ones to do so are paired first, the heaviest chain of
them that keeps the order stays, and grows over its neighbours. What is left over is aligned as
the paragraphs of a comparison are; what was found off the chain has moved.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from sverka.alignment import align
from sverka.alignment.chain import heaviest_chain
from sverka.model import Link
from sverka.redline.joined_gaps import better_as_one
from sverka.redline.story_blocks import BlockSort, StoryBlock

SHORTEST_MOVE: Final = 20
"""Characters from which on a paragraph found elsewhere has moved; a shorter one was retyped. Set by
hand: as long as five words."""

MOVED_ALIKE: Final = 0.6
"""How alike a paragraph elsewhere must be to have moved. Set: below it most of it is retyped."""

SAME_TABLE: Final = 0.3
"""How alike two tables or controls in one place must be to be the same one. Set by hand."""

ALONE_ALIKE: Final = 0.2
"""How alike the one paragraph here and the one there must be to be the same one. Set by hand."""

_MOST_CELLS: Final = 100_000_000
_WEIGHT_OF_ANY: Final = 8


class BlockSpan(NamedTuple):
    """Blocks [old, old_end) became blocks [new, new_end)."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def is_pair(self) -> bool:
        """Whether it is one block on both sides."""
        return self.old_end - self.old == 1 and self.new_end - self.new == 1


@dataclass(slots=True)
class BlockMatch:
    """What became of the blocks of a container.

    `spans` keep the order on both sides. `foreign` are blocks inside a span that do not belong to
    it: a header between the halves of a sentence. `moved` leads from old to new blocks off the
    order, `arrived` back.
    """

    spans: list[BlockSpan]
    foreign_old: set[int] = field(default_factory=set)
    foreign_new: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    arrived: dict[int, int] = field(default_factory=dict)

    def add(self, other: "BlockMatch") -> None:
        """Take over what was found behind it."""
        self.spans += other.spans
        self.foreign_old |= other.foreign_old
        self.foreign_new |= other.foreign_new


def match_blocks(
    old: Sequence[StoryBlock], new: Sequence[StoryBlock], *, moves: bool = True
) -> BlockMatch:
    """Match the blocks of a container; without `moves` only what keeps the order."""
    if len(old) == 1 and len(new) == 1 and old[0].is_paragraph and new[0].is_paragraph:
        return BlockMatch([BlockSpan(0, 1, 0, 1)])
    keys = _keys(old), _keys(new)
    pairs = same_in_order(*keys)
    return _Gaps(old, new, keys, pairs).match(moves)


def _keys(blocks: Sequence[StoryBlock]) -> list[str]:
    return [
        block.text
        if block.is_paragraph
        else f"\0{block.sort}:{block.text if block.text else block.digest!r}"
        for block in blocks
    ]


def same_in_order(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Pairs of blocks that say the same, in an order common to both sides."""
    pairs = _grown(a, b, _unique_chain(a, b, range(len(a)), range(len(b))))
    found: list[tuple[int, int]] = []
    for rows, columns, behind in between(pairs, len(a), len(b)):
        if rows and columns:
            found += _grown(a, b, _unique_chain(a, b, rows, columns), rows, columns)
        found += [behind] if behind else []
    return found


def _unique_chain(a: list[str], b: list[str], rows: range, columns: range) -> list[tuple[int, int]]:
    """The heaviest chain of pairs whose key stands once in these rows and once in these columns."""
    counts = Counter(a[i] for i in rows), Counter(b[j] for j in columns)
    places = {b[j]: j for j in columns if counts[1][b[j]] == 1}
    pairs = [(i, places[a[i]]) for i in rows if counts[0][a[i]] == 1 and a[i] in places]
    pairs = [(i, j) for i, j in pairs if a[i].strip()]
    return _heaviest(pairs, [len(a[i]) for i, _j in pairs])


def _heaviest(pairs: list[tuple[int, int]], lengths: list[int]) -> list[tuple[int, int]]:
    if len(pairs) < 2:
        return pairs
    old, new = np.array(pairs, np.int64).T
    weight = np.array(lengths, np.float64) + _WEIGHT_OF_ANY
    chain = heaviest_chain(old, new, np.ones_like(old), weight, lambda: None)
    return [pairs[k] for k in chain.tolist()]


def _grown(
    a: list[str],
    b: list[str],
    pairs: list[tuple[int, int]],
    rows: range | None = None,
    columns: range | None = None,
) -> list[tuple[int, int]]:
    """The pairs, with the neighbours of each that say the same as well, and those at the edges."""
    rows, columns = rows or range(len(a)), columns or range(len(b))
    start, end = (rows.start - 1, columns.start - 1), (rows.stop, columns.stop)
    found: list[tuple[int, int]] = []
    for (i, j), (high_i, high_j) in pairwise([start, *pairs, end]):
        if (i, j) != start:
            found.append((i, j))
        while i + 1 < high_i and j + 1 < high_j and a[i + 1] == b[j + 1]:
            i, j = i + 1, j + 1
            found.append((i, j))
        before: list[tuple[int, int]] = []
        while high_i - 1 > i and high_j - 1 > j and a[high_i - 1] == b[high_j - 1]:
            high_i, high_j = high_i - 1, high_j - 1
            before.append((high_i, high_j))
        found += reversed(before)
    return found


def between(
    pairs: Iterable[tuple[int, int]], rows: int, columns: int
) -> Iterator[tuple[range, range, tuple[int, int] | None]]:
    """What lies before each pair on both sides, with the pair, and what behind the last."""
    at = (0, 0)
    for i, j in pairs:
        yield range(at[0], i), range(at[1], j), (i, j)
        at = i + 1, j + 1
    yield range(at[0], rows), range(at[1], columns), None


@dataclass(slots=True)
class _Gaps:
    """What lies between pairs that say the same, to be matched by likeness."""

    old: Sequence[StoryBlock]
    new: Sequence[StoryBlock]
    keys: tuple[list[str], list[str]]
    pairs: list[tuple[int, int]]

    def match(self, moves: bool) -> BlockMatch:
        gaps = [(rows, columns) for rows, columns, _behind in self._all()]
        links = self._links(gaps)
        starts = [rows.start for rows, _columns in gaps]
        inside: dict[int, list[Link]] = {}
        off: list[Link] = []
        for link in map(self._narrowed, links):
            gap = bisect_right(starts, link.old[0]) - 1
            # Several gaps may begin at one row; the one that holds it is the last.
            held = link.old[-1] in gaps[gap][0] and all(j in gaps[gap][1] for j in link.new)
            (inside.setdefault(gap, []) if held else off).append(link)
        result = BlockMatch([])
        for number, (rows, columns, behind) in enumerate(self._all()):
            chain, rest = _in_order(inside.get(number, []))
            off += rest
            inner = BlockMatch([])
            self._fill(rows, columns, chain, inner)
            if self._is_one(rows, columns, inner, off):
                inner = BlockMatch([BlockSpan(rows.start, rows.stop, columns.start, columns.stop)])
            result.add(inner)
            if behind:
                result.spans.append(_pair(*behind))
        if moves:
            self._move(off, result)
        return result

    def _narrowed(self, link: Link) -> Link:
        """A link without the pieces that a table or a control parts from the longest one."""
        stretches = (
            self.old[link.old[0] : link.old[-1] + 1],
            self.new[link.new[0] : link.new[-1] + 1],
        )
        if all(block.is_paragraph for stretch in stretches for block in stretch):
            return link
        i = max(link.old, key=lambda k: len(self.old[k].text))
        j = max(link.new, key=lambda k: len(self.new[k].text))
        return replace(link, old=(i,), new=(j,))

    def _is_one(self, rows: range, columns: range, found: BlockMatch, off: list[Link]) -> bool:
        """Whether all in a gap is one stretch of words, from which none went elsewhere."""
        ours, theirs = [self.old[i] for i in rows], [self.new[j] for j in columns]
        if any(block.sort is not BlockSort.PARAGRAPH for block in (*ours, *theirs)):
            return False
        gone = {i for link in off for i in link.old}, {j for link in off for j in link.new}
        if not gone[0].isdisjoint(rows) or not gone[1].isdisjoint(columns):
            return False
        linked = [
            (
                [self.old[i].text for i in range(s.old, s.old_end) if i not in found.foreign_old],
                [self.new[j].text for j in range(s.new, s.new_end) if j not in found.foreign_new],
            )
            for s in found.spans
        ]
        return better_as_one([b.text for b in ours], [b.text for b in theirs], linked)

    def _all(self) -> Iterator[tuple[range, range, tuple[int, int] | None]]:
        return between(self.pairs, len(self.old), len(self.new))

    def _links(self, gaps: Sequence[tuple[range, range]]) -> list[Link]:
        """Which paragraphs with text resemble each other, wherever they stand."""
        rows = [i for part, _ in gaps for i in part if self._speaks(self.old[i])]
        columns = [j for _, part in gaps for j in part if self._speaks(self.new[j])]
        if not rows or not columns:
            return []
        found = align([self.old[i].text for i in rows], [self.new[j].text for j in columns])
        return [
            Link(
                tuple(rows[k] for k in link.old),
                tuple(columns[k] for k in link.new),
                link.kind,
                link.moved,
                link.similarity,
            )
            for link in found.links
            if link.old and link.new
        ]

    def _speaks(self, block: StoryBlock) -> bool:
        return block.is_paragraph and bool(block.text.strip())

    def _fill(self, rows: range, columns: range, chain: list[Link], result: BlockMatch) -> None:
        """Match what is in a gap: around the links that keep the order, by place and key."""
        at = (rows.start, columns.start)
        for link in chain:
            span = BlockSpan(link.old[0], link.old[-1] + 1, link.new[0], link.new[-1] + 1)
            self._rest(range(at[0], span.old), range(at[1], span.new), result)
            result.foreign_old |= set(range(span.old, span.old_end)) - set(link.old)
            result.foreign_new |= set(range(span.new, span.new_end)) - set(link.new)
            result.spans.append(span)
            at = span.old_end, span.new_end
        self._rest(range(at[0], rows.stop), range(at[1], columns.stop), result)

    def _rest(self, rows: range, columns: range, result: BlockMatch) -> None:
        """Match what says the same or stands alone in its place, in order."""
        if not rows or not columns:
            return
        a, b = self.keys
        pairs: list[tuple[int, int]] = []
        if len(rows) * len(columns) <= _MOST_CELLS:
            ours = a[rows.start : rows.stop], b[columns.start : columns.stop]
            for i, j, size in Indel.editops(*ours).as_matching_blocks():
                pairs += [(rows.start + i + k, columns.start + j + k) for k in range(size)]
        for inner_rows, inner_columns, behind in _within(rows, columns, pairs):
            result.spans += self._by_place(inner_rows, inner_columns)
            result.spans += [_pair(*behind)] if behind else []

    def _by_place(self, rows: range, columns: range) -> Iterator[BlockSpan]:
        """Pair tables with tables and a paragraph left alone with the one left alone."""
        at = columns.start
        alone = self._alone(rows, columns)
        for i in rows:
            for j in range(at, columns.stop):
                if (i, j) == alone or self._same_place(self.old[i], self.new[j]):
                    yield _pair(i, j)
                    at = j + 1
                    break

    def _alone(self, rows: range, columns: range) -> tuple[int, int] | None:
        ours = [i for i in rows if self._speaks(self.old[i])]
        theirs = [j for j in columns if self._speaks(self.new[j])]
        if len(ours) != 1 or len(theirs) != 1:
            return None
        i, j = ours[0], theirs[0]
        return (i, j) if _alike(self.old[i].text, self.new[j].text) >= ALONE_ALIKE else None

    def _same_place(self, old: StoryBlock, new: StoryBlock) -> bool:
        if old.sort is not new.sort or old.sort not in (BlockSort.TABLE, BlockSort.CONTROL):
            return False
        return _alike(old.text, new.text) >= SAME_TABLE

    def _move(self, links: Iterable[Link], result: BlockMatch) -> None:
        taken_old = {i for span in result.spans for i in range(span.old, span.old_end)}
        taken_new = {j for span in result.spans for j in range(span.new, span.new_end)}
        taken_old -= result.foreign_old
        taken_new -= result.foreign_new
        for link in links:
            i = max(link.old, key=lambda k: len(self.old[k].text))
            j = max(link.new, key=lambda k: len(self.new[k].text))
            one = len(link.old) == len(link.new) == 1
            alike = link.similarity if one else _alike(self.old[i].text, self.new[j].text)
            free = i not in taken_old and j not in taken_new
            if free and alike >= MOVED_ALIKE and self._can_move(i, j):
                result.moved[i] = j
                result.arrived[j] = i

    def _can_move(self, i: int, j: int) -> bool:
        old, new = self.old[i], self.new[j]
        sorts = old.sort is BlockSort.PARAGRAPH and new.sort is BlockSort.PARAGRAPH
        return sorts and min(len(old.text), len(new.text)) >= SHORTEST_MOVE


def _pair(i: int, j: int) -> BlockSpan:
    return BlockSpan(i, i + 1, j, j + 1)


def _within(
    rows: range, columns: range, pairs: list[tuple[int, int]]
) -> Iterator[tuple[range, range, tuple[int, int] | None]]:
    at = rows.start, columns.start
    for i, j in pairs:
        yield range(at[0], i), range(at[1], j), (i, j)
        at = i + 1, j + 1
    yield range(at[0], rows.stop), range(at[1], columns.stop), None


def _alike(a: str, b: str) -> float:
    if not a.strip() and not b.strip():
        return 1.0
    return Indel.normalized_similarity(a.split(), b.split())


def _in_order(links: list[Link]) -> tuple[list[Link], list[Link]]:
    """The heaviest chain of links that keeps the order without overlapping, and the others."""
    ordered = sorted(links, key=lambda link: (link.old, link.new))
    places = [(link.old[0], link.new[0]) for link in ordered]
    weights = [int(100 * link.similarity) * len(link.old) * len(link.new) for link in ordered]
    heaviest = set(_heaviest(places, weights))
    chain: list[Link] = []
    rest: list[Link] = []
    for link in ordered:
        fits = not chain or (link.old[0] > chain[-1].old[-1] and link.new[0] > chain[-1].new[-1])
        (chain if fits and (link.old[0], link.new[0]) in heaviest else rest).append(link)
    return chain, rest
