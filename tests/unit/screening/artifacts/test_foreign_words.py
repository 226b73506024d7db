"""Words whose letters all come from another alphabet than the text around them."""

from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def foreign(document: Document, other: Document | None = None) -> list[Finding]:
    return [f for f in screen(document, other).findings if f.kind is FindingKind.MIXED_SCRIPT]


@pytest.mark.parametrize(
    ("words", "word", "meant"),
    [
        ("Встреча c депутатами прошла.", "c", "с"),
        ("Отчёт o работе принят.", "o", "о"),
        ("Он пришёл, a она ушла.", "a", "а"),
        ("C уважением, директор.", "C", "С"),
        ("Мы были y врача.", "y", "у"),
        ("Дорога k морю закрыта.", "k", "к"),
        ("O порядке уплаты налога.", "O", "О"),
        ("Батько i мати, дід і баба.", "i", "і"),
        ("This is \u0430 test.", "\u0430", "a"),
        ("Juan \u0443 Pedro viven aquí.", "\u0443", "y"),
        ("Протокол заседания COBETA. Члены совета и главы совета.", "COBETA", "СОВЕТА"),
        ("История CCCP кончилась.", "CCCP", "СССР"),
        ("Он ушёл co двора.  Со двора слышно.", "co", "со"),
        ("Пришли Bce вместе. Все знают.", "Bce", "Все"),
        ("OOO «Ромашка» и другие ООО.", "OOO", "ООО"),
        ("A \u0441\u043e\u0440\u0430 came. The copa is here.", "\u0441\u043e\u0440\u0430", "copa"),
        ("ПРИКАЗ O НАЗНАЧЕНИИ", "O", "О"),
        ("Нова хата, a стара хата горить.", "a", "а"),
        ("Кыргызча сөз, a орусча жок.", "a", "а"),
        ("Мой дом. Ho он пуст. Но и тих.", "Ho", "Но"),
    ],
)  # fmt: skip
def test_a_word_in_the_wrong_alphabet_is_told_with_what_was_meant(
    text: Text, words: str, word: str, meant: str
) -> None:
    (finding,) = foreign(text(words))
    assert (finding.text, finding.suggestion) == (word, meant)
    assert "another alphabet" in finding_reasons(finding, ENGLISH)[0]


@pytest.mark.parametrize(
    "words",
    [
        "Сторона a равна стороне b, а угол острый.",
        "Витамин C полезен, витамин B тоже.",
        "Пункт a статьи 5 не действует.",
        "Точка A и точка B лежат рядом.",
        "Угарный газ CO опасен, и он со двора ушёл; группа OH и он.",
        "Регламент EC и решение ЕС.",
        "XX век и XIX век, глава MCM.",
        "Протокол TCP и язык HTTP, а также TCP.",
        "IT-компания, T-образный, COVID-19.",
        "Класс A автомобилей, группа B детей.",
        "Язык C используется c 1972 года, функция f и C++.",
        "Пишите на a@b.ru или https://example.org/o/c и далее.",
        "Гелий He легче воздуха. Не верь.",
        "Буква «c» и буква \"o\" в слове.",
        "MOTOP, TEXT и Windows, а мотор тут.",
        "The word \u0441\u043e\u0440 means litter; \u043c\u0443\u0441\u043e\u0440 is another word.",
        "Функция y от x, где y = 2x, растёт.",
        "Вариант A или вариант Б подойдёт.",
        "A и Б сидели на трубе.",
        "Рейтинг AAA снижен, батарейки AA.",
        "Размер XXL, модель MX и код 5A.",
        "Книга K. Marx и P. Tom издана.",
        "В Rust переменные неизменяемы. У Rust строгая типизация, а в Git её нет.",
        "Сравнивается `guess` с `secret_number`, а `expect` вернёт число.",
        "В <<ch05-distributed-git#r_public>> и в other words.",
        "Помесь Ophrys scolopax с Ophrys veenae, в cache и в arriere.",
    ],
)  # fmt: skip
def test_letters_and_words_that_are_right_are_let_alone(text: Text, words: str) -> None:
    assert [f.text for f in foreign(text(words))] == []


def test_what_the_text_has_in_its_own_letters_is_certain(text: Text) -> None:
    (sure,) = foreign(text("Протокол COBETA."), text("Протокол СОВЕТА."))
    (unsure,) = foreign(text("Протокол COBETA."))
    assert (sure.tier, unsure.tier) == (Tier.CERTAIN, Tier.SUSPECTED)
