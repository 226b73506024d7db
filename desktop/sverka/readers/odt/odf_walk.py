"""Reads one story of an OpenDocument - the body, a header, a note - into blocks, in order."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import (
    Block,
    BlockKind,
    Cell,
    ListItem,
    Object,
    ObjectKind,
    Part,
    Source,
)
from sverka.patterns import late_pattern
from sverka.readers.intake import too_deep
from sverka.readers.limits import MAX_MARKUP_DEPTH
from sverka.readers.odt.odf_drawings import Drawings
from sverka.readers.odt.odf_fields import box_state, field_code, is_field
from sverka.readers.odt.odf_lists import ListCounter, OpenList
from sverka.readers.odt.odf_names import number, o
from sverka.readers.odt.odf_revisions import MARKS, Revisions
from sverka.readers.odt.odf_styles import OdfStyles
from sverka.readers.odt.odf_tables import cells_of
from sverka.readers.office.gathered import Content
from sverka.readers.office.paragraph_blocks import kind_and_level
from sverka.readers.office.symbols import unprivate
from sverka.readers.office.text_looks import NOTHING, Look, appearance, looks_of

_P, _H = o("text:p"), o("text:h")
_LIST, _TABLE = o("text:list"), o("table:table")
_ITEMS = frozenset({o("text:list-item"), o("text:list-header")})
_SILENT = frozenset(
    o(name)
    for name in (
        *("text:tracked-changes", "text:sequence-decls", "text:variable-decls", "office:forms"),
        *("text:user-field-decls", "text:dde-connection-decls", "table:table-columns"),
        *("text:alphabetical-index-auto-mark-file", "office:event-listeners", "table:shapes"),
        *("text:table-of-content-source", "text:alphabetical-index-source", "text:number"),
        *("text:bibliography-source", "text:illustration-index-source", "text:script"),
        *("text:table-index-source", "text:object-index-source", "text:user-index-source"),
        *("text:ruby-text", "office:change-info", "text:tab-stop", "text:hidden-paragraph"),
        *("text:soft-page-break", "table:table-column", "text:note-citation", "office:scripts"),
    )
)
"""What holds no text of the document, or text that is read elsewhere."""

_INDEXES = {
    o("text:table-of-content"): "TOC",
    o("text:alphabetical-index"): "INDEX",
    o("text:bibliography"): "BIBLIOGRAPHY",
    **{o(f"text:{name}-index"): "TOC" for name in ("illustration", "table", "object", "user")},
}
"""What a program fills in by itself, by the codes of Word for it."""

_S = o("text:s")
_SIGNS = {o("text:tab"): "\t", o("text:line-break"): "\n"}
_SPACES = late_pattern("[ \t\r\n]+")
_MOST_SPACES = 10_000
_ANNOTATION, _NOTE = o("office:annotation"), o("text:note")
_GENERATED = late_pattern(r"(?:__RefHeading__)?_Toc\d+(?:_\d+)?|__RefHeading__\d+_\d+")
"""Bookmarks that a table of contents gets anew whenever it is made again."""


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note or comment that the text refers to, still to be read: its name, and what it prints."""

    element: etree._Element
    part: Part
    key: str
    label: str


