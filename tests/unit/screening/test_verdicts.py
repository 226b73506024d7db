"""What became of findings from the old version to the new."""

from collections.abc import Callable

from sverka.language import ENGLISH
from sverka.model import Document, Finding, FindingKind, Inspection, Side, Verdict
from sverka.screening import header_pairs, judge, screen
from sverka.wording import finding_reasons

Text = Callable[[str], Document]
Docx = Callable[..., Document]
Chapter = Callable[..., str]
HEADERS = (FindingKind.RUNNING_HEADER, FindingKind.RUNNING_FOOTER, FindingKind.PAGE_NUMBER)


def judged(old: Document, new: Document) -> list[Finding]:
    first = Inspection(old, screen(old, new))
    second = Inspection(new, screen(new, old, side=Side.NEW))
    return list(judge(first.screening, second.screening, header_pairs(first, second)))


def verdicts(findings: list[Finding]) -> list[tuple[Side, Verdict | None]]:
    return [(finding.side, finding.verdict) for finding in findings]


def test_what_is_gone_is_fixed_and_what_came_is_introduced(text: Text) -> None:
    old, new = text("Вот слово , программa."), text("Вот слово, программа  здесь.")
    found = {(f.side, f.kind): f.verdict for f in judged(old, new)}
    assert found == {
        (Side.OLD, FindingKind.ODD_SPACE): Verdict.FIXED,
        (Side.OLD, FindingKind.MIXED_SCRIPT): Verdict.FIXED,
        (Side.NEW, FindingKind.ODD_SPACE): Verdict.INTRODUCED,
    }


def test_what_stands_in_both_is_still_there(text: Text) -> None:
    old, new = text("Вот программa."), text("Сначала.\n\nВот программa.")
    assert verdicts(judged(old, new)) == [
        (Side.OLD, Verdict.STILL_THERE),
        (Side.NEW, Verdict.STILL_THERE),
    ]


def test_of_two_alike_the_one_whose_surroundings_stayed_is_still_there(text: Text) -> None:
    old = text("Первая программa работы.\n\nДругая программa отдыха.")
    new = text("Первая программа работы.\n\nДругая программa отдыха.")
    assert [f.verdict for f in judged(old, new)] == [
        Verdict.FIXED,
        Verdict.STILL_THERE,
        Verdict.STILL_THERE,
    ]


def test_a_trouble_whose_sentence_changed_around_it_is_still_there(text: Text) -> None:
    rest = "а потом сели за длинный стол и долго молчали."
    old, new = text(f"Он вошёл , и все встали, {rest}"), text(f"Она вошла , и все встали, {rest}")
    assert verdicts(judged(old, new)) == [
        (Side.OLD, Verdict.STILL_THERE),
        (Side.NEW, Verdict.STILL_THERE),
    ]


def test_one_place_mended_of_two_is_still_there(text: Text) -> None:
    old = text("Вот знак , и слово , и дальше идёт река.")
    new = text("Вот знак, и слово , и дальше идёт река.")
    assert {f.verdict for f in judged(old, new)} == {Verdict.STILL_THERE}


def test_the_same_trouble_mended_in_one_place_and_made_in_another_is_both(text: Text) -> None:
    old = text("The first sum , as agreed, is due.\n\nThe second sum, as promised, is paid.")
    new = text("The first sum, as agreed, is due.\n\nThe second sum , as promised, is paid.")
    assert verdicts(judged(old, new)) == [
        (Side.OLD, Verdict.FIXED),
        (Side.NEW, Verdict.INTRODUCED),
    ]


def test_trouble_that_moved_with_its_sentence_is_still_there(text: Text) -> None:
    moved = "Die Summe , wie vereinbart, ist fällig."
    old, new = text(f"{moved}\n\nDer Rest."), text(f"Der Rest.\n\n{moved}")
    assert {f.verdict for f in judged(old, new)} == {Verdict.STILL_THERE}


def test_what_is_told_once_and_what_is_told_apart_are_the_same_trouble(text: Text) -> None:
    lines = [f"Абзац о деле {word} , которое ждёт." for word in "а бб ввв гг д ее жж".split()]
    old, new = text("\n\n".join(lines)), text("\n\n".join(lines[:3]))
    assert {f.verdict for f in judged(old, new)} == {Verdict.STILL_THERE}


