"""Takes the text of a page out of PDFium in stretches: what is drawn in one look on one line."""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple
from unicodedata import normalize

import numpy as np

from sverka.patterns import late_pattern
from sverka.readers.pdf.faces import Face, faces_of
from sverka.readers.pdf.frame import Frame
from sverka.readers.pdf.glyphs import DROPPED, Numbers, PageGlyphs, Places, render_modes
from sverka.readers.pdf.outline import ASLANT, SPACES, Outline
from sverka.readers.pdf.shapes import NEARLY_WHITE

WIDE_SPACE = 0.5
"""A space of more ems is told with its place: it may be the gap between two columns."""

_OVERLAP = 0.3
"""What one object draws may reach so many ems into what the next one draws: kerning."""

_SAME_LINE = 0.02
"""Baselines so many points apart are one."""

_FILLED, _NOT_PAINTED = 0, 3
"""Text rendering modes (ISO 32000-1, table 106)."""

_ARABIC_FORMS = (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))
_PRINTED = {
    DROPPED: "", 0x02: "-", 0x09: " ",
    **dict.fromkeys((0x01, *range(0x03, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20)), "\ufffd"),
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    **{code: normalize("NFKC", chr(code)) for code in _ARABIC_FORMS},
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip
"""Ligatures in letters, the forms of Arabic letters in print as the letters, a broken word's hyphen
as a hyphen, control signs as unreadable."""

_ODD = late_pattern("[" + "".join(re.escape(chr(code)) for code in _PRINTED) + "]")


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


_PAINTS = tuple(Paint)


class TextStretch(NamedTuple):
    """What is drawn in one look on one line, its spaces as the file has them.

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


class _Table(NamedTuple):
    """What is known of the stretches of a page, one place for each.

    `places` are left, bottom, right, top and baseline, `faces` numbers of faces.
    """

    first: Numbers
    last: Numbers
    end: Numbers
    ends_line: Numbers
    places: Places
    faces: Numbers
    turns: Numbers
    paints: Numbers


def read_stretches(glyphs: PageGlyphs, outline: Outline, frame: Frame) -> list[TextStretch]:
    """The stretches of a page in PDFium's order."""
    if not len(outline.first):
        return []
    spaces = _inner_spaces(glyphs, outline)
    asked = np.unique(np.concatenate([outline.first, outline.last, *spaces]))
    boxes = glyphs.boxes(asked)
    faces, numbers = faces_of(glyphs, outline)
    turns = np.where(outline.turns == ASLANT, ASLANT, (outline.turns - frame.turns) % 4)
    sizes = np.array([face.size for face in faces])
    table = _joined(
        _Table(
            outline.first,
            outline.last,
            outline.end,
            outline.ends_line,
            _places(outline, asked, boxes, turns, frame),
            numbers,
            turns,
            _paints(glyphs, outline),
        ),
        sizes,
    )
    wide = _wide_spaces(spaces, asked, frame.upright(boxes), table, sizes)
    return _made(glyphs, table, faces, wide)


def _made(
    glyphs: PageGlyphs,
    table: _Table,
    faces: Sequence[Face],
    wide: dict[int, tuple[Space, ...]],
) -> list[TextStretch]:
    whole = "".join(map(chr, glyphs.codes.tolist()))
    spans = zip(table.first.tolist(), table.end.tolist(), strict=True)
    texts = [whole[first:end] for first, end in spans]
    spaces: list[tuple[Space, ...]] = [()] * len(texts)
    is_odd = _ODD.search(whole) is not None
    for number, inner in wide.items():
        text = texts[number]
        spaces[number] = tuple(
            space._replace(place=len(text[: space.place].translate(_PRINTED))) if is_odd else space
            for space in inner
        )
    if is_odd:
        texts = [text.translate(_PRINTED) for text in texts]
    columns = zip(
        texts,
        *table.places.T.tolist(),
        [faces[face] for face in table.faces.tolist()],
        spaces,
        table.ends_line.tolist(),
        table.turns.tolist(),
        [_PAINTS[paint] for paint in table.paints.tolist()],
        strict=True,
    )
    return list(map(TextStretch._make, columns))


def _joined(table: _Table, sizes: Places) -> _Table:
    """The stretches, those that go on where the one before ends and look like it joined to it.

    Many programs draw each word by itself.
    """
    left, _bottom, right, _top, base = table.places.T
    em = sizes[table.faces[1:]]
    gap = left[1:] - right[:-1]
    goes_on = (table.turns[1:] == 0) & (gap > -_OVERLAP * em) & (gap < WIDE_SPACE * em)
    goes_on &= (np.abs(np.diff(base)) < _SAME_LINE) & (np.diff(table.faces) == 0)
    goes_on &= (np.diff(table.paints) == 0) & (np.diff(table.turns) == 0) & ~table.ends_line[:-1]
    starts = np.append(0, np.flatnonzero(~goes_on) + 1)
    ends = np.append(starts[1:], len(base)) - 1
    low, high = np.minimum.reduceat(table.places, starts), np.maximum.reduceat(table.places, starts)
    places = np.column_stack([low[:, 0], low[:, 1], high[:, 2], high[:, 3], base[starts]])
    return _Table(
        table.first[starts],
        table.last[ends],
        table.end[ends],
        table.ends_line[ends],
        places,
        table.faces[starts],
        table.turns[starts],
        table.paints[starts],
    )


def _places(
    outline: Outline, asked: Numbers, boxes: Places, turns: Numbers, frame: Frame
) -> Places:
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
    return places


def _paints(glyphs: PageGlyphs, outline: Outline) -> Numbers:
    colours = glyphs.colours(outline.first)
    white = (colours[:, :3] >= NEARLY_WHITE).all(axis=1) & (colours[:, 3] > 0)
    modes = np.array(render_modes(outline.objects.tolist()), np.int64)
    unseen = (modes == _NOT_PAINTED) | ((modes == _FILLED) & (colours[:, 3] == 0))
    is_white = np.where(white & (modes == _FILLED), Paint.WHITE, Paint.PLAIN)
    return np.where(unseen, Paint.NOT_AT_ALL, is_white)


def _inner_spaces(glyphs: PageGlyphs, outline: Outline) -> tuple[Numbers, Numbers]:
    """The characters before and after each space inside a stretch."""
    codes = glyphs.codes
    blank = np.isin(codes, SPACES)
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
    table: _Table,
    sizes: Places,
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
    owner = np.searchsorted(table.first, before, "right") - 1
    is_wide = (right - left > WIDE_SPACE * sizes[table.faces[owner]]) & (table.turns[owner] == 0)
    for place in np.flatnonzero(is_wide).tolist():
        number = int(owner[place])
        space = Space(
            int(after[place] - table.first[number]), float(left[place]), float(right[place])
        )
        found[number] = (*found.get(number, ()), space)
    return found
