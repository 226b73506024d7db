"""Puts the insertions or deletions of all cells of a row, a column or a table into one change."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

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
        for line, own in lone.items():
            may_fill = any(others.empty[axis].values())
            if own and not (
                may_fill and _stood_empty(line, set(lone), axis, counterpart, (grids, others))
            ):
                claimed.update(own)
                yield part, own


def _stood_empty(
    line: Line,
    lone: set[Line],
    axis: Axis,
    counterpart: Mapping[Line, Line],
    grids: tuple[Grids, Grids],
) -> bool:
    """Whether an empty row or column stood in the place of one that only now holds something.

    Then it was filled, cell by cell, and did not come in.
    """
    table, at = line
    here, there = grids
    numbers = here.present[axis].get(table, [])
    before = max((k for k in numbers if k < at and (table, k) in counterpart), default=None)
    behind = min((k for k in numbers if k > at and (table, k) in counterpart), default=None)
    near = behind if before is None else before
    if near is None:
        return False
    other = counterpart[table, near][0]
    low = 0 if before is None else counterpart[table, before][1]
    high = None if behind is None else counterpart[table, behind][1]
    empty = [k for k in there.empty[axis].get(other, ()) if k > low and (not high or k < high)]
    waiting = [k for k in numbers if (before or 0) < k < at and (table, k) in lone]
    return len(waiting) < len(empty)


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
