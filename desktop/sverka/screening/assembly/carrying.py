"""Carries the looks, objects and doubts of blocks into paragraphs, by way of their pieces."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from sverka.model import PLAIN, Block, Object, Piece, RecognisedWord, Run, StyleSpan


class StyleCarrier:
    """Tells the looks of stretches of blocks; keeps where the runs of the last block begin.

    One block may be cut into very many paragraphs, and have very many runs.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._block = -1
        self._starts: list[int] = []

    def spans(self, pieces: Sequence[Piece]) -> tuple[StyleSpan, ...]:
        """The stretches of a paragraph of these pieces that do not look plain, in order.

        What we put between two pieces looks like them where they look alike.
        """
        found: list[StyleSpan] = []
        before = PLAIN
        for start, end, run in self._stretches(pieces):
            style = run.style
            if style == before and style != PLAIN:
                found[-1] = StyleSpan(found[-1].start, end, style)
            elif style != PLAIN:
                found.append(StyleSpan(start, end, style))
            before = style
        return tuple(found)

    def recognised(self, pieces: Sequence[Piece]) -> tuple[RecognisedWord, ...]:
        """The words of a paragraph of these pieces that were read off a picture, in order."""
        return tuple(
            RecognisedWord(start, start + len(run.text[: end - start].rstrip()), run.certainty)
            for start, end, run in self._stretches(pieces)
            if run.certainty is not None
        )

    def _stretches(self, pieces: Sequence[Piece]) -> Iterator[tuple[int, int, Run]]:
        """Start and end in the paragraph, and the run, of each run in each piece."""
        for piece in pieces:
            runs = self._blocks[piece.block].runs
            if piece.block != self._block:
                self._block = piece.block
                self._starts = [0, *accumulate(len(run.text) for run in runs)]
            starts, end = self._starts, piece.block_start + piece.length
            shift = piece.start - piece.block_start
            number = bisect_right(starts, piece.block_start) - 1
            while number < len(runs) and starts[number] < end:
                first = max(starts[number], piece.block_start)
                last = min(starts[number + 1], end)
                if first < last:
                    yield first + shift, last + shift, runs[number]
                number += 1


class _Placed(NamedTuple):
    """A piece and the paragraph it stands in."""

    paragraph: int
    piece: Piece

    @property
    def end(self) -> int:
        """Where it ends in the text of its block."""
        return self.piece.block_start + self.piece.length


def carried_objects(
    blocks: Sequence[Block], texts: Sequence[Sequence[Piece]]
) -> Mapping[int, tuple[Object, ...]]:
    """The objects of each paragraph that has any; `texts` has the pieces of each paragraph.

    Every object of a block of which anything stands in the text is carried, once: where its own
    characters are not in the text it stands at the next that are, or behind the last.
    """
    pieces: dict[int, list[_Placed]] = {}
    for paragraph, parts in enumerate(texts):
        for piece in parts:
            if blocks[piece.block].objects:
                pieces.setdefault(piece.block, []).append(_Placed(paragraph, piece))
    found: dict[int, list[Object]] = {}
    for block, placed in pieces.items():
        # A line that stood inside a paragraph may have become one of its own behind it.
        placed.sort(key=lambda one: one.piece.block_start)
        for own in blocks[block].objects:
            paragraph, carried = _carried(own, placed)
            found.setdefault(paragraph, []).append(carried)
    return {
        paragraph: tuple(sorted(objects, key=lambda one: (one.offset, -one.length)))
        for paragraph, objects in found.items()
    }


def _carried(own: Object, placed: Sequence[_Placed]) -> tuple[int, Object]:
    """The paragraph of an object, and the object at its place in the text of that."""
    search = bisect_right if own.length else bisect_left
    number = min(search(placed, own.offset, key=lambda one: one.end), len(placed) - 1)
    first = placed[number]
    start = _offset(first.piece, own.offset)
    stop = own.offset + own.length
    end = start
    for one in placed[number:]:
        if one.piece.block_start >= stop:
            break
        if one.paragraph == first.paragraph:
            end = max(end, _offset(one.piece, stop))
    return first.paragraph, replace(own, offset=start, length=end - start)


def _offset(piece: Piece, place: int) -> int:
    """The place in the paragraph of a place in the block, at the nearer edge where outside."""
    return piece.start + min(max(0, place - piece.block_start), piece.length)
