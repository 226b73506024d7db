"""The picture of where in the document the changes lie: its geometry, and as a PNG and an SVG.

A band is the revised version from its beginning to its end. What came in stands above the band,
what was left out hangs below it, so that the picture reads without colour; numbers, dates and names
are long black lines, small squares on the band are changes beside the words, and dashed arcs join
the ends of moves.
"""

import math
import struct
import zlib
from dataclasses import dataclass
from itertools import accumulate
from xml.sax.saxutils import quoteattr

import numpy as np
from numpy.typing import NDArray

from sverka.language import Language
from sverka.model import Category, Change, ChangeKind, Comparison, Side, Span
from sverka.weave import Standing
from sverka.wording.measures import number_words

BINS = 150
"""How many ticks fit beside one another; changes in the same bin make one, higher tick."""

_GRAVE = frozenset({Category.NUMBER, Category.DATE, Category.NAME})
"""What is a long black line: what the words beside the picture name, and no more."""
_ARCS = 60
_WIDTH, _HEIGHT = 2250, 230
_PITCH = _WIDTH // BINS
_BAND_TOP, _BAND_BOTTOM = 136, 152
_WHITE, _GREY, _ORANGE, _BLUE, _BLACK, _VIOLET = range(6)
_PALETTE = ("ffffff", "b9b6ae", "c8701f", "2f77c9", "1a1a1a", "6b4fc0")
_SHORT, _LONG = 26, 62


