"""Reads what a chart or a diagram of a DOCX says: its titles, its names and its figures, as lines.

Each is a part of its own, which the drawing only points to.
"""

from collections.abc import Iterator

from lxml import etree

from sverka.readers.docx.wordprocessing import A_URI, C_URI, DGM_URI, R_URI

_A, _C, _DGM = f"{{{A_URI}}}", f"{{{C_URI}}}", f"{{{DGM_URI}}}"
_PARTS = {f"{_C}chart": f"{{{R_URI}}}id", f"{_DGM}relIds": f"{{{R_URI}}}dm"}


def part_id(graphic: etree._Element) -> str:
    """The id of the relationship to the part that holds the words of a chart; "" for none."""
    for child in graphic.iterchildren(etree.Element):
        for name, attribute in _PARTS.items():
            if child.tag == name:
                return child.get(attribute, "")
        if "chartex" in str(child.tag):
            return child.get(f"{{{R_URI}}}id", "")
    return ""


def lines_of(root: etree._Element) -> list[str]:
    """What a chart or a diagram says, one line for each title, each series and each shape."""
    lines = [*_paragraphs(root)]
    for series in root.iter(f"{_C}ser"):
        lines.append(_series(series))
    return [line for line in lines if line.strip()]


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_A}p"):
        yield "".join(text.text or "" for text in paragraph.iter(f"{_A}t")).strip()


def _series(series: etree._Element) -> str:
    """A series as one line: "Export: 2023 4.5; 2024 5"; what it has no name for goes without."""
    name = " ".join(_values(series.find(f"{_C}tx")).values())
    names = _values(_first(series, "cat", "xVal"))
    figures = _values(_first(series, "val", "yVal"))
    points = sorted({*names, *figures})
    pairs = (f"{names.get(k, '')} {figures.get(k, '')}".strip() for k in points)
    return ": ".join(filter(None, (name, "; ".join(filter(None, pairs)))))


def _first(series: etree._Element, *names: str) -> etree._Element | None:
    return next((found for name in names if (found := series.find(_C + name)) is not None), None)


def _values(element: etree._Element | None) -> dict[int, str]:
    """The values that a chart remembers of the table it was drawn from, by their place."""
    found: dict[int, str] = {}
    if element is None:
        return found
    for place, point in enumerate(element.iter(f"{_C}pt")):
        text = point.findtext(f"{_C}v") or ""
        index = point.get("idx", "")
        found[int(index) if index.isdecimal() and len(index) < 9 else place] = text.strip()
    if not found and (alone := element.findtext(f"{_C}v")):
        found[0] = alone.strip()
    return found
