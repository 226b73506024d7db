"""Makes roots of parts: empty ones like another, and such as know the namespaces of two."""

from typing import Any

from lxml import etree

from sverka.readers.docx.wordprocessing import MC_URI

_IGNORABLE = f"{{{MC_URI}}}Ignorable"


def empty_like(root: etree._Element) -> etree._Element:
    """A root of the same kind, with nothing in it but what may be ignored of its namespaces."""
    made = _element(str(root.tag), root.nsmap)
    if root.get(_IGNORABLE) is not None:
        made.set(_IGNORABLE, root.get(_IGNORABLE, ""))
    return made


def with_namespaces(root: etree._Element, other: etree._Element) -> etree._Element:
    """The same part, which also knows the namespaces of another, and which may be ignored."""
    names = dict(root.nsmap)
    taken = set(names.values())
    for prefix, uri in other.nsmap.items():
        if uri not in taken and prefix is not None and prefix not in names:
            names[prefix] = uri
    ignored = dict.fromkeys([*_ignored(root), *_ignored(other)])
    kept = [prefix for prefix in ignored if prefix in names]
    made = root if names == root.nsmap else _moved(root, names)
    if kept:
        made.set(_IGNORABLE, " ".join(kept))
    return made


def _moved(root: etree._Element, names: Any) -> etree._Element:
    """The same part under a root that knows these namespaces."""
    made = _element(str(root.tag), names)
    for name, value in root.attrib.items():
        made.set(name, value)
    made.extend(list(root))
    return made


def drop_attribute(element: etree._Element, name: str) -> None:
    """Take an attribute away, if it is there."""
    if name in element.attrib:
        del element.attrib[name]


def _element(tag: str, names: Any) -> etree._Element:
    return etree.Element(tag, nsmap=names)


def _ignored(root: etree._Element) -> list[str]:
    return root.get(_IGNORABLE, "").split()
