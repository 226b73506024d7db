"""Reads what stands inside one paragraph: its runs, and the notes and text boxes it carries."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from lxml import etree

from sverka.model import Run, Style, Tracked
from sverka.readers.docx.maths import linear
from sverka.readers.docx.revisions import HIDDEN, is_hidden
from sverka.readers.docx.styles import (
    NOTHING,
    Look,
    ParagraphStyle,
    Styles,
    as_style,
    in_force,
    look,
)
from sverka.readers.docx.symbols import symbol, unprivate
from sverka.readers.docx.wordprocessing import (
    A_URI,
    ALTERNATE,
    CHOICE,
    FALLBACK,
    XML_SPACE,
    m,
    value,
    w,
)

_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_REFERENCES = {
    w("footnoteReference"): "footnotes",
    w("endnoteReference"): "endnotes",
    w("commentReference"): "comments",
}
_SKIPPED = frozenset(
    {w("rPr"), w("pPr"), w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("rt")}
    | {w("instrText"), w("delInstrText"), w("fldData"), w("rubyPr"), w("tblPr")}
)
_FORMULAS = frozenset({m("oMath"), m("oMathPara")})
_TEXT_BOX = w("txbxContent")
_CHARTS = ("/chart", "/diagram", "/chartex")
_LINE_ENDS = re.compile(r"[\r\n]+")
PAGE_BREAK = "\f"
"""Stands in the text of a paragraph until it is known whether words stand on both sides of it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark in the text: `kind` is "footnotes", "endnotes" or "comments"."""

    kind: str
    id: str
    own_mark: bool = False


@dataclass(slots=True)
class Content:
    """What a paragraph holds. Filled while it is read, then only looked at."""

    pieces: list[tuple[str, Style]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    hidden: bool = False
    unknown_symbols: int = 0
    charts: int = 0

    def add(self, other: "Content") -> None:
        """Append what another paragraph holds."""
        self.pieces += other.pieces
        self.boxes += other.boxes
        self.references += other.references
        self.hidden |= other.hidden
        self.unknown_symbols += other.unknown_symbols
        self.charts += other.charts

    def runs(self) -> tuple[Run, ...]:
        """The text, neighbours of one style together; a page break between words is a line end."""
        text = "".join(piece for piece, _style in self.pieces)
        first = len(text) - len(text.lstrip(PAGE_BREAK + " "))
        last = len(text.rstrip(PAGE_BREAK + " "))
        position = 0
        shown: list[tuple[str, Style]] = []
        for piece, style in self.pieces:
            inside = first < position < last
            shown.append((piece.replace(PAGE_BREAK, "\n" if inside else ""), style))
            position += len(piece)
        joined = (
            Run("".join(piece for piece, _style in alike), style)
            for style, alike in groupby(shown, key=itemgetter(1))
        )
        return tuple(run for run in joined if run.text)


@dataclass(slots=True)
class Fields:
    """The fields of a story: their codes are not text, their results are.

    A field may begin in one paragraph and end in another, so this is kept from one to the next.
    Only `whole` ones count, so that a field that never ends does not swallow the text after it.
    """

    whole: frozenset[etree._Element] = frozenset()
    open: list[bool] = field(default_factory=list)

    def meet(self, mark: etree._Element) -> None:
        """Go past the beginning, the separator or the end of a field."""
        if mark not in self.whole:
            return
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self.open.append(True)
        elif self.open and kind == "separate":
            self.open[-1] = False
        elif self.open and kind == "end":
            self.open.pop()

    @property
    def in_code(self) -> bool:
        """Whether what stands here belongs to the code of some field."""
        return any(self.open)


def find_fields(story: etree._Element, tracked: Tracked) -> Fields:
    """The fields of a story that are seen and have both a beginning and an end."""
    whole: list[etree._Element] = []
    pending: list[list[etree._Element]] = []
    for mark in story.iter(w("fldChar")):
        if is_hidden(mark, tracked):
            continue
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            pending.append([mark])
        elif pending and kind == "separate":
            pending[-1].append(mark)
        elif pending and kind == "end":
            whole += [*pending.pop(), mark]
    return Fields(frozenset(whole))


@dataclass(slots=True)
class ContentReader:
    """Reads the paragraphs of one story; `fields` remembers from one to the next."""

    styles: Styles
    tracked: Tracked
    fields: Fields

    def read(self, paragraph: etree._Element, style: ParagraphStyle) -> Content:
        """What the paragraph holds, its text in the looks that follow from `style`."""
        content = Content()
        self._inside(paragraph, content, style)
        return content

    def _inside(self, parent: etree._Element, content: Content, style: ParagraphStyle) -> None:
        """Read on inside a paragraph, or inside a link, a content control and the like."""
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if tag == w("r"):
                self._run(child, content, style)
            elif tag in _SKIPPED or tag in HIDDEN[self.tracked]:
                continue
            elif tag in _FORMULAS:
                text = linear(child, self.tracked)
                self._write(text, content, self.styles.run(style, None, NOTHING))
            elif tag == ALTERNATE:
                if (chosen := alternative(child)) is not None:
                    self._inside(chosen, content, style)
            else:
                self._inside(child, content, style)

    def _run(self, run: etree._Element, content: Content, style: ParagraphStyle) -> None:
        properties = in_force(run.find(w("rPr")), self.tracked)
        own = self.styles.run(style, value(properties, "rStyle"), look(properties))
        self._run_content(run, content, style, own)

    def _run_content(
        self, parent: etree._Element, content: Content, style: ParagraphStyle, own: Look
    ) -> None:
        for child in parent.iterchildren(etree.Element):
            tag = child.tag
            if tag in _SKIPPED:
                continue
            if (text := _characters(child, own)) is not None:
                self._write(text, content, own)
            elif tag == w("fldChar"):
                self.fields.meet(child)
            elif tag in _REFERENCES:
                self._refer(child, content)
            elif tag == w("sym"):
                self._symbol(child, content, own)
            elif tag == w("ruby"):
                self._inside(child, content, style)
            elif tag == ALTERNATE:
                if (chosen := alternative(child)) is not None:
                    self._run_content(chosen, content, style, own)
            elif not self.fields.in_code:
                content.charts += sum(1 for uri in _graphics(child) if uri.endswith(_CHARTS))
                content.boxes += text_boxes(child)

    def _write(self, text: str, content: Content, own: Look) -> None:
        if text and not self.fields.in_code:
            content.pieces.append((text, as_style(own)))
            content.hidden |= bool(own.hidden)

    def _refer(self, mark: etree._Element, content: Content) -> None:
        if not self.fields.in_code:
            own_mark = mark.get(w("customMarkFollows"), "0") not in {"0", "false", "off"}
            kind = _REFERENCES[str(mark.tag)]
            content.references.append(Reference(kind, mark.get(w("id"), ""), own_mark))

    def _symbol(self, element: etree._Element, content: Content, own: Look) -> None:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            code = 0
        char = symbol(element.get(w("font")), code)
        content.unknown_symbols += char == "\ufffd"
        self._write(char, content, own)


def _characters(element: etree._Element, own: Look) -> str | None:
    """The text of an element of a run, None where it is no text."""
    if element.tag in (w("t"), w("delText")):
        return unprivate(_text(element), own.font)
    if element.tag == w("br"):
        return PAGE_BREAK if element.get(w("type")) in {"page", "column"} else "\n"
    return _CHARACTERS.get(str(element.tag))


def alternative(element: etree._Element) -> etree._Element | None:
    """The one version to read of content that a file has in several (mc:AlternateContent).

    The first choice that has any text; the fallback is the same content for older programs.
    """
    versions = [*element.findall(CHOICE), *element.findall(FALLBACK)]
    for version in versions:
        if next(version.iter(w("t"), w("delText"), w("sym"), m("t")), None) is not None:
            return version
    return versions[0] if versions else None


def text_boxes(element: etree._Element) -> list[etree._Element]:
    """The contents of the text boxes of a drawing, each once; boxes within them are not given."""
    if element.tag == _TEXT_BOX:
        return [element]
    if element.tag == ALTERNATE:
        chosen = alternative(element)
        return [] if chosen is None else text_boxes(chosen)
    return [box for child in element.iterchildren(etree.Element) for box in text_boxes(child)]


def _graphics(element: etree._Element) -> Iterator[str]:
    for data in element.iter(f"{{{A_URI}}}graphicData"):
        yield data.get("uri", "")


def _text(element: etree._Element) -> str:
    """The text of a w:t. Line ends are how the XML was printed, unless space is preserved.

    Spaces at its edges are kept even where Word would trim them: better two words than one.
    """
    text = element.text or ""
    if "\n" not in text and "\r" not in text:
        return text
    first, *between = _LINE_ENDS.split(text)
    lines = [first.rstrip(" \t"), *(line.strip(" \t") for line in between[:-1])]
    lines.append(between[-1].lstrip(" \t"))
    if element.get(XML_SPACE) != "preserve":
        lines = [line for line in lines if line]
    return " ".join(lines)
