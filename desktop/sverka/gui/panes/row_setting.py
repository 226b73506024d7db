"""Sets the items of a table's row beside each other: where each cell stands, and how high."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF

from sverka.presentation.table_grid import Slot, TableRow

PAD = 6
"""Pixels between the border of a cell and its text; the sign of a changed cell stands there."""
SIGN_ROOM = 13
_SHORT = 13
"""Letters of a cell that are set in one line, where there is room for that. [hand]"""
_FIGURE = 6
"""Letters of a cell that is taken for a figure, a year or a share: half of one misleads. [hand]"""
_NARROWEST = 62
"""Pixels of a column where the columns of a row go on in another line of it."""
_LEAST = 38
"""Pixels below which the columns of a row go on in another line of it."""
_LOWEST = 24
"""Pixels of the height of a cell in which nothing stands."""


@dataclass(frozen=True, slots=True)
class CellBox:
    """The box of a slot, in pixels from the corner of its row; `line` of a row in several.

    `inner` are those of the rows of tables inside it, by the first item of each row.
    """

    slot: Slot
    left: int
    width: int
    line: int = 0
    inner: "Mapping[int, tuple[CellBox, ...]]" = field(default_factory=dict)

    def parts(self) -> "Iterator[int | tuple[CellBox, ...]]":
        """What stands in it, one below the other: items, and rows of tables inside it."""
        for part in self.slot.parts():
            yield part if isinstance(part, int) else self.inner[part.items.start]

    def rooms(self, nested: int = 0) -> "Iterator[tuple[int, CellBox, int]]":
        """Each item in it with the box it is set into, and how many tables are around that."""
        for part in self.parts():
            if isinstance(part, int):
                yield part, self, nested
            else:
                for box in part:
                    yield from box.rooms(nested + 1)


def cell_boxes(row: TableRow, left: int, width: int, letter: float) -> list[CellBox]:
    """Where the slots of a row stand between `left` and `left + width`; a `letter` is so wide.

    Short cells come first: their words are not broken where there is room for them.
    """
    boxes = _slot_boxes(row, left, width, letter)
    return [_with_inner(box, letter) if box.slot.inner else box for box in boxes]


def _with_inner(box: CellBox, letter: float) -> CellBox:
    """The box of a slot with those of the tables inside it."""
    left, width = box.left + PAD, max(1, box.width - 2 * PAD)
    inner = {row.items.start: tuple(cell_boxes(row, left, width, letter)) for row in box.slot.inner}
    return replace(box, inner=inner)


def _slot_boxes(row: TableRow, left: int, width: int, letter: float) -> list[CellBox]:
    if width / len(row.letters) < _LEAST:
        return _wrapped(row, left, width)
    wanted = _wanted(row.letters, width, letter)
    rest, whole = width - sum(wanted), sum(row.letters)
    if rest < 0:
        widths = _narrowed(row.letters, wanted, width)
    else:
        widths = [
            each + rest * count / whole for each, count in zip(wanted, row.letters, strict=True)
        ]
    edges = [left + round(sum(widths[:number])) for number in range(len(widths) + 1)]
    return [CellBox(s, edges[s.first], edges[s.last] - edges[s.first]) for s in row.slots]


def _wanted(letters: Sequence[int], width: int, letter: float) -> list[float]:
    """What the columns take at least: with room for signs, or without, or long cells narrow."""
    short = [2 * PAD + letter * min(count, _SHORT) for count in letters]
    signed = [each + SIGN_ROOM for each in short]
    tight = [
        float(_NARROWEST) if count > _SHORT else each
        for each, count in zip(short, letters, strict=True)
    ]
    return next((each for each in (signed, short, tight) if sum(each) <= width), tight)


def _narrowed(letters: Sequence[int], wanted: Sequence[float], width: int) -> list[float]:
    """The columns of words give way, in proportion; figures do so last."""
    are_figures = [count <= _FIGURE for count in letters]
    whole = sum(each for each, kept in zip(wanted, are_figures, strict=True) if kept)
    if width - whole < _LEAST * max(1, are_figures.count(False)):
        return [each * width / sum(wanted) for each in wanted]
    share = (width - whole) / (sum(wanted) - whole)
    return [each * (1 if kept else share) for each, kept in zip(wanted, are_figures, strict=True)]


def _wrapped(row: TableRow, left: int, width: int) -> list[CellBox]:
    """More columns than there is room for: those with text, in as many lines as it takes."""
    shown = [slot for slot in row.slots if slot.items] or list(row.slots[:1])
    across = max(1, min(len(shown), width // _NARROWEST))
    boxes = []
    for number, slot in enumerate(shown):
        line, at = divmod(number, across)
        edge = left + width * at // across
        boxes.append(CellBox(slot, edge, left + width * (at + 1) // across - edge, line))
    return boxes


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A slot with its box on the row, as it is painted."""

    slot: Slot
    box: QRectF


def stacked(
    boxes: Sequence[CellBox],
    height_of: Callable[[int], int],
    place: Callable[[int, QRectF], None],
    top: int = 0,
) -> tuple[tuple[PlacedCell, ...], int]:
    """Put the items of each box one below the other; returns the cells and the row's height.

    `height_of` an item is known once it is set; `place` is told where each stands. `top` is the
    upper edge of the row.
    """
    lines = max(box.line for box in boxes) + 1
    edge, cells = top, list[PlacedCell]()
    for line in range(lines):
        here = [box for box in boxes if box.line == line]
        inner: list[PlacedCell] = []
        height = _LOWEST
        for box in here:
            within, filled = _filled(box, height_of, place, edge)
            inner += within
            height = max(height, filled)
        cells += (PlacedCell(box.slot, QRectF(box.left, edge, box.width, height)) for box in here)
        cells += inner
        edge += height
    return tuple(cells), edge - top


def _filled(
    box: CellBox, height_of: Callable[[int], int], place: Callable[[int, QRectF], None], top: int
) -> tuple[list[PlacedCell], int]:
    """Put the items of a box below each other; the cells inside it, and how high it is."""
    y, cells = top, list[PlacedCell]()
    for part in box.parts():
        if isinstance(part, int):
            place(part, QRectF(box.left, y, box.width, height_of(part)))
            y += height_of(part)
            continue
        inner, height = stacked(part, height_of, place, y)
        cells += inner
        y += height
    # The border of a table at the end of a cell stands clear of the cell's own.
    return cells, y - top + (PAD if cells else 0)


def inside(box: QRectF, at: QPointF) -> bool:
    """Whether a point is in a box, its right and lower edge not counted."""
    return box.left() <= at.x() < box.right() and box.top() <= at.y() < box.bottom()
