"""Knows where the elements of a revision may stand, and finds those that stand elsewhere."""

from collections.abc import Iterator

from lxml import etree

from sverka.redline.verification.markup_names import (
    CELL_CHANGES,
    MARKS,
    PROPERTY_CHANGES,
    RPR,
    TRACKED,
    M,
    local,
    word,
    words,
)

_AROUND_RUNS = words(
    *[
        "p",
        "hyperlink",
        "sdtContent",
        "smartTag",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rt",
        "rubyBase",
        "body",
        "tbl",
        "tr",
        "tc",
        "txbxContent",
        "hdr",
        "ftr",
        "footnote",
        "endnote",
        "comment",
        "docPartBody",
    ]
) | {
    f"{{{M}}}{name}"
    for name in ["oMath", "e", "num", "den", "sub", "sup", "deg", "fName", "lim", "oMathPara"]
}
_IN_PROPERTIES = words("rPr", "trPr", "numPr") | {f"{{{M}}}ctrlPr"}
_HELD = (
    words(*["r", "sdt", "smartTag", "customXml", "dir", "bdo", "ins", "del", "moveFrom", "moveTo"])
    | MARKS
)
_CHANGED = {
    "rPrChange": words("rPr"),
    "pPrChange": words("pPr"),
    "sectPrChange": words("sectPr"),
    "tblPrChange": words("tblPr"),
    "tblPrExChange": words("tblPrEx"),
    "trPrChange": words("trPr"),
    "tcPrChange": words("tcPr"),
    "tblGridChange": words("tblGrid"),
    "numberingChange": words("numPr", "fldChar"),
}
_LAST = frozenset(PROPERTY_CHANGES) - words("numberingChange")
_NOT_IN_OLD = words("pPrChange", "rPrChange", "sectPrChange", "ins", "del", "moveFrom", "moveTo")
_NOT_IN_OLD_PARAGRAPH = words("rPr", "sectPr")
_MARK_FIRST = words("ins", "del", "moveFrom", "moveTo")


def misplaced(root: etree._Element) -> Iterator[etree._Element]:
    """The elements of revisions that stand where none may stand, or hold what none may hold."""
    for element in root.iter(*TRACKED):
        if not _may_stand(element) or not _may_hold(element):
            yield element
    for element in root.iter(*PROPERTY_CHANGES):
        if not _is_in_place(element):
            yield element
    for element in root.iter(*CELL_CHANGES):
        parent = element.getparent()
        if parent is None or parent.tag != word("tcPr"):
            yield element


def _may_stand(element: etree._Element) -> bool:
    parent = element.getparent()
    if parent is None:
        return False
    if parent.tag == RPR:
        return _is_paragraph_mark(parent) and _is_first(element, parent)
    if parent.tag == word("trPr"):
        return local(str(element.tag)) in ("ins", "del") and not any(
            True for _ in element.itersiblings(word("trPrChange"), preceding=True)
        )
    if parent.tag in _IN_PROPERTIES:
        return True
    return parent.tag in _AROUND_RUNS


def _is_paragraph_mark(properties: etree._Element) -> bool:
    above = properties.getparent()
    return above is not None and above.tag in (word("pPr"), f"{{{M}}}ctrlPr")


def _is_first(element: etree._Element, parent: etree._Element) -> bool:
    before = element.itersiblings(preceding=True)
    return len(element) == 0 and all(one.tag in _MARK_FIRST for one in before)


def _may_hold(element: etree._Element) -> bool:
    parent = element.getparent()
    if parent is not None and parent.tag in _IN_PROPERTIES:
        return True
    return all(
        child.tag in _HELD or str(child.tag).startswith(f"{{{M}}}")
        for child in element
        if isinstance(child.tag, str)
    )


def _is_in_place(change: etree._Element) -> bool:
    parent = change.getparent()
    if parent is None or parent.tag not in _CHANGED[local(str(change.tag))]:
        return False
    if change.tag in _LAST and change.getnext() is not None:
        return False
    before = change[0] if len(change) else ()
    held = {child.tag for child in before}
    of_paragraph = change.tag == word("pPrChange")
    return not held & (_NOT_IN_OLD | (_NOT_IN_OLD_PARAGRAPH if of_paragraph else frozenset()))
