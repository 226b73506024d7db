"""Readable cases: what an alignment should say about a small text, link by link."""

import re
from pathlib import Path

import pytest

from sverka import align
from sverka.model import Link

CASES = sorted((Path(__file__).parents[2] / "golden" / "alignment").glob("*.txt"))


def parsed(case: str) -> tuple[dict[int, str], dict[int, str]]:
    sides: dict[str, dict[int, str]] = {"-": {}, "+": {}}
    for sign, number, text in re.findall(r"^([-+])(\d+) (.*)$", case, re.MULTILINE):
        assert int(number) not in sides[sign]
        sides[sign][int(number)] = text
    return sides["-"], sides["+"]


def written(link: Link, old: list[str], new: list[str]) -> str:
    lines = [link.kind.value + (", moved" if link.moved else "")]
    lines += [f"-{i} {old[i]}" for i in link.old]
    lines += [f"+{j} {new[j]}" for j in link.new]
    return "\n".join(lines)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_links_are_as_the_case_says(path: Path) -> None:
    case = path.read_text(encoding="utf-8")
    title, _, expected = case.partition("\n\n")
    old, new = ([side[k] for k in range(len(side))] for side in parsed(case))
    found = "\n\n".join(written(link, old, new) for link in align(old, new).links)
    assert found.strip() == expected.strip(), title


def test_there_are_cases() -> None:
    assert len(CASES) >= 6
