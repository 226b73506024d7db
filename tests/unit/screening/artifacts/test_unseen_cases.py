"""Cases written after the rules for broken words, letters, codes and sentences."""

from collections.abc import Callable

import pytest

from sverka.model import Document, FindingKind
from sverka.screening import screen

Text = Callable[[str], Document]
KINDS = (
    FindingKind.MIXED_SCRIPT,
    FindingKind.HYPHENATION,
    FindingKind.BROKEN_ENCODING,
    FindingKind.REPEATED_BLOCK,
)


@pytest.mark.parametrize(
    ("words", "other", "told"),
    [
        # foreign words
        ("Работа o доме и c людьми.", None, ["o", "c"]),
        ("Глава MBD сообщил о деле МВД.", None, []),
        ("B понедельник он уехал.", None, ["B"]),
        ("Он стоял, a дождь лил.", None, ["a"]),
        ("Постановление HATO принято, в НАТО спорят.", None, ["HATO"]),
        ("Вектор a и вектор v образуют угол.", None, []),
        ("Группа крови A или B у ребёнка.", None, []),
        ("Она жила y моря.", None, ["y"]),
        ("Цвет X и цвет Y различны.", None, []),
        ("Der Herr \u0410 und Frau B kamen.", None, ["\u0410"]),
        ("Нота C звучит долго.", None, []),
        ("Иммуноглобулин E и белок A в крови.", None, []),
        ("Київ i Львів, Одеса і Дніпро.", None, ["i"]),
        ("Трасса M4 и трасса M 5 открыты.", None, []),
        # figures
        ("Старый д0м у реки, дом стоит.", None, ["д0м"]),
        ("СОГЛАШ3НИЕ", None, ["СОГЛАШ3НИЕ"]),
        ("Счёт 40817810О00000000123 закрыт.", None, ["40817810О00000000123"]),
        ("В 199О году.", None, []),
        ("The qua1ity of quality.", None, ["qua1ity"]),
        ("Formel C6H12O6 und NaCl, Vitamin B12.", None, []),
        ("Пункт 3а и пункт 3б, дом 10А, корпус 3В.", None, []),
        ("Версия 1.0rc1, файл a0b1, шестнадцатеричное 0x3F.", None, []),
        ("Комната 1О1 свободна.", None, ["1О1"]),
        ("ГОСТ Р 50О1 принят.", None, ["50О1"]),
        # hyphens
        ("Das Vor- und Hauptverfahren ruht. Die Ge- schichte.", None, ["Ge- schichte"]),
        ("На юго- востоке, на юго-востоке.", None, ["юго- востоке"]),
        ("Il est prési- dent.", "Le président.", ["prési- dent"]),
        ("Земле- и водопользование.", None, []),
        ("Auto- oder Bahnfahrt, Bahn- bzw. Autofahrt.", None, []),
        ("De in- en uitgang.", None, []),
        ("Een over- eenkomst.", "De overeenkomst.", ["over- eenkomst"]),
        ("La ri- forma passa, la riforma.", None, ["ri- forma"]),
        # codes
        ("Цена 5&thinsp;000&nbsp;руб.", None, ["5&thinsp;000&nbsp;руб."]),
        ("M&amp;A deals", None, ["M&amp;A"]),
        ("Пишите &amp;quot; так", None, ["&amp;quot;"]),
        ("if (a &lt; b) { x = 1; y = 2; }", None, []),
        ("Vo&#223;; und Gru&#223;", None, ["Vo&#223;;"]),
        # sentences
        (
            "Стороны подписали договор аренды вчера. Цена осталась прежней."
            " Стороны подписали договор аренды вчера.",
            None,
            ["Стороны подписали договор аренды вчера."],
        ),
        ("См. главу третью этого закона ниже. См. главу третью этого кодекса ниже.", None, []),
        (
            "会议于昨日在北京召开并取得圆满成功。会议于昨日在北京召开并取得圆满成功。",
            None,
            ["会议于昨日在北京召开并取得圆满成功。"],
        ),
        ("Он сказал: нет. Он сказал: нет.", None, []),
    ],
)
def test_what_is_told_is_what_an_editor_would_mark(
    text: Text, words: str, other: str | None, told: list[str]
) -> None:
    findings = screen(text(words), text(other) if other else None).findings
    assert [finding.text for finding in findings if finding.kind in KINDS] == told
