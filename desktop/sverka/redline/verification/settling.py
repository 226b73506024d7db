"""Settles the revisions of a part one way, in place: all accepted, or all rejected.

Written by what the markup means, not by what any writer makes of it.
"""

from dataclasses import dataclass

from lxml import etree

from sverka.model import Way
from sverka.redline.verification.joined_marks import join_paragraphs
from sverka.redline.verification.markup_names import (
    AUTHOR,
    CELL_CHANGES,
    CONTROL_ENDS,
    CONTROL_STARTS,
    DATE,
    DELETED,
    ID,
    INSERTED,
    MOVE_ENDS,
    MOVE_STARTS,
    PROPERTY_CHANGES,
    RPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TR,
    TRACKED,
    T,
    W,
    word,
)
from sverka.redline.verification.restored_properties import restore

_ROW_PROPERTIES, _CELL_PROPERTIES = word("trPr"), word("tcPr")
_NUMBERED = word("numPr")
_IN_PROPERTIES = frozenset({RPR, _ROW_PROPERTIES, _NUMBERED})
_LIVE = {word("delText"): T, word("delInstrText"): word("instrText")}


@dataclass(frozen=True, slots=True)
class Ours:
    """Whose revisions are settled: those of an author, and of a date; all where None is said."""

    author: str | None = None
    date: str | None = None

    def made(self, element: etree._Element) -> bool:
        """Whether a revision is one of these. One without an author is everybody's."""
        author = element.get(AUTHOR)
        if self.author is None or author is None:
            return True
        return author == self.author and self.date in (None, element.get(DATE))


def settle(root: etree._Element, way: Way, ours: Ours) -> None:
    """Settle all revisions of `ours` in the tree of a part."""
    accepted = way is Way.ACCEPTED
    gone, kept = (DELETED, INSERTED) if accepted else (INSERTED, DELETED)
    if not any(True for _ in root.iter(*_ALL)):
        return
    _drop_rows(root, gone, ours)
    _settle_cells(root, accepted, ours)
    _settle_controls(root, accepted, ours)
    ending = [p for p in root.iter(word("p")) if _mark_goes(p, gone, ours)]
    for change in list(root.iter(*PROPERTY_CHANGES)):
        if ours.made(change):
            restore(change, accepted)
    _settle_content(root, gone, gone | kept, ours)
    join_paragraphs(ending)
    for name in MOVE_STARTS | MOVE_ENDS:
        for element in list(root.iter(name)):
            _without(element)
    for old, live in _LIVE.items():
        for element in list(root.iter(old)):
            if not _stays_deleted(element):
                element.tag = live


_ALL = TRACKED | PROPERTY_CHANGES | CELL_CHANGES | MOVE_STARTS | CONTROL_STARTS
_ALL |= frozenset(_LIVE)


def _without(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = list(element)


def _stays_deleted(element: etree._Element) -> bool:
    """Whether the deletion around a text is another's, and still there."""
    return any(True for _ in element.iterancestors(word("del")))


def _has(properties: etree._Element | None, tags: frozenset[str], ours: Ours) -> bool:
    return properties is not None and any(c.tag in tags and ours.made(c) for c in properties)


def _mark_goes(paragraph: etree._Element, gone: frozenset[str], ours: Ours) -> bool:
    return _has(paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr"), gone, ours)


def _drop_rows(root: etree._Element, gone: frozenset[str], ours: Ours) -> None:
    for row in list(root.iter(TR)):
        if _has(row.find(_ROW_PROPERTIES), gone, ours):
            _without(row)


def _settle_cells(root: etree._Element, accepted: bool, ours: Ours) -> None:
    """Drop cells that were inserted or deleted, and undo or keep that cells were merged."""
    goes = word("cellDel" if accepted else "cellIns")
    for cell in list(root.iter(TC)):
        properties = cell.find(_CELL_PROPERTIES)
        if properties is None:
            continue
        if _has(properties, frozenset({goes}), ours):
            _without(cell)
            continue
        for change in [c for c in properties if c.tag in CELL_CHANGES and ours.made(c)]:
            if change.tag == word("cellMerge"):
                _settle_merge(properties, change, accepted)
            properties.remove(change)
    for row in [r for r in root.iter(TR) if not any(True for _ in r.iter(TC))]:
        _without(row)
    for table in [t for t in root.iter(TBL) if not any(True for _ in t.iter(TR))]:
        _without(table)


def _settle_merge(properties: etree._Element, change: etree._Element, accepted: bool) -> None:
    stated = change.get(word("vMerge" if accepted else "vMergeOrig"))
    merged = properties.find(word("vMerge"))
    if merged is not None:
        properties.remove(merged)
    if stated is not None:
        element = etree.SubElement(properties, word("vMerge"))
        element.set(word("val"), "restart" if stated == "rest" else "continue")


def _settle_controls(root: etree._Element, accepted: bool, ours: Ours) -> None:
    """Take content controls away whose own insertion is rejected, or deletion accepted.

    A range opens before the control and closes inside of it, and the same once more at its end.
    """
    goes = (
        word("customXmlDelRangeStart"),
        word("customXmlMoveFromRangeStart"),
    )
    if not accepted:
        goes = (word("customXmlInsRangeStart"), word("customXmlMoveToRangeStart"))
    going = []
    for start in root.iter(*goes):
        after = start.getnext()
        if after is not None and after.tag == SDT and ours.made(start):
            going.append(after)
    for control in going:
        content = control.find(SDT_CONTENT)
        parent = control.getparent()
        if parent is not None:
            at = parent.index(control)
            parent[at : at + 1] = [] if content is None else list(content)
    mine = {s.get(ID) for s in root.iter(*CONTROL_STARTS) if ours.made(s)}
    for mark in list(root.iter(*CONTROL_STARTS, *CONTROL_ENDS)):
        if mark.get(ID) in mine:
            _without(mark)


def _settle_content(
    root: etree._Element, gone: frozenset[str], all_: frozenset[str], ours: Ours
) -> None:
    for element in list(root.iter(*all_)):
        parent = element.getparent()
        if parent is None or not ours.made(element):
            continue
        if parent.tag in _IN_PROPERTIES:
            if parent.tag == _NUMBERED and element.tag in gone:
                _without(parent)
            else:
                parent.remove(element)
        elif element.tag in gone:
            parent.remove(element)
        else:
            _unwrap(element)
