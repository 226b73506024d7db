"""Code points and UTF-16 units are converted there and back."""

from hypothesis import given
from hypothesis import strategies as st

from sverka.presentation.units import to_points, to_units

TEXT = st.text(alphabet="aя中\u0301🙂𝔸\u202e \n", max_size=40)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT)
def test_units_are_those_of_the_utf16_encoding(text: str) -> None:
    offsets = range(len(text) + 1)
    assert to_units(text, offsets) == [utf16_length(text[:at]) for at in offsets]


@given(TEXT)
def test_points_take_units_back(text: str) -> None:
    offsets = list(range(len(text) + 1))
    assert to_points(text, to_units(text, offsets)) == offsets


def test_a_unit_inside_a_pair_counts_as_before_the_pair() -> None:
    assert to_points("a🙂b", [2]) == [1]
