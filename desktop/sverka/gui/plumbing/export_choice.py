"""What a user chooses for a report: kept from one report to the next, and under names."""

from dataclasses import dataclass

from sverka.gui.plumbing.window_language import current
from sverka.model import Category
from sverka.reports.report_options import USUAL, Paper, ReportOptions, Section

FORMS = ("docx", "html", "xlsx", "pdf", "json", "redline")
"""The formats of reports, most by the endings of their files; last the document itself."""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """One way to write reports. No language stands for the one of the window."""

    form: str = "docx"
    sections: tuple[Section, ...] = tuple(s for s in Section if s in USUAL)
    only: tuple[Category, ...] = ()
    reviewed: bool = False
    language: str = ""
    paper: Paper = Paper.A4
    reviewer: str = ""
    opened: bool = True

    @property
    def ending(self) -> str:
        """How the name of the file ends."""
        return "docx" if self.form == "redline" else self.form

    @property
    def options(self) -> ReportOptions:
        """The choice as the reports understand it."""
        return ReportOptions(
            sections=frozenset(self.sections),
            only=frozenset(self.only),
            reviewed=self.reviewed,
            language=self.language or current().code,
            paper=self.paper,
            reviewer=self.reviewer,
        )
