"""Small redlines as one reads them, each with both its ways back."""

from pathlib import Path

import pytest
from small_paper import line, p, redline, root_of, texts

CASES = Path(__file__).parents[2] / "golden" / "redline" / "paragraphs.txt"


def _cases() -> list[tuple[str, list[list[str]]]]:
    found = []
    for case in CASES.read_text("utf8").split("\n== ")[1:]:
        name, _end, rest = case.partition("\n")
        found.append((name, [part.strip("\n").split("\n") for part in rest.split("\n--\n")]))
    return found


@pytest.mark.parametrize(("name", "parts"), _cases(), ids=[name for name, _parts in _cases()])
def test_a_redline_reads_so_and_goes_both_ways(name: str, parts: list[list[str]]) -> None:
    old, new, expected = parts
    made = redline("".join(map(p, old)), "".join(map(p, new)))
    assert line(made) == "".join(expected)
    assert texts(root_of(made), accepted=True) == new
    assert texts(root_of(made), accepted=False) == old
