"""The DOCX report as LibreOffice prints it: every row on paper, under a head, inside margins."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from sverka.model import Comparison
from sverka.reports import docx_report
from sverka.reports.report_options import Paper, ReportOptions, ReportRemark, ReportRemarks, Section

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))
ROW = re.compile(r"^([\d,]+) paragraph", re.MULTILINE)

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def printed(folder: Path) -> dict[str, list[str]]:
    """The text of every page of every report in `folder`, by its name."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    reports = sorted(folder.glob("*.docx"))
    subprocess.run([*command, *map(str, reports)], check=True, capture_output=True)
    return {report.stem: pages(report.with_suffix(".pdf")) for report in reports}


def pages(path: Path) -> list[str]:
    """The text of every page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [text_inside(page) for page in document]
    finally:
        document.close()


def text_inside(page: Any) -> str:
    """The text of a page, which must end before the margins."""
    lines = page.get_textpage()
    boxes = [lines.get_rect(i) for i in range(lines.count_rects())]
    assert max(right for _left, _bottom, right, _top in boxes) < page.get_width() - 50
    return str(lines.get_text_range()).replace("\r\n", "\n")


def test_every_change_is_printed_once_under_a_head(
    large: Callable[[int], Comparison], tmp_path: Path
) -> None:
    remarks = ReportRemarks(
        {n: ReportRemark("query", "What does the recording say?") for n in range(1, 130, 7)}
    )
    docx_report.write(large(130), tmp_path / "a4.docx", DATED)
    letter = replace(DATED, paper=Paper.LETTER)
    docx_report.write(large(130), tmp_path / "letter.docx", letter, remarks)
    for report in printed(tmp_path).values():
        numbers = [int(n) for page in report for n in ROW.findall(page)]
        assert numbers == list(range(1, 131))
        assert_under_heads(report)
        assert all(len(page.splitlines()) > 8 for page in report)


def test_a_table_is_whole_wherever_the_page_ends(release: Comparison, tmp_path: Path) -> None:
    options = replace(DATED, sections=frozenset(Section) - {Section.MAP})
    for lines in range(0, 36, 2):
        text = " ".join(["A sentence that fills a line of the cover of the report."] * lines)
        made = replace(options, reviewer=text)
        docx_report.write(release, tmp_path / f"{lines:02}.docx", made)
    reports = printed(tmp_path)
    assert len(reports) == 18
    for report in reports.values():
        text = "\n".join(report)
        assert [int(n) for n in ROW.findall(text)] == list(range(1, 13))
        assert_under_heads(report)
        assert text.count("All changes") == 1
        assert text.count("Duplicate paragraph") == 1
        assert text.count("Page 3 has no text layer") == 1


def assert_under_heads(report: list[str]) -> None:
    for page in report:
        first = ROW.search(page)
        assert first is None or "No. Place and kind" in page[: first.start()]
