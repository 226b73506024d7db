"""Where the pictures of an item stand: below its words, small, side by side while there is room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from sverka.gui.plumbing.window_language import _, current
from sverka.model import Object
from sverka.presentation.shown_looks import Thing
from sverka.wording.measures import extent_words

HIGHEST = 110
WIDEST = 210
"""Pixels of a thumbnail: it says which picture it is, and leaves the page to the words."""
_UNKNOWN = (120.0, 76.0)
_SMALLEST = 28.0
_PIXELS = 96 / 72
CAPTION = 22
"""Pixels below a thumbnail for its alternative text."""
_GAP = 10


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A picture and its box, from the corner of its item; below the box stands its caption."""

    object: Object
    box: QRectF
    unit: int
    """Where in the text of the item it stands, in UTF-16 units."""

    def lowered(self, by: float) -> "PictureBox":
        """The same, further down."""
        return replace(self, box=self.box.translated(0, by))


def picture_boxes(
    things: Sequence[Thing], corner: QPointF, width: float
) -> tuple[tuple[PictureBox, ...], int]:
    """The boxes of the pictures among `things` below a corner, and how much room they take."""
    pictures = [thing for thing in things if thing.is_picture]
    if not pictures:
        return (), 0
    boxes = []
    x, y, highest = 0.0, 4.0, 0.0
    for thing in pictures:
        wide, high = _extent(thing.object, width)
        if x and x + wide > width:
            x, y, highest = 0.0, y + highest + CAPTION + _GAP, 0.0
        box = QRectF(corner.x() + x, corner.y() + y, wide, high)
        boxes.append(PictureBox(thing.object, box, thing.start))
        x, highest = x + max(wide, min(WIDEST, width)) + _GAP, max(highest, high)
    return tuple(boxes), round(y + highest + CAPTION)


def caption_words(one: Object) -> str:
    """What stands below a picture: its alternative text."""
    return " ".join(one.words.split()) or _("Picture without alternative text")


def picture_size_words(one: Object) -> str:
    """How large a picture is on paper; empty where the file does not say."""
    if one.size is None:
        return _("Picture")
    return _("{size} cm").format(size=extent_words(one.size, current()))


def _extent(one: Object, width: float) -> tuple[float, float]:
    """Width and height in pixels: as on paper, within bounds."""
    wide, high = one.size if one.size and min(one.size) > 0 else _UNKNOWN
    wide, high = wide * _PIXELS, high * _PIXELS
    scale = min(1.0, WIDEST / wide, HIGHEST / high, width / wide)
    return max(_SMALLEST, wide * scale), max(_SMALLEST, high * scale)
