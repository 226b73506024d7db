"""Reasons made of lines: what stands around a place, where lines stand, how often something is."""

from collections.abc import Sequence

from sverka.model import Reason, ReasonCode, ReasonPlace, ReasonValue
from sverka.screening.lines.text_lines import TextLine

_KEPT = 160
"""Code points of a text that are kept in a reason; fewer are shown."""
_ITEMS = 12
"""Items of a list that are kept in a reason: a header of a thousand pages has a thousand of them,
and each of its occurrences a reason."""


def between(code: ReasonCode, before: str, after: str) -> Reason:
    """A reason that shows the end of the text before and the start of the text after."""
    return Reason(code, {"before": before.rstrip()[-_KEPT:], "after": after.lstrip()[:_KEPT]})


def interrupts(before: TextLine, after: TextLine) -> Reason:
    """It stands in the middle of a sentence."""
    return between(ReasonCode.INTERRUPTS_SENTENCE, before.text, after.text)


def reads_on(before: TextLine, after: TextLine) -> Reason:
    """The other version has no such line here."""
    return between(ReasonCode.OTHER_READS_ON, before.text, after.text)


def listing(
    code: ReasonCode, name: str, items: Sequence[str | int | ReasonPlace], **more: ReasonValue
) -> Reason:
    """A reason with a list under `name`: how many there are, and the first of them."""
    return Reason(code, {**more, "count": len(items), name: tuple(items[:_ITEMS])})


def counting(code: ReasonCode, count: int) -> Reason:
    """A reason that says how often."""
    return Reason(code, {"count": count})


def start_of(text: str) -> str:
    """The beginning of a text, on one line, for a reason to show."""
    return " ".join(text[: 4 * _KEPT].split())[:_KEPT]


def place_of(lines: Sequence[TextLine]) -> ReasonPlace:
    """Where neighbouring lines stand."""
    first, last = lines[0], lines[-1]
    numbers = None
    if first.number is not None and last.number is not None:
        numbers = (first.number, last.number)
    return ReasonPlace(first.paragraph, numbers, first.page)
