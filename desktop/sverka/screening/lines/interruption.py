"""Whether a sentence goes on from one line to another, past whatever stands between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.layout import Layout, reach
from sverka.screening.lines.line_signs import (
    ends_openly,
    is_caseless,
    is_label,
    is_list_item,
    is_mark,
    is_numbered_word,
    is_open,
    may_be_abbreviated,
    starts_lower,
)
from sverka.screening.lines.text_lines import TextLine
from sverka.text.signs import COMMAS


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What tells whether a sentence goes on where no small letter does.

    `together`: the other version has both halves in one paragraph; `meet`: it has them one after
    the other. `full`: the line before is as wide as those around it; None where they do not show
    it. `stops`: paragraphs of this document end with a stop; None where it has too few.
    """

    together: bool = False
    meet: bool = False
    full: bool | None = None
    stops: bool | None = None


def unmarked_interruption(before: TextLine, after: TextLine, known: GoingOn) -> float:
    """How surely a sentence goes on from `before` to `after`, from 0 to 1, whatever letter `after`
    begins with: a capital, a figure, one of a script without case.
    """
    abbreviated = may_be_abbreviated(before.text)
    if not (ends_openly(before.text) or abbreviated) or not _breaks_off(before.text):
        return 0.0
    if is_label(before.text) or (is_list_item(after.text) and not after.text[0].isdigit()):
        return 0.0
    if not (is_prose(before.text) and is_prose(after.text)):
        return 0.0
    if known.together:
        return weights.SURE
    if known.stops is False:
        return 0.0
    marked = known.full or starts_lower(after.text) or (known.stops and not abbreviated)
    if known.meet and marked:
        return weights.MEET
    if abbreviated or known.stops is None or is_list_item(after.text):
        return weights.PERHAPS if known.full else 0.0
    if known.full is None:
        return weights.OPEN_END
    return weights.LIKELY if known.full else weights.HARDLY


def _breaks_off(text: str) -> bool:
    """Whether a line may be the first half of a sentence, and is no cell, item or label."""
    if is_numbered_word(text):
        return False
    letters = sum(char.isalpha() or is_mark(char) for char in text)
    return len(text.split()) >= weights.GOES_ON_WORDS or (
        is_caseless(text) and letters >= weights.GOES_ON_LETTERS
    )


def is_as_wide(line: TextLine, following: str, around: Iterable[TextLine]) -> bool | None:
    """Whether a line was broken for want of room, as the lines around it are; None where those
    show no measure.
    """
    rights = [other.right for other in (line, *around)]
    widest = max(rights)
    alike = sum(right >= weights.AROUND_SHARE * widest for right in rights)
    if widest > weights.AROUND_WIDEST or alike < weights.AROUND_FEWEST:
        return None
    return is_long_and_full(line, following, widest)


def is_long_and_full(line: TextLine, following: str, width: float) -> bool:
    """Whether a line reaches so far that it was broken for want of room, and not only because the
    next word is a long one.
    """
    full = reach(line, following) >= weights.NEARLY_FULL * width
    return full and line.right >= weights.LONG_ENOUGH * width


def ends_stopped(ends: Iterable[str]) -> bool | None:
    """Whether these ends of paragraphs show that they end with a stop as a rule; commas neither."""
    stopped = [not is_open(end) for end in ends if end[-1] not in COMMAS]
    if len(stopped) < weights.STOPPED_FEWEST:
        return None
    return sum(stopped) >= weights.STOPPED_SHARE * len(stopped)


def interruption(before: TextLine, after: TextLine, layout: Layout) -> float:
    """How surely a sentence goes on from `before` to `after`, from 0 to 1."""
    if not ends_openly(before.text) or is_numbered_word(before.text) or is_list_item(after.text):
        return 0.0
    if not (is_prose(before.text) and is_prose(after.text)):
        return 0.0
    full = _filled(before, after, layout)
    if not full and (is_list_item(before.text) or is_label(before.text)):
        return 0.0
    if starts_lower(after.text):
        return 1.0 if full or before.text.endswith(",") else weights.HARDLY
    if is_caseless(after.text) and not is_label(after.text) and is_caseless(before.text[-1:]):
        return weights.LIKELY if layout.is_nearly_full(before, after.text) else 0.0
    return 0.0


def is_prose(text: str) -> bool:
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
