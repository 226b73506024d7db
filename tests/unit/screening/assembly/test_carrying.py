"""Objects come into the paragraph that their characters came into."""

from sverka.model import Block, BlockKind, Object, ObjectKind, Piece, Run
from sverka.screening.assembly.carrying import carried_objects


def test_an_object_goes_along_with_a_line_that_left_the_middle_of_a_paragraph() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        (Run("for-\n1) one\ngotten"),),
        objects=tuple(
            Object(offset, ObjectKind.LINK, name, length=length)
            for offset, name, length in ((0, "before", 3), (8, "inside", 3), (12, "after", 6))
        ),
    )
    around = Piece(0, 0, 0, 3), Piece(3, 0, 12, 6)
    found = carried_objects([block], [around, (Piece(0, 0, 5, 6),)])
    assert {k: [(o.digest, o.offset, o.length) for o in v] for k, v in found.items()} == {
        0: [("before", 0, 3), ("after", 3, 6)],
        1: [("inside", 3, 3)],
    }
