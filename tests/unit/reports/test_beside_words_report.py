"""Reports say what changed beside the words, before and after, and show it without colour."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from zipfile import ZipFile

import docx
import pytest
from openxml_audit import OpenXmlValidator

sys.path.insert(0, str(Path(__file__).parents[2]))

from beside_words import beside_words, document, text
from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import Block, BlockKind, Cell, Comparison, Document, Run, Side
from sverka.reports import docx_report, html_report, json_forms, xlsx_report
from sverka.reports.chart import chart
from sverka.reports.fulltext_tables import GridOfText, with_grids
from sverka.reports.marked_text import PieceMark, Pieces
from sverka.reports.report_content import Report, build
from sverka.reports.report_options import NO_REMARKS, ReportOptions, Section

GOLDEN = Path(__file__).parents[2] / "golden" / "reports"
SIGNS = {
    PieceMark.NONE: "{}",
    PieceMark.OLD: "[-{}-]",
    PieceMark.NEW: "{{+{}+}}",
    PieceMark.SUBJECT: "[{}]",
    PieceMark.SAID: "({})",
}
SOFT = {"bold": "*", "strike": "~", "raised": "^"}


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return beside_words()


def written(pieces: Pieces) -> str:
    """Pieces with signs for their marks and looks; _ around a link."""
    said = ""
    for piece in pieces:
        around = "".join(s for name, s in SOFT.items() if getattr(piece.look, name))
        around += "_" if piece.is_link else ""
        said += around + SIGNS[piece.mark].format(piece.text.replace("\n", " / ")) + around[::-1]
    return said


def lines(report: Report) -> Iterator[str]:
    """A report as text."""
    for highlight in report.highlights:
        mentions = "; ".join(f"{written(m.pieces)} {m.place}" for m in highlight.mentions)
        yield f"{highlight.lead}: {mentions} {highlight.more}".rstrip()
    yield from report.sentences
    yield " · ".join(f"{tile.figure} {tile.label}" for tile in report.tiles)
    for entry in report.entries:
        about = ", ".join(name for name, _grave in entry.about)
        yield f"{entry.number} {entry.place} | {about}"
        yield f"    {written(entry.old)}"
        yield f"    {written(entry.new)}"
        yield from (f"    … {end}" for end in entry.ends)
    yield from (written(passage.woven) for passage in report.redline)


@pytest.mark.parametrize("code", ["en", "ru", "ky"])
def test_the_report_says_what_the_golden_file_has(code: str, comparison: Comparison) -> None:
    options = ReportOptions(frozenset(Section), language=code)
    said = "\n".join(lines(build(comparison, options, NO_REMARKS))) + "\n"
    assert said == (GOLDEN / f"beside-words-{code}.txt").read_text("utf-8")


def test_both_full_texts_look_as_their_files_do(comparison: Comparison) -> None:
    report = build(comparison, ReportOptions(frozenset({Section.COLUMNS})), NO_REMARKS)
    sides = [(written(passage.old), written(passage.new)) for passage in report.columns]
    assert ("The ticket costs ~50 soms~ today.", "The ticket costs 50 soms today.") in sides
    assert ("Read the _rules_ of the park.", "Read the rules of the park.") in sides


def test_a_paragraph_of_very_many_looks_is_cut_once() -> None:
    words = [f"*word{n}* and" for n in range(8_000)]
    old, new = [text(" ".join(words))], [text(" ".join([*words[:-1], "more"]))]
    changed = compare(document("a", old), document("b", new))
    begun = perf_counter()
    report = build(changed, ReportOptions(frozenset({Section.REDLINE})), NO_REMARKS)
    assert perf_counter() - begun < 5
    assert sum(piece.look.bold for piece in report.redline[0].woven) == 7_999


def test_looks_of_the_files_are_not_those_of_the_marks(
    comparison: Comparison, tmp_path: Path
) -> None:
    options = ReportOptions(frozenset(Section))
    html_report.write(comparison, tmp_path / "r.html", options)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert '<mark class="strike">50 soms</mark>' in page
    assert '<span class="link">the site</span>' in page
    docx_report.write(comparison, tmp_path / "r.docx", options)
    xlsx_report.write(comparison, tmp_path / "r.xlsx", options)
    for form in ("docx", "xlsx"):
        assert OpenXmlValidator().validate(str(tmp_path / f"r.{form}")).errors == []
    body = docx_body(tmp_path / "r.docx")
    assert '<w:rStyle w:val="Concerned"/><w:dstrike/>' in body
    assert "<w:strike" not in body


def docx_body(path: Path) -> str:
    """The main part of a document."""
    with ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def test_the_picture_has_a_square_on_the_band_for_each_place(comparison: Comparison) -> None:
    ticks = chart(comparison, ENGLISH).ticks
    assert sum(tick.beside for tick in ticks) == 12
    assert [(tick.above, tick.below) for tick in ticks if tick.above or tick.below] == [
        (1, 0),
        (1, 1),
    ]


def test_paragraphs_of_the_json_say_what_they_carry(comparison: Comparison) -> None:
    value = json_forms.comparison(comparison, ENGLISH)
    site, item = value["new"]["paragraphs"][4], value["new"]["paragraphs"][12]
    assert site["objects"] == [
        {
            "offset": 4,
            "kind": "link",
            "digest": "https://example.org/b",
            "words": "",
            "length": 8,
            "size": None,
            "crop": None,
        }
    ]
    assert (item["level"], item["label"], item["item"]["number"]) == (1, "2.", 2)
    assert value["old"]["paragraphs"][1]["styles"] == [{"start": 9, "end": 12, "bold": True}]
    assert value["compared"][0] == "formatting"
    assert comparison.version(Side.OLD).paragraphs[1].text[9:12] == "not"


def test_a_row_that_moved_is_told_by_the_row_it_follows() -> None:
    def table(*rows: str) -> Document:
        cells = [
            Block(BlockKind.TABLE_CELL, (Run(words),), cell=Cell(1, row, column))
            for row, line in enumerate(rows, 1)
            for column, words in enumerate(line.split(), 1)
        ]
        return document(" ".join(rows), cells)

    rows = ("City 2024 2025", "Bishkek 10 20", "Osh 30 40", "Naryn 50 60", "Talas 70 80")
    moved = compare(table(*rows), table(rows[0], *rows[2:], rows[1]))
    (entry,) = build(moved, ReportOptions(), NO_REMARKS).entries
    assert entry.ends == ("Stood after «City».", "Now stands after «Talas».")


def in_cell(words: str, row: int, column: int) -> Block:
    """A paragraph in the cell of a table."""
    return Block(BlockKind.TABLE_CELL, (Run(words),), cell=Cell(1, row, column))


def test_the_whole_text_has_tables_as_tables_with_their_empty_cells(tmp_path: Path) -> None:
    cells = [in_cell("Town", 1, 1), in_cell("People", 1, 2), in_cell("Notes", 1, 3)]
    old = [text("Before."), *cells, in_cell("Naryn", 2, 1), in_cell("41", 2, 2), text("After.")]
    new = [text("Before."), *cells, in_cell("Naryn", 2, 1), in_cell("42", 2, 2), text("After.")]
    changed = compare(document("a", old), document("b", new))
    options = ReportOptions(frozenset({Section.REDLINE}))
    docx_report.write(changed, tmp_path / "r.docx", options)
    (table,) = docx.Document(str(tmp_path / "r.docx")).tables[1:]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Town", "People", "Notes"],
        ["Naryn", "4142", ""],
    ]
    html_report.write(changed, tmp_path / "r.html", options)
    assert (tmp_path / "r.html").read_text("utf-8").count('<table class="grid">') == 1


def test_a_row_that_moved_says_so_once(tmp_path: Path) -> None:
    rows = [("Printing in black", "350"), ("Binding of books", "180"), ("Layout of pages", "410")]
    rows += [("Proof-reading of texts", "120"), ("Translation of texts", "600")]

    def table(order: list[int]) -> list[Block]:
        return [
            in_cell(words, row, column)
            for row, number in enumerate(order, 1)
            for column, words in enumerate(rows[number], 1)
        ]

    changed = compare(document("a", table([0, 1, 2, 3, 4])), document("b", table([0, 2, 3, 4, 1])))
    report = build(changed, ReportOptions(frozenset({Section.REDLINE})), NO_REMARKS)
    (grid,) = with_grids(report.redline)
    assert isinstance(grid, GridOfText)
    labels = [[one.label for cell in row for one in cell.passages] for row in grid.rows]
    assert [said for said in labels if any(said)] == [
        ["Moved from here to paragraph 9", ""],
        ["Moved here from paragraph 3", ""],
    ]


def test_the_whole_text_has_numbers_pictures_and_where_what_is_not_the_body_stands(
    comparison: Comparison,
) -> None:
    report = build(comparison, ReportOptions(frozenset({Section.REDLINE})), NO_REMARKS)
    said = [written(passage.printed()) for passage in report.redline]
    assert "3. Nobody may anchor a boat to its piers." in said
    assert "Here is the view of it.( [Picture: A bridge in summer])" in said
    labels = {passage.label for passage in report.redline}
    assert "Footnote" in labels
    assert labels <= {"", "Footnote"}
