"""Situations reported of other programs are told as an editor would: tests/golden/reported.txt."""

from pathlib import Path

import pytest

from sverka import compare
from sverka.model import ChangeKind, Comparison, FindingKind, Ignore, Options, Side
from sverka.readers import read_text

GOLDEN = Path(__file__).parents[1] / "golden" / "reported.txt"


def cases() -> list[list[str]]:
    """The cases of the golden file: name, original, revised, changes."""
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return [block.strip().split("\n") for block in blocks if not block.lstrip().startswith("#")]


def compared(old: str, new: str, options: Options | None = None) -> Comparison:
    before, after = (text.replace("¶", "\n\n") for text in (old, new))
    return compare(read_text(before, "old.txt"), read_text(after, "new.txt"), options)


def written(result: Comparison, side: Side, change: int) -> str:
    span = result.changes[change].span(side)
    if span is None:
        return ""
    return result.version(side).paragraphs[span.paragraph].text[span.start : span.end]


def told(result: Comparison) -> list[str]:
    return [
        f"{', '.join(change.categories)} «{written(result, Side.OLD, k)}»"
        f" → «{written(result, Side.NEW, k)}»"
        for k, change in enumerate(result.changes)
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case[0]))
def test_what_was_reported_of_other_programs_is_told_as_an_editor_would(case: list[str]) -> None:
    name, old, new, expected = case
    result = compared(old[2:], new[2:])
    assert told(result) == expected[2:].split(" | "), name
    assert {change.kind for change in result.changes} == {ChangeKind.REPLACEMENT}
    assert not [f for f in result.findings if f.kind is FindingKind.ODD_SPACE]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2031-01-02 the gate opens", "2031-01-09 the gate opens"),
        ("Am 3. März 2030 beginnt es.", "Am 4. März 2030 beginnt es."),
        ("Склад принял 45 ящиков и 12 мешков.", "Склад принял 49 ящиков и 13 мешков."),
        ("共有三个村庄和18条河。", "共有五个村庄和19条河。"),
    ],
)
def test_nothing_is_left_where_numbers_and_dates_are_ignored(old: str, new: str) -> None:
    ignored = Options(ignore=frozenset({Ignore.NUMBER, Ignore.DATE}))
    assert compared(old, new).changes
    result = compared(old, new, ignored)
    assert result.changes == ()
    assert result.statistics.left_out.changes > 0
