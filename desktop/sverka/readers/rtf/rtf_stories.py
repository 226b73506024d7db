"""The stories of an RTF while they are read: paragraphs and tables in order, and what is around."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.model import Block, BlockKind, ListItem, Part, Source
from sverka.patterns import late_pattern
from sverka.readers.office.field_objects import field_object
from sverka.readers.office.gathered import Content
from sverka.readers.office.paragraph_blocks import TITLES, kind_and_level
from sverka.readers.office.text_looks import NOTHING, Look
from sverka.readers.rtf.rtf_state import ParagraphState
from sverka.readers.rtf.rtf_tables import CellRow, Item, Table

MOST_NESTED = 20
"""Tables inside each other that are kept apart."""


@dataclass(slots=True)
class OpenField:
    """A field whose end was not met yet: its code, and where its result begins."""

    code: list[str] = field(default_factory=list)
    content: Content | None = None
    start: int = 0
    piece: int = 0

    def tell(self) -> None:
        """Put the object of the field into the paragraph in which its result begins."""
        if self.content is None:
            return
        code = "".join(self.code)
        if code.split()[:1] == ["SHAPE"] or code.lstrip().startswith("FORM"):
            return
        result = "".join(piece[0] for piece in self.content.pieces[self.piece :])
        length = self.content.length - self.start
        found = field_object(code, self.start, length, result)
        self.content.objects.append(found)
        self.content = None


@dataclass(slots=True)
class RtfStory:
    """The body, a header, a note or a box being read; `items` and the open tables grow.

    `cells` are the cells being filled, one for each open table. `label` is what is printed before
    the paragraph being read. `note` and `mark` are the name and the printed number of a note.
    """

    part: Part
    note: str | None = None
    mark: str | None = None
    items: list[Item] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    cells: list[list[Item]] = field(default_factory=list)
    rows: dict[bool, CellRow] = field(default_factory=dict)
    merging: set[str] = field(default_factory=set)
    content: Content = field(default_factory=Content)
    label: str = ""
    fields: list[OpenField] = field(default_factory=list)
    ended: int = 0

    def row(self, nested: bool) -> CellRow:
        """The definition of the row being read, of a table inside a cell or of one outside."""
        return self.rows.setdefault(nested, CellRow())

    def end_cell_definition(self, edge: int, nested: bool) -> None:
        """Take in the right edge of a cell, which ends what is said of it."""
        row = self.row(nested)
        index = len(row.edges)
        if "below" in self.merging:
            row.below.add(index)
        if "beside" in self.merging:
            row.beside.add(index)
        row.edges.append(edge)
        self.merging = set()

    def end_paragraph(self, block: Block, depth: int) -> None:
        """Put a paragraph where it stands, in so many tables."""
        self._at(min(depth, MOST_NESTED)).append(block)
        self.ended += 1

    def end_cell(self, depth: int) -> None:
        """End the cell being filled of the table in so many tables."""
        depth = min(depth, MOST_NESTED)
        self._at(depth)
        self.tables[-1].cells.append(self.cells[-1])
        self.cells[-1] = []

    def end_row(self, depth: int, nested: bool) -> None:
        """End the row being read of the table in so many tables."""
        depth = min(depth, MOST_NESTED)
        if len(self.tables) < depth:
            return
        self._at(depth)
        if self.cells[-1]:
            self.end_cell(depth)
        if self.tables[-1].cells:
            self.tables[-1].end_row(self.row(nested))

    def close(self) -> Sequence[Item]:
        """End all tables: the whole story."""
        self._at(0)
        return self.items

    def _at(self, depth: int) -> list[Item]:
        """What grows in so many tables, once those deeper are ended."""
        while len(self.tables) > depth:
            table = self.tables.pop()
            loose = self.cells.pop()
            if loose:
                table.cells.append(loose)
            if table.cells:
                table.end_row(self.row(len(self.tables) > 0))
        while len(self.tables) < depth:
            table = Table()
            (self.cells[-1] if self.cells else self.items).append(table)
            self.tables.append(table)
            self.cells.append([])
        return self.cells[-1] if self.cells else self.items


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A style of paragraphs: its name for people, its heading level from 1, the look of its text.

    `based` is the number of the style it is based on, `font` that of its font, `has_outline` says
    that its place in an outline is said.
    """

    name: str = ""
    level: int | None = None
    look: Look = NOTHING
    font: int | None = None
    based: int | None = None
    has_outline: bool = False


_HEADING = late_pattern(r"(?:heading|заголовок|überschrift|titre|título) ?([1-9])", re.IGNORECASE)
_NO_HEADINGS = frozenset({"toc heading", "contents heading"})
"""What stands above a table of contents looks like a heading, and is none in it."""
_CAPTIONS = frozenset({"caption", "название объекта", "beschriftung", "légende"})
_MOST_LEVELS = 9


def named_style(name: str, outline: int | None) -> NamedStyle:
    """A style by its name and its place in an outline from 0, which Word always writes.

    Others leave it out for the headings that all know by name.
    """
    if outline is not None:
        return NamedStyle(name, outline + 1 if 0 <= outline < _MOST_LEVELS else None)
    if name.lower() in _NO_HEADINGS:
        return NamedStyle(name, has_outline=True)
    if name.lower() in TITLES:
        return NamedStyle(name, 1)
    found = _HEADING.fullmatch(name)
    return NamedStyle(name, int(found[1]) if found else None)


def block_of(
    story: RtfStory,
    paragraph: ParagraphState,
    style: NamedStyle,
    counted: tuple[str, ListItem | None],
) -> Block:
    """The block of the paragraph that ends; `counted` is its number and its place in a list."""
    for one in story.fields:
        if one.content is story.content:
            one.tell()
    content, story.content = story.content, Content()
    label, item = counted
    label, story.label = story.label or label, ""
    runs, objects = content.written()
    level = style.level
    if paragraph.outline is not None:
        level = paragraph.outline + 1 if 0 <= paragraph.outline < _MOST_LEVELS else None
    kind, own = kind_and_level(
        BlockKind.PARAGRAPH if story.note is None else BlockKind.NOTE,
        in_cell=False,
        heading=level,
        caption=style.name.lower() in _CAPTIONS,
        item=item if label else None,
    )
    return Block(
        kind,
        runs,
        own,
        label or None,
        Source(story.part),
        objects=objects,
        item=item,
        style_name=style.name or None,
        note=story.note,
    )
