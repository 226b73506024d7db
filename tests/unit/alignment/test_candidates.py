"""Candidates: true pairs are among them, and there are never too many."""

from random import Random

import numpy as np
import pytest

from sverka.alignment.candidates import candidates
from sverka.alignment.pace import Pace
from sverka.alignment.token_hashes import TokenHashes, tokenise
from sverka.model import silent


def tokens(texts: list[str]) -> TokenHashes:
    return tokenise(texts, np.arange(len(texts)), len(texts), Pace(silent))


def found(old: list[str], new: list[str]) -> set[tuple[int, int]]:
    rows, columns = candidates(tokens(old), tokens(new), Pace(silent))
    return set(zip(rows.tolist(), columns.tolist(), strict=True))


def made(count: int, words: int, seed: int) -> list[str]:
    chance = Random(seed)
    return [
        " ".join(f"w{int(chance.paretovariate(0.6))}" for _ in range(words)) for _ in range(count)
    ]


def test_an_edited_paragraph_is_found_however_far_it_went() -> None:
    old = made(400, 30, 1)
    new = [" ".join([*t.split()[:9], "changed", *t.split()[14:]]) for t in reversed(old)]
    pairs = found(old, new)
    assert sum((i, 399 - i) in pairs for i in range(400)) >= 396


def test_long_paragraphs_find_their_pieces() -> None:
    pieces = made(60, 30, 2)
    pairs = found([" ".join(pieces)], pieces)
    assert len(pairs) >= 55


@pytest.mark.parametrize(("count", "words"), [(1, 400), (2, 60), (20, 2_000)])
def test_long_paragraphs_are_found_however_few_they_are(count: int, words: int) -> None:
    old = made(count, words, 4)
    new = [t.replace(" w2 ", " changed ") for t in reversed(old)]
    assert {(i, count - 1 - i) for i in range(count)} <= found(old, new)


def test_pairs_come_once_and_in_order() -> None:
    rows, columns = candidates(tokens(made(50, 9, 3)), tokens(made(50, 9, 3)), Pace(silent))
    packed = (rows * 50 + columns).tolist()
    assert packed == sorted(set(packed))


def test_a_few_for_every_paragraph_are_enough() -> None:
    old, new = ["same words here"] * 300, ["same words there"] * 300
    assert len(found(old, new)) <= 8 * 300


def test_nothing_in_common_gives_nothing() -> None:
    assert found(["один два"], ["три четыре"]) == set()
    assert found([], ["три"]) == set()
    assert found([""], [""]) == set()
