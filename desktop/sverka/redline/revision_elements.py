"""Makes the elements that tracked changes are written with, each with a number of its own."""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum

from lxml import etree

from sverka.readers.docx.wordprocessing import w


class Fate(StrEnum):
    """What became of something; the value is the name of the element that says so."""

    STAYED = ""
    INSERTED = "ins"
    DELETED = "del"
    MOVED_AWAY = "moveFrom"
    MOVED_HERE = "moveTo"

    @property
    def is_old(self) -> bool:
        """Whether it is only in the original."""
        return self in (Fate.DELETED, Fate.MOVED_AWAY)

    @property
    def is_new(self) -> bool:
        """Whether it is only in the revised version."""
        return self in (Fate.INSERTED, Fate.MOVED_HERE)


@dataclass(slots=True)
class Stamp:
    """Numbers revisions through all parts, and puts author and date on them."""

    author: str
    date: str
    last_id: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def next_id(self) -> str:
        """A number that nothing else of the document has."""
        self.last_id += 1
        return str(self.last_id)

    def element(self, name: str) -> etree._Element:
        """A new revision of this name ("ins", "rPrChange")."""
        self.counts[name] += 1
        found = etree.Element(w(name))
        found.set(w("id"), self.next_id())
        if name != "tblGridChange":
            found.set(w("author"), self.author)
            found.set(w("date"), self.date)
        return found

    def record(self, name: str, old: etree._Element) -> etree._Element:
        """A revision of this name that holds what properties were; `old` becomes part of it."""
        found = self.element(name)
        found.append(old)
        return found


def copied(properties: etree._Element | None, name: str) -> etree._Element:
    """A copy of properties, or empty ones of this name."""
    return etree.Element(w(name)) if properties is None else deepcopy(properties)
