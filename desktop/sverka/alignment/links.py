"""The result: links in reading order, made into objects only when somebody looks at them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, overload

import numpy as np

from sverka.alignment import thresholds
from sverka.alignment.arrays import NONE, Bools, Floats, Ints, Kinds
from sverka.alignment.chain import heaviest_chain
from sverka.alignment.matching import Matching, ParagraphGroup
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.alignment.seeds import runs_of
from sverka.model import Ignore, Link, LinkKind
from sverka.text.folding import fold_for

_KINDS: Final = (
    LinkKind.EQUAL,
    LinkKind.EDITED,
    LinkKind.INSERTED,
    LinkKind.DELETED,
    LinkKind.SPLIT,
    LinkKind.MERGED,
    LinkKind.REWRITTEN,
)
_EQUAL, _EDITED, _INSERTED, _DELETED, _SPLIT, _MERGED, _REWRITTEN = range(len(_KINDS))
# Swapping the sides turns a kind into the one at its place here.
_MIRRORED: Final = np.array(
    [_EQUAL, _EDITED, _DELETED, _INSERTED, _MERGED, _SPLIT, _REWRITTEN], np.uint8
)


@dataclass(frozen=True, slots=True, eq=False)
class LinkTable(Sequence[Link]):
    """Links as columns. Row k is a Link that is made when it is asked for.

    `old` and `new` are the first paragraphs of each link or NONE; `groups` has the whole tuples of
    the rows that have several paragraphs on one side.
    """

    old: Ints
    new: Ints
    kinds: Kinds
    moved: Bools
    similarity: Floats
    groups: dict[int, tuple[tuple[int, ...], tuple[int, ...]]]

    def __len__(self) -> int:
        return len(self.old)

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Link]: ...
    def __getitem__(self, index: int | slice) -> Link | Sequence[Link]:
        if isinstance(index, slice):
            return tuple(self[k] for k in range(*index.indices(len(self))))
        row = range(len(self))[index]
        old, new = self.groups.get(row) or (_alone(self.old[row]), _alone(self.new[row]))
        kind, moved = _KINDS[self.kinds[row]], bool(self.moved[row])
        return Link(old, new, kind, moved, float(self.similarity[row]))

    def __iter__(self) -> Iterator[Link]:
        columns = (self.old, self.new, self.kinds, self.moved, self.similarity)
        for row, (i, j, kind, moved, similarity) in enumerate(
            zip(*(column.tolist() for column in columns), strict=True)
        ):
            old, new = self.groups.get(row) or (_alone(i), _alone(j))
            yield Link(old, new, _KINDS[kind], moved, similarity)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str | bytes):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


def _alone(index: int) -> tuple[int, ...]:
    return () if index == NONE else (int(index),)


def table_of(
    matching: Matching,
    keys: ParagraphKeys,
    ignore: frozenset[Ignore],
    texts: tuple[list[str], list[str]],
    turned: bool,
    pace: Pace,
) -> LinkTable:
    """All links in reading order, from the sides as they were given: exchanged back if `turned`.

    Reading order is that of the new version. What was deleted stands after the last unmoved link
    before it, and so before what was inserted there.
    """
    old, new, kinds, similarity, groups = _columns(matching, keys, ignore, texts)
    weights = _weights(matching, keys, old, new, len(groups))
    moved = _moved(old, new, weights, matching.shifted, pace)
    if turned:
        old, new, kinds = new, old, _MIRRORED[kinds]
        groups = [ParagraphGroup(g.new, g.old, g.similarity) for g in groups]
    order = _reading_order(old, new, moved)
    row = np.empty_like(order)
    row[order] = np.arange(len(order))
    rows_of_groups = row[len(old) - len(groups) :].tolist()
    by_row = {k: (g.old, g.new) for k, g in zip(rows_of_groups, groups, strict=True)}
    return LinkTable(old[order], new[order], kinds[order], moved[order], similarity[order], by_row)


def _columns(
    matching: Matching,
    keys: ParagraphKeys,
    ignore: frozenset[Ignore],
    texts: tuple[list[str], list[str]],
) -> tuple[Ints, Ints, Kinds, Floats, list[ParagraphGroup]]:
    """Links in any order: pairs, deleted, inserted, groups."""
    paired = np.flatnonzero(matching.new_of >= 0)
    partner = matching.new_of[paired]
    deleted = np.flatnonzero(matching.new_of == NONE)
    inserted = np.flatnonzero(matching.old_of == NONE)
    groups = matching.groups
    old = np.concatenate(
        (paired, deleted, np.full(len(inserted), NONE), [g.old[0] for g in groups])
    ).astype(np.int64)
    new = np.concatenate(
        (partner, np.full(len(deleted), NONE), inserted, [g.new[0] for g in groups])
    ).astype(np.int64)
    kinds = np.concatenate(
        (
            np.where(_equal(paired, partner, keys, ignore, texts), _EQUAL, _EDITED),
            np.full(len(deleted), _DELETED),
            np.full(len(inserted), _INSERTED),
            [_kind_of(g) for g in groups],
        )
    ).astype(np.uint8)
    similarity = np.concatenate(
        (
            matching.similarity[paired],
            np.zeros(len(deleted) + len(inserted)),
            [g.similarity for g in groups],
        )
    )
    return old, new, kinds, similarity, groups


def _kind_of(group: ParagraphGroup) -> int:
    if len(group.old) == 1:
        return _SPLIT
    return _MERGED if len(group.new) == 1 else _REWRITTEN


def _equal(
    old: Ints,
    new: Ints,
    keys: ParagraphKeys,
    ignore: frozenset[Ignore],
    texts: tuple[list[str], list[str]],
) -> Bools:
    """Which pairs count as the same text, in their normalised reading and under `ignore`.

    What counts is the fold that the differences are found by, so that a link is equal just where
    no change will be found. Without options, texts that fold alike have one key.
    """
    equal: Bools = keys.old_raw[old] == keys.new_raw[new]
    asked = ~equal if ignore else ~equal & (keys.old[old] == keys.new[new])
    fold = fold_for(ignore)
    for k in np.flatnonzero(asked).tolist():
        equal[k] = fold(texts[0][old[k]]) == fold(texts[1][new[k]])
    return equal


def _weights(matching: Matching, keys: ParagraphKeys, old: Ints, new: Ints, groups: int) -> Floats:
    """The characters of a link's paragraphs; 0 where one side is missing."""
    by_old = keys.lengths[keys.old] + thresholds.WEIGHT_OF_ANY
    by_new = keys.lengths[keys.new] + thresholds.WEIGHT_OF_ANY
    weights = np.zeros(len(old), np.int64)
    linked = np.flatnonzero((old != NONE) & (new != NONE))
    weights[linked] = by_old[old[linked]] + by_new[new[linked]]
    first = len(old) - groups
    for k, group in enumerate(matching.groups):
        weights[first + k] = by_old[list(group.old)].sum() + by_new[list(group.new)].sum()
    return weights.astype(np.float64)


