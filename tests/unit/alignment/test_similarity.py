"""Similarity and rarity: hand-counted pairs, and the rules about length."""

import numpy as np
import pytest

from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import intern
from sverka.alignment.rarity import Rarity
from sverka.alignment.similarity import Measure
from sverka.alignment.token_hashes import tokenise
from sverka.model import silent


def measure(old: list[str], new: list[str]) -> Measure:
    pace = Pace(silent)
    keys = intern(old, new, frozenset(), pace)
    sides = [
        tokenise([keys.texts[k] for k in numbers], np.arange(len(numbers)), len(numbers), pace)
        for numbers in (keys.old, keys.new)
    ]
    return Measure(keys, sides[0], sides[1], pace)


def similarity(one: str, other: str) -> float:
    first = np.array([0])
    return float(measure([one], [other]).similarity(first, first)[0])


LONG = " ".join(f"слово{k}" for k in range(40))


def test_similarity_is_twice_the_common_tokens_over_all_tokens() -> None:
    changed = LONG.replace("слово7 ", "иное ").replace(" слово20", "")
    assert similarity(LONG, changed) == pytest.approx(2 * 38 / (40 + 39))


def test_equal_texts_are_wholly_alike_even_without_tokens() -> None:
    assert similarity("", "") == 1
    assert similarity(LONG, LONG) == 1


def test_order_counts() -> None:
    assert similarity(LONG, " ".join(reversed(LONG.split()))) < 0.1


def test_misspelt_short_texts_are_alike_by_their_characters() -> None:
    assert similarity("Предисловие", "Предесловие") > 0.7
    assert similarity("Предисловие", "Заключение") < 0.34


def test_lengths_too_different_are_not_compared() -> None:
    assert similarity("слово1 слово2", LONG) == 0


def test_empty_against_full_is_nothing() -> None:
    assert similarity("", LONG) == 0


def test_common_tokens_are_counted_in_order() -> None:
    found = measure(["a b c d"], ["b a d c"])
    assert found.common(np.array([0]), np.array([0])).tolist() == [2]


def test_rare_words_weigh_more_than_common_ones() -> None:
    old = ["the rare thing", "the usual thing", *["the usual thing again"] * 30]
    new = ["the rare one", "the usual one"]
    found = measure(old, new)
    rarity = Rarity.of(found.old, found.new)
    rare, usual = rarity.shared(np.array([0, 1]), np.array([0, 1])).tolist()
    assert 0 < usual < rare < 1


def test_evidence_of_a_text_with_itself_is_whole_and_of_nothing_none() -> None:
    found = measure([LONG, LONG, ""], [LONG, "чужое", ""])
    rarity = Rarity.of(found.old, found.new)
    pairs = np.array([0, 1, 2])
    assert rarity.shared(pairs, pairs).tolist() == pytest.approx([1, 0, 0])
