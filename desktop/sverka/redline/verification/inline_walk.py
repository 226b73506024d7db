"""Walks what is inside a paragraph: its characters and how each stands, its objects and marks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import FlawCode, Part
from sverka.redline.verification.canonical_form import BARE, Form, form, formula_form, spoken
from sverka.redline.verification.field_stack import FieldStack
from sverka.redline.verification.known_lists import KnownLists
from sverka.redline.verification.known_styles import KnownStyles
from sverka.redline.verification.markup_names import (
    ALTERNATE,
    AUTHOR,
    BOX,
    CHOICE,
    FALLBACK,
    FORMULA,
    FORMULAS,
    HYPERLINK,
    ID,
    MARKS,
    NAME,
    PPR,
    R_,
    RPR,
    SDT,
    SDT_CONTENT,
    SIMPLE_FIELD,
    TRACKED,
    TRANSPARENT,
    VALUE,
    R,
    T,
    local,
    word,
)
from sverka.redline.verification.opened_package import OpenedPackage
from sverka.redline.verification.seen_values import (
    THING,
    Entry,
    MarkPlace,
    Seen,
    SeenStory,
    SeenThing,
)

_SIGNS = {
    word("tab"): "\t",
    word("ptab"): "\t",
    word("cr"): "\n",
    word("noBreakHyphen"): "\u2011",
    word("softHyphen"): "\u00ad",
    word("pgNum"): "#",
}
_BREAKS = {"page": "\f", "column": "\v"}
_DRAWN = frozenset({word("drawing"), word("pict"), word("object")})
_NOTES = {
    word("footnoteReference"): Part.FOOTNOTE,
    word("endnoteReference"): Part.ENDNOTE,
}
_SILENT = frozenset({RPR, PPR, word("lastRenderedPageBreak"), word("annotationRef"), FALLBACK})
_IGNORED_BOOKMARKS = frozenset({"_GoBack"})
_DIRECTIONS = frozenset({word("dir"), word("bdo")})
_TEXTS = frozenset({T, word("delText")})
_CODES = frozenset({word("instrText"), word("delInstrText")})
_PICTURED = frozenset({"blip", "imagedata"})


@dataclass(slots=True)
class Reading:
    """What a story is read with: its package and part, its styles and lists, its comments.

    `notes` and `boxes` are met while walking, and read as stories of their own then.
    """

    package: OpenedPackage
    part: str
    styles: KnownStyles
    lists: KnownLists
    comments: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[Part, str]] = field(default_factory=list)
    boxes: list[tuple["Reading", etree._Element]] = field(default_factory=list)
    forms: dict[object, Form] = field(default_factory=dict)

    def resolved(self, kind: str, key: str) -> str:
        """What an id of this part leads to."""
        return self.package.reach(self.part, key) if kind == "rel" else self.styles.name(kind, key)

    def told(self, properties: etree._Element, without: frozenset[str]) -> Form:
        """The form of properties, without those that are told apart; remembered when simple."""
        key: object = None
        if not any(len(child) for child in properties):
            key = (properties.tag, without, *[(c.tag, *c.items()) for c in properties])
            if key in self.forms:
                return self.forms[key]
        told = form(properties, self.resolved)
        if without:
            told = tuple(t for t in told if not (isinstance(t, tuple) and t and t[0] in without))
        told = tuple(t for t in told if not (isinstance(t, tuple) and t and t[0] in _MARK_SIGNS))
        if key is not None:
            self.forms[key] = told
        return told


_MARK_SIGNS = frozenset({word("moveFromRangeStart")})


@dataclass(slots=True)
class InlineWalk:
    """The walk through the paragraphs of one story."""

    reading: Reading
    story: SeenStory
    fields: FieldStack = field(default_factory=FieldStack)
    at: int = 0
    opened: dict[tuple[str, str], tuple[FlawCode, str, int]] = field(default_factory=dict)
    entry: Entry = field(default_factory=lambda: Entry(""))
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def into(self, entry: Entry, paragraph: etree._Element, seen: Seen) -> None:
        """Take in a paragraph."""
        self.entry, self.pieces, self.length = entry, [], 0
        self._content(paragraph, seen)
        entry.text = "".join(self.pieces)
        self.at += self.length
        self.length = 0

    def _content(self, parent: etree._Element, seen: Seen) -> None:
        for child in parent:
            tag = child.tag
            if tag == R_:
                self._run(child, seen)
            elif tag in _SILENT or not isinstance(tag, str):
                continue
            elif tag in MARKS:
                self.mark(child)
            elif tag in (FORMULA, FORMULAS):
                self._formula(child, seen)
            elif tag == SIMPLE_FIELD:
                self._simple_field(child, seen)
            else:
                self._around(child, tag, seen)

    def _around(self, element: etree._Element, tag: str, seen: Seen) -> None:
        """Take in what is inside an element that says something of all in it, or nothing."""
        if tag == HYPERLINK:
            self._content(element, seen._replace(link=self._link(element)))
        elif tag == SDT:
            self._control(element, seen)
        elif tag in TRACKED or tag in _DIRECTIONS:
            who = (tag, element.get(AUTHOR) or element.get(VALUE, ""))
            self._content(element, seen._replace(revisions=(*seen.revisions, who)))
        elif tag == ALTERNATE:
            self._content(_first_choice(element), seen)
        elif tag in TRANSPARENT:
            self._content(element, seen)

    def _run(self, run: etree._Element, seen: Seen) -> None:
        properties = run.find(RPR)
        look: Form = () if properties is None else self.reading.told(properties, frozenset())[BARE:]
        self._in_run(run, seen._replace(look=look))

    def _in_run(self, run: etree._Element, seen: Seen) -> None:
        for child in run:
            tag = child.tag
            if tag in _TEXTS:
                self._say(child.text or "", seen)
            elif tag in _SILENT or not isinstance(tag, str):
                continue
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], seen)
            elif tag == word("br"):
                self._say(_BREAKS.get(child.get(word("type"), ""), "\n"), seen)
            elif tag == word("fldChar"):
                self._field_sign(child, seen)
            elif tag in _CODES:
                self.fields.takes(child.text or "")
            elif tag == word("commentReference"):
                self._comment(child)
            else:
                self._object(child, tag, seen)

    def _object(self, element: etree._Element, tag: str, seen: Seen) -> None:
        if tag == word("sym"):
            self._symbol(element, seen)
        elif tag in _DRAWN:
            self._drawing(element, seen)
        elif tag == ALTERNATE:
            self._copies(element)
            self._in_run(_first_choice(element), seen)
        elif tag in _NOTES:
            self._note(element, seen)
        elif tag == word("ruby"):
            self._content(element, seen)
        else:
            told = form(element, self.reading.resolved)
            self._thing(FlawCode.OBJECT, told, local(tag), seen)

    def _say(self, text: str, seen: Seen) -> None:
        if not text or self.fields.takes(text) or self.fields.in_code:
            return
        if self.fields.opened:
            if self.fields.volatile:
                self.fields.opened[-1].shown.append(text)
                return
            seen = seen._replace(fields=self.fields.around)
        self.pieces.append(text)
        self.length += len(text)
        spans = self.entry.spans
        if spans and spans[-1][1] == seen:
            spans[-1] = (spans[-1][0] + len(text), seen)
        else:
            spans.append((len(text), seen))

    def _thing(self, code: FlawCode, told: Form, words: str, seen: Seen, sign: str = THING) -> None:
        if self.fields.in_code:
            self.fields.takes(f"<{words}>")
            return
        self.entry.things.append(SeenThing(self.length, code, told, words))
        self._say(sign, seen)

    def _symbol(self, element: etree._Element, seen: Seen) -> None:
        font, code = element.get(word("font"), ""), element.get(word("char"), "")
        told = (element.tag, font, code.upper())
        self._thing(FlawCode.LOOK, told, f"{font} {code}", seen, "\ufffd")

    def _link(self, element: etree._Element) -> Form:
        key = element.get(f"{{{R}}}id")
        target = self.reading.resolved("rel", key) if key else ""
        rest = (element.get(word(name), "") for name in ("anchor", "docLocation", "tooltip"))
        return (target, *rest)

    def _formula(self, element: etree._Element, seen: Seen) -> None:
        inside = element.iter(FORMULA) if element.tag == FORMULAS else (element,)
        for one in list(inside):
            told = (element.tag, *formula_form(one, self.reading.resolved))
            self._thing(FlawCode.FORMULA, told, spoken(one), seen)

    def _simple_field(self, element: etree._Element, seen: Seen) -> None:
        self.fields.begin(())
        self.fields.takes(element.get(word("instr"), ""))
        self._tell_field(self.fields.separate(), seen)
        self._content(element, seen)
        self.fields.end()

    def _field_sign(self, element: etree._Element, seen: Seen) -> None:
        match element.get(word("fldCharType")):
            case "begin":
                data = [form(child, self.reading.resolved) for child in element]
                self.fields.begin(tuple(data))
            case "separate":
                self._tell_field(self.fields.separate(), seen)
            case "end":
                self._tell_field(self.fields.end(), seen)

    def _tell_field(self, told: tuple[str, Form] | None, seen: Seen) -> None:
        if told is not None:
            code, data = told
            self.entry.things.append(SeenThing(self.length, FlawCode.FIELD, (code, data), code))

    def _control(self, control: etree._Element, seen: Seen) -> None:
        content = control.find(SDT_CONTENT)
        if content is not None:
            self._content(content, in_control(seen, control, self.reading))

    def _drawing(self, element: etree._Element, seen: Seen) -> None:
        if element.tag == word("pict") and all(local(str(c.tag)) == "shapetype" for c in element):
            return
        drawn = {local(str(e.tag)) for e in element.iter() if isinstance(e.tag, str)}
        code = FlawCode.PICTURE if drawn & _PICTURED else FlawCode.OBJECT
        self._thing(code, form(element, self.reading.resolved), _name_of(element), seen)
        self.reading.boxes.extend((self.reading, box) for box in boxes_in(element))

    def _copies(self, alternate: etree._Element) -> None:
        copy = alternate.find(FALLBACK)
        said = [
            _texts(boxes_in(one)) for one in (_first_choice(alternate), copy) if one is not None
        ]
        if len(said) > 1 and said[0] and said[1] and said[0] != said[1]:
            self.story.copies.append((said[0], said[1]))

    def _note(self, element: etree._Element, seen: Seen) -> None:
        part = _NOTES[str(element.tag)]
        own = element.get(word("customMarkFollows"), "")
        self._thing(FlawCode.NOTE_REFERENCE, (part, own), part, seen)
        self.reading.notes.append((part, element.get(ID, "")))

    def _comment(self, element: etree._Element) -> None:
        told = self.reading.comments.get(element.get(ID, ""))
        if told is not None:
            here = self.at + self.length
            self.story.marks.setdefault((FlawCode.COMMENT, told), MarkPlace(here, here))

    def mark(self, element: etree._Element) -> None:
        """Note where a bookmark or the range of a comment begins or ends."""
        key, name = element.get(ID, ""), local(str(element.tag))
        here = self.at + self.length
        if name == "bookmarkStart":
            named = element.get(NAME, "")
            if named not in _IGNORED_BOOKMARKS:
                self.opened["bookmark", key] = (FlawCode.BOOKMARK, named, here)
        elif name == "commentRangeStart":
            told = self.reading.comments.get(key, "")
            self.opened["comment", key] = (FlawCode.COMMENT, told, here)
        elif name in ("bookmarkEnd", "commentRangeEnd"):
            kind = "bookmark" if name == "bookmarkEnd" else "comment"
            opened = self.opened.pop((kind, key), None)
            if opened is not None:
                code, told, start = opened
                self.story.marks[code, told] = MarkPlace(start, here)

    def close_marks(self) -> None:
        """Note the ranges that were never ended; they end nowhere."""
        for code, told, start in self.opened.values():
            self.story.marks.setdefault((code, told), MarkPlace(start, -1))


def in_control(seen: Seen, control: etree._Element, reading: Reading) -> Seen:
    """How characters stand in a content control."""
    properties = control.find(word("sdtPr"))
    told: Form = () if properties is None else form(properties, reading.resolved)
    return seen._replace(controls=(*seen.controls, told))


def boxes_in(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes of a drawing, not those inside of them, nor their copies."""
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag != FALLBACK:
            yield from boxes_in(child)


def _texts(boxes: Iterator[etree._Element]) -> str:
    return "\n".join(
        "".join(e.text or "" for e in p.iter(T)) for box in boxes for p in box.iter(word("p"))
    )


def _first_choice(alternate: etree._Element) -> etree._Element:
    found = alternate.find(CHOICE)
    if found is None:
        found = alternate.find(FALLBACK)
    return alternate if found is None else found


def _name_of(drawing: etree._Element) -> str:
    for element in drawing.iter():
        if isinstance(element.tag, str) and local(element.tag) == "docPr":
            return str(element.get("descr") or element.get("name") or "")
    return ""
