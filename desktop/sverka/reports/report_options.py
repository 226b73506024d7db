"""What goes into a report, and how it is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sverka.model import Category, Change


class Section(StrEnum):
    """A part of a report that can be left out; in the order in which they stand."""

    SUMMARY = "summary"
    COUNTS = "counts"
    MAP = "map"
    CHANGES = "changes"
    FINDINGS = "findings"
    REPEATS = "repeats"
    NOTICES = "notices"
    REDLINE = "redline"
    COLUMNS = "columns"


USUAL = frozenset(Section) - {Section.REDLINE, Section.COLUMNS}
"""What is in a report unless asked otherwise: all but the full texts."""


class Paper(StrEnum):
    """The sheet a report is laid out for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ReportRemark:
    """What a reviewer said of one change: its state in words, and a note; either may be empty."""

    state: str = ""
    note: str = ""


ReportRemarks = Mapping[int, ReportRemark]
"""Remarks by the number of the change, from 1 in the order of `Comparison.changes`.

Those of findings stand under minus their number, from -1 in the order of `Comparison.findings`.
"""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for one report.

    `only` keeps the changes of these categories, all where it is empty; `reviewed` keeps those
    with a remark. Numbers of changes stay what they are in the whole comparison. `language` is a
    code of `sverka.language.LANGUAGES`, the one in use where None. `date` is what the report is
    dated with, the present moment where None; given, the same comparison makes the same bytes.
    `reviewer` is who reviewed, for the cover.
    """

    sections: frozenset[Section] = USUAL
    only: frozenset[Category] = frozenset()
    reviewed: bool = False
    language: str | None = None
    paper: Paper = Paper.A4
    date: datetime | None = None
    reviewer: str = ""


DEFAULT = ReportOptions()


def is_listed(number: int, change: Change, options: ReportOptions, remarks: ReportRemarks) -> bool:
    """Whether change `number`, from 1, goes into a report."""
    wanted = not options.only or bool(options.only.intersection(change.categories))
    return wanted and (not options.reviewed or number in remarks)
