"""Words are counted as a reader counts them."""

import pytest

from sverka.text.words import word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— … «»", 0),
        ("Он сказал: «кто-то», don’t и 3.14.", 6),
        ("a\u2011b c\u2010d", 2),
        ("汉字，一共六个字。", 7),
        ("平成30年のカタカナ", 9),
        ("Windows 系统", 3),
        ("हिन्दी में", 2),
        ("за\u0301мок co\u00adop", 2),
        ("مَرْحَبًا بكم", 2),
        ("한국어 사람", 2),
        ("ไทย", 3),
    ],
)
def test_a_text_has_so_many_words(text: str, count: int) -> None:
    assert word_count(text) == count


def test_a_page_of_chinese_has_as_many_words_as_characters() -> None:
    page = "会议决定，进一步加强合作。" * 40
    assert word_count(page) == 11 * 40
