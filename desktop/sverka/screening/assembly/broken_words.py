"""Words that were broken at line ends: what was put together, and what nobody could tell."""

from collections.abc import Iterator, Sequence

from sverka.model import Decision, Finding, FindingKind, Reason, ReasonCode, Span, Spot, Tier
from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.assembly.assembly_value import Assembly, Hyphen
from sverka.screening.assembly.screening_case import ScreeningCase
from sverka.screening.lines.facts import counting
from sverka.screening.lines.text_lines import sources_of


def broken_word_findings(case: ScreeningCase, assembly: Assembly) -> Iterator[Finding]:
    """A finding for each broken word put together, or one for all where there are many; and one
    for each that was left with its hyphen because neither version has it unbroken.
    """
    yield from case.decided([_finding(case, group) for group in _groups(assembly)])


def decided_hyphens(case: ScreeningCase, assembly: Assembly) -> dict[Spot, bool]:
    """The hyphens about which the user decided otherwise: whether they fall away."""
    falling: dict[Spot, bool] = {}
    for group, found in zip(_groups(assembly), broken_word_findings(case, assembly), strict=True):
        falls = found.decision is Decision.REMOVED
        if falls != bool(group[0].seam.dropped):
            falling.update((hyphen.spot, falls) for hyphen in group)
    return falling


def _groups(assembly: Assembly) -> list[list[Hyphen]]:
    welded = [hyphen for hyphen in assembly.hyphens if hyphen.seam.sure]
    unsure = [[hyphen] for hyphen in assembly.hyphens if not hyphen.seam.sure]
    apart = [[hyphen] for hyphen in welded] if len(welded) <= weights.MOST_APART else [welded]
    return [*apart, *unsure]


def _finding(case: ScreeningCase, group: Sequence[Hyphen]) -> Finding:
    first = group[0]
    falls = bool(first.seam.dropped)
    kind = FindingKind.HYPHENATION
    left, right = _halves(first)
    text = f"{left}\n{right}"
    return Finding(
        key="",
        kind=kind,
        side=case.side,
        text=text,
        reasons=(_reason(group),),
        tier=Tier.CERTAIN if first.seam.sure else Tier.SUSPECTED,
        decision=Decision.REMOVED if falls else Decision.KEPT,
        group=f"{FindingKind.HYPHENATION}:line-end",
        spots=tuple(hyphen.spot for hyphen in group),
        sources=sources_of([first.before, first.after]),
        place=Span(first.paragraph, first.offset, first.offset),
        suggestion=left[:-1] + right,
    )


def _halves(hyphen: Hyphen) -> tuple[str, str]:
    return hyphen.before.text.rsplit(None, 1)[-1], hyphen.after.text.split(None, 1)[0]


def _reason(group: Sequence[Hyphen]) -> Reason:
    if not group[0].seam.sure:
        return Reason(ReasonCode.HYPHEN_LEFT)
    if len(group) == 1:
        return Reason(ReasonCode.WORD_JOINED)
    return counting(ReasonCode.WORDS_JOINED, len(group))
