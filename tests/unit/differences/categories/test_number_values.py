"""What a number in digits is worth, however it is written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.alignment import align
from sverka.differences import find_changes
from sverka.differences.categories.number_values import NUMBER, amount_of


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1 500", 1500), ("1.500", 1500), ("1,5", Fraction(3, 2)), ("007", 7), ("۵۰۰", 500)],
)
def test_a_number_has_the_value_it_says(written: str, amount: Fraction | int) -> None:
    assert amount_of(written) == amount


@pytest.mark.parametrize("odd", ["001 500", "0 500", "1.2.3", "00 500 500", "1..2", "۰۰۱ ۵۰۰"])
def test_what_is_no_single_number_has_no_value(odd: str) -> None:
    assert amount_of(odd) is None


@given(st.text("0123456789 .,'\u00a0\u202f\u06f5\uff15", min_size=1, max_size=16))
def test_no_writing_of_figures_ends_in_an_error(text: str) -> None:
    for match in NUMBER.finditer(text):
        amount_of(match.group())
    old, new = [f"It costs {text} som."], ["It costs 1 500 som."]
    find_changes(old, new, align(old, new))
