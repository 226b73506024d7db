"""The fast way to word boundaries finds those of the regular expression."""

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.differences.segmenting import segmented
from sverka.differences.tokens import Tokens, tokens_of
from sverka.folding import CANONICAL

BOUNDARY = regex.compile(r"(?wV1)\b")
letters = st.text(
    alphabet="абяАZaeо1٣9 .,;:'’‘·‧_\u202f\u00a0\u2009-–«»\"\t\n\x0b漢ไ가€%٫\ud800", max_size=12
)


@given(st.lists(st.one_of(letters, st.text(max_size=20)), max_size=4))
@settings(max_examples=200, deadline=None)
def test_the_boundaries_are_those_of_the_regular_expression(texts: list[str]) -> None:
    for text, found in zip(texts, segmented(texts), strict=True):
        if found is not None:
            assert found.segments == BOUNDARY.split(text)[1:-1]
            assert [text[start:] for start in found.starts] == [
                "".join(found.segments[k:]) for k in range(len(found.segments) + 1)
            ]
            assert found.has_digits == any(
                regex.match(r"\p{WB=Numeric}", character) for character in text
            )


def test_texts_that_need_more_rules_are_left_to_the_regular_expression() -> None:
    texts = ["plain", "e\u0301", "👩\u200d👧", "カタカナ", "שלום", "a\r\nb", "กำ", "a\0b", "plain"]
    assert [found is None for found in segmented(texts)] == [False, *[True] * 7, False]


@given(st.lists(st.one_of(letters, st.text(max_size=20)), min_size=7, max_size=12))
@settings(deadline=None)
def test_many_texts_are_cut_as_each_is(texts: list[str]) -> None:
    together = Tokens.of_each(texts, CANONICAL)
    assert [tokens.written for tokens in together] == [tokens_of(text) for text in texts]
    for text, tokens in zip(texts, together, strict=True):
        assert tokens.starts == Tokens.of(text, tokens.written, CANONICAL).starts
        assert "".join(tokens.written) == text
