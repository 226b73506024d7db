"""Whether a paragraph goes on with the next line, in text, in DOCX and past what was set aside."""

from collections.abc import Sequence

from sverka.screening.layout import Layout, goes_on
from sverka.screening.lines import Line
from sverka.screening.marks import is_list_item, is_open, starts_upper
from sverka.screening.paragraphs import GoesOn
from sverka.screening.surroundings import resumes


def in_text(layout: Layout) -> GoesOn:
    """The rule for text files set so."""

    def rule(paragraph: Sequence[Line], line: Line, between: Sequence[Line]) -> bool:
        last = paragraph[-1]
        if between:
            return _past(last, line, between, layout, paragraph)
        hanging = is_list_item(paragraph[0].text)
        return goes_on(last, line, layout, len(paragraph) == 1, hanging)

    return rule


def _past(
    last: Line, line: Line, between: Sequence[Line], layout: Layout, paragraph: Sequence[Line]
) -> bool:
    """Whether a paragraph goes on after furniture that stood in it."""
    if resumes(last, line, layout):
        return True
    if any(b.gap for b in between) or line.gap:
        full = layout.is_full(last, line.text)
        return full and is_open(last.text) and not (starts_upper(line.text) and len(line.text) < 40)
    return goes_on(last, line, layout, len(paragraph) == 1, is_list_item(paragraph[0].text))


def in_docx(paragraph: Sequence[Line], line: Line, between: Sequence[Line]) -> bool:
    """The rule for DOCX: its paragraphs stand, unless furniture was pasted into a sentence."""
    last = paragraph[-1]
    if last.block == line.block:
        return True
    return bool(between) and resumes(last, line, Layout())
