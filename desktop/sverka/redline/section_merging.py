"""Writes the changes of a section: its page, and the headers and footers it prints."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sverka.readers.docx.wordprocessing import R_ID, w
from sverka.redline.canonical_markup import properties_key
from sverka.redline.revision_elements import Stamp

_HEADERS = (w("headerReference"), w("footerReference"))
_TYPE = w("type")


@dataclass(slots=True)
class SectionMerging:
    """Merges sections; `merge_headers` is given the ids of both sides, and gives the one to use."""

    stamp: Stamp
    merge_headers: Callable[[str, str], str]

    def merge(self, old: etree._Element, new: etree._Element) -> None:
        """Make the properties of the original's section the revised one's, with a record."""
        references = self._references(old, new)
        changed = properties_key(old) != properties_key(new)
        before = deepcopy(old)
        _drop_headers(before)
        rest = deepcopy(new) if changed else deepcopy(old)
        _drop_headers(rest)
        old[:] = [*references, *rest]
        if changed:
            for name in list(before.attrib):
                del before.attrib[name]
            old.append(self.stamp.record("sectPrChange", before))

    def _references(self, old: etree._Element, new: etree._Element) -> list[etree._Element]:
        ours, theirs = _by_kind(old), _by_kind(new)
        references = []
        for kind in [*ours, *(kind for kind in theirs if kind not in ours)]:
            one = ours.get(kind)
            other = theirs.get(kind)
            made = deepcopy(one if one is not None else other)
            if made is not None:
                mine = "" if one is None else one.get(R_ID, "")
                its = "" if other is None else other.get(R_ID, "")
                made.set(R_ID, self.merge_headers(mine, its))
                references.append(made)
        return references


def _by_kind(section: etree._Element) -> dict[tuple[str, str], etree._Element]:
    """The headers and footers of a section, by what they are and on which pages they stand."""
    return {
        (str(one.tag), one.get(_TYPE, "default")): one for one in section if one.tag in _HEADERS
    }


def _drop_headers(section: etree._Element) -> None:
    for child in list(section):
        if child.tag in _HEADERS:
            section.remove(child)
