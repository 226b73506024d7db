"""Text of a report in pieces: plain, marked as left out of the original, or as new."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sverka.language import Language
from sverka.model import PLAIN, Change, ChangeKind, Comparison, Paragraph, Side, Span, Style
from sverka.reports.fit_text import shown_mark
from sverka.wording import (
    Fragment,
    alteration_sides,
    alteration_words,
    beginning,
    ending,
    excerpt,
    with_object_sign,
)

JOINT = "¶"
_BEFORE_JOINT = 60
_AROUND = 44


class PieceMark(StrEnum):
    """How a piece is marked."""

    NONE = ""
    OLD = "old"
    NEW = "new"
    SUBJECT = "subject"
    """What a change beside the words is about; the words are as they were."""
    SAID = "said"
    """What is so there, in words; it stands in neither version."""


MARKS = {Side.OLD: PieceMark.OLD, Side.NEW: PieceMark.NEW}
"""The mark of what stands on one side only."""


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of text; `exact` where it is the very characters that differ inside a word.

    `look` is how it looks in its file, of what a report shows of that; `is_link` where it leads
    elsewhere.
    """

    text: str
    mark: PieceMark = PieceMark.NONE
    exact: bool = False
    look: Style = PLAIN
    is_link: bool = False


Pieces = tuple[MarkedPiece, ...]


def look_shown(has: Callable[[str], object]) -> Style:
    """What a report shows of a look; `has` says what it has, by the names in `Style`."""
    return Style(
        bold=bool(has("bold")),
        italic=bool(has("italic")),
        underline=bool(has("underline")),
        strike=bool(has("strike")),
        raised=bool(has("raised")),
        lowered=bool(has("lowered")),
    )


def plain_text(pieces: Pieces) -> str:
    """The pieces without their marks."""
    return "".join(piece.text for piece in pieces)


def change_pieces(
    comparison: Comparison, change: Change, language: Language
) -> tuple[Pieces, Pieces]:
    """What a change looks like in the original and in the revised version.

    Of a change beside the words it is the words it is about, and in words what is so with them.
    """
    if change.kind.is_beside_words:
        old, new = alteration_sides(change, language, comparison)
        return (
            _with_words(_subject(comparison, change, Side.OLD, _AROUND), old),
            _with_words(_subject(comparison, change, Side.NEW, _AROUND), new),
        )
    if change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE):
        return _joint(comparison, change)
    both = excerpt(comparison, change, context=_AROUND)
    return (
        _marked(both.old, PieceMark.OLD, _exact(change.old, change.old_marks)),
        _marked(both.new, PieceMark.NEW, _exact(change.new, change.new_marks)),
    )


def inline_pieces(comparison: Comparison, change: Change, language: Language) -> Pieces:
    """A change on one line: the text before it, what was left out, what came in, the text after.

    Of a change beside the words it is the words it is about, and what is otherwise with them.
    """
    if change.kind.is_beside_words:
        side = Side.OLD if change.new is None else Side.NEW
        said = MarkedPiece(f" {alteration_words(change, language, comparison)}", PieceMark.SAID)
        return (*_subject(comparison, change, side, 24, most=80), said)
    both = excerpt(comparison, change, context=24, most=80)
    old = _marked(both.old, PieceMark.OLD, ())
    new = _marked(both.new, PieceMark.NEW, ())
    frame = new if any(piece.text for piece in new) else old
    marks = [i for i, piece in enumerate(frame) if piece.mark]
    cut = marks[0] if marks else _frame_cut(change, frame)
    after = frame[marks[-1] + 1 :] if marks else frame[cut:]
    middle: list[MarkedPiece] = []
    for piece in (*old, *new):
        if piece.mark:
            middle += [MarkedPiece(" ")] if middle else []
            middle.append(piece)
    return (*frame[:cut], *middle, *after)


