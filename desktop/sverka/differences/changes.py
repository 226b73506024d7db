"""Lists every change between two versions, link by link."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sverka.collecting import without_collecting
from sverka.differences.both_texts import BothTexts
from sverka.differences.categories.category_rules import categories_of
from sverka.differences.categories.changed_passage import ChangedPassage
from sverka.differences.categories.value_rules import moved_value
from sverka.differences.group_joints import GroupJoint, parts_of
from sverka.differences.moved_blocks import MovedBlock
from sverka.differences.pair import Edit, edits_between
from sverka.differences.quote_pairs import with_pairs
from sverka.differences.sentence_moves import with_sentence_moves
from sverka.differences.tokens import Tokens
from sverka.model import (
    Alignment,
    Category,
    Change,
    ChangeKind,
    Ignore,
    Link,
    LinkKind,
    Progress,
    Span,
    Stage,
    silent,
)
from sverka.text.folding import fold_for

_LINKS_AT_ONCE = 64
"""Links compared together, and between two reports of progress."""

_CHARACTERS_AT_ONCE = 1 << 17
"""Characters from which on a batch is full whatever the number of its links."""


@without_collecting()
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
    what moved, once for paragraphs that stayed together, a split or a merge where the joint is.
    Spans count code points of the paragraphs' texts. What
    counts as equal under `ignore` is no change, nor is anything in a link that is called equal;
    neither alters what is shown. Cancelled
    from `progress` passes.
    """
    links = list(alignment.links)
    versions = BothTexts.of(old_texts, new_texts, links, ignore)
    changes: list[Change] = []
    for batch in _batches(links, old_texts):
        progress(Stage.DIFFERENCES, batch[0][0] / len(links))
        changes += _changes_of_batch(batch, versions)
    progress(Stage.DIFFERENCES, 1.0)
    return tuple(changes)


@without_collecting()
def with_moved_sentences(
    changes: Sequence[Change],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    alignment: Alignment,
    *,
    ignore: frozenset[Ignore] = frozenset(),
) -> tuple[Change, ...]:
    """The changes with one move for each sentence that went to another paragraph.

    It stands where the sentence came in, and what was edited in it is among its categories.
    """
    versions: list[BothTexts] = []

    def about(old: Span, new: Span) -> tuple[Category, ...]:
        # Few texts have such a sentence, and what categories depend on takes its time
        if not versions:
            versions.append(BothTexts.of(old_texts, new_texts, alignment.links, ignore))
        return versions[0].categories(old, new)

    texts = old_texts, new_texts
    return with_sentence_moves(changes, alignment.links, texts, fold_for(ignore), about)


_NOWHERE = ChangedPassage.of("", 0, 0)


def _batches(links: Sequence[Link], texts: Sequence[str]) -> Iterator[list[tuple[int, Link]]]:
    """The links with their indexes, as many at a time as are worth it and fit in memory."""
    batch: list[tuple[int, Link]] = []
    size = 0
    for index, link in enumerate(links):
        batch.append((index, link))
        size += sum(len(texts[paragraph]) for paragraph in link.old)
        if len(batch) == _LINKS_AT_ONCE or size > _CHARACTERS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _changes_of_batch(links: list[tuple[int, Link]], versions: BothTexts) -> Iterator[Change]:
    """The changes of several links, whose texts are cut into words together, which is faster."""
    compared = [link for _, link in links if _is_compared(link)]
    texts = [versions.old.texts[paragraph] for link in compared for paragraph in link.old]
    texts += [versions.new.texts[paragraph] for link in compared for paragraph in link.new]
    tokens = Tokens.of_each(texts, versions.fold)
    old_tokens = iter(tokens)
    new_tokens = islice(tokens, sum(len(link.old) for link in compared), None)
    for index, link in links:
        if not link.old or not link.new:
            yield from _whole_paragraphs(link, index, versions)
            continue
        if index in versions.blocks:
            yield _move(link, versions.blocks[index], versions)
        if not _is_compared(link):
            continue
        old = list(islice(old_tokens, len(link.old)))
        new = list(islice(new_tokens, len(link.new)))
        if len(old) > 1 or len(new) > 1:
            yield from _changes_of_group(old, new, link, index, versions)
            continue
        edits = edits_between(old[0], new[0], versions.fold)
        for together in with_pairs(edits, old[0].text, new[0].text):
            yield _change(together, (link.old[0], 0), (link.new[0], 0), index, versions)


def _is_compared(link: Link) -> bool:
    """Whether a link has text on both sides that may differ."""
    return bool(link.old and link.new) and link.kind is not LinkKind.EQUAL


