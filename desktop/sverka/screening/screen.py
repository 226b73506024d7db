"""The whole of screening on one page: a document in, its reading text and findings out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from sverka.model import (
    Decision,
    Document,
    Finding,
    Part,
    Progress,
    Screening,
    Side,
    Spot,
    Stage,
    silent,
)
from sverka.screening import kinds
from sverka.screening.artifacts import artifacts_of
from sverka.screening.broken_words import broken_word_findings, decided_hyphens
from sverka.screening.findings import Case, furniture_finding, observed, placed
from sverka.screening.furniture import text_furniture
from sverka.screening.geometry import FEW_PAGES, edge_lines, page_furniture
from sverka.screening.hyphens import Words, hyphenates
from sverka.screening.keys import key_of
from sverka.screening.layout import Layout, layout_of
from sverka.screening.lines import Line, lines_of
from sverka.screening.mark import Mark, covered
from sverka.screening.paragraphs import Assembly, GoesOn, KindOf, assemble
from sverka.screening.parts import part_findings, seeds_of
from sverka.screening.print_layout import in_pdf, print_layout_of
from sverka.screening.repeats import repeats_in
from sverka.screening.resuming import in_docx, in_text
from sverka.screening.witness import Witness, witness_of

NONE_DECIDED: Mapping[str, Decision] = MappingProxyType({})


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
    beside = _Other.of(other)
    progress(Stage.SCREENING, 0.2)
    layout = layout_of(_body(lines))
    marks = _marks(document, lines, layout, beside)
    progress(Stage.SCREENING, 0.5)
    furniture = [furniture_finding(case, lines, mark) for mark in marks]
    words = Words(_texts(document, other), hyphenates([line.text for line in lines]))
    assembly = _assembled(case, lines, layout, marks, furniture, beside, words)
    progress(Stage.SCREENING, 0.7)
    findings = [
        *(placed(f, lines, m, assembly) for f, m in zip(furniture, marks, strict=True)),
        *part_findings(document, side),
        *broken_word_findings(case, assembly),
    ]
    findings += [observed(case, assembly, seen) for seen in artifacts_of(assembly, words)]
    progress(Stage.SCREENING, 0.9)
    findings += [observed(case, assembly, seen) for seen in repeats_in(assembly)]
    progress(Stage.SCREENING, 1.0)
    return Screening(assembly.paragraphs, tuple(_with_own_ids(findings)))


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


def _body(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.part is Part.BODY]


def _marks(document: Document, lines: Sequence[Line], layout: Layout, other: _Other) -> list[Mark]:
    body = _body(lines)
    if document.format != "pdf":
        return text_furniture(body, layout, other.witness, other.seeds)
    height = document.properties.page_height
    marks = page_furniture(body, height)
    if len({line.page for line in body}) > FEW_PAGES:
        return marks
    # Too few pages to compare: their text is asked too, at the edges of the pages.
    known, edges = covered(marks), edge_lines(body, height)
    more = [
        mark
        for mark in text_furniture(body, layout, other.witness, other.seeds)
        if edges.issuperset(mark.lines) and not known.keys() & set(mark.lines)
    ]
    return sorted([*marks, *more], key=lambda mark: mark.first)


def _texts(document: Document, other: Document | None) -> list[str]:
    both = (document,) if other is None else (document, other)
    return [line for d in both for block in d.blocks for line in block.text.split("\n")]


def _assembled(
    case: Case,
    lines: Sequence[Line],
    layout: Layout,
    marks: Sequence[Mark],
    findings: Sequence[Finding],
    other: _Other,
    words: Words,
) -> Assembly:
    """The reading text without what is set aside.

    What the program would have set aside and the user keeps stands in paragraphs of its own.
    """
    pairs = list(zip(marks, findings, strict=True))
    removed = frozenset(
        i for mark, found in pairs if found.decision is Decision.REMOVED for i in mark.lines
    )
    apart = frozenset(i for mark in marks if mark.removed for i in mark.lines) - removed
    rule, kind_of = _rules(case.document, lines, layout, removed, other)

    def assembled(decided: Mapping[Spot, bool]) -> Assembly:
        return assemble(case.document, lines, removed, apart, rule, kind_of, words, decided)

    assembly = assembled({})
    decided = decided_hyphens(case, assembly)
    return assembled(decided) if decided else assembly


def _rules(
    document: Document,
    lines: Sequence[Line],
    layout: Layout,
    removed: frozenset[int],
    other: _Other,
) -> tuple[GoesOn, KindOf]:
    """When a paragraph goes on and what it is, in a document of this format."""
    if document.format == "text":
        return in_text(layout, other.joint), kinds.in_text
    if document.format != "pdf":
        return in_docx(other.joint), kinds.in_docx
    printed = print_layout_of([line for line in lines if line.index not in removed])
    return in_pdf(printed, other.joint), kinds.in_print(printed)


def _with_own_ids(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, those that begin at one character and are of one kind told apart by number."""
    times: dict[str, int] = {}
    for finding in findings:
        times[finding.id] = times.get(finding.id, 0) + 1
        again = times[finding.id]
        yield finding if again == 1 else replace(finding, id=f"{finding.id}:{again}")
