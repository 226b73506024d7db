"""Composes a letter and the accent that is printed over it as a sign of its own.

TeX and other programs draw "é" as "´" and "e" at one place; PDFium gives both, one after the other.
"""

import unicodedata

import numpy as np

from sverka.readers.pdf.frame import Frame
from sverka.readers.pdf.glyphs import DROPPED, PageGlyphs, Places
from sverka.readers.pdf.outline import SPACES

_COMBINING = {
    0x60: 0x300, 0x2CB: 0x300, 0xB4: 0x301, 0x2CA: 0x301, 0x5E: 0x302, 0x2C6: 0x302, 0x7E: 0x303,
    0x2DC: 0x303, 0xAF: 0x304, 0x2C9: 0x304, 0x2D8: 0x306, 0x2D9: 0x307, 0xA8: 0x308, 0xB0: 0x30A,
    0x2DA: 0x30A, 0x2DD: 0x30B, 0x2C7: 0x30C, 0xB8: 0x327, 0x2DB: 0x328,
    **{code: code for code in (*range(0x300, 0x30D), 0x323, 0x327, 0x328)},
}  # fmt: skip
"""Accents that stand by themselves, and what they are when they are put on a letter."""

_ACCENTS = np.array(sorted(_COMBINING), np.int64)
_BLANK = frozenset({0x0A, 0x0D, DROPPED, *SPACES.tolist()})
_DOTLESS = {0x131: "i", 0x237: "j"}
_NEAR = 4
"""The letter is no more characters away: PDFium sees a space or a line end between them."""

_FAR = 150
"""Some programs draw the accents after the line; then the letter is no more characters away."""

_NO_ASCII = 0x80
"""Those of ASCII are signs of programming languages, and too many on some pages."""

_TOUCHING = 0.15
"""Signs with a gap of less than this part of their height between them are one word."""

_SPACE = 0x20

_OVER = 0.6
"""Accent and letter cover each other by this part of the narrower one. Those that are set beside
each other touch at most."""

_SAME_HEIGHT = 0.3
"""They cover each other in height by this part: an accent on a capital letter is set higher."""


def compose_accents(glyphs: PageGlyphs, frame: Frame) -> None:
    """Make one character of each letter and its accent, in place."""
    codes = glyphs.codes
    for accent in np.flatnonzero(np.isin(codes, _ACCENTS)).tolist():
        beside = [_next(glyphs, accent, 1), _next(glyphs, accent, -1)]
        near = [at for at in beside if at is not None and chr(codes[at]).isalpha()]
        if (letter := _under(glyphs, frame, accent, near)) is not None:
            _compose(glyphs, accent, letter)
            codes[min(accent, letter) + 1 : max(accent, letter)] = DROPPED
            continue
        if codes[accent] < _NO_ASCII:
            continue
        far = _letters(glyphs, max(0, accent - _FAR), min(glyphs.count, accent + _FAR))
        if (letter := _under(glyphs, frame, accent, far)) is not None:
            _compose(glyphs, accent, letter)
            _close_up(glyphs, frame, beside)


def _letters(glyphs: PageGlyphs, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if chr(glyphs.codes[at]).isalpha()]


def _under(glyphs: PageGlyphs, frame: Frame, accent: int, letters: list[int]) -> int | None:
    """The letter that stands under the accent, None where none does."""
    if not letters:
        return None
    boxes = frame.upright(glyphs.boxes(np.array([accent, *letters], np.int64)))
    covered = _covered(boxes[0], boxes[1:])
    best = int(covered.argmax())
    return letters[best] if covered[best] >= _OVER else None


def _close_up(glyphs: PageGlyphs, frame: Frame, beside: list[int | None]) -> None:
    """Take out the space that PDFium saw where an accent was drawn after a whole line."""
    after, before = beside
    if after is None or before is None:
        return
    one, two = frame.upright(glyphs.boxes(np.array([before, after], np.int64)))
    if two[0] - one[2] < _TOUCHING * (one[3] - one[1]) and two[2] > one[0]:
        between = glyphs.codes[before + 1 : after]
        between[between == _SPACE] = DROPPED


def _next(glyphs: PageGlyphs, accent: int, step: int) -> int | None:
    """The next sign in one direction, beyond spaces and line ends; None where there is none."""
    for at in range(accent + step, accent + (_NEAR + 1) * step, step):
        if not 0 <= at < glyphs.count:
            return None
        code = int(glyphs.codes[at])
        if code not in _BLANK:
            return at
    return None


def _covered(accent: Places, letters: Places) -> Places:
    """Which part of the narrower one accent and letter cover of each other; 0 on other lines."""
    across = np.minimum(accent[2], letters[:, 2]) - np.maximum(accent[0], letters[:, 0])
    up = np.minimum(accent[3], letters[:, 3]) - np.maximum(accent[1], letters[:, 1])
    width = np.minimum(accent[2] - accent[0], letters[:, 2] - letters[:, 0])
    height = np.minimum(accent[3] - accent[1], letters[:, 3] - letters[:, 1])
    beside = (width <= 0) | (height <= 0) | (up < _SAME_HEIGHT * height)
    return np.where(beside, 0.0, across / np.where(width > 0, width, 1.0))


def _compose(glyphs: PageGlyphs, accent: int, letter: int) -> None:
    codes = glyphs.codes
    code = int(codes[letter])
    pair = _DOTLESS.get(code, chr(code)) + chr(_COMBINING[int(codes[accent])])
    signs = [ord(sign) for sign in unicodedata.normalize("NFC", pair)]
    codes[accent], codes[letter] = DROPPED, signs[0]
    if len(signs) > 1:
        # No character is both: the accent follows the letter.
        codes[min(accent, letter)], codes[max(accent, letter)] = signs[0], signs[-1]
