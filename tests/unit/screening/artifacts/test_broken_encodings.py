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


SHORT = ["Привет", "Приказ", "Приложение 2", "Общие положения", "Введение", "Договор аренды"]


@pytest.mark.parametrize("line", SHORT)
@pytest.mark.parametrize(
    ("real", "read"),
    [("cp1251", "cp1252"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r"), ("koi8-r", "cp1252")],
)
def test_a_short_line_is_told_where_the_text_around_it_was_misread_too(
    text: Text, line: str, real: str, read: str
) -> None:
    wrong = f"{line}\n\n{SAID}".encode(real).decode(read, "replace")
    assert [finding.suggestion for finding in broken(text(wrong))] == [line, SAID]


@pytest.mark.parametrize("line", SHORT)
@pytest.mark.parametrize(
    ("real", "read"),
    [("cp1251", "cp1252"), ("koi8-r", "cp1251"), ("cp1251", "koi8-r"), ("koi8-r", "cp1252")],
)
def test_a_short_line_is_told_where_the_other_version_has_it(
    text: Text, line: str, real: str, read: str
) -> None:
    document = text(line.encode(real).decode(read, "replace"))
    found = screen(document, text(f"{line}. {SAID}")).findings
    assert [f.suggestion for f in found if f.kind is FindingKind.BROKEN_ENCODING] == [line]


@pytest.mark.parametrize(
    ("real", "read"), [("koi8-r", "cp1251"), ("koi8-r", "cp1252"), ("cp1251", "koi8-r")]
)
def test_koi8_is_put_right_in_small_letters_and_capitals(text: Text, real: str, read: str) -> None:
    for said in ("совет утвердил смету на год", "СОВЕТ УТВЕРДИЛ СМЕТУ НА ГОД"):
        document = text(said.encode(real).decode(read, "replace"))
        found = screen(document, text("Совет утвердил смету на год.")).findings
        assert [f.suggestion for f in found if f.kind is FindingKind.BROKEN_ENCODING] == [said]


@pytest.mark.parametrize("words", ["пРИВЕТ", "вВЕДЕНИЕ", "iPHONE", "Ærøskøbing", "РТЙ", "Éàèù"])
def test_a_short_sound_line_is_let_alone(text: Text, words: str) -> None:
    assert broken(text(words)) == []


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
