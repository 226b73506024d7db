"""Tells of rows that are, or are no longer, printed again on top of each page of their table."""

from collections.abc import Iterator

from sverka.differences.tables.placed_cells import Axis, Line, LinkedTables, line_of
from sverka.model import Alteration, Attribute, Change, Side


def header_rows(tables: LinkedTables) -> Iterator[Change]:
    """A change for each row that became a header or ceased to be one, at its first cell."""
    seen: set[tuple[Line, Line]] = set()
    became = tables.counterpart(Side.OLD, Axis.ROW)
    for number, link in enumerate(tables.links):
        both = tables.cells(link)
        if both is None:
            continue
        old, new = both
        rows = line_of(old, Axis.ROW), line_of(new, Axis.ROW)
        if rows in seen or became.get(rows[0]) != rows[1] or old.repeated == new.repeated:
            continue
        seen.add(rows)
        altered = Alteration(Attribute.HEADER_ROW, old.repeated, new.repeated)
        yield tables.told_of(number, altered)
