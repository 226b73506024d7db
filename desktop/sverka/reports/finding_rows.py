"""The findings of a report, those that are alike in one row, with their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.language import Language
from sverka.model import Comparison, Finding, FindingKind, Side
from sverka.reports.report_options import ReportRemark, ReportRemarks
from sverka.wording import (
    decision_name,
    finding_name,
    finding_place,
    finding_reasons,
    finding_text,
    first_listed,
    listed_runs,
    shortened,
    tier_name,
    verdict_name,
)

REPEATS = frozenset({FindingKind.REPEATED_BLOCK, FindingKind.DUPLICATE_PARAGRAPH})
"""Kinds told of in a section of their own: text that stands twice, and stays in the text."""

_PLACES = 8
_EVIDENCE = 4
_TEXT = 240


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Findings that are alike: `count` of them, with the places and the reasons of all."""

    kind: FindingKind
    kind_name: str
    side: Side
    text: str
    suggestion: str
    place: str
    count: int
    evidence: tuple[str, ...]
    tier: str
    decision: str
    verdict: str

    @property
    def is_repeat(self) -> bool:
        """Whether it is text that stands twice."""
        return self.kind in REPEATS


def found_rows(
    comparison: Comparison, remarks: ReportRemarks, language: Language
) -> tuple[tuple[FindingRow, ...], tuple[FindingRow, ...]]:
    """The findings, and apart from them the repeats; every finding is counted in one row.

    What a reviewer said of a finding comes first among its reasons.
    """
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for number, finding in enumerate(comparison.findings, 1):
        key = (
            finding.side,
            finding.kind,
            finding.group or finding.key,
            finding.tier,
            finding.decision,
            finding.verdict,
            finding.place is None,
            _remark_words(remarks.findings.get(number), language),
        )
        alike.setdefault(key, []).append(finding)
    rows = [_row(findings, language, said=str(key[-1])) for key, findings in alike.items()]
    return (
        tuple(row for row in rows if not row.is_repeat),
        tuple(row for row in rows if row.is_repeat),
    )


def each_finding(
    comparison: Comparison, remarks: ReportRemarks, language: Language
) -> tuple[FindingRow, ...]:
    """Every finding in a row of its own, repeats as well, with its whole text."""
    return tuple(
        _row(
            [finding],
            language,
            len(finding_text(finding)) + 1,
            _remark_words(remarks.findings.get(number), language),
        )
        for number, finding in enumerate(comparison.findings, 1)
    )


def _remark_words(remark: ReportRemark | None, language: Language) -> str:
    """ "Query: whose header is it?" """
    if remark is None:
        return ""
    note = " ".join(remark.note.split())
    if not remark.state:
        return language.gettext("Note: {text}").format(text=note)
    state = remark.state[:1].upper() + remark.state[1:]
    return f"{state}: {note}" if note else state


def _row(
    findings: Sequence[Finding], language: Language, most: int = _TEXT, said: str = ""
) -> FindingRow:
    first = findings[0]
    return FindingRow(
        kind=first.kind,
        kind_name=finding_name(first.kind, language),
        side=first.side,
        text=shortened(finding_text(first), most),
        suggestion=first.suggestion or "",
        place=_places(findings, language),
        count=len(findings),
        evidence=(*([said] if said else []), *_evidence(findings, language)),
        tier=tier_name(first.tier, language),
        decision=decision_name(first.decision, language),
        verdict=verdict_name(first, language),
    )


def _evidence(findings: Sequence[Finding], language: Language) -> tuple[str, ...]:
    said = (finding_reasons(finding, language) for finding in findings)
    reasons = list(dict.fromkeys(reason for reasons in said for reason in reasons))
    rest = len(reasons) - _EVIDENCE
    if rest <= 0:
        return tuple(reasons)
    more = language.ngettext(
        "And {count} more reason like these.", "And {count} more reasons like these.", rest
    ).format(count=rest)
    return (*reasons[:_EVIDENCE], more)


def _places(findings: Sequence[Finding], language: Language) -> str:
    pages = [finding.page for finding in findings]
    if len(findings) > 1 and all(page is not None for page in pages):
        ranges = listed_runs(sorted({page for page in pages if page is not None}))
        return language.gettext("pages {list}").format(list=first_listed(ranges, _PLACES, language))
    places = list(dict.fromkeys(filter(None, (finding_place(f, language) for f in findings))))
    return first_listed(places, _PLACES, language)
