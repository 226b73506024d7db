"""Words belong to a number by what they mean beside it."""

import pytest

from sverka.differences.categories.quantities import is_of_quantity, may_be_of_half_day, unit_of


@pytest.mark.parametrize("letter", ["a", "p", "m", "A", "P", "M"])
def test_the_letters_of_half_days_are_single(letter: str) -> None:
    assert may_be_of_half_day(letter)


@pytest.mark.parametrize("word", ["", "ap", "pm", "apm", "PM", "map", "amp"])
def test_a_part_of_the_letters_of_half_days_is_none_of_them(word: str) -> None:
    assert not may_be_of_half_day(word)


@pytest.mark.parametrize(
    ("text", "word", "belongs"),
    [
        ("at 5 p.m. today", "p", True),
        ("at 5 p. m. today", "m", True),
        ("plan p.m. today", "p", False),
        ("5 млн долларов", "долларов", True),
        ("сумма долларов", "долларов", False),
        ("USD 40", "USD", True),
        ("в 1999 г.", "г", False),
        ("500 г муки", "г", True),
    ],
)
def test_a_word_belongs_to_the_number_beside_it(text: str, word: str, belongs: bool) -> None:
    start = text.index(word)
    assert is_of_quantity(text, start, start + len(word)) is belongs


def test_forms_of_one_unit_are_the_same() -> None:
    assert unit_of("рубля") == unit_of("рублей") == unit_of("RUB") is not None
    assert unit_of("дом") is None
