"""Exact seeds: twins beyond doubt."""

from sverka.alignment.arrays import NONE
from sverka.alignment.pace import Pace
from sverka.alignment.paragraph_keys import intern
from sverka.alignment.seeds import exact_partners, may_anchor, runs_of
from sverka.model import silent


def partners(old: str, new: str) -> list[int]:
    """One letter a paragraph; a dot is an empty one."""
    sides = ["" if c == "." else c for c in old], ["" if c == "." else c for c in new]
    keys = intern(*sides, frozenset(), Pace(silent))
    return exact_partners(keys).tolist()


def test_unique_paragraphs_find_their_twin_wherever_it_went() -> None:
    assert partners("abc", "cxa") == [2, NONE, 0]


def test_repeated_paragraphs_are_no_seeds_by_themselves() -> None:
    assert partners("xaay", "pbaaq") == [NONE] * 4


def test_repeated_paragraphs_follow_the_seed_beside_them() -> None:
    assert partners("xuaay", "pqaaua") == [NONE, 4, 5, NONE, NONE]


def test_common_beginning_and_end_belong_together_though_repeated() -> None:
    assert partners("aaxaa", "aayyaa") == [0, 1, NONE, 4, 5]


def test_beginning_and_end_do_not_overlap() -> None:
    assert partners("aaaa", "aaa") == [0, 1, 2, NONE]
    assert partners("aaa", "aaaa") == [0, 1, 2]


def test_only_texts_with_a_letter_or_a_digit_anchor() -> None:
    texts = ["", "* * *", "§", "____", "§ 1", "“Да”", "漢", "١"]
    assert list(map(may_anchor, texts)) == [False] * 4 + [True] * 4


def test_empty_paragraphs_do_not_lead_but_follow() -> None:
    assert partners("x.y", "p.q") == [NONE] * 3
    assert partners("xu.y", "p.qu.") == [NONE, 3, 4, NONE]


def test_runs_are_maximal_diagonals() -> None:
    keys = intern(list("abcdef"), list("defabc"), frozenset(), Pace(silent))
    runs = runs_of(exact_partners(keys))
    assert runs.old.tolist() == [0, 3]
    assert runs.new.tolist() == [3, 0]
    assert runs.length.tolist() == [3, 3]
