"""Writes the report that an Export asks for, with what the reviewer said in it."""

from importlib import import_module
from pathlib import Path

from sverka.files import not_written, refuse_to_overwrite
from sverka.language import Language, language
from sverka.model import Comparison
from sverka.reports.report_options import ReportRemark, ReportRemarks
from sverka.review import Remark, State
from sverka.wording import state_name
from sverka.worker.messages import Export


def write_report(job: Export, comparison: Comparison) -> None:
    """Write the report in its form and language; WriteError where that fails."""
    read = (job.compare.old, job.compare.new, job.session)
    refuse_to_overwrite(job.path, filter(None, read))
    try:
        _write(job, comparison)
    except OSError as error:
        raise not_written(job.path, error) from error


def _write(job: Export, comparison: Comparison) -> None:
    if job.form == "json":
        _write_json(job, comparison)
        return
    # Imported when asked for: each form has libraries of its own.
    writer = import_module(f"sverka.reports.{job.form}_report")
    speech = language(job.options.language)
    remarks = ReportRemarks(
        {number: said(remark, speech) for number, remark in job.remarks},
        {number: said(remark, speech) for number, remark in job.finding_remarks},
    )
    writer.write(comparison, Path(job.path), job.options, remarks)


def said(remark: Remark, language: Language) -> ReportRemark:
    """A reviewer's remark in the words a report prints."""
    state = "" if remark.state is State.TO_DO else state_name(remark.state, language)
    return ReportRemark(state, remark.note)


def _write_json(job: Export, comparison: Comparison) -> None:
    from sverka.reports import json_forms

    value = json_forms.comparison(comparison, language(job.options.language))
    value["review"] = [
        {kind: number, "state": remark.state.value, "note": remark.note}
        for kind, remarks in (("change", job.remarks), ("finding", job.finding_remarks))
        for number, remark in remarks
    ]
    json_forms.write(value, Path(job.path))
