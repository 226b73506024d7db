"""The report as a PDF: the DOCX report printed by LibreOffice, where that is installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from sverka.files import written_whole
from sverka.model import Comparison, WriteError
from sverka.reports import docx_report
from sverka.reports.report_options import DEFAULT, NO_REMARKS, ReportOptions, ReportRemarks

PATIENCE = 180
"""Seconds that LibreOffice may take; the report of 2,000 changes takes it five."""

_NAMES = ("soffice", "libreoffice")


def write(
    comparison: Comparison,
    path: Path | str,
    options: ReportOptions = DEFAULT,
    remarks: ReportRemarks = NO_REMARKS,
) -> None:
    """Write the report on `comparison` to `path`, whole or not at all; OSError passes.

    Raises WriteError with a sentence where LibreOffice is missing or makes no PDF.
    """
    office = next(filter(None, map(shutil.which, _NAMES)), None)
    if office is None:
        raise WriteError(
            "“{name}” was not written: a PDF needs LibreOffice, which is not installed. "
            "Write the report as DOCX or HTML, or print it from the window.",
            name=Path(path).name,
        )
    with tempfile.TemporaryDirectory(prefix="sverka-") as name:
        folder = Path(name)
        docx_report.write(comparison, folder / "report.docx", options, remarks)
        _print(office, folder, Path(path).name)
        with written_whole(path) as part:
            part.write_bytes((folder / "report.pdf").read_bytes())


def _print(office: str, folder: Path, name: str) -> None:
    """Have LibreOffice print the report in `folder`, with a profile of its own there.

    Its own profile, because a LibreOffice that is open already would take the job and its errors.
    """
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--convert-to", "pdf"]
    try:
        subprocess.run(
            [*command, "--outdir", str(folder), str(folder / "report.docx")],
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise WriteError(
            "“{name}” was not written: LibreOffice did not finish in {count} seconds.",
            name=name,
            count=PATIENCE,
        ) from error
    except subprocess.CalledProcessError as error:
        raise _failed(name) from error
    if not (folder / "report.pdf").exists():
        raise _failed(name)


def _failed(name: str) -> WriteError:
    return WriteError(
        "“{name}” was not written: LibreOffice could not print the report.", name=name
    )
