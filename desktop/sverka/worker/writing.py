"""Writes the report that an Export asks for, with what the reviewer said in it."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from sverka.files import not_written, refuse_to_overwrite
from sverka.language import Language, language
from sverka.model import Comparison
from sverka.reports.report_options import ReportRemark, ReportRemarks
from sverka.review import Remark, State
from sverka.wording import redline_refused, redline_words, state_name
from sverka.worker.messages import Export


def write_report(job: Export, comparison: Comparison) -> tuple[str, ...]:
    """Write the report in its form and language; WriteError where that fails.

    What is to be said of it comes back: of a redline the verdict.
    """
    read = (job.compare.old, job.compare.new, job.session)
    refuse_to_overwrite(job.path, filter(None, read))
    if job.form == "redline":
        return _write_redline(job, comparison)
    try:
        _write(job, comparison)
    except OSError as error:
        raise not_written(job.path, error) from error
    return ()


def _write_redline(job: Export, comparison: Comparison) -> tuple[str, ...]:
    """Write the document itself with tracked changes; WriteError where it would not be right."""
    # Imported when asked for, as the reports are
    from sverka.readers.intake import take_in
    from sverka.redline import RedlineOptions, write_proven
    from sverka.redline.reading import prove_versions

    speech = language(job.options.language)
    old, new = take_in(job.compare.old), take_in(job.compare.new)
    options = RedlineOptions(date=job.options.date)
    if job.options.reviewer:
        options = replace(options, author=job.options.reviewer)
    made = prove_versions(comparison, (old, new), options, speech)
    if not made.verification.verified:
        raise redline_refused(made.verification, job.path, speech)
    write_proven(made, Path(job.path), (job.compare.old, job.compare.new))
    redlined = made.redlined
    return redline_words(made.verification, redlined.whole, redlined.settled, redlined.kept, speech)


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
