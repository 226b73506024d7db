"""Reports in several languages are written at the same time, each wholly in its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sverka.language import LANGUAGES, language
from sverka.model import Comparison
from sverka.reports import docx_report, html_report, json_forms, xlsx_report
from sverka.reports.report_options import ReportOptions, Section

Writer = Callable[[Comparison, Path, ReportOptions], None]
DATED = ReportOptions(date=datetime(2026, 11, 22, 14, 5, tzinfo=UTC), sections=frozenset(Section))
THREADS = 12
ROUNDS = 20


def _json(comparison: Comparison, path: Path, options: ReportOptions) -> None:
    json_forms.write(json_forms.comparison(comparison, language(options.language)), path)


WRITERS: dict[str, Writer] = {
    "docx": docx_report.write,
    "html": html_report.write,
    "xlsx": xlsx_report.write,
    "json": _json,
}


@pytest.mark.parametrize("form", WRITERS)
def test_reports_written_at_once_are_those_written_alone(
    form: str, release: Comparison, tmp_path: Path
) -> None:
    def written(spoken: str, name: str) -> bytes:
        path = tmp_path / f"{name}.{form}"
        WRITERS[form](release, path, replace(DATED, language=spoken))
        return path.read_bytes()

    alone = {spoken: written(spoken, f"alone-{spoken}") for spoken in LANGUAGES}
    assert len(set(alone.values())) == len(LANGUAGES)
    jobs = [(spoken, f"{n}-{spoken}") for n in range(ROUNDS) for spoken in LANGUAGES]
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(lambda job: written(*job), jobs))
    mixed = [
        name for (spoken, name), one in zip(jobs, together, strict=True) if one != alone[spoken]
    ]
    assert mixed == []