def _move(link: Link, block: MovedBlock, versions: BothTexts) -> Change:
    """The move of a block, from its first old paragraph to its first new one."""
    old, new = link.old[0], link.new[0]
    old_text, new_text = versions.old.texts[old], versions.new.texts[new]
    alone = (block.last_old, block.last_new) == (old, new)
    return Change(
        ChangeKind.MOVE,
        moved_value(old_text, new_text) if alone else (),
        Span(old, 0, len(old_text)),
        Span(new, 0, len(new_text)),
        block.link,
        last_old=block.last_old if block.last_old > old else None,
        last_new=block.last_new if block.last_new > new else None,
    )


def _whole_paragraphs(link: Link, index: int, versions: BothTexts) -> Iterator[Change]:
    """The deletion of the old paragraphs of a link or the insertion of its new ones."""
    fold = versions.fold
    for paragraph in link.old:
        text = versions.old.texts[paragraph]
        if not text or fold(text):
            span = Span(paragraph, 0, len(text))
            categories = categories_of(versions.old.passage(span), _NOWHERE)
            yield Change(ChangeKind.DELETION, categories, span, None, index)
    for paragraph in link.new:
        text = versions.new.texts[paragraph]
        if not text or fold(text):
            span = Span(paragraph, 0, len(text))
            categories = categories_of(_NOWHERE, versions.new.passage(span))
            yield Change(ChangeKind.INSERTION, categories, None, span, index)


def _changes_of_group(
    old_tokens: Sequence[Tokens],
    new_tokens: Sequence[Tokens],
    link: Link,
    index: int,
    versions: BothTexts,
) -> Iterator[Change]:
    """The changes of a link with several paragraphs on a side: joints, and edits between them."""
    for part in parts_of(old_tokens, new_tokens):
        old, new = part.old, part.new
        old_at, new_at = (link.old[old.paragraph], old.start), (link.new[new.paragraph], new.start)
        if part.joint is GroupJoint.SPLIT:
            yield Change(ChangeKind.SPLIT, (), _empty(*old_at), _empty(new_at[0], 0), index)
        elif part.joint is GroupJoint.MERGE:
            yield Change(ChangeKind.MERGE, (), _empty(old_at[0], 0), _empty(*new_at), index)
        edits = edits_between(old.tokens, new.tokens, versions.fold)
        for together in with_pairs(edits, old.tokens.text, new.tokens.text):
            yield _change(together, old_at, new_at, index, versions)


def _empty(paragraph: int, place: int) -> Span:
    return Span(paragraph, place, place)


def _change(
    edits: Sequence[Edit],
    old: tuple[int, int],
    new: tuple[int, int],
    link: int,
    versions: BothTexts,
) -> Change:
    """One edit, or a pair of marks, between texts that begin at paragraphs and offsets."""
    if len(edits) > 1:
        return _pair_of_marks(edits, old, new, link, versions)
    edit = edits[0]
    old_paragraph, old_at = old
    new_paragraph, new_at = new
    old_span = Span(old_paragraph, old_at + edit.old_start, old_at + edit.old_end)
    new_span = Span(new_paragraph, new_at + edit.new_start, new_at + edit.new_end)
    kind = ChangeKind.REPLACEMENT
    if edit.old_start == edit.old_end:
        kind = ChangeKind.INSERTION
    elif edit.new_start == edit.new_end:
        kind = ChangeKind.DELETION
    categories = categories_of(versions.old.passage(old_span), versions.new.passage(new_span))
    if not edit.old_marks:
        return Change(kind, categories, old_span, new_span, link)
    old_marks = tuple(Span(old_paragraph, old_at + s, old_at + e) for s, e in edit.old_marks)
    new_marks = tuple(Span(new_paragraph, new_at + s, new_at + e) for s, e in edit.new_marks)
    return Change(kind, categories, old_span, new_span, link, old_marks, new_marks)


def _pair_of_marks(
    edits: Sequence[Edit],
    old: tuple[int, int],
    new: tuple[int, int],
    link: int,
    versions: BothTexts,
) -> Change:
    """Edits of the marks around text that stayed, as one change with a mark for each."""
    each = [_change([edit], old, new, link, versions) for edit in edits]
    old_marks = tuple(one.old for one in each if one.old is not None)
    new_marks = tuple(one.new for one in each if one.new is not None)
    return Change(
        ChangeKind.REPLACEMENT,
        tuple(c for c in Category if any(c in one.categories for one in each)),
        Span(old[0], old_marks[0].start, old_marks[-1].end),
        Span(new[0], new_marks[0].start, new_marks[-1].end),
        link,
        old_marks,
        new_marks,
    )
