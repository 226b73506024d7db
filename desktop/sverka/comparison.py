"""The whole way from two files to a comparison, on one page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sverka.alignment import align
from sverka.differences import find_changes
from sverka.model import (
    Change,
    Comparison,
    Document,
    Inspection,
    Notice,
    Options,
    Paragraph,
    Progress,
    Side,
    Stage,
    Statistics,
    silent,
)
from sverka.readers import read
from sverka.screening import judge, screen

_WORD = re.compile(r"\w+(?:[-’'.]\w+)*")


def compare(
    old: Path | str | Document,
    new: Path | str | Document,
    options: Options | None = None,
    progress: Progress = silent,
) -> Comparison:
    """Compare two versions, given as paths or as documents that were read before.

    `progress` is told of each stage and may raise Cancelled, which passes. Raises ReadError with a
    sentence for a file that cannot be read.
    """
    options = options or Options()
    documents = (
        _document(old, options.encoding_old, options, _half(progress, 0)),
        _document(new, options.encoding_new, options, _half(progress, 1)),
    )
    inspections = (
        inspect(documents[0], documents[1], Side.OLD, options, _half(progress, 0)),
        inspect(documents[1], documents[0], Side.NEW, options, _half(progress, 1)),
    )
    old_texts, new_texts = ([p.text for p in version.paragraphs] for version in inspections)
    alignment = align(old_texts, new_texts, ignore=options.ignore, progress=progress)
    changes = find_changes(
        old_texts, new_texts, alignment, ignore=options.ignore, progress=progress
    )
    return Comparison(
        old=inspections[0],
        new=inspections[1],
        options=options,
        alignment=alignment,
        changes=changes,
        findings=judge(inspections[0].screening, inspections[1].screening),
        statistics=_statistics(inspections[0].paragraphs, inspections[1].paragraphs, changes),
        notices=_notices(documents),
    )


def inspect(
    document: Document,
    other: Document | None = None,
    side: Side = Side.OLD,
    options: Options | None = None,
    progress: Progress = silent,
) -> Inspection:
    """Screen one document, with the other version as witness where there is one."""
    options = options or Options()
    screening = screen(
        document,
        other,
        side=side,
        decisions=options.decisions,
        keep_furniture=options.keep_furniture,
        progress=progress,
    )
    return Inspection(document, screening)


def _document(
    given: Path | str | Document, encoding: str | None, options: Options, progress: Progress
) -> Document:
    if isinstance(given, Document):
        return given
    return read(given, encoding=encoding, tracked=options.tracked, progress=progress)


def _half(progress: Progress, half: int) -> Progress:
    """The Progress of one of two equal halves (0 or 1) of a stage."""

    def report(stage: Stage, fraction: float) -> None:
        progress(stage, (half + fraction) / 2)

    return report


def _notices(documents: tuple[Document, Document]) -> tuple[Notice, ...]:
    sides = (Side.OLD, Side.NEW)
    return tuple(
        replace(notice, side=side)
        for side, document in zip(sides, documents, strict=True)
        for notice in document.notices
    )


def _statistics(
    old: Sequence[Paragraph], new: Sequence[Paragraph], changes: Sequence[Change]
) -> Statistics:
    old_words = sum(_words(p.text) for p in old)
    touched = sum(
        _words(old[c.old.paragraph].text[c.old.start : c.old.end])
        for c in changes
        if c.old and not c.kind.is_structure
    )
    return Statistics(
        changes=len(changes),
        by_kind=dict(sorted(Counter(c.kind for c in changes).items())),
        by_category=dict(sorted(Counter(k for c in changes for k in c.categories).items())),
        old_words=old_words,
        new_words=sum(_words(p.text) for p in new),
        unchanged_words=max(0, old_words - touched),
    )


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
