"""What a number in digits is worth, however it is written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.alignment import align
from sverka.differences import diff_texts, find_changes
from sverka.differences.categories.number_values import NUMBER, amount_of
from sverka.model import Alignment, Link, LinkKind


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


FIGURES = "1" * 5_000
"""More than Python makes a number of."""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"Номер {FIGURES} 5 процентов.", f"Номер {FIGURES} 5 % года."),
        (f"{FIGURES}.{FIGURES} 5 кг", f"{FIGURES}.{FIGURES} 5 g"),
        (f"{'一' * 5_000} 5 кг", f"{'一' * 5_000} 5 g"),
        (f"10^{FIGURES} 5 кг", f"10^{FIGURES} 5 g"),
    ],
)
def test_a_number_too_long_to_be_read_stays_beside_what_changed(old: str, new: str) -> None:
    edits = diff_texts(old, new)
    assert edits
    links = (Link((0,), (0,), LinkKind.EDITED),)
    for one, two in ((old, new), (new, old)):
        assert len(find_changes([one], [two], Alignment(links))) == len(edits)


def test_the_value_of_a_number_is_known_up_to_a_length() -> None:
    assert amount_of("1" * 100) == int("1" * 100)
    assert amount_of("1" * 101) is None
