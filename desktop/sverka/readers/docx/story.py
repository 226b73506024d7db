"""Reads one story of a DOCX - the body, a header, a note, a text box - into blocks, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from sverka.model import Block, BlockKind, Part, Source, Tracked
from sverka.readers.docx.numbering import Numbering
from sverka.readers.docx.paragraph_content import (
    Content,
    ContentReader,
    Reference,
    alternative,
    find_fields,
)
from sverka.readers.docx.revisions import HIDDEN, cell_is_hidden, joins_next, row_is_hidden
from sverka.readers.docx.styles import ParagraphStyle, Styles, in_force
from sverka.readers.docx.wordprocessing import ALTERNATE, number, value, w

_WRAPPERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo")
) | {w("moveFrom")}
_SEEN = frozenset({w("p"), w("tbl"), w("altChunk"), w("subDoc")})


@dataclass(slots=True)
class Remarks:
    """What a document holds that the reader must mention; counts."""

    hidden: int = 0
    unknown_symbols: int = 0
    charts: int = 0
    embedded: int = 0


@dataclass(slots=True)
class Setting:
    """What all stories of one document share; the numbering is counted on, the rest is filled."""

    styles: Styles
    tracked: Tracked
    numbering: Numbering
    remarks: Remarks = field(default_factory=Remarks)
    references: list[Reference] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Story:
    """The blocks of a story, and the text boxes that hang on it, not yet read."""

    blocks: tuple[Block, ...]
    boxes: tuple[etree._Element, ...]


def read_story(
    root: etree._Element,
    part: Part,
    setting: Setting,
    *,
    plain: BlockKind = BlockKind.PARAGRAPH,
    step: Callable[[], None] | None = None,
) -> Story:
    """Read all paragraphs and tables below `root`.

    `plain` is the kind of paragraphs that are nothing special. `step` is called for each paragraph
    and may raise.
    """
    walk = _Walk(setting, part, plain, step or _nothing, _contents(root, setting))
    walk.container(root)
    return Story(tuple(walk.blocks), tuple(walk.boxes))


def _contents(root: etree._Element, setting: Setting) -> ContentReader:
    return ContentReader(setting.styles, setting.tracked, find_fields(root, setting.tracked))


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Cell:
    """The place of a table cell: row and first grid column, from 1."""

    row: int
    column: int


@dataclass(slots=True)
class _Walk:
    """The way through one story; `blocks` and `boxes` grow."""

    setting: Setting
    part: Part
    plain: BlockKind
    step: Callable[[], None]
    contents: ContentReader
    blocks: list[Block] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def container(self, root: etree._Element, cell: _Cell | None = None) -> None:
        """Read the paragraphs and tables directly in `root`: a body, a cell, a note.

        A paragraph whose mark is not there runs on into the next, whose properties hold for both.
        """
        children = list(_children(root, self.setting.tracked))
        carried: Content | None = None
        for index, child in enumerate(children):
            if child.tag == w("tbl"):
                self._table(child)
                continue
            if child.tag != w("p"):
                self.setting.remarks.embedded += 1
                continue
            self.step()
            properties = in_force(child.find(w("pPr")), self.setting.tracked)
            style = self.setting.styles.paragraph(value(properties, "pStyle"))
            content = self.contents.read(child, style)
            if carried is not None:
                carried.add(content)
                content = carried
            following = children[index + 1] if index + 1 < len(children) else None
            joins = joins_next(child.find(w("pPr")), self.setting.tracked)
            if joins and following is not None and following.tag == w("p"):
                carried = content
                continue
            carried = None
            self._paragraph(content, properties, style, cell)

    def _table(self, table: etree._Element) -> None:
        """Read the cells of a table row by row, each where it begins and only once."""
        tracked = self.setting.tracked
        rows = [row for row in _below(table, w("tr")) if not row_is_hidden(row, tracked)]
        for row_number, row in enumerate(rows, start=1):
            column = 1 + (number(row.find(w("trPr")), "gridBefore") or 0)
            for cell in _below(row, w("tc")):
                if cell_is_hidden(cell, tracked):
                    continue
                properties = cell.find(w("tcPr"))
                self.container(cell, _Cell(row_number, column))
                column += max(1, number(properties, "gridSpan") or 1)

    def _paragraph(
        self,
        content: Content,
        properties: etree._Element | None,
        style: ParagraphStyle,
        cell: _Cell | None,
    ) -> None:
        """Make a block of a paragraph, unless it has no text; count its list number either way."""
        self._note(content)
        label, list_level = self._label(properties, style)
        runs = content.runs()
        if not any(run.text.strip() for run in runs):
            return
        level = number(properties, "outlineLvl")
        heading = style.level if level is None else (level + 1 if 0 <= level <= 8 else None)
        block = Block(self.plain, runs, label=label or None, source=Source(self.part))
        if cell is not None:
            block = replace(
                block, kind=BlockKind.TABLE_CELL, label=f"{cell.row}:{cell.column}", level=heading
            )
        elif self.plain is BlockKind.NOTE:
            pass
        elif heading is not None:
            block = replace(block, kind=BlockKind.HEADING, level=heading)
        elif style.caption:
            block = replace(block, kind=BlockKind.CAPTION)
        elif label:
            block = replace(block, kind=BlockKind.LIST_ITEM, level=list_level)
        self.blocks.append(block)

    def _note(self, content: Content) -> None:
        self.boxes += content.boxes
        self.setting.references += content.references
        remarks = self.setting.remarks
        remarks.hidden += content.hidden
        remarks.unknown_symbols += content.unknown_symbols
        remarks.charts += content.charts

    def _label(
        self, properties: etree._Element | None, style: ParagraphStyle
    ) -> tuple[str, int | None]:
        """The printed number or bullet of a paragraph, and its list level from 1."""
        own = None if properties is None else properties.find(w("numPr"))
        if own is not None and any(own.find(t) is not None for t in HIDDEN[self.setting.tracked]):
            own = None
        list_id, level = number(own, "numId"), number(own, "ilvl")
        list_id = style.list_id if list_id is None else list_id
        level = style.list_level if level is None else level
        if not list_id:
            return "", None
        numbering = self.setting.numbering
        found = numbering.level_of(list_id, level, value(properties, "pStyle"))
        return numbering.label(list_id, found), found + 1


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
        elif child.tag in _WRAPPERS:
            yield from _children(child, tracked)


def _below(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through content controls."""
    for child in parent.iterchildren(etree.Element):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _below(child, tag)
