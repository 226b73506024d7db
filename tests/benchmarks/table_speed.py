"""Measures the alignment of large tables: python tests/benchmarks/table_speed.py [ROWS …]."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from sverka import align
from sverka.alignment import BothCells
from sverka.model import Cell

Table = list[list[str]]


def main() -> None:
    """Print for each kind of edit the seconds it takes, and what became of the paragraphs."""
    for rows in map(int, sys.argv[1:] or ("500", "5000")):
        for name, old, new in edited(rows, Random(1)):
            (before, ours), (after, theirs) = laid_out(old), laid_out(new)
            begun = time.perf_counter()
            links = align(before, after, cells=BothCells(ours, theirs)).links
            seconds = time.perf_counter() - begun
            counts = Counter("moved" if link.moved else str(link.kind) for link in links)
            print(f"{rows:6} rows  {name:20} {seconds:6.2f} s  {dict(counts)}")


def edited(rows: int, chance: Random) -> Iterator[tuple[str, Table, Table]]:
    """Price lists in which zeros and dashes stand many times, and what was made of them."""
    old = price_list(rows, chance)
    few = [list(row) for row in old]
    for _ in range(rows // 20):
        few[chance.randrange(1, rows)][chance.randrange(1, 5)] = str(chance.randrange(1000))
    yield "few cells edited", old, few
    yield "rows shuffled", old, [old[0], *chance.sample(old[1:], rows)]
    figures = [[row[0], *(str(chance.randrange(10**5)) for _ in row[1:])] for row in old]
    yield "every figure another", old, figures
    yield "every second row out", old, old[::2]
    yield "another list", old, price_list(rows, chance)
    yield "rows all the same", [old[1]] * rows, [old[1]] * (rows - 7)


def price_list(rows: int, chance: Random) -> Table:
    """A heading and rows of a name and four figures."""
    return [["Name", "Stock", "Tax", "Discount", "Price"]] + [
        [
            f"Item {number} {chance.choice('abcdef')}{chance.randrange(10**6)}",
            str(chance.randrange(20)),
            "0",
            chance.choice(["—", "0", "5"]),
            str(chance.randrange(10**5)),
        ]
        for number in range(rows)
    ]


def laid_out(table: Table) -> tuple[list[str], list[Cell | None]]:
    """The paragraphs of a table and their cells."""
    texts = [text for row in table for text in row]
    places = [(r, c) for r, row in enumerate(table, 1) for c in range(1, len(row) + 1)]
    return texts, [Cell(1, row, column) for row, column in places]


if __name__ == "__main__":
    main()
