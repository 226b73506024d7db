"""How the printed lines of a PDF are set: columns, leading, indents."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sverka.model import Cell
from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.boxes import box_of
from sverka.screening.lines.line_signs import first_word, is_mid_sentence
from sverka.screening.lines.printed_columns import PrintedColumns, columns_of, size_of
from sverka.screening.lines.text_lines import TextLine


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """How the lines of a PDF are set.

    `leadings` has the usual distance from one line to the next for a font size in half points.
    `indented` says that paragraphs begin with an indent. `body` is the size and boldness most of
    the text is set in. `cells` is how wide the lines of a column of a table are at most, by table
    and column. `loose` says that lines here end within a sentence though the next word had
    room, as those of lists, tables and formulas do.
    """

    columns: PrintedColumns
    leadings: Mapping[int, float]
    indented: bool
    body: tuple[float, bool]
    loose: bool = True
    cells: Mapping[tuple[int, int, int], float] = field(default_factory=dict)

    def indent(self, line: TextLine) -> float:
        """How much deeper than its column the line begins, in points."""
        return self.columns.row(line)[0] - self.columns.columns[line.index].left

    def leading(self, line: TextLine) -> float:
        """The usual distance to the next line, in points; as in the text where it is not known."""
        size = size_of(line)
        body = self.leadings.get(round(2 * self.body[0]), weights.USUAL_LEADING * self.body[0])
        return self.leadings.get(round(2 * size), body * size / max(1.0, self.body[0]))

    def is_plain(self, line: TextLine) -> bool:
        """Whether the line is set as most of the text is."""
        return _style(line) == self.body

    def filling(self, line: TextLine, following: TextLine) -> float:
        """The share of its column that the line takes up with the first word of the next line."""
        return _filling(self.columns, line, following)

    def filling_of_cell(self, line: TextLine, following: TextLine) -> float:
        """The same of the widest line in its column of a table."""
        if line.cell is None:
            return 0.0
        left, _bottom, right, _top = box_of(line)
        widest = self.cells.get(_column_of(line.cell), right - left)
        return (right - left + _first_word_width(following)) / max(1.0, widest)


def _column_of(cell: Cell) -> tuple[int, int, int]:
    return cell.table, cell.column, cell.columns


def _widest(lines: Sequence[TextLine]) -> dict[tuple[int, int, int], float]:
    """How wide the lines of each column of each table are at most."""
    found: dict[tuple[int, int, int], float] = {}
    for line in lines:
        if line.cell is not None:
            left, _bottom, right, _top = box_of(line)
            key = _column_of(line.cell)
            found[key] = max(found.get(key, 0.0), right - left)
    return found


def print_layout_of(lines: Sequence[TextLine]) -> PrintLayout:
    """How these lines are set; lines that were set aside should not be among them."""
    printed = [line for line in lines if line.box is not None]
    columns = columns_of(printed)
    indented, loose = _are_indented(columns), _are_loose(columns)
    cells = _widest(printed)
    return PrintLayout(columns, _leadings(columns), indented, _body(printed), loose, cells)


def _filling(columns: PrintedColumns, line: TextLine, following: TextLine) -> float:
    column = columns.columns[line.index]
    reach = columns.row(line)[2] + _first_word_width(following) - column.left
    return reach / max(1.0, column.right - column.left)


def _first_word_width(line: TextLine) -> float:
    """About how wide the first word of a line is, with the space before it."""
    left, _bottom, right, _top = box_of(line)
    letters = max(1, len(line.text))
    return (right - left) * (len(first_word(line.text)) + 1) / letters


def _are_loose(columns: PrintedColumns) -> bool:
    steps = [(a, b) for segment in columns.segments for a, b in pairwise(segment)]
    loose = sum(
        is_mid_sentence(a.text, b.text) and _filling(columns, a, b) <= weights.MOSTLY_FULL
        for a, b in steps
    )
    return len(steps) < weights.LOOSE_FEWEST or loose > weights.LOOSE_SHARE * len(steps)


def _style(line: TextLine) -> tuple[float, bool]:
    return round(2 * size_of(line)) / 2, line.bold


def _body(lines: Sequence[TextLine]) -> tuple[float, bool]:
    counts: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        counts[_style(line)] += len(line.text)
    return max(sorted(counts), key=lambda style: counts[style], default=(0.0, False))


def _leadings(columns: PrintedColumns) -> dict[int, float]:
    steps: dict[int, Counter[float]] = {}
    for segment in columns.segments:
        for a, b in pairwise(segment):
            step = step_down(a, b)
            low, high = weights.SMALLEST_LEADING, weights.LARGEST_LEADING
            if same_size(a, b) and low * size_of(a) < step < high * size_of(a):
                steps.setdefault(round(2 * size_of(a)), Counter())[round(2 * step) / 2] += 1
    return {
        size: _closest(found)
        for size, found in steps.items()
        if found.total() >= weights.ENOUGH_LEADINGS
    }


def step_down(a: TextLine, b: TextLine) -> float:
    """The distance of two lines. Tops are compared: what hangs below a line differs more."""
    return box_of(a)[3] - box_of(b)[3]


def _closest(steps: Counter[float]) -> float:
    """The smallest step that is common: the leading; larger ones are gaps between paragraphs."""
    most = max(steps.values())
    return min(step for step, times in steps.items() if times >= weights.COMMON_LEADING * most)


def same_size(a: TextLine, b: TextLine) -> bool:
    """Whether two lines are set in about one size."""
    return abs(size_of(a) - size_of(b)) <= weights.SAME_SIZE * max(size_of(a), size_of(b))


def _are_indented(columns: PrintedColumns) -> bool:
    inner = [line for segment in columns.segments for line in segment[1:]]
    deep = sum(
        1
        for line in inner
        if columns.row(line)[0] - columns.columns[line.index].left > weights.INDENT * size_of(line)
    )
    low, high = weights.INDENTED_SHARE * len(inner), weights.INDENTED_MOST * len(inner)
    return len(inner) >= weights.INDENTED_FEWEST and low <= deep <= high
