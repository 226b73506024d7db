"""Parses XML that may be hostile: no entities, no network, bounded depth and size."""

from lxml import etree

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"


class BadMarkup(Exception):  # noqa: N818 - a finding about a part; readers say what it means
    """The XML is not well-formed, or goes beyond what libxml2 takes without being asked."""


class ForbiddenMarkup(BadMarkup):
    """The XML brings definitions of its own (a DTD)."""


def parse(data: bytes) -> etree._Element:
    """The root element of an XML text in any encoding XML knows; BadMarkup where it has none.

    Document type definitions are refused, as Office does: they are good only for entities, which
    can name local files or blow a small file up. Strict OOXML namespaces come out transitional.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadMarkup(str(error)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ForbiddenMarkup("DTD")
    if any(uri.startswith(_STRICT) for uri in root.nsmap.values()):
        _make_transitional(root)
    return root


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
