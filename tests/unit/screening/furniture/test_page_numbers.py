import pytest

from sverka.screening.furniture.page_numbers import misread_number, page_number


@pytest.mark.parametrize(
    ("line", "value", "named"),
    [
        ("7", 7, False),
        ("- 12 -", 12, False),
        ("— 3 —", 3, False),
        ("xiv", 14, False),
        ("Page 3 of 9", 3, True),
        ("Страница 2 из 4", 2, True),
        ("Стр. 3", 3, True),
        ("3-бет", 3, True),
        ("Seite 5", 5, True),
        ("2. sayfa", 2, True),
        ("第 3 页", 3, True),
        ("3 / 14", 3, True),
        ("صفحة 4", 4, True),
    ],
)
def test_a_line_that_is_only_a_page_number_is_read(line: str, value: int, named: bool) -> None:
    number = page_number(line)
    assert number is not None
    assert (number.value, number.named) == (value, named)


@pytest.mark.parametrize(
    "line", ["2020.", "0", "007", "c", "mix", "3,5", "12 мая", "Глава 3", "page three", "1" * 50]
)
def test_other_lines_are_no_page_numbers(line: str) -> None:
    assert page_number(line) is None


def test_letters_that_look_like_digits_are_read_as_these() -> None:
    assert misread_number("4i") == 41
    assert misread_number("ii5") == 115
    assert misread_number("is") is None
    assert misread_number("12") == 12


@pytest.mark.parametrize("line", ["is", "pi", "si", "IS"])
def test_a_short_word_is_no_roman_number(line: str) -> None:
    assert page_number(line) is None


def test_a_roman_number_with_its_word_is_one() -> None:
    found = page_number("p. iv")
    assert found is not None
    assert (found.value, found.named, found.roman) == (4, True, True)
