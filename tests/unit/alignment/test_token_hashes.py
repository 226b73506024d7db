"""Tokens: what is one, and that equal words are equal wherever they stand."""

import numpy as np
import pytest

from sverka.alignment.pace import Pace
from sverka.alignment.token_hashes import TokenHashes, tokenise
from sverka.model import silent


def tokens(*texts: str) -> TokenHashes:
    return tokenise(list(texts), np.arange(len(texts)), len(texts), Pace(silent))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" ", 0),
        ("слово", 1),
        ("два слова", 2),
        ("два  слова", 2),
        ("Да!", 2),
        ("e\u0301te\u0301", 1),
        ("1984", 1),
        ("###", 3),
        ("漢字かな", 4),
        ("ภาษาไทย", 7),
        ("កម្ពុជា", 7),
        ("كتاب جديد", 2),
        ("zwi\u00adschen", 1),
        ("\udcff", 1),
    ],
)
def test_words_signs_and_unspaced_letters_are_tokens(text: str, count: int) -> None:
    assert tokens(text).count.tolist() == [count]


def test_a_word_is_the_same_in_any_place_and_case() -> None:
    found = tokens("Кот спит", "там кот", "x" * 5000 + " КОТ", "ток")
    cat = found.strings[0][0]
    assert found.strings[1][1] == cat
    assert found.strings[2][1] == cat
    assert found.strings[3][0] != cat


def test_different_words_of_the_same_letters_differ() -> None:
    found = tokens("ab ba abb bab bba aab aba baa")
    assert len(set(found.strings[0])) == 8


def test_paragraphs_keep_their_tokens_apart() -> None:
    found = tokens("a b", "", "c", "d\ne")
    assert found.count.tolist() == [2, 0, 1, 2]
    assert found.start.tolist() == [0, 2, 2, 3]
    assert [len(s) for s in found.strings] == [2, 0, 1, 2]


def test_paragraphs_not_chosen_have_no_tokens() -> None:
    found = tokenise(["a b", "c"], np.array([1, 3]), 5, Pace(silent))
    assert found.count.tolist() == [0, 2, 0, 1, 0]
    assert [len(s) for s in found.strings] == [0, 2, 0, 1, 0]


def test_batches_do_not_show() -> None:
    texts = [f"слово {k} ещё" for k in range(20_000)]
    together, alone = tokens(*texts), tokens(texts[19_999])
    assert together.strings[19_999] == alone.strings[0]
    assert together.count.tolist() == [3] * 20_000


def test_invisible_characters_do_not_part_a_word() -> None:
    found = tokens("сло\u00adво и", "слово и")
    assert found.strings[0] == found.strings[1]
