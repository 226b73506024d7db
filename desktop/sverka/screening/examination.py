"""Everything about a document that no decision of the user changes: its lines and its furniture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from sverka.model import Document, FindingKind, Part, Progress, Side, Stage, Tier, silent
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark, covered
from sverka.screening.furniture.glued_headers import glued_headers, glued_marks, parted
from sverka.screening.furniture.header_parts import seeds_of
from sverka.screening.furniture.page_furniture import edge_lines, page_furniture
from sverka.screening.furniture.surrounding_parts import surrounding_parts
from sverka.screening.furniture.text_furniture import text_furniture
from sverka.screening.lines.hyphens import Words, hyphenates
from sverka.screening.lines.layout import Layout, layout_of
from sverka.screening.lines.line_joints import seam_of
from sverka.screening.lines.line_keys import key_of
from sverka.screening.lines.text_lines import TextLine, lines_of
from sverka.screening.lines.witness import Witness, witness_of


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """What the other version tells: its text as a witness, and the keys of its page furniture.

    `rejoined` are the seams of the sentences that its furniture breaks.
    """

    witness: Witness | None = None
    seeds: frozenset[str] = frozenset()
    rejoined: frozenset[str] = frozenset()

    @classmethod
    def of(cls, version: "_Version | None") -> Self:
        """What a version tells; nothing where there is none.

        Of a printed one the furniture is left out: its own header lines must not bear witness
        against ours.
        """
        if version is None:
            return cls()
        document, body = version.document, version.body
        if not document.traits.printed_lines:
            return cls(witness_of(document, body, version.layout), seeds_of(document, ()))
        known = covered(version.furniture)
        text = [line for line in body if line.index not in known]
        headers = [key_of(body[i].text) for mark in version.furniture for i in mark.lines]
        return cls(witness_of(document, text, layout_of(text)), seeds_of(document, headers))


@dataclass(frozen=True, slots=True)
class _Version:
    """A document with its lines and how those of its body are set, which both versions ask for.

    `furniture` is what the pages of a printed one tell by themselves.
    """

    document: Document
    lines: Sequence[TextLine]
    body: Sequence[TextLine]
    layout: Layout
    furniture: Sequence[FurnitureMark]

    @classmethod
    def of(cls, document: Document) -> Self:
        lines = lines_of(document)
        body = _body(lines)
        printed = document.traits.printed_lines
        marks = page_furniture(body, document.properties.page_height) if printed else ()
        return cls(document, lines, body, layout_of(body), marks)


@dataclass(frozen=True, slots=True)
class Examination:
    """A document that was looked through: what is found in it whatever the user decides.

    `furniture` are those of its `marks` that the pages of a printed one tell by themselves.
    """

    document: Document
    side: Side
    lines: Sequence[TextLine]
    layout: Layout
    words: Words
    other: OtherVersion
    glued: frozenset[int] = frozenset()
    furniture: Sequence[FurnitureMark] = ()
    marks: Sequence[FurnitureMark] = ()


def examine(
    document: Document,
    other: Document | None = None,
    *,
    side: Side = Side.OLD,
    progress: Progress = silent,
) -> Examination:
    """Look a document through, with the other version as a witness where there is one.

    This is the long part of the work, and has to be done only once.
    """
    progress(Stage.SCREENING, 0.0)
    both = [_Version.of(one) for one in (document, other) if one is not None]
    words = Words(_texts(one.document for one in both))
    return _examined(both[0], both[1] if len(both) > 1 else None, words, side, progress)


def examine_both(
    old: Document, new: Document, progress: Progress = silent
) -> tuple[Examination, Examination]:
    """Look both versions through, each with the other as a witness and told of its headers."""
    progress(Stage.SCREENING, 0.0)
    first, second = _Version.of(old), _Version.of(new)
    words = Words(_texts((old, new)))

    def later(stage: Stage, fraction: float) -> None:
        progress(stage, 0.5 + fraction)

    before = _examined(first, second, words, Side.OLD, progress)
    after = _examined(second, first, words, Side.NEW, later)
    progress(Stage.SCREENING, 1.0)
    return _told_headers(before, after), _told_headers(after, before)


def _examined(
    version: _Version, other: _Version | None, words: Words, side: Side, progress: Progress
) -> Examination:
    document, lines, layout = version.document, version.lines, version.layout
    beside = OtherVersion.of(other)
    progress(Stage.SCREENING, 0.2)
    glued = frozenset[int]()
    if layout.width is None and not document.traits.printed_lines:
        lines, glued = parted(lines, glued_headers(lines, beside.witness))
    set_so = words.in_a_text(hyphenates([line.text for line in lines]))
    found = Examination(document, side, lines, layout, set_so, beside, glued, version.furniture)
    found = replace(found, marks=_marks(found))
    progress(Stage.SCREENING, 0.5)
    return found


def _told_headers(here: Examination, there: Examination) -> Examination:
    """The examination of `here`, told of the headers that were found for certain in the text there,
    and of the sentences that those break.

    A line that stands once, because the others were taken out, is known by those it was one of.
    """
    accepted = {
        key
        for mark in there.marks
        if mark.removed and mark.tier is Tier.CERTAIN and mark.kind is not FindingKind.PAGE_NUMBER
        for i in mark.lines
        if len(key := key_of(there.lines[i].text)) >= weights.SHORTEST_SEED
    }
    known = covered(here.marks)
    told = {
        key
        for line in (here.lines if accepted else ())
        if line.part is Part.BODY
        and line.index not in known
        and (key := key_of(line.text)) in accepted
    }
    other = replace(here.other, rejoined=_seams(there))
    if told <= here.other.seeds:
        return replace(here, other=other)
    here = replace(here, other=replace(other, seeds=other.seeds | told))
    return replace(here, marks=_marks(here))


def _seams(examination: Examination) -> frozenset[str]:
    """The seams of the sentences that furniture breaks."""
    breaking = {i for mark in examination.marks if mark.breaks for i in mark.lines}
    if not breaking:
        return frozenset()
    removed = {i for mark in examination.marks if mark.removed for i in mark.lines}
    kept = [line for line in examination.lines if line.index not in removed]
    return frozenset(
        seam_of(a, b) for a, b in pairwise(kept) if breaking & set(range(a.index, b.index))
    )


def _body(lines: Sequence[TextLine]) -> list[TextLine]:
    return [line for line in lines if line.part is Part.BODY]


def _texts(documents: Iterable[Document]) -> list[str]:
    blocks = (block for each in documents for block in each.blocks if block.runs)
    return [line for block in blocks for line in block.text.split("\n")]


def _around_and_in(
    document: Document, body: Sequence[TextLine], layout: Layout, other: OtherVersion
) -> list[FurnitureMark]:
    """What the file itself has around its text, and what was caught in the text between it."""
    around = list(surrounding_parts(document, body))
    if not around:
        return text_furniture(body, layout, other.witness, other.seeds)
    known = covered(around)
    text = [line for line in body if line.index not in known]
    counted = [line._replace(index=count) for count, line in enumerate(text)]
    caught = text_furniture(counted, layout, other.witness, other.seeds)
    at = [line.index for line in text]
    for mark in caught:
        lines, notes = (tuple(at[i] for i in each) for each in (mark.lines, mark.notes))
        around.append(replace(mark, lines=lines, notes=notes))
    return around


def _marks(found: Examination) -> Sequence[FurnitureMark]:
    document, layout, other, glued = found.document, found.layout, found.other, found.glued
    body = _body(found.lines)
    if not document.traits.printed_lines:
        marks = _around_and_in(document, body, layout, other)
        marks = [mark for mark in marks if not glued.intersection(mark.lines)]
        return sorted([*marks, *glued_marks(found.lines, glued)], key=lambda mark: mark.first)
    if len({line.page for line in body}) > weights.FEW_PAGES:
        return found.furniture
    # Too few pages to compare: their text is asked too, at the edges of the pages.
    known = covered(found.furniture)
    edges = edge_lines(body, document.properties.page_height)
    more = [
        mark
        for mark in text_furniture(body, layout, other.witness, other.seeds)
        if edges.issuperset(mark.lines) and not known.keys() & set(mark.lines)
    ]
    return sorted([*found.furniture, *more], key=lambda mark: mark.first)
