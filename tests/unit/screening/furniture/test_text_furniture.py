"""Page furniture in text without pages."""

import textwrap
from collections.abc import Callable

import pytest

from sverka.language import ENGLISH
from sverka.model import Decision, Document, Finding, FindingKind, Tier
from sverka.screening import screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]

TITLE = "Начальник управления Т. Вереснин  \nвстретился с капитанами судов"
BODY = (
    "Сегодня в управлении прошла встреча с капитанами, на которой говорили о\n"
    "весенней навигации, о ремонте пристаней и о том, как изменится за этот\n"
    "год расписание пароходов, идущих вверх по реке до самых верховьев, где"
)
REST = (
    "лёд сходит на две недели позже. Капитаны просили поставить новые бакены\n"
    "у переката, и управление обещало сделать это до первого мая."
)
RELEASE = f"{TITLE}\n\n{BODY}\n\n{TITLE}\n\n{REST}\n"


def furniture(document: Document, other: Document | None = None) -> list[Finding]:
    return [f for f in screen(document, other).findings if f.kind.is_furniture]


def removed(document: Document, other: Document | None = None) -> list[Finding]:
    return [f for f in furniture(document, other) if f.decision is Decision.REMOVED]


def test_a_title_that_comes_again_in_a_sentence_is_a_header_and_the_title_stays(
    text: Text,
) -> None:
    screening = screen(text(RELEASE))
    (header,) = [f for f in screening.findings if f.kind.is_furniture]
    assert header.kind is FindingKind.RUNNING_HEADER
    assert (header.tier, header.decision) == (Tier.CERTAIN, Decision.REMOVED)
    assert header.lines == (8, 9)
    assert header.text == TITLE.replace("  \n", "\n")
    assert screening.paragraphs[0].text == TITLE.replace("  \n", " ")
    assert len(screening.paragraphs) == 2


@pytest.mark.parametrize(
    "above", ["Не публиковать до вторника", "Не публиковать до вторника\n\nЛугозёрск, 4 мая"]
)
def test_the_title_stays_also_under_a_few_words(text: Text, above: str) -> None:
    screening = screen(text(f"{above}\n\n{RELEASE}"))
    (header,) = [f for f in screening.findings if f.kind.is_furniture]
    assert header.text == TITLE.replace("  \n", "\n")
    assert header.lines[0] > 8
    assert TITLE.replace("  \n", " ") in [p.text for p in screening.paragraphs]


def test_a_title_far_below_stays_where_the_other_version_goes_on_with_it(text: Text) -> None:
    above = "\n\n".join(f"Сообщение номер {k} управления о погоде на реке." for k in range(9))
    other = text(f"{TITLE}\n\n{BODY}\n{REST}\n")
    found = removed(text(f"{above}\n\n{RELEASE}"), other)
    assert [f.lines[0] for f in found] == [26]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("верховьев, где вода", "спадает на две недели позже."),
        ("the strait in weather when", "nobody else sails, and the keepers said so."),
        ("суу кеч эрийт жана ал жерде", "жаңы белгилер керек, деп айтышты кемечилер."),
    ],
)
def test_a_header_past_a_short_line_is_told_by_the_other_version_and_a_small_letter(
    text: Text, before: str, after: str
) -> None:
    said = f"{BODY.rpartition(chr(10))[0]}\n{before}"
    release = text(f"{TITLE}\n\n{said}\n\n{TITLE}\n\n{after}\n")
    assert len(removed(release, text(f"{TITLE}\n\n{said}\n{after}\n"))) == 1
    # Where it begins another paragraph there, the header may have stood before that.
    assert removed(release, text(f"{TITLE}\n\n{said}\n\n{after}\n")) == []


def test_the_sentence_is_rejoined_and_named_in_the_evidence(text: Text) -> None:
    screening = screen(text(RELEASE))
    assert "до самых верховьев, где лёд сходит" in screening.paragraphs[1].text
    (header,) = [f for f in screening.findings if f.kind.is_furniture]
    reasons = finding_reasons(header, ENGLISH)
    assert any("верховьев, где | лёд сходит" in sentence for sentence in reasons)
    assert any("lines 1–2" in sentence and "lines 8–9" in sentence for sentence in reasons)
    assert header.place is not None
    assert header.place.paragraph == 1
    assert screening.paragraphs[1].text[: header.place.start].endswith("верховьев, где ")
    assert header.place.start == header.place.end


Pages = Callable[..., str]
HEAD = "Лугозерское водное управление"


@pytest.mark.parametrize("number", ["{n}", "- {n} -", "Стр. {n}", "Страница {n} из 9", "{n}-бет"])
def test_headers_with_page_numbers_are_found_on_every_page(
    text: Text, pages: Pages, number: str
) -> None:
    document = text(pages([f"{HEAD}\n{number.format(n=n)}" for n in range(2, 6)]))
    kinds = [f.kind for f in removed(document)]
    assert kinds.count(FindingKind.RUNNING_HEADER) == 4
    assert kinds.count(FindingKind.PAGE_NUMBER) == 4


