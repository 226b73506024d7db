"""Which content of a document with tracked changes is seen, once they are accepted or rejected."""

from functools import lru_cache

from lxml import etree

from sverka.model import Revision, RevisionKind, Tracked
from sverka.readers.docx.wordprocessing import w

HIDDEN = {
    Tracked.ACCEPT: frozenset({w("del"), w("moveFrom")}),
    Tracked.REJECT: frozenset({w("ins"), w("moveTo")}),
    Tracked.KEEP: frozenset({w("del"), w("moveFrom")}),
}
"""Elements around content that is not seen; in properties, marks of what is not there."""

REVISED = {
    w("ins"): RevisionKind.INSERTION,
    w("del"): RevisionKind.DELETION,
    w("moveFrom"): RevisionKind.MOVE_FROM,
    w("moveTo"): RevisionKind.MOVE_TO,
}
"""Elements around content that is a tracked change."""

_HIDDEN_CELL = {
    Tracked.ACCEPT: w("cellDel"),
    Tracked.REJECT: w("cellIns"),
    Tracked.KEEP: w("cellDel"),
}
_MARKS = frozenset().union(*HIDDEN.values(), _HIDDEN_CELL.values())


def revision(mark: etree._Element) -> Revision:
    """The tracked change that a mark tells of: one of REVISED, else one of formatting."""
    kind = REVISED.get(str(mark.tag), RevisionKind.FORMATTING)
    return _revision(kind, mark.get(w("author"), ""), mark.get(w("date")))


@lru_cache(maxsize=1024)
def _revision(kind: RevisionKind, author: str, date: str | None) -> Revision:
    """A revision, one for all of the same author and moment: a document may hold very many."""
    return Revision(kind, author, date)


def has_tracked_changes(root: etree._Element) -> bool:
    """Whether any text, paragraph mark, row or cell of a part is a tracked change."""
    return next(root.iter(*_MARKS), None) is not None


def joins_next(properties: etree._Element | None, tracked: Tracked) -> bool:
    """Whether the mark of a paragraph is not there, so that it runs on into the next one."""
    if properties is None:
        return False
    mark = properties.find(w("rPr"))
    return mark is not None and any(mark.find(tag) is not None for tag in HIDDEN[tracked])


def row_is_hidden(row: etree._Element, tracked: Tracked) -> bool:
    """Whether a table row is not there."""
    properties = row.find(w("trPr"))
    return properties is not None and any(
        properties.find(tag) is not None for tag in HIDDEN[tracked]
    )


def cell_is_hidden(cell: etree._Element, tracked: Tracked) -> bool:
    """Whether a table cell is not there."""
    properties = cell.find(w("tcPr"))
    return properties is not None and properties.find(_HIDDEN_CELL[tracked]) is not None


def is_hidden(element: etree._Element, tracked: Tracked) -> bool:
    """Whether an element stands inside content that is not seen."""
    return any(parent.tag in HIDDEN[tracked] for parent in element.iterancestors())
