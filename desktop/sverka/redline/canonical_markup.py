"""Says when two pieces of markup are the same, whatever Word noted in them for itself."""

import re

from lxml import etree

from sverka.patterns import late_pattern
from sverka.readers.docx.wordprocessing import ALTERNATE, CHOICE, R_URI, W_URI, w

_NOISE_IN_BYTES = late_pattern(
    rb' w:(?:rsid\w*|tplc)="[^"]*"'
    rb'| pt14:\w+="[^"]*"'
    rb'| w14:(?:paraId|textId)="[^"]*"'
    rb'| wp14:(?:anchorId|editId)="[^"]*"'
    rb"|<w:(?:proofErr|lastRenderedPageBreak|noProof|lang)(?: [^>]*)?></w:\w+>"
    rb' | xmlns:\w+="[^"]*"'
)
_LEFT_EMPTY = late_pattern(rb"<w:rPr></w:rPr>|<w:pPr></w:pPr>")
_SHAPE_NAMES = late_pattern(
    rb"(?<=<wp:docPr)[^>]*(?=>)|(?<=:cNvPr)[^>]*(?=>)"
    rb'| (?:o:spid|id|o:gfxdata|ProgID|ObjectID|ShapeID)="[^"]*"|<a16:creationId[^>]*>'
)
_IN_TEXT_BOX = late_pattern(rb"(?<=<w:txbxContent>).*?(?=</w:txbxContent>)", re.DOTALL)
_PLACED = late_pattern(rb"<(?:wp:extent|wp:effectExtent|a:ext|a:off)[^>]*>|<wp:pos.*?</wp:pos\w+>")

_OF_WORD = (f"{{{W_URI}}}", f"{{{R_URI}}}")
_ON = frozenset({"1", "true", "on"})
_OFF = {"false": "0", "off": "0"}
_OF_A_LOOK = frozenset(
    w(name) for name in ("lang", "noProof", "rPrChange", "ins", "del", "moveFrom", "moveTo")
)
_OF_A_PARAGRAPH = frozenset(w(name) for name in ("rPr", "sectPr", "pPrChange"))
_RECORDED = frozenset(
    w(name)
    for name in (
        *("sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange"),
        *("headerReference", "footerReference", "ins", "del", "cellIns", "cellDel"),
    )
)


def markup_digest(element: etree._Element) -> bytes:
    """What an element is compared by as a whole; equal for elements that say the same."""
    data = etree.tostring(element, method="c14n", exclusive=True, with_comments=False)
    return _LEFT_EMPTY.sub(b"", _LEFT_EMPTY.sub(b"", _NOISE_IN_BYTES.sub(b"", data)))


def shape_digest(element: etree._Element) -> bytes:
    """As markup_digest, without the names and numbers that drawings are given when saved."""
    return _SHAPE_NAMES.sub(b"", markup_digest(_shown(element)))


def frame_digest(element: etree._Element) -> bytes:
    """A drawing without what its text boxes say, and without its size and place."""
    return _PLACED.sub(b"", _IN_TEXT_BOX.sub(b"", shape_digest(element)))


def _shown(element: etree._Element) -> etree._Element:
    """What a program of today shows of alternatives."""
    if element.tag != ALTERNATE:
        return element
    choice = element.find(CHOICE)
    return element if choice is None else choice


def look_key(properties: etree._Element | None) -> str:
    """What character properties say; "" for none. Language and proofing are no look."""
    return _key_of(properties, _OF_A_LOOK)


def paragraph_key(properties: etree._Element | None) -> str:
    """What paragraph properties say, without those of the mark and of a section."""
    return _key_of(properties, _OF_A_PARAGRAPH)


def properties_key(properties: etree._Element | None) -> str:
    """What properties of a section, table, row or cell say, without headers and revisions."""
    return _key_of(properties, _RECORDED)


def _key_of(properties: etree._Element | None, without: frozenset[str]) -> str:
    if properties is None:
        return ""
    return "".join(sorted(_said(child) for child in properties if child.tag not in without))


def _said(element: etree._Element) -> str:
    attributes = []
    for name, value in sorted(element.attrib.items()):
        local = str(name).rpartition("}")[2]
        if local.startswith("rsid") or not str(name).startswith(_OF_WORD):
            continue
        value = str(value)
        if local == "val" and value in _ON:
            continue
        attributes.append(f"{local}={_OFF.get(value, value)}")
    inner = "".join(_said(child) for child in element)
    return f"<{element.tag} {' '.join(attributes)}>{inner}"
