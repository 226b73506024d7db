import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.reports.fit_text import shown, shown_mark

XML_CHARACTERS = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x0bb", "a␋b"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\r", "␍"),
        ("\x85", "⟨U+0085⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\u202egpj.exe", "⟨U+202E⟩gpj.exe"),
        ("\ufffe", "⟨U+FFFE⟩"),
        ("\U0001fffe", "⟨U+1FFFE⟩"),
        ("line\nnext\tcell", "line\nnext\tcell"),
        ("Ёлка 😀 שלום", "Ёлка 😀 שלום"),
    ],
)
def test_an_unfit_character_becomes_visible_and_others_stay(text: str, expected: str) -> None:
    assert shown(text) == expected


@given(st.text(st.characters(exclude_categories=()), max_size=50))
def test_whatever_comes_xml_allows_it_and_a_second_time_changes_nothing(text: str) -> None:
    assert XML_CHARACTERS.fullmatch(shown(text))
    assert "\r" not in shown(text)
    assert shown(shown(text)) == shown(text)


def test_a_change_of_spaces_shows_which_space_it_was() -> None:
    assert shown_mark(" ") == "␣"
    assert shown_mark("\u00a0") == "⍽"
    assert shown_mark("\u2009") == "⟨U+2009⟩"
    assert shown_mark("a b") == "a b"


def test_an_invisible_character_shows_in_a_mark() -> None:
    assert shown_mark("со\u00adвет") == "со⟨U+00AD⟩вет"
