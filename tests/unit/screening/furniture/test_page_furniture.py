"""Page furniture in PDF, by the height of its rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from sverka.language import ENGLISH
from sverka.model import Decision, Document, Finding, FindingKind
from sverka.screening import screen
from sverka.wording import finding_reasons

Pdf = Callable[..., Document]
Chapter = Callable[..., str]
Printed = tuple[str, float, float]

HEADER, FOOTER, NUMBER = (
    FindingKind.RUNNING_HEADER,
    FindingKind.RUNNING_FOOTER,
    FindingKind.PAGE_NUMBER,
)


@pytest.fixture
def body(chapter: Chapter) -> Callable[[int], list[Printed]]:
    """The text of a page: forty lines from 100 points below its top on."""

    def lines(page: int) -> list[Printed]:
        words = chapter(page, 40).split()
        rows = [" ".join(words[8 * k : 8 * k + 8]) for k in range(40)]
        return [(row, 80.0, 100 + 14.0 * k) for k, row in enumerate(rows)]

    return lines


def removed(document: Document) -> list[Finding]:
    screening = screen(document)
    return [f for f in screening.findings if f.kind.is_furniture and f.decision is Decision.REMOVED]


def told(findings: Sequence[Finding]) -> list[tuple[int | None, FindingKind, str]]:
    return [(finding.page, finding.kind, finding.text) for finding in findings]


def test_headers_footers_and_numbers_are_found_on_every_page(pdf: Pdf, body: Callable) -> None:
    pages = [
        [("Отчёт водного управления", 80, 40), *body(n), ("Лугозерск", 80, 750), (str(n), 300, 770)]
        for n in range(1, 6)
    ]
    found = told(removed(pdf(pages)))
    assert len(found) == 15
    assert [item for item in found if item[0] == 3] == [
        (3, HEADER, "Отчёт водного управления"),
        (3, FOOTER, "Лугозерск"),
        (3, NUMBER, "3"),
    ]


def test_a_header_of_several_rows_is_one_finding(pdf: Pdf, body: Callable) -> None:
    pages = [
        [("Отчёт водного управления", 80, 40), ("за прошлый год", 80, 54), *body(n)]
        for n in range(4)
    ]
    found = removed(pdf(pages))
    assert [f.text for f in found] == ["Отчёт водного управления\nза прошлый год"] * 4


def test_what_stands_at_one_height_is_one_line_of_the_finding(pdf: Pdf, body: Callable) -> None:
    pages = [[("1.2. Пристани", 380, 40), (str(n), 80, 40), *body(n)] for n in range(7, 11)]
    assert [f.text for f in removed(pdf(pages))] == [f"{n} 1.2. Пристани" for n in range(7, 11)]


def test_odd_and_even_pages_may_have_headers_of_their_own(pdf: Pdf, body: Callable) -> None:
    heads = ("Отчёт управления", "Глава третья: пристани")
    pages = [[(heads[n % 2], 80, 40), *body(n)] for n in range(8)]
    assert [f.text for f in removed(pdf(pages))] == [heads[n % 2] for n in range(8)]


def test_headers_that_change_with_the_chapter_are_found_beside_their_numbers(
    pdf: Pdf, body: Callable
) -> None:
    heads = ["Пролог", "Река", "Озеро", "Море", "Устье", "Эпилог"]
    pages = [[(head, 300, 40), (str(n), 80, 40), *body(n)] for n, head in enumerate(heads, 5)]
    assert len(removed(pdf(pages))) == 6


def test_headers_that_change_with_the_chapter_are_found_by_their_place(
    pdf: Pdf, body: Callable
) -> None:
    heads = ["Пролог", "Река", "Река", "Озеро", "Озеро", "Море", "Море", "Море"]
    pages = [[(head, 300, 40), *body(n)] for n, head in enumerate(heads)]
    assert [f.text for f in removed(pdf(pages))] == heads


def test_clauses_at_the_top_of_pages_whose_numbers_do_not_count_pages_stay(
    pdf: Pdf, body: Callable
) -> None:
    numbers = [8, 14, 21, 23, 31, 44]
    pages = [[(f"Статья {n} Обязанности сторон", 80, 86), *body(n)] for n in numbers]
    assert removed(pdf(pages)) == []


def test_titles_of_slides_stay(pdf: Pdf, body: Callable) -> None:
    titles = ["Наши цели", "Что сделано", "Планы на год", "Команда", "Вопросы", "Спасибо"]
    pages = [[(title, 80, 60), *body(n)[:5]] for n, title in enumerate(titles)]
    assert removed(pdf(pages, sizes=dict.fromkeys(titles, 28.0))) == []


def test_text_in_the_margin_of_every_page_is_furniture(pdf: Pdf, body: Callable) -> None:
    pages = [[*body(n), ("черновик", 8, 500)] for n in range(5)]
    assert [f.text for f in removed(pdf(pages))] == ["черновик"] * 5


def test_on_two_pages_a_header_in_a_sentence_is_found_by_its_text(pdf: Pdf, body: Callable) -> None:
    first, second = body(1), body(2)
    first[-1] = ("и так капитаны говорили о навигации и о пристанях", 80, 646)
    second[0] = ("которые стоят на реке", 80, 100)
    title = ("Отчёт управления о навигации", 80, 60)
    pages = [[title, *first], [(title[0], 80, 30), *second]]
    assert [(f.page, f.text) for f in removed(pdf(pages))] == [(2, title[0])]


def test_a_single_page_has_no_furniture(pdf: Pdf, body: Callable) -> None:
    assert removed(pdf([[("Отчёт", 80, 40), *body(1)]])) == []


def test_evidence_names_the_pages_and_the_count(pdf: Pdf, body: Callable) -> None:
    pages = [[*body(n), (str(n), 300, 770)] for n in range(1, 5)]
    sentences = finding_reasons(removed(pdf(pages))[0], ENGLISH)
    assert sentences == (
        "It stands at the same height at the bottom of 4 pages: 1, 2, 3, 4.",
        "The number in it goes up by one from page to page.",
    )


def test_a_tagged_artifact_is_believed(pdf: Pdf, body: Callable) -> None:
    document = pdf([[("Отчёт", 80, 40), *body(1)]])
    blocks = [replace(block, artifact=block.text == "Отчёт") for block in document.blocks]
    tagged = replace(document, blocks=tuple(blocks))
    assert [f.text for f in removed(tagged)] == ["Отчёт"]
