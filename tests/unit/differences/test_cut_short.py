"""A look that was given up is told."""

import pytest

from sverka import compare
from sverka.differences import cut_short
from sverka.language import ENGLISH
from sverka.model import ChangeKind, Notice, NoticeCode
from sverka.readers import read_text
from sverka.wording import notice_words

LONG = "abcdefghij" * 30


def told(old: str, new: str) -> list[Notice]:
    result = compare(read_text(old, "a.txt"), read_text(new, "b.txt"))
    return [one for one in result.notices if one.code is NoticeCode.LOOK_CUT_SHORT]


def test_a_word_too_long_to_be_looked_into_is_told() -> None:
    (notice,) = told(f"Before {LONG} after it.", f"Before {LONG}x after it.")
    assert notice.values == {"count": 1}
    assert notice_words(notice, ENGLISH).startswith("In 1 place a word or a paragraph was too")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ш" * 300_000, "ш" * 150_000 + "щ" + "ш" * 150_000),
        ("Дарек: " + "ң" * 250_000 + ".", "Дарек: " + "ң" * 249_000 + "."),
        ("acgt" * 100_000, "acgt" * 50_000 + "ttt" + "acgt" * 50_000),
    ],
)
def test_a_line_of_letters_without_a_space_is_one_change_that_is_told(old: str, new: str) -> None:
    result = compare(read_text(old, "a.txt"), read_text(new, "b.txt"))
    assert [change.kind for change in result.changes] == [ChangeKind.REPLACEMENT]
    assert [one.values for one in result.notices] == [{"count": 1}]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Before word after it.", "Before ward after it."),
        (f"Before {LONG} after it.", f"Before {LONG} after that."),
        ("今天举行会议" * 60, "明日召开大会" * 60),
        (f"Before {LONG} after it.", "Before after it."),
    ],
)
def test_nothing_is_told_where_nothing_was_given_up(old: str, new: str) -> None:
    assert told(old, new) == []


def test_a_paragraph_compared_in_parts_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut_short, "MOST_CELLS", 100)
    text = "one two three four five six seven eight nine ten"
    (notice,) = told(text, text.replace("five", "fünf"))
    assert notice.values == {"count": 1}
