from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def odd(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind is FindingKind.ODD_SPACE]


@pytest.mark.parametrize(
    ("words", "shown", "repaired"),
    [
        ("Вот два  пробела здесь.", "два  пробела", "два пробела"),
        ("Вот знак , и дальше.", "знак ,", "знак,"),
        ("Вот конец .", "конец .", "конец."),
        ("Вот так !", "так !", "так!"),
        ("Вот ( скобка) здесь.", "( скобка)", "(скобка)"),
        ("Вот раз,два здесь.", "раз,два", "раз, два"),
        ("Вот слово\u200bслово здесь.", "слово\u200bслово", "словослово"),
        ("Вот слово\u2003слово здесь.", "слово\u2003слово", "слово слово"),
        ("Вот слово\u00a0 слово здесь.", "слово\u00a0 слово", None),
        ("Вот конец.Начало здесь.", "конец.Начало", None),
        ("Вот слово\u200e здесь.", "слово\u200e", "слово"),
    ],
)
def test_odd_spaces_are_told_with_the_words_around(
    text: Text, words: str, shown: str, repaired: str | None
) -> None:
    (finding,) = odd(text(words))
    assert (finding.text, finding.suggestion) == (shown, repaired)


@pytest.mark.parametrize(
    "words",
    [
        "А.С. Пушкин, т. е. и т. п., 1,5 и 3.14.",
        "См. https://example.org/a,b и почту a.b@example.org,там всё есть.",
        "Файлы .NET и ... всё.",
        "Имя\tЦена\tСумма",
        "one     two     three",
        "№\u00a05 и 10\u00a0кг, г.\u00a0Бишкек",
        "می\u200cخواهم بروم",
        "1                     )",
        "set                   , reset",
        "1.  Inhalt und Umfang",
        "§ 5  Grundsatz der Sparsamkeit",
        "(a)  первый пункт перечня",
        "•  un point de la liste",
        "报告,并决定明年,春天继续。",
        "これは例です,次へ進む。",
        "L’esclavage est interdit ; la traite des esclaves est interdite dans les formes du lieu.",
    ],
)
def test_sound_spaces_are_let_alone(text: Text, words: str) -> None:
    assert odd(text(words)) == []


def test_a_paragraph_has_one_finding_of_a_sort(text: Text) -> None:
    (finding,) = odd(text("Вот  два  пробела  везде."))
    assert len(finding.spots) == 3
    assert "3 times" in finding_reasons(finding, ENGLISH)[1]


def test_two_spaces_after_every_sentence_are_a_habit(text: Text) -> None:
    assert odd(text("One is here.  Two is there.  Three is nowhere.  Four it is.")) == []


def test_lines_spaced_out_to_one_width_are_a_habit(text: Text, chapter: Callable[..., str]) -> None:
    spaced = [chapter(n, 3).replace(" ", "  ", 4) for n in range(4)]
    assert odd(text("\n\n".join(spaced))) == []


def test_a_gap_after_more_than_a_label_is_told(text: Text) -> None:
    (finding,) = odd(text("1. Inhalt  und Umfang"))
    assert finding.text == "Inhalt  und"


def test_what_is_so_everywhere_is_told_once(text: Text) -> None:
    (finding,) = odd(text("\n\n".join(f"Слово {n} здесь , конец." for n in range(40))))
    assert len(finding.spots) == 40
    assert "40 paragraphs" in finding_reasons(finding, ENGLISH)[-1]
