"""The character table: what tidying surely leaves alone."""

import sys
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.alignment.characters import CharacterTable, codes_of, is_tidy
from sverka.alignment.tidying import tidied


def test_no_tidy_letter_composes_with_the_one_before_it() -> None:
    parts = (unicodedata.decomposition(chr(code)).split() for code in range(sys.maxunicode + 1))
    seconds = {chr(int(p[1], 16)) for p in parts if len(p) == 2 and p[0][0] != "<"}
    assert "\u0301" in seconds
    hangul = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    assert not [c for c in seconds | hangul if is_tidy(c)]


def test_no_tidy_character_changes_places_with_its_neighbour() -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    assert not [c for c in characters if unicodedata.combining(c) and is_tidy(c)]


@given(st.text(st.characters().filter(is_tidy), max_size=12))
def test_tidying_collapses_the_spaces_between_tidy_characters_and_no_more(text: str) -> None:
    assert tidied(text) == " ".join(word for word in text.split(" ") if word)


@pytest.mark.parametrize("text", ["abc", "Ёж — “да”", "漢字", "قلم", "\ud800\u00ad\u00a0e\u0301"])
def test_the_table_says_of_every_character_what_the_rule_says(text: str) -> None:
    table = CharacterTable()
    for _ in range(2):
        assert table.tidy(codes_of(text)).tolist() == [is_tidy(c) for c in text]
    assert np.count_nonzero(table.kinds(codes_of(text)) == 0) == 0
