import re
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from sverka.model import Category, Comparison, Notice, NoticeCode
from sverka.reports import xlsx_report
from sverka.reports.report_options import ReportOptions, ReportRemark, ReportRemarks

DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
HOSTILE = "=cmd|'/c calc'!A0 <script> \x0b\x00 \ud800 \u202egpj. _x000B_"


class Book:
    """A workbook read back with nothing but its XML."""

    def __init__(self, path: Path) -> None:
        errors = OpenXmlValidator().validate(str(path)).errors
        assert [f"{e.part_uri} {e.path}: {e.description}" for e in errors] == []
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.shared = etree.fromstring(self.parts["xl/sharedStrings.xml"]).findall("m:si", NS)
        book = etree.fromstring(self.parts["xl/workbook.xml"])
        self.sheets = [s.get("name") for s in book.iterfind(".//m:sheet", NS)]

    def rows(self, name: str) -> list[list[Any]]:
        return [
            [self._value(cell) for cell in row.iterfind("m:c", NS)]
            for row in self._sheet(name).iterfind(".//m:row", NS)
        ]

    def rich(self, text: str) -> list[tuple[str, bool, bool]]:
        """The stretches of the one rich string `text`, with whether struck and underlined."""
        (item,) = (si for si in self.shared if _said(si) == text)
        return [
            (
                unescaped(run.findtext("m:t", "", NS)),
                run.find("m:rPr/m:strike", NS) is not None,
                run.find("m:rPr/m:u", NS) is not None,
            )
            for run in item.iterfind("m:r", NS)
        ]

    def has_filter(self, name: str) -> bool:
        return self._sheet(name).find("m:autoFilter", NS) is not None

    def _sheet(self, name: str) -> Any:
        return etree.fromstring(self.parts[f"xl/worksheets/sheet{self.sheets.index(name) + 1}.xml"])

    def _value(self, cell: Any) -> Any:
        assert cell.find("m:f", NS) is None
        value = cell.findtext("m:v", "", NS)
        return _said(self.shared[int(value)]) if cell.get("t") == "s" else float(value or 0)


def _said(item: Any) -> str:
    return unescaped("".join(t.text or "" for t in item.iterfind(".//m:t", NS)))


def unescaped(text: str) -> str:
    """What Excel shows: _xHHHH_ is one character."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def written(comparison: Comparison, folder: Path, **more: Any) -> Book:
    xlsx_report.write(comparison, folder / "report.xlsx", DATED, **more)
    return Book(folder / "report.xlsx")


def test_every_change_is_a_row_with_its_words_marked_inside_the_cell(
    release: Comparison, tmp_path: Path
) -> None:
    book = written(release, tmp_path)
    rows = book.rows("Changes")
    assert [row[0] for row in rows[1:]] == list(range(1, 13))
    assert rows[3][1:3] == ["Replacement", "number, quotation"]
    assert ("412", True, False) in book.rich(rows[3][5])
    assert ("421", False, True) in book.rich(rows[3][6])
    assert rows[11][5] == "Вопрос о ледоколе будет рассмотрен отдельно."


def test_tables_have_filters(release: Comparison, tmp_path: Path) -> None:
    book = written(release, tmp_path)
    assert book.sheets == ["Summary", "Counts", "Changes", "Findings", "Notices"]
    assert [book.has_filter(name) for name in book.sheets] == [False, True, True, True, True]


def test_every_finding_is_a_row_of_its_own(release: Comparison, tmp_path: Path) -> None:
    rows = written(release, tmp_path).rows("Findings")
    assert len(rows) - 1 == len(release.findings)
    assert rows[1][0] == "Repeated header"
    assert "It interrupts a sentence" in rows[1][5]


def test_the_cover_says_which_files_were_compared(release: Comparison, tmp_path: Path) -> None:
    rows = written(release, tmp_path).rows("Summary")
    assert ["File", "published.txt", "corrected.docx"] in rows
    assert ["SHA-256", "5bcb32c1" * 8, "9c01a7e2" * 8] in rows


def test_remarks_get_columns_of_their_own(release: Comparison, tmp_path: Path) -> None:
    remarks = ReportRemarks({4: ReportRemark("query", "по записи?")})
    rows = written(release, tmp_path, remarks=remarks).rows("Changes")
    assert rows[0][-2:] == ["State", "Note"]
    assert rows[4][-2:] == ["query", "по записи?"]


def test_hostile_text_is_text_and_no_formula(maker: Any, tmp_path: Path) -> None:
    maker.paragraph(f"{HOSTILE} [old{HOSTILE}→new{HOSTILE}] {HOSTILE}", (Category.WORDING,))
    maker.inserted(HOSTILE)
    maker.paragraph("one [=two→@three] four", (Category.WORDING,))
    notices = (Notice(NoticeCode.OTHER, {"sentence": HOSTILE}),)
    comparison = maker.comparison(
        notices=notices,
        names=("=1+1", "b\x0b\ud800&P.docx"),
    )
    book = written(comparison, tmp_path, remarks=ReportRemarks({1: ReportRemark("=A1", HOSTILE)}))
    fit = "=cmd|'/c calc'!A0 <script> ␋␀ ⟨U+D800⟩ ⟨U+202E⟩gpj. _x000B_"
    assert book.rows("Notices")[1][1] == fit
    assert book.rows("Changes")[1][-2:] == ["=A1", fit]
    assert f"new{fit}" in book.rows("Changes")[1][6]
    assert book.rich("one @three four")[1] == ("@three", False, True)
    assert book.rows("Changes")[2][6] == fit
    assert ["File", "=1+1", "b␋⟨U+D800⟩&P.docx"] in book.rows("Summary")


def test_text_that_looks_like_the_writers_own_markup_is_text(maker: Any, tmp_path: Path) -> None:
    text = "<r><t>injected</t></r>"
    notices = (Notice(NoticeCode.OTHER, {"sentence": text}),)
    maker.paragraph("Nothing happened.")
    book = written(maker.comparison(notices=notices), tmp_path)
    assert book.rows("Notices")[1][1] == text


@pytest.mark.parametrize("letter", ["я", "😀"])
def test_text_too_long_for_a_cell_says_how_much_is_left_out(
    maker: Any, tmp_path: Path, letter: str
) -> None:
    notices = (Notice(NoticeCode.OTHER, {"sentence": letter * 40_000}),)
    maker.paragraph("Nothing happened.")
    book = written(maker.comparison(notices=notices), tmp_path)
    said = book.rows("Notices")[1][1]
    assert len(said.encode("utf-16-le")) // 2 <= xlsx_report.MOST
    kept = said.count(letter)
    assert said.endswith(f" … and {40_000 - kept} characters more")


def test_the_same_comparison_and_date_make_the_same_bytes(
    release: Comparison, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        xlsx_report.write(release, tmp_path / name, DATED)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_two_thousand_changes_are_written_in_two_seconds(
    large: Callable[[int], Comparison], tmp_path: Path
) -> None:
    comparison = large(2000)
    start = time.process_time()
    xlsx_report.write(comparison, tmp_path / "report.xlsx", DATED)
    assert time.process_time() - start < 2


def test_a_report_that_fails_leaves_the_former_one(
    release: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(b"the former report")

    def full_disk(*_all: Any) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space left"):
        xlsx_report.write(release, path, DATED)
    monkeypatch.undo()
    assert path.read_bytes() == b"the former report"
    assert [p.name for p in tmp_path.iterdir()] == ["report.xlsx"]
