"""Reads what a redline paints: its words in order, each kept, inserted, deleted or moved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from lxml import etree

from sverka.patterns import late_pattern
from sverka.redline.verification.markup_names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    HYPERLINK,
    PPR,
    R_,
    RPR,
    SDT,
    SDT_CONTENT,
    SIMPLE_FIELD,
    P,
    T,
    word,
    words,
)
from sverka.redline.verification.seen_values import THING
from sverka.redline.verification.settling import Ours

_WORD = late_pattern(r"\w+(?:[-'’.,:/]\w+)*|\s+|[^\w\s]")
_TEXTS = frozenset({T, word("delText")})
_SIGNS = words("tab br cr noBreakHyphen softHyphen")
_CODES = words("instrText delInstrText")
_THINGS = words("drawing pict object footnoteReference endnoteReference sym")
_AROUND = frozenset(
    {HYPERLINK, SIMPLE_FIELD, SDT, SDT_CONTENT, word("smartTag"), word("customXml")}
)


class Painting(StrEnum):
    """How a word stands in a redline."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    NEITHER = "neither"
    """Inserted and deleted again."""


class PaintedWord(NamedTuple):
    """A word, a sign or spaces, or the end of a paragraph ("¶"), and the link it is in."""

    text: str
    paint: Painting
    link: str = ""


class PaintedParagraph(NamedTuple):
    """The words of a paragraph, its end among them; `in_table` where a row holds it."""

    words: tuple[PaintedWord, ...]
    in_table: bool


END_OF_PARAGRAPH = "¶"
_BY_TAG = {
    word("ins"): Painting.INSERTED,
    word("del"): Painting.DELETED,
    word("moveFrom"): Painting.MOVED,
    word("moveTo"): Painting.MOVED,
}


_UNTOUCHED = PaintedParagraph(
    (PaintedWord("kept", Painting.KEPT), PaintedWord(END_OF_PARAGRAPH, Painting.KEPT)),
    in_table=False,
)
"""A paragraph without revisions, whatever it says: its words need not be looked at."""


def painted(root: etree._Element, ours: Ours) -> Iterator[PaintedParagraph]:
    """The paragraphs of a part in order, those of text boxes where they are anchored."""
    for paragraph in root.iter(P):
        if any(True for _ in paragraph.iterancestors(FALLBACK)):
            continue
        if next(paragraph.iter(*_BY_TAG), None) is None:
            yield _UNTOUCHED
            continue
        words = list(_cut(_joined(_Pieces(ours).of(paragraph, Painting.KEPT, ""))))
        words.append(PaintedWord(END_OF_PARAGRAPH, _of_mark(paragraph, ours)))
        in_table = any(True for _ in paragraph.iterancestors(word("tr")))
        yield PaintedParagraph(tuple(words), in_table)


def _of_mark(paragraph: etree._Element, ours: Ours) -> Painting:
    properties = paragraph.find(f"{PPR}/{RPR}")
    paint = Painting.KEPT
    for child in () if properties is None else properties:
        if child.tag in _BY_TAG and ours.made(child):
            paint = _together(paint, _BY_TAG[str(child.tag)])
    return paint


def _together(outer: Painting, inner: Painting) -> Painting:
    if outer is Painting.KEPT:
        return inner
    if {outer, inner} == {Painting.INSERTED, Painting.DELETED}:
        return Painting.NEITHER
    return inner if outer is Painting.MOVED else outer


@dataclass(slots=True)
class _Pieces:
    """The pieces of a paragraph, while it is walked; `codes` are those of the fields one is in."""

    ours: Ours
    codes: list[str] = field(default_factory=list)

    def of(
        self, parent: etree._Element, painting: Painting, link: str
    ) -> Iterator[tuple[str, Painting, str]]:
        """What is inside an element: text, how it is painted, and the identity of what it is in."""
        for child in parent:
            tag = child.tag
            if tag == R_:
                yield from self._of_run(child, painting, link)
            elif tag in _BY_TAG:
                own = self.ours.made(child)
                inner = _together(painting, _BY_TAG[str(tag)]) if own else painting
                yield from self.of(child, inner, link)
            elif tag in _AROUND:
                yield from self.of(child, painting, _identity(child) or link)
            elif tag == ALTERNATE:
                chosen = child.find(CHOICE)
                yield from self.of(child if chosen is None else chosen, painting, link)

    def _of_run(
        self, run: etree._Element, painting: Painting, link: str
    ) -> Iterator[tuple[str, Painting, str]]:
        for child in run:
            if child.tag in _TEXTS:
                yield child.text or "", painting, self._inside(link)
            elif child.tag in _SIGNS:
                yield " ", painting, self._inside(link)
            elif child.tag == word("fldChar"):
                yield THING, painting, self._inside(link)
                self._field(child.get(word("fldCharType"), ""))
            elif child.tag in _CODES and self.codes:
                self.codes[-1] += child.text or ""
            elif child.tag in _THINGS:
                yield THING, painting, self._inside(link)

    def _field(self, sign: str) -> None:
        if sign == "begin":
            self.codes.append("")
        elif sign == "end" and self.codes:
            self.codes.pop()

    def _inside(self, link: str) -> str:
        """A field is told by its code, as a link by its target."""
        return "\0".join([link, *self.codes]) if self.codes else link


def _identity(element: etree._Element) -> str:
    """What a link, a field or a content control is told by: words inside of another are others."""
    if element.tag in (HYPERLINK, SIMPLE_FIELD):
        return repr(sorted(element.items()))
    properties = element.find(word("sdtPr")) if element.tag == SDT else None
    return "" if properties is None else etree.tostring(properties).decode()


def _joined(pieces: Iterator[tuple[str, Painting, str]]) -> Iterator[tuple[str, Painting, str]]:
    """Neighbouring pieces of one paint as one, since runs are cut within words."""
    last: tuple[str, Painting, str] | None = None
    for text, paint, link in pieces:
        if last is not None and last[1:] == (paint, link):
            last = (last[0] + text, paint, link)
            continue
        if last is not None:
            yield last
        last = (text, paint, link)
    if last is not None:
        yield last


def _cut(pieces: Iterator[tuple[str, Painting, str]]) -> Iterator[PaintedWord]:
    for text, paint, link in pieces:
        for found in _WORD.findall(text):
            yield PaintedWord(found, paint, link)


__all__ = ["END_OF_PARAGRAPH", "PaintedParagraph", "PaintedWord", "Painting", "painted"]
