from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]
SAID = "Привет, мир! Кыргызстан и соседи подписали договор."


def broken(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind is FindingKind.BROKEN_ENCODING]


@pytest.mark.parametrize(
    ("real", "read"),
    [
        ("utf-8", "cp1251"),
        ("utf-8", "cp866"),
        ("utf-8", "latin-1"),
        ("cp1251", "cp1252"),
        ("cp1251", "koi8-r"),
        ("koi8-r", "cp1251"),
        ("cp866", "cp1251"),
    ],
)
def test_text_read_in_the_wrong_encoding_is_told_with_what_it_says(
    text: Text, real: str, read: str
) -> None:
    wrong = SAID.encode(real).decode(read, "replace")
    (finding,) = broken(text(wrong))
    assert finding.suggestion == SAID
    assert finding.tier is Tier.CERTAIN


def test_single_words_are_put_right_in_their_places(text: Text) -> None:
    (finding,) = broken(text("Es war GrÃ¶ÃŸe im Spiel."))
    assert (finding.text, finding.suggestion) == ("GrÃ¶ÃŸe", "Größe")


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "РСФСР, СССР и ГОСТ Р",
        "È già là, París, Ærø, naïve",
        "«Я», и… п» — Её «Ё»…",
        "São Paulo, Ñandú, Ð, Œuvre",
        "ПРИКАЗ О НАЗНАЧЕНИИ",
        "iPhone и eBay, рН и мВт",
        "Η Ελλάδα και η Κύπρος",
        "Київ, їжак, ґанок",
    ],
)
def test_sound_text_is_let_alone(text: Text, words: str) -> None:
    assert broken(text(words)) == []


def test_lost_letters_are_counted(text: Text) -> None:
    findings = screen(text("Вот пр\ufffd\ufffdет и м\ufffdр.")).findings
    (finding,) = [f for f in findings if f.kind is FindingKind.REPLACEMENT_CHARACTER]
    assert "3 letters" in finding_reasons(finding, ENGLISH)[0]
    assert len(finding.spots) == 2


def test_words_of_question_marks_are_suspected(text: Text) -> None:
    findings = screen(text("Вот ?????? ???? ??.")).findings
    (finding,) = [f for f in findings if f.kind is FindingKind.REPLACEMENT_CHARACTER]
    assert finding.tier is Tier.SUSPECTED
    assert not screen(text("Что???")).findings
