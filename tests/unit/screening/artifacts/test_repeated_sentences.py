"""Sentences that stand twice in one paragraph."""

from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def told(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind is FindingKind.REPEATED_BLOCK]


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("Совет утвердил смету на будущий год.", "Потом все ушли."),
        ("The council approved the budget for next year.", "Then they left."),
        ("Der Rat hat den Haushalt für das Jahr beschlossen!", "Danach gingen alle."),
        ("Le conseil a approuvé le budget de l'année.", "Puis il est parti."),
        ("委员会昨天讨论了城市交通的报告并通过决议。", "然后大家离开了。"),
        ("Кеңеш келерки жылдын бюджетин бекитти.", "Анан баары кетишти."),
        ("El consejo aprobó el presupuesto del año?", "Luego se fueron."),
        ("Рада затвердила кошторис на наступний рік…", "Потім усі пішли."),
    ],
)
def test_a_sentence_twice_in_a_paragraph_is_told_at_its_second_place(
    text: Text, sentence: str, other: str
) -> None:
    gap = "" if sentence[-1] == "。" else " "
    beside = gap.join([other, sentence, sentence, other])
    (finding,) = told(text(beside))
    assert (finding.text, finding.tier) == (sentence, Tier.CERTAIN)
    assert finding.place is not None
    assert finding.place.start == len(other) + len(sentence) + 2 * len(gap)
    apart = gap.join([sentence, other, sentence])
    (finding,) = told(text(apart))
    assert (finding.text, finding.tier) == (sentence, Tier.SUSPECTED)
    assert "sentence" in finding_reasons(finding, ENGLISH)[0]


@pytest.mark.parametrize(
    "words",
    [
        "Да, конечно. Да, конечно. Он кивнул.",
        "Nie wieder! Nie wieder! Nie wieder!",
        "См. ст. 5 закона. См. ст. 6 закона. См. ст. 5 кодекса.",
        "Der Rat beschloss den Haushalt für 2024. Der Rat beschloss den Haushalt für 2025.",
        "Go. Stop. Go. Stop.",
        "Vor dem 31. Dezember 1995 und vor dem 1. Mai. Am 30. Dezember 1995 und vor dem 1. Juni.",
        "Die Richtlinie nach Satz 1 Nr. 2 gilt. Die Richtlinie nach Satz 1 Nr. 3 gilt nicht.",
        "Господи, помилуй. Господи, помилуй. Господи, помилуй.",
        "The price is 5.50 and 5.50. The price is low.",
        "好的。好的。他点头。",
    ],
)  # fmt: skip
def test_short_and_different_sentences_are_let_alone(text: Text, words: str) -> None:
    assert told(text(words)) == []
