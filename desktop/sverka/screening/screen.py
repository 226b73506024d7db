"""The whole of screening on one page: a document in, its reading text and findings out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

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
    Stage,
    Tier,
    silent,
)
from sverka.screening.artifacts.scripts import mixed_words
from sverka.screening.findings import Case, Observation, furniture_finding, observed, placed
from sverka.screening.furniture import text_furniture
from sverka.screening.geometry import FEW_PAGES, edge_lines, page_furniture
from sverka.screening.hyphens import Words
from sverka.screening.joint import Joint
from sverka.screening.keys import key_of
from sverka.screening.layout import layout_of
from sverka.screening.lines import Line, lines_of, sources_of
from sverka.screening.mark import Mark, covered
from sverka.screening.paragraphs import Assembly, GoesOn, assemble
from sverka.screening.parts import part_findings, seeds_of
from sverka.screening.print_layout import in_pdf, print_layout_of
from sverka.screening.resuming import in_docx, in_text
from sverka.screening.witness import Witness, witness_of

NONE_DECIDED: Mapping[str, Decision] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Other:
    """What the other version tells: its text as a witness, and the keys of its page furniture."""

    witness: Witness | None = None
    seeds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: Document | None) -> Self:
        """What `document` tells; nothing where there is none."""
        if document is None:
            return cls()
        body = _body(lines_of(document))
        printed = document.format == "pdf"
        marks = page_furniture(body, document.properties.page_height) if printed else []
        known = covered(marks)
        text = [line for line in body if line.index not in known]
        headers = [key_of(body[i].text) for mark in marks for i in mark.lines]
        return cls(witness_of(document, text), seeds_of(document, headers))

    def joint(self, before: Line, after: Line) -> bool | None:
        """See Joint."""
        return None if self.witness is None else self.witness.joint(before.text, after.text)


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
    case = Case(document, side, decisions, keep_furniture)
    progress(Stage.SCREENING, 0.0)
    lines = lines_of(document)
    text = _Other.of(other)
    progress(Stage.SCREENING, 0.1)
    marks = _marks(document, lines, text)
    progress(Stage.SCREENING, 0.5)
    furniture = [furniture_finding(case, lines, mark) for mark in marks]
    removed = _removed(marks, furniture)
    apart = frozenset(i for mark in marks if mark.removed for i in mark.lines) - removed
    words = Words(_texts(document, other))
    rule = _rule(document, lines, removed, text.joint)
    assembly = assemble(document, lines, removed, apart, rule, words)
    progress(Stage.SCREENING, 0.8)
    findings = [
        *(placed(f, lines, m, assembly) for f, m in zip(furniture, marks, strict=True)),
        *part_findings(document, side),
        *_hyphenations(case, assembly),
        *_mixed(case, assembly),
    ]
    progress(Stage.SCREENING, 1.0)
    return Screening(assembly.paragraphs, tuple(findings))


def _removed(marks: Sequence[Mark], findings: Sequence[Finding]) -> frozenset[int]:
    """The lines that are set aside."""
    return frozenset(
        i
        for mark, finding in zip(marks, findings, strict=True)
        if finding.decision is Decision.REMOVED
        for i in mark.lines
    )


def _texts(document: Document, other: Document | None) -> list[str]:
    both = (document,) if other is None else (document, other)
    return [line for d in both for block in d.blocks for line in block.text.split("\n")]


def _marks(document: Document, lines: Sequence[Line], other: _Other) -> list[Mark]:
    body = _body(lines)
    if document.format != "pdf":
        return text_furniture(body, other.witness, other.seeds)
    height = document.properties.page_height
    marks = page_furniture(body, height)
    if len({line.page for line in body}) > FEW_PAGES:
        return marks
    # Too few pages to compare: their text is asked too, at the edges of the pages.
    known, edges = covered(marks), edge_lines(body, height)
    more = [
        mark
        for mark in text_furniture(body, other.witness, other.seeds)
        if edges.issuperset(mark.lines) and not known.keys() & set(mark.lines)
    ]
    return sorted([*marks, *more], key=lambda mark: mark.first)


def _body(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.part is Part.BODY]


def _rule(
    document: Document, lines: Sequence[Line], removed: frozenset[int], joint: Joint
) -> GoesOn:
    if document.format == "pdf":
        stay = [line for line in lines if line.index not in removed]
        return in_pdf(print_layout_of(stay), joint)
    if document.format == "docx":
        return in_docx(joint)
    return in_text(layout_of(lines), joint)


def _hyphenations(case: Case, assembly: Assembly) -> Iterable[Finding]:
    for hyphen in assembly.hyphens:
        if not hyphen.seam.dropped:
            continue
        left = hyphen.before.text.rsplit(None, 1)[-1]
        right = hyphen.after.text.split(None, 1)[0]
        name = case.name(FindingKind.HYPHENATION, hyphen.spot.block, hyphen.spot.start)
        yield Finding(
            id=name,
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


def _mixed(case: Case, assembly: Assembly) -> Iterable[Finding]:
    for index, paragraph in enumerate(assembly.paragraphs):
        for word in mixed_words(paragraph.text):
            said = _(
                "The word mixes letters of two alphabets; of the other one: {letters}."
            ).format(letters=word.foreign)
            yield observed(
                case,
                assembly,
                Observation(
                    FindingKind.MIXED_SCRIPT,
                    index,
                    word.start,
                    word.end,
                    (said,),
                    Tier.CERTAIN if word.suggestion else Tier.SUSPECTED,
                    f"mixed:{word.text.casefold()}",
                    word.suggestion,
                ),
            )
