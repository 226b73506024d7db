"""What has a place on a page, and the rows that stand beside each other on it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from sverka.readers.pdf import page_weights as weights


class Boxed(Protocol):
    """Something with a place on the page, in PDF points, and the size it is set in."""

    @property
    def left(self) -> float:
        """Its left side."""

    @property
    def bottom(self) -> float:
        """Its lower side."""

    @property
    def right(self) -> float:
        """Its right side."""

    @property
    def top(self) -> float:
        """Its upper side."""

    @property
    def size(self) -> float:
        """The size of the font that most of it is set in."""


AnyBoxed = TypeVar("AnyBoxed", bound=Boxed)


def middle(box: Boxed) -> float:
    """The height at which its middle stands."""
    return (box.bottom + box.top) / 2


def middle_across(box: Boxed) -> float:
    """The place across the page at which its middle stands."""
    return (box.left + box.right) / 2


def shares_row(first: Boxed, second: Boxed) -> bool:
    """Whether both stand at about one height."""
    shared = min(first.top, second.top) - max(first.bottom, second.bottom)
    smaller = min(first.top - first.bottom, second.top - second.bottom)
    return shared > weights.SAME_ROW * max(0.1, smaller)


def rows_of(boxes: Iterable[AnyBoxed]) -> list[list[AnyBoxed]]:
    """The boxes in rows from the top down, each from left to right."""
    rows: list[list[AnyBoxed]] = []
    for box in sorted(boxes, key=lambda box: (-middle(box), box.left)):
        if rows and shares_row(rows[-1][0], box):
            rows[-1].append(box)
        else:
            rows.append([box])
    for row in rows:
        row.sort(key=lambda box: box.left)
    return rows


def common_size(boxes: Sequence[Boxed]) -> float:
    """The size that most of the width of the boxes is set in."""
    widths: dict[float, float] = {}
    add_widths(widths, boxes)
    return widest_size(widths) or 1.0


def type_size(box: Boxed) -> float:
    """The size it is set in, to half a point."""
    return round(2 * box.size) / 2


def add_widths(widths: dict[float, float], boxes: Iterable[Boxed]) -> None:
    """Add to each size the width of the boxes that are set in it."""
    for box in boxes:
        size = type_size(box)
        widths[size] = widths.get(size, 0.0) + box.right - box.left


def widest_size(widths: Mapping[float, float]) -> float:
    """The size with the greatest width, the larger of two; 0 where there is none."""
    return max(widths, key=lambda size: (widths[size], size), default=0.0)
