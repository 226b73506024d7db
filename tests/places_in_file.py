"""From a character of the reading text to the one of the file, and back: for tests to ask."""

from sverka.model import Paragraph
from sverka.screening.assembly.offsets import spots_of


def to_block(paragraph: Paragraph, offset: int) -> tuple[int, int] | None:
    """The (block, offset in its text) of the character at `offset`, in code points.

    None for a character that the file does not have: the space of a join.
    """
    spots = spots_of(paragraph, offset, offset + 1)
    return (spots[0].block, spots[0].start) if spots else None


def to_paragraph(paragraph: Paragraph, block: int, offset: int) -> int | None:
    """The offset in the paragraph of the character at `offset` of `block`; None where it is not."""
    for piece in paragraph.pieces:
        if piece.block == block and 0 <= offset - piece.block_start < piece.length:
            return piece.start + offset - piece.block_start
    return None
