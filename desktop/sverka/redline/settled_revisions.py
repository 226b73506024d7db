"""Accepts the tracked changes that came with a file, as Word does, before files are compared."""

from lxml import etree

from sverka.readers.docx.wordprocessing import m, w

_INSERTED = frozenset({w("ins"), w("moveTo")})
_DELETED = frozenset({w("del"), w("moveFrom")})
_BEFORE = tuple(
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange"),
        *("tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellMerge"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("customXmlInsRangeStart", "customXmlInsRangeEnd"),
        *("customXmlDelRangeStart", "customXmlDelRangeEnd"),
        *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
        *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
    )
)
"""What says how something was before, or where a change is; nothing is left of it."""

_PROPERTIES = frozenset({w("rPr"), w("trPr"), w("tcPr"), w("numPr"), m("ctrlPr")})
_WITHOUT_WIDTH = frozenset(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"),
        *("permStart", "permEnd"),
    )
)


def accept_revisions(root: etree._Element) -> bool:
    """Accept every tracked change of a part in place; whether there was one."""
    tags = (*_INSERTED, *_DELETED, *_BEFORE, w("cellDel"))
    if next(root.iter(*tags), None) is None:
        return False
    _remove_rows_and_cells(root)
    joined = [p for p in root.iter(w("p")) if _mark_is_deleted(p)]
    for element in list(root.iter(*_BEFORE)):
        _drop(element)
    for element in list(root.iter(*_DELETED, *_INSERTED)):
        parent = element.getparent()
        if parent is None:
            continue
        if parent.tag in _PROPERTIES or element.tag in _DELETED:
            parent.remove(element)
        else:
            _unwrap(element, parent)
    for paragraph in joined:
        _join_next(paragraph)
    return True


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element, parent: etree._Element) -> None:
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _remove_rows_and_cells(root: etree._Element) -> None:
    for row in list(root.iter(w("tr"))):
        properties = row.find(w("trPr"))
        if properties is not None and any(properties.find(tag) is not None for tag in _DELETED):
            _drop(row)
    for cell in list(root.iter(w("tc"))):
        if cell.find(f"{w('tcPr')}/{w('cellDel')}") is not None:
            _drop(cell)
    for row in list(root.iter(w("tr"))):
        if next(row.iter(w("tc")), None) is None:
            _drop(row)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            _drop(table)


def _mark_is_deleted(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and any(mark.find(tag) is not None for tag in _DELETED)


def _join_next(paragraph: etree._Element) -> None:
    """Let a paragraph whose mark is gone run on into the next; the last of its kind stays."""
    parent = paragraph.getparent()
    if parent is None:
        return
    following = paragraph.getnext()
    while following is not None and following.tag in _WITHOUT_WIDTH:
        following = following.getnext()
    if following is not None and following.tag == w("sdt"):
        first = following.find(f"{w('sdtContent')}/*[1]")
        following = first if first is not None and first.tag == w("p") else following
    if following is None or following.tag == w("sectPr"):
        return
    if following.tag == w("p"):
        place = 1 if len(following) and following[0].tag == w("pPr") else 0
        following[place:place] = [child for child in paragraph if child.tag != w("pPr")]
        parent.remove(paragraph)
    elif not _has_content(paragraph):
        parent.remove(paragraph)


def _has_content(paragraph: etree._Element) -> bool:
    return any(
        child.tag not in _WITHOUT_WIDTH
        and child.tag != w("pPr")
        and not (child.tag == w("r") and all(part.tag == w("rPr") for part in child))
        for child in paragraph
    )
