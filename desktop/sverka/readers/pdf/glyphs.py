"""Asks PDFium about many characters of a page at once: what they are, where, by which object.

A call of the library from Python costs as much as PDFium's own work for the character. So the loop
over the characters runs in C, the answers go straight into arrays, and nothing is asked of a
character that its neighbours have told.
"""

import ctypes
from collections.abc import Sequence
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sverka.readers.pdf.bare_calls import INT, POINTER, Call, answers, bare

Numbers = npt.NDArray[np.int64]
Places = npt.NDArray[np.float64]

_STRIDE = 8
"""Of so many neighbouring characters the first and the last are asked for their object, those
between only where it is not one object."""

_HYPHEN_IN_TEXT = 0xFFFE
"""What PDFium puts for a hyphen at the end of a line in a text taken out as a whole, and for signs
without a meaning."""

_SPACE = 0x20
LAST_CODE = 0x10FFFF
_REPLACEMENT = 0xFFFD
DROPPED = 0
"""Stands for a character that is part of its neighbour."""

_code_of = bare("FPDFText_GetUnicode", ctypes.c_uint, POINTER, INT)
_text_of = bare("FPDFText_GetText", INT, POINTER, INT, INT, POINTER)
_object_of = bare("FPDFText_GetTextObject", POINTER, POINTER, INT)
_box_of = bare("FPDFText_GetLooseCharBox", INT, POINTER, INT, POINTER)
_matrix_of = bare("FPDFText_GetMatrix", INT, POINTER, INT, POINTER)
_size_of = bare("FPDFText_GetFontSize", ctypes.c_double, POINTER, INT)
_colour_of = bare("FPDFText_GetFillColor", INT, POINTER, INT, POINTER, POINTER, POINTER, POINTER)
_error_of = bare("FPDFText_HasUnicodeMapError", INT, POINTER, INT)
_font_of = bare("FPDFTextObj_GetFont", POINTER, POINTER)
_mode_of = bare("FPDFTextObj_GetTextRenderMode", INT, POINTER)
_marks_of = bare("FPDFPageObj_CountMarks", INT, POINTER)
_mark_of = bare("FPDFPageObj_GetMark", POINTER, POINTER, ctypes.c_ulong)


