"""Writes paragraphs of a reading text as clean ones of Word: what each is, and how it looks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml import etree

from sverka.model import PLAIN, BlockKind, Paragraph, Part, Side, Style
from sverka.readers.docx.wordprocessing import XML_SPACE, w
from sverka.redline.reading.clean_comments import CleanComment
from sverka.redline.reading.clean_lists import ListMark

HEADINGS = 6
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML holds."""

_PIECES = re.compile(r"[\t\n]|[^\t\n]+")
_SIGNS = {"\t": "tab", "\n": "br"}


class Dress(NamedTuple):
    """What a paragraph stands as: its style, and the number of its list (0 for none)."""

    style: str = ""
    list: int = 0

    def properties(self) -> etree._Element:
        """The properties that say so, without any where it is nothing special."""
        found = etree.Element(w("pPr"))
        if self.style:
            etree.SubElement(found, w("pStyle")).set(w("val"), self.style)
        if self.list:
            numbering = etree.SubElement(found, w("numPr"))
            etree.SubElement(numbering, w("ilvl")).set(w("val"), "0")
            etree.SubElement(numbering, w("numId")).set(w("val"), str(self.list))
        return found


@dataclass(frozen=True, slots=True)
class CleanText:
    """One version's reading text, ready to be written: what each paragraph is and stands with.

    `looks` says whether looks of characters are kept. `comments` are those of each paragraph.
    """

    side: Side
    paragraphs: Sequence[Paragraph]
    dresses: Mapping[int, Dress]
    looks: bool
    comments: Mapping[int, Sequence[CleanComment]] = field(default_factory=dict)

    def paragraph(self, index: int) -> etree._Element:
        """A paragraph as it stands in this version."""
        element = etree.Element(w("p"))
        properties = self.dresses[index].properties()
        if len(properties):
            element.append(properties)
        for stretch in self.stretches(index, 0, len(self.paragraphs[index].text)):
            element.extend(stretch.elements())
        return element

    def stretches(self, index: int, start: int, end: int) -> Iterator["CleanStretch"]:
        """The characters [start, end) of a paragraph, cut where the look or a comment changes.

        A comment at the end of the paragraph comes with its last characters.
        """
        paragraph = self.paragraphs[index]
        text = paragraph.text
        comments = [
            replace(one, offset=min(one.offset, len(text))) for one in self.comments.get(index, ())
        ]
        is_last = end == len(text)
        spans = paragraph.styles if self.looks else ()
        cuts = {start, end, *(one.offset for one in comments)}
        cuts |= {place for span in spans for place in (span.start, span.end)}
        places = sorted(place for place in cuts if start <= place <= end)
        for at, place in enumerate(places):
            here = [one for one in comments if one.offset == place and (place < end or is_last)]
            if here:
                yield CleanStretch("", PLAIN, tuple(here))
            if at + 1 < len(places):
                look = next((s.style for s in spans if s.start <= place < s.end), PLAIN)
                yield CleanStretch(clean(text[place : places[at + 1]]), _shown(look))


class CleanStretch(NamedTuple):
    """Characters that look alike; or, without any, the comments that stand at a place."""

    text: str
    look: Style = PLAIN
    comments: tuple[CleanComment, ...] = ()

    def elements(self, tag: str = "t") -> Iterator[etree._Element]:
        """The runs it is written as."""
        for one in self.comments:
            yield from comment_elements(one)
        if self.text:
            yield run(self.text, self.look, tag)


def run(text: str, look: Style, tag: str = "t") -> etree._Element:
    """A run with a text; `tag` is "delText" of one that is deleted."""
    element = etree.Element(w("r"))
    properties = look_properties(look)
    if len(properties):
        element.append(properties)
    for piece in _PIECES.findall(text):
        if piece in _SIGNS:
            etree.SubElement(element, w(_SIGNS[piece]))
            continue
        said = etree.SubElement(element, w(tag))
        said.text = piece
        said.set(XML_SPACE, "preserve")
    return element


def look_properties(look: Style) -> etree._Element:
    """The properties of a run that looks so."""
    found = etree.Element(w("rPr"))
    for name, element in (("bold", "b"), ("italic", "i"), ("caps", "caps"), ("strike", "strike")):
        if getattr(look, name):
            etree.SubElement(found, w(element))
    if look.underline:
        etree.SubElement(found, w("u")).set(w("val"), "single")
    if look.raised or look.lowered:
        place = "superscript" if look.raised else "subscript"
        etree.SubElement(found, w("vertAlign")).set(w("val"), place)
    return found


def comment_elements(comment: CleanComment) -> Iterator[etree._Element]:
    """The range of a comment, which is a place, and the reference to it."""
    for name in ("commentRangeStart", "commentRangeEnd"):
        element = etree.Element(w(name))
        element.set(w("id"), str(comment.number))
        yield element
    reference = etree.Element(w("r"))
    etree.SubElement(reference, w("commentReference")).set(w("id"), str(comment.number))
    yield reference


def _shown(look: Style) -> Style:
    """The looks that a clean text keeps; sizes and typefaces are those of its styles."""
    return Style(
        bold=look.bold,
        italic=look.italic,
        underline=look.underline,
        strike=look.strike,
        raised=look.raised,
        lowered=look.lowered and not look.raised,
        caps=look.caps,
    )


def clean(text: str) -> str:
    """A text without the characters that XML cannot hold, each shown as one that it can."""
    return _NO_XML.sub("\ufffd", text.replace("\r", "\n"))


def dressed(paragraph: Paragraph, mark: ListMark | None, lists: Sequence[ListMark]) -> Dress:
    """What a paragraph is written as, by what it is in its version."""
    number = 0 if mark is None else lists.index(mark) + 1
    match paragraph.kind:
        case BlockKind.HEADING:
            return Dress(f"Heading{min(HEADINGS, max(1, paragraph.level or 1))}", number)
        case BlockKind.CAPTION:
            return Dress("Caption", number)
    if paragraph.kind is BlockKind.NOTE or paragraph.part in (Part.FOOTNOTE, Part.ENDNOTE):
        return Dress("NoteText", number)
    return Dress("", number)
