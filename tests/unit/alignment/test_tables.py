"""What is short in a table is held against its own cell, in whatever cell its text stands now."""

from collections.abc import Sequence

import pytest

from sverka import align
from sverka.alignment import BothCells
from sverka.model import Cell, LinkKind

Rows = Sequence[str]
"""The rows of a table, their cells parted by "|"."""

Pairs = list[tuple[str, str]]


def grid(rows: Rows, table: int = 1) -> tuple[list[str], list[Cell | None]]:
    texts: list[str] = ["Before the table."]
    cells: list[Cell | None] = [None]
    for row, line in enumerate(rows, 1):
        for column, text in enumerate(line.split("|"), 1):
            texts.append(text.strip())
            cells.append(Cell(table, row, column))
    return [*texts, "Behind the table."], [*cells, None]


def told(old: Rows, new: Rows) -> Pairs:
    """The pairs that are not equal, as texts, those that moved as such, and what has no partner."""
    (before, ours), (after, theirs) = grid(old), grid(new)
    found = []
    for link in align(before, after, cells=BothCells(ours, theirs)).links:
        here, there = (
            texts[side[0]] if side else "∅"
            for texts, side in ((before, link.old), (after, link.new))
        )
        if link.moved:
            found.append((f"moved {here}", f"moved {there}"))
        elif link.kind is not LinkKind.EQUAL:
            found.append((here, there))
    return found


HEAD = "Region | Bridges | Roads"

CASES: dict[str, tuple[Rows, Rows, Pairs]] = {
    "figures of a row, English": (
        [HEAD, "North | 14 | 3", "South | 5 | 22"],
        [HEAD, "North | 3 | 14", "South | 5 | 22"],
        [("14", "3"), ("3", "14")],
    ),
    "figures of a row, Kyrgyz": (
        ["Айыл | Үй | Адам", "Ак-Суу | 61 | 240", "Көк-Таш | 18 | 77"],
        ["Айыл | Үй | Адам", "Ак-Суу | 61 | 240", "Көк-Таш | 77 | 18"],
        [("18", "77"), ("77", "18")],
    ),
    "figures of two rows, German": (
        ["Ort | Preis", "Bonn | 1.200 €", "Köln | 900 €"],
        ["Ort | Preis", "Bonn | 900 €", "Köln | 1.200 €"],
        [("1.200 €", "900 €"), ("900 €", "1.200 €")],
    ),
    "answers of a row, French": (
        ["Ville | Métro | Tram", "Lyon | oui, deux lignes | non", "Nice | non | oui"],
        ["Ville | Métro | Tram", "Lyon | non | oui, deux lignes", "Nice | non | oui"],
        [("oui, deux lignes", "non"), ("non", "oui, deux lignes")],
    ),
    "names of two rows, Russian": (
        ["Должность | Кто", "Директор | Орлов", "Бухгалтер | Зимина", "Сторож | Котов"],
        ["Должность | Кто", "Директор | Котов", "Бухгалтер | Зимина", "Сторож | Орлов"],
        [("Орлов", "Котов"), ("Котов", "Орлов")],
    ),
    "three figures in a ring, Chinese": (
        ["地区 | 一月 | 二月 | 三月", "东区 | 640 | 28 | 13"],
        ["地区 | 一月 | 二月 | 三月", "东区 | 13 | 640 | 28"],
        [("640", "13"), ("28", "640"), ("13", "28")],
    ),
    "a figure that went to an empty cell": (
        [HEAD, "North | 14 |", "South | 5 | 22"],
        [HEAD, "North | | 14", "South | 5 | 22"],
        [("14", ""), ("", "14")],
    ),
    "a figure that was written over another": (
        [HEAD, "North | 14 | 3", "South | 5 | 22"],
        [HEAD, "North | 14 | 3", "South | 14 | 22"],
        [("5", "14")],
    ),
    "figures beside a column that came in": (
        [HEAD, "North | 14 | 3", "South | 5 | 22", "East | 8 | 31"],
        [
            "Region | Ferries | Bridges | Roads",
            "North | 1 | 3 | 14",
            "South | 2 | 5 | 22",
            "East | 6 | 8 | 31",
        ],
        [("∅", "Ferries"), ("∅", "1"), ("14", "3"), ("3", "14"), ("∅", "2"), ("∅", "6")],
    ),
    "figures below a row that came in": (
        [HEAD, "North | 14 | 3", "South | 5 | 22"],
        [HEAD, "West | 70 | 9", "North | 3 | 14", "South | 5 | 22"],
        [("∅", "West"), ("∅", "70"), ("∅", "9"), ("14", "3"), ("3", "14")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_short_cells_are_linked_by_their_places(case: str) -> None:
    old, new, expected = CASES[case]
    assert told(old, new) == expected
    assert sorted(told(new, old)) == sorted((b, a) for a, b in expected)


def test_rows_that_changed_places_move() -> None:
    old = [HEAD, "North | 14 | 3", "South | 5 | 22", "East | 8 | 31"]
    new = [HEAD, "East | 8 | 31", "North | 14 | 3", "South | 5 | 22"]
    assert told(old, new) == [(f"moved {text}", f"moved {text}") for text in ("East", "8", "31")]


def test_columns_that_changed_places_move() -> None:
    old = [HEAD, "North | 14 | 3", "South | 5 | 22", "East | 8 | 31"]
    new = ["Region | Roads | Bridges", "North | 3 | 14", "South | 22 | 5", "East | 31 | 8"]
    pairs = told(old, new)
    assert len(pairs) == 4
    assert all(here == there and here.startswith("moved ") for here, there in pairs)


def test_a_long_text_that_went_to_another_cell_moves() -> None:
    text = "The bridge is closed to lorries from November until the ice has gone."
    old = ["North | " + text + " | Open all year, toll on Sundays for all but the people of it."]
    new = ["North | Open all year, toll on Sundays for all but the people of it. | " + text]
    ((here, there),) = told(old, new)
    assert here == there
    assert here.startswith("moved ")
