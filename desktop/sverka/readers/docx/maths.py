"""Writes a formula of Office Math on one line, as it would be typed: (a+b)/c, x^2, √(x)."""

from collections.abc import Iterable

from lxml import etree

from sverka.model import Tracked
from sverka.readers.docx.revisions import HIDDEN
from sverka.readers.docx.wordprocessing import m, w
from sverka.readers.office.formula_terms import grouped

_INDEXED = {
    "sSup": (("^", "sup"),),
    "sSub": (("_", "sub"),),
    "sSubSup": (("_", "sub"), ("^", "sup")),
    "limLow": (("_", "lim"),),
    "limUpp": (("^", "lim"),),
}
"""Structures of a base with something above or below it."""

_STRUCTURES = frozenset({"f", "sPre", "rad", "d", "nary", "m", "eqArr", "acc", "func", *_INDEXED})
_PROPERTIES = frozenset(m(name) for name in ("rPr", "ctrlPr", "oMathParaPr", "argPr"))


def linear(element: etree._Element, tracked: Tracked) -> str:
    """The text of a formula, or of a part of it, in the order of reading."""
    tag = str(element.tag)
    if tag in (m("t"), w("t"), w("delText")):
        return element.text or ""
    if tag in HIDDEN[tracked] or tag in _PROPERTIES:
        return ""
    local = tag.rpartition("}")[2]
    if local in _STRUCTURES:
        return _structure(element, local, tracked)
    return "".join(linear(child, tracked) for child in element.iterchildren(etree.Element))


def _structure(element: etree._Element, local: str, tracked: Tracked) -> str:
    """The text of a structure whose parts stand above or beside each other."""

    def part(name: str) -> str:
        child = element.find(m(name))
        return "" if child is None else linear(child, tracked)

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
            return _delimited(element, _texts(element.findall(m("e")), tracked))
    rows = element.findall(m("mr")) if local == "m" else element.findall(m("e"))
    return "; ".join(", ".join(_texts(row.findall(m("e")) or [row], tracked)) for row in rows)


def _texts(elements: Iterable[etree._Element], tracked: Tracked) -> list[str]:
    return [linear(element, tracked) for element in elements]


def _delimited(element: etree._Element, parts: list[str]) -> str:
    first = _sign(element, "dPr", "begChr", "(")
    between = _sign(element, "dPr", "sepChr", "|")
    return first + between.join(parts) + _sign(element, "dPr", "endChr", ")")


def _sign(element: etree._Element, properties: str, name: str, usual: str) -> str:
    found = element.find(f"{m(properties)}/{m(name)}")
    return usual if found is None else found.get(m("val"), "")
