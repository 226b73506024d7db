"""The tables of either version as rows of cells, and what each cell says as a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sverka.alignment import thresholds
from sverka.alignment.arrays import Ints
from sverka.alignment.paragraph_keys import ParagraphKeys
from sverka.alignment.seeds import is_figure
from sverka.model import Cell


class BothCells(NamedTuple):
    """The table cell that each paragraph of either side stands in, if any."""

    old: Sequence[Cell | None]
    new: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row that holds something: by column the paragraphs of its cells, and what those say.

    A cell without words says nothing, and is not in `says`.
    """

    cells: dict[int, list[int]]
    says: dict[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of one version. `first` and `last` are the paragraphs it begins and ends with."""

    rows: list[GridRow]
    first: int
    last: int

    def words(self) -> Iterator[int]:
        """What its cells say, one after another."""
        for row in self.rows:
            yield from row.says.values()


class CellWords:
    """What cells of both versions say: the same number where they say the same."""

    def __init__(self, keys: ParagraphKeys) -> None:
        self._keys = keys
        self._numbers: dict[tuple[int, ...], int] = {}
        self.texts: list[str] = []
        self.figures: list[bool] = []
        self.weights: list[int] = []

    def number(self, key: tuple[int, ...]) -> int | None:
        """The number of what the paragraphs with these keys say; None where they say nothing."""
        number = self._numbers.get(key)
        if number is None:
            text = "\n".join(self._keys.texts[k] for k in key)
            number = self._numbers[key] = len(self.texts)
            self.texts.append(text)
            self.figures.append(is_figure(text))
            long = min(len(text), thresholds.HEAVIEST_PARAGRAPH)
            self.weights.append(long + thresholds.WEIGHT_OF_ANY)
        return number if self.texts[number].strip() else None


def grids_of(cells: Sequence[Cell | None], side: Ints, words: CellWords) -> list[Grid]:
    """The tables of one version in the order in which they begin; `side` are its keys."""
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for index, cell in enumerate(cells):
        if cell is not None:
            row = tables.setdefault(cell.table, {}).setdefault(cell.row, {})
            row.setdefault(cell.column, []).append(index)
    keys = side.tolist()
    return [_grid(rows, keys, words) for rows in tables.values()]


def _grid(rows: dict[int, dict[int, list[int]]], keys: list[int], words: CellWords) -> Grid:
    made = []
    for number in sorted(rows):
        its = rows[number]
        says = {
            column: words.number(tuple([keys[k] for k in its[column]])) for column in sorted(its)
        }
        told = {column: said for column, said in says.items() if said is not None}
        made.append(GridRow(its, told))
    every = [k for its in rows.values() for paragraphs in its.values() for k in paragraphs]
    return Grid(made, min(every), max(every))
