"""Reports say what changed beside the words, before and after, and show it without colour."""

import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

sys.path.insert(0, str(Path(__file__).parents[2]))

from beside_words import beside_words, document, text
from sverka.comparison import compare
from sverka.language import ENGLISH
from sverka.model import Block, BlockKind, Cell, Comparison, Document, Run, Side
from sverka.reports import docx_report, html_report, json_forms, xlsx_report
from sverka.reports.chart import chart
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
