"""Looks into the drawings of a DOCX: their pictures, text boxes and charts, each once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from lxml import etree

from sverka.patterns import late_pattern
from sverka.readers.docx.wordprocessing import (
    A_URI,
    ALTERNATE,
    CHOICE,
    FALLBACK,
    PIC_URI,
    R_ID,
    R_URI,
    V_URI,
    WP_URI,
    WPG_URI,
    m,
    to_int,
    w,
)

_TEXT_BOX = w("txbxContent")
GRAPHIC = f"{{{A_URI}}}graphicData"
_CHARTS = ("/chart", "/diagram", "/chartex")
_PICTURES = {
    f"{{{A_URI}}}blip": (f"{{{R_URI}}}embed", f"{{{R_URI}}}link"),
    f"{{{V_URI}}}imagedata": (f"{{{R_URI}}}id", f"{{{R_URI}}}href"),
}
"""The elements that show a picture, and their attributes with the id of its relationship."""

_DESCRIBED = {
    f"{{{PIC_URI}}}cNvPr": ("descr", "title"),
    f"{{{WP_URI}}}docPr": ("descr", "title"),
    f"{{{V_URI}}}shape": ("alt", "title"),
}
"""Where the alternative text of a picture stands: at the picture, or at the drawing around it."""

_PICTURE, _GROUPS = f"{{{PIC_URI}}}pic", frozenset({f"{{{WPG_URI}}}{n}" for n in ("wgp", "grpSp")})
_CLICKED = f"{{{A_URI}}}hlinkClick"
_EMU = 12_700
"""English metric units, in which Office measures, in a point."""

Crop: TypeAlias = tuple[float, float, float, float]
"""The parts of a picture that are cut off at its left, upper, right and lower edge."""
_EDGES = ("left", "top", "right", "bottom")
_BLIP, _SHOWN_PART = f"{{{A_URI}}}blip", f"{{{A_URI}}}srcRect"
_PART = late_pattern(r"\s*([-+]?\d{1,9}(?:\.\d{1,9})?|[-+]?\.\d{1,9})(%|f|)\s*")
_PARTS_OF = {"%": 100.0, "f": 65536.0}
_THOUSANDTHS = 100_000.0
"""Of a percent in 1, in which DrawingML says parts."""

_LENGTH = late_pattern(
    r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|in|cm|mm|pc|px|)", re.IGNORECASE
)
_POINTS = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 7.2 / 2.54,
    "pc": 12.0,
    "px": 0.75,
    "": 0.75,
}
"""Units of a style of VML; a length without one is in pixels."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture of a drawing: its relationship, its alternative text, width and height in points.

    `inside` is by how much the group of drawings that it stands in enlarges what is in it, `crop`
    is as in `Object`, `link` the relationship that leads to where it leads itself.
    """

    key: str = ""
    words: str = ""
    size: tuple[float, float] | None = None
    inside: tuple[float, float] | None = None
    crop: Crop = (0.0, 0.0, 0.0, 0.0)
    link: str = ""


_NOTHING_SAID = ShownPicture()


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
    """The contents of text boxes, the charts and the lettering of a drawing, each once.

    What is in boxes is not given.
    """
    if element.tag == _TEXT_BOX or is_chart(element) or lettering(element):
        return [element]
    if element.tag == ALTERNATE:
        chosen = alternative(element)
        return [] if chosen is None else text_boxes(chosen)
    return [box for child in element.iterchildren(etree.Element) for box in text_boxes(child)]


def lettering(element: etree._Element) -> str:
    """The words that are drawn along a line, as watermarks are; "" where an element is none."""
    return element.get("string", "").strip() if element.tag == f"{{{V_URI}}}textpath" else ""


def is_chart(element: etree._Element) -> bool:
    """Whether an element stands for a chart or a diagram, which is a part of its own."""
    return element.tag == GRAPHIC and element.get("uri", "").endswith(_CHARTS)


def pictures(
    element: etree._Element, around: ShownPicture = _NOTHING_SAID
) -> Iterator[ShownPicture]:
    """The pictures of a drawing, each once; `around` is what is said of them further out.

    Pictures in text boxes belong to the text of the box.
    """
    if element.tag == _TEXT_BOX:
        return
    if element.tag == ALTERNATE:
        chosen = alternative(element)
        if chosen is not None:
            yield from pictures(chosen, around)
        return
    if (names := _PICTURES.get(str(element.tag))) is not None:
        key = next((key for name in names if (key := element.get(name))), "")
        yield replace(around, key=key, crop=_cropped(element))
        return
    said = _described_by(element)
    words, link = _description(said) or around.words, _link_of(said) or around.link
    own = replace(around, words=words, link=link)
    own = _measured(element, own)
    for child in element.iterchildren(etree.Element):
        yield from pictures(child, own)


def _described_by(element: etree._Element) -> list[etree._Element]:
    """The elements that say of a drawing, a picture or a shape what it is."""
    found = [element, *element.iterchildren(*_DESCRIBED)]
    properties = element.find(f"{{{PIC_URI}}}nvPicPr")
    return found if properties is None else [*found, *properties.iterchildren(*_DESCRIBED)]


def _description(said: Iterable[etree._Element]) -> str:
    """The alternative text that a drawing, a picture or a shape has of its own."""
    texts = (one.get(name) for one in said for name in _DESCRIBED.get(str(one.tag), ()))
    return next((text for text in texts if text), "")


def _link_of(said: Iterable[etree._Element]) -> str:
    """The relationship that a click on a picture follows."""
    links = (one.find(_CLICKED) for one in said)
    return next((key for one in links if one is not None and (key := one.get(R_ID))), "")


def _measured(element: etree._Element, around: ShownPicture) -> ShownPicture:
    """With the size that the element says its picture has, if it says one."""
    extent = element.find(f"{{{WP_URI}}}extent")
    if extent is not None:
        return replace(around, size=_extent(extent))
    if element.tag in _GROUPS:
        return replace(around, inside=_enlarging(element, around.inside))
    if element.tag == _PICTURE and around.inside is not None:
        size = _extent(element.find(f"{{{PIC_URI}}}spPr/{{{A_URI}}}xfrm/{{{A_URI}}}ext"))
        wide, high = around.inside
        return replace(around, size=size and (size[0] * wide, size[1] * high))
    if style := element.get("style", ""):
        found = {name.lower(): float(n) * _POINTS[u.lower()] for name, n, u in _lengths(style)}
        if len(found) == 2:
            return replace(around, size=(found["width"], found["height"]))
    return around


def _lengths(style: str) -> Iterator[tuple[str, str, str]]:
    for match in _LENGTH.finditer(style):
        name, figures, unit = match.groups()
        if figures.count(".") < 2 and figures != ".":
            yield name, figures, unit


def _cropped(shown: etree._Element) -> Crop:
    """How much of a picture is cut off at each edge."""
    left, top, right, bottom = (_part(shown.get(f"crop{edge}")) for edge in _EDGES)
    beside = shown.getnext() if shown.tag == _BLIP else None
    while beside is not None and beside.tag != _SHOWN_PART:
        beside = beside.getnext()
    if beside is not None:
        said = (beside.get(edge[0]) for edge in _EDGES)
        left, top, right, bottom = (_part(one, _THOUSANDTHS) for one in said)
    return left, top, right, bottom


def _part(written: str | None, whole: float = 1.0) -> float:
    """A part of 1: in percent, in 65,536ths ("f"), or of `whole`."""
    found = _PART.fullmatch(written or "")
    return float(found[1]) / _PARTS_OF.get(found[2], whole) if found else 0.0


def _extent(element: etree._Element | None) -> tuple[float, float] | None:
    if element is None:
        return None
    wide, high = to_int(element.get("cx")), to_int(element.get("cy"))
    return None if wide is None or high is None else (wide / _EMU, high / _EMU)


def _enlarging(
    group: etree._Element, around: tuple[float, float] | None
) -> tuple[float, float] | None:
    """By how much a group enlarges what it holds: by its size over that of its own grid."""
    place = group.find(f"{{{WPG_URI}}}grpSpPr/{{{A_URI}}}xfrm")
    if place is None:
        return around or (1.0, 1.0)
    size = _extent(place.find(f"{{{A_URI}}}ext"))
    grid = _extent(place.find(f"{{{A_URI}}}chExt"))
    wide, high = around or (1.0, 1.0)
    if size is None or grid is None or not grid[0] or not grid[1]:
        return wide, high
    return wide * size[0] / grid[0], high * size[1] / grid[1]
