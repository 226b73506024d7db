"""Looks into the drawings of a DOCX: their pictures, text boxes and charts, each once."""

from collections.abc import Iterator

from lxml import etree

from sverka.readers.docx.wordprocessing import (
    A_URI,
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PIC_URI,
    R_URI,
    V_URI,
    WP_URI,
    m,
    w,
)

_TEXT_BOX = w("txbxContent")
_CHARTS = ("/chart", "/diagram", "/chartex")
_PICTURES = {
    f"{{{A_URI}}}blip": (f"{{{R_URI}}}embed", f"{{{R_URI}}}link"),
    f"{{{V_URI}}}imagedata": (f"{{{R_URI}}}id", f"{{{R_URI}}}href"),
}
"""The elements that show a picture, and their attributes with the id of its relationship."""

_DESCRIBED = {
    f"{{{PIC_URI}}}cNvPr": "descr",
    f"{{{WP_URI}}}docPr": "descr",
    f"{{{V_URI}}}shape": "alt",
}
"""Where the alternative text of a picture stands: at the picture, or at the drawing around it."""


def alternative(element: etree._Element) -> etree._Element | None:
    """The one version to read of content that a file has in several (mc:AlternateContent).

    The first that has any text, else the first: text is what is compared. Of a picture, too, all
    versions show the same, but only one may have its caption or a text box; the fallback, which
    comes last, is the content for older programs.
    """
    versions = [*element.findall(CHOICE), *element.findall(FALLBACK)]
    for version in versions:
        if next(version.iter(w("t"), w("delText"), w("sym"), m("t")), None) is not None:
            return version
    return versions[0] if versions else None


def text_boxes(element: etree._Element) -> list[etree._Element]:
    """The contents of the text boxes of a drawing, each once; boxes within them are not given."""
    if element.tag == _TEXT_BOX:
        return [element]
    if element.tag == ALTERNATE:
        chosen = alternative(element)
        return [] if chosen is None else text_boxes(chosen)
    return [box for child in element.iterchildren(etree.Element) for box in text_boxes(child)]


def charts(element: etree._Element) -> int:
    """How many charts and diagrams a drawing holds."""
    found = element.iter(f"{{{A_URI}}}graphicData")
    return sum(1 for data in found if data.get("uri", "").endswith(_CHARTS))


def pictures(element: etree._Element, around: str = "") -> Iterator[tuple[str, str]]:
    """The pictures of a drawing, each once: the id of its relationship and its alternative text.

    `around` is the text of what stands around the drawing. Pictures in text boxes belong to the
    text of the box.
    """
    if element.tag == _TEXT_BOX:
        return
    if element.tag == ALTERNATE:
        chosen = alternative(element)
        if chosen is not None:
            yield from pictures(chosen, around)
        return
    if (names := _PICTURES.get(str(element.tag))) is not None:
        yield next((key for name in names if (key := element.get(name))), ""), around
        return
    words = _description(element) or around
    for child in element.iterchildren(etree.Element):
        yield from pictures(child, words)


def _description(element: etree._Element) -> str:
    """The alternative text that a drawing, a picture or a shape has of its own."""
    tag = str(element.tag)
    if tag in _DESCRIBED and (own := element.get(_DESCRIBED[tag], "")):
        return own
    for child in element.iterchildren(*_DESCRIBED):
        return child.get(_DESCRIBED[str(child.tag)], "")
    properties = element.find(f"{{{PIC_URI}}}nvPicPr")
    return "" if properties is None else _description(properties)
