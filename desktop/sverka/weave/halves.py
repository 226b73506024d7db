"""What a link lost and what it gained by sentences that moved to and from other links."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from sverka.model import Change, ChangeKind, Comparison, Side, Span

Numbered: TypeAlias = tuple[int, Change]
"""A change with its index in the comparison."""

_Place: TypeAlias = tuple[int, int]
"""The number of a paragraph in its link, and an offset in it, in code points."""


def is_of_sentences(comparison: Comparison, change: Change) -> bool:
    """Whether a change is the move of sentences from the paragraphs of one link to another's."""
    return change.kind is ChangeKind.MOVE and not comparison.moved_links(change)


def halves_of(comparison: Comparison, link: int, changes: Iterable[Numbered]) -> list[Numbered]:
    """The changes of a link in the order of the text, of moved sentences what concerns the link.

    What went to another link is a deletion here, what came from one an insertion, each with the
    index of the move. Between two changes both sides are taken to be of one length.
    """
    halves = _Halves(comparison, link)
    own: list[Numbered] = []
    for number, change in changes:
        if is_of_sentences(comparison, change):
            halves.add(number, change)
        else:
            own.append((number, change))
    return list(halves.among(own)) if halves.any else own


class _Halves:
    """The sentences that went from a link and those that came to it, put among its own changes."""

    def __init__(self, comparison: Comparison, link: int) -> None:
        joined = comparison.alignment.links[link]
        self._paragraphs: dict[Side, Sequence[int]] = {side: joined.of(side) for side in Side}
        self._lengths = {
            side: [len(comparison.version(side).paragraphs[p].text) for p in joined.of(side)]
            for side in Side
        }
        self._waiting: dict[Side, list[tuple[_Place, Span, Numbered]]] = {s: [] for s in Side}
        self._at: dict[Side, _Place] = dict.fromkeys(Side, (0, 0))

    @property
    def any(self) -> bool:
        """Whether there are some."""
        return any(self._waiting.values())

    def add(self, number: int, change: Change) -> None:
        """Take note of a move of sentences from the link, to it, or both."""
        for side in Side:
            span = change.span(side)
            if span is not None and span.paragraph in self._paragraphs[side]:
                self._waiting[side].append((self._place(side, span), span, (number, change)))
                self._waiting[side].sort(key=lambda one: one[0])

    def among(self, own: Sequence[Numbered]) -> Iterator[Numbered]:
        """All changes of the link in order."""
        for number, change in own:
            if change.kind.is_of_words or change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE):
                yield from self._before(change)
                for side in Side:
                    if (span := change.span(side)) is not None:
                        self._at[side] = (self._place(side, span)[0], span.end)
            yield number, change
        yield from self._before(None)

    def _place(self, side: Side, span: Span) -> _Place:
        return self._paragraphs[side].index(span.paragraph), span.start

    def _before(self, change: Change | None) -> Iterator[Numbered]:
        """The halves that stand before a change, or all that are left."""
        while (side := self._next(change)) is not None:
            place, span, (number, whole) = self._waiting[side].pop(0)
            there = self._opposite(side, place)
            self._at = {side: (place[0], span.end), side.other: there}
            empty = self._empty(side.other, there)
            old, new = (span, empty) if side is Side.OLD else (empty, span)
            kind = ChangeKind.DELETION if side is Side.OLD else ChangeKind.INSERTION
            yield number, replace(whole, kind=kind, old=old, new=new)

    def _next(self, change: Change | None) -> Side | None:
        """The side whose half comes first, of those before a change; None where none is."""
        first: dict[Side, _Place] = {}
        for side in Side:
            limit = change.span(side) if change is not None else None
            if self._waiting[side]:
                place = self._waiting[side][0][0]
                if limit is None or place < self._place(side, limit):
                    first[side] = place
        if len(first) == len(Side):
            went_first = self._opposite(Side.OLD, first[Side.OLD]) <= first[Side.NEW]
            return Side.OLD if went_first else Side.NEW
        return next(iter(first), None)

    def _opposite(self, side: Side, place: _Place) -> _Place:
        """Where a place of one side stands on the other, which is alike from here on."""
        (here, offset), (there, opposite) = self._at[side], self._at[side.other]
        paragraph = min(there + place[0] - here, len(self._paragraphs[side.other]) - 1)
        at = opposite + place[1] - offset if place[0] == here else place[1]
        return paragraph, min(at, self._lengths[side.other][paragraph])

    def _empty(self, side: Side, place: _Place) -> Span:
        return Span(self._paragraphs[side][place[0]], place[1], place[1])
