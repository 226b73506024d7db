"""What changes are about: the cases of tests/golden/differences/categories.txt."""

from pathlib import Path

import pytest

from sverka.differences import find_changes
from sverka.model import BESIDE_WORDS, Alignment, Category, Link, LinkKind

GOLDEN = Path(__file__).parents[3] / "golden" / "differences" / "categories.txt"
SHOWN = str.maketrans("⍽¶", "\u00a0\n")


def cases() -> list[list[str]]:
    """The cases of the golden file: name, original, revised, categories."""
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return [block.strip().split("\n") for block in blocks if not block.lstrip().startswith("#")]


def text_of(line: str) -> str:
    """The text on a line of the golden file."""
    return line[2:].translate(SHOWN)


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case[0]))
def test_categories_are_those_of_the_golden_file(case: list[str]) -> None:
    name, old, new, expected = case
    alignment = Alignment((Link((0,), (0,), LinkKind.EDITED),))
    there = find_changes([text_of(old)], [text_of(new)], alignment)
    back = find_changes([text_of(new)], [text_of(old)], alignment)
    found = [{str(category) for category in change.categories} for change in there]
    assert found == [set(names.split(", ")) for names in expected[2:].split(" | ")], name
    assert [c.categories for c in there] == [c.categories for c in back]


def test_the_golden_file_has_every_category_that_the_text_tells() -> None:
    told = {
        name for case in cases() for names in case[3][2:].split(" | ") for name in names.split(", ")
    }
    by_words = set(Category) - BESIDE_WORDS - {Category.DOUBTFUL}  # that hangs on where it was read
    assert told == {str(category) for category in by_words}
