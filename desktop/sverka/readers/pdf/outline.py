"""Tells where the text of a page is cut into what one object draws on one line."""

from typing import NamedTuple

import numpy as np

from sverka.readers.pdf.glyphs import DROPPED, LAST_CODE, Numbers, PageGlyphs, Places, fonts_of

_MOST_ASKEW = 0.05
"""Text is upright or turned by quarters where no more than this part of a quarter is lacking."""

_HYPHEN = 0x02
_NO_SIGNS = np.array([DROPPED, 0x0A, 0x0D, 0x20], np.int64)
SPACES = np.array([0x09, 0x20, 0xA0, 0x3000], np.int64)

ASLANT = -1
"""The turn of what is neither upright nor turned by quarters."""


class Outline(NamedTuple):
    """Where the stretches of a page begin and end and how they are drawn, one place for each.

    `first` and `last` are their first and last characters that are not spaces, `end` is after the
    spaces that follow. `turns` are quarters clockwise by which the page has to be turned for the
    stretch to stand upright, or ASLANT. `objects` and `fonts` are their addresses.
    """

    end: Numbers
    first: Numbers
    last: Numbers
    ends_line: Numbers
    objects: Numbers
    fonts: Numbers
    matrices: Places
    turns: Numbers

    @property
    def main_turns(self) -> int | None:
        """How most of the text is turned; None where there is none."""
        standing = self.turns != ASLANT
        lengths = (self.last - self.first + 1)[standing]
        if not len(lengths):
            return None
        return int(np.bincount(self.turns[standing], lengths).argmax())


def outline_of(glyphs: PageGlyphs) -> Outline:
    """The stretches of a page, those without anything but spaces left out."""
    codes = glyphs.codes
    line_end = (codes == 0x0A) | (codes == 0x0D)
    ink = np.flatnonzero(~(line_end | np.isin(codes, SPACES) | (codes == DROPPED)))
    if not len(ink):
        none = np.zeros(0, np.int64)
        return Outline(none, none, none, none, none, none, np.zeros((0, 6)), none)
    objects = glyphs.objects()
    # A stretch begins where another object draws, and after a line end or a broken word's hyphen.
    lines = np.cumsum(line_end)[ink]
    hyphen = codes[ink[:-1]] == _HYPHEN
    new = np.ones(len(ink), bool)
    new[1:] = (np.diff(objects[ink]) != 0) | (np.diff(lines) != 0) | hyphen
    begins = np.flatnonzero(new)
    first, last = ink[begins], ink[np.append(begins[1:], len(ink)) - 1]
    # Spaces belong to what stands before them.
    ends = np.append(np.flatnonzero(line_end), glyphs.count)
    line_ends = ends[np.searchsorted(ends, last)]
    following = np.append(first[1:], glyphs.count)
    end = np.minimum(following, line_ends)
    ends_line = (line_ends < following) | (codes[last] == _HYPHEN)
    matrices = glyphs.matrices(first)
    drawn = objects[first]
    fonts = np.array(fonts_of(drawn.tolist()), np.int64)
    return Outline(end, first, last, ends_line, drawn, fonts, matrices, _turns(matrices))


def count_unmapped(glyphs: PageGlyphs, outline: Outline) -> int:
    """How many characters have no meaning that their font tells; each kind is asked once."""
    drawn = np.flatnonzero(~np.isin(glyphs.codes, _NO_SIGNS))
    owner = np.searchsorted(outline.first, drawn, "right") - 1
    drawn, owner = drawn[owner >= 0], owner[owner >= 0]
    _fonts, numbers = np.unique(outline.fonts, return_inverse=True)
    kinds = numbers[owner] * (LAST_CODE + 1) + glyphs.codes[drawn]
    _kinds, first, counts = np.unique(kinds, return_index=True, return_counts=True)
    return int(counts[glyphs.unmapped(drawn[first])].sum())


def _turns(matrices: Places) -> Numbers:
    # A damaged file may place text at no number at all; it counts as upright.
    quarters = np.nan_to_num(np.degrees(np.arctan2(matrices[:, 1], matrices[:, 0]))) / 90
    nearest = np.rint(quarters)
    aslant = np.abs(quarters - nearest) > _MOST_ASKEW
    return np.where(aslant, ASLANT, nearest.astype(np.int64) % 4)
