"""Lists every change between two versions, link by link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sverka.differences.categories import categories_of
from sverka.differences.folding import Fold, fold_for
from sverka.differences.joints import Joint, Stretch, parts_of
from sverka.differences.marks import Offsets
from sverka.differences.pair import Edit, edits_between
from sverka.differences.passage import Passage
from sverka.differences.quotations import quotations_of
from sverka.model import Alignment, Change, ChangeKind, Ignore, Link, Progress, Span, Stage, silent

_LINKS_BETWEEN_REPORTS = 32


def find_changes(
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    alignment: Alignment,
    *,
    ignore: frozenset[Ignore] = frozenset(),
    progress: Progress = silent,
) -> tuple[Change, ...]:
    """Every change between the paragraphs of two versions, in the order of the links.

    Within a link changes stand in the order of the text; a move comes before what was edited in
    what moved, a split or a merge where the joint is. Spans count code points of the paragraphs'
    texts. What counts as equal under `ignore` is no change, and never alters what is shown.
    Cancelled from `progress` passes.
    """
    versions = _Versions(
        old_texts, new_texts, quotations_of(old_texts), quotations_of(new_texts), fold_for(ignore)
    )
    changes: list[Change] = []
    for index, link in enumerate(alignment.links):
        if index % _LINKS_BETWEEN_REPORTS == 0:
            progress(Stage.DIFFERENCES, index / len(alignment.links))
        changes += _changes_of(link, index, versions)
    progress(Stage.DIFFERENCES, 1.0)
    return tuple(changes)


@dataclass(frozen=True, slots=True)
class _Versions:
    """Both versions, what is quoted in them, and what counts as equal between them."""

    old_texts: Sequence[str]
    new_texts: Sequence[str]
    old_quotations: Sequence[tuple[Offsets, ...]]
    new_quotations: Sequence[tuple[Offsets, ...]]
    fold: Fold


_NOWHERE = Passage("", 0, 0)


def _changes_of(link: Link, index: int, versions: _Versions) -> Iterator[Change]:
    """The changes of one link."""
    if not link.old or not link.new:
        yield from _whole_paragraphs(link, index, versions)
        return
    if link.moved:
        yield Change(
            ChangeKind.MOVE,
            (),
            Span(link.old[0], 0, len(versions.old_texts[link.old[0]])),
            Span(link.new[0], 0, len(versions.new_texts[link.new[0]])),
            index,
        )
    if len(link.old) == len(link.new) == 1:
        old, new = versions.old_texts[link.old[0]], versions.new_texts[link.new[0]]
        if old != new:
            for edit in edits_between(old, new, versions.fold):
                yield _change(edit, (link.old[0], 0), (link.new[0], 0), index, versions)
        return
    yield from _changes_of_group(link, index, versions)


def _whole_paragraphs(link: Link, index: int, versions: _Versions) -> Iterator[Change]:
    """The deletion of the old paragraphs of a link or the insertion of its new ones."""
    fold = versions.fold
    for paragraph in link.old:
        text = versions.old_texts[paragraph]
        if not text or fold(text):
            passage = Passage(text, 0, len(text), versions.old_quotations[paragraph])
            categories = categories_of(passage, _NOWHERE)
            span = Span(paragraph, 0, len(text))
            yield Change(ChangeKind.DELETION, categories, span, None, index)
    for paragraph in link.new:
        text = versions.new_texts[paragraph]
        if not text or fold(text):
            passage = Passage(text, 0, len(text), versions.new_quotations[paragraph])
            categories = categories_of(_NOWHERE, passage)
            span = Span(paragraph, 0, len(text))
            yield Change(ChangeKind.INSERTION, categories, None, span, index)


def _changes_of_group(link: Link, index: int, versions: _Versions) -> Iterator[Change]:
    """The changes of a link with several paragraphs on a side: joints, and edits between them."""
    old_texts = [versions.old_texts[i] for i in link.old]
    new_texts = [versions.new_texts[i] for i in link.new]
    for part in parts_of(old_texts, new_texts, versions.fold):
        old, new = part.old, part.new
        old_at, new_at = (link.old[old.paragraph], old.start), (link.new[new.paragraph], new.start)
        if part.joint is Joint.SPLIT:
            yield Change(ChangeKind.SPLIT, (), _empty(*old_at), _empty(new_at[0], 0), index)
        elif part.joint is Joint.MERGE:
            yield Change(ChangeKind.MERGE, (), _empty(old_at[0], 0), _empty(*new_at), index)
        edits = edits_between(_text(old_texts, old), _text(new_texts, new), versions.fold)
        for edit in edits:
            yield _change(edit, old_at, new_at, index, versions)


def _text(texts: Sequence[str], stretch: Stretch) -> str:
    return texts[stretch.paragraph][stretch.start : stretch.end]


def _empty(paragraph: int, place: int) -> Span:
    return Span(paragraph, place, place)


def _change(
    edit: Edit, old: tuple[int, int], new: tuple[int, int], link: int, versions: _Versions
) -> Change:
    """An edit between texts that begin at the paragraphs and offsets `old` and `new`."""
    old_paragraph, old_at = old
    new_paragraph, new_at = new
    old_span = Span(old_paragraph, old_at + edit.old_start, old_at + edit.old_end)
    new_span = Span(new_paragraph, new_at + edit.new_start, new_at + edit.new_end)
    kind = ChangeKind.REPLACEMENT
    if edit.old_start == edit.old_end:
        kind = ChangeKind.INSERTION
    elif edit.new_start == edit.new_end:
        kind = ChangeKind.DELETION
    categories = categories_of(
        _passage(old_span, versions.old_texts, versions.old_quotations),
        _passage(new_span, versions.new_texts, versions.new_quotations),
    )
    old_marks = tuple(Span(old_paragraph, old_at + s, old_at + e) for s, e in edit.old_marks)
    new_marks = tuple(Span(new_paragraph, new_at + s, new_at + e) for s, e in edit.new_marks)
    return Change(kind, categories, old_span, new_span, link, old_marks, new_marks)


def _passage(
    span: Span, texts: Sequence[str], quotations: Sequence[tuple[Offsets, ...]]
) -> Passage:
    return Passage(texts[span.paragraph], span.start, span.end, quotations[span.paragraph])
