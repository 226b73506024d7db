from collections.abc import Callable

import pytest

from sverka.model import Document, Finding, FindingKind, Tier
from sverka.screening import screen

Text = Callable[[str], Document]


def doubled(document: Document) -> list[Finding]:
    return [f for f in screen(document).findings if f.kind is FindingKind.DOUBLED_WORD]


@pytest.mark.parametrize(
    ("words", "word", "tier"),
    [
        ("Вот он он пришёл.", "он", Tier.CERTAIN),
        ("Для того, чтобы чтобы понять.", "чтобы", Tier.SUSPECTED),
        ("The the cat sat.", "The", Tier.CERTAIN),
        ("Это было в в доме.", "в", Tier.CERTAIN),
    ],
)
def test_a_word_twice_in_a_row_is_told(text: Text, words: str, word: str, tier: Tier) -> None:
    (finding,) = doubled(text(words))
    assert (finding.suggestion, finding.tier) == (word, tier)


def test_a_word_on_both_sides_of_a_line_end_is_told(text: Text) -> None:
    (finding,) = doubled(text("Вот так бывает у\nу нас на реке.\n\nДругой абзац."))
    assert finding.text == "у у"


@pytest.mark.parametrize(
    "words",
    [
        "He had had enough, and that that is here is so.",
        "Чуть-чуть, еле-еле, да да, ха ха ха.",
        "Duran Duran и Бора Бора.",
        "Слово, слово и слово. Слово.",
        "x x и 5 5.",
        "Ал бара бара өзгөрдү, күндөн күнгө жаңырды.",
        "nous nous sommes vus",
    ],
)
def test_doubling_that_is_meant_is_let_alone(text: Text, words: str) -> None:
    assert doubled(text(words)) == []
