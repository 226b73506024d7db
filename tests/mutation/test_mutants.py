"""The mutants themselves: what is made of a module, and that what is listed is still there."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from mutants import mutants
from run import MODULES, ROOT, equivalents_of, file_of

SOURCE = '''"""A module."""

LIMIT: int = 30

def clipped(values: list[int], low: int = 1) -> list[int]:
    """Docstrings and annotations do nothing."""
    if not values and low < LIMIT:
        raise ValueError("none")
    return [min(v, LIMIT) for v in values]
'''


def test_everything_that_is_said_is_said_differently_once_in_each_way() -> None:
    made = [(m.line, m.where, m.before, m.after) for m in mutants(SOURCE)]
    assert made == [
        (3, "", "30", "60"),
        (5, "clipped", "1", "2"),
        (7, "clipped", "if not values and low < LIMIT:", "if not (not values and low < LIMIT):"),
        (7, "clipped", "not values and low < LIMIT", "not values or low < LIMIT"),
        (7, "clipped", "not values and low < LIMIT", "low < LIMIT"),
        (7, "clipped", "not values and low < LIMIT", "not values"),
        (7, "clipped", "not values", "values"),
        (7, "clipped", "low < LIMIT", "low <= LIMIT"),
        (7, "clipped", "low < LIMIT", "low > LIMIT"),
        (8, "clipped", "'none'", "'XXnone'"),
        (9, "clipped", "min(v, LIMIT)", "max(v, LIMIT)"),
    ]


def test_a_mutant_is_the_module_with_that_one_change() -> None:
    limits, results = [], []
    for mutant in mutants(SOURCE):
        space: dict[str, Any] = {}
        exec(compile(mutant.tree, "clipped.py", "exec"), space)
        limits.append(space["LIMIT"])
        results.append(space["clipped"]([7]) if mutant.line == 9 else None)
    assert limits == [60] + [30] * 10
    assert results == [None] * 10 + [[30]]


@pytest.mark.parametrize("name", MODULES)
def test_modules_tests_and_equivalents_are_still_there(name: str) -> None:
    made = {(m.where, m.before, m.after) for m in mutants(file_of(name).read_text("utf8"))}
    assert set(equivalents_of(name)) <= made
    assert all((ROOT / tests).is_file() for tests in MODULES[name])
