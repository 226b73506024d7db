"""From a character of the reading text to the character of the file it was read from, and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sverka.model import Paragraph, Span, Spot


def to_block(paragraph: Paragraph, offset: int) -> tuple[int, int] | None:
    """The (block, offset in its text) of the character at `offset`, in code points.

    None for a character that the file does not have: the space of a join. The end of the text is
    the end of its last piece.
    """
    pieces = paragraph.pieces
    k = bisect_right(pieces, offset, key=lambda piece: piece.start) - 1
    if k < 0:
        return None
    piece = pieces[k]
    inside = offset - piece.start
    at_end = k == len(pieces) - 1 and inside == piece.length
    if inside < piece.length or at_end:
        return piece.block, piece.block_start + inside
    return None


def to_paragraph(paragraph: Paragraph, block: int, offset: int) -> int | None:
    """The offset in the paragraph of the character at `offset` of `block`; None where it is not."""
    for piece in paragraph.pieces:
        if piece.block == block and 0 <= offset - piece.block_start < piece.length:
            return piece.start + offset - piece.block_start
    return None


def spots_of(paragraph: Paragraph, start: int, end: int) -> tuple[Spot, ...]:
    """The characters of the file that characters [start, end) of the paragraph were read from."""
    spots = []
    pieces = paragraph.pieces
    reached = max(0, bisect_right(pieces, start, key=lambda piece: piece.start) - 1)
    for piece in pieces[reached : bisect_left(pieces, end, key=lambda piece: piece.start)]:
        first, last = max(start, piece.start), min(end, piece.start + piece.length)
        if first < last:
            shift = piece.block_start - piece.start
            spots.append(Spot(piece.block, first + shift, last + shift))
    return tuple(spots)


def find(paragraphs: Sequence[Paragraph], block: int, offset: int) -> Span | None:
    """The place of a character of the file in the reading text; None where it was set aside."""
    for index, paragraph in enumerate(paragraphs):
        place = to_paragraph(paragraph, block, offset)
        if place is not None:
            return Span(index, place, place + 1)
    return None
