"""Whether a paragraph goes on with the next line or block, past what was set aside."""

from collections.abc import Sequence

from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.lines.interruption import resumes
from sverka.screening.lines.layout import Layout, goes_on
from sverka.screening.lines.line_joints import GoesOn, Joint, seam_of
from sverka.screening.lines.line_signs import is_open, starts_upper
from sverka.screening.lines.text_lines import TextLine


def in_lines(
    layout: Layout,
    joint: Joint,
    breaking: frozenset[int] = frozenset(),
    rejoined: frozenset[str] = frozenset(),
) -> GoesOn:
    """The rule for lines that were set so; `joint` is asked where the lines do not tell, and
    `breaking` are the lines set aside that stand in the middle of a sentence, `rejoined` the seams
    of sentences that were put together in the other version.
    """

    def rule(paragraph: Sequence[TextLine], line: TextLine, between: Sequence[TextLine]) -> bool:
        last = paragraph[-1]
        if not between:
            again = line.gap == 0 and bool(rejoined) and seam_of(last, line) in rejoined
            return again or goes_on(paragraph, line, layout, joint)
        if _is_broken(between, breaking) or resumes(last, line, layout):
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


def _is_broken(between: Sequence[TextLine], breaking: frozenset[int]) -> bool:
    return any(line.index in breaking for line in between)


def in_blocks(joint: Joint, breaking: frozenset[int] = frozenset()) -> GoesOn:
    """The rule for blocks that are paragraphs: they stand, unless furniture broke a sentence, as
    those of its lines in `breaking` did.
    """

    def rule(paragraph: Sequence[TextLine], line: TextLine, between: Sequence[TextLine]) -> bool:
        last = paragraph[-1]
        if last.block == line.block:
            return True
        if not between:
            return False
        broken = _is_broken(between, breaking) or resumes(last, line, Layout())
        return broken or joint(last, line) is True

    return rule
