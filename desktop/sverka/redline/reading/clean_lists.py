"""Numbers the items of a reading text as lists of Word, so that each prints the label it had."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from sverka.model import BlockKind, Paragraph
from sverka.readers.docx.wordprocessing import W_URI, w

_COUNTED = re.compile(r"(.*?)(\d{1,5}|[A-Za-z])([^0-9A-Za-z]*)", re.DOTALL)
_LABEL = re.compile(r"\(?(\d{1,3}|[A-Za-zА-Яа-я])([.)](\d{1,3}[.)]?)*)\s|[•·▪◦–—-]\s")
_BULLET = "•"
_INDENT = 360
"""How far each level stands in, in twentieths of a point."""

_LEVELS = 8


@dataclass(frozen=True, slots=True)
class ListMark:
    """A list: its level, how it counts, what stands around the number, and where it starts.

    `turn` tells lists apart that are alike and count anew.
    """

    level: int
    counting: str
    before: str
    after: str
    start: int
    turn: int


def list_marks(paragraphs: Sequence[Paragraph]) -> dict[int, ListMark]:
    """The list of each paragraph that is in one or has a number, by its index."""
    found: dict[int, ListMark] = {}
    running: dict[tuple[int, str, str, str], tuple[ListMark, int]] = {}
    turns: dict[tuple[int, str, str, str, int], int] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind is not BlockKind.LIST_ITEM and not paragraph.label:
            continue
        level = min(_LEVELS, max(0, (paragraph.item.level if paragraph.item else 1) - 1))
        kind, before, number, after = _parsed(paragraph.label or _BULLET)
        key = (level, kind, before, after)
        if key in running and (kind == "bullet" or running[key][1] + 1 == number):
            mark = running[key][0]
        else:
            turn = turns[(*key, number)] = turns.get((*key, number), -1) + 1
            mark = ListMark(level, kind, before, after, number, turn)
        running[key] = mark, number
        found[index] = mark
    return found


def _parsed(label: str) -> tuple[str, str, int, str]:
    """How a label counts, what stands before and behind its number, and the number."""
    label = " ".join(label.split()).replace("%", "％")
    counted = _COUNTED.fullmatch(label)
    if counted is None:
        return "bullet", label, 1, ""
    before, number, after = counted.groups()
    if number.isdigit():
        exact = number == str(int(number)) and int(number) > 0
        return ("decimal", before, int(number), after) if exact else ("bullet", label, 1, "")
    kind = "lowerLetter" if number.islower() else "upperLetter"
    return kind, before, ord(number.lower()) - ord("a") + 1, after


def begins_with_label(text: str) -> bool:
    """Whether a text has a number or a bullet of its own in front: "2. ", "b) ", "• "."""
    return _LABEL.match(text) is not None


def without_label(paragraph: Paragraph, label: str) -> Paragraph:
    """A paragraph whose text begins with a label, without it; else as it is."""
    text = paragraph.text
    rest = text.removeprefix(label)
    said = rest.lstrip()
    if len(rest) == len(text) or len(said) == len(rest) or not said:
        return paragraph
    cut = len(text) - len(said)
    styles = tuple(
        replace(span, start=max(0, span.start - cut), end=span.end - cut)
        for span in paragraph.styles
        if span.end > cut
    )
    return replace(paragraph, text=said, styles=styles)


def numbering_part(lists: Sequence[ListMark]) -> etree._Element:
    """The part of the package that holds the lists; the first has the number 1."""
    root = etree.Element(w("numbering"), nsmap={"w": W_URI})
    for number, mark in enumerate(lists, 1):
        abstract = etree.SubElement(root, w("abstractNum"))
        abstract.set(w("abstractNumId"), str(number))
        _say(abstract, "multiLevelType", "singleLevel")
        level = etree.SubElement(abstract, w("lvl"))
        level.set(w("ilvl"), "0")
        _say(level, "start", str(mark.start))
        _say(level, "numFmt", mark.counting)
        shown = mark.before if mark.counting == "bullet" else f"{mark.before}%1{mark.after}"
        _say(level, "lvlText", shown)
        _say(level, "lvlJc", "left")
        indent = etree.SubElement(etree.SubElement(level, w("pPr")), w("ind"))
        indent.set(w("left"), str(_INDENT * (mark.level + 1)))
        indent.set(w("hanging"), str(_INDENT))
    for number in range(1, len(lists) + 1):
        num = etree.SubElement(root, w("num"))
        num.set(w("numId"), str(number))
        _say(num, "abstractNumId", str(number))
    return root


def _say(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, w(name)).set(w("val"), value)
