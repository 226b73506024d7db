"""The whole of screening on one page: a document in, its reading text and findings out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sverka.model import (
    Decision,
    Document,
    Finding,
    Progress,
    Screening,
    Side,
    Stage,
    silent,
)
from sverka.screening.artifacts import artifacts_of
from sverka.screening.artifacts.listings import listings_of
from sverka.screening.artifacts.repeats import repeats_in
from sverka.screening.assembly import paragraph_kinds
from sverka.screening.assembly.assembly_value import Assembly
from sverka.screening.assembly.broken_words import broken_word_findings, decided_hyphens
from sverka.screening.assembly.paragraphs import AssemblyRules, KindOf, assemble
from sverka.screening.assembly.printed_paragraphs import in_print
from sverka.screening.assembly.quote_signs import kept_signs, quote_sign_findings
from sverka.screening.assembly.resuming import in_blocks, in_lines
from sverka.screening.assembly.screening_case import ScreeningCase
from sverka.screening.examination import Examination, examine
from sverka.screening.finding_keys import former_decisions
from sverka.screening.findings import furniture_findings, observed, placed
from sverka.screening.furniture.furniture_mark import covered
from sverka.screening.furniture.header_parts import part_findings
from sverka.screening.lines.line_joints import GoesOn
from sverka.screening.lines.print_layout import print_layout_of
from sverka.screening.lines.witness import joint_by
from sverka.screening.lines.words_around import WordsAround

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
    by the key of a finding and stand above the program's own; `keep_furniture` keeps whatever the
    file has in its text. Text that is set aside stands in a finding, character by character.
    """
    examination = examine(document, other, side=side, progress=progress)
    return settle(
        examination, decisions=decisions, keep_furniture=keep_furniture, progress=progress
    )


def settle(
    examination: Examination,
    *,
    decisions: Mapping[str, Decision] = NONE_DECIDED,
    keep_furniture: bool = False,
    progress: Progress = silent,
) -> Screening:
    """The reading text and the findings that follow from an examination and these decisions.

    When the user decides otherwise, only this has to be done again.
    """
    document, lines, marks = examination.document, examination.lines, examination.marks
    side = examination.side
    former = former_decisions(document, side, decisions)
    words = WordsAround(lines, covered(marks))
    case = ScreeningCase(document, side, words, decisions, keep_furniture, former)
    furniture = furniture_findings(case, lines, marks)
    assembly = _assembled(case, examination, furniture, _share(progress, 0.5, 0.7))
    findings = [
        *(placed(f, lines, m, assembly) for f, m in zip(furniture, marks, strict=True)),
        *part_findings(document, side),
        *broken_word_findings(case, assembly),
        *quote_sign_findings(case, assembly),
    ]
    listings = listings_of([paragraph.text for paragraph in assembly.paragraphs])
    seen = artifacts_of(assembly, examination.words, listings, _share(progress, 0.7, 0.9))
    seen += repeats_in(assembly, listings)
    findings += observed(case, assembly, seen)
    progress(Stage.SCREENING, 1.0)
    return Screening(assembly.paragraphs, tuple(findings))


def _share(progress: Progress, start: float, end: float) -> Callable[[float], None]:
    """Tells how far a part of the work is that goes from `start` to `end` of the whole."""
    return lambda fraction: progress(Stage.SCREENING, start + (end - start) * fraction)


def _assembled(
    case: ScreeningCase,
    examination: Examination,
    findings: Sequence[Finding],
    tell: Callable[[float], None],
) -> Assembly:
    """The reading text without what is set aside.

    What the program would have set aside and the user keeps stands in paragraphs of its own.
    """
    marks, lines = examination.marks, examination.lines
    removed = frozenset(
        i
        for mark, found in zip(marks, findings, strict=True)
        if found.decision is Decision.REMOVED
        for i in mark.lines
    )
    apart = frozenset(i for mark in marks if mark.removed for i in mark.lines) - removed
    breaking = frozenset(i for mark in marks if mark.breaks for i in mark.lines) & removed
    goes_on, kind_of = _rules(examination, removed, breaking)
    notes = frozenset(i for mark in marks if mark.first in removed for i in mark.notes)
    rules = AssemblyRules(removed, apart, goes_on, kind_of, examination.words, notes=notes)
    assembly = assemble(case.document, lines, rules, tell)
    # A decision about a hyphen is known by the key of its finding, and which hyphens are found is
    # known only when the text was put together: where the user decided otherwise, it is again. So
    # it is with the signs of quoted mail.
    hyphens, signs = decided_hyphens(case, assembly), kept_signs(case, assembly)
    if not hyphens and not signs:
        return assembly
    decided = replace(rules, hyphens_decided=hyphens, signs_kept=signs)
    return assemble(case.document, lines, decided, tell)


def _rules(
    examination: Examination, removed: frozenset[int], breaking: frozenset[int]
) -> tuple[GoesOn, KindOf]:
    """When a paragraph goes on and what it is, in a document of this kind."""
    traits = examination.document.traits
    joint = joint_by(examination.other.witness, examination.lines, removed)
    if traits.printed_lines:
        printed = print_layout_of([line for line in examination.lines if line.index not in removed])
        return in_print(printed, joint), paragraph_kinds.in_print(printed)
    kind_of = paragraph_kinds.as_told if traits.structured else paragraph_kinds.in_lines
    if traits.hard_wrapped:
        return in_lines(examination.layout, joint, breaking, examination.other.rejoined), kind_of
    return in_blocks(joint, breaking), kind_of
