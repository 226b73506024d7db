import pytest

from sverka.screening.lines import line_signs


@pytest.mark.parametrize(
    "text", ["в борьбе с", "(СНГ", "права,", "государств –", "слово»", "हिन्दी"]
)
def test_a_sentence_may_go_on_after_words_commas_and_dashes(text: str) -> None:
    assert line_signs.ends_openly(text)


@pytest.mark.parametrize(
    "text", ["конец.", "«конец!»", "что:", "и;", "<stdio.h>", "", "。", "نهاية؟"]
)
def test_a_sentence_does_not_go_on_after_stops_and_symbols(text: str) -> None:
    assert not line_signs.ends_openly(text)


def test_the_case_of_a_line_is_that_of_its_first_letter() -> None:
    assert line_signs.starts_lower("«терроризмом")
    assert line_signs.starts_upper("— Да")
    assert not line_signs.starts_lower("12 мая")
    assert not line_signs.starts_lower("= b")
    assert line_signs.is_caseless("الضمير")
    assert not line_signs.is_caseless("12")


@pytest.mark.parametrize(
    "text", ["• пункт", "- пункт", "1. Пункт", "(а) пункт", "iv) point", "2.1 Object", "§ 5"]
)
def test_list_marks_are_known(text: str) -> None:
    assert line_signs.is_list_item(text)


@pytest.mark.parametrize("text", ["11.43 and 11.45", "А.С. Пушкин", "-ая", "1990 год", "в) "[:2]])
def test_what_only_looks_like_a_list_mark_is_none(text: str) -> None:
    assert not line_signs.is_list_item(text)


@pytest.mark.parametrize(
    "text", ["Рис. 3", "Таблица 2", "Статья 5", "Fig. 4", "第三条", "3-берене", "المادة 1"]
)
def test_labels_of_captions_and_clauses_are_known(text: str) -> None:
    assert line_signs.is_label(text)


def test_one_word_and_a_number_is_a_numbered_paragraph() -> None:
    assert line_signs.is_numbered_word("Definition 3")
    assert line_signs.is_numbered_word("Bemerkung 4.1")
    assert not line_signs.is_numbered_word("Acme Corp. 3")