def test_a_counter_inside_the_header_is_no_hindrance(text: Text, pages: Pages) -> None:
    document = text(pages([f"{HEAD} {n}" for n in range(2, 6)]))
    assert [f.text for f in removed(document)] == [f"{HEAD} {n}" for n in range(2, 6)]


def test_a_misread_header_is_one_of_them(text: Text, pages: Pages) -> None:
    misread = HEAD.replace("зер", "зср")
    document = text(pages([HEAD, HEAD, misread, HEAD, HEAD]))
    assert [f.text for f in removed(document)] == [HEAD, HEAD, misread, HEAD, HEAD]


def test_page_numbers_alone_are_found_by_their_count(text: Text, pages: Pages) -> None:
    found = removed(text(pages([str(n) for n in range(2, 8)])))
    assert [f.text for f in found] == ["2", "3", "4", "5", "6", "7"]
    assert {f.kind for f in found} == {FindingKind.PAGE_NUMBER}


def test_the_number_that_ends_the_text_goes_on_the_others(text: Text, pages: Pages) -> None:
    book = pages([f"{HEAD}\n{n}" for n in range(2, 6)])
    assert removed(text(f"{book}\n6"))[-1].text == "6"
    assert removed(text(f"{book}\n9"))[-1].text == "5"


def test_chapter_numbers_between_paragraphs_stay(text: Text, chapter: Pages) -> None:
    assert removed(text("\n".join(f"{n}\n{chapter(n)}" for n in range(1, 12)))) == []


def test_chapter_headings_that_change_are_found_by_their_page_numbers(
    text: Text, pages: Pages
) -> None:
    heads = ["2 Начало", "3 Начало", "4 Середина пути", "5 Середина пути", "6 Конец", "7 Конец"]
    assert [f.text for f in removed(text(pages(heads)))] == heads


def test_the_line_before_the_page_turns_is_a_footer(text: Text, pages: Pages) -> None:
    found = removed(text(pages([f"{HEAD} {n}\n\fПриказ об охране вод" for n in range(2, 7)])))
    assert [f.kind for f in found[:2]] == [FindingKind.RUNNING_FOOTER, FindingKind.RUNNING_HEADER]


def test_a_named_page_number_that_stands_once_is_suspected(text: Text) -> None:
    found = removed(text(f"{BODY}\nЛугозерское управление\nСтр. 2\n{REST}"))
    assert [f.text for f in found] == ["Лугозерское управление", "Стр. 2"]
    assert {f.tier for f in found} == {Tier.SUSPECTED}


def test_a_line_that_stands_once_is_suspected_only_where_the_other_version_reads_on(
    text: Text,
) -> None:
    document = text(f"{BODY}\nЛугозерское управление\n{REST}")
    assert furniture(document) == []
    (header,) = removed(document, text(f"{BODY}\n{REST}"))
    assert header.tier is Tier.SUSPECTED
    assert any("other version" in sentence for sentence in finding_reasons(header, ENGLISH))


def test_words_that_stand_elsewhere_too_bear_no_witness(text: Text) -> None:
    rest = "и пристаней, а потом и бакенов, которые управление ставит на всей реке."
    title = "Устав управления и охраны судов"
    lines = ["Порядок", f"Сначала говорили про управление и охраны судов\n{rest}"]
    document = text("\n\n".join([title, *lines, BODY, REST]))
    other = text("\n\n".join([title, *lines, f"{BODY}\n{REST}"]).replace("судов\nи", "судов и"))
    assert removed(document, other) == []


def test_a_new_paragraph_between_others_is_no_header(text: Text) -> None:
    added = "Пароходство «Лугозерье» провело проверку"
    new = text(f"{BODY}\n{REST}\n\n{added}\n\n{BODY}\n{REST}\n\n{added}\n\n{REST}")
    old = text(f"{BODY}\n{REST}\n\n{BODY}\n{REST}\n\n{REST}")
    assert removed(new, old) == []


def test_the_page_header_of_the_other_version_is_a_seed(
    text: Text, docx: Callable[..., Document]
) -> None:
    document = text(f"{BODY}\nЛугозерское управление\n{REST}")
    edited = docx("Совсем другой текст.", headers=["Лугозерское управление"])
    (header,) = removed(document, edited)
    assert any("page header" in sentence for sentence in finding_reasons(header, ENGLISH))


def test_furniture_pasted_into_a_docx_is_found(docx: Callable[..., Document]) -> None:
    body, rest = BODY.replace("\n", " "), REST.replace("\n", " ")
    document = docx("Лугозерское управление", body, "Лугозерское управление", rest)
    whole = docx("Лугозерское управление", f"{body} {rest}")
    screening = screen(document, whole)
    assert [f.decision for f in screening.findings if f.kind.is_furniture] == [Decision.REMOVED]
    assert f"{body} {rest}" in [p.text for p in screening.paragraphs]


