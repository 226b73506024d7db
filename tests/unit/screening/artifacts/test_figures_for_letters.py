"""Figures inside words and letters inside numbers, as scanners leave them."""

from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def told(document: Document, other: Document | None = None) -> list[Finding]:
    return [f for f in screen(document, other).findings if f.kind is FindingKind.MIXED_SCRIPT]


@pytest.mark.parametrize(
    ("words", "word", "meant"),
    [
        ("Новое 3аседание и старое заседание.", "3аседание", "Заседание"),
        ("Вот ПР0ТОКОЛ собрания.", "ПР0ТОКОЛ", "ПРОТОКОЛ"),
        ("Большой г0род. Другой город.", "г0род", "город"),
        ("The c0mpany paid. A company is here.", "c0mpany", "company"),
        ("A new c1ient came. The client left.", "c1ient", "client"),
        ("Die Verwa1tung tagt. Eine Verwaltung.", "Verwa1tung", "Verwaltung"),
        ("Сумма 1О00 рублей.", "1О00", "1000"),
        ("Im Jahr 2O24 geschah es.", "2O24", "2024"),
        ("In 20l5 it began.", "20l5", "2015"),
        ("Всего 1З5 человек.", "1З5", "135"),
        ("He11o there, hello again.", "He11o", "Hello"),
        ("ПОСТАН0ВЛЕНИЕ ПРАВИТЕЛЬСТВА", "ПОСТАН0ВЛЕНИЕ", "ПОСТАНОВЛЕНИЕ"),
        ("Le gouvernement d0it payer. Il doit.", "d0it", "doit"),
        ("Сумма 250 О00 сом.", "О00", "000"),
        ("В 2О24–2О25 годах.", "2О24–2О25", "2024–2025"),
        ("Кыргыз 3аманы. Кыргыз заманы.", "3аманы", "Заманы"),
    ],
)
def test_a_figure_for_a_letter_is_told_with_what_was_meant(
    text: Text, words: str, word: str, meant: str
) -> None:
    (finding,) = told(text(words))
    assert (finding.text, finding.suggestion) == (word, meant)


def test_the_evidence_names_them(text: Text) -> None:
    (figure,) = told(text("Вот ПР0ТОКОЛ собрания."))
    assert "for a letter" in finding_reasons(figure, ENGLISH)[0]
    assert finding_reasons(figure, ENGLISH)[0].endswith(": 0.")
    (letter,) = told(text("Im Jahr 2O24 geschah es."))
    assert finding_reasons(letter, ENGLISH)[0].endswith(": O.")


@pytest.mark.parametrize(
    "words",
    [
        "5А класс, 10Б класс, 3а класс и 3б.",
        "H2O, CO2, C10H22, NH4OH, CH3COOH, Fe2O3.",
        "Деталь ABC-12О и шифр 7O3-X, код АБ10В.",
        "b2b, p2p, i18n, k8s, mp3, G20, web3, x86, Win32.",
        "Купили 3кг, 10шт и 3месяца ждали.",
        "sha1sum, md5sum, utf8mb4, log4j, base64url.",
        "1С:Предприятие, 3D-модель, 4К, 5G и 2я группа.",
        "0xFF, 10e5, 1l Milch, 5l Öl, 3x4 und 10x.",
        "Рейс SU100, номер А123ВС77, паспорт 4510О.",
        "https://example.org/c0mpany и a1b@c0m.org здесь.",
        "Das Modell A10B und die Straße B10 sowie die A1.",
        "3апреля мы ждали, после апреля нет.",
        "The value n0de1 and vm1host are names.",
        "Windows10, iPhone11 und Covid19.",
        "第3章和第10章。",
        "20Олег 10Зина",
        "Восьмеричное 0o77 и 0O17, код `2O24` и `ПР0ТОКОЛ`.",
    ],
)
def test_codes_formulas_grades_and_units_are_let_alone(text: Text, words: str) -> None:
    assert [f.text for f in told(text(words))] == []
