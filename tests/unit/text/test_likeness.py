"""Texts that look alike in print."""

import pytest

from sverka.text.likeness import look_alike


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("burn", "bum"),
        ("on", "оп"),
        ("May", "Мау"),
        ("450", "456"),
        ("1,200", "l.200"),
        ("төлөм", "телом"),
        ("үчүн", "учун"),
        ("“Yes”", "'Yes'"),
        ("to day", "today"),
        ("Стоянка,", "стоянка."),
        ("книгу", "книту"),
        (",", ""),
    ],
)
def test_these_look_alike(one: str, two: str) -> None:
    assert look_alike(one, two)
    assert look_alike(two, one)


@pytest.mark.parametrize(
    ("one", "two"), [("Monday", "Sunday"), ("12", "22"), ("now", "not"), ("да", "нет"), ("a", "")]
)
def test_these_do_not(one: str, two: str) -> None:
    assert not look_alike(one, two)
