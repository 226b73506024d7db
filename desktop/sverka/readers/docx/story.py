"""Reads one story of a DOCX - the body, a header, a note, a text box - into blocks, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import Anchor, Block, BlockKind, Cell, ListItem, Part, Source, Tracked
from sverka.readers.docx.comment_ranges import find_comments
from sverka.readers.docx.drawings import alternative
from sverka.readers.docx.fields import find_fields
from sverka.readers.docx.package import StoryPart
from sverka.readers.docx.paragraph_content import ContentReader
from sverka.readers.docx.revisions import HIDDEN, joins_next
from sverka.readers.docx.styles import ParagraphStyle, Styles, in_force
from sverka.readers.docx.table_cells import WRAPPERS, cells_of
from sverka.readers.docx.wordprocessing import ALTERNATE, number, value, w
from sverka.readers.office.counted_lists import Numbering
from sverka.readers.office.gathered import Content, Reference
from sverka.readers.office.paragraph_blocks import kind_and_level
from sverka.readers.office.text_looks import NOTHING, Look

_SEEN = frozenset({w("p"), w("tbl"), w("altChunk"), w("subDoc")})


@dataclass(slots=True)
class Remarks:
    """What a document holds that the reader must mention; counts."""

    hidden: int = 0
    unknown_symbols: int = 0
    charts: int = 0
    embedded: int = 0


@dataclass(slots=True)
class SharedState:
    """What all stories of one document share; lists and tables are counted on, the rest is filled.

    `tables` is the number of tables met so far.
    """

    styles: Styles
    tracked: Tracked
    numbering: Numbering
    remarks: Remarks = field(default_factory=Remarks)
    references: list[Reference] = field(default_factory=list)
    tables: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """The blocks of a story, and the text boxes that hang on it, not yet read."""

    blocks: tuple[Block, ...]
    boxes: tuple[etree._Element, ...]


def read_story(
    root: etree._Element,
    home: StoryPart,
    part: Part,
    shared: SharedState,
    *,
    plain: BlockKind = BlockKind.PARAGRAPH,
    step: Callable[[], None] | None = None,
) -> Story:
    """Read all paragraphs and tables below `root`, which stands in the package's part `home`.

    `plain` is the kind of paragraphs that are nothing special. `step` is called for each paragraph
    and may raise.
    """
    fields = find_fields(root, shared.tracked)
    comments = find_comments(root, shared.tracked)
    contents = ContentReader(shared.tracked, fields, comments, home)
    walk = _Walk(shared, home, part, plain, step or _nothing, contents)
    walk.container(root)
    return Story(tuple(walk.blocks), tuple(walk.boxes))


def _nothing() -> None:
    return None


@dataclass(slots=True)
class _Walk:
    """The way through one story; `blocks` and `boxes` grow."""

    shared: SharedState
    home: StoryPart
    part: Part
    plain: BlockKind
    step: Callable[[], None]
    contents: ContentReader
    blocks: list[Block] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def container(
        self, root: etree._Element, cell: Cell | None = None, look: Look = NOTHING
    ) -> None:
        """Read the paragraphs and tables directly in `root`: a body, a cell, a note.

        `look` is how its text looks where the styles of the paragraphs say nothing.
        A paragraph whose mark is not there runs on into the next, whose properties hold for both.
        """
        children = list(_children(root, self.shared.tracked))
        carried: Content | None = None
        ordinals: list[int] = []
        for index, child in enumerate(children):
            if child.tag == w("tbl"):
                self._table(child, cell)
                continue
            if child.tag != w("p"):
                self.shared.remarks.embedded += 1
                continue
            self.step()
            ordinals.append(self.home.ordinals[child])
            properties = in_force(child.find(w("pPr")), self.shared.tracked)
            style_id = value(properties, "pStyle")
            content = self.contents.read(child, self.shared.styles.looks(style_id, look))
            if carried is not None:
                carried.add(content)
                content = carried
            following = children[index + 1] if index + 1 < len(children) else None
            joins = joins_next(child.find(w("pPr")), self.shared.tracked)
            if joins and following is not None and following.tag == w("p"):
                carried = content
                continue
            anchor = Anchor(self.home.name, tuple(ordinals))
            carried, ordinals = None, []
            style = self.shared.styles.paragraph(style_id)
            self._paragraph(content, properties, style, cell, anchor)

    def _table(self, table: etree._Element, within: Cell | None) -> None:
        """Read the cells of a table row by row, each where it begins and only once."""
        self.shared.tables += 1
        shared = self.shared
        for found in cells_of(table, shared.tables, within, shared.tracked, shared.styles):
            self.container(found.element, found.cell, found.look)

    def _paragraph(
        self,
        content: Content,
        properties: etree._Element | None,
        style: ParagraphStyle,
        cell: Cell | None,
        anchor: Anchor,
    ) -> None:
        """Make a block of a paragraph, and count its list number."""
        self._note(content)
        label, item = self._item(properties, style)
        runs, objects = content.written()
        level = number(properties, "outlineLvl")
        heading = style.level if level is None else (level + 1 if 0 <= level <= 8 else None)
        kind, level = kind_and_level(
            self.plain,
            in_cell=cell is not None,
            heading=heading,
            caption=style.caption,
            item=item if label else None,
        )
        source = Source(self.part)
        self.blocks.append(
            Block(
                kind,
                runs,
                level,
                label or None,
                source,
                objects=objects,
                cell=cell,
                item=item,
                style_name=style.name,
                anchor=anchor,
            )
        )

    def _note(self, content: Content) -> None:
        self.boxes += content.boxes
        self.shared.references += content.references
        remarks = self.shared.remarks
        remarks.hidden += content.hidden
        remarks.unknown_symbols += content.unknown_symbols

    def _item(
        self, properties: etree._Element | None, style: ParagraphStyle
    ) -> tuple[str, ListItem | None]:
        """The printed number or bullet of a paragraph, and its place in a list."""
        own = None if properties is None else properties.find(w("numPr"))
        if own is not None and any(own.find(t) is not None for t in HIDDEN[self.shared.tracked]):
            own = None
        list_id, level = number(own, "numId"), number(own, "ilvl")
        list_id = style.list_id if list_id is None else list_id
        level = style.list_level if level is None else level
        if not list_id:
            return "", None
        numbering = self.shared.numbering
        found = numbering.level_of(list_id, level, value(properties, "pStyle"))
        return numbering.count(list_id, found)


def _children(root: etree._Element, tracked: Tracked) -> Iterator[etree._Element]:
    """The paragraphs and tables directly in `root`, through whatever wraps them."""
    for child in root.iterchildren(etree.Element):
        if child.tag in _SEEN:
            yield child
        elif child.tag in HIDDEN[tracked]:
            continue
        elif child.tag == ALTERNATE:
            if (chosen := alternative(child)) is not None:
                yield from _children(chosen, tracked)
        elif child.tag in WRAPPERS:
            yield from _children(child, tracked)
