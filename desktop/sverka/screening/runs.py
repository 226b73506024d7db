"""Which lines repeat, in what units, and in what runs they stand: the material of the score."""

from collections.abc import Sequence
from dataclasses import dataclass

from sverka.model import BlockKind
from sverka.screening.keys import key_of
from sverka.screening.lines import Line
from sverka.screening.numbers import PageNumber, page_number

LONGEST_LINE = 200
"""Longer lines are running text, whatever repeats."""
LONGEST_RUN = 18
"""More repeated lines in a row are a repeated passage, not a header."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that always stand together: `size` lines from each of `starts`, in reading order."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many lines it has."""
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines [first, last] each of which repeats or is a page number."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Repeats:
    """What repeats in a text: its units, its runs, the run of each line, the lone numbers."""

    keys: Sequence[str]
    units: tuple[Unit, ...]
    runs: tuple[Run, ...]
    run_of: dict[int, Run]
    numbers: dict[int, PageNumber]


def repeats_of(lines: Sequence[Line]) -> Repeats:
    """Everything that repeats or is a number among `lines`."""
    keys = [_key(line) for line in lines]
    numbers = {i: n for i, line in enumerate(lines) if (n := page_number(line.text)) is not None}
    groups: dict[str, list[int]] = {}
    for i, key in enumerate(keys):
        if key and i not in numbers:
            groups.setdefault(key, []).append(i)
    repeated = {key: starts for key, starts in groups.items() if len(starts) > 1}
    marked = sorted([i for starts in repeated.values() for i in starts] + list(numbers))
    runs = tuple(_runs(marked))
    run_of = {i: run for run in runs for i in range(run.first, run.last + 1)}
    return Repeats(keys, tuple(_units(keys, repeated)), runs, run_of, numbers)


def _key(line: Line) -> str:
    if len(line.text) > LONGEST_LINE or line.kind is BlockKind.TABLE_CELL:
        return ""
    key = key_of(line.text)
    return key if sum(map(str.isalpha, key)) >= 2 else ""


def _runs(marked: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for i in marked:
        if runs and runs[-1].last == i - 1:
            runs[-1] = Run(runs[-1].first, i)
        else:
            runs.append(Run(i, i))
    return runs


def _units(keys: Sequence[str], repeated: dict[str, list[int]]) -> list[Unit]:
    """Groups of equal lines, those joined that always follow each other."""
    units: list[Unit] = []
    taken: set[str] = set()
    for key, starts in repeated.items():
        if key in taken:
            continue
        members = [key]
        while True:
            place = starts[0] + len(members)
            follower = keys[place] if place < len(keys) else ""
            if follower in members or follower in taken or follower not in repeated:
                break
            if [start + len(members) for start in starts] != repeated[follower]:
                break
            members.append(follower)
        taken.update(members)
        units.append(Unit(tuple(members), tuple(starts)))
    return units
