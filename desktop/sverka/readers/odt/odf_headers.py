"""Finds which header or footer of an OpenDocument is printed where, by the page styles in use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from sverka.model import HeaderPages
from sverka.readers.odt.odf_names import o

_KINDS = {
    "": HeaderPages.OTHER,
    "-left": HeaderPages.EVEN,
    "-first": HeaderPages.FIRST,
}
_STANDARD = "Standard"


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A header or footer and a place where it is printed; None where nobody sees it."""

    element: etree._Element
    pages: HeaderPages | None
    section: int = 0


def headers(root: etree._Element | None, used: Sequence[str], tag: str) -> Iterator[FoundHeader]:
    """The headers, or footers, by the page styles that the text uses one after the other.

    A page style that is followed by another is that of the first page of a section.
    """
    masters = {
        element.get(o("style:name"), ""): element
        for element in (() if root is None else root.iter(o("style:master-page")))
    }
    seen: set[str] = set()
    for section, name in enumerate(used or [""], start=1):
        first = next(iter(masters.values()), None)
        master = masters.get(name or _STANDARD, first)
        if master is None:
            return
        seen.add(master.get(o("style:name"), ""))
        following = master.get(o("style:next-style-name"), "")
        after = masters.get(following) if following not in seen else None
        if after is None:
            yield from _of(master, tag, section)
            continue
        seen.add(following)
        yield from _of(master, tag, section, HeaderPages.FIRST)
        yield from _of(after, tag, section)
    yield from _unused(masters, seen, tag)


def _of(
    master: etree._Element, tag: str, section: int, pages: HeaderPages | None = None
) -> Iterator[FoundHeader]:
    for ending, kind in _KINDS.items():
        element = master.find(o(f"style:{tag}{ending}"))
        if element is None or (pages is not None and kind is not HeaderPages.OTHER):
            continue
        shown = element.get(o("style:display")) != "false"
        yield FoundHeader(element, (pages or kind) if shown else None, section)


def _unused(
    masters: Mapping[str, etree._Element], seen: set[str], tag: str
) -> Iterator[FoundHeader]:
    for name, master in masters.items():
        if name not in seen:
            yield from (FoundHeader(found.element, None) for found in _of(master, tag, 0))