class PageGlyphs:
    """The characters of a page in PDFium's order, `codes` as code points.

    Line ends and spaces that PDFium sees as a gap are characters as well. All places are in the
    coordinates of the page as the file has them, y upwards.
    """

    def __init__(self, textpage: pdfium.PdfTextPage, limit: int) -> None:
        self._handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0
        self.count = max(0, min(raw.FPDFText_CountChars(textpage.raw), limit))
        self.codes = self._read_codes()
        self._objects: Numbers | None = None
        self._order: Numbers | None = None

    def reorder(self, order: Numbers) -> None:
        """Take the characters in another order from now on, `order` being their places."""
        objects = self.objects()
        self.codes, self._objects, self._order = self.codes[order], objects[order], order

    def _asked_of(self, at: Numbers) -> list[int]:
        """The numbers that PDFium has for the characters `at`."""
        found: list[int] = (at if self._order is None else self._order[at]).tolist()
        return found

    def _read_codes(self) -> Numbers:
        text = self._text()
        if len(text) == self.count:
            data = text.encode("utf-32-le", "surrogatepass")
            codes: Numbers = np.frombuffer(data, np.uint32).astype(np.int64)
            for place in np.flatnonzero(codes == _HYPHEN_IN_TEXT).tolist():
                codes[place] = _code_of(self._handle, place)
            return _joined_pairs(codes)
        # Characters the font does not name are left out of the text, and pairs count as two.
        asked = map(_code_of, repeat(self._handle, self.count), range(self.count))
        return _joined_pairs(np.fromiter(asked, np.int64, self.count))

    def _text(self) -> str:
        buffer = ctypes.create_string_buffer(4 * self.count + 4)
        units = _text_of(self._handle, 0, self.count, ctypes.addressof(buffer))
        return buffer.raw[: 2 * max(0, units - 1)].decode("utf-16-le", "replace")

    def objects(self) -> Numbers:
        """For each character the address of the object that draws it; 0 for spaces, line ends."""
        if self._objects is None:
            self._objects = self._read_objects()
        return self._objects

    def _read_objects(self) -> Numbers:
        found = np.zeros(self.count, np.int64)
        codes = self.codes
        blank = (codes == _SPACE) | (codes == 0x0A) | (codes == 0x0D) | (codes == DROPPED)
        drawn = np.flatnonzero(~blank)
        if not len(drawn):
            return found
        sparse = np.append(np.arange(0, len(drawn) - 1, _STRIDE), len(drawn) - 1)
        known = self._objects_at(drawn[sparse])
        alike = (known[1:] == known[:-1]) & (known[1:] != 0)
        lengths = np.diff(sparse)
        found[drawn[:-1]] = np.repeat(np.where(alike, known[:-1], 0), lengths)
        found[drawn[sparse]] = known
        unknown = np.append(np.repeat(~alike, lengths), False)
        unknown[sparse] = False
        between = drawn[unknown]
        found[between] = self._objects_at(between)
        return found

    def _objects_at(self, at: Numbers) -> Numbers:
        asked = map(_object_of, repeat(self._handle, len(at)), at.tolist())
        return np.fromiter(asked, np.int64, len(at))

    def boxes(self, at: Numbers) -> Places:
        """Left, bottom, right and top of the characters `at`; as high as the font, not the letter.

        A character without a box has one of no size.
        """
        # PDFium's rectangles are left, top, right, bottom.
        return self._asked(_box_of, at, 4)[:, [0, 3, 2, 1]]

    def matrices(self, at: Numbers) -> Places:
        """How the objects of the characters `at` are turned (a to d), where they begin (e, f)."""
        return self._asked(_matrix_of, at, 6)

    def _asked(self, call: Call, at: Numbers, width: int) -> Places:
        return answers(call, (repeat(self._handle, len(at)), self._asked_of(at)), len(at), width)

    def sizes(self, at: Numbers) -> Places:
        """The font sizes of the characters `at` before their object is scaled."""
        asked = map(_size_of, repeat(self._handle, len(at)), self._asked_of(at))
        return np.fromiter(asked, np.float64, len(at))

    def colours(self, at: Numbers) -> Numbers:
        """The fill colours of the characters `at`: red, green, blue, alpha, each to 255."""
        given = repeat(self._handle, len(at)), self._asked_of(at)
        return answers(_colour_of, given, len(at), 4, apart=True, kind=np.uint32).astype(np.int64)

    def unmapped(self, at: Numbers) -> npt.NDArray[np.bool_]:
        """Which of the characters `at` have no meaning that their font tells."""
        asked = map(_error_of, repeat(self._handle, len(at)), self._asked_of(at))
        wrong: npt.NDArray[np.bool_] = np.fromiter(asked, np.int64, len(at)) == 1
        wrong |= self.codes[at] == _REPLACEMENT
        return wrong


def _joined_pairs(codes: Numbers) -> Numbers:
    """Surrogates in pairs as one code point and DROPPED; single ones and what is none replaced."""
    high = (codes >= 0xD800) & (codes < 0xDC00)
    low = (codes >= 0xDC00) & (codes < 0xE000)
    paired = np.flatnonzero(high[:-1] & low[1:])
    joined = 0x10000 + ((codes[paired] - 0xD800) << 10) + codes[paired + 1] - 0xDC00
    bad = (codes > LAST_CODE) | (codes == DROPPED) | (codes == 0xFFFE) | (codes == 0xFFFF)
    codes[high | low | bad] = _REPLACEMENT
    codes[paired], codes[paired + 1] = joined, DROPPED
    return codes


def fonts_of(objects: Sequence[int]) -> list[int]:
    """The address of the font of each text object; 0 for one of no address."""
    if 0 in objects:
        return [_font_of(one) if one else 0 for one in objects]
    return list(map(_font_of, objects))


def render_modes(objects: Sequence[int]) -> list[int]:
    """How each text object is painted: 3 is not at all."""
    if 0 in objects:
        return [_mode_of(one) if one else 0 for one in objects]
    return list(map(_mode_of, objects))


def marks_of(objects: Sequence[int]) -> list[tuple[int, ...]]:
    """The addresses of the marks of each object: parts of a tagged file, page furniture."""
    found: list[tuple[int, ...]] = [()] * len(objects)
    counts = [_marks_of(one) if one else 0 for one in objects]
    first = [place for place, count in enumerate(counts) if count > 0]
    marks = map(_mark_of, (objects[place] for place in first), repeat(0, len(first)))
    for place, mark in zip(first, marks, strict=True):
        more = (_mark_of(objects[place], n) for n in range(1, counts[place]))
        found[place] = (mark or 0, *(one or 0 for one in more))
    return found
