"""Whether a paragraph goes on with the next printed line of a PDF."""

import re
from collections.abc import Sequence

from sverka.model import BlockKind
from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.lines import line_weights
from sverka.screening.lines.line_joints import GoesOn, Joint
from sverka.screening.lines.line_signs import (
    is_bullet_item,
    is_closed,
    is_list_item,
    is_mid_sentence,
    is_open,
    is_worded,
    starts_lower,
)
from sverka.screening.lines.print_layout import PrintLayout, same_size, step_down
from sverka.screening.lines.printed_columns import goes_down, is_beside, size_of
from sverka.screening.lines.text_lines import TextLine

_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\w{1,6}$")
"""How a line of a table of contents ends: dots that lead to the number of a page."""


def in_print(layout: PrintLayout, joint: Joint) -> GoesOn:
    """The rule for printed lines; `joint` is asked where the print does not tell."""

    def rule(paragraph: Sequence[TextLine], line: TextLine, between: Sequence[TextLine]) -> bool:
        last = paragraph[-1]
        known = layout.columns.columns
        if last.index not in known or line.index not in known:
            return False
        if line.cell is not None:
            return _goes_on_in_cell(last, line, layout, joint)
        if line.kind is BlockKind.CAPTION:
            below = goes_down(last, line, layout.columns.rows)
            return below and step_down(last, line) <= weights.CAPTION_STEP * size_of(last)
        if not same_size(last, line):
            below = goes_down(last, line, layout.columns.rows)
            return below and _is_small_change(last, line, layout)
        if layout.columns.row(last) is layout.columns.row(line):
            return True
        if last.bold != line.bold and (layout.is_plain(last) or layout.is_plain(line)):
            return layout.filling(last, line) > 1 and is_open(last.text) and starts_lower(line.text)
        if is_beside(last, line):
            return len(paragraph) == 1 and _is_bare_mark(last.text)
        # Where a caption or a note stands between them, nothing is told by their distance.
        next_to = line.index - last.index == len(between) + 1
        if next_to and goes_down(last, line, layout.columns.rows):
            return _goes_down(paragraph, line, layout, joint)
        return _goes_over(last, line, layout, joint)

    return rule


def _goes_on_in_cell(last: TextLine, line: TextLine, layout: PrintLayout, joint: Joint) -> bool:
    """Whether a paragraph goes on in the next line of its cell: the word had no more room there."""
    if is_list_item(line.text):
        return False
    if is_mid_sentence(last.text, line.text):
        return True
    full = layout.filling_of_cell(last, line) > weights.FULL_CELL and is_worded(last.text)
    return full and is_worded(line.text) and joint(last, line) is not False


def _is_small_change(last: TextLine, line: TextLine, layout: PrintLayout) -> bool:
    """Whether a line with small capitals or the like goes on the sentence of the last one."""
    sizes = sorted((size_of(last), size_of(line)))
    near = sizes[0] >= weights.SMALL_CAPITALS * sizes[1]
    close = step_down(last, line) <= weights.EXTRA_LEADING * max(
        layout.leading(last), layout.leading(line)
    )
    return (
        near
        and close
        and is_mid_sentence(last.text, line.text)
        and is_worded(last.text)
        and layout.filling(last, line) > weights.FULL
    )


def _is_bare_mark(text: str) -> bool:
    """Whether there is nothing but the mark of a list item: a bullet, a number."""
    return len(text) <= weights.BARE_MARK and is_list_item(text + " ")


def _goes_down(
    paragraph: Sequence[TextLine], line: TextLine, layout: PrintLayout, joint: Joint
) -> bool:
    """Whether the paragraph goes on in the next line of its column."""
    last = paragraph[-1]
    if _LEADERS.search(last.text):
        return False
    usual = layout.leading(last)
    if step_down(last, line) > weights.EXTRA_LEADING * usual:
        # Raised figures and formulas push lines apart.
        close = step_down(last, line) <= weights.PUSHED_APART * usual
        flows = _flows(last, line) and layout.is_plain(line)
        return close and flows and layout.filling(last, line) > weights.FULL
    if _begins_item(last, line, layout):
        return False
    if not layout.is_plain(line) and not is_closed(last.text):
        return True
    if _flows(last, line) and layout.filling(last, line) > weights.FULL:
        # Also deeper, as below a term that is explained or beside a large first letter.
        return True
    first_row = layout.columns.row(paragraph[0]) is layout.columns.row(last)
    indented = layout.indented and layout.indent(line) > line_weights.INDENT * size_of(line)
    if first_row and indented and not is_mid_sentence(last.text, line.text):
        return False
    deeper = layout.columns.row(line)[0] - layout.columns.row(last)[0]
    if deeper > line_weights.INDENT * size_of(line):
        hanging = first_row and is_list_item(paragraph[0].text)
        return hanging and _is_full(last, line, layout)
    if deeper < -line_weights.INDENT * size_of(line) and not first_row:
        return False
    if _is_full(last, line, layout):
        return not is_closed(last.text) or joint(last, line) is not False
    return is_open(last.text) and joint(last, line) is True


def _flows(last: TextLine, line: TextLine) -> bool:
    """Whether a sentence of words goes on from one line to the next."""
    worded = is_worded(last.text) and is_worded(line.text)
    return worded and is_mid_sentence(last.text, line.text)


def _begins_item(last: TextLine, line: TextLine, layout: PrintLayout) -> bool:
    """Whether the line is an item of a list, and not a sentence with a number in its middle."""
    if not is_list_item(line.text):
        return False
    flows = is_open(last.text) and layout.filling(last, line) > weights.FULL
    return is_bullet_item(line.text) or not flows


def _is_full(last: TextLine, line: TextLine, layout: PrintLayout) -> bool:
    """Whether the line was broken because the next word did not fit."""
    filling = layout.filling(last, line)
    return filling > weights.FULL or (
        is_mid_sentence(last.text, line.text) and filling > line_weights.MOSTLY_FULL
    )


def _turns_within_sentence(last: TextLine, line: TextLine) -> bool:
    """Whether the page turns behind a line of words that a sentence goes on from."""
    turns = last.page != line.page and not is_list_item(last.text)
    return turns and is_mid_sentence(last.text, line.text) and is_worded(last.text)


def _goes_over(last: TextLine, line: TextLine, layout: PrintLayout, joint: Joint) -> bool:
    """Whether the paragraph goes on in the next column or on the next page."""
    full = _is_full(last, line, layout)
    if full and is_mid_sentence(last.text, line.text):
        return True
    if is_list_item(line.text) or not layout.is_plain(line):
        return False
    together = joint(last, line)
    if together is not None:
        return together
    if not full:
        return not layout.loose and _turns_within_sentence(last, line)
    return not layout.indented or layout.indent(line) <= line_weights.INDENT * size_of(line)
