"""Grapheme clusters are what a reader takes for one character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.graphemes import graphemes_of

CASES = [
    ("plain letters", "Ёж", "Ё|ж"),
    ("a combining accent", "e\u0301a", "e\u0301|a"),
    ("a family and a tone of skin", "👩\u200d👩\u200d👧👩🏽", "👩\u200d👩\u200d👧|👩🏽"),
    ("stars that are joined", "★\u200d★", "★\u200d★"),
    ("flags", "🇰🇬🇩🇪🇰", "🇰🇬|🇩🇪|🇰"),
    ("Hangul", "각가\u11a8\u1100\u1161", "각|가\u11a8|\u1100\u1161"),
    ("Hindi", "हिन्दी", "हि|न्दी"),
    ("Burmese", "မန္တလေး", "မ|န္တ|လေး"),
    ("Thai", "กำกับ", "กำ|กั|บ"),
    ("a virama behind which no letter comes", "क्!", "क्|!"),
    ("line ends", "a\r\n\n\u0301", "a|\r\n|\n|\u0301"),
    ("a soft hyphen", "a\u00ad\u0301", "a|\u00ad|\u0301"),
    ("signs of a number", "\u0600\u0663\u0600", "\u0600\u0663|\u0600"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_text_in_clusters(text: str, expected: str) -> None:
    assert graphemes_of(text) == expected.split("|")


@given(st.text())
def test_joined_clusters_are_the_text(text: str) -> None:
    assert "".join(graphemes_of(text)) == text
