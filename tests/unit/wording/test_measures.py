from datetime import datetime

import pytest

from sverka.language import ENGLISH
from sverka.model import Decision, Document, Ignore, Options, Properties, Tracked
from sverka.wording.measures import (
    date_words,
    format_words,
    moment_words,
    number_runs,
    number_words,
    options_words,
    size_words,
)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (8234, "8.2 kB"),
        (40_612_000, "40.6 MB"),
        (7_000_000_000_000, "7000.0 GB"),
    ],
)
def test_a_size_is_said_in_the_largest_unit_above_one(size: int, words: str) -> None:
    assert size_words(size, ENGLISH) == words


def test_thousands_stand_apart() -> None:
    assert [number_words(n, ENGLISH) for n in (0, 999, 1284, 1_000_000)] == [
        "0",
        "999",
        "1,284",
        "1,000,000",
    ]


def test_a_date_is_said_with_the_name_of_its_month() -> None:
    assert date_words(datetime(2026, 1, 2), ENGLISH) == "2 January 2026"
    assert moment_words(datetime(2026, 12, 31, 9, 5), ENGLISH) == "31 December 2026, 09:05"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (Document("a.txt", "text", "", Properties(encoding="cp1251")), "text, CP1251"),
        (Document("a.docx", "docx", ""), "Word"),
        (Document("a.pdf", "pdf", ""), "PDF"),
        (Document("a.odt", "odt", ""), "ODT"),
        (Document("a.png", "picture", ""), "picture"),
    ],
)
def test_a_format_has_a_name_for_people(document: Document, words: str) -> None:
    assert format_words(document, ENGLISH) == words


def test_options_are_said_in_a_phrase() -> None:
    assert options_words(Options(), ENGLISH) == (
        "nothing ignored; page furniture set aside; tracked changes accepted"
    )
    asked = Options(
        ignore=frozenset({Ignore.TYPOGRAPHY, Ignore.CASE}),
        keep_furniture=True,
        tracked=Tracked.REJECT,
        decisions={"a": Decision.KEPT},
    )
    assert options_words(asked, ENGLISH) == (
        "ignored: typography, letter case; page furniture kept in the text; "
        "tracked changes rejected; 1 finding decided by hand"
    )


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        ([4], "4"),
        ([4, 5], "4–5"),
        ([1, 2, 3, 5], "1–3, 5"),
        ([1, 3, 4, 7, 8, 9, 10], "1, 3–4, 7–10"),
    ],
)
def test_numbers_in_a_row_are_a_run(numbers: list[int], words: str) -> None:
    assert number_runs(numbers) == words
