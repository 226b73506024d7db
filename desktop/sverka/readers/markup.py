"""Parses XML that may be hostile: no entities, no network, bounded depth and size."""

from collections.abc import Callable
from typing import Any

from lxml import etree

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"


class BadMarkup(Exception):  # noqa: N818 - a finding about a part; readers say what it means
    """The XML is not well-formed, or goes beyond what libxml2 takes without being asked."""


class ForbiddenMarkup(BadMarkup):
    """The XML brings definitions of its own (a DTD)."""


_BOUNDS: Any = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_AT_ONCE = 64 * 1024


def parse(
    data: bytes, tag: str = "", met: Callable[[etree._Element], None] | None = None
) -> etree._Element:
    """The root element of an XML text in any encoding XML knows; BadMarkup where it has none.

    Document type definitions are refused, as Office does: they are good only for entities, which
    can name local files or blow a small file up. Strict OOXML namespaces come out transitional.
    `met` is called for each element of this tag soon after its end, and may change what stands
    before it, so that a very large tree is made smaller while it grows.
    """
    try:
        if met is None:
            root = etree.fromstring(data, etree.XMLParser(**_BOUNDS))
        else:
            root = _met(data, tag, met)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadMarkup(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForbiddenMarkup("DTD")
    if any(uri.startswith(_STRICT) for uri in root.nsmap.values()):
        _make_transitional(root)
    return root


def _met(data: bytes, tag: str, met: Callable[[etree._Element], None]) -> etree._Element:
    parser = etree.XMLPullParser(("end",), tag=tag, **_BOUNDS)
    for start in range(0, len(data), _AT_ONCE):
        parser.feed(data[start : start + _AT_ONCE])
        for _event, element in parser.read_events():
            if isinstance(element, etree._Element):
                met(element)
    return parser.close()


def _make_transitional(root: etree._Element) -> None:
    """Rename elements and attributes of strict OOXML (ISO 29500 part 1) to their usual names."""
    for element in root.iter(etree.Element):
        element.tag = _transitional(str(element.tag))
        for key, value in list(element.attrib.items()):
            if (new := _transitional(str(key))) != key:
                del element.attrib[key]
                element.set(new, value)


def _transitional(name: str) -> str:
    """“{…ooxml/wordprocessingml/main}p” → “{…wordprocessingml/2006/main}p”."""
    if not name.startswith("{" + _STRICT):
        return name
    uri, _brace, local = name[1:].partition("}")
    family, _slash, kind = uri.removeprefix(_STRICT).partition("/")
    return f"{{{_TRANSITIONAL}{family}/2006/{kind}}}{local}"
