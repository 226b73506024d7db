"""Finds what changed beside the words: looks, what paragraphs stand as, links, pictures, marks."""

from collections.abc import Sequence

from sverka.differences.carried.common_stretches import LinkedStretches
from sverka.differences.carried.found_looks import found_looks
from sverka.differences.carried.linked_objects import (
    LinkedVersions,
    authors_of,
    gone_outright,
    notes_of,
)
from sverka.differences.carried.object_changes import object_changes
from sverka.differences.carried.role_changes import gathered_role_changes, role_changes
from sverka.differences.carried.shared_terms import SharedTerms
from sverka.differences.carried.told_together import told_together
from sverka.model import (
    Alignment,
    Aspect,
    Change,
    ChangeKind,
    Inspection,
    Link,
    LinkKind,
    Paragraph,
)


def with_carried(
    changes: Sequence[Change], old: Inspection, new: Inspection, alignment: Alignment
) -> tuple[Change, ...]:
    """The changes of words and, among them in their places, what changed beside the words.

    Only what the formats of both versions tell is held against each other. One thing that was done
    is told once: the look that came with a heading's level or with a link is not told beside it.
    """
    terms = SharedTerms.of(old.document.traits, new.document.traits)
    if old.document.is_same_file(new.document):
        return tuple(changes)
    # Where one format tells no pictures, a paragraph that holds but one is not missing there.
    words = [
        change for change in changes if not _is_wordless(change, old.paragraphs, new.paragraphs)
    ]
    if not terms.told:
        return tuple(words)
    if Aspect.NOTE_MARKS in terms.told:
        words = [change for change in words if not _is_note_that_went(change, new.paragraphs)]
    texts = [one.text for one in old.paragraphs], [one.text for one in new.paragraphs]
    linked = LinkedStretches.of(changes, old.paragraphs, new.paragraphs, list(alignment.links))
    versions = LinkedVersions(
        linked, terms, notes_of(linked), gone_outright(changes, *texts), authors_of(linked)
    )
    objects = object_changes(versions)
    roles = role_changes(linked, terms)
    carried = gathered_role_changes(roles, linked, terms)
    if Aspect.FORMATTING in terms.told:
        carried += found_looks(linked, roles, objects, (old.document.traits, new.document.traits))
    words, apart = told_together(words, objects, *texts)
    return _merged(words, [*apart, *carried])


def differ_beside_words(old: Inspection, new: Inspection) -> bool:
    """Whether versions of one paragraph each, of the same words, differ in anything beside them."""
    alone = Alignment((Link((0,), (0,), LinkKind.EQUAL),))
    return bool(with_carried((), old, new, alone))


def _is_note_that_went(change: Change, new: Sequence[Paragraph]) -> bool:
    """Whether a note only stands elsewhere among the others, which is told of its mark."""
    span = change.new
    return (
        change.kind is ChangeKind.MOVE
        and span is not None
        and new[span.paragraph].note is not None
        and span.end == len(new[span.paragraph].text)
        and span.start == 0
    )


def _is_wordless(change: Change, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> bool:
    """Whether a paragraph without words came or went, which is told of the object in it."""
    if not change.kind.is_of_words or (change.old is not None and change.new is not None):
        return False
    spans = ((change.old, old), (change.new, new))
    return all(
        span is None or (paragraphs[span.paragraph].objects and not paragraphs[span.paragraph].text)
        for span, paragraphs in spans
    )


def _merged(words: Sequence[Change], carried: Sequence[Change]) -> tuple[Change, ...]:
    """All changes in the order of the links, in a link in the order of the text."""
    by_link: dict[int, list[Change]] = {}
    for change in carried:
        by_link.setdefault(change.link, []).append(change)
    if not by_link:
        return tuple(words)
    found: list[Change] = []
    own: dict[int, list[Change]] = {}
    for change in words:
        own.setdefault(change.link, []).append(change)
    for link in sorted({*own, *by_link}):
        more = sorted(by_link.get(link, ()), key=_place)
        at = 0
        for change in own.get(link, ()):
            while at < len(more) and _place(more[at]) < _place(change):
                found.append(more[at])
                at += 1
            found.append(change)
        found += more[at:]
    return tuple(found)


def _place(change: Change) -> tuple[int, int, int]:
    """Where it stands in the text; of what is only old, what it stands before is not known."""
    span = change.new if change.new is not None else change.old
    if change.kind is ChangeKind.MOVE or span is None:
        return (-1, 0, 0)
    return (span.paragraph, span.start, 0)
