"""What a paragraph holds, gathered while it is read: its text, and the objects at their places."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from lxml import etree

from sverka.model import Object, Revision, Run, Style

PAGE_BREAK = "\f"
"""Stands in the text of a paragraph until it is known whether words stand on both sides of it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark in the text: `kind` is "footnotes", "endnotes" or "comments"."""

    kind: str
    id: str
    own_mark: bool = False


@dataclass(slots=True)
class Content:
    """What a paragraph holds. Filled while it is read, then only looked at.

    `length` is that of all pieces together, in code points; `objects` stand at offsets of it.
    """

    pieces: list[tuple[str, Style, tuple[Revision, ...]]] = field(default_factory=list)
    length: int = 0
    objects: list[Object] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    hidden: bool = False
    unknown_symbols: int = 0

    def write(self, text: str, style: Style, revisions: tuple[Revision, ...]) -> None:
        """Append text that looks so and stands in these tracked changes."""
        self.pieces.append((text, style, revisions))
        self.length += len(text)

    def add(self, other: "Content") -> None:
        """Append what another paragraph holds."""
        self.objects += (replace(o, offset=o.offset + self.length) for o in other.objects)
        self.pieces += other.pieces
        self.length += other.length
        self.boxes += other.boxes
        self.references += other.references
        self.hidden |= other.hidden
        self.unknown_symbols += other.unknown_symbols

    def written(self) -> tuple[tuple[Run, ...], tuple[Object, ...]]:
        """The text, neighbours of one look together, and the objects at offsets of this text.

        A page break is a line end where nothing else parts the words around it, else nothing.
        """
        pieces: Sequence[tuple[str, Style, tuple[Revision, ...]]] = self.pieces
        dropped: list[int] = []
        if any(text == PAGE_BREAK for text, _style, _revisions in pieces):
            pieces, dropped = self._without_page_breaks()
        runs = (
            Run("".join([text for text, _style, _revisions in alike]), style, revisions)
            for (style, revisions), alike in groupby(pieces, key=itemgetter(1, 2))
        )
        objects = (_moved(one, dropped) for one in self.objects) if dropped else self.objects
        ordered = sorted(objects, key=lambda one: (one.offset, -one.length))
        return tuple(run for run in runs if run.text), tuple(ordered)

    def _without_page_breaks(
        self,
    ) -> tuple[list[tuple[str, Style, tuple[Revision, ...]]], list[int]]:
        """The pieces with page breaks as line ends or left out, and where they were left out."""
        text = "".join(piece[0] for piece in self.pieces)
        first = len(text) - len(text.lstrip(PAGE_BREAK + " "))
        last = len(text.rstrip(PAGE_BREAK + " "))
        position = 0
        pieces, dropped = [], []
        for piece, style, revisions in self.pieces:
            if piece != PAGE_BREAK:
                pieces.append((piece, style, revisions))
            elif first < position < last and not _parted(text, position):
                pieces.append(("\n", style, revisions))
            else:
                dropped.append(position)
            position += len(piece)
        return pieces, dropped


def _parted(text: str, position: int) -> bool:
    """Whether white space beside a page break parts the words anyway; the break is the page's."""
    return any(map(str.isspace, (text[position - 1], text[position + 1])))


def _moved(one: Object, dropped: Sequence[int]) -> Object:
    """The object where it stands once the characters at `dropped` are left out."""
    start = one.offset - bisect_left(dropped, one.offset)
    end = one.offset + one.length
    return replace(one, offset=start, length=end - bisect_left(dropped, end) - start)
