"""Page headers and footers are compared with their like, one entry for all that say the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from sverka import compare
from sverka.language import ENGLISH
from sverka.model import (
    Category,
    ChangeKind,
    Comparison,
    Document,
    FindingKind,
    Object,
    ObjectKind,
    Options,
    Part,
    Side,
    Verdict,
)
from sverka.wording import summary

Text = Callable[[str], Document]
Docx = Callable[..., Document]
Pdf = Callable[..., Document]
Pages = Callable[..., str]
Chapter = Callable[..., str]
Said = list[tuple[ChangeKind, str, str]]


def said(result: Comparison) -> Said:
    """The changes of a comparison: what was done, and the words on either side."""
    rows = []
    for change in result.changes:
        old, new = (
            "" if span is None else version.paragraphs[span.paragraph].text[span.start : span.end]
            for span, version in ((change.old, result.old), (change.new, result.new))
        )
        rows.append((change.kind, old, new))
    return rows


def parts(result: Comparison) -> set[Part]:
    """The streams that the changes stand in."""
    return {
        version.paragraphs[span.paragraph].part
        for change in result.changes
        for span, version in ((change.old, result.old), (change.new, result.new))
        if span is not None
    }


def numbered(document: Document, code: str = "PAGE") -> Document:
    """The document with the figures of its headers and footers filled in by a field."""
    blocks = []
    for block in document.blocks:
        at = next((k for k, c in enumerate(block.text) if c.isdigit()), None)
        if block.source.part is not Part.BODY and at is not None:
            length = len(block.text) - at
            field = Object(at, ObjectKind.FIELD, code, block.text[at:], length)
            block = replace(block, objects=(field,))
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


REPLACED, INSERTED, DELETED = ChangeKind.REPLACEMENT, ChangeKind.INSERTION, ChangeKind.DELETION

RENAMED: dict[str, tuple[list[str], list[str], Said]] = {
    "an amount": (
        ["Смета на 100 000 сомов"],
        ["Смета на 200 000 сомов"],
        [(REPLACED, "100 000", "200 000")],
    ),
    "a draft that was made final": (
        ["DRAFT"],
        ["Signed version"],
        [(REPLACED, "DRAFT", "Signed version")],
    ),
    "one of three for first, odd and even pages": (
        ["Title page", "Contract of sale", "The city of Talas"],
        ["Title page", "Contract of lease", "The city of Talas"],
        [(REPLACED, "sale", "lease")],
    ),
    "a year in Kyrgyz": (
        ["2023-жылдагы отчёт"],
        ["2024-жылдагы отчёт"],
        [(REPLACED, "2023-жылдагы", "2024-жылдагы")],
    ),
    "a name in German": (
        ["Vertrag mit Herrn Vogel", "Seite"],
        ["Vertrag mit Frau Vogel", "Seite"],
        [(REPLACED, "Herrn", "Frau")],
    ),
    "two that changed places": (["Left", "Right"], ["Right", "Left"], []),
    "only spaces between tab stops": (["Left\tRight"], ["Left  Right"], []),
    "one more": (
        ["Contract"],
        ["Contract", "Confidential"],
        [(INSERTED, "", "Confidential")],
    ),
    "one less": (["Contract", "Confidential"], ["Contract"], [(DELETED, "Confidential", "")]),
    "all gone": (["Contract"], [], [(DELETED, "Contract", "")]),
    "all new": ([], ["Contract"], [(INSERTED, "", "Contract")]),
}


@pytest.mark.parametrize("case", RENAMED)
def test_headers_of_a_file_are_compared_with_their_like(docx: Docx, case: str) -> None:
    before, after, changes = RENAMED[case]
    old, new = docx("Текст.", headers=before), docx("Текст.", headers=after)
    result = compare(old, new)
    assert said(result) == changes
    assert parts(result) == ({Part.HEADER} if changes else set())
    assert said(compare(new, old)) == [
        ({INSERTED: DELETED, DELETED: INSERTED}.get(kind, kind), b, a)
        for kind, a, b in said(result)
    ]
    assert compare(old, old).changes == ()


@pytest.mark.parametrize("words", ["Vertraulich", "Кызматтык документ", "Diffusion restreinte"])
def test_a_footer_that_came_is_a_change_and_not_nothing(docx: Docx, words: str) -> None:
    result = compare(docx("Текст."), docx("Текст.", footers=[words]))
    assert said(result) == [(INSERTED, "", words)]
    assert parts(result) == {Part.FOOTER}
    assert not any("Nothing changed" in said for said in summary(result, ENGLISH))


def test_a_change_in_a_header_has_its_categories_and_stands_behind_the_text(docx: Docx) -> None:
    old = docx("Один.", "Два.", footers=["Смета: 100 сомов"])
    new = docx("Один.", "Двое.", footers=["Смета: 300 сомов"])
    result = compare(old, new)
    words, amount = result.changes
    assert Category.NUMBER in amount.categories
    assert [span and span.paragraph for span in (words.old, amount.old)] == [1, 2]
    assert [p.part for p in result.new.paragraphs] == [Part.BODY, Part.BODY, Part.FOOTER]
    assert result.new.paragraphs[2].pieces[0].block == 2


def test_a_footer_that_became_a_header_is_no_change_of_words(docx: Docx) -> None:
    result = compare(docx("Текст.", footers=["Бишкек"]), docx("Текст.", headers=["Бишкек"]))
    assert said(result) == []


@pytest.mark.parametrize("code", ["PAGE", "PAGE \\* MERGEFORMAT", "NUMPAGES"])
def test_what_a_field_fills_in_as_the_page_is_no_change(docx: Docx, code: str) -> None:
    old = numbered(docx("Текст.", footers=["Отчёт, стр. 1"]), code)
    new = numbered(docx("Текст.", footers=["Отчёт, стр. 7"]), code)
    assert said(compare(old, new)) == []
    other = numbered(docx("Текст.", footers=["Доклад, стр. 7"]), code)
    assert said(compare(old, other)) == [(REPLACED, "Отчёт", "Доклад")]


def test_a_figure_that_no_field_fills_in_is_compared(docx: Docx) -> None:
    old, new = docx("Текст.", headers=["Выпуск 7"]), docx("Текст.", headers=["Выпуск 8"])
    assert said(compare(old, new)) == [(REPLACED, "7", "8")]


def test_a_page_number_that_came_is_no_change(docx: Docx) -> None:
    assert said(compare(docx("Текст."), docx("Текст.", footers=["Страница 1"]))) == []


def book(pdf: Pdf, chapter: Chapter, header: str, pages: int = 5, footer: str = "{n}") -> Document:
    """A PDF whose pages have this header and footer; {n} is the page."""
    return pdf(
        [
            [
                (header.format(n=n), 80, 40),
                *((chapter(n, 1)[5 * k : 5 * k + 60], 80, 100 + 14 * k) for k in range(9)),
                (footer.format(n=n, all=pages), 300, 770),
            ]
            for n in range(1, pages + 1)
        ]
    )


PRINTED: Sequence[tuple[str, str, Said]] = (
    ("Отчёт управления", "Доклад управления", [(REPLACED, "Отчёт", "Доклад")]),
    ("Report {n}", "Report {n}", []),
    ("Report {n}", "Survey {n}", [(REPLACED, "Report", "Survey")]),
    ("{n} · Budget 100", "{n} · Budget 200", [(REPLACED, "100", "200")]),
    ("Report, page {n} of 5", "Report, page {n} of 9", []),
    ("Bericht vom 12.05.2024", "Bericht vom 13.05.2024", [(REPLACED, "12.05.2024", "13.05.2024")]),
)


@pytest.mark.parametrize(("before", "after", "changes"), PRINTED)
def test_printed_headers_are_compared_once_and_not_on_every_page(
    pdf: Pdf, chapter: Chapter, before: str, after: str, changes: Said
) -> None:
    result = compare(book(pdf, chapter, before), book(pdf, chapter, after))
    assert said(result) == changes
    assert parts(result) == ({Part.HEADER} if changes else set())


def test_the_same_header_in_docx_and_in_print_is_no_change(
    docx: Docx, pdf: Pdf, chapter: Chapter
) -> None:
    printed = book(pdf, chapter, "ОТЧЁТ управления {n}")
    text = [p.text for p in compare(printed, printed).new.paragraphs]
    written = numbered(docx(*text, headers=["Отчёт управления 1"]))
    assert said(compare(written, printed)) == said(compare(printed, written)) == []


def test_a_header_that_print_shows_in_one_row_is_no_change(
    docx: Docx, pdf: Pdf, chapter: Chapter
) -> None:
    printed = book(pdf, chapter, "ОсОО «Ромашка» Договор поставки")
    text = [p.text for p in compare(printed, printed).new.paragraphs]
    written = docx(*text, headers=["ОсОО «Ромашка»", "Договор поставки"])
    assert said(compare(written, printed)) == []


def test_a_date_that_changed_in_the_header_of_docx_against_print_is_a_change(
    docx: Docx, pdf: Pdf, chapter: Chapter
) -> None:
    printed = book(pdf, chapter, "Отчёт от 13 мая")
    text = [p.text for p in compare(printed, printed).new.paragraphs]
    assert said(compare(docx(*text, headers=["Отчёт от 12 мая"]), printed)) == [
        (REPLACED, "12", "13")
    ]


CAUGHT: Sequence[tuple[str, str, Said]] = (
    ("Вестник городского совета", "Вестник городской думы", []),
    ("Смета на 100 сомов", "Смета на 300 сомов", [(REPLACED, "100", "300")]),
    ("The Talas Courier", "The Osh Courier", [(REPLACED, "Talas", "Osh")]),
    ("Вестник", "Газета горожан", [(REPLACED, "Вестник", "Газета горожан")]),
    ("Вестник совета", "Вестник совета", []),
)


@pytest.mark.parametrize(("before", "after", "changes"), CAUGHT)
def test_headers_caught_in_both_texts_are_compared_as_one(
    text: Text, pages: Pages, before: str, after: str, changes: Said
) -> None:
    result = compare(text(pages([before] * 4)), text(pages([after] * 4)))
    furniture = {f.verdict for f in result.findings if f.kind.is_furniture}
    assert furniture == {Verdict.STILL_THERE if before == after else Verdict.CHANGED}
    assert parts(result) == (set() if before == after else {Part.HEADER})
    if changes:
        assert said(result) == changes
    assert len({change.link for change in result.changes}) == (before != after)


def test_a_header_caught_in_one_text_only_is_an_artifact_and_no_change(
    text: Text, docx: Docx, pages: Pages
) -> None:
    caught = text(pages(["Вестник городского совета"] * 4))
    clean = [p.text for p in compare(caught, caught).new.paragraphs]
    for other in (
        text("\n\n".join(clean)),
        docx(*clean),
        docx(*clean, headers=["Вестник городского совета"]),
        docx(*clean, headers=["Draft"]),
    ):
        result = compare(caught, other)
        assert said(result) == []
        assert {f.verdict for f in result.findings if f.side is Side.OLD} == {Verdict.FIXED}
        assert Side.OLD not in {side for one in result.not_compared for side in one.held}


def test_a_header_caught_in_the_text_is_compared_with_that_of_the_file(
    text: Text, docx: Docx, pages: Pages
) -> None:
    caught = text(pages(["Вестник городского совета от 12 мая"] * 4))
    clean = [p.text for p in compare(caught, caught).new.paragraphs]
    result = compare(caught, docx(*clean, headers=["Вестник городского совета от 13 мая"]))
    assert said(result) == [(REPLACED, "12", "13")]


def test_what_the_user_keeps_in_the_text_is_compared_there(text: Text, pages: Pages) -> None:
    old, new = text(pages(["Вестник совета"] * 4)), text(pages(["Вестник думы"] * 4))
    result = compare(old, new, Options(keep_furniture=True))
    assert parts(result) == {Part.BODY}
    assert len(result.changes) == 4
    kinds = {f.kind for f in result.old.findings if f.kind.is_furniture}
    assert kinds == {FindingKind.RUNNING_HEADER}


@pytest.mark.parametrize("left", [0, 1, 2, 3])
def test_one_that_is_left_of_four_is_still_there_and_no_change(
    text: Text, pages: Pages, left: int
) -> None:
    whole = pages(["Вестник городского совета"] * 4)
    lines = whole.split("\n")
    caught = [k for k, line in enumerate(lines) if line == "Вестник городского совета"]
    gone = {k for n, k in enumerate(caught) if n != left}
    cleaned = "\n".join(line for k, line in enumerate(lines) if k not in gone)
    for old, new, alone in (
        (whole, cleaned, Verdict.FIXED),
        (cleaned, whole, Verdict.INTRODUCED),
    ):
        result = compare(text(old), text(new))
        assert said(result) == []
        verdicts = [f.verdict for f in result.findings if f.kind.is_furniture]
        assert sorted(verdicts) == sorted([alone] * 3 + [Verdict.STILL_THERE] * 2)


def test_a_heading_in_the_words_of_the_header_of_the_other_version_stays(
    text: Text, pages: Pages
) -> None:
    old = text(pages(["Вестник городского совета"] * 4))
    clean = [p.text for p in compare(old, old).new.paragraphs]
    new = text("\n\n".join(["Вестник городского совета", *clean]))
    assert compare(old, new).new.paragraphs[0].text == "Вестник городского совета"
