"""Numbers in Kyrgyz words, from nothing to a million: read as what they say, with their endings."""

import random
from fractions import Fraction

import pytest

from sverka import compare
from sverka.differences.categories.numerals import possible_numeral
from sverka.differences.categories.quantity_values import quantities_at
from sverka.model import Category, Change
from sverka.readers import read_text

UNITS = "нөл бир эки үч төрт беш алты жети сегиз тогуз".split()
TENS = ["", *"он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон".split()]
VOWELS = {"а": "аы", "ы": "аы", "о": "оу", "у": "ау", "е": "еи", "э": "еи", "и": "еи", "ө": "өү"}
VOWELS["ү"] = "өү"
VOICELESS = frozenset("пткчшсфхц")


def below_thousand(number: int) -> list[str]:
    words = []
    if number >= 100:
        words += [*([UNITS[number // 100]] if number >= 200 else []), "жүз"]
    return [*words, *filter(None, [TENS[number // 10 % 10]]), *UNITS[number % 10 : number % 10 + 1]]


def said(number: int) -> str:
    """A number below a million in words."""
    if number == 0:
        return "нөл"
    thousands, rest = divmod(number, 1000)
    words = [*below_thousand(thousands), "миң"] if thousands else []
    return " ".join(word for word in [*words, *below_thousand(rest)] if word != "нөл")


def cases(word: str) -> list[str]:
    """The word in some cases, and as an ordinal."""
    broad, narrow = VOWELS[[c for c in word if c in VOWELS][-1]]
    ends_in_vowel = word[-1] in VOWELS
    hard = "т" if word[-1] in VOICELESS else "д"
    return [
        word + ("к" if hard == "т" else "г") + broad,
        word + hard + broad,
        word + hard + broad + "н",
        word + ("н" if ends_in_vowel else hard) + narrow + "н",
        word + ("н" if ends_in_vowel else hard) + narrow,
        word + ("" if ends_in_vowel else narrow) + "нч" + narrow,
    ]


def read(text: str) -> list[tuple[object, ...]]:
    return [q.readings for q in quantities_at(text, 0, len(text), possible=True)]


def changes(old: str, new: str) -> tuple[Change, ...]:
    return compare(read_text(old, "old.txt"), read_text(new, "new.txt")).changes


def test_every_number_below_a_thousand_and_some_beyond_says_its_value() -> None:
    beyond = random.Random(7).sample(range(1000, 10**6), 2000)
    wrong = {n for n in [*range(1000), *beyond] if read(said(n)) != [(Fraction(n),)]}
    assert wrong == set()


def test_an_ending_leaves_the_value() -> None:
    words = [*UNITS[2:], *TENS[1:], "жүз"]
    wrong = [form for word in words for form in cases(word) if not possible_numeral(form)]
    assert wrong == []
    assert all(
        possible_numeral(form) == possible_numeral(word) for word in words for form in cases(word)
    )


@pytest.mark.parametrize("word", ["үчүн", "алтын", "алтында", "бирок", "бирге", "жүзү", "онлайн"])
def test_words_that_begin_like_a_number_are_none(word: str) -> None:
    assert possible_numeral(word) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("үч жүз", "үч жүз он"),
        ("беш", "он беш"),
        ("эки миң", "эки миң жүз"),
        ("алты жүз токсон", "алты жүз"),
        ("он бир", "он эки"),
        ("миң тогуз жүз он", "миң тогуз жүз"),
        ("кырк", "кырк бир"),
        ("жети жүз", "жети жүз он бир"),
    ],
)
def test_a_word_that_came_to_a_number_changed_it(old: str, new: str) -> None:
    frame = "Жыйында {} киши болду."
    for before, after in ((old, new), (new, old)):
        found = changes(frame.format(before), frame.format(after))
        assert [change.categories for change in found] == [(Category.NUMBER,)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Пришёл вчера вечером домой.", "Пришёл он вчера вечером домой."),
        ("Анын көрүнүшү жакшы экен.", "Анын жүз көрүнүшү жакшы экен."),
    ],
)
def test_such_a_word_without_a_number_beside_it_is_a_word(old: str, new: str) -> None:
    (change,) = changes(old, new)
    assert Category.NUMBER not in change.categories
