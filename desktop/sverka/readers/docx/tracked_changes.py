"""Lists the changes tracked in a DOCX as an editor counts them: whose each is, and what it did."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from sverka.model import Block, Revision, RevisionKind, TrackedChange
from sverka.readers.docx.folded_runs import RUN, FoldedRuns
from sverka.readers.docx.package import StoryPart
from sverka.readers.docx.revisions import REVISED, revision
from sverka.readers.docx.run_text import text_of
from sverka.readers.docx.wordprocessing import m, w

_PARAGRAPH, _ROW, _MARK = w("p"), w("tr"), "¶"
_LOOKS = (w("rPrChange"), w("pPrChange"))
_WORDS = (w("t"), w("delText"), m("t"))
_BETWEEN = frozenset(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    )
)
"""What shows nothing, so that one change goes on behind it."""


_PROPERTIES = frozenset(w(name) for name in ("rPr", "pPr", "trPr", "numPr", "tblPr")) | {
    m("ctrlPr")
}
_CONTENT = (w("r"), m("r"), w("p"), w("tbl"))
"""What words can stand in."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A change as it was found: `around` is what stands in it, `paragraph` where."""

    revision: Revision
    words: str
    around: etree._Element
    paragraph: etree._Element


def tracked_changes(
    parts: Iterable[StoryPart], blocks: Sequence[Block]
) -> tuple[TrackedChange, ...]:
    """The changes tracked in these parts, in order, and the blocks that they stand in."""
    places = {
        (block.anchor.part, ordinal): number
        for number, block in enumerate(blocks)
        if block.anchor is not None
        for ordinal in block.anchor.ordinals
    }
    changes: list[TrackedChange] = []
    for part in parts:
        for one in _joined(_found(part)):
            ordinal = part.ordinals.get(one.paragraph, -1)
            known = (places.get((part.name, k)) for k in range(ordinal, -1, -1))
            block = next((place for place in known if place is not None), None)
            changes.append(TrackedChange(one.revision, one.words, block))
    return tuple(changes)


def _found(part: StoryPart) -> Iterator[_Found]:
    for mark in part.root.iter(*REVISED, *_LOOKS):
        around = _around(mark)
        if around is None:
            continue
        paragraph = around if around.tag == _PARAGRAPH else next(_nearest(around), None)
        if paragraph is not None:
            words = _MARK if _is_of_a_mark(mark) else _text(around, part.package.folded)
            yield _Found(revision(mark), words, around, paragraph)


def _around(mark: etree._Element) -> etree._Element | None:
    """What the mark is about: itself, or the run, paragraph or row whose properties it is in.

    None where it is told of by another mark, or about nothing that is read.
    """
    properties = mark.getparent()
    outer = None if properties is None else properties.getparent()
    if properties is None or outer is None or properties.tag not in _PROPERTIES:
        return (
            mark if mark.tag in REVISED and next(mark.iter(*_CONTENT), None) is not None else None
        )
    if mark.tag in _LOOKS:
        return outer if outer.tag in (w("r"), _PARAGRAPH) else None
    if properties.tag == w("trPr"):
        return None if _is_told_inside(outer, mark) else outer
    if properties.tag == w("rPr") and outer.tag == w("pPr"):
        paragraph = outer.getparent()
        return None if paragraph is None or _is_told_inside(paragraph, mark) else paragraph
    return None


def _is_of_a_mark(mark: etree._Element) -> bool:
    properties = mark.getparent()
    return mark.tag in REVISED and properties is not None and properties.tag == w("rPr")


def _is_told_inside(outer: etree._Element, mark: etree._Element) -> bool:
    """Whether the same author did the same to words inside, so that the mark is part of that."""
    return any(
        other is not mark
        and other.get(w("author")) == mark.get(w("author"))
        and next(other.iter(*_CONTENT), None) is not None
        for other in outer.iter(mark.tag)
    )


def _nearest(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraph that an element stands in, else those that stand in it."""
    yield from element.iterancestors(_PARAGRAPH)
    yield from element.iter(_PARAGRAPH)


def _text(element: etree._Element, folded: FoldedRuns) -> str:
    found = []
    for one in element.iter(RUN, *_WORDS):
        if one.tag != RUN:
            found.append(text_of(one))
        else:
            found += ("".join(texts) for _properties, texts in folded.of(one) or ())
    return "".join(found)


def _joined(found: Iterable[_Found]) -> Iterator[_Found]:
    """Those of one author and minute that go on from each other, as one."""
    last: _Found | None = None
    for one in found:
        if last is not None and _goes_on(last, one):
            between = "" if one.paragraph is last.paragraph else "\n"
            last = replace(one, words=last.words + between + one.words)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _goes_on(last: _Found, one: _Found) -> bool:
    if _key(last.revision) != _key(one.revision) or _MARK in (last.words, one.words):
        return False
    before = _before(one.around)
    if one.paragraph is last.paragraph or one.around.tag == _ROW:
        return before is last.around
    # Over the end of a paragraph only where that came or went as well.
    following = before is None and _before(one.paragraph) is last.paragraph
    mark = last.paragraph.find(f"{w('pPr')}/{w('rPr')}")
    tags = [tag for tag, kind in REVISED.items() if kind is one.revision.kind]
    return following and mark is not None and any(mark.find(tag) is not None for tag in tags)


def _key(of: Revision) -> tuple[RevisionKind, str, str]:
    return of.kind, of.author, (of.date or "")[: len("2026-01-01T00:00")]


def _before(element: etree._Element) -> etree._Element | None:
    """What shows something before an element, beside it."""
    for other in element.itersiblings(preceding=True):
        if other.tag == w("pPr"):
            return None
        if other.tag not in _BETWEEN:
            return other
    return None
