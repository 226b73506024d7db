"""What a page shows beside its text: rules, pictures, and the grounds that text stands on."""

import ctypes
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sverka.readers.pdf.frame import Frame

_MOST_OBJECTS = 20_000
"""Of a page with more objects only so many are looked at: a map or a drawing, no ruled table."""

_MOST_SEGMENTS = 200
"""Of a path with more segments only its box is taken: a drawing."""

_MOST_RULES = 2_000
_FIRST_SEGMENTS = 12
"""So many segments show whether a path is drawn freely."""

_DEEPEST = 4
"""Forms inside each other; more are no page but a trap."""

_THIN = 3.0
"""A shape is a rule where it is not thicker than so many points."""

_NEARLY_WHITE = 250
"""Each part of a colour, of 255."""

Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Shape(NamedTuple):
    """An object of the page that is no text, with its box in the coordinates of the file."""

    address: int
    kind: int
    box: Box
    matrix: _Matrix


class PageShapes:
    """The rules and pictures of a page that is open, looked for when they are asked for.

    Boxes are left, bottom, right, top in PDF points of the page as it is read, y upwards.
    """

    def __init__(self, page: pdfium.PdfPage | None, frame: Frame) -> None:
        """`page` is None for one that shows nothing beside its text."""
        self._page = page
        self._frame = frame

    @cached_property
    def _shapes(self) -> list[_Shape]:
        return list(_shapes_of(self._page)) if self._page is not None else []

    @cached_property
    def pictures(self) -> list[Box]:
        """The boxes of the pictures."""
        kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)
        return self._upright([shape.box for shape in self._shapes if shape.kind in kinds])

    @cached_property
    def rules(self) -> list[Box]:
        """Thin horizontal and vertical lines, the edges of rectangles among them."""
        found: list[Box] = []
        for shape in self._shapes:
            if shape.kind == raw.FPDF_PAGEOBJ_PATH:
                found += _rules_of(shape)
            if len(found) >= _MOST_RULES:
                break
        return self._upright(found[:_MOST_RULES])

    @cached_property
    def paths(self) -> list[Box]:
        """The boxes of everything that is drawn with lines."""
        return self._upright([s.box for s in self._shapes if s.kind == raw.FPDF_PAGEOBJ_PATH])

    @cached_property
    def drawings(self) -> list[Box]:
        """The boxes of what is drawn with curves or with slanting lines, which no table is."""
        paths = (shape for shape in self._shapes if shape.kind == raw.FPDF_PAGEOBJ_PATH)
        return self._upright([p.box for p in islice(paths, _MOST_RULES) if _is_drawn_freely(p)])

    @cached_property
    def grounds(self) -> list[Box]:
        """The boxes of what is painted in another colour than white."""
        shapes = self._shapes
        found = [s.box for s in shapes if s.kind != raw.FPDF_PAGEOBJ_PATH or _is_dark(s.address)]
        return self._upright(found)

    def _upright(self, boxes: Sequence[Box]) -> list[Box]:
        if not boxes:
            return []
        return [tuple(box) for box in self._frame.upright(np.array(boxes, float)).tolist()]


def _shapes_of(page: pdfium.PdfPage) -> Iterator[_Shape]:
    count = min(max(0, raw.FPDFPage_CountObjects(page)), _MOST_OBJECTS)
    for index in range(count):
        yield from _within(raw.FPDFPage_GetObject(page, index), _UNMOVED, _DEEPEST)


def _within(thing: object, matrix: _Matrix, depth: int) -> Iterator[_Shape]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        return
    if kind == raw.FPDF_PAGEOBJ_FORM:
        moved = raw.FS_MATRIX()
        if depth and raw.FPDFPageObj_GetMatrix(thing, moved):
            own = (moved.a, moved.b, moved.c, moved.d, moved.e, moved.f)
            inner = _after(own, matrix)
            for index in range(min(raw.FPDFFormObj_CountObjects(thing), _MOST_OBJECTS)):
                yield from _within(raw.FPDFFormObj_GetObject(thing, index), inner, depth - 1)
        return
    sides = [ctypes.c_float() for _ in range(4)]
    if raw.FPDFPageObj_GetBounds(thing, *sides):
        left, bottom, right, top = (side.value for side in sides)
        box = _box([(left, bottom), (right, top)], matrix)
        yield _Shape(ctypes.addressof(thing.contents), kind, box, matrix)  # type: ignore[attr-defined]


def _after(first: _Matrix, second: _Matrix) -> _Matrix:
    """The matrix that does what `first` does and then what `second` does."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _box(points: Sequence[tuple[float, float]], matrix: _Matrix) -> Box:
    """The box around points that a matrix moves."""
    a, b, c, d, e, f = matrix
    across = [a * x + c * y + e for x, y in points]
    up = [b * x + d * y + f for x, y in points]
    return min(across), min(up), max(across), max(up)


def _rules_of(shape: _Shape) -> Iterator[Box]:
    """The rules that a painted path draws."""
    path = ctypes.cast(shape.address, raw.FPDF_PAGEOBJECT)
    fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    left, bottom, right, top = shape.box
    if min(right - left, top - bottom) <= _THIN:
        yield shape.box
        return
    count = raw.FPDFPath_CountSegments(path)
    if not 2 <= count <= _MOST_SEGMENTS:
        return
    moved = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(path, moved):
        return
    own = (moved.a, moved.b, moved.c, moved.d, moved.e, moved.f)
    yield from _edges(path, count, _after(own, shape.matrix))


def _edges(path: object, count: int, matrix: _Matrix) -> Iterator[Box]:
    """The straight edges of a path that go across or up."""
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = last = (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        edges = [(last, point)] if kind == raw.FPDF_SEGMENT_LINETO else []
        if raw.FPDFPathSegment_GetClose(segment):
            edges.append((point, begin))
        for edge in edges:
            box = _box(edge, matrix)
            if (
                min(box[2] - box[0], box[3] - box[1])
                <= _THIN
                < max(box[2] - box[0], box[3] - box[1])
            ):
                yield box
        last = point


def _is_drawn_freely(shape: _Shape) -> bool:
    """Whether a path has a curve or a slanting line among its first segments."""
    left, bottom, right, top = shape.box
    if min(right - left, top - bottom) <= _THIN:
        return False
    path = ctypes.cast(shape.address, raw.FPDF_PAGEOBJECT)
    x, y = ctypes.c_float(), ctypes.c_float()
    last: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(path), _FIRST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return True
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        if kind == raw.FPDF_SEGMENT_LINETO and last is not None:
            across, up = abs(point[0] - last[0]), abs(point[1] - last[1])
            if min(across, up) > 0.01 * max(across, up) > 0:
                return True
        last = point
    return False


def _is_dark(address: int) -> bool:
    """Whether a path is filled in another colour than white."""
    path = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    fill, stroke = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value:
        return False
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(path, *parts):
        return True  # a pattern
    red, green, blue, alpha = (part.value for part in parts)
    return alpha > 0 and min(red, green, blue) < _NEARLY_WHITE
