"""Tells the notes of a web page and of an electronic book, and the marks that refer to them."""

from lxml import etree

from sverka.model import Part
from sverka.patterns import late_pattern

_MARK_KINDS = frozenset({"doc-noteref", "noteref"})
_MARK_CLASSES = frozenset({"sdfootnoteanc", "sdendnoteanc", "footnote-ref"})
_BACK_CLASSES = frozenset({"sdfootnotesym", "sdendnotesym", "footnote-back", "footnote-backref"})
_NOTES = {
    "footnote": Part.FOOTNOTE,
    "note": Part.FOOTNOTE,
    "endnote": Part.ENDNOTE,
    "rearnote": Part.ENDNOTE,
    "doc-footnote": Part.FOOTNOTE,
    "doc-endnote": Part.ENDNOTE,
}
_WRITER = late_pattern(r"sd(foot|end)note(\d+)")
"""How LibreOffice names the notes of a page."""


def note_mark(element: etree._Element, tag: str) -> str | None:
    """The name of the note that an element refers to; None where it is no mark of a note."""
    target = element.get("href", "")
    if tag != "a" or "#" not in target:
        return None
    words = _words(element)
    kinds = {element.get("role", ""), *element.get("epub:type", "").split()}
    if not (_MARK_KINDS & kinds or _MARK_CLASSES & words):
        return None
    name = target.rpartition("#")[2]
    if found := _WRITER.match(name):
        return f"{found[1]}note:{found[2]}"
    return f"footnote:{name}"


def is_back_link(element: etree._Element, tag: str) -> bool:
    """Whether an element is the sign in a note that leads back to its mark."""
    if tag != "a":
        return False
    return element.get("role", "") == "doc-backlink" or bool(_BACK_CLASSES & _words(element))


def note_of(element: etree._Element, tag: str) -> tuple[Part, str] | None:
    """The part and the name of the note that an element is; None where it is none."""
    name = element.get("id", "")
    if tag == "div" and (found := _WRITER.fullmatch(name)):
        part = Part.FOOTNOTE if found[1] == "foot" else Part.ENDNOTE
        return part, f"{found[1]}note:{found[2]}"
    if not name:
        return None
    for kind in (element.get("role", ""), *element.get("epub:type", "").split()):
        if kind in _NOTES and tag in ("aside", "div", "li", "p", "section"):
            return _NOTES[kind], f"footnote:{name}"
    return None


def _words(element: etree._Element) -> set[str]:
    return set(element.get("class", "").split())
