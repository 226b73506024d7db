"""Tells what became of whole rows, columns and tables, of merged cells and of header rows."""

from collections.abc import Sequence

from sverka.differences.tables.dissolved_tables import dissolved_tables
from sverka.differences.tables.header_rows import header_rows
from sverka.differences.tables.merged_cells import merged_cells
from sverka.differences.tables.moved_parts import with_moved_parts
from sverka.differences.tables.placed_cells import LinkedTables
from sverka.differences.tables.rows_as_lines import without_cell_borders
from sverka.differences.tables.table_heads import table_heads
from sverka.differences.tables.whole_parts import with_whole_parts
from sverka.model import Alignment, Aspect, Change, ChangeKind, Inspection

__all__ = ["table_heads", "with_tables"]


def with_tables(
    changes: Sequence[Change], old: Inspection, new: Inspection, alignment: Alignment
) -> tuple[Change, ...]:
    """The changes, those of all cells of a row, a column or a table as one.

    Only where both formats say for certain what a table is; where one of them writes lines, that a
    row is one line there is no change.
    """
    told = old.document.traits.tells_with(new.document.traits)
    if not any(p.cell for p in (*old.paragraphs, *new.paragraphs)):
        return tuple(changes)
    if Aspect.TABLES not in told:
        return without_cell_borders(changes, old, new)
    tables = LinkedTables(old, new, alignment)
    # Only formats that keep page headers know of pages, and print rows again on each.
    paged = Aspect.HEADERS in told
    found = [
        *with_moved_parts(with_whole_parts(changes, tables), tables),
        *merged_cells(tables),
        *dissolved_tables(tables, with_frames=paged),
        *(header_rows(tables) if paged else ()),
    ]
    places = {id(change): number for number, change in enumerate(changes)}
    first = len(places)
    return tuple(sorted(found, key=lambda one: (one.link, _rank(one), places.get(id(one), first))))


def _rank(change: Change) -> int:
    """In a link its move comes first, then what became of its row, then all else."""
    if change.kind is ChangeKind.MOVE:
        return 0
    return 1 if change.table_part is not None else 2
