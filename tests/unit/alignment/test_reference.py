"""The fast alignment against a slow and simple one, on small texts with known links."""

import importlib
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType

import pytest

from sverka import align

Pairs = set[tuple[int, int]]
BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def gold_pairs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("gold_pairs")


@pytest.fixture
def made_text(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("made_text")


def likeness(one: str, other: str) -> float:
    """How alike two texts are, word by word; no speed, no rules."""
    if one == other:
        return 1.0
    words = one.split() or list(one), other.split() or list(other)
    return SequenceMatcher(None, *words, autojunk=False).ratio()


def reference(old: list[str], new: list[str]) -> Pairs:
    """Every pair compared: the best monotone matching, then moves, the most alike first."""
    table = [[likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, row in enumerate(table):
        for j, alike in enumerate(row):
            gain = alike**2 * (min(len(old[i]), 300) + 8) if alike >= 0.34 else 0.0
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + gain)
    found: Pairs = set()
    i, j = len(old), len(new)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.add((i, j))
    ranked = sorted(((-a, i, j) for i, row in enumerate(table) for j, a in enumerate(row)))
    rows, columns = {i for i, _ in found}, {j for _, j in found}
    for minus, i, j in ranked:
        if -minus >= 0.5 and i not in rows and j not in columns:
            found.add((i, j))
            rows.add(i)
            columns.add(j)
    return found


def fast(old: list[str], new: list[str]) -> Pairs:
    return {(i, j) for link in align(old, new).links for i in link.old for j in link.new}


def f1(found: Pairs, gold: Pairs) -> float:
    return 2 * len(found & gold) / max(1, len(found) + len(gold))


def gold_of(pair: object) -> Pairs:
    return {(i, j) for old, new in pair.links for i in old for j in new}  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_light_edits_are_aligned_as_the_reference_does(
    language: str, gold_pairs: ModuleType, made_text: ModuleType
) -> None:
    calm = gold_pairs.Profile(0.05, 0.05, 0, 0, 0, 0, 1, 0.2, 0.1)
    for seed in range(6):
        pair = gold_pairs.make_pair(made_text.paragraphs(40, 120, language, seed), calm, seed)
        assert fast(pair.old, pair.new) == reference(pair.old, pair.new) == gold_of(pair)


def test_heavy_edits_are_aligned_better_than_by_the_reference(
    gold_pairs: ModuleType, made_text: ModuleType
) -> None:
    scores = []
    for seed in range(12):
        texts = made_text.paragraphs(40, 90, ("en", "ru", "ar")[seed % 3], seed)
        pair = gold_pairs.make_pair(texts, gold_pairs.PROFILES["heavy"], seed)
        gold = gold_of(pair)
        found = fast(pair.old, pair.new), reference(pair.old, pair.new)
        scores.append(tuple(f1(pairs, gold) for pairs in found))
    ours, theirs = (sum(column) / len(column) for column in zip(*scores, strict=True))
    assert ours >= theirs
    assert ours >= 0.97


@pytest.mark.parametrize(
    ("language", "least"), [("en", 0.99), ("ru", 0.99), ("ar", 0.99), ("zh", 0.98)]
)
def test_a_heavily_edited_book_is_aligned_in_every_script(
    language: str, least: float, gold_pairs: ModuleType, made_text: ModuleType
) -> None:
    texts = made_text.paragraphs(1_500, 150, language, 1)
    pair = gold_pairs.make_pair(texts, gold_pairs.PROFILES["heavy"], 1)
    assert f1(fast(pair.old, pair.new), gold_of(pair)) >= least


def test_gold_links_cover_both_sides_once(gold_pairs: ModuleType, made_text: ModuleType) -> None:
    texts = made_text.paragraphs(300, 100, "ru", 1)
    for profile in gold_pairs.PROFILES.values():
        pair = gold_pairs.make_pair(texts, profile, 2)
        assert sorted(i for old, _ in pair.links for i in old) == list(range(len(pair.old)))
        assert sorted(j for _, new in pair.links for j in new) == list(range(len(pair.new)))
        assert pair == gold_pairs.make_pair(texts, profile, 2)
