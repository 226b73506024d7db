"""The visible part of a page, turned so that its text stands upright."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as raw

Places = npt.NDArray[np.float64]


class Frame(NamedTuple):
    """What of a page is visible, in the coordinates of the file, and how its text is turned.

    `turns` counts quarters clockwise by which the page is turned before it is read.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """The width of the page as its text is read, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as its text is read, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def turned(self, quarters: int) -> "Frame":
        """The same part of the page, read after it is turned by so many quarters more."""
        return self._replace(turns=(self.turns + quarters) % 4)

    def upright(self, boxes: Places) -> Places:
        """Boxes of the file (left, bottom, right, top) as the page is read, in hundredths."""
        left, bottom, right, top = boxes.T
        if self.turns == 1:
            turned = bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        elif self.turns == 2:
            turned = self.right - right, self.top - top, self.right - left, self.top - bottom
        elif self.turns == 3:
            turned = self.top - top, left - self.left, self.top - bottom, right - self.left
        else:
            turned = left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
        return np.column_stack(turned).round(2)

    def heights(self, x: Places, y: Places) -> Places:
        """How high places of the file stand on the page as it is read, in hundredths."""
        if self.turns == 1:
            return (self.right - x).round(2)
        if self.turns == 2:
            return (self.top - y).round(2)
        if self.turns == 3:
            return (x - self.left).round(2)
        return (y - self.bottom).round(2)


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The frame of a page as it is shown."""
    left, bottom, right, top = page.get_bbox()
    # -1 for a damaged page, which PDFium's newer releases take for upright; so for all of them
    turns = max(0, raw.FPDFPage_GetRotation(page))
    return Frame(left, bottom, right, top, turns % 4)
