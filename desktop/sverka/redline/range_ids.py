"""Gives bookmarks, comments and permissions of both files ids that no two of them share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import w

_ID, _NAME = w("id"), w("name")
_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))
_RANGES = (
    _BOOKMARKS,
    (w("permStart"), w("permEnd")),
    (w("commentRangeStart"), w("commentRangeEnd")),
)
_LAST_PLACE = "_GoBack"
"""Where the writer was last; Word puts it into every file that was changed."""


@dataclass(slots=True)
class RangeIds:
    """Numbers bookmarks through both files; one of a name that both have is one.

    `shared` are those which both have, by kind and id.
    """

    last: int = 0
    names: dict[str, str] = field(default_factory=dict)
    shared: set[tuple[str, str]] = field(default_factory=set)

    def settle_old(self, roots: Iterable[etree._Element]) -> None:
        """Number the bookmarks of the original anew, through all its parts."""
        for root in roots:
            ids: dict[str, str] = {}
            for element in root.iter(*_BOOKMARKS):
                key = element.get(_ID, "")
                if key not in ids:
                    ids[key] = self._next()
                element.set(_ID, ids[key])
                if element.tag == _BOOKMARKS[0]:
                    self.names.setdefault(element.get(_NAME, ""), ids[key])
        self.names.pop(_LAST_PLACE, None)

    def settle_new(self, roots: Iterable[etree._Element]) -> None:
        """Give bookmarks of the revised file the ids that the original has for their names."""
        met: set[str] = set()
        for root in roots:
            ids: dict[str, str] = {}
            for element in list(root.iter(*_BOOKMARKS)):
                key, name = element.get(_ID, ""), element.get(_NAME, "")
                if element.tag == _BOOKMARKS[0]:
                    ids[key] = self._id_of(name, met)
                if ids.get(key, "") == "":
                    parent = element.getparent()
                    if parent is not None:
                        parent.remove(element)
                    continue
                element.set(_ID, ids[key])

    def _id_of(self, name: str, met: set[str]) -> str:
        """The id for a bookmark of the revised file; "" for one that is left out."""
        if name == _LAST_PLACE or name in met:
            return ""
        met.add(name)
        if name not in self.names:
            return self._next()
        self.shared.add(("bookmark", self.names[name]))
        return self.names[name]

    def _next(self) -> str:
        self.last += 1
        return str(self.last)

    def share(self, old: Sequence[etree._Element], new: Sequence[etree._Element]) -> None:
        """Let comments and permissions that both files have at some place be one."""
        for kind, tag in (("perm", w("permStart")), ("comment", w("commentRangeStart"))):
            ids = [
                {element.get(_ID, "") for root in roots for element in root.iter(tag)}
                for roots in (old, new)
            ]
            self.shared |= {(kind, key) for key in ids[0] & ids[1]}


def drop_unpaired(root: etree._Element) -> None:
    """Take away beginnings of ranges without an end, and ends without a beginning."""
    for start, end in _RANGES:
        starts, ends = ({one.get(_ID): one for one in root.iter(tag)} for tag in (start, end))
        for key in starts.keys() ^ ends.keys():
            element = starts.get(key, ends.get(key))
            parent = None if element is None else element.getparent()
            if element is not None and parent is not None:
                parent.remove(element)
