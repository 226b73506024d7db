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
            return replace(paragraph, text=_beginning(paragraph.text)), ()
        if origin.side is Side.OLD:
            changes = self._index.comparison.changes
            spans = [
                (span.start, span.end, Role.DELETION, n)
                for n in known.changes_of(origin.paragraph)
                if changes[n].new is None and (span := changes[n].old) is not None
            ]
            return paragraph, tuple(spans)
        return self._merge_new(paragraph, known.changes_of(origin.paragraph))

    def _merge_new(
        self, paragraph: Paragraph, numbers: Sequence[int]
    ) -> tuple[Paragraph, tuple[_Span, ...]]:
        pieces: list[str] = []
        spans: list[_Span] = []
        at = length = 0
        for number in numbers:
            change = self._index.comparison.changes[number]
            if change.new is None or change.kind.is_structure:
                continue
            kept = paragraph.text[at : change.new.start]
            gone = self._gone(change)
            came = paragraph.text[change.new.start : change.new.end]
            start = length + len(kept)
            spans.append((start, start + len(gone), Role.DELETION, number))
            spans.append((start + len(gone), start + len(gone) + len(came), Role.INSERTION, number))
            pieces += [kept, gone, came]
            length = start + len(gone) + len(came)
            at = change.new.end
        pieces.append(paragraph.text[at:])
        return replace(paragraph, text="".join(pieces)), tuple(s for s in spans if s[0] < s[1])

    def _gone(self, change: Change) -> str:
        if change.old is None:
            return ""
        text = self._index.old.paragraphs[change.old.paragraph].text
        return text[change.old.start : change.old.end]

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
    """The order of the revised version; what went stands where it stood in the original."""
    links = index.comparison.alignment.links
    waiting = 0
    old_count = len(index.old.paragraphs)

    def leftovers(limit: int) -> Iterator[_Origin]:
        nonlocal waiting
        while waiting < limit:
            link = links[int(index.old.link_of[waiting])]
            if not link.new or link.moved or _is_alone(index, waiting):
                yield _Origin(Side.OLD, waiting, ghost=link.moved)
            waiting += 1

    for paragraph in range(len(index.new.paragraphs)):
        number = int(index.new.link_of[paragraph])
        link = links[number]
        if link.old and not link.moved:
            yield from leftovers(link.old[0])
        else:
            yield from leftovers(_before(index, waiting, number))
        yield _Origin(Side.NEW, paragraph)
    yield from leftovers(old_count)


def _before(index: Index, start: int, link: int) -> int:
    """The first old paragraph from `start` on that does not come before `link` in reading order."""
    link_of = index.old.link_of
    while start < len(link_of) and link_of[start] < link:
        start += 1
    return start


def _is_alone(index: Index, old: int) -> bool:
    """Whether an old paragraph of a link has text that stands nowhere in the new ones."""
    return any(index.comparison.changes[n].new is None for n in index.old.changes_of(old))


def _beginning(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
