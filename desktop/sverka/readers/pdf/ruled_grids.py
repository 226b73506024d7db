"""Finds the grids that the rules of a page make: the places of the cells of ruled tables."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.linked_numbers import linked_groups
from sverka.readers.pdf.shapes import Box


class _Rule(NamedTuple):
    """A rule: where it stands across its direction, and from where to where it goes."""

    at: float
    start: float
    end: float


class GridCell(NamedTuple):
    """A cell of a grid: its first row and column from 1, how many it covers, and its sides."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """A grid of rules: the sides of its columns from the left, of its rows from the top.

    `cells` are in the order in which they are read; `whole` says that rules part the grid into
    cells that are rectangles.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[GridCell, ...]
    whole: bool = True

    @property
    def box(self) -> Box:
        """The box around the grid."""
        return self.columns[0], self.rows[-1], self.columns[-1], self.rows[0]

    @property
    def walls(self) -> list[Box]:
        """The right sides of the cells."""
        return [(cell.right, cell.bottom, cell.right, cell.top) for cell in self.cells]


def ruled_grids(rules: Sequence[Box]) -> list[RuledGrid]:
    """The grids of at least two columns that rules make, from the top down."""
    across, up = _rules(rules)
    grids = []
    for lying, standing in _crossing(across, up):
        columns = _places(rule.at for rule in standing)
        rows = _places(rule.at for rule in lying)[::-1]
        if len(columns) > 2 and len(rows) > 1 and len(columns) * len(rows) <= weights.MOST_CELLS:
            grids.append(_grid(columns, rows, lying, standing))
    return sorted(grids, key=lambda grid: (-grid.rows[0], grid.columns[0]))


def _rules(boxes: Iterable[Box]) -> tuple[list[_Rule], list[_Rule]]:
    """The rules that lie and those that stand, pieces of one put together."""
    lying: list[_Rule] = []
    standing: list[_Rule] = []
    for left, bottom, right, top in boxes:
        if right - left >= top - bottom:
            lying.append(_Rule((bottom + top) / 2, left, right))
        else:
            standing.append(_Rule((left + right) / 2, bottom, top))
    return _whole(lying), _whole(standing)


def _whole(rules: list[_Rule]) -> list[_Rule]:
    lines: list[list[_Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][-1].at <= weights.RULE_PLAY:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    found = []
    for line in lines:
        at = line[0].at
        start, end = line[0].start, line[0].start
        for rule in sorted(line, key=lambda rule: rule.start):
            if rule.start > end + weights.RULE_TOUCH:
                found.append(_Rule(at, start, end))
                start = rule.start
            end = max(end, rule.end)
        found.append(_Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start > weights.SHORTEST_RULE]


def _crossing(
    lying: Sequence[_Rule], standing: Sequence[_Rule]
) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """The rules that hang together, those that lie and those that stand."""
    rules = [*lying, *standing]
    touching = (
        (j, k)
        for k, rule in enumerate(lying)
        for j, other in enumerate(standing, len(lying))
        if _touch(rule, other)
    )
    for group in linked_groups(len(rules), touching):
        first = bisect_left(group, len(lying))
        yield [rules[k] for k in group[:first]], [rules[k] for k in group[first:]]


def _touch(lying: _Rule, standing: _Rule) -> bool:
    play = weights.RULE_TOUCH
    return (
        lying.start - play <= standing.at <= lying.end + play
        and standing.start - play <= lying.at <= standing.end + play
    )


def _places(values: Iterable[float]) -> list[float]:
    """The different places of rules, in ascending order."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > weights.RULE_TOUCH:
            places.append(value)
    return places


def _grid(
    columns: Sequence[float],
    rows: Sequence[float],
    lying: Sequence[_Rule],
    standing: Sequence[_Rule],
) -> RuledGrid:
    """The grid of these rules; fields with no rule between them are one cell."""
    wide, high = len(columns) - 1, len(rows) - 1
    cells, whole = [], True
    for numbers in linked_groups(wide * high, _unparted(columns, rows, lying, standing)):
        members = [divmod(number, wide) for number in numbers]
        top, left = min(row for row, _ in members), min(column for _, column in members)
        bottom, right = max(row for row, _ in members), max(column for _, column in members)
        whole &= len(members) == (bottom - top + 1) * (right - left + 1)
        cells.append(
            GridCell(
                top + 1,
                left + 1,
                bottom - top + 1,
                right - left + 1,
                columns[left],
                rows[bottom + 1],
                columns[right + 1],
                rows[top],
            )
        )
    return RuledGrid(tuple(columns), tuple(rows), tuple(sorted(cells)), whole)


def _unparted(
    columns: Sequence[float],
    rows: Sequence[float],
    lying: Sequence[_Rule],
    standing: Sequence[_Rule],
) -> Iterator[tuple[int, int]]:
    """The neighbouring fields with no rule between them, by their numbers, row by row."""
    wide, high = len(columns) - 1, len(rows) - 1
    for row in range(high):
        for column in range(wide):
            here = row * wide + column
            across = (columns[column] + columns[column + 1]) / 2
            up = (rows[row] + rows[row + 1]) / 2
            if column + 1 < wide and not _is_ruled(standing, columns[column + 1], up):
                yield here + 1, here
            if row + 1 < high and not _is_ruled(lying, rows[row + 1], across):
                yield here + wide, here


def _is_ruled(rules: Sequence[_Rule], at: float, through: float) -> bool:
    """Whether a rule stands at a place and goes through another."""
    return any(
        abs(rule.at - at) <= weights.RULE_TOUCH and rule.start <= through <= rule.end
        for rule in rules
    )
