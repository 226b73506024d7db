"""Joins paragraphs whose mark is gone with what follows them."""

from collections.abc import Sequence

from lxml import etree

from sverka.redline.verification.markup_names import (
    MARKS,
    MATH_RUN,
    PPR,
    R_,
    RPR,
    SDT,
    SDT_CONTENT,
    TBL,
    P,
    word,
)

_CONTAINERS = frozenset({SDT, SDT_CONTENT, word("customXml")})
_BREAKS = frozenset({word("lastRenderedPageBreak")})


HAS_TO_STAY = "has-to-stay"
"""The attribute that a settled paragraph has where its mark should go and cannot."""


def join_paragraphs(ending: Sequence[etree._Element]) -> None:
    """Join each paragraph, in order, with the next one, whose properties the whole then has.

    The last paragraph of a cell or a story keeps its mark, whatever is said of it, and so does one
    with text before a table; an empty one there goes.
    """
    for paragraph in ending:
        parent = paragraph.getparent()
        if parent is None:
            continue
        following = _following(paragraph)
        if following is None:
            paragraph.set(HAS_TO_STAY, "")
            continue
        if following.tag == P:
            moved = [child for child in paragraph if child.tag != PPR]
            at = 1 if len(following) and following[0].tag == PPR else 0
            following[at:at] = moved
            _take_away(paragraph)
        elif following.tag == TBL and not holds_content(paragraph):
            marks = [child for child in paragraph if child.tag in MARKS]
            parent[parent.index(paragraph) : parent.index(paragraph)] = marks
            _take_away(paragraph)
        else:
            paragraph.set(HAS_TO_STAY, "")


def holds_content(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds more than its properties and marks that show nothing."""
    for child in paragraph:
        if child.tag == PPR or child.tag in MARKS or not isinstance(child.tag, str):
            continue
        if child.tag == R_ and all(one.tag == RPR or one.tag in _BREAKS for one in child):
            continue
        if child.tag != R_ and not any(True for _ in child.iter(R_, MATH_RUN)):
            continue
        return True
    return False


def _following(paragraph: etree._Element) -> etree._Element | None:
    """The next paragraph or table, into content controls and out of them; None where none is."""
    at: etree._Element | None = paragraph
    while at is not None:
        after = at.getnext()
        while after is not None and (after.tag in MARKS or not isinstance(after.tag, str)):
            after = after.getnext()
        if after is None:
            at = at.getparent()
            if at is None or at.tag not in _CONTAINERS:
                return None
            continue
        found = _first_of(after)
        if found is not None:
            return found
        at = after
    return None


def _first_of(element: etree._Element) -> etree._Element | None:
    """The paragraph or table that an element is, or begins with."""
    if element.tag in (P, TBL):
        return element
    if element.tag not in _CONTAINERS:
        return None
    for child in element:
        found = _first_of(child)
        if found is not None:
            return found
    return None


def _take_away(paragraph: etree._Element) -> None:
    """Remove a paragraph, and the content controls that have nothing left in them."""
    element: etree._Element | None = paragraph
    while element is not None:
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        left = any(child.tag in (P, TBL, SDT) for child in parent.iter() if child is not parent)
        if parent.tag not in _CONTAINERS or left:
            return
        element = parent
