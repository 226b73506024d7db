"""Writes a formula of an OpenDocument (MathML) on one line, as it would be typed: x^2, √(x)."""

from lxml import etree

from sverka.readers.office.formula_terms import grouped

_INDEXED = {
    "msup": ("^",), "msub": ("_",), "msubsup": ("_", "^"), "munder": ("_",), "mover": ("^",),
    "munderover": ("_", "^"),
}  # fmt: skip
"""Structures of a base with something above or below it."""

_TEXTS = frozenset({"mi", "mn", "mo", "mtext", "ms"})
_SILENT = frozenset({"annotation", "annotation-xml", "mphantom"})


def is_formula(root: etree._Element) -> bool:
    """Whether an element is a formula."""
    return _local(root) == "math"


def linear_formula(element: etree._Element) -> str:
    """The text of a formula, or of a part of it, in the order of reading."""
    name = _local(element)
    if name in _TEXTS:
        return "".join(str(text) for text in element.itertext()).strip()
    if name in _SILENT:
        return ""
    parts = [linear_formula(child) for child in element.iterchildren(etree.Element)]
    if name in _INDEXED and parts:
        signs = zip(_INDEXED[name], parts[1:], strict=False)
        return grouped(parts[0]) + "".join(s + grouped(part) for s, part in signs if part)
    match name:
        case "mfrac" if len(parts) == 2:
            return f"{grouped(parts[0])}/{grouped(parts[1])}"
        case "msqrt":
            return f"√({''.join(parts)})"
        case "mroot" if len(parts) == 2:
            return f"{parts[1]}√({parts[0]})"
        case "mfenced":
            return element.get("open", "(") + "|".join(parts) + element.get("close", ")")
        case "mtable":
            return "; ".join(parts)
        case "mtr":
            return ", ".join(parts)
    return "".join(parts)


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
