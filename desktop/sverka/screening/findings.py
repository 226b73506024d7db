"""Makes findings: gives each its key, its characters in the file and its place in the text."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sverka.model import (
    Decision,
    Finding,
    Paragraph,
    Span,
    Spot,
)
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.assembly.assembly_value import Assembly
from sverka.screening.assembly.offsets import spots_of
from sverka.screening.assembly.screening_case import ScreeningCase
from sverka.screening.furniture.furniture_mark import FurnitureMark
from sverka.screening.lines.boxes import printed_text
from sverka.screening.lines.text_lines import TextLine, sources_of


def furniture_findings(
    case: ScreeningCase, lines: Sequence[TextLine], marks: Sequence[FurnitureMark]
) -> list[Finding]:
    """The findings of marks, without their places: those depend on what else is set aside."""
    return case.decided([_furniture_finding(case, lines, mark) for mark in marks])


def _furniture_finding(
    case: ScreeningCase, lines: Sequence[TextLine], mark: FurnitureMark
) -> Finding:
    part = [lines[i] for i in mark.lines]
    text, spots = printed_text(part), tuple(Spot(line.block, line.start, line.end) for line in part)
    removed = mark.removed and not case.keep_furniture
    return Finding(
        key="",
        kind=mark.kind,
        side=case.side,
        text=text,
        reasons=mark.reasons,
        tier=mark.tier,
        decision=Decision.REMOVED if removed else Decision.KEPT,
        group=mark.group,
        spots=spots,
        sources=sources_of(part),
    )


def placed(
    finding: Finding, lines: Sequence[TextLine], mark: FurnitureMark, assembly: Assembly
) -> Finding:
    """The finding with its place: the characters that stayed, or where they would stand."""
    return replace(finding, place=_place(lines, mark, assembly))


def _place(lines: Sequence[TextLine], mark: FurnitureMark, assembly: Assembly) -> Span | None:
    starts = assembly.starts
    first, last = mark.lines[0], mark.lines[-1]
    if first in starts:
        paragraph, start = starts[first]
        ends = [starts[i][1] + len(lines[i].text) for i in mark.lines if starts[i][0] == paragraph]
        return Span(paragraph, start, max(ends))
    for i in range(last + 1, len(lines)):
        if i in starts:
            return Span(*starts[i], starts[i][1])
    if not assembly.paragraphs:
        return None
    end = len(assembly.paragraphs[-1].text)
    return Span(len(assembly.paragraphs) - 1, end, end)


def observed(case: ScreeningCase, assembly: Assembly, seen: Sequence[Observation]) -> list[Finding]:
    """The findings of what was noticed in the reading text."""
    return case.decided([_observed(case, assembly, one) for one in seen])


def _observed(case: ScreeningCase, assembly: Assembly, seen: Observation) -> Finding:
    paragraph = assembly.paragraphs[seen.paragraph]
    places = seen.places or ((seen.paragraph, seen.start, seen.end),)
    spots = tuple(
        spot
        for index, start, end in places
        for spot in _spots(assembly.paragraphs[index], start, end)
    )
    text = seen.text if seen.text is not None else paragraph.text[seen.start : seen.end]
    return Finding(
        key="",
        kind=seen.kind,
        side=case.side,
        text=text,
        reasons=seen.reasons,
        tier=seen.tier,
        decision=Decision.KEPT,
        group=f"{seen.kind}:{seen.group}",
        spots=spots,
        sources=sources_of(_lines_at(_lines_of(assembly, seen), spots)),
        place=Span(seen.paragraph, seen.start, seen.end),
        suggestion=seen.suggestion,
        cut=seen.cut,
    )


def _lines_of(assembly: Assembly, seen: Observation) -> list[TextLine]:
    """The lines of the paragraphs concerned; of the first one where there are very many."""
    indexes = list(dict.fromkeys(index for index, _start, _end in seen.places))
    if not 1 < len(indexes) <= weights.PARAGRAPHS_SHOWN:
        indexes = [seen.paragraph]
    return [line for index in indexes for line in assembly.lines[index]]


def _spots(paragraph: Paragraph, start: int, end: int) -> tuple[Spot, ...]:
    """The characters of the file; those on either side where a line end stands in the place."""
    return spots_of(paragraph, start, end) or spots_of(paragraph, max(0, start - 1), end + 1)


def _lines_at(lines: Sequence[TextLine], spots: Sequence[Spot]) -> list[TextLine]:
    """The lines that have any of the spots."""
    ends: dict[int, list[int]] = {}
    starts: dict[int, list[int]] = {}
    for spot in sorted(spots, key=lambda spot: (spot.block, spot.start)):
        starts.setdefault(spot.block, []).append(spot.start)
        ends.setdefault(spot.block, []).append(spot.end)
    found = []
    for line in lines:
        begun = bisect_left(starts.get(line.block, []), line.end)
        if begun and ends[line.block][begun - 1] > line.start:
            found.append(line)
    return found
