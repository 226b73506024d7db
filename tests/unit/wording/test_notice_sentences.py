"""A notice is a fact, and every code of one has its sentence in every language."""

import pytest

from sverka.language import ENGLISH, LANGUAGES, language
from sverka.model import Notice, NoticeCode, NoticeValue
from sverka.wording import notice_words

VALUES: dict[str, NoticeValue] = {
    "file": "a {b}.txt",
    "pattern": "a {b}.txt",
    "part": "word/comments.xml",
    "encoding": "cp866",
    "reader": "odt",
    "reason": "ImportError: no module",
    "count": 2,
    "percent": 7,
    "sentence": "“{file}” has two columns.",
}

OF_BOTH = frozenset({NoticeCode.HARDLY_AGREE, NoticeCode.LOOK_CUT_SHORT})
"""Codes of notices about a comparison, not about one of its files."""


@pytest.mark.parametrize("code", NoticeCode)
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_code_has_a_sentence(code: NoticeCode, spoken: str) -> None:
    values = dict(VALUES) if code in OF_BOTH else {**VALUES, "pages": (3,)}
    said = notice_words(Notice(code, values), language(spoken))
    assert {
        NoticeCode.HARDLY_AGREE: "7 %",
        NoticeCode.LOOK_CUT_SHORT: "2",
    }.get(code, "a {b}.txt") in said
    assert said.endswith("?" if code is NoticeCode.HARDLY_AGREE else ".")
    # What a reader from outside says is not in the catalogue
    if code is not NoticeCode.OTHER:
        english = notice_words(Notice(code, values), ENGLISH)
        assert (said == english) == (spoken == "en")


def test_pages_are_counted_and_told_in_runs() -> None:
    said = [
        notice_words(Notice(NoticeCode.PAGES_DAMAGED, {"file": "a.pdf", "pages": pages}), ENGLISH)
        for pages in ((4,), (4, 5, 6, 9))
    ]
    assert said == [
        "Page 4 of “a.pdf” is damaged and was not read.",
        "Pages 4–6, 9 of “a.pdf” are damaged and were not read.",
    ]


def test_a_sentence_of_a_reader_from_outside_is_said_as_it_stands() -> None:
    odd = Notice(NoticeCode.OTHER, {"sentence": "100 {percent} of it.", "file": "a"})
    assert notice_words(odd, language("ky")) == "100 {percent} of it."


def test_a_notice_that_lacks_its_values_is_said_with_the_names_of_them() -> None:
    assert notice_words(Notice(NoticeCode.HIDDEN_TEXT), ENGLISH).startswith("“{file}” holds")
    assert notice_words(Notice(NoticeCode.OTHER), language("ru")) == ""
