"""From characters of the reading text to the characters of the file they were read from."""

from bisect import bisect_left, bisect_right

from sverka.model import Paragraph, Spot


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
