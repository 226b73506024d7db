"""Both versions in one text: what went stands struck out before what came in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import overload

import numpy as np

from sverka.model import Change, Finding, Paragraph, Side
from sverka.presentation.comparison_index import Index, SideIndex
from sverka.presentation.item_marks import ItemMark, Role, Signature, signature
from sverka.presentation.pane_items import Item, PaneColumn, column
from sverka.presentation.pane_texts import Ranges
from sverka.presentation.units import to_units
from sverka.weave import ParagraphBreak, Woven, part_of, strands_of, woven_order
from sverka.wording import shortened

_NO_PLACES = np.zeros(0, np.int64)
_Span = tuple[int, int, Role, int]


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a paragraph of the redline comes from; `ghost` marks where a moved one stood."""

    side: Side
    paragraph: int
    ghost: bool = False


class RedlineText:
    """The redline of a comparison, its paragraphs merged when they are first seen."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._origins = list(_origins(index))
        self.place_of = {(o.side, o.paragraph): n for n, o in enumerate(self._origins)}
        self._merged = lru_cache(2000)(self._merge)
        self._woven = lru_cache(2000)(self._weave)
        count = len(self._origins)
        links = [int(index.side(o.side).link_of[o.paragraph]) for o in self._origins]
        self._known = SideIndex(
            Side.NEW,
            _Paragraphs(self),
            self._lengths(),
            np.array(links, np.int64),
            np.zeros(count + 1, np.int64),
            _NO_PLACES,
            {},
            {},
        )

    @property
    def known(self) -> SideIndex:
        """The merged paragraphs."""
        return self._known

    @property
    def findings(self) -> Sequence[Finding]:
        """The redline shows the reading text only."""
        return ()

    def column(self, folds: Ranges = ()) -> PaneColumn:
        """The merged paragraphs, one below the other."""
        return column(self.known, (), folds)

    def paragraph(self, number: int) -> Paragraph:
        """Merged paragraph `number`."""
        return self._merged(number)[0]

    def marks(self, item: Item) -> tuple[ItemMark, ...]:
        """What came and what went in an item."""
        paragraph, spans = self._merged(item.paragraph)
        inside = [s for s in spans if s[0] < item.end and s[1] > item.start]
        piece = paragraph.text[item.start : item.end]
        edges = [(max(s[0], item.start), min(s[1], item.end)) for s in inside]
        starts = to_units(piece, (start - item.start for start, _end in edges))
        ends = to_units(piece, (end - item.start for _start, end in edges))
        return tuple(
            ItemMark(start, end, role, change, strong=True)
            for start, end, (_s, _e, role, change) in zip(starts, ends, inside, strict=True)
        )

    def signature(self, paragraph: int) -> Signature:
        """The sign of the link the paragraph stands in."""
        origin = self._origins[paragraph]
        return signature(self._index, origin.side, origin.paragraph)

    def number(self, paragraph: int) -> str:
        """The number in the revised version; that of the original in brackets."""
        origin = self._origins[paragraph]
        number = str(origin.paragraph + 1)
        return number if origin.side is Side.NEW else f"({number})"

    def page(self, paragraph: int) -> int | None:
        """None: the redline has paragraphs of two files with pages of their own."""
        return None

    def place(self, change: Change) -> tuple[int, int]:
        """The merged paragraph of a change and the character where it begins."""
        span, side = (change.new, Side.NEW) if change.new else (change.old, Side.OLD)
        if span is None:
            return 0, 0
        number = self.place_of[(side, span.paragraph)]
        wanted = next(
            (
                s[0]
                for s in self._merged(number)[1]
                if self._index.comparison.changes[s[3]] is change
            ),
            0,
        )
        return number, wanted

    def __len__(self) -> int:
        return len(self._origins)

    def _merge(self, number: int) -> tuple[Paragraph, tuple[_Span, ...]]:
        origin = self._origins[number]
        known = self._index.side(origin.side)
        paragraph = known.paragraphs[origin.paragraph]
        if origin.ghost:
            return replace(paragraph, text=shortened(paragraph.text, 60)), ()
        link = int(known.link_of[origin.paragraph])
        paragraphs = self._index.comparison.alignment.links[link].of(origin.side)
        here = part_of(self._woven(link), origin.side, paragraphs, (origin.paragraph,))
        text, spans = _laid_out(here, origin.side)
        return replace(paragraph, text=text), spans

    def _weave(self, link: int) -> Woven:
        comparison, index = self._index.comparison, self._index
        joined = comparison.alignment.links[link]
        numbers = {
            number
            for side in Side
            for paragraph in joined.of(side)
            for number in index.side(side).changes_of(paragraph)
        }
        changes = [(number, comparison.changes[number]) for number in sorted(numbers)]
        return strands_of(comparison, link, changes)

    def _lengths(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        lengths = np.array(
            [self._index.side(o.side).lengths[o.paragraph] for o in self._origins], np.int64
        )
        for change in self._index.comparison.changes:
            if change.new is not None and change.old is not None and not change.kind.is_structure:
                number = self.place_of[(Side.NEW, change.new.paragraph)]
                lengths[number] += change.old.end - change.old.start
        for number, origin in enumerate(self._origins):
            if origin.ghost:
                lengths[number] = len(self._merge(number)[0].text)
        return lengths


class _Paragraphs(Sequence[Paragraph]):
    """The merged paragraphs, made when asked for."""

    def __init__(self, text: RedlineText) -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Paragraph]: ...
    def __getitem__(self, index: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(index, slice):
            return [self._text.paragraph(n) for n in range(*index.indices(len(self)))]
        return self._text.paragraph(index)


def _origins(index: Index) -> Iterator[_Origin]:
    """The order of the woven text, paragraph by paragraph."""
    links = index.comparison.alignment.links
    for place in woven_order(index.comparison):
        if place.new:
            yield from (_Origin(Side.NEW, paragraph) for paragraph in place.new)
        else:
            old = links[place.link].old
            yield from (_Origin(Side.OLD, paragraph, place.moved_away) for paragraph in old)


def _laid_out(woven: Woven, side: Side) -> tuple[str, tuple[_Span, ...]]:
    """The text of a paragraph of one side; in each change what went stands before what came."""
    pieces: list[str] = []
    spans: list[_Span] = []
    length = 0
    for strand in woven:
        if isinstance(strand, ParagraphBreak):
            continue
        if strand.change is None:
            pieces.append(strand.of(side))
            length += len(strand.of(side))
            continue
        for text, role in ((strand.old, Role.DELETION), (strand.new, Role.INSERTION)):
            if text:
                spans.append((length, length + len(text), role, strand.change))
                pieces.append(text)
                length += len(text)
    return "".join(pieces), tuple(spans)
