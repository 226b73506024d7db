"""The whole of screening on one page: a document in, its reading text and findings out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sverka.language import _
from sverka.model import (
    Decision,
    Document,
    Finding,
    FindingKind,
    Part,
    Progress,
    Screening,
    Side,
    Span,
    Spot,
    Stage,
    Tier,
    silent,
)
from sverka.screening.artifacts.scripts import mixed_words
from sverka.screening.furniture import text_furniture
from sverka.screening.geometry import page_furniture
from sverka.screening.hyphens import Words
from sverka.screening.layout import layout_of
from sverka.screening.lines import Line, lines_of, sources_of
from sverka.screening.mark import Mark
from sverka.screening.offsets import spots_of
from sverka.screening.paragraphs import Assembly, GoesOn, assemble
from sverka.screening.parts import part_findings
from sverka.screening.print_layout import in_pdf, print_layout_of
from sverka.screening.resuming import in_docx, in_text
from sverka.screening.witness import Witness, witness_of

NONE_DECIDED: Mapping[str, Decision] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Case:
    """A document under screening, with what the user wants of it."""

    document: Document
    side: Side
    decisions: Mapping[str, Decision]
    keep_furniture: bool


def screen(
    document: Document,
    other: Document | None = None,
    *,
    side: Side = Side.OLD,
    decisions: Mapping[str, Decision] = NONE_DECIDED,
    keep_furniture: bool = False,
    progress: Progress = silent,
) -> Screening:
    """The reading text of a document and everything that was noticed on the way to it.

    `other` is the other version, a witness of what belongs to the text. `decisions` are the user's
    by the id of a finding and stand above the program's own; `keep_furniture` keeps whatever the
    file has in its text. Text that is set aside stands in a finding, character by character.
    """
    case = _Case(document, side, decisions, keep_furniture)
    progress(Stage.SCREENING, 0.0)
    lines = lines_of(document)
    witness = witness_of(other) if other is not None else None
    progress(Stage.SCREENING, 0.1)
    marks = _marks(document, lines, witness)
    progress(Stage.SCREENING, 0.5)
    findings = [_finding(case, lines, mark) for mark in marks]
    removed = frozenset(
        i
        for mark, finding in zip(marks, findings, strict=True)
        if finding.decision is Decision.REMOVED
        for i in range(mark.first, mark.last + 1)
    )
    apart = frozenset(i for mark in marks if mark.removed for i in range(mark.first, mark.last + 1))
    words = Words(_texts(document, other))
    rule = _rule(document, lines, removed)
    assembly = assemble(document, lines, removed, apart - removed, rule, words)
    progress(Stage.SCREENING, 0.8)
    placed = [
        _placed(finding, lines, mark, assembly)
        for mark, finding in zip(marks, findings, strict=True)
    ]
    others = [
        *part_findings(document, side),
        *_hyphen_findings(case, assembly),
        *_mixed(case, assembly),
    ]
    progress(Stage.SCREENING, 1.0)
    return Screening(assembly.paragraphs, (*placed, *others))


def _texts(document: Document, other: Document | None) -> list[str]:
    both = (document,) if other is None else (document, other)
    return [line for d in both for block in d.blocks for line in block.text.split("\n")]


def _marks(document: Document, lines: Sequence[Line], witness: Witness | None) -> list[Mark]:
    body = [line for line in lines if line.part is Part.BODY]
    if document.format == "pdf":
        return page_furniture(body, document.properties.page_height)
    return text_furniture(body, witness)


def _rule(document: Document, lines: Sequence[Line], removed: frozenset[int]) -> GoesOn:
    if document.format == "pdf":
        return in_pdf(print_layout_of([line for line in lines if line.index not in removed]))
    if document.format == "docx":
        return in_docx
    return in_text(layout_of(lines))


def _finding(case: _Case, lines: Sequence[Line], mark: Mark) -> Finding:
    part = lines[mark.first : mark.last + 1]
    name = f"{case.side}:{mark.kind}:{part[0].block}:{part[0].start}"
    decision = Decision.REMOVED if mark.removed else Decision.KEPT
    if case.keep_furniture:
        decision = Decision.KEPT
    return Finding(
        id=name,
        kind=mark.kind,
        side=case.side,
        text="\n".join(line.text for line in part),
        evidence=mark.evidence,
        tier=mark.tier,
        decision=case.decisions.get(name, decision),
        group=mark.group,
        spots=tuple(Spot(line.block, line.start, line.end) for line in part),
        sources=sources_of(part),
    )


def _placed(finding: Finding, lines: Sequence[Line], mark: Mark, assembly: Assembly) -> Finding:
    return replace(finding, place=_place(lines, mark, assembly))


def _place(lines: Sequence[Line], mark: Mark, assembly: Assembly) -> Span | None:
    """The characters that stayed, or the empty span where they were set aside."""
    starts = assembly.starts
    if mark.first in starts:
        paragraph, start = starts[mark.first]
        last, end = starts.get(mark.last, (paragraph, start))
        if last != paragraph:
            return Span(paragraph, start, len(assembly.paragraphs[paragraph].text))
        return Span(paragraph, start, end + len(lines[mark.last].text))
    for i in range(mark.last + 1, len(lines)):
        if i in starts:
            return Span(*starts[i], starts[i][1])
    if assembly.paragraphs:
        end = len(assembly.paragraphs[-1].text)
        return Span(len(assembly.paragraphs) - 1, end, end)
    return None


def _hyphen_findings(case: _Case, assembly: Assembly) -> Iterator[Finding]:
    for hyphen in assembly.hyphens:
        if not hyphen.seam.dropped:
            continue
        left = hyphen.before.text.rsplit(None, 1)[-1]
        right = hyphen.after.text.split(None, 1)[0]
        yield Finding(
            id=f"{case.side}:{FindingKind.HYPHENATION}:{hyphen.spot.block}:{hyphen.spot.start}",
            kind=FindingKind.HYPHENATION,
            side=case.side,
            text=f"{left}\n{right}",
            evidence=(_("The word was broken at the end of a line."),),
            tier=Tier.CERTAIN,
            decision=Decision.REMOVED,
            group="hyphenation",
            spots=(hyphen.spot,),
            sources=sources_of([hyphen.before, hyphen.after]),
            place=Span(hyphen.paragraph, hyphen.offset, hyphen.offset),
            suggestion=left[: -hyphen.seam.dropped] + right,
        )


def _mixed(case: _Case, assembly: Assembly) -> Iterable[Finding]:
    for index, paragraph in enumerate(assembly.paragraphs):
        for word in mixed_words(paragraph.text):
            spots = spots_of(paragraph, word.start, word.end)
            said = [
                _("The word mixes letters of two alphabets; of the other one: {letters}.").format(
                    letters=word.foreign
                )
            ]
            lines = [
                line
                for line in assembly.lines[index]
                if any(
                    s.block == line.block and s.start < line.end and s.end > line.start
                    for s in spots
                )
            ]
            yield Finding(
                id=f"{case.side}:{FindingKind.MIXED_SCRIPT}:{spots[0].block}:{spots[0].start}",
                kind=FindingKind.MIXED_SCRIPT,
                side=case.side,
                text=word.text,
                evidence=tuple(said),
                tier=Tier.CERTAIN if word.suggestion else Tier.SUSPECTED,
                decision=Decision.KEPT,
                group=f"mixed:{word.text.casefold()}",
                spots=spots,
                sources=sources_of(lines),
                place=Span(index, word.start, word.end),
                suggestion=word.suggestion,
            )
