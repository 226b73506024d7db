"""The items of one pane, top to bottom: stretches of paragraphs, chips, folds; kept as arrays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import pairwise

import numpy as np

from sverka.model import Finding
from sverka.presentation.comparison_index import Ints, SideIndex
from sverka.presentation.table_grid import TableRow, table_rows
from sverka.presentation.units import to_units

LONGEST = 6000
"""Code points laid out as one item; a longer paragraph is shown in several."""


class ItemKind(IntEnum):
    """What an item of a pane is."""

    TEXT = 0
    CHIP = 1
    FOLD = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One item. TEXT is the characters [start, end) of `paragraph`, in code points.

    A CHIP stands before character `start` and shows `findings`. A FOLD hides as many paragraphs as
    `hidden` says, from `paragraph` on.
    """

    kind: ItemKind
    paragraph: int
    start: int
    end: int
    findings: tuple[int, ...] = ()
    hidden: int = 0

    @property
    def is_first(self) -> bool:
        """Whether a paragraph begins with this item."""
        return self.kind is ItemKind.TEXT and self.start == 0


def units_within(
    text: str, item: Item, stretches: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Stretches [start, end) of a paragraph's `text`, as far as an item has them.

    They are in code points of the paragraph, and become UTF-16 units from the start of the item.
    """
    piece = text[item.start : item.end]
    starts = to_units(piece, (max(start, item.start) - item.start for start, _end in stretches))
    ends = to_units(piece, (min(end, item.end) - item.start for _start, end in stretches))
    return zip(starts, ends, strict=True)


@dataclass(frozen=True, slots=True)
class PaneColumn:
    """All items of a pane. `first[p]` is the first item of paragraph p; it has one entry more.

    `chips` are the findings of each item that is a chip, `hidden` the number of paragraphs that
    each fold hides. `rows` are the rows of tables, by the items in them.
    """

    first: Ints
    kinds: Ints
    paragraphs: Ints
    starts: Ints
    ends: Ints
    chips: dict[int, tuple[int, ...]]
    hidden: dict[int, int]
    rows: dict[int, TableRow] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.kinds)

    def item(self, number: int) -> Item:
        """Item `number`, from 0."""
        return Item(
            ItemKind(int(self.kinds[number])),
            int(self.paragraphs[number]),
            int(self.starts[number]),
            int(self.ends[number]),
            self.chips.get(number, ()),
            self.hidden.get(number, 0),
        )

    def band(self, number: int) -> range:
        """The items that stand beside item `number`, itself among them: a row of a table."""
        row = self.rows.get(number)
        return range(number, number + 1) if row is None else row.items

    def item_of(self, paragraph: int, offset: int = 0) -> int:
        """The item that shows character `offset` of `paragraph`, or the fold that hides it."""
        low, high = int(self.first[paragraph]), int(self.first[paragraph + 1])
        found = low
        for number in range(low, max(high, low + 1)):
            if self.kinds[number] != ItemKind.TEXT:
                continue
            if self.kinds[found] != ItemKind.TEXT or self.starts[number] <= offset:
                found = number
        return found

    def chip_of(self, finding: int) -> int | None:
        """The item that is the chip of `finding`, an index into the comparison's findings."""
        return next((n for n, findings in self.chips.items() if finding in findings), None)


def column(
    side: SideIndex, findings: Sequence[Finding], folds: Iterable[tuple[int, int]] = ()
) -> PaneColumn:
    """The items of `side`; `folds` are ranges [first, last) of paragraphs to hide, ascending."""
    count = len(side.paragraphs)
    special = {p: list(_items(side, findings, p)) for p in _uncommon(side)}
    for first, last in folds:
        special[first] = [Item(ItemKind.FOLD, first, 0, 0, hidden=last - first)]
        special.update({p: [] for p in range(first + 1, last)})
    sizes = np.ones(count, np.int64)
    for paragraph, items in special.items():
        sizes[paragraph] = len(items)
    first_of = np.concatenate(([0], np.cumsum(sizes)))
    paragraphs = np.repeat(np.arange(count), sizes)
    kinds = np.full(len(paragraphs), int(ItemKind.TEXT), np.int64)
    starts = np.zeros(len(paragraphs), np.int64)
    ends = side.lengths[paragraphs]
    chips: dict[int, tuple[int, ...]] = {}
    hidden: dict[int, int] = {}
    for paragraph in sorted(special):
        for number, item in enumerate(special[paragraph], int(first_of[paragraph])):
            kinds[number], starts[number], ends[number] = item.kind, item.start, item.end
            if item.findings:
                chips[number] = item.findings
            if item.hidden:
                hidden[number] = item.hidden
    _settle_hidden(first_of, sizes)
    made = PaneColumn(first_of, kinds, paragraphs, starts, ends, chips, hidden)
    return replace(made, rows=_table_rows(side, made)) if side.cells else made


def _table_rows(side: SideIndex, made: PaneColumn) -> dict[int, TableRow]:
    """The rows of the tables, of the items that are text and not hidden."""
    pieces = []
    for paragraph, cell in sorted(side.cells.items()):
        low, high = int(made.first[paragraph]), int(made.first[paragraph + 1])
        pieces += [
            (number, cell, int(made.ends[number] - made.starts[number]))
            for number in range(low, high)
            if made.kinds[number] == ItemKind.TEXT and made.paragraphs[number] == paragraph
        ]
    return table_rows(pieces)


def _settle_hidden(first_of: Ints, sizes: Ints) -> None:
    """Let a hidden paragraph begin where its fold stands.

    Taken in ascending order: the second hidden paragraph begins where the first does, and that is
    settled by then.
    """
    for paragraph in np.flatnonzero(sizes == 0).tolist():
        first_of[paragraph] = first_of[paragraph - 1]


def _uncommon(side: SideIndex) -> list[int]:
    """Paragraphs that are not simply one item."""
    long: list[int] = np.flatnonzero(side.lengths > LONGEST).tolist()
    return sorted({*long, *side.set_aside})


def _items(side: SideIndex, findings: Sequence[Finding], paragraph: int) -> Iterator[Item]:
    text = side.paragraphs[paragraph].text
    chips: dict[int, list[int]] = {}
    for number in side.set_aside.get(paragraph, ()):
        place = findings[number].place
        at = 0 if place is None else place.start
        # A place beyond the last paragraph is the end of the last one.
        beyond = place is not None and place.paragraph > paragraph
        chips.setdefault(len(text) if beyond else min(at, len(text)), []).append(number)
    edges = sorted({0, len(text), *chips})
    if 0 in chips:
        yield Item(ItemKind.CHIP, paragraph, 0, 0, tuple(chips[0]))
    for start, end in pairwise(edges):
        yield from _stretches(text, paragraph, start, end)
        if end in chips:
            yield Item(ItemKind.CHIP, paragraph, end, end, tuple(chips[end]))
    if not text:
        yield Item(ItemKind.TEXT, paragraph, 0, 0)


def _stretches(text: str, paragraph: int, start: int, end: int) -> Iterator[Item]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space + 1 if space > 0 else start + LONGEST
        yield Item(ItemKind.TEXT, paragraph, start, cut)
        start = cut
    yield Item(ItemKind.TEXT, paragraph, start, end)
