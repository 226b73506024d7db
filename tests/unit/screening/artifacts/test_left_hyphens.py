from collections.abc import Callable

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
