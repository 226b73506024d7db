from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]


def mixed(document: Document, other: Document | None = None) -> list[Finding]:
    return [f for f in screen(document, other).findings if f.kind is FindingKind.MIXED_SCRIPT]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("программa", "программа"),
        ("бeзaвapийная", "безаварийная"),
        ("нeоцeнимая", "неоценимая"),
        ("неocenимая", "неоценимая"),  # o, c, e, n as a switched keyboard leaves them
        ("Mосква", "Москва"),
        ("CССР", "СССР"),
        ("кBт", "кВт"),
        ("electrоniс", "electronic"),
        ("Windоws", "Windows"),
        ("ХХI", "XXI"),
        ("Αthens", "Athens"),
        ("ɵлкө", "өлкө"),
    ],
)
def test_a_word_of_two_alphabets_is_told_with_what_was_meant(
    text: Text, word: str, meant: str
) -> None:
    (finding,) = mixed(text(f"Вот слово {word} здесь."))
    assert (finding.text, finding.suggestion, finding.tier) == (word, meant, Tier.CERTAIN)
    assert finding.place is not None
    assert (finding.place.start, finding.place.end) == (10, 10 + len(word))


@pytest.mark.parametrize(
    "words",
    [
        "IT-компания и COVID-19-инфекция",
        "α-излучение, 5 μm, 5 µm, Δt и Ωm",
        "SMSка и PDFы",
        "H2O и pH",
        "naïve Ünal Čapek",
        "Жогорку Кеңеш, өлкө, үй",
        "кофе à la carte",
        "A и Б",
    ],
)
def test_alphabets_side_by_side_are_no_mixture(text: Text, words: str) -> None:
    assert mixed(text(words)) == []


def test_a_word_of_the_other_version_is_the_first_suggestion(text: Text) -> None:
    (finding,) = mixed(text("Вот неоcенимая помощь."), text("Вот неоценимая помощь."))
    assert finding.suggestion == "неоценимая"


def test_a_mixture_nobody_can_resolve_is_only_suspected(text: Text) -> None:
    (finding,) = mixed(text("Вот Microsофт здесь."))
    assert (finding.suggestion, finding.tier) == (None, Tier.SUSPECTED)


def test_the_evidence_names_the_foreign_letters(text: Text) -> None:
    (finding,) = mixed(text("Вот бeзaвapийная работа."))
    assert finding_reasons(finding, ENGLISH)[0].endswith(": e a p.")
