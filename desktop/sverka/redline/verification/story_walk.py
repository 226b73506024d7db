"""Walks a resolved story: its paragraphs, tables and cells in order, as they are compared."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import FlawCode, StoryName
from sverka.redline.verification.canonical_form import BARE, form
from sverka.redline.verification.inline_walk import InlineWalk, Reading, in_control
from sverka.redline.verification.joined_marks import HAS_TO_STAY
from sverka.redline.verification.markup_names import (
    ALTERNATE,
    CHOICE,
    FORMULA,
    FORMULAS,
    HYPERLINK,
    MARKS,
    PPR,
    R_,
    RPR,
    SDT,
    SDT_CONTENT,
    SECTION,
    TBL,
    TC,
    TR,
    VALUE,
    P,
    word,
)
from sverka.redline.verification.seen_values import (
    CELL,
    END,
    PARAGRAPH,
    ROW,
    TABLE,
    Entry,
    Seen,
    SeenSection,
    SeenStory,
)

_SHAPE = frozenset({word("gridSpan"), word("vMerge"), word("hMerge")})
_OWN_FACETS = frozenset({word("pStyle"), word("numPr"), RPR, SECTION})
_LOOSE = frozenset({R_, HYPERLINK, FORMULA, FORMULAS, word("fldSimple")})
_PLAIN = Seen()


@dataclass(slots=True)
class StoryWalk:
    """A story being walked; sections are met only in the body."""

    reading: Reading
    story: SeenStory
    sections: list[tuple[SeenSection, etree._Element]] = field(default_factory=list)
    inline: InlineWalk = field(init=False)
    paragraphs: int = 0

    def __post_init__(self) -> None:
        self.inline = InlineWalk(self.reading, self.story)

    def walk(self, container: etree._Element, seen: Seen = _PLAIN) -> None:
        """Take in all that stands in a body, a cell, a note, a text box."""
        for child in container:
            tag = child.tag
            if tag == P:
                self._paragraph(child, seen)
            elif tag == TBL:
                self._table(child, seen)
            elif tag == SECTION:
                self._section(child)
            elif tag in MARKS:
                self.inline.mark(child)
            elif tag == SDT:
                self.walk(_content(child), in_control(seen, child, self.reading))
            elif tag in _LOOSE:
                loose = etree.Element(P)
                loose.append(child)  # the tree is the walk's own: nothing is lost
                self._paragraph(loose, seen)
            elif tag == ALTERNATE:
                self.walk(_chosen(child), seen)
            elif tag == word("customXml"):
                self.walk(child, seen)

    def _paragraph(self, paragraph: etree._Element, seen: Seen) -> None:
        entry = Entry(PARAGRAPH, has_to_stay=paragraph.get(HAS_TO_STAY) is not None)
        properties = paragraph.find(PPR)
        self._facets(entry, properties)
        if seen.controls:
            entry.facets[FlawCode.CONTROL] = seen.controls
        self.inline.into(entry, paragraph, seen)
        self.story.entries.append(entry)
        section = None if properties is None else properties.find(SECTION)
        if section is not None:
            self._section(section)
        self.paragraphs += 1

    def _section(self, section: etree._Element) -> None:
        told = form(section, self.reading.resolved)
        kept = (t for t in told if not (isinstance(t, tuple) and t and t[0] in _REFERENCES))
        self.sections.append((SeenSection(max(0, self.paragraphs), tuple(kept)), section))

    def _facets(self, entry: Entry, properties: etree._Element | None) -> None:
        reading = self.reading
        style_id = ""
        if properties is not None:
            named = properties.find(word("pStyle"))
            style_id = "" if named is None else named.get(VALUE, "")
            entry.facets[FlawCode.PARAGRAPH_STYLE] = reading.styles.name("paragraph", style_id)
            told = reading.told(properties, _OWN_FACETS)
            if len(told) > BARE:
                entry.facets[FlawCode.PARAGRAPH_FORMAT] = told
            mark = properties.find(RPR)
            if mark is not None and len(told := reading.told(mark, frozenset())) > BARE:
                entry.facets[FlawCode.MARK_LOOK] = told
        else:
            entry.facets[FlawCode.PARAGRAPH_STYLE] = ""
        self._number(entry, properties, style_id)

    def _number(self, entry: Entry, properties: etree._Element | None, style_id: str) -> None:
        own = None if properties is None else properties.find(word("numPr"))
        inherited = self.reading.styles.numbering(style_id)
        found = self.reading.lists.next(_together(own, inherited))
        if found is not None:
            entry.facets[FlawCode.NUMBERING] = (found.level, found.told)
            entry.facets[FlawCode.LIST_NUMBER] = found.counts
            entry.shown = found.shown

    def _table(self, table: etree._Element, seen: Seen) -> None:
        entry = Entry(TABLE)
        self._say(entry, FlawCode.TABLE_FORMAT, table.find(word("tblPr")))
        self._say(entry, FlawCode.TABLE_SHAPE, table.find(word("tblGrid")))
        self.story.entries.append(entry)
        for row, around in self._found(table, TR, seen):
            entry = Entry(ROW)
            self._say(entry, FlawCode.ROW_FORMAT, row.find(word("trPr")))
            self._say(entry, FlawCode.OTHER_PROPERTY, row.find(word("tblPrEx")))
            self.story.entries.append(entry)
            for cell, inner in self._found(row, TC, around):
                self._cell(cell, inner)
        self.story.entries.append(Entry(END))

    def _cell(self, cell: etree._Element, seen: Seen) -> None:
        entry = Entry(CELL)
        properties = cell.find(word("tcPr"))
        if properties is not None:
            self._say(entry, FlawCode.CELL_FORMAT, properties, _SHAPE)
            shape = [form(c, self.reading.resolved) for c in properties if c.tag in _SHAPE]
            if shape:
                entry.facets[FlawCode.TABLE_SHAPE] = tuple(shape)
        self.story.entries.append(entry)
        self.walk(cell, seen)

    def _say(
        self,
        entry: Entry,
        code: FlawCode,
        properties: etree._Element | None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        if properties is not None:
            told = self.reading.told(properties, without)
            if len(told) > BARE:
                entry.facets[code] = told

    def _found(
        self, parent: etree._Element, tag: str, seen: Seen
    ) -> Iterator[tuple[etree._Element, Seen]]:
        """The rows of a table or the cells of a row, in content controls too."""
        for child in parent:
            if child.tag == tag:
                yield child, seen
            elif child.tag == SDT:
                inside = in_control(seen, child, self.reading)
                yield from self._found(_content(child), tag, inside)
            elif child.tag == word("customXml"):
                yield from self._found(child, tag, seen)
            elif child.tag in MARKS:
                self.inline.mark(child)


_REFERENCES = frozenset({word("headerReference"), word("footerReference")})


def walked(
    reading: Reading, name: StoryName, container: etree._Element, part: str = ""
) -> StoryWalk:
    """The story of a name, walked from its root."""
    walk = StoryWalk(reading, SeenStory(name, part or reading.part))
    walk.walk(container)
    walk.inline.close_marks()
    walk.story.results = walk.inline.fields.results
    return walk


def _content(control: etree._Element) -> etree._Element:
    found = control.find(SDT_CONTENT)
    return etree.Element(SDT_CONTENT) if found is None else found


def _chosen(alternate: etree._Element) -> etree._Element:
    found = alternate.find(CHOICE)
    return alternate if found is None else found


def _together(
    own: etree._Element | None, inherited: etree._Element | None
) -> etree._Element | None:
    """The numbering of a paragraph: its own, what that does not say from its style."""
    if own is None or inherited is None:
        return inherited if own is None else own
    both = etree.Element(own.tag)
    for name in ("ilvl", "numId"):
        said = own.find(word(name))
        said = inherited.find(word(name)) if said is None else said
        if said is not None:
            etree.SubElement(both, said.tag).set(VALUE, said.get(VALUE, ""))
    return both
