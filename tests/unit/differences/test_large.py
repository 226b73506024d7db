"""Paragraphs of the size nobody writes and some files hold."""

from random import Random

import pytest

from sverka.differences import diff_texts, find_changes
from sverka.model import Alignment, ChangeKind, Ignore, Link, LinkKind

VOCABULARY = [f"{a}{b}" for a in ("до", "ми", "ре", "са", "ту", "ко") for b in range(100, 600)]


def made_up(length: int, seed: int) -> str:
    chance = Random(seed)
    sentences = (" ".join(chance.choices(VOCABULARY, k=12)) + "." for _ in range(length // 70))
    return " ".join(sentences)


def edited(text: str, share: float, seed: int) -> str:
    chance = Random(seed)
    words = text.split(" ")
    return " ".join(chance.choice(VOCABULARY) if chance.random() < share else w for w in words)


def test_a_paragraph_of_250_000_characters_is_compared_word_by_word() -> None:
    old = made_up(250_000, 1)
    new = edited(old, 0.4, 2)
    assert len(diff_texts(old, new)) > 5_000


def test_a_paragraph_cut_into_1_200_keeps_its_words() -> None:
    chance = Random(3)
    words = [chance.choice(VOCABULARY) for _ in range(36_000)]
    pieces = [" ".join(words[k : k + 30]) for k in range(0, 36_000, 30)]
    link = Link((0,), tuple(range(1_200)), LinkKind.SPLIT)
    changes = find_changes([" ".join(words)], pieces, Alignment((link,)))
    assert [change.kind for change in changes] == [ChangeKind.SPLIT] * 1_199


def test_thousands_of_names_dates_and_open_quotations_take_no_time_of_their_own() -> None:
    link = Alignment((Link((0,), (0,), LinkKind.EDITED),))
    new = ["слово " + "Имя 24 мая «" * 20_000 + "»" * 100_000]
    assert len(find_changes(["слово"], new, link)) == 1


def test_thousands_of_marks_that_are_ignored_are_no_change() -> None:
    old, new = "а" + ". !" * 20_000 + "б", "а" + "!" * 20_000 + " б"
    assert diff_texts(old, new, ignore=frozenset(Ignore)) == ()


@pytest.mark.parametrize(
    "text",
    ["\U0001f1f0\U0001f1ec", "1,", "1 и ", "1-", "24 ", "«А", "a'", "\u202f", " " * 300 + "."],
)
@pytest.mark.parametrize("ignore", [frozenset(), frozenset(Ignore)])
def test_endless_repetition_takes_time_in_proportion(text: str, ignore: frozenset[Ignore]) -> None:
    old, new = text * 3_000, text * 1_500 + "слово " + text * 1_500
    assert len(diff_texts(old, new, ignore=ignore)) == 1
