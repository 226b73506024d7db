"""Puts the moves of all cells of a row, a column or a table into one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sverka.differences.categories.value_rules import moved_value
from sverka.differences.tables.placed_cells import Axis, Line, LinkedTables, line_of
from sverka.model import Cell, Change, ChangeKind, Side, Span, TablePart, moved_together

_Lines = tuple[Line, Line]


def with_moved_parts(changes: Sequence[Change], tables: LinkedTables) -> list[Change]:
    """The changes, with one move for each part of a table that went elsewhere as a whole.

    Rows that stayed together moved together. A block that has more than a table stays as it is.
    """
    moves = {
        number: links
        for number, change in enumerate(changes)
        if change.kind is ChangeKind.MOVE and (links := moved_together(change, tables.links))
    }
    within = {number: links for number, links in moves.items() if _is_of_one_table(links, tables)}
    left = sorted(link for links in within.values() for link in links)
    found = [_move(part, own, tables) for part, own in _parts(left, tables)]
    taken = {link for change in found for link in change.links}
    found += [_move(None, [link], tables) for link in left if link not in taken]
    whole = {number for number, links in within.items() if taken.isdisjoint(links)}
    kept = [c for number, c in enumerate(changes) if number not in within or number in whole]
    again = {link for number in whole for link in within[number]}
    return [*kept, *(c for c in found if c.link not in again)]


def _is_of_one_table(links: Sequence[int], tables: LinkedTables) -> bool:
    cells = [tables.cells(tables.links[link]) for link in links]
    return None not in cells and len({_pair(both) for both in cells if both is not None}) == 1


def _pair(both: tuple[Cell, Cell]) -> tuple[int, int]:
    return both[0].table, both[1].table


def _parts(left: list[int], tables: LinkedTables) -> Iterator[tuple[TablePart, list[int]]]:
    """Tables, rows and columns of which all that is linked moved, with the links of each."""
    every = _Linked.of(range(len(tables.links)), tables)
    here = _Linked.of(left, tables)
    done: set[int] = set()
    for pair, links in here.tables.items():
        if len(links) == len(every.tables[pair]):
            yield TablePart.TABLE, links
            done.update(links)
    rows = {
        lines: links
        for lines, links in here.lines[Axis.ROW].items()
        if all(len(links) == len(own) for own in every.beside(lines, Axis.ROW))
        and done.isdisjoint(links)
    }
    yield from ((TablePart.ROW, links) for links in _side_by_side(rows))
    done.update(link for links in rows.values() for link in links)
    for lines, all_links in here.lines[Axis.COLUMN].items():
        links = [link for link in all_links if link not in done]
        beside = every.beside(lines, Axis.COLUMN)
        if links and all(len(links) == sum(link not in done for link in own) for own in beside):
            yield TablePart.COLUMN, links


@dataclass(frozen=True, slots=True)
class _Linked:
    """Links with cells on both sides: by pair of tables, by pair of rows or columns, by one."""

    tables: Mapping[tuple[int, int], list[int]]
    lines: Mapping[Axis, Mapping[_Lines, list[int]]]
    of_one: Mapping[Side, Mapping[Axis, Mapping[Line, list[int]]]]

    @classmethod
    def of(cls, links: Iterable[int], tables: LinkedTables) -> "_Linked":
        pairs: dict[tuple[int, int], list[int]] = defaultdict(list)
        lines: dict[Axis, dict[_Lines, list[int]]] = {axis: defaultdict(list) for axis in Axis}
        of_one: dict[Side, dict[Axis, dict[Line, list[int]]]] = {
            side: {axis: defaultdict(list) for axis in Axis} for side in Side
        }
        for link in links:
            both = tables.cells(tables.links[link])
            if both is not None:
                pairs[_pair(both)].append(link)
                for axis in Axis:
                    old, new = line_of(both[0], axis), line_of(both[1], axis)
                    lines[axis][old, new].append(link)
                    of_one[Side.OLD][axis][old].append(link)
                    of_one[Side.NEW][axis][new].append(link)
        return cls(pairs, lines, of_one)

    def beside(self, lines: _Lines, axis: Axis) -> Iterator[list[int]]:
        """The links of all cells of a row or a column, of the old one and of the new one."""
        for side, line in zip(Side, lines, strict=True):
            yield self.of_one[side][axis][line]


def _side_by_side(rows: Mapping[_Lines, list[int]]) -> Iterator[list[int]]:
    """The links of rows that moved, those of neighbours on both sides together."""
    waiting: list[int] = []
    before: _Lines | None = None
    for lines in sorted(rows):
        if before is not None and not _follows(before, lines):
            yield waiting
            waiting = []
        waiting = [*waiting, *rows[lines]]
        before = lines
    if waiting:
        yield waiting


def _follows(before: _Lines, behind: _Lines) -> bool:
    return all(
        one[0] == other[0] and one[1] + 1 == other[1]
        for one, other in zip(before, behind, strict=True)
    )


def _move(part: TablePart | None, links: Sequence[int], tables: LinkedTables) -> Change:
    links = sorted(links)
    old = sorted(p for link in links for p in tables.links[link].old)
    new = sorted(p for link in links for p in tables.links[link].new)
    texts = tables.old.paragraphs[old[0]].text, tables.new.paragraphs[new[0]].text
    return Change(
        ChangeKind.MOVE,
        moved_value(*texts) if part is None and len(old) == len(new) == 1 else (),
        Span(old[0], 0, len(texts[0])),
        Span(new[0], 0, len(texts[1])),
        links[0],
        last_old=old[-1] if len(old) > 1 else None,
        last_new=new[-1] if len(new) > 1 else None,
        alike=tuple(links[1:]),
        table_part=part,
    )
