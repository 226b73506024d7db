"""Takes the text of a page out of PDFium in stretches: what one object draws on one line."""

import ctypes
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as raw

from sverka.readers.pdf.frame import Frame
from sverka.readers.pdf.glyphs import (
    DROPPED,
    Numbers,
    PageGlyphs,
    Places,
    fonts_of,
    innermost_marks,
)

WIDE_SPACE = 0.5
"""A space of more ems is told with its place: it may be the gap between two columns."""

_NAME_BYTES = 256
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!ar)|\bcmbx|\bsfbx")
_ITALIC_NAME = re.compile(r"ital|obliq|slant|\bcmti|\bsfti")
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags 7 and 19 (ISO 32000-1, table 123)."""

_HYPHEN = 0x02
_SPACES = np.array([0x09, 0x20, 0xA0, 0x3000], np.int64)
_PRINTED = {
    DROPPED: "", 0x02: "-", 0x09: " ",
    **dict.fromkeys((0x01, *range(0x03, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20)), "\ufffd"),
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip
"""Ligatures in letters, a broken word's hyphen as a hyphen, control signs as unreadable."""

_ODD = re.compile("[" + "".join(re.escape(chr(code)) for code in _PRINTED) + "]")


class Face(NamedTuple):
    """How a stretch of text looks, and whether the file marks it as page furniture."""

    size: float
    bold: bool = False
    italic: bool = False
    artifact: bool = False
    font: str = ""


class Space(NamedTuple):
    """Wide empty space inside a stretch, before the character at `place`, from left to right."""

    place: int
    left: float
    right: float


class TextStretch(NamedTuple):
    """What one object draws on one line, its spaces as the file has them.

    The box is in PDF points from the lower left corner of the page as it is read, y upwards; it is
    as high as the font, not as the letters. `baseline` is where the letters stand. `ends_line` says
    that PDFium sees the line end after it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    face: Face
    spaces: tuple[Space, ...] = ()
    ends_line: bool = False


def read_stretches(glyphs: PageGlyphs, frame: Frame) -> list[TextStretch]:
    """The stretches of a page in PDFium's order; those without anything but spaces are left out."""
    cuts = _cuts(glyphs)
    if not len(cuts.first):
        return []
    spaces = _inner_spaces(glyphs, cuts)
    asked = np.unique(np.concatenate([cuts.first, cuts.last, *spaces]))
    boxes = frame.upright(glyphs.boxes(asked))
    first, last = (boxes[np.searchsorted(asked, at)] for at in (cuts.first, cuts.last))
    low, high = np.minimum(first, last), np.maximum(first, last)
    matrices = glyphs.matrices(cuts.first)
    faces = _faces(glyphs, cuts, matrices)
    standing = frame.heights(matrices[:, 4], matrices[:, 5])
    baselines = np.where(matrices.any(axis=1), standing, low[:, 1])
    wide = _wide_spaces(spaces, asked, boxes, cuts, faces)
    text = "".join(map(chr, glyphs.codes.tolist()))
    is_odd = _ODD.search(text) is not None
    made = []
    for number, (start, end, left, bottom, right, top, baseline, ends) in enumerate(
        zip(
            cuts.start.tolist(),
            cuts.end.tolist(),
            low[:, 0].tolist(),
            low[:, 1].tolist(),
            high[:, 2].tolist(),
            high[:, 3].tolist(),
            baselines.tolist(),
            cuts.ends_line.tolist(),
            strict=True,
        )
    ):
        part = text[start:end]
        inner = wide.get(number, ())
        if is_odd:
            inner = tuple(
                space._replace(place=len(part[: space.place].translate(_PRINTED)))
                for space in inner
            )
            part = part.translate(_PRINTED)
        made.append(
            TextStretch(part, left, bottom, right, top, baseline, faces[number], inner, ends)
        )
    return made


class _Cuts(NamedTuple):
    """Where stretches begin and end, their first and last characters that are not spaces."""

    start: Numbers
    end: Numbers
    first: Numbers
    last: Numbers
    ends_line: Numbers
    objects: Numbers


def _cuts(glyphs: PageGlyphs) -> _Cuts:
    codes = glyphs.codes
    line_end = (codes == 0x0A) | (codes == 0x0D)
    inked = ~(line_end | np.isin(codes, _SPACES) | (codes == DROPPED))
    ink = np.flatnonzero(inked)
    if not len(ink):
        none = np.zeros(0, np.int64)
        return _Cuts(none, none, none, none, none, none)
    objects = glyphs.objects()
    # A stretch begins where another object draws, and after a line end or a broken word's hyphen.
    ends_before = np.cumsum(line_end)[ink]
    new = np.ones(len(ink), bool)
    new[1:] = (
        (np.diff(objects[ink]) != 0) | (np.diff(ends_before) != 0) | (codes[ink[:-1]] == _HYPHEN)
    )
    begins = np.flatnonzero(new)
    first, last = ink[begins], ink[np.append(begins[1:], len(ink)) - 1]
    # Spaces belong to what stands before them.
    ends = np.append(np.flatnonzero(line_end), glyphs.count)
    end = np.minimum(np.append(first[1:], glyphs.count), ends[np.searchsorted(ends, last)])
    following = np.append(first[1:], glyphs.count)
    ends_line = (ends[np.searchsorted(ends, last)] < following) | (codes[last] == _HYPHEN)
    return _Cuts(first, end, first, last, ends_line, objects[first])