def test_every_finding_has_a_verdict_and_the_same_version_has_only_what_is_still_there(
    text: Text, chapter: Chapter
) -> None:
    document = text(f"Вот слово , программa.\n\n{chapter(1)}\n\n{chapter(1)}")
    assert {f.verdict for f in judged(document, document)} == {Verdict.STILL_THERE}


def test_a_header_caught_in_the_text_is_fixed_though_the_new_version_has_it_as_its_page_header(
    text: Text, docx: Docx, pages: Callable[..., str]
) -> None:
    old = text(pages(["Управление вод", "Управление вод"]))
    new = docx("Другой текст.", headers=["Управление вод"])
    found = [f for f in judged(old, new) if f.kind in HEADERS]
    assert verdicts(found) == [
        (Side.OLD, Verdict.FIXED),
        (Side.OLD, Verdict.FIXED),
        (Side.NEW, Verdict.INTRODUCED),
    ]


def test_a_page_header_that_reads_differently_is_changed_in_both_versions(docx: Docx) -> None:
    old = docx("Текст.", headers=["Отчёт за 2023 год"], footers=["Бишкек"])
    new = docx("Текст.", headers=["Отчёт за 2024 год"], footers=["Бишкек"])
    found = judged(old, new)
    assert verdicts(found) == [
        (Side.OLD, Verdict.CHANGED),
        (Side.OLD, Verdict.STILL_THERE),
        (Side.NEW, Verdict.CHANGED),
        (Side.NEW, Verdict.STILL_THERE),
    ]
    for one in (found[0], found[2]):
        assert "«Отчёт за 2023 год»" in finding_reasons(one, ENGLISH)[-1]
        assert "«Отчёт за 2024 год»" in finding_reasons(one, ENGLISH)[-1]


def test_a_printed_header_that_changed_is_changed_on_every_page_and_its_numbers_are_not(
    pdf: Callable[..., Document], chapter: Chapter
) -> None:
    def book(header: str) -> Document:
        return pdf(
            [
                [
                    (header, 80, 40),
                    *((chapter(n, 1)[:60], 80, 100 + 14 * k) for k in range(9)),
                    (str(n), 300, 770),
                ]
                for n in range(1, 6)
            ]
        )

    found = judged(book("Отчёт управления"), book("Доклад управления"))
    assert {(f.kind, f.verdict) for f in found} == {
        (FindingKind.RUNNING_HEADER, Verdict.CHANGED),
        (FindingKind.PAGE_NUMBER, Verdict.STILL_THERE),
    }


def test_the_same_header_in_docx_and_in_print_is_still_there(
    docx: Docx, pdf: Callable[..., Document], chapter: Chapter
) -> None:
    printed = pdf(
        [
            [("Отчёт", 80, 40), *((chapter(n)[:60], 80, 100 + 14 * k) for k in range(9))]
            for n in range(1, 6)
        ]
    )
    found = [f for f in judged(docx("Текст.", headers=["Отчёт"]), printed) if f.kind in HEADERS]
    assert {f.verdict for f in found} == {Verdict.STILL_THERE}


def test_a_closing_block_that_drifted_is_named(text: Text, chapter: Chapter) -> None:
    about = "Компания «Ромашка» основана в {year} году и выпускает мебель для дома и офиса."
    old = text(f"{chapter(1)}\n\nО компании\n\n{about.format(year=1990)}")
    new = text(f"{chapter(1)}\n\nО компании\n\n{about.format(year=1991)}")
    (finding,) = judged(old, new)
    assert (finding.kind, finding.verdict) == (FindingKind.REPEATED_BLOCK, Verdict.CHANGED)
    assert "О компании" in finding_reasons(finding, ENGLISH)[0]
    assert "«1990» → «1991»" in finding_reasons(finding, ENGLISH)[1]
    assert judged(old, old) == []


def test_of_closing_blocks_of_one_name_only_those_are_named_that_drifted(text: Text) -> None:
    contacts = (
        "Контакты\n\nТелефон отдела {name}: 123-45-67, приёмная открыта с утра до вечера.\n\n"
    )
    old, new = (
        text("".join(contacts.format(name=name) for name in names))
        for names in (("печати", "кадров", "связи"), ("печати", "снабжения", "связи"))
    )
    assert [f for f in judged(old, old) if f.verdict is Verdict.CHANGED] == []
    (finding,) = [f for f in judged(old, new) if f.verdict is Verdict.CHANGED]
    assert "«кадров» → «снабжения»" in finding_reasons(finding, ENGLISH)[1]