def _subject(
    comparison: Comparison, change: Change, side: Side, context: int, most: int = 400
) -> Pieces:
    """What a change beside the words is about on one side; ◈ where an object has no words."""
    if change.span(side) is None:
        return ()
    both = excerpt(comparison, change, context=context, most=most)
    fragments = with_object_sign(both.old if side is Side.OLD else both.new, change, side)
    altered = {str(one.attribute): one.of(side) for one in change.alterations}
    look = look_shown(altered.get)
    return tuple(
        MarkedPiece(one.text, PieceMark.SUBJECT, look=look) if one.marked else MarkedPiece(one.text)
        for one in fragments
    )


def _with_words(pieces: Pieces, words: str) -> Pieces:
    if not words:
        return pieces
    start = "\n" if pieces else ""
    return (*pieces, MarkedPiece(start + words, PieceMark.SAID))


def _frame_cut(change: Change, frame: Pieces) -> int:
    """Where a mark of the other side goes: after the first piece, unless the text begins there."""
    span = change.new if change.new is not None else change.old
    return 0 if span is None or span.start == 0 else min(1, len(frame))


def _marked(
    fragments: tuple[Fragment, ...], mark: PieceMark, exact: tuple[tuple[int, int], ...]
) -> Pieces:
    pieces: list[MarkedPiece] = []
    for fragment in fragments:
        if not fragment.marked:
            pieces.append(MarkedPiece(fragment.text))
            continue
        pieces += _with_exact(fragment.text, mark, exact)
    return tuple(pieces)


def _with_exact(
    text: str, mark: PieceMark, exact: tuple[tuple[int, int], ...]
) -> list[MarkedPiece]:
    """One marked stretch, cut where its very differences begin and end."""
    if not exact or exact[-1][1] > len(text):
        return [MarkedPiece(shown_mark(text), mark)]
    pieces, at = [], 0
    for start, end in exact:
        pieces += [
            MarkedPiece(text[at:start], mark),
            MarkedPiece(shown_mark(text[start:end]), mark, True),
        ]
        at = end
    pieces.append(MarkedPiece(text[at:], mark))
    return [piece for piece in pieces if piece.text]


def _exact(span: Span | None, marks: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
    """The marks relative to the span; none where they cover it whole."""
    if span is None:
        return ()
    inside = tuple((m.start - span.start, m.end - span.start) for m in marks if m.start < m.end)
    covered = sum(end - start for start, end in inside)
    return inside if covered < span.end - span.start else ()


def _joint(comparison: Comparison, change: Change) -> tuple[Pieces, Pieces]:
    """A split or a merge: on one side the text runs on, on the other a ¶ stands in it."""
    whole_side = Side.OLD if change.kind is ChangeKind.SPLIT else Side.NEW
    parted_side = whole_side.other
    whole, parted = change.span(whole_side), change.span(parted_side)
    running: Pieces = ()
    if whole is not None:
        paragraphs = comparison.version(whole_side).paragraphs
        running = _running_on(paragraphs[whole.paragraph], whole.start)
    broken: Pieces = ()
    if parted is not None:
        paragraphs = comparison.version(parted_side).paragraphs
        broken = _broken(paragraphs, parted.paragraph, MARKS[parted_side])
    return (running, broken) if whole_side is Side.OLD else (broken, running)


def _running_on(paragraph: Paragraph, at: int) -> Pieces:
    return (
        MarkedPiece(
            ending(paragraph.text[:at], _BEFORE_JOINT)
            + beginning(paragraph.text[at:], _BEFORE_JOINT)
        ),
    )


def _broken(paragraphs: tuple[Paragraph, ...], index: int, mark: PieceMark) -> Pieces:
    before = ending(paragraphs[index - 1].text, _BEFORE_JOINT) if index else ""
    after = beginning(paragraphs[index].text, _BEFORE_JOINT)
    return (MarkedPiece(before), MarkedPiece(JOINT, mark), MarkedPiece("\n" + after))
