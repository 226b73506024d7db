"""The whole way from two files to a comparison, on one page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sverka.alignment import hardly_agree
from sverka.differences import (
    Remaining,
    aspects_compared,
    find_changes,
    leave_out,
    looks_cut_short,
    not_compared,
    table_heads,
    with_carried,
    with_doubts,
    with_fields,
    with_moved_sentences,
    with_tables,
    without_collapsed_spaces,
    without_labels,
)
from sverka.linked_versions import aligned, texts_of, with_headers
from sverka.model import (
    FOLDED,
    Alignment,
    Change,
    Comparison,
    Document,
    Ignore,
    Inspection,
    LeftOut,
    LinkKind,
    Notice,
    NoticeCode,
    Options,
    PasswordError,
    Passwords,
    Progress,
    Side,
    Stage,
    Statistics,
    silent,
)
from sverka.readers import Readable, read
from sverka.screening import (
    Examination,
    examine,
    examine_both,
    header_pairs,
    judge,
    settle,
)
from sverka.text.words import word_count

NO_PASSWORDS = Passwords()


@dataclass(frozen=True, slots=True)
class ExaminedPair:
    """Two versions read and looked through: all that no decision of the user changes."""

    old: Examination
    new: Examination


def compare(
    old: Readable | Document,
    new: Readable | Document,
    options: Options | None = None,
    progress: Progress = silent,
    passwords: Passwords = NO_PASSWORDS,
) -> Comparison:
    """Compare two versions: given as paths, bytes or binary streams, or as documents read before.

    `progress` is told of each stage and may raise Cancelled, which passes. Raises ReadError with a
    sentence for a file that cannot be read, PasswordError where one of the `passwords` is missing.
    """
    options = options or Options()
    return conclude(examine_pair(old, new, options, progress, passwords), options, progress)


def examine_pair(
    old: Readable | Document,
    new: Readable | Document,
    options: Options,
    progress: Progress = silent,
    passwords: Passwords = NO_PASSWORDS,
) -> ExaminedPair:
    """The first half of `compare`: what stays as it is when the user decides otherwise.

    Of the options only those of reading count here: the encodings, `tracked`, `as_source`, `ocr`
    and its languages. Raises as `compare` does.
    """
    first = _version(old, Side.OLD, options, passwords, _part(progress, 0, 2))
    second = _version(new, Side.NEW, options, passwords, _part(progress, 1, 2))
    return ExaminedPair(*examine_both(first, second, _part(progress, 0, 2)))


def conclude(pair: ExaminedPair, options: Options, progress: Progress = silent) -> Comparison:
    """The second half of `compare`: all that depends on the decisions and the ignore rules."""
    old = _settled(pair.old, options, _part(progress, 2, 4))
    new = _settled(pair.new, options, _part(progress, 3, 4))
    headers = header_pairs(old, new)
    findings = judge(old.screening, new.screening, headers)
    alignment = aligned(old, new, options, progress)
    old, new, alignment = with_headers(old, new, alignment, headers, options)
    remaining = _remaining(old, new, alignment, options, progress)
    changes = remaining.changes
    return Comparison(
        old=old,
        new=new,
        options=options,
        alignment=alignment,
        changes=changes,
        findings=findings,
        statistics=_statistics(old, new, alignment, changes, remaining.left_out),
        notices=(
            *_notices((old.document, new.document)),
            *(Notice(NoticeCode.PATTERN_SLOW, {"pattern": p}) for p in remaining.slow_patterns),
            *_notices_of_pair(alignment, changes, texts_of(old), texts_of(new)),
        ),
        not_compared=not_compared(old, new, alignment),
        compared=aspects_compared(old, new),
        heads={Side.OLD: table_heads(old), Side.NEW: table_heads(new)},
    )


def _remaining(
    old: Inspection, new: Inspection, alignment: Alignment, options: Options, progress: Progress
) -> Remaining:
    """The changes that are left under the options, and how many those left out."""
    texts = texts_of(old), texts_of(new)
    streams = [one.part for one in old.paragraphs], [one.part for one in new.paragraphs]
    apart = options.ignore_parts, streams
    folded = options.ignore & FOLDED
    times = 2 if folded else 1
    changes = _changes(old, new, alignment, folded, _part(progress, 0, times))
    remaining = leave_out(changes, options.ignore, options.ignore_patterns, texts, *apart)
    if not folded:
        return remaining
    # What counts as equal was no change to begin with: it is counted among all there are
    unfolded = _unfolded(alignment, *texts)
    every = _changes(old, new, unfolded, frozenset(), _part(progress, 1, times))
    counted = leave_out(every, options.ignore, (), texts, *apart).left_out
    left_out = replace(remaining.left_out, by_category=counted.by_category)
    return replace(remaining, left_out=left_out)


def _changes(
    old: Inspection,
    new: Inspection,
    alignment: Alignment,
    ignore: frozenset[Ignore],
    progress: Progress,
) -> tuple[Change, ...]:
    """The changes between both versions, but for printed list labels; those of fields as such."""
    texts = texts_of(old), texts_of(new)
    found = find_changes(*texts, alignment, ignore=ignore, progress=progress)
    found = without_collapsed_spaces(found, *texts, (old.document.traits, new.document.traits))
    unlabelled = without_labels(found, old.paragraphs, new.paragraphs)
    told = with_fields(unlabelled, old.paragraphs, new.paragraphs)
    carried = with_carried(told, old, new, alignment)
    moved = with_moved_sentences(carried, *texts, alignment, ignore=ignore)
    tabled = with_tables(moved, old, new, alignment)
    return with_doubts(tabled, old.paragraphs, new.paragraphs)


def _unfolded(
    alignment: Alignment, old_texts: Sequence[str], new_texts: Sequence[str]
) -> Alignment:
    """The same links, those that are equal only under the options to be looked into as well."""
    return Alignment(
        tuple(
            replace(link, kind=LinkKind.EDITED)
            if link.kind is LinkKind.EQUAL
            and [old_texts[k] for k in link.old] != [new_texts[k] for k in link.new]
            else link
            for link in alignment.links
        )
    )


def inspect(
    document: Readable | Document,
    other: Readable | Document | None = None,
    side: Side = Side.OLD,
    options: Options | None = None,
    progress: Progress = silent,
    passwords: Passwords = NO_PASSWORDS,
) -> Inspection:
    """Screen one document, with the other version as witness where there is one.

    Each is given as a path, bytes or a binary stream, or as a document that was read before.
    """
    options = options or Options()
    shown = _version(document, side, options, passwords, progress)
    witness = other
    if witness is not None:
        witness = _version(witness, side.other, options, passwords, progress)
    examination = examine(shown, witness, side=side, progress=_part(progress, 0, 2))
    return _settled(examination, options, _part(progress, 1, 2))


def _settled(examination: Examination, options: Options, progress: Progress) -> Inspection:
    screening = settle(
        examination,
        decisions=options.decisions,
        keep_furniture=options.keep_furniture,
        progress=progress,
    )
    return Inspection(examination.document, screening)


def _version(
    given: Readable | Document,
    side: Side,
    options: Options,
    passwords: Passwords,
    progress: Progress,
) -> Document:
    if isinstance(given, Document):
        return given
    is_old = side is Side.OLD
    try:
        return read(
            given,
            encoding=options.encoding_old if is_old else options.encoding_new,
            tracked=options.tracked,
            as_source=options.as_source,
            ocr=options.ocr,
            ocr_languages=options.ocr_languages,
            password=passwords.old if is_old else passwords.new,
            progress=progress,
        )
    except PasswordError as error:
        raise PasswordError(error.sentence, **{**error.terms, "side": side.value}) from error


def _part(progress: Progress, part: int, parts: int) -> Progress:
    """The Progress of one of several equal parts of a stage, counted from 0."""

    def report(stage: Stage, fraction: float) -> None:
        progress(stage, (part + fraction) / parts)

    return report


def _notices(documents: tuple[Document, Document]) -> tuple[Notice, ...]:
    sides = (Side.OLD, Side.NEW)
    return tuple(
        replace(notice, side=side)
        for side, document in zip(sides, documents, strict=True)
        for notice in document.notices
    )


def _notices_of_pair(
    alignment: Alignment,
    changes: Sequence[Change],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
) -> Iterator[Notice]:
    share = hardly_agree(alignment, old_texts, new_texts)
    if share is not None:
        yield Notice(NoticeCode.HARDLY_AGREE, {"percent": round(100 * share)})
    cut_short = looks_cut_short(changes, old_texts, new_texts, alignment)
    if cut_short:
        yield Notice(NoticeCode.LOOK_CUT_SHORT, {"count": cut_short})


def _statistics(
    old: Inspection,
    new: Inspection,
    alignment: Alignment,
    changes: Sequence[Change],
    left_out: LeftOut,
) -> Statistics:
    texts, new_texts = texts_of(old), texts_of(new)
    # Most paragraphs stand in both versions: their words are counted once
    counts = {text: word_count(text) for text in {*texts, *new_texts}}
    old_words = sum(counts[text] for text in texts)
    touched = sum(
        word_count(texts[span.paragraph][span.start : span.end])
        for c in changes
        if c.old and c.kind.is_of_words
        for span in (c.old_marks if c.is_frame else (c.old,))
    )
    touched += sum(
        counts[texts[paragraph]]
        for c in changes
        if c.old and c.kind.is_of_words and c.table_part
        for link in c.alike
        for paragraph in alignment.links[link].old
    )
    return Statistics(
        changes=len(changes),
        by_kind=dict(sorted(Counter(c.kind for c in changes).items())),
        by_category=dict(sorted(Counter(k for c in changes for k in c.categories).items())),
        old_words=old_words,
        new_words=sum(counts[text] for text in new_texts),
        unchanged_words=max(0, old_words - touched),
        left_out=left_out,
    )
