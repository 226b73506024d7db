"""The report as one HTML file that needs nothing else: no script, no font, no network."""

import base64
import hashlib
from collections import Counter
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from sverka.files import written_whole
from sverka.language import Language
from sverka.model import Category, Comparison, Side
from sverka.reports import chart as charts
from sverka.reports.fit_text import shown
from sverka.reports.fulltext_tables import with_grids
from sverka.reports.marked_text import MarkedPiece
from sverka.reports.report_content import Report, build
from sverka.reports.report_headings import (
    change_heads,
    finding_heads,
    notice_heads,
    section_heading,
    version_heads,
)
from sverka.reports.report_options import (
    DEFAULT,
    NO_REMARKS,
    Paper,
    ReportOptions,
    ReportRemarks,
    Section,
)
from sverka.wording import category_name, side_name
from sverka.wording.measures import number_words

_PAPERS = {Paper.A4: "A4", Paper.LETTER: "letter"}


@dataclass(frozen=True, slots=True)
class _Filter:
    """A choice above the changes: those of one category, and how many they are."""

    category: Category
    name: str
    count: int


def write(
    comparison: Comparison,
    path: Path | str,
    options: ReportOptions = DEFAULT,
    remarks: ReportRemarks = NO_REMARKS,
) -> None:
    """Write the report on `comparison` to `path`, whole or not at all; OSError passes.

    `remarks` are what a reviewer said.
    """
    page = _page(build(comparison, options, remarks), options.paper)
    with written_whole(path) as part:
        part.write_text(page, encoding="utf-8", newline="\n")


def _page(report: Report, paper: Paper) -> str:
    language = report.language
    filters = _filters(report, language)
    style = _style(paper, filters)
    return (
        _environment()
        .get_template("page")
        .render(
            report=report,
            filters=filters,
            heading=lambda section: section_heading(Section(section), language),
            change_heads=change_heads(language, reviewed=report.is_reviewed),
            finding_heads=finding_heads(language),
            notice_heads=notice_heads(language),
            version_heads=version_heads(language),
            with_grids=with_grids,
            sides=tuple(Side),
            picture=Markup(charts.svg(report.chart)) if report.chart else "",
            legend=charts.legend(language),
            style=Markup(style),
            _=language.gettext,
            ngettext=language.ngettext,
            pgettext=language.pgettext,
            style_hash=f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}",
        )
    )


def _look_of(piece: MarkedPiece) -> str:
    """The classes of how a piece looks in its file."""
    looks = [field.name for field in fields(piece.look) if getattr(piece.look, field.name)]
    return " ".join([*looks, "link"] if piece.is_link else looks)


def _filters(report: Report, language: Language) -> tuple[_Filter, ...]:
    counts = Counter(label.category for entry in report.entries for label in entry.labels)
    return tuple(
        _Filter(category, category_name(category, language).lower(), counts[category])
        for category in Category
        if counts[category]
    )


def _style(paper: Paper, filters: tuple[_Filter, ...]) -> str:
    """The style sheet, with a rule for each filter: a page without a script filters by these."""
    rules = (
        f"main:has(#only-{f.category}:checked) :is(.change:not(.is-{f.category}),"
        f"section:not(:has(.is-{f.category}))){{display:none}}"
        for f in filters
    )
    sheet = files("sverka.reports").joinpath("page.css").read_text(encoding="utf-8")
    screen = f"@media screen{{{''.join(rules)}}}\n"
    return sheet.replace("PAPER", _PAPERS[paper]) + screen


@cache
def _environment() -> Environment:
    """Templates in which everything is escaped, and made fit to be shown before that."""
    text = files("sverka.reports").joinpath("page.html").read_text(encoding="utf-8")
    environment = Environment(
        loader=DictLoader({"page": text}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
    )
    environment.globals.update({"side_name": side_name, "number_words": number_words})
    environment.globals["look_of"] = _look_of
    return environment


def _fit(value: object) -> object:
    """What a template prints: text made fit, markup of our own as it is."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
