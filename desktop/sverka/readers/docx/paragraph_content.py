"""Reads what stands inside one paragraph: its runs, its objects, the notes and boxes it carries."""

from dataclasses import dataclass

from lxml import etree

from sverka.model import Object, ObjectKind, Revision, Tracked
from sverka.readers.docx.comment_ranges import RANGES, CommentRanges
from sverka.readers.docx.controls import control_objects, controls_around
from sverka.readers.docx.drawings import alternative, pictures, text_boxes
from sverka.readers.docx.fields import Fields
from sverka.readers.docx.package import StoryPart
from sverka.readers.docx.revisions import HIDDEN, REVISED, revision
from sverka.readers.docx.run_text import text_of
from sverka.readers.docx.styles import RunLooks, in_force
from sverka.readers.docx.wordprocessing import (
    ALTERNATE,
    R_ID,
    m,
    w,
)
from sverka.readers.office.field_objects import field_object, without_generated
from sverka.readers.office.gathered import PAGE_BREAK, Content, Reference
from sverka.readers.office.office_maths import linear
from sverka.readers.office.symbols import symbol, unprivate
from sverka.readers.office.text_looks import Appearance, looks_of, of_a_sign

_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
REFERENCES = {
    w("footnoteReference"): ("footnotes", "footnote"),
    w("endnoteReference"): ("endnotes", "endnote"),
    w("commentReference"): ("comments", "comment"),
}
"""The marks of notes: the kind of part that holds them, and the word in their digest."""

_CODES = frozenset({w("instrText"), w("delInstrText")})
_SKIPPED = frozenset(
    {w("rPr"), w("pPr"), w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("rt")}
    | {w("fldData"), w("rubyPr"), w("tblPr"), *_CODES}
)
_FORMULAS = frozenset({m("oMath"), m("oMathPara")})
_COVERING = frozenset({w("hyperlink"), w("fldSimple"), w("sdt")})
"""Elements that are an object over the characters in them."""

_RUN, _TEXTS, _BREAK, _FIELD_MARK = w("r"), (w("t"), w("delText")), w("br"), w("fldChar")


