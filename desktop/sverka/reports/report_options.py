"""What goes into a report, and how it is set."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class ReportRemarks:
    """What a reviewer said, by the numbers of changes and of findings.

    Both count from 1, in the order of `Comparison.changes` and `Comparison.findings`.
    """

    changes: Mapping[int, ReportRemark] = field(default_factory=dict)
    findings: Mapping[int, ReportRemark] = field(default_factory=dict)


NO_REMARKS = ReportRemarks()


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices for one report.

    `only` keeps the changes of these categories, all where it is empty; `reviewed` keeps those
    with a remark. Numbers of changes stay what they are in the whole comparison. `language` is a
    code of `sverka.language.LANGUAGES`. `date` is what the report is
    dated with, the present moment where None; given, the same comparison makes the same bytes.
    `reviewer` is who reviewed, for the cover.
    """

    sections: frozenset[Section] = USUAL
    only: frozenset[Category] = frozenset()
    reviewed: bool = False
    language: str = "en"
    paper: Paper = Paper.A4
    date: datetime | None = None
    reviewer: str = ""


DEFAULT = ReportOptions()


def is_listed(
    number: int, change: Change, options: ReportOptions, remarked: Container[int]
) -> bool:
    """Whether change `number`, from 1, goes into a report; `remarked` are those with a remark."""
    wanted = not options.only or bool(options.only.intersection(change.categories))
    return wanted and (not options.reviewed or number in remarked)
