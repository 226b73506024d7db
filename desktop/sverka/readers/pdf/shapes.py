"""What a page shows beside its text: rules, pictures, and the grounds that text stands on."""

import ctypes
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sverka.readers.pdf.bare_calls import INT, POINTER, answers, bare
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

_SMALLEST_CELL = 7.0
"""Points: no cell of a table is lower or narrower, so that smaller shapes are not looked into."""

NEARLY_WHITE = 250
"""Each part of a colour, of 255."""

_segment_of = bare("FPDFPath_GetPathSegment", POINTER, POINTER, INT)
_segment_kind = bare("FPDFPathSegment_GetType", INT, POINTER)
_closes = bare("FPDFPathSegment_GetClose", INT, POINTER)
_segments_of = bare("FPDFPath_CountSegments", INT, POINTER)
_mode_of = bare("FPDFPath_GetDrawMode", INT, POINTER, POINTER, POINTER)
_MOVE = raw.FPDF_SEGMENT_MOVETO
_point_of = bare("FPDFPathSegment_GetPoint", INT, POINTER, POINTER, POINTER)
_FORM = raw.FPDF_PAGEOBJ_FORM
_object_of = bare("FPDFPage_GetObject", POINTER, POINTER, INT)
_inner_of = bare("FPDFFormObj_GetObject", POINTER, POINTER, ctypes.c_ulong)
_count_of = bare("FPDFFormObj_CountObjects", INT, POINTER)
_kind_of = bare("FPDFPageObj_GetType", INT, POINTER)
_bounds_of = bare("FPDFPageObj_GetBounds", INT, POINTER, POINTER, POINTER, POINTER, POINTER)
_matrix_of = bare("FPDFPageObj_GetMatrix", INT, POINTER, POINTER)

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
    def _paths(self) -> list[_Shape]:
        return [shape for shape in self._shapes if shape.kind == raw.FPDF_PAGEOBJ_PATH]

    @cached_property
    def pictures(self) -> list[Box]:
        """The boxes of the pictures."""
        kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING)
        return self._upright([shape.box for shape in self._shapes if shape.kind in kinds])

    @cached_property
    def rules(self) -> list[Box]:
        """Thin horizontal and vertical lines, the edges of rectangles among them."""
        return self._upright(_rules_of(self._paths)[:_MOST_RULES])

    @cached_property
    def paths(self) -> list[Box]:
        """The boxes of everything that is drawn with lines."""
        return self._upright([path.box for path in self._paths])

    @cached_property
    def drawings(self) -> list[Box]:
        """The boxes of what is drawn with curves or with slanting lines, which no table is."""
        return self._upright([path.box for path in _drawn_freely(self._paths[:_MOST_RULES])])

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
    handle = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    count = min(max(0, raw.FPDFPage_CountObjects(page)), _MOST_OBJECTS)
    yield from _among(
        list(map(_object_of, repeat(handle, count), range(count))), _UNMOVED, _DEEPEST
    )


def _among(objects: Sequence[int], matrix: _Matrix, depth: int) -> Iterator[_Shape]:
    """The shapes among these objects, in their order, those inside forms as well."""
    kinds = list(map(_kind_of, objects))
    drawn = [
        (one, kind)
        for one, kind in zip(objects, kinds, strict=True)
        if kind not in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM)
    ]
    addresses = [one for one, _kind in drawn]
    bounds = answers(_bounds_of, (addresses,), len(addresses), 4, apart=True)
    for (address, kind), (left, bottom, right, top) in zip(drawn, bounds.tolist(), strict=True):
        box = (left, bottom, right, top)
        if matrix != _UNMOVED:
            box = _box([(left, bottom), (right, top)], matrix)
        yield _Shape(address, kind, box, matrix)
    for form in (one for one, kind in zip(objects, kinds, strict=True) if kind == _FORM):
        if depth:
            (own,) = answers(_matrix_of, ([form],), 1, 6).tolist()
            count = min(max(0, _count_of(form)), _MOST_OBJECTS)
            inside = list(map(_inner_of, repeat(form, count), range(count)))
            yield from _among(inside, _after(tuple(own), matrix), depth - 1)


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


