import pytest

from sverka.screening.lines.line_keys import counters_of, key_of, letters_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RFC 2617    HTTP Authentication", "RFC 7617 HTTP authentication"),
        ("– 12 –", "- 7 -"),
        ("Отчёт за 2023–2025 годы", "ОТЧЁТ за 2024-2026 годы."),
        ("Сло\u00adво", "слово"),
        ("ﬁnal report", "Final Report"),
        ("[Page 1]", "page 23"),
    ],
)
def test_lines_that_differ_only_in_numbers_case_dashes_and_outer_marks_have_one_key(
    one: str, other: str
) -> None:
    assert key_of(one) == key_of(other)


def test_other_words_make_another_key() -> None:
    assert key_of("Совет глав государств") != key_of("Совет глав правительств")


def test_letters_leave_spaces_and_marks_out() -> None:
    assert letters_of("«Всё, что\u00a0было…»  — 2024") == "всёчтобыло2024"


def test_counters_are_the_numbers_of_a_line_in_order() -> None:
    assert counters_of("Frm 00003 of 12, Vol. 85") == (3, 12, 85)
    assert counters_of("12345678901234") == ()
