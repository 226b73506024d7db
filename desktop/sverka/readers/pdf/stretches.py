"""Takes the text of a page out of PDFium in stretches: what one object draws on one line."""

import ctypes
import re
from collections.abc import Sequence
from enum import IntEnum
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
    marks_of,
    render_modes,
)

WIDE_SPACE = 0.5
"""A space of more ems is told with its place: it may be the gap between two columns."""

_NAME_BYTES = 256
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!ar)|\bcmbx|\bsfbx")
_ITALIC_NAME = re.compile(r"ital|obliq|slant|\bcmti|\bsfti")
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags 7 and 19 (ISO 32000-1, table 123)."""

_MOST_ASKEW = 0.05
"""Text is upright or turned by quarters where no more than this part of a quarter is lacking."""

_NEARLY_WHITE = 250
"""Each part of a colour, of 255."""

_FILLED, _NOT_PAINTED = 0, 3
"""Text rendering modes (ISO 32000-1, table 106)."""

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


class Paint(IntEnum):
    """How a stretch is painted."""

    PLAIN = 0
    WHITE = 1
    """White, to be seen only on a ground of another colour."""
    NOT_AT_ALL = 2
    """Render mode 3, as programs lay recognised text over the picture of a page; or transparent."""


ASLANT = -1
"""The turn of what is neither upright nor turned by quarters."""


class TextStretch(NamedTuple):
    """What one object draws on one line, its spaces as the file has them.

    The box is in PDF points from the lower left corner of the page as it is read, y upwards; it is
    as high as the font, not as the letters. `baseline` is where the letters stand. `ends_line` says
    that PDFium sees the line end after it. `turns` are the quarters clockwise by which the page
    would have to be turned more for it to stand upright, or ASLANT; box and baseline of what is
    turned by quarters are those of the page so turned.
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
    turns: int = 0
    paint: Paint = Paint.PLAIN


class Outline(NamedTuple):
    """Where the stretches of a page begin and end and how they are drawn, one place for each.

    `first` and `last` are their first and last characters that are not spaces, `end` is after the
    spaces that follow. `turns` are quarters clockwise by which the page has to be turned for the
    stretch to stand upright, or ASLANT.
    """

    end: Numbers
    first: Numbers
    last: Numbers
    ends_line: Numbers
    objects: Numbers
    matrices: Places
    turns: Numbers

    @property
    def main_turns(self) -> int | None:
        """How most of the text is turned; None where there is none."""
        standing = self.turns != ASLANT
        lengths = (self.last - self.first + 1)[standing]
        if not len(lengths):
            return None
        return int(np.bincount(self.turns[standing], lengths).argmax())


def outline_of(glyphs: PageGlyphs) -> Outline:
    """The stretches of a page, those without anything but spaces left out."""
    codes = glyphs.codes
    line_end = (codes == 0x0A) | (codes == 0x0D)
    ink = np.flatnonzero(~(line_end | np.isin(codes, _SPACES) | (codes == DROPPED)))
    if not len(ink):
        none = np.zeros(0, np.int64)
        return Outline(none, none, none, none, none, np.zeros((0, 6)), none)
    objects = glyphs.objects()
    # A stretch begins where another object draws, and after a line end or a broken word's hyphen.
    lines = np.cumsum(line_end)[ink]
    hyphen = codes[ink[:-1]] == _HYPHEN
    new = np.ones(len(ink), bool)
    new[1:] = (np.diff(objects[ink]) != 0) | (np.diff(lines) != 0) | hyphen
    begins = np.flatnonzero(new)
    first, last = ink[begins], ink[np.append(begins[1:], len(ink)) - 1]
    # Spaces belong to what stands before them.
    ends = np.append(np.flatnonzero(line_end), glyphs.count)
    line_ends = ends[np.searchsorted(ends, last)]
    following = np.append(first[1:], glyphs.count)
    end = np.minimum(following, line_ends)
    ends_line = (line_ends < following) | (codes[last] == _HYPHEN)
    matrices = glyphs.matrices(first)
    return Outline(end, first, last, ends_line, objects[first], matrices, _turns(matrices))


def _turns(matrices: Places) -> Numbers:
    quarters = np.degrees(np.arctan2(matrices[:, 1], matrices[:, 0])) / 90
    nearest = np.rint(quarters)
    aslant = np.abs(quarters - nearest) > _MOST_ASKEW
    return np.where(aslant, ASLANT, nearest.astype(np.int64) % 4)


