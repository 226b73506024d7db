"""Takes the characters of a PDF page out of PDFium: what, where and in which face."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_NAME_BYTES = 256
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!ar)|\bcmbx|\bsfbx")
_ITALIC_NAME = re.compile(r"ital|obliq|slant|\bcmti|\bsfti")
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags 7 and 19 (ISO 32000-1, table 123)."""
_LINE_END_HYPHEN = 0x02
"""What PDFium puts for a hyphen at the end of a line."""

_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip
LINE_END = "\n"


class Face(NamedTuple):
    """How a stretch of glyphs looks, and whether the file marks it as page furniture."""

    size: float
    bold: bool
    italic: bool
    artifact: bool


class Glyph(NamedTuple):
    """One character as printed, with its box as the page is seen; LINE_END has no box.

    `left`, `bottom`, `right` and `top` are in PDF points from the lower left corner of the page.
    The box is as high as the font, not as the letter. `is_hyphen` says that the character is a
    hyphen at the end of a line, `unmapped` that the font does not tell its meaning.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    face: Face
    is_hyphen: bool = False
    unmapped: bool = False


_NO_FACE = Face(0.0, False, False, False)
_END = Glyph(LINE_END, 0.0, 0.0, 0.0, 0.0, _NO_FACE)


class Frame(NamedTuple):
    """The visible part of a page in its own coordinates, and how it is turned (0 to 3 quarters)."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def height(self) -> float:
        """The height of the page as it is seen, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def seen(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """A box of the page's coordinates in those of the page as it is seen, in hundredths."""
        if self.turns == 1:
            box = bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        elif self.turns == 2:
            box = self.right - right, self.top - top, self.right - left, self.top - bottom
        elif self.turns == 3:
            box = self.top - top, left - self.left, self.top - bottom, right - self.left
        else:
            box = left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
        return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The frame of a page: what of it is visible."""
    left, bottom, right, top = page.get_bbox()
    # -1 for a damaged page, which PDFium's newer releases take for upright; so for all of them
    turns = max(0, raw.FPDFPage_GetRotation(page))
    return Frame(left, bottom, right, top, turns % 4)


def read_glyphs(textpage: pdfium.PdfTextPage, frame: Frame, limit: int) -> Iterator[Glyph]:
    """The first `limit` characters of a page in PDFium's order, with the line ends it sees.

    Spaces that are only a gap on the page are characters as well.
    """
    handle = textpage.raw
    count = min(raw.FPDFText_CountChars(handle), limit)
    faces: dict[int, Face] = {}
    rectangle = raw.FS_RECTF()
    box_of, unicode_of = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetUnicode
    high = 0
    for index in range(count):
        code = unicode_of(handle, index)
        if code in (0x0A, 0x0D):
            if code == 0x0A:
                yield _END
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
        if not box_of(handle, index, rectangle):
            rectangle.left = rectangle.right = rectangle.bottom = rectangle.top = 0.0
        box = frame.seen(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        face = _face(handle, index, faces)
        if code == 0x20:
            yield Glyph(" ", *box, face)
            continue
        is_hyphen = raw.FPDFText_IsHyphen(handle, index) == 1
        text = _text(code, is_hyphen)
        unmapped = text == "\ufffd" or raw.FPDFText_HasUnicodeMapError(handle, index) == 1
        yield Glyph(text, *box, face, is_hyphen, unmapped)


def _text(code: int, is_hyphen: bool) -> str:
    """The character as text: ligatures in letters, a broken word's hyphen as a hyphen."""
    if is_hyphen or code == _LINE_END_HYPHEN:
        return "-"
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF):
        return " " if code == 0x09 else "\ufffd"
    return chr(code)


def _face(handle: object, index: int, faces: dict[int, Face]) -> Face:
    """The face of a character: that of the text object it belongs to, looked up once."""
    found = raw.FPDFText_GetTextObject(handle, index)
    if not found:
        return _NO_FACE
    key = ctypes.addressof(found.contents)
    if key not in faces:
        faces[key] = _read_face(handle, index, found)
    return faces[key]


def _read_face(handle: object, index: int, text_object: object) -> Face:
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(text_object, size)
    scale = 1.0
    if raw.FPDFText_GetMatrix(handle, index, matrix):
        scale = math.hypot(matrix.c, matrix.d)
    font = raw.FPDFTextObj_GetFont(text_object)
    name = _font_name(font).lower()
    flags = max(0, raw.FPDFFont_GetFlags(font))
    return Face(
        size=round(size.value * scale, 2),
        bold=bool(_BOLD_NAME.search(name) or flags & _FORCE_BOLD),
        italic=bool(_ITALIC_NAME.search(name) or flags & _ITALIC),
        artifact=_is_artifact(text_object),
    )


def _font_name(font: object) -> str:
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
    return buffer.raw[: max(0, min(length, _NAME_BYTES) - 1)].decode("utf-8", "replace")


def _is_artifact(text_object: object) -> bool:
    """Whether the object is marked content that belongs to the page and not to the text."""
    for index in range(max(0, raw.FPDFPageObj_CountMarks(text_object))):
        mark = raw.FPDFPageObj_GetMark(text_object, index)
        buffer = (ctypes.c_uint16 * _NAME_BYTES)()
        length = ctypes.c_ulong()
        pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
        if raw.FPDFPageObjMark_GetName(mark, pointer, 2 * _NAME_BYTES, length):
            name = bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace")
            if name == "Artifact":
                return True
    return False
