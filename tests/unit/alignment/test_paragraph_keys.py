"""Numbering: what counts as the same paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import ParagraphKeys, intern
from sverka.alignment.tidying import tidied
from sverka.model import Ignore, silent


def keys(old: list[str], new: list[str], *ignore: Ignore) -> ParagraphKeys:
    return intern(old, new, frozenset(ignore), Pace(silent))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b", "a  b"),
        ("a b", " a b"),
        ("a b", "a b "),
        ("a b", "a\u00a0b"),
        ("a b", "a\n\tb"),
        ("Bücher", "Bu\u0308cher"),
        ("Zeitung", "Zei\u00adtung"),
        ("", " \u2003 "),
    ],
)
def test_white_space_composition_and_soft_hyphens_do_not_matter(one: str, other: str) -> None:
    # The neighbours check that the texts are told apart inside a batch.
    found = keys(["before", one, "after"], ["before", other, "after"])
    assert found.old.tolist() == found.new.tolist()
    assert len(found.texts) == 3
    assert found.old_raw.tolist() != found.new_raw.tolist()


@given(
    st.lists(
        st.text(st.sampled_from(" ae~\u0301\u00e9\u00a0\u00ad\t\x7f\u1100\u1161Ж"), max_size=6)
    )
)
def test_every_text_of_a_batch_is_tidied(texts: list[str]) -> None:
    assert keys(texts, []).texts == list(dict.fromkeys(map(tidied, texts)))


@pytest.mark.parametrize(
    ("one", "other", "ignore"),
    [
        ("Äpfel", "ÄPFEL", Ignore.CASE),
        ("Ёлка", "ёлка", Ignore.CASE),
        ("10 км", "10км", Ignore.SPACING),
        ("one, two", "one two", Ignore.PUNCTUATION),
        ("«да», — сказал он…", "да — сказал он", Ignore.PUNCTUATION),
        ("«да» – нет…", '"да" - нет...', Ignore.TYPOGRAPHY),
        ("l’État", "l'État", Ignore.TYPOGRAPHY),
    ],
)
def test_an_option_makes_texts_equal_that_else_differ(one: str, other: str, ignore: Ignore) -> None:
    plain, folded = keys([one], [other]), keys([one], [other], ignore)
    assert plain.old[0] != plain.new[0]
    assert folded.old[0] == folded.new[0]


@pytest.mark.parametrize(
    ("one", "other", "ignore"),
    [
        ("3.14", "314", Ignore.PUNCTUATION),
        ("a b", "A b", Ignore.SPACING),
        ("A, b", "a b", Ignore.CASE),
        ("e—mail", "email", Ignore.TYPOGRAPHY),
    ],
)
def test_an_option_folds_nothing_else(one: str, other: str, ignore: Ignore) -> None:
    found = keys([one], [other], ignore)
    assert found.old[0] != found.new[0]


def test_ignoring_spacing_keeps_the_words_apart_for_their_tokens() -> None:
    assert keys(["two words"], [], Ignore.SPACING).texts == ["two words"]


def test_lengths_count_code_points_of_the_tidied_text() -> None:
    assert keys(["  𝔄  b "], []).lengths.tolist() == [3]


def test_many_batches_number_as_one_does() -> None:
    texts = [f"{k} {'x' * 3000}" for k in range(300)]
    spaced = [t.replace(" ", "  ") if k % 7 == 0 else t for k, t in enumerate(texts)]
    found = keys(texts, spaced)
    assert found.old.tolist() == found.new.tolist()
