"""How the printed lines of a PDF are set: columns, leading, indents, and where paragraphs end."""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sverka.screening.layout import Layout
from sverka.screening.lines import Line
from sverka.screening.marks import first_word, is_dash_item, is_list_item, is_open, starts_lower
from sverka.screening.paragraphs import GoesOn
from sverka.screening.surroundings import INTERRUPTS, interruption

_INDENT = 0.7
_EXTRA_LEADING = 1.3
_SAME_SIZE = 0.08


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a column of text, in PDF points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """`columns` is the column of each line, by its index; `leadings` the usual distance of two
    baselines for a font size in half points; `indented` says that paragraphs begin with an indent.
    """

    columns: dict[int, Column]
    leadings: dict[int, float]
    indented: bool


def print_layout_of(lines: Sequence[Line]) -> PrintLayout:
    """How these lines are set; lines that were set aside should not be among them."""
    printed = [line for line in lines if line.box is not None]
    segments = _segments(printed)
    columns: dict[int, Column] = {}
    wide = _usual(segments)
    for segment in segments:
        column = _column(segment, wide)
        for line in segment:
            columns[line.index] = column
    return PrintLayout(columns, _leadings(segments), _are_indented(segments, columns))


def _box(line: Line) -> tuple[float, float, float, float]:
    assert line.box is not None
    return line.box


def _size(line: Line) -> float:
    _left, bottom, _right, top = _box(line)
    return line.size or (top - bottom)


def _segments(lines: Sequence[Line]) -> list[list[Line]]:
    """Stretches of lines that go down one column of one page."""
    segments: list[list[Line]] = []
    for line in lines:
        last = segments[-1][-1] if segments else None
        if last is not None and last.page == line.page and _box(line)[1] < _box(last)[1] + 1:
            apart = _box(line)[0] > _box(last)[2] or _box(line)[2] < _box(last)[0]
            if not apart or _box(last)[1] - _box(line)[3] < 3 * _size(line):
                segments[-1].append(line)
                continue
        segments.append([line])
    return segments


def _usual(segments: Sequence[Sequence[Line]]) -> list[Column]:
    """The columns of segments that are long enough to show their edges."""
    return [_edges(segment) for segment in segments if len(segment) >= 5]


def _edges(segment: Sequence[Line]) -> Column:
    lefts = sorted(_box(line)[0] for line in segment)
    rights = sorted(_box(line)[2] for line in segment)
    return Column(lefts[len(lefts) // 10], rights[-1 - len(rights) // 20])


def _column(segment: Sequence[Line], usual: Sequence[Column]) -> Column:
    own = _edges(segment)
    similar = [c for c in usual if abs(c.left - own.left) < 40 and c.right >= own.right - 2]
    if len(segment) >= 5 or not similar:
        return own
    return Column(median(c.left for c in similar), median(c.right for c in similar))


def _leadings(segments: Sequence[Sequence[Line]]) -> dict[int, float]:
    steps: dict[int, Counter[float]] = {}
    for segment in segments:
        for a, b in itertools.pairwise(segment):
            step = round(_box(a)[1] - _box(b)[1], 0)
            if 0.6 * _size(a) < step < 3 * _size(a):
                steps.setdefault(round(2 * _size(a)), Counter())[step] += 1
    return {size: max(sorted(found), key=lambda s: found[s]) for size, found in steps.items()}


def _are_indented(segments: Sequence[Sequence[Line]], columns: dict[int, Column]) -> bool:
    inner = [line for segment in segments for line in segment[1:]]
    deep = sum(1 for line in inner if _indent(line, columns) > _INDENT * _size(line))
    return len(inner) >= 8 and 0.04 * len(inner) <= deep <= 0.5 * len(inner)


def _indent(line: Line, columns: dict[int, Column]) -> float:
    return _box(line)[0] - columns[line.index].left


def in_pdf(layout: PrintLayout) -> GoesOn:
    """The rule for printed lines."""

    def rule(paragraph: Sequence[Line], line: Line, between: Sequence[Line]) -> bool:
        last = paragraph[-1]
        if last.index not in layout.columns or line.index not in layout.columns:
            return False
        if abs(_size(last) - _size(line)) > _SAME_SIZE * max(_size(last), _size(line)):
            return False
        if last.page == line.page and _box(line)[1] < _box(last)[1] + 1:
            return _goes_down(paragraph, last, line, layout)
        return _goes_over(paragraph, last, line, layout)

    return rule


def _is_full(last: Line, line: Line, layout: PrintLayout) -> bool:
    left, _bottom, right, _top = _box(line)
    word = first_word(line.text)
    width = (right - left) * (len(word) + 1) / max(1, len(line.text))
    return _box(last)[2] + width > layout.columns[last.index].right - 0.1 * _size(last)


def _goes_down(paragraph: Sequence[Line], last: Line, line: Line, layout: PrintLayout) -> bool:
    """Whether the paragraph goes on in the next line of its column."""
    usual = layout.leadings.get(round(2 * _size(last)), 1.2 * _size(last))
    if _box(last)[1] - _box(line)[1] > _EXTRA_LEADING * usual:
        return False
    if is_list_item(line.text) and not (is_open(last.text) and is_dash_item(line.text)):
        return False
    deeper = _box(line)[0] - _box(last)[0]
    if deeper > _INDENT * _size(line):
        hanging = len(paragraph) == 1 and is_list_item(paragraph[0].text)
        return hanging and _is_full(last, line, layout)
    if deeper < -_INDENT * _size(line) and len(paragraph) > 1:
        return False
    return _is_full(last, line, layout)


def _goes_over(paragraph: Sequence[Line], last: Line, line: Line, layout: PrintLayout) -> bool:
    """Whether the paragraph goes on in the next column or on the next page."""
    if interruption(last, line, Layout()) >= INTERRUPTS:
        return True
    if is_open(last.text) and starts_lower(line.text):
        return True
    if is_list_item(line.text) or not _is_full(last, line, layout):
        return False
    if layout.indented:
        return _indent(line, layout.columns) <= _INDENT * _size(line)
    return True
