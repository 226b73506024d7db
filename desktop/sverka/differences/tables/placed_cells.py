"""Where the paragraphs of both versions stand in tables, and which row became which."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from sverka.model import (
    Alignment,
    Alteration,
    Category,
    Cell,
    Change,
    ChangeKind,
    Inspection,
    Link,
    Paragraph,
    Side,
    Span,
)


class Axis(Enum):
    """A direction in a table: along its rows, or along its columns."""

    ROW = "row"
    COLUMN = "column"


Line = tuple[int, int]
"""A row or a column: the number of its table, and its own."""


def line_of(cell: Cell, axis: Axis) -> Line:
    """The row or the column in which a cell begins."""
    return cell.table, cell.row if axis is Axis.ROW else cell.column


@dataclass(frozen=True, slots=True)
class Grids:
    """The tables of one version. `members` are the paragraphs of each table, by its number.

    `lines` are the paragraphs of each row and of each column, those of tables inside its cells as
    well; `present` are the numbers of all rows and columns that a table has, `empty` of those in
    which nothing stands.
    """

    members: Mapping[int, list[int]]
    lines: Mapping[Axis, Mapping[Line, list[int]]]
    present: Mapping[Axis, Mapping[int, list[int]]]
    empty: Mapping[Axis, Mapping[int, list[int]]]

    @classmethod
    def of(cls, version: Inspection) -> "Grids":
        """The tables of a version."""
        members: dict[int, list[int]] = defaultdict(list)
        rows: dict[Line, list[int]] = defaultdict(list)
        columns: dict[Line, list[int]] = defaultdict(list)
        for number, paragraph in enumerate(version.paragraphs):
            for cell in paragraph.cell.outward() if paragraph.cell is not None else ():
                members[cell.table].append(number)
                rows[cell.table, cell.row].append(number)
                # What covers several columns belongs to none of them.
                if cell.columns == 1:
                    columns[cell.table, cell.column].append(number)
        lines = {Axis.ROW: rows, Axis.COLUMN: columns}
        present: dict[Axis, dict[int, set[int]]] = {axis: defaultdict(set) for axis in Axis}
        cells = {block.cell for block in version.document.blocks}
        for one in cells | {paragraph.cell for paragraph in version.paragraphs}:
            if one is not None:
                present[Axis.ROW][one.table].add(one.row)
                present[Axis.COLUMN][one.table].add(one.column)
        ordered = {
            axis: {table: sorted(numbers) for table, numbers in of.items()}
            for axis, of in present.items()
        }
        empty = {
            axis: {
                table: [at for at in numbers if (table, at) not in lines[axis]]
                for table, numbers in of.items()
            }
            for axis, of in ordered.items()
        }
        return cls(members, lines, ordered, empty)


@dataclass(slots=True)
class LinkedTables:
    """Both versions with their tables, and for each row, column and table what it became."""

    old: Inspection
    new: Inspection
    alignment: Alignment
    links: Sequence[Link] = field(init=False)
    grids: Mapping[Side, Grids] = field(init=False)
    link_of: Mapping[Side, Mapping[int, int]] = field(init=False)
    _became: Mapping[Side, Mapping[Axis, Mapping[Line, Line]]] = field(init=False)

    def __post_init__(self) -> None:
        self.links = list(self.alignment.links)
        self.grids = {side: Grids.of(self._version(side)) for side in Side}
        self.link_of = {
            side: {p: k for k, link in enumerate(self.links) for p in link.of(side)}
            for side in Side
        }
        forth = {axis: self._counterparts(axis) for axis in Axis}
        back = {axis: {new: old for old, new in of.items()} for axis, of in forth.items()}
        self._became = {Side.OLD: forth, Side.NEW: back}

    def _version(self, side: Side) -> Inspection:
        return self.old if side is Side.OLD else self.new

    def paragraphs(self, side: Side) -> Sequence[Paragraph]:
        """The reading text of one version."""
        return self._version(side).paragraphs

    def cells(self, link: Link) -> tuple[Cell, Cell] | None:
        """The cells of a link's first paragraphs, where both stand in a table."""
        if not link.old or not link.new:
            return None
        old, new = self.old.paragraphs[link.old[0]].cell, self.new.paragraphs[link.new[0]].cell
        return None if old is None or new is None else (old, new)

    def told_of(self, number: int, altered: Alteration, alike: Sequence[int] = ()) -> Change:
        """That a table was altered around a link's first paragraphs, and around those `alike`."""
        link = self.links[number]
        old, new = link.old[0], link.new[0]
        return Change(
            ChangeKind.FORMATTING,
            (Category.STRUCTURE,),
            Span(old, 0, len(self.old.paragraphs[old].text)),
            Span(new, 0, len(self.new.paragraphs[new].text)),
            number,
            alterations=(altered,),
            alike=tuple(alike),
        )

    def _counterparts(self, axis: Axis) -> dict[Line, Line]:
        """What most linked cells of a row or a column say it became."""
        pairs = [both for link in self.links if (both := self.cells(link)) is not None]
        votes = Counter((line_of(old, axis), line_of(new, axis)) for old, new in pairs)
        found: dict[Line, Line] = {}
        taken: set[Line] = set()
        for (old, new), _count in votes.most_common():
            if old not in found and new not in taken:
                found[old] = new
                taken.add(new)
        return found

    def counterpart(self, side: Side, axis: Axis) -> Mapping[Line, Line]:
        """For rows or columns of one side what they are on the other."""
        return self._became[side][axis]
