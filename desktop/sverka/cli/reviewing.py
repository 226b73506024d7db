"""Brings what a saved session says of changes and findings into the reports."""

from pathlib import Path

from sverka.language import Language
from sverka.model import Comparison
from sverka.reports.report_options import NO_REMARKS, ReportRemarks
from sverka.review import change_keys, load
from sverka.screening import known_by
from sverka.worker.writing import said


def remarks_of(session: str | None, comparison: Comparison, language: Language) -> ReportRemarks:
    """The remarks in the session file, by the numbers the reports know; none without a session.

    Raises ReadError with a sentence for a file that is no session.
    """
    if session is None:
        return NO_REMARKS
    kept = load(Path(session)).remarks
    found = [finding.key for finding in comparison.findings]
    known = known_by(kept, found)
    changes, findings = (
        {n: said(kept[key], language) for n, key in enumerate(keys, 1) if key in kept}
        for keys in (change_keys(comparison), [known.get(key, key) for key in found])
    )
    return ReportRemarks(changes, findings)