@dataclass(slots=True)
class ContentReader:
    """Reads the paragraphs of one story; `fields` and `comments` remember from one to the next.

    `home` is the part the story stands in, `revised` the tracked changes around what is being read.
    """

    tracked: Tracked
    fields: Fields
    comments: CommentRanges
    home: StoryPart
    revised: tuple[Revision, ...] = ()

    def read(self, paragraph: etree._Element, looks: RunLooks) -> Content:
        """What the paragraph holds, its text in the looks that `looks` tells of."""
        content = Content()
        self._inside(paragraph, content, looks)
        self.fields.leave(content)
        self.comments.leave(content)
        for control in controls_around(paragraph):
            content.objects += control_objects(control, 0, content.length)
        return content

    def _inside(self, parent: etree._Element, content: Content, looks: RunLooks) -> None:
        """Read on inside a paragraph, or inside a link, a content control and the like."""
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if tag == _RUN:
                self._run(child, content, looks)
            elif tag in _SKIPPED or tag in HIDDEN[self.tracked]:
                continue
            elif tag in REVISED:
                around = self.revised
                self.revised = (*around, revision(child))
                self._inside(child, content, looks)
                self.revised = around
            elif tag in _COVERING:
                self._covering(child, content, looks)
            elif tag in _FORMULAS:
                self._formula(child, content, looks)
            elif tag in RANGES:
                self.comments.meet(child, content)
            elif tag == ALTERNATE:
                if (chosen := alternative(child)) is not None:
                    self._inside(chosen, content, looks)
            else:
                self._inside(child, content, looks)

    def _covering(self, element: etree._Element, content: Content, looks: RunLooks) -> None:
        """Read a link, a simple field or a content control: an object over what stands in it."""
        start, piece = content.length, len(content.pieces)
        self._inside(element, content, looks)
        if self.fields.in_code:
            return
        length = content.length - start
        if element.tag == w("hyperlink"):
            target = self.home.target(element.get(R_ID, ""))
            place = element.get(w("anchor"))
            link = without_generated(target + ("" if place is None else f"#{place}"))
            content.objects.append(Object(start, ObjectKind.LINK, link, length=length))
        elif element.tag == w("fldSimple"):
            result = "".join(text for text, _style, _revised in content.pieces[piece:])
            code = element.get(w("instr"), "")
            content.objects.append(field_object(code, start, length, result))
        else:
            content.objects += control_objects(element, start, length)

    def _formula(self, element: etree._Element, content: Content, looks: RunLooks) -> None:
        text = linear(element, HIDDEN[self.tracked])
        start = content.length
        self._write(text, content, looks.of(None))
        if content.length > start:
            content.objects.append(Object(start, ObjectKind.FORMULA, text, text, len(text)))

    def _run(self, run: etree._Element, content: Content, looks: RunLooks) -> None:
        folded = self.home.package.folded.of(run)
        if folded is not None:
            for properties, texts in folded:
                own = looks.of(properties)
                self._write(unprivate("".join(texts), own.symbols), content, own)
            return
        all_properties = run.find(w("rPr"))
        properties = in_force(all_properties, self.tracked)
        own = looks.of(properties)
        change = None if all_properties is None else all_properties.find(w("rPrChange"))
        if change is None:
            self._run_content(run, content, looks, own)
            return
        around = self.revised
        self.revised = (*around, revision(change))
        self._run_content(run, content, looks, own)
        self.revised = around

    def _run_content(
        self, parent: etree._Element, content: Content, looks: RunLooks, own: Appearance
    ) -> None:
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if (text := _characters(child, own)) is not None:
                self._write(text, content, own)
            elif tag in _CODES:
                self.fields.say(child.text or "")
            elif tag in _SKIPPED:
                continue
            elif tag == _FIELD_MARK:
                self.fields.meet(child, content, lambda text: self._write(text, content, own))
            elif tag in REFERENCES:
                self._refer(child, content)
            elif tag == w("sym"):
                self._symbol(child, content, own)
            elif tag == w("ruby"):
                self._ruby(child, content, looks)
            elif tag == ALTERNATE:
                if (chosen := alternative(child)) is not None:
                    self._run_content(chosen, content, looks, own)
            elif not self.fields.in_code:
                self._drawing(child, content)

    def _ruby(self, element: etree._Element, content: Content, looks: RunLooks) -> None:
        """Read characters and what stands above them, which is no text of its own."""
        start = content.length
        self._inside(element, content, looks)
        above = element.find(w("rt"))
        said = "" if above is None else "".join(text_of(one) for one in above.iter(w("t")))
        if said.strip() and content.length > start:
            length = content.length - start
            content.objects.append(Object(start, ObjectKind.READING, said, said, length))

    def _drawing(self, element: etree._Element, content: Content) -> None:
        content.boxes += text_boxes(element)
        for one in pictures(element):
            digest = self.home.digest(one.key)
            content.objects.append(
                Object(
                    content.length,
                    ObjectKind.PICTURE,
                    digest,
                    one.words,
                    size=one.size,
                    crop=one.crop,
                )
            )
            if target := without_generated(self.home.target(one.link)):
                content.objects.append(Object(content.length, ObjectKind.LINK, target))

    def _write(self, text: str, content: Content, own: Appearance) -> None:
        if text and not self.fields.in_code:
            for piece, style in looks_of(text, own):
                content.write(piece, style, self.revised)
            content.hidden |= own.hidden

    def _refer(self, mark: etree._Element, content: Content) -> None:
        if not self.fields.in_code:
            own_mark = mark.get(w("customMarkFollows"), "0") not in {"0", "false", "off"}
            kind, word = REFERENCES[str(mark.tag)]
            key = mark.get(w("id"), "")
            content.references.append(Reference(kind, key, own_mark))
            if kind == "comments":
                self.comments.refer(key, content)
                return
            digest = f"{word}:{key}"
            content.objects.append(Object(content.length, ObjectKind.NOTE_REFERENCE, digest))

    def _symbol(self, element: etree._Element, content: Content, own: Appearance) -> None:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            code = 0
        char = symbol(element.get(w("font")), code)
        content.unknown_symbols += char == "\ufffd"
        self._write(char, content, of_a_sign(own))


def _characters(element: etree._Element, own: Appearance) -> str | None:
    """The text of an element of a run, None where it is no text."""
    tag = element.tag
    if tag in _TEXTS:
        return unprivate(text_of(element), own.symbols)
    if tag == _BREAK:
        return PAGE_BREAK if element.get(w("type")) in {"page", "column"} else "\n"
    return _CHARACTERS.get(str(tag))
