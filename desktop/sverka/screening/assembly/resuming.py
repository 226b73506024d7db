"""Whether a paragraph goes on with the next line or block, past what was set aside."""

from collections.abc import Sequence

from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.lines.interruption import resumes
from sverka.screening.lines.layout import Layout, goes_on
from sverka.screening.lines.line_joints import GoesOn, Joint
from sverka.screening.lines.line_signs import is_open, starts_upper
from sverka.screening.lines.text_lines import TextLine


def in_lines(layout: Layout, joint: Joint) -> GoesOn:
    """The rule for lines that were set so; `joint` is asked where the lines do not tell."""

    def rule(paragraph: Sequence[TextLine], line: TextLine, between: Sequence[TextLine]) -> bool:
        last = paragraph[-1]
        if not between:
            return goes_on(paragraph, line, layout, joint)
        if resumes(last, line, layout):
            return True
        if line.gap or any(other.gap for other in between):
            together = joint(last, line)
            return _is_full_of_text(last, line, layout) if together is None else together
        return goes_on(paragraph, line, layout, joint)

    return rule


def _is_full_of_text(last: TextLine, line: TextLine, layout: Layout) -> bool:
    """Whether the text before the furniture broke off for want of room, in mid-sentence."""
    heading = starts_upper(line.text) and len(line.text) < weights.HEADING_LINE
    return layout.is_full(last, line.text) and is_open(last.text) and not heading


def in_blocks(joint: Joint) -> GoesOn:
    """The rule for blocks that are paragraphs: they stand, unless furniture broke a sentence."""

    def rule(paragraph: Sequence[TextLine], line: TextLine, between: Sequence[TextLine]) -> bool:
        last = paragraph[-1]
        if last.block == line.block:
            return True
        return bool(between) and (resumes(last, line, Layout()) or joint(last, line) is True)

    return rule
