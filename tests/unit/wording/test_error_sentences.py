"""Errors are said in the language asked for, and what they are about stands in them."""

import pickle

import pytest

from sverka.language import ENGLISH, language
from sverka.model import Counted, Phrase, ReadError, SverkaError
from sverka.wording import error_words

PICTURE = ReadError(
    "“{file}” is {what}, which this program does not read.",
    file="a.jpg",
    what=Phrase("a GIF picture"),
)


def test_in_english_an_error_says_what_it_says_by_itself() -> None:
    counted = SverkaError("{found} here.", found=Counted("{count} page", "{count} pages", 2))
    for error in (PICTURE, counted, ReadError("Plain.")):
        assert error_words(error, ENGLISH) == str(error)
    assert str(counted) == "2 pages here."


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 изменение"), (3, "3 изменения"), (5, "5 изменений")]
)
def test_words_in_an_error_take_the_form_of_their_number(count: int, words: str) -> None:
    error = SverkaError("{found}", found=Counted("{count} change", "{count} changes", count))
    assert error_words(error, language("ru")) == words


def test_phrases_in_an_error_are_said_in_its_language() -> None:
    said = error_words(SverkaError("{what}", what=Phrase("a GIF picture")), language("ru"))
    assert said == language("ru").gettext("a GIF picture") != "a JPEG picture"


def test_an_error_is_said_the_same_after_it_crossed_a_process() -> None:
    crossed = pickle.loads(pickle.dumps(PICTURE))
    assert error_words(crossed, language("ru")) == error_words(PICTURE, language("ru"))


def test_braces_in_a_name_are_no_fields() -> None:
    error = ReadError("“{file}” and {nothing}.", file="{what}{0}")
    assert error_words(error, ENGLISH) == str(error) == "“{what}{0}” and {nothing}."
