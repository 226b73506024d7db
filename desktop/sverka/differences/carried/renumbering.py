"""Tells once that the items of a list were numbered anew, and which references name old numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sverka.differences.carried.alike import told_at_the_first
from sverka.differences.carried.common_stretches import Stretch
from sverka.model import (
    Alteration,
    Attribute,
    Change,
    ListItem,
    Object,
    ObjectKind,
    Paragraph,
    Span,
)
from sverka.patterns import late_pattern
from sverka.text.references import REFERRING

_EDGES = "()[].:;,-–—‑ \t\u00a0"
_NUMBERED = ([Attribute.NUMBER], [Attribute.NUMBER_FORMAT])
_NUMBER = late_pattern(r"\d+(?:\.\d+)*|[^\W\d_]{1,6}")


def renumbered_once(
    changes: Sequence[Change], old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> list[Change]:
    """The changes of numbers alone, in the order of the links, those of one list as one change.

    An item that came in or went renumbers all behind it; that is told at the first of them. So are
    numbers that look otherwise in the whole list.
    """
    groups: dict[tuple[str, str, Attribute], list[Change]] = {}
    for change in changes:
        lists = _lists(change, old, new)
        groups.setdefault((*lists, change.alterations[0].attribute), []).append(change)
    return [told_at_the_first(same) for same in groups.values()]


def is_renumbered(change: Change) -> bool:
    """Whether nothing but the printed number of a paragraph is another, or looks otherwise."""
    return [one.attribute for one in change.alterations] in _NUMBERED


def _lists(change: Change, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[str, str]:
    """The lists on both sides; what is numbered without one stands alone."""
    if change.old is None or change.new is None:
        return "", f"alone {change.link}"
    was, now = old[change.old.paragraph].item, new[change.new.paragraph].item
    if was is None or now is None:
        return "", f"alone {change.link}"
    return _counters(was), _counters(now)


def _counters(item: ListItem) -> str:
    return item.counters or item.list


def numbers_named(stretches: Iterable[Stretch], new: Sequence[Paragraph]) -> dict[str, list[Span]]:
    """By number the places of the new version that refer to it, in the order of the stretches.

    Only words that stayed count, and no fields, which follow by themselves.
    """
    found: dict[str, list[Span]] = {}
    for stretch in stretches:
        for span in _named(stretch, new[stretch.new]):
            number = new[span.paragraph].text[span.start : span.end]
            found.setdefault(number, []).append(span)
    return found


def with_references(
    change: Change, renumbered: Iterable[str], named: Mapping[str, Sequence[Span]]
) -> Change:
    """The change with the places of the new version that still name a number as it was.

    `renumbered` are the numbers as they were, `named` the places that name any.
    """
    found = [span for number in renumbered for span in named.get(number, ())]
    found.sort(key=lambda span: (span.paragraph, span.start))
    return replace(change, references=tuple(found)) if found else change


def old_numbers(change: Change, alterations: Mapping[int, Alteration]) -> frozenset[str]:
    """The numbers that `change` and those alike altered, without the marks around them."""
    altered = (alterations[link] for link in change.links if link in alterations)
    labels = ((one.old, one.new) for one in altered)
    numbers = (
        was.strip(_EDGES) for was, now in labels if isinstance(was, str) and isinstance(now, str)
    )
    return frozenset(filter(None, numbers))


def _named(stretch: Stretch, paragraph: Paragraph) -> Iterator[Span]:
    start, stop = stretch.new_start, stretch.new_start + stretch.length
    for match in REFERRING.finditer(paragraph.text, start, stop):
        for number in _NUMBER.finditer(paragraph.text, match.end("word"), match.end()):
            if not _is_field(paragraph.objects, number.start()):
                yield Span(stretch.new, number.start(), number.end())


def _is_field(objects: Sequence[Object], offset: int) -> bool:
    return any(
        one.kind is ObjectKind.FIELD and one.offset <= offset < one.offset + one.length
        for one in objects
    )
