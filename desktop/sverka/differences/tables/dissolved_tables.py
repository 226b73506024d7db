"""Tells of tables whose text stands outside of any table now, and of text that was put into one."""

from collections.abc import Iterator

from sverka.differences.edit_thresholds import MOST_OF_A_TABLE
from sverka.differences.tables.placed_cells import LinkedTables
from sverka.model import Alteration, Attribute, BlockKind, Cell, Change, Side, TablePart


def dissolved_tables(tables: LinkedTables, *, with_frames: bool) -> Iterator[Change]:
    """A change for each table that became text, or came to be of it, at the first of its text.

    A table of one cell is a frame, which counts `with_frames` only.
    """
    for side in Side:
        inside: set[int] = set()
        for table, members in sorted(tables.grids[side].members.items()):
            cells = {tables.paragraphs(side)[number].cell for number in members}
            if inside.issuperset(members) or (not with_frames and _places(cells, table) < 2):
                continue
            links = sorted({tables.link_of[side][number] for number in members})
            loose = [link for link in links if _is_loose(link, side, tables)]
            linked = [link for link in links if tables.links[link].of(side.other)]
            if loose and loose == linked and len(loose) > MOST_OF_A_TABLE * len(links):
                inside.update(members)
                yield _dissolved(side, loose, tables)


def _places(cells: set[Cell | None], table: int) -> int:
    return len({(cell.row, cell.column) for cell in cells if cell is not None})


def _is_loose(number: int, side: Side, tables: LinkedTables) -> bool:
    """Whether what a link has on the other side stands, all of it, in no table."""
    others = tables.links[number].of(side.other)
    return bool(others) and all(tables.paragraphs(side.other)[k].cell is None for k in others)


def _dissolved(side: Side, links: list[int], tables: LinkedTables) -> Change:
    kinds = TablePart.TABLE.value, BlockKind.PARAGRAPH.value
    old, new = kinds if side is Side.OLD else kinds[::-1]
    return tables.told_of(links[0], Alteration(Attribute.KIND, old, new), links[1:])
