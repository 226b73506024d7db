"""A list label printed in one format and stored in the other is no change."""

import pytest

from sverka.differences import without_labels
from sverka.model import BlockKind, Change, ChangeKind, Paragraph, Span


def deletion(end: int) -> Change:
    return Change(ChangeKind.DELETION, (), Span(0, 0, end), Span(0, 0, 0), 0)


@pytest.mark.parametrize(
    ("written", "label"), [("1. ", "1."), ("• ", "•"), ("\uf0b7 ", "•"), ("- ", "•"), ("а) ", "а)")]
)
def test_a_label_that_both_print_is_no_change(written: str, label: str) -> None:
    old = [Paragraph(f"{written}Купить хлеб")]
    new = [Paragraph("Купить хлеб", BlockKind.LIST_ITEM, label=label)]
    assert without_labels([deletion(len(written))], old, new) == ()


@pytest.mark.parametrize(
    ("written", "label"), [("1. ", "2."), ("1. ", None), ("1. Купить ", "1."), ("• ", "1.")]
)
def test_what_the_other_does_not_print_stays_a_change(written: str, label: str | None) -> None:
    old = [Paragraph(f"{written}хлеб")]
    new = [Paragraph("хлеб", BlockKind.LIST_ITEM, label=label)]
    change = deletion(len(written))
    assert without_labels([change], old, new) == (change,)


def test_the_same_holds_the_other_way_round() -> None:
    old = [Paragraph("хлеб", BlockKind.LIST_ITEM, label="3)")]
    new = [Paragraph("3) хлеб")]
    change = Change(ChangeKind.INSERTION, (), Span(0, 0, 0), Span(0, 0, 3), 0)
    assert without_labels([change], old, new) == ()
