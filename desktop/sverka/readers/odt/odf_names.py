"""The names that OpenDocument gives to elements and attributes, and what their values mean."""

from lxml import etree

from sverka.patterns import late_pattern

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_URIS = {
    **{
        prefix: f"{_BASE}{name}:1.0"
        for prefix, name in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing")),
            *(("style", "style"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
            *(("meta", "meta"), ("manifest", "manifest"), ("form", "form"), ("field", "field")),
        )
    },
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_LENGTH = late_pattern(r"\s*(\d{1,7}(?:\.\d{1,9})?|\.\d{1,9})(pt|in|cm|mm|pc|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "px": 0.75}


def o(name: str) -> str:
    """The name of an element or attribute as lxml has it, of "text:p"."""
    prefix, _colon, local = name.partition(":")
    return f"{{{_URIS[prefix]}}}{local}"


def number(element: etree._Element, name: str, least: int = 0) -> int | None:
    """A whole number that an attribute says; None where it says none, or less than `least`."""
    written = element.get(o(name), "").strip()[:9]
    found = int(written) if written.isascii() and written.isdigit() else None
    return None if found is None or found < least else found


def points(written: str | None) -> float | None:
    """A length in points; None where it is none."""
    found = _LENGTH.fullmatch(written or "")
    return float(found[1]) * _POINTS[found[2]] if found else None
