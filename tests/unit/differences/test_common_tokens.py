"""What two sequences of tokens have in common, also where they are long."""

from random import Random

import pytest

from sverka.differences import common_tokens
from sverka.differences.common_tokens import Region, differing_regions


def rest_is_alike(a: list[str], b: list[str], regions: list[Region]) -> bool:
    at_a = at_b = 0
    for a0, a1, b0, b1 in [*regions, Region(len(a), 0, len(b), 0)]:
        if a[at_a:a0] != b[at_b:b0]:
            return False
        at_a, at_b = a1, b1
    return True


def test_equal_sequences_do_not_differ() -> None:
    assert differing_regions(["a", " ", "b"], ["a", " ", "b"]) == []
    assert differing_regions([], []) == []


def test_adjacent_deletion_and_insertion_are_one_region() -> None:
    assert differing_regions(["a", "x", "b"], ["a", "y", "z", "b"]) == [Region(1, 2, 1, 3)]


def test_everything_against_nothing_is_one_region() -> None:
    assert differing_regions([], ["a", "b"]) == [Region(0, 0, 0, 2)]


def made_up(length: int, seed: int) -> list[str]:
    chance = Random(seed)
    words = [f"w{k}" for k in range(300)]
    return [t for _ in range(length // 8) for t in (*chance.choices(words, k=7), ".")]


def edited(tokens: list[str], share: float, seed: int) -> list[str]:
    chance = Random(seed)
    return [f"n{chance.randrange(300)}" if chance.random() < share else t for t in tokens]


@pytest.mark.parametrize("share", [0.02, 0.3])
def test_a_long_text_is_compared_in_parts_that_fit_together(
    share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(common_tokens, "MOST_CELLS", 200 * 200)
    a = made_up(3000, 1)
    b = edited(a, share, 2)
    changed = sum(x != y for x, y in zip(a, b, strict=True))
    regions = differing_regions(a, b)
    assert rest_is_alike(a, b, regions)
    assert sum(r.a1 - r.a0 for r in regions) < 1.5 * changed


def test_a_long_text_without_full_stops_is_cut_at_rare_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(common_tokens, "MOST_CELLS", 200 * 200)
    a = [f"w{k % 700}" for k in range(2000)]
    b = edited(a, 0.01, 3)
    b[100:100] = ["new"] * 40
    regions = differing_regions(a, b)
    assert rest_is_alike(a, b, regions)


def test_endless_repetition_is_compared_in_even_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common_tokens, "MOST_CELLS", 20 * 20)
    a, b = ["a", "b"] * 50, ["a", "b"] * 30 + ["c"] + ["a", "b"] * 15
    regions = differing_regions(a, b)
    assert rest_is_alike(a, b, regions)
    assert sum(r.a1 - r.a0 for r in regions) < 40
    assert differing_regions(["a"] * 30, ["b"] * 30) == [Region(0, 30, 0, 30)]


def test_a_word_that_stayed_is_not_given_up_for_spaces() -> None:
    a = ["x", " ", "y", " ", "kept", ",", " "]
    b = ["z", " ", "kept", " ", ",", " "]
    assert differing_regions(a, b) == [Region(0, 3, 0, 1), Region(5, 5, 3, 4)]