def read_stretches(glyphs: PageGlyphs, outline: Outline, frame: Frame) -> list[TextStretch]:
    """The stretches of a page in PDFium's order."""
    if not len(outline.first):
        return []
    spaces = _inner_spaces(glyphs, outline)
    asked = np.unique(np.concatenate([outline.first, outline.last, *spaces]))
    boxes = glyphs.boxes(asked)
    faces = _faces(glyphs, outline)
    wide = _wide_spaces(spaces, asked, frame.upright(boxes), outline, faces)
    turns = np.where(outline.turns == ASLANT, ASLANT, (outline.turns - frame.turns) % 4)
    places = _places(outline, asked, boxes, turns, frame)
    texts = _texts(glyphs, outline)
    paints = _paints(glyphs, outline)
    ends_line = outline.ends_line.tolist()
    made = []
    for number, (text, face, (left, bottom, right, top, base), ends, turn, paint) in enumerate(
        zip(texts, faces, places, ends_line, turns.tolist(), paints, strict=True)
    ):
        inner = wide.get(number, ()) if turn == 0 else ()
        if inner and _ODD.search(text):
            inner = tuple(
                space._replace(place=len(text[: space.place].translate(_PRINTED)))
                for space in inner
            )
        if not text.isascii() or not text.isprintable():
            text = text.translate(_PRINTED)
        made.append(
            TextStretch(text, left, bottom, right, top, base, face, inner, ends, turn, paint)
        )
    return made


def _texts(glyphs: PageGlyphs, outline: Outline) -> list[str]:
    text = "".join(map(chr, glyphs.codes.tolist()))
    spans = zip(outline.first.tolist(), outline.end.tolist(), strict=True)
    return [text[first:end] for first, end in spans]


def _places(
    outline: Outline, asked: Numbers, boxes: Places, turns: Numbers, frame: Frame
) -> list[list[float]]:
    """Box and baseline of each stretch, as it stands upright."""
    first = boxes[np.searchsorted(asked, outline.first)]
    last = boxes[np.searchsorted(asked, outline.last)]
    around = np.hstack([np.minimum(first, last)[:, :2], np.maximum(first, last)[:, 2:]])
    x, y = outline.matrices[:, 4], outline.matrices[:, 5]
    places = np.empty((len(around), 5))
    for turn in np.unique(turns).tolist():
        turned = frame.turned(max(turn, 0))
        these = turns == turn
        places[these, :4] = turned.upright(around[these])
        places[these, 4] = turned.heights(x[these], y[these])
    unplaced = ~outline.matrices.any(axis=1)
    places[unplaced, 4] = places[unplaced, 1]
    return places.tolist()


def _paints(glyphs: PageGlyphs, outline: Outline) -> list[Paint]:
    colours = glyphs.colours(outline.first)
    white = (colours[:, :3] >= _NEARLY_WHITE).all(axis=1) & (colours[:, 3] > 0)
    modes = np.array(render_modes(outline.objects.tolist()), np.int64)
    unseen = (modes == _NOT_PAINTED) | ((modes == _FILLED) & (colours[:, 3] == 0))
    paints = np.where(unseen, Paint.NOT_AT_ALL, np.where(white & (modes == _FILLED), 1, 0))
    if not paints.any():
        return [Paint.PLAIN] * len(paints)
    return [Paint(paint) for paint in paints.tolist()]


def _inner_spaces(glyphs: PageGlyphs, outline: Outline) -> tuple[Numbers, Numbers]:
    """The characters before and after each space inside a stretch."""
    codes = glyphs.codes
    blank = np.isin(codes, _SPACES)
    before = np.flatnonzero(blank[1:] & ~blank[:-1])
    after = np.flatnonzero(blank[:-1] & ~blank[1:]) + 1
    if len(after) and len(before) and after[0] <= before[0]:
        after = after[1:]
    before = before[: len(after)]
    owner = np.searchsorted(outline.first, before, "right") - 1
    inside = (owner >= 0) & (before >= outline.first[owner]) & (after <= outline.last[owner])
    return before[inside], after[inside]


def _wide_spaces(
    spaces: tuple[Numbers, Numbers],
    asked: Numbers,
    boxes: Places,
    outline: Outline,
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
    owner = np.searchsorted(outline.first, before, "right") - 1
    sizes = np.array([face.size for face in faces])[owner]
    for place in np.flatnonzero(right - left > WIDE_SPACE * sizes).tolist():
        number = int(owner[place])
        space = Space(
            int(after[place] - outline.first[number]), float(left[place]), float(right[place])
        )
        found[number] = (*found.get(number, ()), space)
    return found


def _faces(glyphs: PageGlyphs, outline: Outline) -> list[Face]:
    """How each stretch looks."""
    objects = outline.objects.tolist()
    matrices = outline.matrices
    scales = np.hypot(matrices[:, 2], matrices[:, 3])
    sizes = (glyphs.sizes(outline.first) * np.where(scales > 0, scales, 1.0)).round(2).tolist()
    looks: dict[int, tuple[bool, bool, str]] = {}
    names: dict[int, bool] = {}
    faces: dict[tuple[float, int, bool], Face] = {}
    made = []
    known = [one for one in objects if one]
    fonts = dict(zip(known, fonts_of(known), strict=True))
    marks = dict(zip(known, marks_of(known), strict=True))
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
