"""Takes the lines and words out of what Tesseract says (hOCR), with how sure it is of each word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from lxml import etree

from sverka.readers.markup import BadMarkup, parse

_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_POINTS_PER_INCH = 72
_USUAL_RESOLUTION = 200
_LEAST_RESOLUTION = 70
"""Dots per inch that Tesseract gives where a picture does not say its own."""

_ONE_SIZE = 0.15
"""Heights of lines that differ by no more than this share are of one size of type: they are
measured by the letters that happen to stand in a line."""
_BELOW = 0.25
"""The share of the size of type that lies below the line letters stand on."""
_WIDE_GAP = 3.0
"""A gap of so many heights parts a line: table cells, the left and right end of a header."""


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word as it was recognised, between `left` and `right`, `certainty` in per cent."""

    text: str
    left: float
    right: float
    certainty: int


@dataclass(frozen=True, slots=True)
class OcrLine:
    """A line of a page: words in their order, its box in points as the page is read."""

    words: tuple[OcrWord, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class OcrPage:
    """A page that was recognised, upright; `height` in points."""

    lines: tuple[OcrLine, ...]
    height: float

    @property
    def certainty(self) -> float:
        """How sure Tesseract is of the page, in per cent; 0 where it found no word."""
        words = [word for line in self.lines for word in line.words]
        letters = sum(len(word.text) for word in words)
        return sum(word.certainty * len(word.text) for word in words) / (letters or 1)


def pages_of(hocr: bytes) -> tuple[OcrPage, ...]:
    """The pages; none where it is not whole."""
    start = hocr.find(b"<html")
    try:
        root = parse(hocr[max(0, start) :])
    except BadMarkup:
        return ()
    return tuple(_page(one) for one in root.iter("{*}div") if one.get("class") == "ocr_page")


def _page(element: etree._Element) -> OcrPage:
    said = _said(element)
    _left, _top, width, height = _numbers(said, "bbox", 4)
    resolution = _numbers(said, "scan_res", 2)[0]
    if resolution <= _LEAST_RESOLUTION:
        resolution = _USUAL_RESOLUTION
    scale = _POINTS_PER_INCH / resolution
    found = [one for one in element.iter("{*}span") if one.get("class") in _LINES]
    turns = [round(_numbers(_said(one), "textangle", 1)[0] / 90) % 4 for one in found]
    turn = max(set(turns), key=turns.count) if turns else 0
    page = _Turned(width, height, turn, scale)
    drafts = [line for one in found for line in _parted(one, page)]
    usual = median([line.size for line in drafts]) if drafts else 0.0
    lines = tuple(_settled(line, usual) for line in drafts)
    return OcrPage(lines, page.high)


@dataclass(frozen=True, slots=True)
class _Turned:
    """A page of so many pixels that is to be turned by quarters, clockwise, to be read upright."""

    width: float
    height: float
    quarters: int
    scale: float

    @property
    def high(self) -> float:
        """How high the upright page is, in points."""
        return self.scale * (self.width if self.quarters % 2 else self.height)

    def box(self, said: str) -> tuple[float, float, float, float]:
        """Left, bottom, right and top in points of what stands in a bbox of the picture."""
        left, top, right, bottom = _numbers(said, "bbox", 4)
        if self.quarters == 1:  # the text runs upwards
            left, top, right, bottom = self.height - bottom, left, self.height - top, right
        elif self.quarters == 2:
            left, right = self.width - right, self.width - left
            top, bottom = self.height - bottom, self.height - top
        elif self.quarters == 3:
            left, top, right, bottom = top, self.width - right, bottom, self.width - left
        scale = self.scale
        return left * scale, self.high - bottom * scale, right * scale, self.high - top * scale


def _parted(element: etree._Element, page: _Turned) -> Iterator[OcrLine]:
    """A line, or its parts where wide gaps stand between them."""
    said = _said(element)
    _left, bottom, _right, top = page.box(said)
    size = _numbers(said, "x_size", 1)[0] * page.scale or top - bottom
    if page.quarters == 0:
        bottom -= _numbers(said, "baseline", 2)[1] * page.scale
    else:
        bottom += _BELOW * size
    words: list[OcrWord] = []
    for one in element.iter("{*}span"):
        text = str(etree.tostring(one, method="text", encoding="unicode", with_tail=False)).strip()
        if one.get("class") != "ocrx_word" or not text:
            continue
        about = _said(one)
        left, _bottom, right, _top = page.box(about)
        if words and left - words[-1].right > _WIDE_GAP * size:
            yield _line(words, bottom, size)
            words = []
        certainty = round(_numbers(about, "x_wconf", 1)[0])
        words.append(OcrWord(text, left, right, min(100, max(0, certainty))))
    if words:
        yield _line(words, bottom, size)


def _line(words: list[OcrWord], standing: float, size: float) -> OcrLine:
    left, right = min(word.left for word in words), max(word.right for word in words)
    return OcrLine(tuple(words), left, standing, right, standing + size, size)


def _settled(line: OcrLine, usual: float) -> OcrLine:
    """The line in the size of type that it is set in, its box as high as that."""
    near = abs(line.size - usual) <= _ONE_SIZE * max(line.size, usual)
    size = round(usual if near else line.size, 1)
    bottom = line.bottom - _BELOW * size
    left, right = round(line.left, 2), round(line.right, 2)
    return OcrLine(line.words, left, round(bottom, 2), right, round(bottom + size, 2), size)


def _said(element: etree._Element) -> str:
    return element.get("title", "")


def _numbers(said: str, name: str, count: int) -> tuple[float, ...]:
    """The numbers behind a name in what hOCR says of an element; zeros where it is not said."""
    found = re.search(rf"(?:^|[;\s]){name}((?:\s+-?[\d.]+){{{count}}})", said)
    return tuple(map(float, found[1].split())) if found else (0.0,) * count
