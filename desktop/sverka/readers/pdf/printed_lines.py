"""Puts the characters of a page together into printed lines, and those into reading order."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from sverka.model import Run, Style
from sverka.readers.pdf.glyphs import LINE_END, Glyph
from sverka.text.signs import BULLETS

_WIDE_GAP = 3.0
"""A gap of so many ems parts a line: table cells, the left and right end of a header."""

_COLUMN_GAP = 1.2
"""A gap of so many ems parts it where other lines have one in the same place."""

_ALIGNED_LINES = 3
"""So many other lines make a gap that of a column."""

_SMALL = 0.85
"""Index figures are smaller than this part of the size of their line."""

_MOST_MOVED = 6
"""Headers and footers that are drawn out of order have no more lines than this."""

_MOST_GAPS = 1000
"""Pages with more gaps than that are no text; only wide gaps part lines there."""

_TOUCHING = 0.5
"""Lines set close may overlap by so many points."""

_LIST_MARK = re.compile(
    rf"[{BULLETS}–—-]|\(?(?:\d{{1,3}}|[a-zа-яё]|[ivxlc]{{1,6}})[.)]|(?:\d{{1,3}}\.){{1,4}}\d{{0,3}}",
    re.IGNORECASE,
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class PrintedLine(NamedTuple):
    """A printed line: its text in runs, its box in points, the size most of it is set in."""

    runs: tuple[Run, ...]
    left: float
    bottom: float
    right: float
    top: float
    size: float
    artifact: bool

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)


class _Extent(NamedTuple):
    """Where glyphs stand: the sides of all, height and size of those most of them are like."""

    left: float
    bottom: float
    right: float
    top: float
    size: float


def read_lines(glyphs: Iterable[Glyph]) -> tuple[PrintedLine, ...]:
    """The lines of a page. `glyphs` come in the order of the file, with LINE_END between lines."""
    rows = list(_rejoined(_pieces(glyphs)))
    parted = [part for row in _parted(rows) for part in row]
    return tuple(_in_reading_order([_line(part) for part in parted]))


def _pieces(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """The characters between line ends.

    PDFium writes none after a hyphen that breaks a word, and forgets some before single characters.
    """
    piece: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text == LINE_END or (piece and _begins_line(piece[-1], glyph)):
            yield from _unless_blank(piece)
            piece = []
        if glyph.text != LINE_END:
            piece.append(glyph)
    yield from _unless_blank(piece)


def _begins_line(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands on another line than the one before it.

    Signs below each other without a gap may be one line that is printed downwards.
    """
    if before.is_hyphen:
        return True
    if before.top <= before.bottom or glyph.top <= glyph.bottom:
        return False
    gap = max(before.bottom - glyph.top, glyph.bottom - before.top)
    height = glyph.top - glyph.bottom
    return gap > 0 and (gap > 0.5 * height or glyph.left < before.left - 0.1 * height)


def _unless_blank(piece: list[Glyph]) -> Iterator[list[Glyph]]:
    if any(not glyph.text.isspace() for glyph in piece):
        yield piece


def _extent(glyphs: Sequence[Glyph]) -> _Extent:
    inked = [g for g in glyphs if not g.text.isspace() and g.top > g.bottom]
    if not inked:
        inked = [g for g in glyphs if not g.text.isspace()]
    size = _most_common(g.face.size for g in inked)
    usual = [g for g in inked if g.face.size == size]
    bottom = _most_common(g.bottom for g in usual)
    standing = [g for g in usual if g.bottom == bottom]
    top = _most_common(g.top for g in standing)
    if 2 * len(standing) < len(usual):
        # Printed upwards or downwards: nothing stands on one line as the page is seen.
        bottom, top = min(g.bottom for g in inked), max(g.top for g in inked)
    left, right = min(g.left for g in inked), max(g.right for g in inked)
    return _Extent(left, bottom, right, top, size or top - bottom)


def _most_common(values: Iterable[float]) -> float:
    """The value that occurs most often, of several the largest."""
    counts = Counter(values)
    return max(counts, key=lambda value: (counts[value], value))


