"""Puts the stretches of a page together into rows: what stands on one line, with its looks."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sverka.model import Run, Style
from sverka.patterns import late_pattern
from sverka.readers.pdf.stretches import WIDE_SPACE, Space, TextStretch
from sverka.text.alphabets import RIGHT_TO_LEFT
from sverka.text.character_classes import pattern_of

_SMALL = 0.85
"""Index figures are smaller than this part of the size of their line."""

_SHIFTED = 0.08
"""They stand this part of the size of their line above or below it, or more."""

_WORD_GAP = 0.15
"""White of so many ems between two looks is a space; PDFium wants more of it behind small type."""

_SPACES = late_pattern(" {2,}")
_RIGHT_TO_LEFT = late_pattern(f"[{pattern_of(RIGHT_TO_LEFT)}]")


class Gap(NamedTuple):
    """Empty space in a row: before the character at `place` of its text, from left to right.

    `ems` is its width in sizes of the row. `stretch` and `inner` say where the row is cut there.
    """

    place: int
    left: float
    right: float
    ems: float
    stretch: int
    inner: int


class Row(NamedTuple):
    """What stands on one line without regard to columns, in the order in which it is read.

    The box is in PDF points from the lower left corner of the page as it is read, y upwards: the
    sides of all of it, bottom, top, `baseline` and `size` of most of it. `turns` are the quarters
    clockwise by which the page would have to be turned more for the row to stand upright: 0 but for
    words beside a table or a figure; it cannot be cut then.
    """

    stretches: tuple[TextStretch, ...]
    text: str
    runs: tuple[Run, ...]
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    turns: int = 0

    @property
    def artifact(self) -> bool:
        """Whether the file marks most of it as page furniture."""
        marked = [one for one in self.stretches if one.face.artifact]
        return bool(marked) and 2 * _length(marked) > _length(self.stretches)

    @property
    def right_to_left(self) -> bool:
        """Whether any of it is read from right to left."""
        return not self.text.isascii() and _RIGHT_TO_LEFT.search(self.text) is not None

    def gaps(self, least: float = WIDE_SPACE) -> list[Gap]:
        """Its gaps of more ems than `least`; none where it is turned or read from right to left."""
        points = least * self.size
        if points <= 0 or not _has_gap(self.stretches, points) or self.turns or self.right_to_left:
            return []
        return [gap for gap in _gaps(self) if gap.ems > least]

    def cut(self, gaps: Iterable[Gap]) -> list["Row"]:
        """The row cut at these gaps, which are its own, in the order in which it is read."""
        parts: list[list[TextStretch]] = [[]]
        cuts = {(gap.stretch, gap.inner) for gap in gaps}
        for number, stretch in enumerate(self.stretches):
            pieces = _cut_stretch(stretch, [inner for at, inner in cuts if at == number and inner])
            if (number, 0) in cuts:
                parts.append([])
            parts[-1].append(pieces[0])
            parts += [[piece] for piece in pieces[1:]]
        return [row_of(part) for part in parts if part]


class _Extent(NamedTuple):
    """Where stretches stand: the sides of all, the rest as most of them have it."""

    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float


def read_rows(stretches: Iterable[TextStretch]) -> list[Row]:
    """The rows of a page in the order of the file."""
    return [_row(*joined) for joined in _rejoined(_pieces(stretches))]


def row_of(stretches: Sequence[TextStretch]) -> Row:
    """One row of stretches that stand on one line."""
    return _row(stretches, _extent(stretches))


def _row(stretches: Sequence[TextStretch], extent: _Extent) -> Row:
    runs = _runs(stretches, extent)
    text = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
    return Row(tuple(stretches), text, runs, *extent)


def _pieces(stretches: Iterable[TextStretch]) -> Iterator[list[TextStretch]]:
    """The stretches between line ends; PDFium forgets some before single characters."""
    piece: list[TextStretch] = []
    for stretch in stretches:
        if piece and _begins_line(piece[-1], stretch):
            yield piece
            piece = []
        if piece and stretch.left - piece[-1].right > _WORD_GAP * stretch.face.size:
            piece[-1] = _spaced(piece[-1])
        piece.append(stretch)
        if stretch.ends_line:
            yield piece
            piece = []
    if piece:
        yield piece


def _spaced(stretch: TextStretch) -> TextStretch:
    """The stretch with a space after it."""
    return stretch if stretch.text[-1:].isspace() else stretch._replace(text=stretch.text + " ")


def _begins_line(before: TextStretch, after: TextStretch) -> bool:
    """Whether a stretch stands on another line than the one before it.

    Signs below each other without a gap may be one line that is printed downwards; numbers are of
    lines of their own.
    """
    gap = max(before.bottom - after.top, after.bottom - before.top)
    if gap <= 0 or before.top <= before.bottom or after.top <= after.bottom:
        return False
    height = after.top - after.bottom
    if before.text.isdecimal() and after.text.isdecimal():
        return True
    return gap > 0.5 * height or after.left < before.right - 0.6 * height


def _extent(stretches: Sequence[TextStretch]) -> _Extent:
    first = stretches[0]
    if len(stretches) == 1:
        size = first.face.size or first.top - first.bottom
        return _Extent(first.left, first.bottom, first.right, first.top, first.baseline, size)
    sizes: dict[float, int] = {}
    standing: dict[tuple[float, float], int] = {}
    longest: dict[tuple[float, float], TextStretch] = {}
    left, right = first.left, first.right
    for one in stretches:
        length, size = len(one.text), one.face.size
        place = (size, one.baseline)
        sizes[size] = sizes.get(size, 0) + length
        standing[place] = standing.get(place, 0) + length
        if place not in longest or length > len(longest[place].text):
            longest[place] = one
        if one.left < left:
            left = one.left
        if one.right > right:
            right = one.right
    size = max(sizes, key=lambda size: (sizes[size], size))
    place = max(standing, key=lambda place: (place[0] == size, standing[place], place))
    bottom, top = longest[place].bottom, longest[place].top
    if 2 * standing[place] < sizes[size]:
        # Printed upwards or downwards: nothing stands on one line as the page is seen.
        bottom, top = min(one.bottom for one in stretches), max(one.top for one in stretches)
    return _Extent(left, bottom, right, top, place[1], size or top - bottom)


def _length(stretches: Iterable[TextStretch]) -> int:
    return sum([len(one.text) for one in stretches])


def _rejoined(
    pieces: Iterable[list[TextStretch]],
) -> Iterator[tuple[list[TextStretch], _Extent]]:
    """Pieces that stand on one line - words around an index figure - together again.

    Height and size of such a line are those of its longest piece.
    """
    row: list[TextStretch] = []
    extent: _Extent | None = None
    longest = 0
    for piece in pieces:
        own, length = _extent(piece), _length(piece)
        if extent is None or not _on_one_line(extent, own):
            if extent is not None:
                yield row, extent
            row, extent, longest = piece, own, length
            continue
        if own.left - extent.right > _WORD_GAP * extent.size:
            row[-1] = _spaced(row[-1])
        row += piece
        sides = {"left": min(extent.left, own.left), "right": max(extent.right, own.right)}
        extent = (own if length > longest else extent)._replace(**sides)
        longest = max(longest, length)
    if extent is not None:
        yield row, extent


def _on_one_line(first: _Extent, second: _Extent) -> bool:
    """Whether `second` goes on where `first` ended, at about the same height."""
    em = max(first.size, second.size)
    gap = second.left - first.right
    if not -0.3 * em < gap < em:
        return False
    overlap = min(first.top, second.top) - max(first.bottom, second.bottom)
    smaller = min(first.top - first.bottom, second.top - second.bottom)
    index = min(first.size, second.size) < _SMALL * em
    return overlap > (0.3 if index else 0.7) * smaller


def _has_gap(stretches: Sequence[TextStretch], points: float) -> bool:
    """Whether there is any empty space of more than so many points."""
    before = stretches[0]
    for stretch in stretches:
        if (
            stretch.spaces
            or stretch.left - before.right > points
            or before.left - stretch.right > points
        ):
            return True
        before = stretch
    return False


def _gaps(row: Row) -> Iterator[Gap]:
    """The gaps of a row that may be wide: between stretches and inside them."""
    place, spaced = 0, True
    before: TextStretch | None = None
    for number, stretch in enumerate(row.stretches):
        if before is not None:
            left, right = before.right, stretch.left
            if stretch.right < before.left:
                left, right = stretch.right, before.left
            if right > left:
                yield Gap(place, left, right, (right - left) / row.size, number, 0)
        for space in stretch.spaces:
            inside = place + len(_single_spaced(stretch.text[: space.place], spaced))
            ems = (space.right - space.left) / row.size
            yield Gap(inside, space.left, space.right, ems, number, space.place)
        text = _single_spaced(stretch.text, spaced)
        place += len(text)
        spaced = text[-1:] == " " if text else spaced
        before = stretch


def _single_spaced(text: str, spaced: bool) -> str:
    """The text with single spaces; `spaced` says that a space stands before it."""
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return text[1:] if spaced and text[:1] == " " else text


def _cut_stretch(stretch: TextStretch, places: Sequence[int]) -> list[TextStretch]:
    """A stretch cut at these of its wide spaces."""
    parts = []
    for space in sorted(stretch.spaces, reverse=True):
        if space.place not in places:
            continue
        stretch, part = _halves(stretch, space)
        parts.append(part)
    return [stretch, *reversed(parts)]


def _halves(stretch: TextStretch, space: Space) -> tuple[TextStretch, TextStretch]:
    inner = [one for one in stretch.spaces if one.place != space.place]
    first = stretch._replace(
        text=stretch.text[: space.place],
        right=space.left,
        spaces=tuple(one for one in inner if one.place < space.place),
        ends_line=False,
    )
    second = stretch._replace(
        text=stretch.text[space.place :],
        left=space.right,
        spaces=tuple(
            one._replace(place=one.place - space.place) for one in inner if one.place > space.place
        ),
    )
    return first, second


def _runs(stretches: Sequence[TextStretch], extent: _Extent) -> tuple[Run, ...]:
    """The text by looks, its spaces single; every run has the size of the line."""
    texts: list[str] = []
    styles: list[Style] = []
    size, least, smaller = round(extent.size, 1), _SHIFTED * extent.size, _SMALL * extent.size
    spaced = True
    for stretch in stretches:
        text = stretch.text
        if "  " in text or (spaced and text[0] == " "):
            text = _single_spaced(text, spaced)
            if not text:
                continue
        spaced = text[-1] in " \xa0"
        face = stretch.face
        raised = lowered = False
        if 0 < face.size < smaller:
            shift = stretch.baseline - extent.baseline
            raised, lowered = shift > least, shift < -least
        style = _style(face.bold, face.italic, raised, lowered, size)
        if styles and styles[-1] is style:
            texts[-1] += text
        else:
            texts.append(text)
            styles.append(style)
    while texts and (ended := texts[-1].rstrip()) != texts[-1]:
        texts[-1] = ended
        if ended:
            break
        texts.pop()
        styles.pop()
    return tuple(map(Run, texts, styles))


@lru_cache(maxsize=1024)
def _style(bold: bool, italic: bool, raised: bool, lowered: bool, size: float) -> Style:
    return Style(bold=bold, italic=italic, raised=raised, lowered=lowered, size=size)
