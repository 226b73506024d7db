"""What stands where a page turns: footnotes, broken words, Roman numbers, headers misread."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sverka import compare, screen
from sverka.model import Decision, Document, Part, Screening

Text = Callable[[str], Document]

FOOTNOTES = {
    "en": (
        "The committee was told that the wall along the northern side of the harbour and the",
        "1 Minutes of the meeting held in March.",
        "steps beside it had been repaired before the winter, and that nothing was owed.",
    ),
    "de": (
        "Der Ausschuss erfuhr, dass die Mauer an der nördlichen Seite des alten Hafens und die",
        "* Bericht des Baumeisters vom letzten Jahr.",
        "daneben liegende Treppe vor dem Winter ausgebessert worden seien.",
    ),
    "ru": (
        "Комиссии сообщили, что стена вдоль северной стороны старой гавани и лестница, которая",
        "3) См. отчёт смотрителя за прошлый год.",
        "находится рядом с ней, были починены ещё до наступления зимы.",
    ),
    "ky": (
        "Комиссияга эски кемелер токтоочу жайдын түндүк тарабындагы дубал жана анын жанындагы",
        "¹ Көзөмөлчүнүн былтыркы отчёту.",
        "тепкич кышка чейин оңдолуп бүткөнү жөнүндө маалымат берилди.",
    ),
    "fr": (
        "Le comité apprit que le mur le long du côté nord du vieux port et que les marches qui",
        "† Voir le rapport du surveillant, page 4.",
        "se trouvent à côté avaient été réparés avant l'hiver et que rien n'était dû.",
    ),
}


def removed(screening: Screening) -> list[str]:
    furniture = [finding for finding in screening.findings if finding.kind.is_furniture]
    return [finding.text for finding in furniture if finding.decision is Decision.REMOVED]


@pytest.mark.parametrize("language", FOOTNOTES)
def test_a_footnote_stays_as_a_note_behind_the_paragraph_it_stood_in(
    text: Text, language: str
) -> None:
    before, note, after = FOOTNOTES[language]
    turn = "\n14\nAM ALTEN HAFEN\n"
    plain = f"{before}\n{after}"
    screening = screen(text(f"{before}\n{note}{turn}{after}"), text(plain))
    assert [p.text for p in screening.paragraphs] == [f"{before} {after}", note]
    assert [p.part for p in screening.paragraphs] == [Part.BODY, Part.FOOTNOTE]
    assert "\n".join(removed(screening)) == "14\nAM ALTEN HAFEN"


@pytest.mark.parametrize("language", FOOTNOTES)
def test_an_item_of_a_list_before_a_heading_is_no_footnote(text: Text, language: str) -> None:
    before, note, after = FOOTNOTES[language]
    capital = after[0].upper() + after[1:]
    listed = f"{before} rest.\n{note}\n14\nAM ALTEN HAFEN\n{capital}"
    screening = screen(text(listed), text(listed))
    assert {paragraph.part for paragraph in screening.paragraphs} == {Part.BODY}


@pytest.mark.parametrize(
    ("header", "misread"),
    [
        ("ПРОТОКОЛ ЗАСЕДАНИЯ", "ПPOTOKOЛ 3АСЕДАНИЯ"),
        ("ОТЧЁТ СМОТРИТЕЛЯ МАЯКА", "OTЧЁT CMOTPИTEЛЯ MAЯКA"),
        ("Книга о мосте и воде", "Книга o мocтe и вoдe"),
        ("КӨПҮРӨ ЖӨНҮНДӨ КИТЕП", "KӨПҮPӨ ЖӨНҮHДӨ KИTEП"),
    ],
)
def test_latin_letters_in_a_header_do_not_hide_it(
    text: Text, pages: Callable[[Sequence[str]], str], header: str, misread: str
) -> None:
    turns = [header, misread, header, misread]
    assert removed(screen(text(pages(turns)))) == turns


def test_a_word_that_a_header_breaks_is_put_together(text: Text) -> None:
    printed = (
        "Новую дорогу к пристани утвердили единогласно, но после обсуждения это предло-\n"
        "Книга о мосте и воде\n"
        "жение отложили до весны, а смету вернули на доработку.\n"
        "Казначей напомнил, что предложение и строительство обещаны ещё осенью, деньги лежат\n"
        "в банке, а подрядчик готов начать работу, как только сойдёт лёд и откроются дороги.\n"
        "Старый маяк решили не сносить, хотя многие из присутствовавших высказались за стро-\n"
        "Книга о мосте и воде\n"
        "ительство нового на другом берегу залива.\n"
    )
    plain = printed.replace("Книга о мосте и воде\n", "")
    for other in (None, text(plain)):
        screening = screen(text(printed), other)
        together = " ".join(paragraph.text for paragraph in screening.paragraphs)
        assert "это предложение отложили" in together
        assert "за строительство нового" in together
        assert removed(screening) == ["Книга о мосте и воде"] * 2


@pytest.mark.parametrize("numbers", [("ii", "iii", "iv"), ("xiv", "xv", "xvi"), ("IX", "X", "XI")])
def test_roman_page_numbers_that_count_are_set_aside(
    text: Text, pages: Callable[[Sequence[str]], str], numbers: tuple[str, ...]
) -> None:
    assert removed(screen(text(pages(numbers)))) == list(numbers)


@pytest.mark.parametrize("numbers", [("ii", "vi", "ix"), ("xv", "xv", "xv")])
def test_roman_numbers_that_do_not_count_stay(
    text: Text, pages: Callable[[Sequence[str]], str], numbers: tuple[str, ...]
) -> None:
    assert removed(screen(text(pages(numbers)))) == []


def test_a_sentence_put_together_in_one_version_is_in_the_other_as_well(tmp_path: Path) -> None:
    pages = (
        "С основным докладом о ремонте набережной выступил по поручению совета министр\n"
        "Протокол заседания\n"
        "Токтогулов, который сообщил о ходе работ и о новых сроках.\n"
        "Депутаты задали вопросы о смете и о порядке закупки материалов для причала.\n"
        "Ответ на них подготовит отдел, которым уже второй год руководит господин\n"
        "Протокол заседания\n"
        "Асанов, и он же представит его на следующем заседании совета.\n"
    )
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(pages, "utf8")
    new.write_text(pages.replace("Протокол заседания\n", ""), "utf8")
    comparison = compare(old, new)
    assert comparison.changes == ()
    together = [p.text for p in comparison.new.screening.paragraphs]
    assert any("министр Токтогулов" in paragraph for paragraph in together)
