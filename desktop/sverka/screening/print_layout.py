"""How the printed lines of a PDF are set: columns, leading, indents, and where paragraphs end."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sverka.screening.columns import Columns, columns_of, goes_down, is_beside, size_of
from sverka.screening.joint import Joint
from sverka.screening.lines import Line
from sverka.screening.marks import (
    first_word,
    is_bullet_item,
    is_closed,
    is_list_item,
    is_mid_sentence,
    is_open,
    starts_lower,
)
from sverka.screening.paragraphs import GoesOn
from sverka.screening.rows import box_of

_INDENT = 0.7
"""Times the font size: how much deeper a line must begin to count as indented."""
_EXTRA_LEADING = 1.18
_LARGEST_LEADING = 2.6
_SAME_SIZE = 0.06
_SMALL_CAPITALS = 0.75
_FULL = 0.995
_NEARLY_FULL = 0.86
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """How the lines of a PDF are set.

    `leadings` has the usual distance from one line to the next for a font size in half points.
    `indented` says that paragraphs begin with an indent. `body` is the size and boldness most of
    the text is set in.
    """

    columns: Columns
    leadings: Mapping[int, float]
    indented: bool
    body: tuple[float, bool]

    def indent(self, line: Line) -> float:
        """How much deeper than its column the line begins, in points."""
        return self.columns.row(line)[0] - self.columns.columns[line.index].left

    def leading(self, line: Line) -> float:
        """The usual distance to the next line, in points; as in the text where it is not known."""
        size = size_of(line)
        body = self.leadings.get(round(2 * self.body[0]), 1.2 * self.body[0])
        return self.leadings.get(round(2 * size), body * size / max(1.0, self.body[0]))

    def is_plain(self, line: Line) -> bool:
        """Whether the line is set as most of the text is."""
        return _style(line) == self.body

    def filling(self, line: Line, following: Line) -> float:
        """The share of its column that the line takes up with the first word of the next line."""
        left, _bottom, right, _top = box_of(following)
        letters = max(1, len(following.text))
        word = (right - left) * (len(first_word(following.text)) + 1) / letters
        column = self.columns.columns[line.index]
        reach = self.columns.row(line)[2] + word - column.left
        return reach / max(1.0, column.right - column.left)


def print_layout_of(lines: Sequence[Line]) -> PrintLayout:
    """How these lines are set; lines that were set aside should not be among them."""
    printed = [line for line in lines if line.box is not None]
    columns = columns_of(printed)
    return PrintLayout(columns, _leadings(columns), _are_indented(columns), _body(printed))


def _style(line: Line) -> tuple[float, bool]:
    return round(2 * size_of(line)) / 2, line.bold


def _body(lines: Sequence[Line]) -> tuple[float, bool]:
    counts: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        counts[_style(line)] += len(line.text)
    return max(sorted(counts), key=lambda style: counts[style], default=(0.0, False))


def _leadings(columns: Columns) -> dict[int, float]:
    steps: dict[int, Counter[float]] = {}
    for segment in columns.segments:
        for a, b in pairwise(segment):
            step = _step(a, b)
            if _same_size(a, b) and 0.6 * size_of(a) < step < _LARGEST_LEADING * size_of(a):
                steps.setdefault(round(2 * size_of(a)), Counter())[round(2 * step) / 2] += 1
    return {size: _closest(found) for size, found in steps.items() if found.total() >= _ENOUGH}


def _step(a: Line, b: Line) -> float:
    """The distance of two lines. Tops are compared: what hangs below a line differs more."""
    return box_of(a)[3] - box_of(b)[3]


def _closest(steps: Counter[float]) -> float:
    """The smallest step that is common: the leading; larger ones are gaps between paragraphs."""
    most = max(steps.values())
    return min(step for step, times in steps.items() if times >= 0.4 * most)


def _same_size(a: Line, b: Line) -> bool:
    return abs(size_of(a) - size_of(b)) <= _SAME_SIZE * max(size_of(a), size_of(b))


def _are_indented(columns: Columns) -> bool:
    inner = [line for segment in columns.segments for line in segment[1:]]
    deep = sum(
        1
        for line in inner
        if columns.row(line)[0] - columns.columns[line.index].left > _INDENT * size_of(line)
    )
    return len(inner) >= 8 and 0.04 * len(inner) <= deep <= 0.5 * len(inner)


def in_pdf(layout: PrintLayout, joint: Joint) -> GoesOn:
    """The rule for printed lines; `joint` is asked where the print does not tell."""

    def rule(paragraph: Sequence[Line], line: Line, between: Sequence[Line]) -> bool:
        last = paragraph[-1]
        known = layout.columns.columns
        if last.index not in known or line.index not in known:
            return False
        if not _same_size(last, line):
            below = goes_down(last, line, layout.columns.rows)
            return below and _is_small_change(last, line, layout)
        if layout.columns.row(last) is layout.columns.row(line):
            return True
        if last.bold != line.bold and (layout.is_plain(last) or layout.is_plain(line)):
            return layout.filling(last, line) > 1 and is_open(last.text) and starts_lower(line.text)
        if is_beside(last, line):
            return len(paragraph) == 1 and _is_bare_mark(last.text)
        if goes_down(last, line, layout.columns.rows):
            return _goes_down(paragraph, line, layout)
        return _goes_over(last, line, layout, joint)

    return rule


def _is_small_change(last: Line, line: Line, layout: PrintLayout) -> bool:
    """Whether a line with small capitals or the like goes on the sentence of the last one."""
    sizes = sorted((size_of(last), size_of(line)))
    near = sizes[0] >= _SMALL_CAPITALS * sizes[1]
    close = _step(last, line) <= _EXTRA_LEADING * max(layout.leading(last), layout.leading(line))
    return (
        near
        and close
        and is_mid_sentence(last.text, line.text)
        and layout.filling(last, line) > _FULL
    )


def _is_bare_mark(text: str) -> bool:
    """Whether there is nothing but the mark of a list item: a bullet, a number."""
    return len(text) <= 6 and is_list_item(text + " ")


def _goes_down(paragraph: Sequence[Line], line: Line, layout: PrintLayout) -> bool:
    """Whether the paragraph goes on in the next line of its column."""
    last = paragraph[-1]
    usual = layout.leading(last)
    if _step(last, line) > _EXTRA_LEADING * usual:
        return False
    if _begins_item(last, line, layout):
        return False
    if not layout.is_plain(line) and not is_closed(last.text):
        return True
    first_row = layout.columns.row(paragraph[0]) is layout.columns.row(last)
    indented = layout.indented and layout.indent(line) > _INDENT * size_of(line)
    if first_row and indented and not is_mid_sentence(last.text, line.text):
        return False
    deeper = layout.columns.row(line)[0] - layout.columns.row(last)[0]
    if deeper > _INDENT * size_of(line):
        hanging = first_row and is_list_item(paragraph[0].text)
        return hanging and _is_full(last, line, layout)
    if deeper < -_INDENT * size_of(line) and not first_row:
        return False
    return _is_full(last, line, layout)


def _begins_item(last: Line, line: Line, layout: PrintLayout) -> bool:
    """Whether the line is an item of a list, and not a sentence with a number in its middle."""
    if not is_list_item(line.text):
        return False
    flows = is_open(last.text) and layout.filling(last, line) > _FULL
    return is_bullet_item(line.text) or not flows


def _is_full(last: Line, line: Line, layout: PrintLayout) -> bool:
    """Whether the line was broken because the next word did not fit."""
    filling = layout.filling(last, line)
    return filling > _FULL or (is_mid_sentence(last.text, line.text) and filling > _NEARLY_FULL)


def _goes_over(last: Line, line: Line, layout: PrintLayout, joint: Joint) -> bool:
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
        return False
    return not layout.indented or layout.indent(line) <= _INDENT * size_of(line)
