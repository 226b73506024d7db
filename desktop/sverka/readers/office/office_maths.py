"""Writes a formula of Office Math on one line, as it would be typed: (a+b)/c, x^2, √(x)."""

from collections.abc import Iterable
from functools import cache

from lxml import etree

from sverka.readers.office.formula_terms import grouped

_M_URI = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@cache
def math_name(local: str) -> str:
    """The qualified name of an element or attribute of Office Math."""
    return f"{{{_M_URI}}}{local}"


_INDEXED = {
    "sSup": (("^", "sup"),),
    "sSub": (("_", "sub"),),
    "sSubSup": (("_", "sub"), ("^", "sup")),
    "limLow": (("_", "lim"),),
    "limUpp": (("^", "lim"),),
}
"""Structures of a base with something above or below it."""

_STRUCTURES = frozenset({"f", "sPre", "rad", "d", "nary", "m", "eqArr", "acc", "func", *_INDEXED})
_PROPERTIES = frozenset(math_name(name) for name in ("rPr", "ctrlPr", "oMathParaPr", "argPr"))
_WRITTEN = frozenset({"t", "delText"})


def linear(element: etree._Element, hidden: frozenset[str] = frozenset()) -> str:
    """The text of a formula, or of a part of it, in the order of reading.

    `hidden` are the names of elements that are not seen, such as those of tracked changes.
    """
    tag = str(element.tag)
    local = tag.rpartition("}")[2]
    if local in _WRITTEN:
        return element.text or ""
    if tag in hidden or tag in _PROPERTIES:
        return ""
    if local in _STRUCTURES:
        return _structure(element, local, hidden)
    return "".join(linear(child, hidden) for child in element.iterchildren(etree.Element))


def _structure(element: etree._Element, local: str, hidden: frozenset[str]) -> str:
    """The text of a structure whose parts stand above or beside each other."""

    def part(name: str) -> str:
        child = element.find(math_name(name))
        return "" if child is None else linear(child, hidden)

    def index(sign: str, name: str) -> str:
        text = part(name)
        return sign + grouped(text) if text else ""

    if local in _INDEXED:
        indexes = "".join(index(sign, name) for sign, name in _INDEXED[local])
        return grouped(part("e")) + indexes
    match local:
        case "f":
            if _sign(element, "fPr", "type", "bar") == "noBar":
                return f"{part('num')}¦{part('den')}"
            return f"{grouped(part('num'))}/{grouped(part('den'))}"
        case "sPre":
            return index("_", "sub") + index("^", "sup") + part("e")
        case "rad":
            degree = part("deg")
            return f"{degree}√({part('e')})"
        case "acc":
            return part("e") + _sign(element, "accPr", "chr", "\u0302")
        case "nary":
            sign = _sign(element, "naryPr", "chr", "∫")
            return f"{sign}{index('_', 'sub')}{index('^', 'sup')} {part('e')}"
        case "func":
            return f"{part('fName')} {part('e')}"
        case "d":
            return _delimited(element, _texts(element.findall(math_name("e")), hidden))
    rows = element.findall(math_name("mr")) if local == "m" else element.findall(math_name("e"))
    return "; ".join(
        ", ".join(_texts(row.findall(math_name("e")) or [row], hidden)) for row in rows
    )


def _texts(elements: Iterable[etree._Element], hidden: frozenset[str]) -> list[str]:
    return [linear(element, hidden) for element in elements]


def _delimited(element: etree._Element, parts: list[str]) -> str:
    first = _sign(element, "dPr", "begChr", "(")
    between = _sign(element, "dPr", "sepChr", "|")
    return first + between.join(parts) + _sign(element, "dPr", "endChr", ")")


def _sign(element: etree._Element, properties: str, name: str, usual: str) -> str:
    found = element.find(f"{math_name(properties)}/{math_name(name)}")
    return usual if found is None else found.get(math_name("val"), "")