def test_a_title_named_once_in_a_sentence_is_only_suspected(docx: Callable[..., Document]) -> None:
    body, rest = BODY.replace("\n", " "), REST.replace("\n", " ")
    document = docx("Лугозерское управление", body, "Лугозерское управление", rest)
    assert [f.decision for f in furniture(document)] == [Decision.KEPT]


def test_a_form_feed_marks_the_edge_of_a_page(text: Text, chapter: Pages) -> None:
    document = text("\n".join(f"\f{HEAD}\n{chapter(n)}" for n in range(1, 13)))
    assert [f.lines for f in removed(document)] == [(n,) for n in range(3, 25, 2)]


NEGATIVES = {
    "a refrain": "\n\n".join(
        f"{verse}\nОй ты, степь широкая, степь раздольная,\nОй ты, Волга-матушка, Волга вольная."
        for verse in ("Над рекою стелется туман,", "Пролетели годы, как один,", "Возвратись,")
    ),
    "clauses": "\n".join(
        f"Статья {n}. Обязанности\nСторона обязана передать товар в срок.\n"
        "Стороны освобождаются от ответственности при наличии обстоятельств."
        for n in range(5, 9)
    ),
    "speakers": "\n".join(
        f"Вопрос:\nКогда вы узнали о собрании номер {n}?\nОтвет:\nУзнал накануне вечером"
        for n in range(5)
    ),
    "a play": "\n".join(
        "HAMLET\nTo be, or not to be, that is the question\nHORATIO\nwhether it is nobler in mind"
        for _ in range(5)
    ),
    "table heads": "\n".join(
        f"Таблица {n}\nНаименование\nКоличество\nЦена\n"
        + "\n".join(f"{k}\nТовар\n{k * 7}" for k in range(6))
        for n in range(1, 5)
    ),
    "lists": "\n".join(
        f"Требования\n- опыт работы\n- знание языков\nУсловия\n- оклад {n}0000" for n in range(5)
    ),
    "formulas of resolutions": "\n".join(
        f"Совет глав правительств,\nрассмотрев вопрос {n},\nрешил:\nПринять доклад.\n"
        "Настоящее Решение вступает в силу со дня его подписания."
        for n in range(4)
    ),
    "questions of an exam": "\n".join(
        f"Вопрос {n} из 20\nКакой город является столицей\nа) Бишкек\nб) Ош\nПравильный ответ: а"
        for n in range(1, 20)
    ),
    "addresses": "\n\n".join(
        f"ООО «Ромашка»\nг. Бишкек\nул. Советская, {n}\nтел. 0312 55-5{n}-00" for n in range(1, 8)
    ),
    "definitions": "\n".join(
        f"Definition {n}\nSei X ein topologischer Raum. " + "Dann gilt das Folgende. " * n
        for n in range(1, 15)
    ),
}


@pytest.mark.parametrize("name", NEGATIVES)
def test_repeats_that_belong_to_the_text_raise_no_alarm(text: Text, name: str) -> None:
    assert removed(text(NEGATIVES[name])) == []


@pytest.mark.parametrize("name", NEGATIVES)
def test_nor_do_they_against_an_edited_copy(text: Text, name: str) -> None:
    lines = NEGATIVES[name].split("\n")
    for at in range(0, len(lines), max(1, len(lines) // 12)):
        shorter = "\n".join(lines[:at] + lines[at + 1 :])
        words = lines[at].split()
        reworded = "\n".join([*lines[:at], " ".join([*words[:-1], "иначе"]), *lines[at + 1 :]])
        for edited in (shorter, reworded):
            assert removed(text(NEGATIVES[name]), text(edited)) == []
            assert removed(text(edited), text(NEGATIVES[name])) == []


def test_wrapped_prose_that_happens_to_repeat_a_line_is_left_alone(
    text: Text, pages: Pages
) -> None:
    lines = pages([HEAD]).split("\n")
    repeated = next(line for line in lines[3:] if line[0].isupper() and len(line) > 60)
    document = text(pages([repeated, repeated, repeated]))
    assert removed(document) == []


def test_the_address_of_a_figure_under_its_caption_is_of_the_text(
    text: Text, chapter: Callable[..., str]
) -> None:
    def pages(label: str) -> Document:
        lines: list[str] = []
        for k in range(1, 9):
            body = textwrap.wrap(chapter(k, 20), 72)
            small = k % 3 > 0
            half = next(i for i in range(8, 20) if body[i][0].islower() == small)
            address = f"https://example.org/harbour.0215.g00{k}"
            header = [address, "The Harbour Journal", str(k + 40)]
            caption = label.format(k) + chapter(k + 50, 1)
            lines += [*body[:half], caption, *header, *body[half:]]
        return text("\n".join(lines))

    def addresses(document: Document) -> int:
        return sum(f.text.startswith("https") for f in removed(document))

    assert addresses(pages("Fig {}. ")) == 0
    assert addresses(pages("")) > 0