def _moved(old: Ints, new: Ints, weights: Floats, shifted: Bools, pace: Pace) -> Bools:
    """Which links lie outside the heaviest chain; of equal ones the one of more blocks.

    What is `shifted` moved for another reason, and no row can tell which column passed which.
    """
    linked = (old != NONE) & (new != NONE)
    passed = linked.copy()
    passed[linked] = shifted[old[linked]]
    order = np.argsort(old, kind="stable")
    order = order[linked[order] & ~passed[order]]
    partner = np.full(int(old.max(initial=0)) + 1, NONE)
    partner[old[order]] = new[order]
    runs = runs_of(partner)
    ends = np.cumsum(runs.length)
    sums = np.concatenate(([0.0], np.cumsum(weights[order])))
    # Far less than one character, since it only decides between chains of equal weight; a power
    # of two, so that in whatever order they are added up equal sums stay equal.
    nudge = 0.5 ** (4 * len(ends) + 4).bit_length()
    chain = heaviest_chain(
        runs.old, runs.new, runs.length, sums[ends] - sums[ends - runs.length] + nudge, pace.tick
    )
    off = np.ones(len(ends), np.bool_)
    off[chain] = False
    moved: Bools = passed
    moved[order] = np.repeat(off, runs.length)
    return moved


def _reading_order(old: Ints, new: Ints, moved: Bools) -> Ints:
    """The order of the new version, deletions after the last unmoved link before them."""
    fixed = np.flatnonzero((old != NONE) & (new != NONE) & ~moved)
    fixed = fixed[np.argsort(old[fixed], kind="stable")]
    place = 2 * new
    deleted = np.flatnonzero(new == NONE)
    before = np.searchsorted(old[fixed], old[deleted])
    place[deleted] = np.concatenate(([-1], 2 * new[fixed] + 1))[before]
    return np.lexsort((old, place))
