import shutil
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from sverka.model import Comparison, WriteError
from sverka.reports import pdf_report
from sverka.reports.report_options import ReportOptions

DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC))


def office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a script of our own where LibreOffice is looked for."""
    path = folder / "bin" / "soffice"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{path.parent}:/usr/bin:/bin")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_the_pdf_is_the_printed_report(release: Comparison, tmp_path: Path) -> None:
    pdf_report.write(release, tmp_path / "report.pdf", DATED)
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "Comparison of two versions" in text
    assert "1 of 3" in text


def test_without_libreoffice_a_sentence_says_what_to_do(
    release: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(WriteError, match=r"^“report\.pdf” was not written: .* as DOCX or HTML"):
        pdf_report.write(release, tmp_path / "report.pdf", DATED)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_an_office_that_prints_nothing_leaves_the_former_report(
    release: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    office(tmp_path, monkeypatch, script)
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the former report")
    with pytest.raises(WriteError, match="could not print"):
        pdf_report.write(release, path, DATED)
    assert path.read_bytes() == b"the former report"


def test_an_office_that_does_not_end_is_ended(
    release: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, monkeypatch, "exec sleep 60")
    monkeypatch.setattr(pdf_report, "PATIENCE", 0.2)
    with pytest.raises(WriteError, match="did not finish"):
        pdf_report.write(release, tmp_path / "report.pdf", DATED)
