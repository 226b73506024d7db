"""Leaves out the list labels that one format prints in its text and another keeps beside it."""

from collections.abc import Sequence

from sverka.model import Change, Paragraph, Span
from sverka.patterns import late_pattern
from sverka.text.signs import BULLETS, SYMBOL_FONT_BULLETS

_BULLET = late_pattern(f"[{BULLETS}{SYMBOL_FONT_BULLETS}–—-]")


def without_labels(
    changes: Sequence[Change], old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> tuple[Change, ...]:
    """The changes but for those that are only a list label, printed here and stored there.

    "1." stands in the text of a PDF or a TXT and is the label of the paragraph in a DOCX: both
    print the same. A label that differs stays a change.
    """
    return tuple(
        change
        for change in changes
        if not (
            _is_label(change.old, old, change.new, new)
            or _is_label(change.new, new, change.old, old)
        )
    )


def _is_label(
    written: Span | None,
    here: Sequence[Paragraph],
    absent: Span | None,
    there: Sequence[Paragraph],
) -> bool:
    """Whether the text `written` at the start of its paragraph is the label of the other one."""
    if written is None or absent is None or (written.start, absent.start, absent.end) != (0, 0, 0):
        return False
    label = there[absent.paragraph].label
    if label is None or here[written.paragraph].label is not None:
        return False
    text = here[written.paragraph].text[: written.end]
    return text[-1:].isspace() and _same(text.strip(), label.strip())


def _same(text: str, label: str) -> bool:
    return text == label or all(map(_BULLET.fullmatch, (text, label)))
