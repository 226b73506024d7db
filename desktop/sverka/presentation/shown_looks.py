"""How the words of an item look in their file, and what stands beside them: plain data."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from sverka.model import Object, ObjectKind, Paragraph, Style, StyleSpan
from sverka.presentation.pane_items import Item, units_within


@dataclass(frozen=True, slots=True)
class ShownLook:
    """The stretch [start, end) of an item's text, in UTF-16 units, looks like this."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Thing:
    """What stands at [start, end) of an item's text, in UTF-16 units; empty without words."""

    start: int
    end: int
    object: Object

    @property
    def is_link(self) -> bool:
        """Whether its words lead somewhere."""
        return self.object.kind is ObjectKind.LINK

    @property
    def is_spoken(self) -> bool:
        """Whether it is told of, by ear and where the pointer rests."""
        return self.is_link or self.is_picture

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture."""
        return self.object.kind is ObjectKind.PICTURE


def looks(paragraph: Paragraph, item: Item) -> tuple[ShownLook, ...]:
    """What does not look plain in an item, in the order of the text."""
    spans = spans_within(paragraph.styles, item.start, item.end)
    if not spans:
        return ()
    units = units_within(paragraph.text, item, [(span.start, span.end) for span in spans])
    return tuple(
        ShownLook(start, end, span.style) for (start, end), span in zip(units, spans, strict=True)
    )


def spans_within(spans: Sequence[StyleSpan], start: int, end: int) -> Sequence[StyleSpan]:
    """Those that reach into [start, end); `spans` are in order and apart, and may be many."""
    first = bisect_right(spans, start, key=attrgetter("end"))
    return spans[first : bisect_left(spans, end, key=attrgetter("start"))]


def things(paragraph: Paragraph, item: Item) -> tuple[Thing, ...]:
    """What stands in an item beside its characters."""
    if not paragraph.objects:
        return ()
    last = item.end >= len(paragraph.text)
    here = [
        one
        for one in paragraph.objects
        if item.start <= one.offset < item.end
        or (one.offset == item.end and last)
        or (one.offset < item.start < one.offset + one.length)
    ]
    edges = [(one.offset, one.offset + one.length) for one in here]
    units = units_within(paragraph.text, item, edges)
    return tuple(
        Thing(start, max(start, end), one) for (start, end), one in zip(units, here, strict=True)
    )
