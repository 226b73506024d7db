"""The signs of quoted mail before lines that were joined: set aside, and each told of."""

from collections.abc import Iterator, Sequence

from sverka.model import Decision, Finding, FindingKind, Span, Spot, Tier
from sverka.model import ReasonCode as Code
from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.assembly.assembly_value import Assembly, QuotedLine
from sverka.screening.assembly.screening_case import ScreeningCase
from sverka.screening.lines.facts import counting
from sverka.screening.lines.text_lines import sources_of


def quote_sign_findings(case: ScreeningCase, assembly: Assembly) -> Iterator[Finding]:
    """A finding for each paragraph with such lines, or one for all where there are many."""
    yield from case.decided([_finding(case, group) for group in _groups(assembly)])


def kept_signs(case: ScreeningCase, assembly: Assembly) -> frozenset[Spot]:
    """The signs that the user wants in the text."""
    return frozenset(
        spot
        for finding in quote_sign_findings(case, assembly)
        if finding.decision is Decision.KEPT
        for spot in finding.spots
    )


def _groups(assembly: Assembly) -> list[list[QuotedLine]]:
    groups: dict[int, list[QuotedLine]] = {}
    for quoted in assembly.quoted:
        groups.setdefault(quoted.paragraph, []).append(quoted)
    if len(groups) > weights.MOST_APART:
        return [list(assembly.quoted)]
    return list(groups.values())


def _finding(case: ScreeningCase, group: Sequence[QuotedLine]) -> Finding:
    first, kind = group[0], FindingKind.QUOTE_SIGNS
    return Finding(
        key="",
        kind=kind,
        side=case.side,
        text=first.line.text,
        reasons=(counting(Code.QUOTE_SIGNS, len(group)),),
        tier=Tier.CERTAIN,
        decision=Decision.REMOVED,
        group=f"{kind}:line-start",
        spots=tuple(quoted.spot for quoted in group),
        sources=sources_of([quoted.line for quoted in group]),
        place=Span(first.paragraph, first.offset, first.offset),
    )
