"""The result of an automatic field is told as such, where nothing else changed."""

import pytest

from sverka.differences import with_fields
from sverka.model import Category, Change, ChangeKind, Object, ObjectKind, Paragraph, Span

OLD, NEW = "Printed 24.05.2024 on page 3 of 7.", "Printed 03.06.2024 on page 4 of 7."
FIELDS = (Object(8, ObjectKind.FIELD, "DATE", "", 10), Object(27, ObjectKind.FIELD, "PAGE", "", 1))


def paragraph(text: str, objects: tuple[Object, ...]) -> Paragraph:
    """A paragraph of the reading text with objects in it."""
    return Paragraph(text=text, objects=objects)


@pytest.mark.parametrize(
    ("start", "end", "old", "new", "expected"),
    [
        (8, 18, FIELDS, FIELDS, (Category.FIELD,)),
        (27, 28, FIELDS, FIELDS, (Category.FIELD,)),
        (8, 10, FIELDS, FIELDS, (Category.FIELD,)),
        (8, 18, FIELDS, (), (Category.NUMBER,)),
        (0, 18, FIELDS, FIELDS, (Category.NUMBER,)),
        (8, 28, FIELDS, FIELDS, (Category.NUMBER,)),
        (32, 33, FIELDS, FIELDS, (Category.NUMBER,)),
        (
            8,
            18,
            (Object(8, ObjectKind.LINK, "https://example.org", "", 10),),
            FIELDS,
            (Category.NUMBER,),
        ),
    ],
)
def test_a_change_is_of_a_field_when_all_of_it_is_on_both_sides(
    start: int,
    end: int,
    old: tuple[Object, ...],
    new: tuple[Object, ...],
    expected: tuple[Category, ...],
) -> None:
    change = Change(
        ChangeKind.REPLACEMENT,
        (Category.NUMBER,),
        Span(0, start, end),
        Span(0, start, end),
        0,
    )
    (told,) = with_fields([change], [paragraph(OLD, old)], [paragraph(NEW, new)])
    assert told.categories == expected


def test_a_move_and_a_text_that_came_in_outside_stay_what_they_are() -> None:
    here = [paragraph(OLD, FIELDS)]
    moved = Change(ChangeKind.MOVE, (), Span(0, 8, 18), Span(0, 8, 18), 0)
    came = Change(ChangeKind.INSERTION, (Category.WORDING,), Span(0, 0, 0), Span(0, 0, 8), 0)
    assert with_fields([moved, came], here, here) == (moved, came)


def test_results_of_fields_in_a_row_are_one_stretch() -> None:
    objects = (Object(8, ObjectKind.FIELD, "A", "", 5), Object(13, ObjectKind.FIELD, "B", "", 5))
    change = Change(ChangeKind.DELETION, (Category.DATE,), Span(0, 8, 18), Span(0, 8, 8), 0)
    (told,) = with_fields([change], [paragraph(OLD, objects)], [paragraph(NEW, ())])
    assert told.categories == (Category.FIELD,)
