"""Characters that stand as their HTML codes in running text."""

from collections.abc import Callable

import pytest

from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen

Text = Callable[[str], Document]


def told(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind is FindingKind.BROKEN_ENCODING]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Завод &laquo;Рассвет&raquo; закрыт.", "«Рассвет»"),
        ("Он сказал &#8212; и ушёл&#8230;", "—"),
        ("Research&amp;Development grew.", "Research&Development"),
        ("5&nbsp;кг муки.", "5\u00a0кг"),
        ("Die Stra&szlig;e ist lang.", "Straße"),
        ("L&#x2019;État paie.", "L’État"),
        ("Caf&eacute; au lait.", "Café"),
        ("Tom &amp; Jerry came.", "&"),
        ("会议&ldquo;结束&rdquo;了。", "会议“结束”了。"),
        ("Она сказала: &quot;да&quot;.", '"да".'),
    ],
)
def test_an_html_code_is_told_with_its_character(text: Text, words: str, meant: str) -> None:
    finding = told(text(words))[0]
    assert finding.suggestion == meant


def test_a_paragraph_has_one_finding(text: Text) -> None:
    (finding,) = told(text("Завод &laquo;Рассвет&raquo; и&nbsp;другие."))
    assert len(finding.spots) == 3


@pytest.mark.parametrize(
    "words",
    [
        "Die Firma Müller & Co; und AT&T; gestern.",
        "Use `&nbsp;` for a fixed space.",
        "Знак «&nbsp;» в коде.",
        '<p class="a">5&nbsp;кг</p>',
        "https://example.org/?a=1&copy;=2 hier.",
        "Q&A; R&D; und &unbekannt; sowie &#0;.",
        'The sign "&lt;" is quoted.',
        "a && b; c & d;",
    ],
)  # fmt: skip
def test_what_is_meant_is_let_alone(text: Text, words: str) -> None:
    assert told(text(words)) == []


def test_a_lone_code_between_spaces_may_be_meant(text: Text) -> None:
    assert [f.tier for f in told(text("Tom &amp; Jerry came."))] == [Tier.SUSPECTED]
    assert [f.tier for f in told(text("Caf&eacute; au lait."))] == [Tier.CERTAIN]
