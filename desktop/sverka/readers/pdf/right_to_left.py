"""Puts lines with Hebrew or Arabic into the order in which they are read, by where the signs stand.

PDFium turns such lines round sign by sign: names in Latin letters, numbers and brackets come out in
another order, and a ligature such as lam-alef the wrong way round. So a line is taken as it is
seen, from left to right, and read again: from the right, but for what is read from the left (after
the Unicode bidirectional algorithm, UAX 9, backwards).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sverka.readers.pdf.frame import Frame
from sverka.readers.pdf.glyphs import DROPPED, Numbers, PageGlyphs
from sverka.readers.pdf.outline import SPACES
from sverka.text.alphabets import RIGHT_TO_LEFT
from sverka.text.character_classes import ranges_in

_RANGES = tuple(ranges_in(RIGHT_TO_LEFT))

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "<": ">"}
_OPENING = {**{one: one for one in _PAIRS}, **{close: one for one, close in _PAIRS.items()}}
_IN_NUMBERS = frozenset(".,:/+-٫٬")
_AT_NUMBERS = frozenset("%‰٪$€£")
_LAM, _ALEFS = "ل", frozenset("اأإآٱ")

_WORD_GAP = 0.12
"""White of this part of the height of a line is a space."""

_LEAST = 0.3
"""This part of the letters of a line makes it one that is read from the right, where most of the
page is; elsewhere more than half."""

_ONE_GLYPH = 0.02
"""Signs whose boxes differ by no more points are those of one glyph."""


@dataclass(slots=True)
class _Sign:
    """What one glyph stands for: its characters by their places, in the order they are read.

    `kind` is "R" or "L" for letters read from the right or the left, "N" for digits, "M" for marks
    on a letter, "S" for a space and "O" for all other signs.
    """

    at: list[int]
    kind: str
    text: str
    left: float
    right: float

    def is_at(self, left: float, right: float) -> bool:
        """Whether the glyph stands from `left` to `right`."""
        return abs(self.left - left) + abs(self.right - right) < _ONE_GLYPH


def read_from_the_right(glyphs: PageGlyphs, frame: Frame) -> None:
    """Bring the characters of the lines with Hebrew or Arabic into the order of reading."""
    from_right = _is_from_right(glyphs.codes)
    if not from_right.any():
        return
    latin = sum(chr(code).isalpha() for code in glyphs.codes[~from_right].tolist())
    mostly = int(from_right.sum()) > latin
    ends = np.flatnonzero((glyphs.codes == 0x0A) | (glyphs.codes == 0x0D)).tolist()
    order = np.arange(glyphs.count)
    for start, end in zip([0, *(at + 1 for at in ends)], [*ends, glyphs.count], strict=True):
        if from_right[start:end].any():
            order[start:end] = _order(glyphs, frame, start, end, mostly)
    glyphs.reorder(order)


def _is_from_right(codes: Numbers) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    found = np.zeros(len(codes), bool)
    for first, last in _RANGES:
        found |= (codes >= first) & (codes <= last)
    return found


def _order(glyphs: PageGlyphs, frame: Frame, start: int, end: int, mostly: bool) -> list[int]:
    """The places from `start` to `end` in the order of reading, the left over ones last."""
    places = range(start, end)
    drawn = np.flatnonzero(glyphs.codes[start:end] != DROPPED) + start
    boxes = frame.upright(glyphs.boxes(drawn))
    # A space that PDFium sees in the white between two glyphs has no height.
    white = np.isin(glyphs.codes[drawn], SPACES) & (boxes[:, 3] <= boxes[:, 1])
    kept, slots, boxes = drawn[~white].tolist(), drawn[white].tolist(), boxes[~white]
    if not _on_one_line(boxes):
        return list(places)
    signs = _signs(glyphs, kept, boxes)
    height = float(np.median(boxes[:, 3] - boxes[:, 1]))
    spaced = _with_spaces(signs, slots, _WORD_GAP * height)
    kinds = [sign.kind for sign in signs]
    share = kinds.count("R") / max(1, kinds.count("R") + kinds.count("L"))
    is_from_right = share > (_LEAST if mostly else 0.5)
    read = list(_read_right(spaced) if is_from_right else _read_left(spaced))
    _pair_brackets(glyphs, read)
    found = [at for sign in read for at in sign.at]
    taken = set(found)
    rest = [at for at in places if at not in taken]
    glyphs.codes[rest] = DROPPED
    return found + rest


def _on_one_line(boxes: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> bool:
    """Whether all boxes share some height; PDFium forgets some line ends."""
    return bool(len(boxes)) and float(boxes[:, 1].max()) < float(boxes[:, 3].min())


def _signs(
    glyphs: PageGlyphs,
    kept: Sequence[int],
    boxes: "np.ndarray[tuple[int, int], np.dtype[np.float64]]",
) -> list[_Sign]:
    """The signs of a line as they are seen, from left to right, marks on their letters."""
    signs: list[_Sign] = []
    marks: list[_Sign] = []
    for at, (left, _bottom, right, _top) in zip(kept, boxes.tolist(), strict=True):
        text = chr(int(glyphs.codes[at]))
        kind = _kind(text)
        before = signs[-1] if signs else None
        if before is not None and kind == before.kind == "R" and before.is_at(left, right):
            # PDFium has turned round what one glyph stands for, but a ligature that is in Unicode.
            is_lam_alef = before.text == _LAM and text in _ALEFS
            before.at.insert(len(before.at) if is_lam_alef else 0, at)
            continue
        (marks if kind == "M" else signs).append(_Sign([at], kind, text, left, right))
    letters = [sign for sign in signs if sign.kind != "S"]
    for mark in marks if letters else []:
        middle = (mark.left + mark.right) / 2
        under = min(letters, key=lambda sign: abs((sign.left + sign.right) / 2 - middle))
        under.at += mark.at
    return sorted(signs, key=lambda sign: sign.left + sign.right)


def _kind(text: str) -> str:
    if ord(text) in SPACES:
        return "S"
    if unicodedata.category(text) == "Mn":
        return "M"
    if text.isdecimal():
        return "N"
    if text.isalpha():
        return "R" if any(first <= ord(text) <= last for first, last in _RANGES) else "L"
    return "O"


def _with_spaces(signs: Sequence[_Sign], slots: list[int], least: float) -> list[_Sign]:
    """The signs with a space where there is white between them; `slots` are places for them."""
    spaced: list[_Sign] = []
    for sign in signs:
        before = spaced[-1] if spaced else None
        between = before is not None and "S" not in (before.kind, sign.kind) and bool(slots)
        if before is not None and between and sign.left - before.right > least:
            spaced.append(_Sign([slots.pop()], "S", " ", before.right, sign.left))
        spaced.append(sign)
    return spaced


def _read_left(signs: Sequence[_Sign]) -> Iterator[_Sign]:
    """The signs of a line that is read from the left, what is read from the right inside it."""
    start = 0
    while start < len(signs):
        if signs[start].kind != "R":
            yield signs[start]
            start += 1
            continue
        end = start
        for at in range(start, len(signs)):
            if signs[at].kind == "L":
                break
            if signs[at].kind == "R":
                end = at
        yield from _read_right(signs[start : end + 1])
        start = end + 1


def _read_right(signs: Sequence[_Sign]) -> Iterator[_Sign]:
    """The signs of a line that is read from the right, what is read from the left inside it."""
    from_left = _from_left(signs)
    end = len(signs)
    while end:
        start = end - 1
        if from_left[start]:
            while start and from_left[start - 1]:
                start -= 1
            yield from signs[start:end]
        else:
            yield signs[start]
        end = start


def _from_left(signs: Sequence[_Sign]) -> list[bool]:
    """Which of the signs of a line read from the right are read from the left."""
    kinds = [sign.kind for sign in signs]
    found = [kind in "LN" for kind in kinds]
    for at, sign in enumerate(signs):
        before, after = kinds[at - 1 : at] == ["N"], kinds[at + 1 : at + 2] == ["N"]
        inside = sign.text in _IN_NUMBERS and before and after
        beside = sign.text in _AT_NUMBERS and (before or after)
        found[at] = found[at] or inside or beside
    last = None
    for at, kind in enumerate(kinds):
        if kind == "R":
            last = None
        elif kind == "L" or (kind == "N" and last is not None):
            if last is not None:
                found[last:at] = [True] * (at - last)
            last = at
    return found


def _pair_brackets(glyphs: PageGlyphs, read: Sequence[_Sign]) -> None:
    """Let brackets open first and close then: where it is read from the right, one is mirrored.

    Those inside what is read from the left are as they should be, and pair in the same way.
    """
    brackets = [sign for sign in read if sign.text in _OPENING]
    if len(brackets) % 2:
        return
    waiting: list[str] = []
    for sign in brackets:
        opening = _OPENING[sign.text]
        if waiting and waiting[-1] == opening:
            waiting.pop()
            glyphs.codes[sign.at[0]] = ord(_PAIRS[opening])
        else:
            waiting.append(opening)
            glyphs.codes[sign.at[0]] = ord(opening)
