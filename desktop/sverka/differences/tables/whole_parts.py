"""Puts the insertions or deletions of all cells of a row, a column or a table into one change."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from sverka.differences.tables.placed_cells import Axis, Grids, Line, LinkedTables
from sverka.model import Category, Change, ChangeKind, Side, TablePart

_KINDS = {Side.OLD: ChangeKind.DELETION, Side.NEW: ChangeKind.INSERTION}


def with_whole_parts(changes: Sequence[Change], tables: LinkedTables) -> list[Change]:
    """The changes, with one for each part of a table of which every cell came or went.

    What stands in a row and a column that both came belongs to the row.
    """
    found = list(changes)
    for side in Side:
        alone = {
            change.link: number
            for number, change in enumerate(found)
            if change.kind is _KINDS[side] and change.span(side.other) is None
        }
        joined: dict[int, Change] = {}
        gone: set[int] = set()
        for part, paragraphs in _parts(side, tables):
            numbers = [alone[k] for p in paragraphs if (k := tables.link_of[side][p]) in alone]
            if numbers:
                joined[numbers[0]] = _joined(side, part, [found[k] for k in numbers])
                gone.update(numbers[1:])
        found = [joined.get(k, change) for k, change in enumerate(found) if k not in gone]
    return found


def _parts(side: Side, tables: LinkedTables) -> Iterator[tuple[TablePart, list[int]]]:
    """The tables, rows and columns that only one version has, each with its own paragraphs."""
    grids, links, link_of = tables.grids[side], tables.links, tables.link_of[side]
    claimed: set[int] = set()

    def is_alone(paragraph: int) -> bool:
        return not links[link_of[paragraph]].of(side.other)

    for _table, members in sorted(grids.members.items()):
        if all(map(is_alone, members)) and not claimed.issuperset(members):
            claimed.update(members)
            yield TablePart.TABLE, members
    for axis, part in ((Axis.ROW, TablePart.ROW), (Axis.COLUMN, TablePart.COLUMN)):
        counterpart = tables.counterpart(side, axis)
        lone = {
            line: [p for p in paragraphs if p not in claimed]
            for line, paragraphs in sorted(grids.lines[axis].items())
            if all(is_alone(p) or p in claimed for p in paragraphs)
        }
        others = tables.grids[side.other]
        may_fill = any(others.empty[axis].values())
        filled = _stood_empty(lone, axis, counterpart, (grids, others)) if may_fill else ()
        for line, own in lone.items():
            if own and line not in filled:
                claimed.update(own)
                yield part, own


def _stood_empty(
    lone: Collection[Line],
    axis: Axis,
    counterpart: Mapping[Line, Line],
    grids: tuple[Grids, Grids],
) -> frozenset[Line]:
    """The rows or columns, of these, in the place of which an empty one stood.

    Such a one was filled, cell by cell, and did not come in.
    """
    here, there = grids
    found: list[Line] = []
    for table in sorted({table for table, _at in lone}):
        lines = [(table, at) for at in here.present[axis].get(table, ())]
        became = [None if line in lone else counterpart.get(line) for line in lines]
        known = [place for place, line in enumerate(became) if line is not None]
        for before, behind in pairwise([-1, *known, len(lines)] if known else []):
            ends = [became[k] if k in range(len(lines)) else None for k in (before, behind)]
            waiting = [line for line in lines[before + 1 : behind] if line in lone]
            found += waiting[: _empty_between(ends, there.empty[axis])]
    return frozenset(found)


def _empty_between(ends: Sequence[Line | None], empty: Mapping[int, Sequence[int]]) -> int:
    """How many empty rows or columns stand between two, of which one may be the table's end."""
    before, behind = ends
    table = next(line[0] for line in (before, behind) if line is not None)
    own = empty.get(table, ())
    first = bisect_right(own, before[1]) if before is not None else 0
    last = bisect_left(own, behind[1]) if behind is not None else len(own)
    return max(0, last - first)


def _joined(side: Side, part: TablePart, changes: Sequence[Change]) -> Change:
    """One change for those of all cells, in the order of the text."""
    spans = [span for one in changes if (span := one.span(side)) is not None]
    about = Counter(chain.from_iterable(one.categories for one in changes))
    last = spans[-1].paragraph if len(spans) > 1 else None
    return replace(
        changes[0],
        categories=tuple(category for category in Category if about[category]),
        last_old=last if side is Side.OLD else None,
        last_new=last if side is Side.NEW else None,
        alike=tuple(one.link for one in changes[1:]),
        table_part=part,
    )
