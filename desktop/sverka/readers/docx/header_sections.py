"""Finds which header or footer of a DOCX is printed where: in which sections, on which pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from sverka.model import HeaderPages
from sverka.readers.docx.wordprocessing import R_ID, switch, w
from sverka.readers.office.printed_headers import Printed

_TYPES = {
    "first": HeaderPages.FIRST,
    "default": HeaderPages.OTHER,
    "even": HeaderPages.EVEN,
}


@dataclass(frozen=True, slots=True)
class HeaderSections:
    """Where each header is printed, by the id of its relationship; nowhere if nobody sees it.

    Those that are printed come first. `count` is how many sections there are.
    """

    places: Mapping[str, Sequence[Printed]]
    count: int


def header_sections(
    root: etree._Element, tag: str, preferences: etree._Element | None
) -> HeaderSections:
    """Where the headers, or footers, that `tag` refers to are printed, in order.

    Printed are those for first pages where a section has one of its own, those for even pages
    where the document tells pages apart, and the ordinary ones. A section that names none of a
    type has that of the section before it.
    """
    even = bool(switch(preferences, "evenAndOddHeaders"))
    current: dict[str, str] = {}
    printed: dict[str, list[Printed]] = {}
    named: list[str] = []
    sections = [e for e in root.iter(w("sectPr")) if not _is_of_the_past(e)]
    for count, section in enumerate(sections, start=1):
        for reference in section.findall(tag):
            current[reference.get(w("type"), "default")] = reference.get(R_ID, "")
        named += current.values()
        active = {"first": bool(switch(section, "titlePg")), "default": True, "even": even}
        for kind, pages in _TYPES.items():
            if active[kind] and kind in current:
                printed.setdefault(current[kind], []).append((pages, count))
    return HeaderSections(
        {**printed, **{key: [] for key in named if key not in printed}}, len(sections)
    )


def _is_of_the_past(section: etree._Element) -> bool:
    """Whether it says how a section was before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == w("sectPrChange")
