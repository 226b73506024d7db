"""The numbers in every format agree with the JSON."""

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docx import Document
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from sverka.language import ENGLISH
from sverka.model import Category, ChangeKind, Comparison
from sverka.reports import docx_report, html_report, json_forms, xlsx_report
from sverka.reports.report_options import ReportOptions, Section
from sverka.wording import category_name, change_name

DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}

Table = list[list[str]]
Read = tuple[list[str], Table, int]


def read_docx(comparison: Comparison, path: Path) -> Read:
    """Numbers of the changes, the table of counts, how many findings."""
    docx_report.write(comparison, path, DATED)
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(str(path)).tables
    ]
    changes = [row[0] for table in tables if table[0][0] == "No." for row in table[1:]]
    counts = next(table for table in tables if table[0][0] == "Category")
    found = [row[0] for table in tables if table[0][0] == "Kind and place" for row in table[1:]]
    return changes, counts, _times(found)


def read_html(comparison: Comparison, path: Path) -> Read:
    """The same of the HTML."""
    html_report.write(comparison, path, DATED)
    page = LexborHTMLParser(path.read_text(encoding="utf-8"))
    changes = [row.css_first("td").text() for row in page.css("tr.change")]
    counts = [[c.text() for c in row.css("th, td")] for row in page.css(".counts tr")]
    found = [row.css_first("td").text(separator="\n") for row in page.css(".found tbody tr")]
    return changes, counts, _times(found)


def read_xlsx(comparison: Comparison, path: Path) -> Read:
    """The same of the workbook."""
    xlsx_report.write(comparison, path, DATED)
    with zipfile.ZipFile(path) as package:
        parts = {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith(".xml")
        }
    shared = ["".join(si.itertext()) for si in parts["xl/sharedStrings.xml"].findall("m:si", NS)]
    names = [s.get("name") for s in parts["xl/workbook.xml"].iterfind(".//m:sheet", NS)]

    def value(cell: Any) -> str:
        text = cell.findtext("m:v", "", NS)
        return shared[int(text)] if cell.get("t") == "s" else text

    def rows(name: str) -> Table:
        sheet = parts[f"xl/worksheets/sheet{names.index(name) + 1}.xml"]
        return [[value(c) for c in row] for row in sheet.iterfind(".//m:row", NS)]

    findings = len(rows("Findings")) - 1 if "Findings" in names else 0
    return [row[0] for row in rows("Changes")[1:]], rows("Counts"), findings


def _times(cells: list[str]) -> int:
    """How many findings the rows stand for: "4 times" in one of them, else one."""
    matches = (re.search(r"^(\d+) times$", cell, re.MULTILINE) for cell in cells)
    return sum(int(match[1]) if match else 1 for match in matches)


@pytest.mark.parametrize("read", [read_docx, read_html, read_xlsx])
@pytest.mark.parametrize("size", ["release", "large"])
def test_every_format_counts_as_the_json_does(
    release: Comparison,
    large: Callable[[int], Comparison],
    tmp_path: Path,
    read: Callable[[Comparison, Path], Read],
    size: str,
) -> None:
    comparison = release if size == "release" else large(1200)
    value = json_forms.comparison(comparison, ENGLISH)
    changes, counts, findings = read(comparison, tmp_path / "report")
    assert [int(number.replace(",", "")) for number in changes] == [
        c["id"] for c in value["changes"]
    ]
    assert findings == len(value["findings"])
    by_label = {row[0]: [_number(cell) for cell in row[1:]] for row in counts[1:]}
    kinds = [kind for kind in ChangeKind if kind in value["statistics"]["by_kind"]]
    assert counts[0][1:] == [*(change_name(kind, ENGLISH) for kind in kinds), "In all"]
    for category, count in value["statistics"]["by_category"].items():
        assert by_label[category_name(Category(category), ENGLISH)][-1] == count
    total = [value["statistics"]["by_kind"][kind] for kind in kinds]
    assert by_label["All changes"] == [*total, value["statistics"]["changes"]]
    pairs = Counter((c["kind"], k) for c in value["changes"] for k in c["categories"])
    for category in value["statistics"]["by_category"]:
        row = by_label[category_name(Category(category), ENGLISH)]
        assert row[:-1] == [pairs[kind, category] for kind in kinds]


def _number(cell: str) -> int:
    return 0 if cell == "–" else int(cell.replace(",", ""))


@pytest.mark.parametrize("form", [docx_report, html_report, xlsx_report])
@pytest.mark.parametrize("listed", [0, 1])
def test_every_format_says_how_many_changes_it_leaves_out(
    release: Comparison, tmp_path: Path, form: ModuleType, listed: int
) -> None:
    dates = [c for c in release.changes if Category.DATE in c.categories]
    others = [c for c in release.changes if c not in dates]
    comparison = replace(release, changes=(*dates[:listed], *others))
    form.write(comparison, tmp_path / "report", replace(DATED, only=frozenset({Category.DATE})))
    said = f"{listed} of {len(comparison.changes)} changes are listed here: date only."
    assert said in everything(tmp_path / "report")


@pytest.mark.parametrize("form", [docx_report, html_report, xlsx_report])
def test_a_report_without_the_list_of_changes_does_not_speak_of_it(
    release: Comparison, tmp_path: Path, form: ModuleType
) -> None:
    sections = frozenset({Section.SUMMARY})
    options = replace(DATED, only=frozenset({Category.DATE}), sections=sections)
    form.write(release, tmp_path / "report", options)
    assert "listed here" not in everything(tmp_path / "report")


def everything(path: Path) -> str:
    """All text of a report, whichever format it is in."""
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    return "\n".join("".join(etree.fromstring(part).itertext()) for part in parts)