def _rejoined(pieces: Iterable[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Pieces that stand on one line - words around an index figure - together again.

    Height and size of such a line are those of its longest piece.
    """
    row: list[Glyph] = []
    extent: _Extent | None = None
    longest = 0
    for piece in pieces:
        own = _extent(piece)
        if extent is None or not _on_one_line(extent, own):
            if row:
                yield row
            row, extent, longest = piece, own, len(piece)
            continue
        if own.left - extent.right > 0.2 * extent.size and not row[-1].text.isspace():
            row.append(piece[0]._replace(text=" "))
        row += piece
        sides = {"left": min(extent.left, own.left), "right": max(extent.right, own.right)}
        extent = (own if len(piece) > longest else extent)._replace(**sides)
        longest = max(longest, len(piece))
    if row:
        yield row


def _on_one_line(first: _Extent, second: _Extent) -> bool:
    """Whether `second` goes on where `first` ended, at about the same height."""
    overlap = min(first.top, second.top) - max(first.bottom, second.bottom)
    smaller = min(first.top - first.bottom, second.top - second.bottom)
    em = max(first.size, second.size)
    index = min(first.size, second.size) < _SMALL * em
    gap = second.left - first.right
    return -0.3 * em < gap < em and overlap > (0.3 if index else 0.7) * smaller


def _parted(rows: Sequence[list[Glyph]]) -> Iterator[list[list[Glyph]]]:
    """Each row cut at its wide gaps, and at narrower ones that stand below each other."""
    gaps = [_gaps(row) for row in rows]
    few = sum(map(len, gaps)) <= _MOST_GAPS
    for number, row in enumerate(rows):
        cuts = []
        for gap in gaps[number]:
            others = (g for k, found in enumerate(gaps) if k != number for g in found)
            if gap.ems >= _WIDE_GAP or (few and _aligned(gap, others)):
                cuts.append(gap.place)
        yield _cut(row, cuts)


class _Gap(NamedTuple):
    """Empty space inside a row, before the glyph at `place`."""

    place: int
    left: float
    right: float
    ems: float


def _gaps(row: list[Glyph]) -> list[_Gap]:
    """The gaps of a row that may part it; none in lines that are read from right to left."""
    if any(_RIGHT_TO_LEFT.match(glyph.text) for glyph in row):
        return []
    size = _extent(row).size
    if size <= 0:
        return []
    found = []
    before: Glyph | None = None
    for index, glyph in enumerate(row):
        if glyph.text.isspace():
            continue
        if before is not None:
            left, right = before.right, glyph.left
            if glyph.right < before.left:
                left, right = glyph.right, before.left
            if right - left > _COLUMN_GAP * size:
                found.append(_Gap(index, left, right, (right - left) / size))
        before = glyph
    return found


def _aligned(gap: _Gap, others: Iterable[_Gap]) -> bool:
    """Whether enough other rows have a gap in the same place."""
    width = gap.right - gap.left
    count = 0
    for other in others:
        shared = min(gap.right, other.right) - max(gap.left, other.left)
        count += shared > 0.6 * width
        if count >= _ALIGNED_LINES:
            return True
    return False


def _cut(row: list[Glyph], cuts: Iterable[int]) -> list[list[Glyph]]:
    """The row cut before the glyphs at `cuts`, left part first; list marks stay with their text."""
    parts = []
    start = 0
    for index in cuts:
        text = "".join(glyph.text for glyph in row[start:index]).strip()
        if not _LIST_MARK.fullmatch(text):
            parts.append(row[start:index])
            start = index
    parts.append(row[start:])
    return sorted(parts, key=lambda part: _extent(part).left) if len(parts) > 1 else parts


def _line(glyphs: Sequence[Glyph]) -> PrintedLine:
    extent = _extent(glyphs)
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    marked = sum(glyph.face.artifact for glyph in inked)
    return PrintedLine(
        _runs(glyphs, extent),
        extent.left,
        extent.bottom,
        extent.right,
        extent.top,
        extent.size,
        2 * marked > len(inked),
    )


def _runs(glyphs: Sequence[Glyph], extent: _Extent) -> tuple[Run, ...]:
    """The text by looks, its spaces single; every run has the size of the line."""
    texts: list[tuple[str, Style]] = []
    spaced, style = True, Style()
    for glyph in glyphs:
        if glyph.text != " ":
            style = _style(glyph, extent)
        elif spaced:
            continue
        spaced = glyph.text in " \xa0"
        texts.append((glyph.text, style))
    while texts and texts[-1][0].isspace():
        texts.pop()
    return tuple(
        Run("".join(text for text, _look in alike), look)
        for look, alike in groupby(texts, key=itemgetter(1))
    )


def _style(glyph: Glyph, extent: _Extent) -> Style:
    small = 0 < glyph.face.size < _SMALL * extent.size
    return Style(
        bold=glyph.face.bold,
        italic=glyph.face.italic,
        raised=small and glyph.bottom > extent.bottom + 0.15 * extent.size,
        lowered=small and glyph.bottom < extent.bottom - 0.03 * extent.size,
        size=round(extent.size, 1),
    )


def _in_reading_order(lines: list[PrintedLine]) -> list[PrintedLine]:
    """The lines in the order of the file, but footers drawn first and headers drawn last moved.

    Files draw columns one after the other, and page furniture before or after the text.
    """
    start = _leading(lines)
    head, rest = lines[:start], lines[start:]
    for count in range(1, min(_MOST_MOVED, len(rest) - 1) + 1):
        if _above(rest[count:], rest[:count]):
            rest = rest[count:] + rest[:count]
            break
    for count in range(1, min(_MOST_MOVED, len(rest) - 1) + 1):
        tail = rest[-count:]
        if _above(tail, head + rest[:-count]):
            return tail + head + rest[:-count]
    return head + rest


def _leading(lines: Sequence[PrintedLine]) -> int:
    """How many lines at the beginning stand each higher than all that follow."""
    tops = list(accumulate((line.top for line in reversed(lines)), max))[::-1]
    for index, line in enumerate(lines[:-1]):
        if line.bottom < tops[index + 1] - _TOUCHING:
            return index
    return len(lines)


def _above(upper: Sequence[PrintedLine], lower: Sequence[PrintedLine]) -> bool:
    """Whether all of `upper` stand higher than all of `lower`."""
    if not upper or not lower:
        return True
    return min(line.bottom for line in upper) >= max(line.top for line in lower) - _TOUCHING
