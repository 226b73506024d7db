"""Ruled tables are read into cells; what is no table for certain stays lines, and that is told."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sverka.model import BlockKind, Document, NoticeCode
from sverka.readers import read
from sverka.screening import screen

Pdf = Callable[..., Path]
Words = Callable[..., Any]

ROWS = (("Goods", "Price", "Sum"), ("rope", "12", "340"), ("nails", "7", "85"))


def rules(columns: Sequence[float], rows: Sequence[float]) -> str:
    """Lines that part a table at these places."""
    lying = [f"{columns[0]} {y} m {columns[-1]} {y} l S" for y in rows]
    standing = [f"{x} {rows[0]} m {x} {rows[-1]} l S" for x in columns]
    return "0.5 w " + " ".join([*lying, *standing])


def ruled(
    words: Words, rows: Sequence[Sequence[str]], top: float = 700, bold: bool = False
) -> list[Any]:
    """A table of columns 100 points wide and rows 20 points high."""
    columns = [72 + 100 * k for k in range(len(rows[0]) + 1)]
    heights = [top - 20 * n for n in range(len(rows) + 1)]
    cells = [
        words(text, x=76 + 100 * k, y=top - 14 - 20 * n, size=10, bold=bold and n == 0)
        for n, row in enumerate(rows)
        for k, text in enumerate(row)
        if text
    ]
    return [rules(columns, heights), *cells]


def cells(document: Document) -> list[tuple[int, int, int, str]]:
    return [(b.cell.table, b.cell.row, b.cell.column, b.text) for b in document.blocks if b.cell]


def paragraphs(document: Document) -> list[str]:
    return [one.text for one in screen(document).paragraphs]


def test_a_ruled_table_is_read_cell_by_cell_however_it_is_drawn(pdf: Pdf, words: Words) -> None:
    document = read(pdf([*reversed(ruled(words, ROWS)), words("The text below it.", y=600)]))
    assert cells(document) == [
        (1, row, column, text)
        for row, texts in enumerate(ROWS, 1)
        for column, text in enumerate(texts, 1)
    ]
    assert {b.kind for b in document.blocks if b.cell} == {BlockKind.TABLE_CELL}
    assert document.blocks[-1].cell is None
    assert not document.notices


def test_cells_that_nearly_touch_are_parted_by_the_rule(pdf: Pdf, words: Words) -> None:
    rows = (("a word to the rule", "12", "7"), ("nails", "7", "85"))
    assert cells(read(pdf(ruled(words, rows))))[:2] == [
        (1, 1, 1, "a word to the rule"),
        (1, 1, 2, "12"),
    ]


def test_a_bold_first_row_heads_the_table(pdf: Pdf, words: Words) -> None:
    document = read(pdf(ruled(words, ROWS, bold=True)))
    headers = [block.cell.header for block in document.blocks if block.cell]
    assert headers == [True] * 3 + [False] * 6


def test_lines_of_one_cell_are_one_paragraph(pdf: Pdf, words: Words) -> None:
    page = [
        rules([72, 172, 272], [700, 660, 640]),
        words("rope of the best", x=76, y=686, size=10),
        words("hemp", x=76, y=672, size=10),
        words("12", x=176, y=686, size=10),
        words("nails", x=76, y=646, size=10),
        words("7", x=176, y=646, size=10),
    ]
    assert paragraphs(read(pdf(page))) == ["rope of the best hemp", "12", "nails", "7"]


def test_a_cell_over_two_columns_says_so(pdf: Pdf, words: Words) -> None:
    page = [
        rules([72, 172, 272], [680, 660, 640]),
        "72 700 m 272 700 l S 72 700 m 72 680 l S 272 700 m 272 680 l S",
        words("nails", x=76, y=646, size=10),
        words("7", x=176, y=646, size=10),
        words("Goods and their prices in 1921", x=90, y=686, size=10),
        words("rope", x=76, y=666, size=10),
        words("12", x=176, y=666, size=10),
    ]
    first = read(pdf(page)).blocks[0].cell
    assert first is not None
    assert (first.row, first.column, first.columns) == (1, 1, 2)


def test_rows_of_figures_that_no_rule_parts_are_rows(pdf: Pdf, words: Words) -> None:
    page = [rules([72, 172, 272], [700, 680, 620])]
    for n, row in enumerate((("Year", "Sum"), ("1921", "340"), ("1922", "85"), ("1923", "12"))):
        page += [words(t, x=76 + 100 * k, y=686 - 20 * n, size=10) for k, t in enumerate(row)]
    assert [cell[1:] for cell in cells(read(pdf(page)))][2:4] == [(2, 1, "1921"), (2, 2, "340")]
    assert cells(read(pdf(page)))[-1] == (1, 4, 2, "12")


def test_a_table_goes_on_on_the_next_page_and_its_head_printed_again_is_no_row(
    pdf: Pdf, words: Words
) -> None:
    text = words("The text above it stands here.", y=720)
    rest = (ROWS[0], ("pails", "3", "9"), ("saws", "5", "25"))
    document = read(pdf([text, *ruled(words, ROWS, 140)], [*ruled(words, rest, 740)]))
    assert cells(document)[-6:] == [
        *((1, 4, k, text) for k, text in enumerate(rest[1], 1)),
        *((1, 5, k, text) for k, text in enumerate(rest[2], 1)),
    ]
    again = [block.text for block in document.blocks if block.artifact]
    assert again == list(ROWS[0])


def test_the_rest_of_a_row_on_the_next_page_belongs_to_it(pdf: Pdf, words: Words) -> None:
    text = words("The text above it stands here.", y=720)
    first = (ROWS[0], ("a saw for the", "7", "85"))
    rest = (("old carpenter", "", ""), ("rope", "12", "340"))
    document = read(pdf([text, *ruled(words, first, 120)], [*ruled(words, rest, 740)]))
    assert "a saw for the old carpenter" in paragraphs(document)
    assert cells(document)[-1] == (1, 3, 3, "340")


def test_another_table_on_the_next_page_is_another_one(pdf: Pdf, words: Words) -> None:
    text = words("The text between them stands here.", y=720)
    document = read(pdf([*ruled(words, ROWS, 140)], [text, *ruled(words, ROWS, 640)]))
    assert {cell[0] for cell in cells(document)} == {1, 2}


def test_a_table_without_some_of_its_rules_is_read_as_lines_and_told(
    pdf: Pdf, words: Words
) -> None:
    page = [
        words(text, x=76 + 100 * k, y=686 - 20 * n, size=10)
        for n, row in enumerate(ROWS)
        for k, text in enumerate(row)
    ]
    banded = "72 700 m 372 700 l S 72 680 m 372 680 l S 72 660 m 372 660 l S 72 640 m 372 640 l S"
    standing = " ".join(f"{x} 700 m {x} 680 l S" for x in (72, 172, 272, 372))
    document = read(pdf([*page, banded, standing, "72 680 m 72 640 l S"]))
    assert cells(document) == []
    assert [notice.code for notice in document.notices] == [NoticeCode.TABLES_AS_LINES]
    assert [block.text for block in document.blocks] == [text for row in ROWS for text in row]


def test_text_in_columns_with_a_rule_between_them_is_no_table(pdf: Pdf, words: Words) -> None:
    page: list[Any] = [rules([60, 310, 560], [740, 90, 60])]
    for x in (70, 320):
        page += [
            words(f"{n} is a line of the column and", x=x, y=720 - 14 * n, size=11)
            for n in range(40)
        ]
    assert cells(read(pdf(page))) == []


def test_cells_without_rules_are_read_one_after_the_other(pdf: Pdf, words: Words) -> None:
    page = []
    for n, (name, price) in enumerate((("rope of the best", "12"), ("nails of", "7"))):
        y = 700 - 44 * n
        page += [words(name, y=y), words(price, x=300, y=y), words("old iron", y=y - 14)]
    texts = [block.text for block in read(pdf(page)).blocks]
    assert texts == ["rope of the best", "old iron", "12", "nails of", "old iron", "7"]
