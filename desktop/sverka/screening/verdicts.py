"""What became of each finding from one version to the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sverka.model import Finding, Screening, Verdict
from sverka.screening.keys import letters_of


def judge(old: Screening, new: Screening) -> tuple[Finding, ...]:
    """The findings of both versions, the old one's first, each with its verdict.

    A finding whose like stands in the other version too is still there; else one of the old
    version is fixed and one of the new version introduced. A page header or footer that both have
    but that reads differently is changed, said once for each version.
    """
    return (*_judged(old, new, Verdict.FIXED), *_judged(new, old, Verdict.INTRODUCED))


def _judged(one: Screening, other: Screening, alone: Verdict) -> list[Finding]:
    others = Counter(_likeness(finding) for finding in other.findings)
    return [
        replace(finding, verdict=Verdict.STILL_THERE if others[_likeness(finding)] else alone)
        for finding in _once(one.findings)
    ]


def _once(findings: Sequence[Finding]) -> Sequence[Finding]:
    return findings


def _likeness(finding: Finding) -> tuple[str, str]:
    return finding.kind, letters_of(finding.text)
