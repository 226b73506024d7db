"""What the words, spaces and marks of a text are."""

import pytest

from sverka.differences.tokens import Tokens
from sverka.text.folding import CANONICAL

CASES = [
    ("words and spaces", "Он пришёл.", ["Он", " ", "пришёл", "."]),
    ("an initial is cut off its name", "С.Жапаров", ["С", ".", "Жапаров"]),
    ("initials are cut at full stops", "А.Б. Ив", ["А", ".", "Б", ".", " ", "Ив"]),
    ("so are abbreviations of letters", "т.е. U.S.", [*"т.е.", " ", *"U.S."]),
    ("a host name is one word", "www.a.kg", ["www.a.kg"]),
    ("decimals are one number", "3.14 и 1,5", ["3.14", " ", "и", " ", "1,5"]),
    ("an initial behind a number", "5-А.Б", ["5-А", ".", "Б"]),
    ("apostrophes are inside", "don’t l'eau", ["don’t", " ", "l'eau"]),
    ("a range is one number", "на 2023–2025 годы", ["на", " ", "2023–2025", " ", "годы"]),
    ("an ordinal is one number", "54-ое заседание", ["54-ое", " ", "заседание"]),
    ("groups of digits are one number", "1 500 000 сомов", ["1 500 000", " ", "сомов"]),
    ("a year and a number are two", "в 2024 300", ["в", " ", "2024", " ", "300"]),
    ("an ISO date is one number", "2024-05-24.", ["2024-05-24", "."]),
    ("Han is cut at every character", "汉字", ["汉", "字"]),
    ("short Katakana is a word", "カタナ", ["カタナ"]),
    ("long Katakana is cut", "カタカナデス", ["カ", "タ", "カ", "ナ", "デ", "ス"]),
    ("Thai is cut at every grapheme", "กำกับ", ["กำ", "กั", "บ"]),
    ("Hindi words are whole", "हिन्दी में", ["हिन्दी", " ", "में"]),
    ("a family is one", "👩\u200d👩\u200d👧!", ["👩\u200d👩\u200d👧", "!"]),
    ("Arabic words in logical order", "مرحبا بكم", ["مرحبا", " ", "بكم"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(
    ("text", "tokens"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert Tokens.of_each([text], CANONICAL)[0].written == tokens


def test_a_part_of_tokens_is_a_text_of_its_own() -> None:
    (tokens,) = Tokens.of_each(["Он быстро ушёл"], CANONICAL)
    part = tokens.part(2, 5)
    assert (part.text, part.written, part.starts) == (
        "быстро ушёл",
        ["быстро", " ", "ушёл"],
        [0, 6, 7, 11],
    )
    assert part.between(1, 3) == " ушёл"


def test_joined_tokens_are_the_joined_text() -> None:
    each = Tokens.of_each(["Он ушёл.", "", "Она\u00ad"], CANONICAL)
    joined = Tokens.joined(each, " ")
    assert joined.text == "Он ушёл.  Она\u00ad"
    assert "".join(joined.written) == joined.text
    assert joined.keys[-1] == "Она"
