"""Brings what a saved session says of changes and findings into the reports."""

from pathlib import Path

from sverka.model import Comparison
from sverka.reports.report_options import ReportRemark, ReportRemarks
from sverka.review import change_keys, finding_keys, load
from sverka.worker.writing import said


def remarks_of(session: str | None, comparison: Comparison) -> ReportRemarks:
    """The remarks in the session file, by the numbers the reports know; none without a session.

    Raises ReadError with a sentence for a file that is no session.
    """
    if session is None:
        return {}
    kept = load(Path(session)).remarks
    numbered: dict[int, ReportRemark] = {}
    for sign, keys in ((1, change_keys(comparison)), (-1, finding_keys(comparison))):
        for number, key in enumerate(keys, 1):
            if key in kept:
                numbered[sign * number] = said(kept[key])
    return numbered