def _rules_of(paths: Sequence[_Shape]) -> list[Box]:
    """The rules that painted paths draw: those that are thin, and the straight edges of others."""
    addresses = [one.address for one in paths]
    modes = answers(_mode_of, (addresses,), len(paths), 2, apart=True, kind=np.int32)
    painted = [one for one, is_so in zip(paths, np.any(modes, axis=1), strict=True) if is_so]
    thin = [one.box for one in painted if _is_thin(one.box)]
    framed = [one for one in painted if _may_be_cell(one.box)]
    counts = list(map(_segments_of, [one.address for one in framed]))
    kept = [
        (one, count)
        for one, count in zip(framed, counts, strict=True)
        if 2 <= count <= _MOST_SEGMENTS
    ][:_MOST_RULES]
    return [*thin, *_edges([one for one, _count in kept], [count for _one, count in kept])]


def _may_be_cell(box: Box) -> bool:
    left, bottom, right, top = box
    return min(right - left, top - bottom) >= max(_SMALLEST_CELL, _THIN)


def _edges(paths: Sequence[_Shape], counts: Sequence[int]) -> list[Box]:
    """The straight edges of paths that go across or up; `counts` are their segments."""
    if not paths:
        return []
    owner = np.repeat(np.arange(len(paths)), counts)
    starts = np.cumsum(counts) - counts
    number = np.arange(len(owner)) - starts[owner]
    addresses = [one.address for one in paths]
    of_each = [addresses[place] for place in owner.tolist()]
    segments = list(map(_segment_of, of_each, number.tolist()))
    points = answers(_point_of, (segments,), len(segments), 2, apart=True)
    kinds = np.fromiter(map(_segment_kind, segments), np.int64, len(segments))
    closes = np.fromiter(map(_closes, segments), np.int64, len(segments)) != 0
    own = answers(_matrix_of, (addresses,), len(paths), 6).tolist()
    moved = [_after(tuple(one), path.matrix) for one, path in zip(own, paths, strict=True)]
    a, b, c, d, e, f = np.array(moved)[owner].T
    x, y = points.T
    placed = np.column_stack([a * x + c * y + e, b * x + d * y + f])
    # A segment begins where the one before ends, and closes where the last move went.
    at = np.arange(len(owner))
    begins = np.maximum.accumulate(np.where((kinds == _MOVE) | (number == 0), at, 0))
    lines = np.flatnonzero((kinds == raw.FPDF_SEGMENT_LINETO) & (number > 0))
    closing = np.flatnonzero(closes)
    first = np.concatenate([placed[lines - 1], placed[begins[closing]]])
    last = np.concatenate([placed[lines], placed[closing]])
    boxes = np.hstack([np.minimum(first, last), np.maximum(first, last)])
    across, up = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    straight = (np.minimum(across, up) <= _THIN) & (np.maximum(across, up) > _THIN)
    return [tuple(box) for box in boxes[straight].tolist()]


def _drawn_freely(shapes: Sequence[_Shape]) -> Iterator[_Shape]:
    """The paths that have a curve or a slanting line among their first segments.

    The segments are asked for round by round, each of all paths that are not known yet.
    """
    open_ones = [one for one in shapes if not _is_thin(one.box)]
    last: list[list[float]] | None = None
    for number in range(_FIRST_SEGMENTS):
        segments = list(map(_segment_of, (one.address for one in open_ones), repeat(number)))
        points = answers(_point_of, (segments,), len(segments), 2, apart=True).tolist()
        kinds = [_segment_kind(segment) if segment else -1 for segment in segments]
        waiting, ends = [], []
        for place, (one, kind, point) in enumerate(zip(open_ones, kinds, points, strict=True)):
            is_line = kind == raw.FPDF_SEGMENT_LINETO
            start = last[place] if last is not None else point
            if kind == raw.FPDF_SEGMENT_BEZIERTO or (is_line and _slants(start, point)):
                yield one
            elif kind >= 0:
                waiting.append(one)
                ends.append(point)
        open_ones, last = waiting, ends


def _slants(start: Sequence[float], end: Sequence[float]) -> bool:
    """Whether a line goes neither across nor up."""
    across, up = abs(end[0] - start[0]), abs(end[1] - start[1])
    return min(across, up) > 0.01 * max(across, up)


def _is_thin(box: Box) -> bool:
    left, bottom, right, top = box
    return min(right - left, top - bottom) <= _THIN


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
    return alpha > 0 and min(red, green, blue) < NEARLY_WHITE