def _inner_spaces(glyphs: PageGlyphs, cuts: _Cuts) -> tuple[Numbers, Numbers]:
    """The characters before and after each space inside a stretch."""
    codes = glyphs.codes
    blank = np.isin(codes, _SPACES)
    before = np.flatnonzero(blank[1:] & ~blank[:-1])
    after = np.flatnonzero(blank[:-1] & ~blank[1:]) + 1
    if len(after) and len(before) and after[0] <= before[0]:
        after = after[1:]
    before = before[: len(after)]
    owner = np.searchsorted(cuts.first, before, "right") - 1
    inside = (owner >= 0) & (before >= cuts.first[owner]) & (after <= cuts.last[owner])
    return before[inside], after[inside]


def _wide_spaces(
    spaces: tuple[Numbers, Numbers],
    asked: Numbers,
    boxes: Places,
    cuts: _Cuts,
    faces: Sequence[Face],
) -> dict[int, tuple[Space, ...]]:
    """The wide spaces of each stretch that has any."""
    before, after = spaces
    found: dict[int, tuple[Space, ...]] = {}
    if not len(before):
        return found
    one, two = boxes[np.searchsorted(asked, before)], boxes[np.searchsorted(asked, after)]
    # What is drawn backwards has its gap between the left of the first and the right of the second.
    left = np.where(two[:, 2] < one[:, 0], two[:, 2], one[:, 2])
    right = np.where(two[:, 2] < one[:, 0], one[:, 0], two[:, 0])
    owner = np.searchsorted(cuts.first, before, "right") - 1
    sizes = np.array([face.size for face in faces])[owner]
    for place in np.flatnonzero(right - left > WIDE_SPACE * sizes).tolist():
        number = int(owner[place])
        space = Space(
            int(after[place] - cuts.first[number]), float(left[place]), float(right[place])
        )
        found[number] = (*found.get(number, ()), space)
    return found


def _faces(glyphs: PageGlyphs, cuts: _Cuts, matrices: Places) -> list[Face]:
    """How each stretch looks."""
    objects = cuts.objects.tolist()
    scales = np.hypot(matrices[:, 2], matrices[:, 3])
    sizes = (glyphs.sizes(cuts.first) * np.where(scales > 0, scales, 1.0)).round(2).tolist()
    looks: dict[int, tuple[bool, bool, str]] = {}
    names: dict[int, bool] = {}
    faces: dict[tuple[float, int, bool], Face] = {}
    made = []
    known = [one for one in objects if one]
    fonts = dict(zip(known, fonts_of(known), strict=True))
    marks = dict(zip(known, innermost_marks(known), strict=True))
    for one, size in zip(objects, sizes, strict=True):
        font = fonts.get(one, 0)
        is_artifact = any(_is_artifact(mark, names) for mark in marks.get(one, ()))
        key = (size, font, is_artifact)
        if key not in faces:
            if font not in looks:
                looks[font] = _look(font)
            bold, italic, name = looks[font]
            faces[key] = Face(size, bold, italic, is_artifact, name)
        made.append(faces[key])
    return made


def _look(address: int) -> tuple[bool, bool, str]:
    """Whether a font is bold, whether italic, and its name."""
    if not address:
        return False, False, ""
    font = ctypes.cast(address, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
    name = buffer.raw[: max(0, min(length, _NAME_BYTES) - 1)].decode("utf-8", "replace")
    flags = max(0, raw.FPDFFont_GetFlags(font))
    lower = name.lower()
    return (
        bool(_BOLD_NAME.search(lower) or flags & _FORCE_BOLD),
        bool(_ITALIC_NAME.search(lower) or flags & _ITALIC),
        name,
    )


def _is_artifact(address: int, known: dict[int, bool]) -> bool:
    """Whether a mark says that what it marks belongs to the page and not to the text."""
    if address not in known:
        mark = ctypes.cast(address, raw.FPDF_PAGEOBJECTMARK)
        buffer = (ctypes.c_uint16 * _NAME_BYTES)()
        length = ctypes.c_ulong()
        pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
        said = raw.FPDFPageObjMark_GetName(mark, pointer, 2 * _NAME_BYTES, length)
        name = bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
        known[address] = bool(said) and name == "Artifact"
    return known[address]
