"""Letters that look alike make one word of two, those that only stand for another do not."""

import unicodedata

import pytest

from sverka.text.alphabets import (
    CYRILLIC_LIKE_LATIN,
    GREEK_LIKE_LATIN,
    UNSPACED,
    differ_by_alphabet,
    mixes_alphabets,
)
from sverka.text.character_classes import ranges_in


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("неоценимая", "неocенимая", True),
        ("ёлка", "ëлка", True),
        ("Ѕарај", "Sараj", True),
        ("ΑΒΓ", "ABΓ", True),
        ("дом", "дым", False),
        ("дом", "dom", False),
        ("сор", "cop", True),
    ],
)
def test_words_that_differ_only_by_the_alphabet(one: str, two: str, differ: bool) -> None:
    assert differ_by_alphabet(one, two) is differ
    assert differ_by_alphabet(two, one) is differ


def test_a_word_of_one_alphabet_mixes_none() -> None:
    assert not mixes_alphabets("слово")
    assert mixes_alphabets("cлово")


def test_look_alikes_are_letters_of_the_alphabets_they_are_listed_for() -> None:
    for table, name in ((CYRILLIC_LIKE_LATIN, "CYRILLIC"), (GREEK_LIKE_LATIN, "GREEK")):
        assert all(unicodedata.name(latin).startswith("LATIN") for latin in table)
        assert all(unicodedata.name(other).startswith(name) for other in table.values())


@pytest.mark.parametrize("letter", list("汉のカไກខ𠀀"))
def test_these_scripts_part_no_words_by_spaces(letter: str) -> None:
    assert any(first <= ord(letter) <= last for first, last in ranges_in(UNSPACED))


@pytest.mark.parametrize("letter", list("aж한हא ,"))
def test_those_scripts_do(letter: str) -> None:
    assert not any(first <= ord(letter) <= last for first, last in ranges_in(UNSPACED))
