import pytest

from sverka.model import Join
from sverka.screening.lines.hyphens import Seam, Words, hyphenates, seam

NONE = Words([])


def test_lines_meet_with_a_space() -> None:
    assert seam("в борьбе с", "терроризмом", NONE) == Seam(Join.SPACE)


def test_a_soft_hyphen_joins() -> None:
    for hyphen in ("\u00ad", "\ufffe", "\x02"):
        assert seam(f"руково{hyphen}", "дителями", NONE) == Seam(Join.WELDED, 1)


@pytest.mark.parametrize("after", ["2023 года", "Джакарта"])
def test_a_digit_or_a_capital_after_a_hyphen_keeps_it(after: str) -> None:
    assert seam("Сукарно-", after, NONE).join is Join.HYPHEN_KEPT


def test_a_dash_is_no_hyphen() -> None:
    assert seam("государств –", "участников", NONE) == Seam(Join.SPACE)
    assert seam("Так -", "сказал он", NONE) == Seam(Join.SPACE)


def test_a_range_of_numbers_broken_behind_its_dash_meets_without_a_space() -> None:
    assert seam("на 2025–", "2028 годы", NONE) == Seam(Join.NOTHING)
    assert seam("на 2025 –", "2028 годы", NONE) == Seam(Join.SPACE)
    assert seam("на 2025–", "и далее", NONE) == Seam(Join.SPACE)


def test_the_words_of_the_texts_decide() -> None:
    assert seam("руко-", "водители", Words(["встретились руководители"])) == Seam(Join.WELDED, 1)
    assert seam("давно-", "давно", Words(["это было давно-давно"])).join is Join.HYPHEN_KEPT


def test_two_words_that_stand_free_keep_the_hyphen() -> None:
    words = Words(["бизнес растёт", "новый план"])
    assert seam("бизнес-", "план", words) == Seam(Join.HYPHEN_KEPT)


def test_in_a_text_set_without_broken_words_a_hyphen_is_left_standing() -> None:
    assert seam("экстремистско-", "террористический", Words([], hyphenates=False)) == Seam(
        Join.HYPHEN_KEPT, sure=False
    )
    assert seam("экстре-", "мистский", Words([], hyphenates=True)) == Seam(Join.WELDED, 1)


def test_words_broken_at_line_ends_are_not_counted_as_words() -> None:
    words = Words(["вот руко-", "водители идут"])
    assert (words.count("руко"), words.count("водители"), words.count("идут")) == (0, 0, 1)


def test_han_and_thai_are_joined_without_a_space() -> None:
    assert seam("普遍尊重和遵行", "，因此现在", NONE) == Seam(Join.NOTHING)
    assert seam("ประเทศ", "ไทย", NONE) == Seam(Join.NOTHING)
    assert seam("한국어", "문장", NONE) == Seam(Join.SPACE)


def test_many_broken_words_show_that_words_were_broken_as_a_rule() -> None:
    assert hyphenates(["это сло-", "во и ещё од-", "но слово, а затем тре-", "тье"])
    assert not hyphenates(["экстремистско-", "террористической угрозой", "и всё"])