@dataclass(slots=True)
class OdfState:
    """What all stories of one document share; `masters` are the page styles in use, in order."""

    shown: str
    lists: ListCounter
    revisions: Revisions
    drawings: Drawings
    step: Callable[[], None]
    tables: int = 0
    hidden: int = 0
    notes: list[FoundNote] = field(default_factory=list)
    masters: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What is known of a paragraph apart from its words."""

    element: etree._Element
    cell: Cell | None = None
    label: str = ""
    item: ListItem | None = None


@dataclass(slots=True)
class Walk:
    """The way through one story; `blocks` and `boxes` grow.

    `joined` is a paragraph whose mark is not there, so that it runs on into the next one. `index`
    is the code of the index that is being read, which a program fills in.
    """

    shared: OdfState
    styles: OdfStyles
    part: Part
    plain: BlockKind = BlockKind.PARAGRAPH
    blocks: list[Block] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    content: Content = field(default_factory=Content)
    joined: _Paragraph | None = None
    comments: dict[str, tuple[Content, int, int]] = field(default_factory=dict)
    spaced: bool = True
    depth: int = 0
    around: Look = NOTHING
    index: str = ""

    def container(self, parent: etree._Element, cell: Cell | None = None) -> None:
        """Read the paragraphs, lists and tables in an element: a body, a cell, a section."""
        self._enter()
        for child in parent.iterchildren(etree.Element):
            self._child(child, cell)
        if self.joined is not None:
            self._close(self.joined)
        self.depth -= 1

    def _child(self, child: etree._Element, cell: Cell | None) -> None:
        tag = child.tag
        if tag in (_P, _H):
            self._paragraph(child, cell, None)
        elif tag == _LIST:
            self._list(child, cell, self.shared.lists.begin(child))
        elif tag == _TABLE:
            self._table(child, cell)
        elif tag in MARKS:
            removed = self.shared.revisions.meet(child, self._last_block())
            if removed is not None:
                self.container(removed, cell)
        elif tag in _SILENT:
            return
        elif self.shared.drawings.is_one(child):
            self.boxes += self.shared.drawings.boxes(child)
        else:
            self._section(child, cell)

    def _section(self, element: etree._Element, cell: Cell | None) -> None:
        """Read what holds paragraphs: a section, which may be hidden, or an index."""
        around, index = self.around, self.index
        if element.get(o("text:display")) == "none":
            self.around = Look(hidden=True)
        self.index = _INDEXES.get(str(element.tag), index)
        self.container(element, cell)
        self.around, self.index = around, index

    def _enter(self) -> None:
        self.depth += 1
        if self.depth > MAX_MARKUP_DEPTH:
            raise too_deep(self.shared.shown)

    def _last_block(self) -> int | None:
        return len(self.blocks) - 1 if self.blocks else None

    def _table(self, table: etree._Element, within: Cell | None) -> None:
        if self.shared.revisions.hides:
            return
        self._page_style("table", table.get(o("table:style-name")))
        self.shared.tables += 1
        for element, cell in cells_of(table, self.shared.tables, within):
            self.container(element, cell)

    def _list(self, element: etree._Element, cell: Cell | None, one: OpenList) -> None:
        """Read a list, and the lists inside it, as parts of the one that `one` counts."""
        self._enter()
        one.level += 1
        style, one.style = one.style, element.get(o("text:style-name")) or one.style
        for entry in element.iterchildren(etree.Element):
            if entry.tag not in _ITEMS:
                self._child(entry, cell)
                continue
            numbered = entry.tag == o("text:list-item")
            for child in entry.iterchildren(etree.Element):
                if child.tag == _LIST:
                    self._list(child, cell, one)
                elif child.tag in (_P, _H):
                    self._paragraph(child, cell, one if numbered else None, entry)
                    numbered = False
                else:
                    self._child(child, cell)
        one.level -= 1
        one.style = style
        self.depth -= 1

    def _paragraph(
        self,
        element: etree._Element,
        cell: Cell | None,
        one: OpenList | None,
        entry: etree._Element | None = None,
    ) -> None:
        """Read a paragraph; `one` is the list whose item it begins, `entry` the item."""
        self.shared.step()
        if self.joined is None:
            label, item = self._number(element, one, entry)
            paragraph = _Paragraph(element, cell, label, item)
            self._page_style("paragraph", element.get(o("text:style-name")))
        else:
            paragraph = self.joined
        self.joined, self.spaced = paragraph, True
        name = element.get(o("text:style-name"))
        self._inside(element, self.styles.paragraph_look(name, self.around))
        if not self.shared.revisions.hides and self.joined is not None:
            self._close(self.joined)

    def _number(
        self, element: etree._Element, one: OpenList | None, entry: etree._Element | None
    ) -> tuple[str, ListItem | None]:
        """What is printed before a paragraph, and its place in a list."""
        if self.shared.revisions.hides:
            return "", None
        name = element.get(o("text:style-name"))
        printed = element.findtext(o("text:number"))
        if one is not None:
            start = None if entry is None else number(entry, "text:start-value")
            style = one.style or self.styles.list_style(name)
            label, item = self.shared.lists.item(one, self.styles, style, start)
        elif element.tag == _H and element.get(o("text:is-list-header")) != "true":
            if self.styles.list_style(name) == "" or not self._is_of_outline(name):
                return "", None
            start = number(element, "text:start-value")
            level = number(element, "text:outline-level", 1) or 1
            label, item = self.shared.lists.heading(self.styles, level, start)
        else:
            return "", None
        return (printed.strip() if printed and item else label), item

    def _is_of_outline(self, name: str | None) -> bool:
        """Whether headings of this style are counted as chapters."""
        return any(style.outline is not None for style in self.styles.chain("paragraph", name))

    def _close(self, paragraph: _Paragraph) -> None:
        """Make a block of what was read of a paragraph."""
        for key in list(self.comments):
            self._end_comment(key)
        content, self.content, self.joined = self.content, Content(), None
        self.boxes += content.boxes
        if self.index:
            content.objects.append(Object(0, ObjectKind.FIELD, self.index, length=content.length))
        runs, objects = content.written()
        name = paragraph.element.get(o("text:style-name"))
        heading = None
        if paragraph.element.tag == _H:
            heading = min(number(paragraph.element, "text:outline-level", 1) or 1, 9)
        elif self.styles.is_title(name):
            heading = 1
        kind, level = kind_and_level(
            self.plain,
            in_cell=paragraph.cell is not None,
            heading=heading,
            caption=self.styles.is_caption(name),
            item=paragraph.item if paragraph.label else None,
        )
        self.blocks.append(
            Block(
                kind,
                runs,
                level,
                paragraph.label or None,
                Source(self.part),
                objects=objects,
                cell=paragraph.cell,
                item=paragraph.item,
                style_name=self.styles.shown_name(name),
            )
        )

    def _page_style(self, family: str, name: str | None) -> None:
        """Note that a page style begins, or that the first page has the ordinary one."""
        if self.part is not Part.BODY:
            return
        master = self.styles.master(family, name)
        if master or not self.shared.masters:
            self.shared.masters.append(master or "")

    def _inside(self, parent: etree._Element, look: Look) -> None:
        """Read what stands in a paragraph, or in a link, a span and the like."""
        self._enter()
        self._write(parent.text, look)
        for child in parent.iterchildren():
            if isinstance(child.tag, str):
                self._inline(child, look)
            self._write(child.tail, look)
        self.depth -= 1

    def _inline(self, child: etree._Element, look: Look) -> None:
        tag = str(child.tag)
        if tag == o("text:span"):
            self._inside(child, self.styles.look("text", child.get(o("text:style-name")), look))
        elif tag == _S:
            count = min(number(child, "text:c", 1) or 1, _MOST_SPACES)
            self._put(" " * count, look)
        elif tag in _SIGNS:
            self._put(_SIGNS[tag], look)
        elif tag == o("text:a"):
            self._link(child, look)
        elif tag in MARKS:
            removed = self.shared.revisions.meet(child, len(self.blocks))
            if removed is not None:
                self._removed(removed)
        elif tag == _NOTE:
            self._note(child)
        elif tag == _ANNOTATION:
            self._comment(child)
        elif tag == o("office:annotation-end"):
            self._end_comment(child.get(o("office:name"), ""))
        elif tag in _SILENT:
            return
        elif self.shared.drawings.is_one(child):
            self._drawing(child, look)
        else:
            self._covering(child, look)

    def _covering(self, element: etree._Element, look: Look) -> None:
        """Read a field, a control or a ruby, an object over the characters in it, or a frame."""
        start, content, piece = self.content.length, self.content, len(self.content.pieces)
        self._inside(element, look)
        if content is not self.content or self.shared.revisions.hides:
            return
        length = content.length - start
        if (state := box_state(element)) is not None:
            content.objects.append(Object(start, ObjectKind.CHECK_BOX, state, length=length))
        elif is_field(element):
            words = "".join(text for text, _style, _revised in content.pieces[piece:])
            code = field_code(element)
            content.objects.append(Object(start, ObjectKind.FIELD, code, words, length))
        elif (said := _reading(element)) and length:
            content.objects.append(Object(start, ObjectKind.READING, said, said, length))

    def _link(self, element: etree._Element, look: Look) -> None:
        start, content = self.content.length, self.content
        own = element.get(o("text:style-name"))
        self._inside(element, self.styles.look("text", own, look))
        target = _GENERATED.sub("_Toc", element.get(o("xlink:href"), "").removesuffix("|outline"))
        if content is self.content and not self.shared.revisions.hides:
            length = content.length - start
            content.objects.append(Object(start, ObjectKind.LINK, target, length=length))

    def _removed(self, removed: etree._Element) -> None:
        """Put back what was taken out: its first paragraph goes on the one here, its last begins
        the one that goes on here."""
        first = True
        for child in removed.iterchildren(etree.Element):
            if child.tag not in (_P, _H):
                self._child(child, None if self.joined is None else self.joined.cell)
                continue
            here = self.joined
            if not first and here is not None:
                self._close(here)
                label, item = self._number(child, None, None)
                self.joined, self.spaced = _Paragraph(child, here.cell, label, item), True
            first = False
            name = child.get(o("text:style-name"))
            self._inside(child, self.styles.paragraph_look(name, self.around))

    def _note(self, element: etree._Element) -> None:
        if self.shared.revisions.hides:
            return
        kind = "endnote" if element.get(o("text:note-class")) == "endnote" else "footnote"
        key = f"{kind}:{element.get(o('text:id')) or len(self.shared.notes) + 1}"
        label = (element.findtext(o("text:note-citation")) or "").strip()
        body = element.find(o("text:note-body"))
        self.content.objects.append(Object(self.content.length, ObjectKind.NOTE_REFERENCE, key))
        if body is not None:
            self.shared.notes.append(FoundNote(body, Part(kind), key, label))

    def _comment(self, element: etree._Element) -> None:
        if self.shared.revisions.hides:
            return
        name = element.get(o("office:name"), "")
        number_ = sum(note.part is Part.COMMENT for note in self.shared.notes)
        label = (element.findtext(o("dc:creator")) or "").strip()
        self.shared.notes.append(FoundNote(element, Part.COMMENT, f"comment:{number_}", label))
        self.comments[name or f"#{number_}"] = (self.content, self.content.length, number_)
        if not name:
            self._end_comment(f"#{number_}")

    def _end_comment(self, name: str) -> None:
        """The words of a comment are told of the paragraph in which they begin."""
        if name in self.comments:
            content, start, key = self.comments.pop(name)
            length = content.length - start
            content.objects.append(
                Object(start, ObjectKind.NOTE_REFERENCE, f"comment:{key}", length=length)
            )

    def _drawing(self, element: etree._Element, look: Look) -> None:
        if self.shared.revisions.hides:
            return
        drawings = self.shared.drawings
        for formula in drawings.formulas(element):
            start = self.content.length
            self._put(formula, look)
            self.content.objects.append(
                Object(start, ObjectKind.FORMULA, formula, formula, self.content.length - start)
            )
        self.boxes += drawings.boxes(element)
        for one in drawings.pictures(element, self.styles):
            place, kind = self.content.length, ObjectKind.PICTURE
            picture = Object(place, kind, one.digest, one.words, size=one.size, crop=one.crop)
            self.content.objects.append(picture)
        if target := element.get(o("xlink:href")) if element.tag == o("draw:a") else None:
            self.content.objects.append(Object(self.content.length, ObjectKind.LINK, target))

    def _write(self, text: str | None, look: Look) -> None:
        """Write characters of the file: white space is one space, none where a line begins."""
        if not text:
            return
        text = _SPACES.sub(" ", text)
        if self.spaced and text.startswith(" "):
            text = text[1:]
        if text:
            self._put(text, look)
            self.spaced = text.endswith(" ")

    def _put(self, text: str, look: Look) -> None:
        """Write text as it is."""
        self.spaced = False
        revisions = self.shared.revisions
        if revisions.open:
            revisions.write(text)
        if revisions.hides:
            return
        own = appearance(look)
        for piece, style in looks_of(unprivate(text, own.symbols), own):
            self.content.write(piece, style, revisions.around)
        self.shared.hidden += own.hidden


def _reading(element: etree._Element) -> str:
    """What stands above the characters of a ruby; empty of what is none."""
    above = element.find(o("text:ruby-text"))
    return "" if above is None else "".join(map(str, above.itertext())).strip()