@dataclass(frozen=True, slots=True)
class ChartTick:
    """The changes in one bin: how many above and below the band and beside the words.

    `grave` is whether one of them is.
    """

    bin: int
    above: int
    below: int
    grave: bool
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture as numbers. `arcs` are moves from bin to bin; `words` is its alternative text."""

    ticks: tuple[ChartTick, ...]
    arcs: tuple[tuple[int, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """A filled rectangle in pixels of the PNG, which are units of the SVG."""

    left: int
    top: int
    right: int
    bottom: int
    colour: int


def chart(comparison: Comparison, language: Language) -> Chart:
    """Where the changes of a comparison lie."""
    ruler = _Ruler(comparison)
    above, below, beside = [0] * BINS, [0] * BINS, [0] * BINS
    grave = [False] * BINS
    arcs = []
    for change in comparison.changes:
        at = ruler.bin(change)
        if change.kind is ChangeKind.MOVE:
            arcs.append((ruler.old_bin(change.old), at))
            continue
        above[at] += _comes_in(change)
        below[at] += _goes_out(change)
        beside[at] += change.kind.is_beside_words
        grave[at] = grave[at] or bool(_GRAVE.intersection(change.categories))
    ticks = tuple(
        ChartTick(i, above[i], below[i], grave[i], beside[i])
        for i in range(BINS)
        if above[i] or below[i] or beside[i]
    )
    return Chart(ticks, tuple(arcs[:_ARCS]), _words(comparison, ruler, ticks, language))


def _comes_in(change: Change) -> bool:
    return change.kind in (ChangeKind.INSERTION, ChangeKind.REPLACEMENT, ChangeKind.SPLIT)


def _goes_out(change: Change) -> bool:
    return change.kind in (ChangeKind.DELETION, ChangeKind.REPLACEMENT, ChangeKind.MERGE)


class _Ruler:
    """Measures places along the revised version; of the original where the revised is empty."""

    def __init__(self, comparison: Comparison) -> None:
        has_text = any(paragraph.text for paragraph in comparison.new.paragraphs)
        self._axis = Side.NEW if has_text else Side.OLD
        paragraphs = comparison.version(self._axis).paragraphs
        self._starts = list(accumulate((len(p.text) + 1 for p in paragraphs), initial=0))
        self._standing = Standing(comparison)

    def bin(self, change: Change) -> int:
        """The bin of a change: of its place in the revised version, or where it would stand."""
        span = change.span(self._axis)
        if span is not None:
            return self._bin(self._starts[span.paragraph] + span.start)
        return self.old_bin(change.old)

    def old_bin(self, span: Span | None) -> int:
        """The bin of a place in the original: after what precedes it and was kept."""
        if span is None:
            return 0
        if self._axis is Side.OLD:
            return self._bin(self._starts[span.paragraph] + span.start)
        before = self._standing.after(span.paragraph)
        return 0 if before is None else self._bin(self._starts[before + 1])

    def _bin(self, at: int) -> int:
        return min(BINS - 1, at * BINS // max(1, self._starts[-1]))


def _words(
    comparison: Comparison, ruler: _Ruler, ticks: tuple[ChartTick, ...], language: Language
) -> str:
    """The alternative text: how many changes lie in each quarter of the document."""
    quarters = [0] * 4
    for change in comparison.changes:
        quarters[ruler.bin(change) * 4 // BINS] += 1
    count = len(comparison.changes)
    said = language.ngettext(
        "Where the {count} change lies, from beginning to end by quarters of the document: {list}.",
        "Where the {count} changes lie, from beginning to end by quarters of the document: {list}.",
        count,
    ).format(
        count=number_words(count, language),
        list=", ".join(number_words(n, language) for n in quarters),
    )
    grave = sum(tick.grave for tick in ticks)
    if not grave:
        return said
    places = language.ngettext(
        "Numbers, dates or names changed in {count} place.",
        "Numbers, dates or names changed in {count} places.",
        grave,
    )
    return f"{said} {places.format(count=number_words(grave, language))}"


def legend(language: Language) -> str:
    """How the picture is read."""
    return language.gettext(
        "Above the line: what came in. Below: what was left out. On it, small squares: formatting, "
        "links and the like. Long black lines: numbers, dates, names. Arcs: moves."
    )


def _shapes(value: Chart) -> list[_Shape]:
    most = max((max(t.above, t.below) for t in value.ticks), default=1)
    shapes = [_Shape(0, _BAND_TOP, _WIDTH, _BAND_BOTTOM, _GREY)]
    for tick in value.ticks:
        left = tick.bin * _PITCH + 2
        right = left + _PITCH - 4
        if tick.above:
            top = _BAND_TOP - _height(tick.above, most)
            shapes.append(_Shape(left, top, right, _BAND_TOP + 8, _BLUE))
        if tick.below:
            bottom = _BAND_BOTTOM + _height(tick.below, most)
            shapes.append(_Shape(left, _BAND_BOTTOM - 8, right, bottom, _ORANGE))
        if tick.beside:
            top, bottom = _BAND_TOP - 4, _BAND_BOTTOM + 4
            shapes.append(_Shape(left - 4, top, right + 5, bottom, _BLACK))
            shapes.append(_Shape(left, top + 4, right + 1, bottom - 4, _WHITE))
        if tick.grave:
            middle = (left + right) // 2
            shapes.append(_Shape(middle - 3, _BAND_TOP - 68, middle + 3, _BAND_BOTTOM + 68, _BLACK))
    return shapes


def _height(count: int, most: int) -> int:
    """A logarithmic scale: one change is seen, and a thousand do not run off the picture."""
    if most == 1:
        return (_SHORT + _LONG) // 2
    return round(_SHORT + (_LONG - _SHORT) * math.log(count) / math.log(most))


def _arc(start: int, end: int) -> tuple[int, int, int, int]:
    """From, to, the height of the ends and of the control point of a move's arc."""
    left, right = (b * _PITCH + _PITCH // 2 for b in sorted((start, end)))
    rise = min(120, 40 + (right - left) // 12)
    return left, right, 68, 68 - rise


def svg(value: Chart) -> str:
    """The picture as an SVG element, for a page that says `value.words` beside it."""
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="100%" role="img"'
        f" aria-label={quoteattr(value.words)}>"
    ]
    parts += [
        f'<rect x="{s.left}" y="{s.top}" width="{s.right - s.left}"'
        f' height="{s.bottom - s.top}" fill="#{_PALETTE[s.colour]}"/>'
        for s in _shapes(value)
    ]
    for move in value.arcs:
        left, right, foot, top = _arc(*move)
        parts.append(
            f'<path d="M{left} {foot}Q{(left + right) // 2} {top} {right} {foot}" fill="none"'
            f' stroke="#{_PALETTE[_VIOLET]}" stroke-width="5" stroke-dasharray="14 10"/>'
        )
    return "".join((*parts, "</svg>"))


def png(value: Chart) -> bytes:
    """The picture as a PNG of six colours, 330 dots per inch when 17 cm wide."""
    canvas = np.zeros((_HEIGHT, _WIDTH), dtype=np.uint8)
    for move in value.arcs:
        _paint_arc(canvas, *_arc(*move))
    for shape in _shapes(value):
        canvas[shape.top : shape.bottom, shape.left : shape.right] = shape.colour
    return _encoded(canvas)


def _paint_arc(canvas: NDArray[np.uint8], left: int, right: int, foot: int, top: int) -> None:
    """Paint a dashed quadratic curve with a square brush of five pixels."""
    steps = np.linspace(0.0, 1.0, 3 * (right - left) + 300)
    x = left + (right - left) * steps
    y = foot + 2 * (top - foot) * steps * (1 - steps)
    length = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    drawn = length % 24 < 14
    for dx in range(-2, 3):
        for dy in range(-2, 3):
            rows = np.clip(np.rint(y[drawn]).astype(int) + dy, 0, _HEIGHT - 1)
            columns = np.clip(np.rint(x[drawn]).astype(int) + dx, 0, _WIDTH - 1)
            canvas[rows, columns] = _VIOLET


def _encoded(canvas: NDArray[np.uint8]) -> bytes:
    """A palette PNG (W3C PNG specification, colour type 3, no filter)."""
    height, width = canvas.shape
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    lines = np.zeros((height, width + 1), dtype=np.uint8)
    lines[:, 1:] = canvas
    chunks = (
        (b"IHDR", header),
        (b"PLTE", bytes.fromhex("".join(_PALETTE))),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
