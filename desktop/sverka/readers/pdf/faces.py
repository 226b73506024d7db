"""Tells how the stretches of a page look: font, size, and whether they are page furniture."""

import ctypes
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2.raw as raw

from sverka.patterns import late_pattern
from sverka.readers.pdf.glyphs import Numbers, PageGlyphs, marks_of
from sverka.readers.pdf.outline import Outline

_NAME_BYTES = 256
_BOLD_NAME = late_pattern(r"bold|black|heavy|demi(?!ar)|\bcmbx|\bsfbx")
_ITALIC_NAME = late_pattern(r"ital|obliq|slant|\bcmti|\bsfti")
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags 7 and 19 (ISO 32000-1, table 123)."""


class Face(NamedTuple):
    """How a stretch of text looks, and whether the file marks it as page furniture."""

    size: float
    bold: bool = False
    italic: bool = False
    artifact: bool = False


def faces_of(glyphs: PageGlyphs, outline: Outline) -> tuple[list[Face], Numbers]:
    """The faces on a page, and which of them each stretch has."""
    objects = outline.objects.tolist()
    scales = np.hypot(outline.matrices[:, 2], outline.matrices[:, 3])
    sizes = (glyphs.sizes(outline.first) * np.where(scales > 0, scales, 1.0)).round(2).tolist()
    fonts = outline.fonts.tolist()
    looks = {font: _look(font) for font in set(fonts)}
    numbers: dict[tuple[float, tuple[bool, bool], bool], int] = {}
    found = [
        numbers.setdefault((size, looks[font], artifact), len(numbers))
        for size, font, artifact in zip(sizes, fonts, _artifacts(objects), strict=True)
    ]
    faces = [Face(size, *look, artifact) for size, look, artifact in numbers]
    return faces, np.array(found, np.int64)


def _artifacts(objects: Sequence[int]) -> list[bool]:
    """Which of the objects the file marks as furniture of the page."""
    marks = marks_of(objects)
    known: dict[int, bool] = {}
    found = {each: any(_is_artifact(mark, known) for mark in each) for each in set(marks)}
    return [found[each] for each in marks]


def _look(address: int) -> tuple[bool, bool]:
    """Whether a font is bold, and whether italic."""
    if not address:
        return False, False
    font = ctypes.cast(address, raw.FPDF_FONT)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
    name = buffer.raw[: max(0, min(length, _NAME_BYTES) - 1)].decode("utf-8", "replace")
    flags = max(0, raw.FPDFFont_GetFlags(font))
    lower = name.lower()
    return (
        bool(_BOLD_NAME.search(lower) or flags & _FORCE_BOLD),
        bool(_ITALIC_NAME.search(lower) or flags & _ITALIC),
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
