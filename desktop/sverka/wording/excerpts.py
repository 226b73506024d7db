"""Short excerpts around a change: before and after, with the changed characters marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.model import Attribute, Change, ChangeKind, Comparison, Paragraph, Side, Span
from sverka.wording.shortening import ELLIPSIS, beginning, ending, shortened

_ENOUGH = 4
"""Code points by which one knows where they stand."""
OBJECT_SIGN = "◈"
"""What stands in an excerpt for an object without words of its own."""

_BETWEEN_CELLS = " │ "


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of an excerpt; `marked` where it is what was changed."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a change looks like on either side; a side without text is empty."""

    old: tuple[Fragment, ...]
    new: tuple[Fragment, ...]


def excerpt(comparison: Comparison, change: Change, context: int = 40, most: int = 400) -> Excerpt:
    """Before and after of a change with up to `context` code points of text around it.

    A changed stretch longer than `most` code points is shown by its beginning and its end. Of a
    part of a table all cells are shown, with a line between each two.
    """
    if change.table_part is not None:
        old, new = (_part(comparison, change, side, most) for side in Side)
        return Excerpt(old, new)
    return Excerpt(
        _side(comparison.old.paragraphs, change, change.old, context, most),
        _side(comparison.new.paragraphs, change, change.new, context, most),
    )


def with_object_sign(
    fragments: tuple[Fragment, ...], change: Change, side: Side
) -> tuple[Fragment, ...]:
    """What a change beside the words is about on one side; ◈ where its object has no words."""
    span, first = change.span(side), change.alterations[0]
    is_there = first.attribute is Attribute.PLACE or first.of(side) is not None
    if span is None or span.start != span.end or not is_there:
        return fragments
    at = min(1, len(fragments)) if span.start else 0
    return (*fragments[:at], Fragment(OBJECT_SIGN, marked=True), *fragments[at:])


def stood_on(comparison: Comparison, change: Change, side: Side, most: int = 80) -> str:
    """The words that a change beside the words is about on one side, on one line.

    A sign or two stand in brackets among the words around them, and ◈ where an object has none.
    """
    span = change.span(side)
    if span is None:
        return ""
    text = comparison.version(side).paragraphs[span.paragraph].text
    own = text[span.start : span.end]
    if len(own) >= _ENOUGH or own == text:
        return shortened(own, most)
    sign = f"[{own}]" if own else OBJECT_SIGN
    before = " ".join(ending(text[: span.start], most // 2).split("\n"))
    after = " ".join(beginning(text[span.end :], most // 2).split("\n"))
    return f"{before}{sign}{after}"


def paragraph_fragments(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Fragment, ...]:
    """The whole of `text` cut at `spans` (start, end), which are marked; they must not overlap."""
    fragments: list[Fragment] = []
    at = 0
    for start, end in sorted(spans):
        if at < start:
            fragments.append(Fragment(text[at:start]))
        if start < end:
            fragments.append(Fragment(text[start:end], marked=True))
        at = max(at, end)
    if at < len(text):
        fragments.append(Fragment(text[at:]))
    return tuple(fragments)


def _part(comparison: Comparison, change: Change, side: Side, most: int) -> tuple[Fragment, ...]:
    numbers = comparison.paragraphs_of(change, side)
    paragraphs = comparison.version(side).paragraphs
    text = _BETWEEN_CELLS.join(paragraphs[number].text for number in numbers)
    marked = not change.kind.is_structure
    return (Fragment(_shortened(text, most), marked),) if numbers else ()


def _side(
    paragraphs: Sequence[Paragraph], change: Change, span: Span | None, context: int, most: int
) -> tuple[Fragment, ...]:
    if span is None:
        return ()
    text = paragraphs[span.paragraph].text
    if change.kind is ChangeKind.MOVE:
        # All of it moved: what stands around it did not, and is no part of it
        moved = text[span.start : span.end].strip()
        return (Fragment(_shortened(moved, most)),) if moved else ()
    return _around(text, span, context, most, marked=not change.kind.is_structure)


def _around(
    text: str, span: Span, context: int, most: int, *, marked: bool
) -> tuple[Fragment, ...]:
    start, end = _outward(text, span.start, -context), _outward(text, span.end, context)
    before = (ELLIPSIS if start else "") + text[start : span.start]
    after = text[span.end : end] + (ELLIPSIS if end < len(text) else "")
    middle = _shortened(text[span.start : span.end], most)
    parts = (Fragment(before), Fragment(middle, marked), Fragment(after))
    return tuple(part for part in parts if part.text)


def _outward(text: str, at: int, by: int) -> int:
    """A place up to `by` away from `at`, not inside a word when a space is near."""
    edge = max(0, min(len(text), at + by))
    if edge in (0, len(text)):
        return edge
    if by < 0:
        space = text.find(" ", edge, at)
        return space + 1 if space >= 0 else edge
    space = text.rfind(" ", at, edge)
    return space if space > at else edge


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    head = _outward(text, 0, most * 2 // 3)
    tail = _outward(text, len(text), -(most // 3))
    return f"{text[:head]} {ELLIPSIS} {text[tail:]}"
