"""Makes the object of a field of its code, as Word writes it in each of its formats."""

import re

from sverka.model import Object, ObjectKind
from sverka.patterns import late_pattern
from sverka.readers.office.gathered import PAGE_BREAK

_TARGET = late_pattern(r'HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_PLACE = late_pattern(r'\\l\s+(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_GENERATED = late_pattern(r"\b(_Toc)\d+\b")
"""Bookmarks that a table of contents gets anew whenever it is made again."""


def field_object(code: str, offset: int, length: int, result: str) -> Object:
    """The object of a field with this code: a link, or just a field."""
    code = without_generated(" ".join(code.split()))
    words = result.replace(PAGE_BREAK, "")
    if code.upper().startswith("HYPERLINK"):
        return Object(offset, ObjectKind.LINK, _link_target(code), length=length)
    return Object(offset, ObjectKind.FIELD, code, words, length)


def _link_target(code: str) -> str:
    """Where the code of a link leads: an address, a place in a document after "#", or both."""
    target, place = _TARGET.search(code), _PLACE.search(code)
    address = (target[1] or target[2] or "") if target else ""
    return address + ("#" + (place[1] or place[2] or "") if place else "")


def without_generated(text: str) -> str:
    """A code or a target without the numbers of bookmarks that are only made anew: "_Toc"."""
    return _GENERATED.sub(r"\1", text) if "_Toc" in text else text
