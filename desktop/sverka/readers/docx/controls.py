"""Finds the content controls of a DOCX, what they are around, and which of them are filled in."""

from lxml import etree

from sverka.model import Object, ObjectKind
from sverka.readers.docx.wordprocessing import W14_URI, is_on, value, w

_CONTROL = w("sdt")
_CONTENT = frozenset(w(name) for name in ("p", "tbl", "tr", "tc", "sdt", "customXml"))
_HOLDING = frozenset({w("sdtContent"), w("customXml"), w("tbl"), w("tr"), w("tc"), _CONTROL})
_FRAMES = frozenset(
    w(name) for name in ("docPartObj", "docPartList", "group", "citation", "bibliography")
)
"""Controls that only hold together what a program made: a table of contents, a list of sources."""


def controls_around(paragraph: etree._Element) -> list[etree._Element]:
    """The controls around whole paragraphs, rows or cells that begin with this paragraph."""
    found: list[etree._Element] = []
    inner = paragraph
    while (outer := inner.getparent()) is not None and outer.tag in _HOLDING:
        if outer.tag == _CONTROL:
            found.append(outer)
        elif next(inner.itersiblings(*_CONTENT, preceding=True), None) is not None:
            break
        inner = outer
    return found


def control_objects(control: etree._Element, start: int, length: int) -> list[Object]:
    """The object of a control: a check box, or what the file calls it; none of a mere frame."""
    if (state := _check_box(control)) is not None:
        return [Object(start, ObjectKind.CHECK_BOX, state, length=length)]
    properties = control.find(w("sdtPr"))
    if properties is not None and next(properties.iterchildren(*_FRAMES), None) is not None:
        return []
    # The title is what the person who fills it in sees; the tag is for programs.
    name = value(properties, "alias") or value(properties, "tag") or ""
    return [Object(start, ObjectKind.CONTROL, name, length=length)]


def _check_box(control: etree._Element) -> str | None:
    """Whether a content control is a checked check box; None where it is another control."""
    box = control.find(f"{w('sdtPr')}/{{{W14_URI}}}checkbox")
    if box is None:
        return None
    state = box.find(f"{{{W14_URI}}}checked")
    checked = state is not None and is_on(state, f"{{{W14_URI}}}val")
    return "checked" if checked else "unchecked"
