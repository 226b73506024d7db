from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Decision, Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def told(document: Document, other: Document | None = None) -> list[Finding]:
    return [f for f in screen(document, other).findings if f.kind is FindingKind.HYPHENATION]


def test_a_word_broken_inside_a_line_is_told_by_the_words_of_both_versions(text: Text) -> None:
    (finding,) = told(text("Встреча с руково- дителями была."), text("Все руководителями стали."))
    assert (finding.text, finding.suggestion) == ("руково- дителями", "руководителями")
    assert (finding.tier, finding.decision) == (Tier.CERTAIN, Decision.KEPT)


def test_a_hyphen_that_waits_for_its_word_is_none(text: Text) -> None:
    assert told(text("Двух- и трёхэтажные дома, Vor- und Nachteile.")) == []


WHOLE = [
    ("Новое предло- жение поступило.", "предло- жение", "предложение"),
    ("The exam- ple stands here.", "exam- ple", "example"),
    ("Die Ver- waltung tagt.", "Ver- waltung", "Verwaltung"),
    ("Le gou- vernement a répondu.", "gou- vernement", "gouvernement"),
    ("El conve- nio fue firmado.", "conve- nio", "convenio"),
    ("Келишим- ди кабыл алышты.", "Келишим- ди", "Келишимди"),
    ("Нова поста- нова набула чинності.", "поста- нова", "постанова"),
    ("Η συμ- φωνία υπογράφηκε.", "συμ- φωνία", "συμφωνία"),
    ("O acor\u00ac do foi assinado.", "acor\u00ac do", "acordo"),
    ("Весен\u2010 ний ветер.", "Весен\u2010 ний", "Весенний"),
]


@pytest.mark.parametrize(("words", "broken", "whole"), WHOLE)
def test_a_broken_word_neither_version_has_whole_is_suspected(
    text: Text, words: str, broken: str, whole: str
) -> None:
    (finding,) = told(text(words))
    assert (finding.text, finding.suggestion) == (broken, whole)
    assert finding.tier is Tier.SUSPECTED


@pytest.mark.parametrize(("words", "broken", "whole"), WHOLE)
def test_and_is_certain_where_the_other_version_has_it(
    text: Text, words: str, broken: str, whole: str
) -> None:
    (finding,) = told(text(words), text(words.replace(broken, whole)))
    assert (finding.suggestion, finding.tier) == (whole, Tier.CERTAIN)


@pytest.mark.parametrize(
    "words",
    [
        "Der vor- und nachmittags, ein- bis zweimal, Kinder- sowie Jugendhilfe.",
        "Пред- и послевоенный, одно- или двухэтажный, до- та післявоєнний.",
        "Pre- and post-war, input- or output-side.",
        "Pré- et post-production, micro- ou macro-économie.",
        "Voor- en nadelen, in- of uitvoer.",
        "För- och nackdelar. Det var regn och sol.",
        "Ala- ja yläkoulu. Hän ja minä.",
        "Cztero- oraz pięciopiętrowy. Dom oraz ogród.",
        "Auto- oder Bahnfahrt, Bahn- bzw. Autofahrt.",
        "Be- és kilépés. Ő és én.",
        "Dvou- a tříletý, jedno- nebo dvouletý nebo delší.",
        "Он пришёл- и сразу ушёл. Столица- город. Эта столица и этот город.",
        "Der US- amerikanische Vertrag und US-amerikanische Recht.",
    ],
)
def test_a_hanging_hyphen_in_any_language_is_none(text: Text, words: str) -> None:
    assert [f.suggestion for f in told(text(words)) if "-" not in (f.suggestion or "")] == []


def test_a_compound_broken_behind_its_hyphen_keeps_it(text: Text) -> None:
    (finding,) = told(text("Северо- западный ветер. Дует северо-западный ветер."))
    assert (finding.suggestion, finding.tier) == ("Северо-западный", Tier.CERTAIN)


@pytest.mark.parametrize(
    ("words", "suggestions"),
    [
        ("Новое предло-жение и второе предложение.", ["предложение"]),
        ("Das ist die Verwal-tung, denn jede Verwaltung zahlt.", ["Verwaltung"]),
        ("The govern-ment and every government.", ["government"]),
        ("We re-sign and then resign. A sign of it.", []),
        ("Кое-кто пришёл по-русски, и тот-то тоже.", []),
        ("A well-known co-operation, a cooperation.", []),
        ("Во-первых, всё-таки, из-за, бизнес-план.", []),
        ("Die E-Mail und Email, der Online-Kurs und onlinekurs.", []),
    ],
)
def test_a_hyphen_without_its_space_is_told_only_where_the_whole_word_stands(
    text: Text, words: str, suggestions: list[str]
) -> None:
    assert [finding.suggestion for finding in told(text(words))] == suggestions


def test_soft_hyphens_are_told_once_a_paragraph_and_stay(text: Text) -> None:
    document = text("Уп\u00adрав\u00adление и ка\u00adпитаны.")
    (finding,) = told(document)
    assert len(finding.spots) == 3
    assert finding.suggestion == "Управление"
    assert "\u00ad" in screen(document).paragraphs[0].text


def test_many_broken_words_are_one_finding(text: Text) -> None:
    words = "управление навигация капитаны пароходы расписание пристани".split()
    lines = [
        f"и тогда они говорили про то и это, и снова {words[k % 6]} и вот {words[k % 6][:4]}-"
        if k % 2 == 0
        else f"{words[(k - 1) % 6][4:]} и ещё раз про то и это до самого вечера и до утра они так"
        for k in range(40)
    ]
    (finding,) = told(text("\n".join(lines)))
    assert len(finding.spots) == 20
    assert "20 words" in finding_reasons(finding, ENGLISH)[0]
    assert finding.decision is Decision.REMOVED


def test_a_compound_at_a_line_end_stays_and_is_suspected(text: Text) -> None:
    lines = [
        "Совет является одной из важных структур по борьбе с экстремистско-",
        "террористической угрозой, которая принимает всё большие масштабы и",
        "требует ответа от всех государств, участвующих в этой работе.",
    ]
    document = text("\n".join(lines))
    assert "экстремистско-террористической" in screen(document).paragraphs[0].text
    (finding,) = told(document)
    assert (finding.tier, finding.decision) == (Tier.SUSPECTED, Decision.KEPT)
