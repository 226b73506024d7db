"""Both texts whole, with every change marked: woven into one, and side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sverka.language import Language
from sverka.model import BlockKind, Change, ChangeKind, Comparison, Link, Paragraph, Span
from sverka.reports.fit_text import shown_mark
from sverka.reports.marked_text import JOINT, MarkedPiece, PieceMark, Pieces
from sverka.reports.standing import Standing


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that belong together: on either side, and woven into one text.

    `label` says where a moved passage came from or went; one that only says so has no text.
    """

    old: Pieces
    new: Pieces
    woven: Pieces
    label: str = ""
    is_heading: bool = False


def passages(comparison: Comparison, language: Language) -> tuple[Passage, ...]:
    """Both texts in the order of the revised one, what was deleted where it would stand."""
    anchors = Standing(comparison)
    by_link: dict[int, list[Change]] = {}
    for change in comparison.changes:
        by_link.setdefault(change.link, []).append(change)
    placed: list[tuple[tuple[int, int, int], Passage]] = []
    for index, link in enumerate(comparison.alignment.links):
        passage = _passage(comparison, link, by_link.get(index, ()), language)
        if link.new:
            placed.append(((link.new[0], 0, 0), passage))
        if link.moved or not link.new:
            before = anchors.after(link.old[0])
            place = (-1 if before is None else before, 1, link.old[0])
            placed.append((place, _gone(link, language) if link.new else passage))
    placed.sort(key=lambda pair: pair[0])
    return tuple(passage for _place, passage in placed)


def _passage(
    comparison: Comparison, link: Link, changes: Sequence[Change], language: Language
) -> Passage:
    old, new = comparison.old.paragraphs, comparison.new.paragraphs
    first = new[link.new[0]] if link.new else old[link.old[0]]
    in_text = [c for c in changes if not c.kind.is_structure]
    label = ""
    if link.moved:
        label = language.gettext("Moved here from paragraph {number}").format(
            number=link.old[0] + 1
        )
    return Passage(
        old=_side(old, link.old, [c.old for c in in_text], PieceMark.OLD),
        new=_side(new, link.new, [c.new for c in in_text], PieceMark.NEW),
        woven=tuple(_woven(comparison, link, _in_order(changes))),
        label=label,
        is_heading=first.kind is BlockKind.HEADING,
    )


def _gone(link: Link, language: Language) -> Passage:
    label = language.gettext("Moved from here to paragraph {number}").format(number=link.new[0] + 1)
    return Passage((), (), (), label)


def _side(
    paragraphs: Sequence[Paragraph],
    indexes: Sequence[int],
    spans: Sequence[Span | None],
    mark: PieceMark,
) -> Pieces:
    """The paragraphs of one side, a line each, with the spans marked."""
    pieces: list[MarkedPiece] = []
    for index in indexes:
        pieces += [MarkedPiece("\n")] if pieces else []
        text, at = paragraphs[index].text, 0
        for span in spans:
            if span is not None and span.paragraph == index and at <= span.start < span.end:
                pieces.append(MarkedPiece(text[at : span.start]))
                pieces.append(MarkedPiece(shown_mark(text[span.start : span.end]), mark))
                at = span.end
        pieces.append(MarkedPiece(text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def _in_order(changes: Sequence[Change]) -> list[Change]:
    """Changes by their place in the revised version; one without stays after what precedes it."""
    keyed, last = [], (-1, -1)
    for change in changes:
        if change.new is not None:
            last = max(last, (change.new.paragraph, change.new.start))
        keyed.append((last, change))
    return [change for _key, change in sorted(keyed, key=lambda pair: pair[0])]


def _woven(comparison: Comparison, link: Link, changes: Sequence[Change]) -> Iterator[MarkedPiece]:
    """The revised paragraphs of a link with what was left out standing in them."""
    old, new = comparison.old.paragraphs, comparison.new.paragraphs
    splits = {c.new.paragraph for c in changes if c.kind is ChangeKind.SPLIT and c.new is not None}
    at = (link.new[0], 0) if link.new else (0, 0)
    for change in changes:
        if change.kind is ChangeKind.MOVE:
            continue
        if change.new is not None:
            to = (change.new.paragraph, change.new.start)
            yield from _running(new, link.new, at, to, splits)
            at = max(at, to)
        if change.kind is ChangeKind.MERGE:
            yield MarkedPiece(JOINT, PieceMark.OLD)
        elif change.kind is not ChangeKind.SPLIT:
            yield from _marked(old, change.old, PieceMark.OLD)
            yield from _marked(new, change.new, PieceMark.NEW)
            if change.new is not None:
                at = max(at, (change.new.paragraph, change.new.end))
    if link.new:
        end = (link.new[-1], len(new[link.new[-1]].text))
        yield from _running(new, link.new, at, end, splits)


def _marked(
    paragraphs: Sequence[Paragraph], span: Span | None, mark: PieceMark
) -> Iterator[MarkedPiece]:
    if span is not None and span.start < span.end:
        yield MarkedPiece(shown_mark(paragraphs[span.paragraph].text[span.start : span.end]), mark)


def _running(
    paragraphs: Sequence[Paragraph],
    indexes: Sequence[int],
    start: tuple[int, int],
    end: tuple[int, int],
    splits: set[int],
) -> Iterator[MarkedPiece]:
    """The text from one place (paragraph, offset) to another; ¶ where a paragraph was split."""
    if start >= end:
        return
    crossed = [i for i in indexes if start[0] <= i <= end[0]]
    stretches = [
        paragraphs[i].text[start[1] if i == start[0] else 0 : end[1] if i == end[0] else None]
        for i in crossed
    ]
    if stretches[0]:
        yield MarkedPiece(stretches[0])
    for (_before, index), text in zip(pairwise(crossed), stretches[1:], strict=True):
        if index in splits:
            yield MarkedPiece(JOINT, PieceMark.NEW)
        yield MarkedPiece("\n" + text)
