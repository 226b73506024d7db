"""Whether a sentence goes on from one line to another, past whatever stands between them."""

from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.layout import Layout
from sverka.screening.lines.line_signs import (
    ends_openly,
    is_caseless,
    is_label,
    is_list_item,
    is_mark,
    is_numbered_word,
    starts_lower,
)
from sverka.screening.lines.text_lines import TextLine


def interruption(before: TextLine, after: TextLine, layout: Layout) -> float:
    """How surely a sentence goes on from `before` to `after`, from 0 to 1."""
    if not ends_openly(before.text) or is_numbered_word(before.text) or is_list_item(after.text):
        return 0.0
    if not (_is_prose(before.text) and _is_prose(after.text)):
        return 0.0
    full = _filled(before, after, layout)
    if not full and (is_list_item(before.text) or is_label(before.text)):
        return 0.0
    if starts_lower(after.text):
        return 1.0 if full or before.text.endswith(",") else weights.HARDLY
    if is_caseless(after.text) and not is_label(after.text) and is_caseless(before.text[-1:]):
        return weights.LIKELY if layout.is_nearly_full(before, after.text) else 0.0
    return 0.0


def _is_prose(text: str) -> bool:
    """Whether a line has words, and is not a formula or the cell of a table."""
    needed = max(weights.PROSE_LETTERS, weights.PROSE_SHARE * (len(text) - text.count(" ")))
    letters = sum(map(str.isalpha, text))
    return letters >= needed or letters + sum(map(is_mark, text)) >= needed


def resumes(before: TextLine, after: TextLine, layout: Layout) -> bool:
    """Whether the paragraph of `before` goes on with `after`, past furniture between them."""
    return interruption(before, after, layout) >= weights.INTERRUPTS and _filled(
        before, after, layout
    )


def _filled(before: TextLine, after: TextLine, layout: Layout) -> bool:
    """Whether the line before was broken for want of room, or belongs to no wrapped text."""
    return layout.width is None or layout.is_nearly_full(before, after.text)
