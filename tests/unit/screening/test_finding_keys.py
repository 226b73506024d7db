"""A finding is known by what it says, wherever it stands and whatever was decided about it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sverka.model import Block, BlockKind, Decision, Document, Finding, FindingKind, Run, Side, Spot
from sverka.screening import screen
from sverka.screening.finding_keys import FindingKeys

Text = Callable[[str], Document]

HEAD = "Лугозерское водное управление"
NOTE = "Опубликовано с сокращениями."


@pytest.fixture
def release(pages: Callable[..., str]) -> str:
    """Text with the same header in a sentence four times."""
    return pages([f"\n{HEAD}\n"] * 4)


def headers(document: Document, **asked: object) -> list[Finding]:
    screening = screen(document, **asked)  # type: ignore[arg-type]
    return [finding for finding in screening.findings if finding.kind.is_furniture]


def test_a_decision_finds_its_header_after_lines_were_added_above(text: Text, release: str) -> None:
    third = headers(text(release))[2]
    longer = text(f"{NOTE}\n\n{NOTE.upper()}\n\n{release}")
    found = headers(longer, decisions={third.key: Decision.KEPT})
    assert [f.decision for f in found] == [
        Decision.REMOVED,
        Decision.REMOVED,
        Decision.KEPT,
        Decision.REMOVED,
    ]


def test_alike_findings_have_keys_of_their_own(text: Text, release: str) -> None:
    keys = [finding.key for finding in headers(text(release))]
    assert len(set(keys)) == 4


def test_the_versions_do_not_share_keys(text: Text, release: str) -> None:
    old, new = (headers(text(release), side=side) for side in Side)
    assert not {f.key for f in old} & {f.key for f in new}


def test_a_word_asked_for_at_one_place_twice_keeps_its_key() -> None:
    keys, kind, word = FindingKeys(Side.OLD), FindingKind.HYPHENATION, "пред-\nложение"
    here, there = Spot(0, 4, 5), Spot(3, 4, 5)
    first, second = keys.key(kind, word, here), keys.key(kind, word, there)
    assert first != second
    assert (keys.key(kind, word, here), keys.key(kind, word, there)) == (first, second)
    assert keys.key(kind, word) not in {first, second}


def test_decisions_of_older_files_are_taken_by_their_place(text: Text, release: str) -> None:
    document = text(release)
    second = headers(document)[1]
    spot = second.spots[0]
    former = {f"old:{second.kind}:{spot.block}:{spot.start}": Decision.KEPT}
    assert [f.decision for f in headers(document, decisions=former)].count(Decision.KEPT) == 1
    assert headers(document, decisions=former)[1].decision is Decision.KEPT
    decided = {**former, second.key: Decision.REMOVED}
    assert headers(document, decisions=decided)[1].decision is Decision.REMOVED


def test_blocks_without_text_did_not_count_in_older_files(text: Text, release: str) -> None:
    document = text(release)
    second = headers(document)[1]
    spot = second.spots[0]
    former = {f"old:{second.kind}:{spot.block}:{spot.start}": Decision.KEPT}
    empty = Block(BlockKind.PARAGRAPH, (Run(""),), source=document.blocks[0].source)
    padded = replace(document, blocks=(empty, *document.blocks))
    assert headers(padded, decisions=former)[1].decision is Decision.KEPT


@pytest.mark.parametrize(
    "odd",
    [
        "old:running-header:7",
        "old:running-header:99999:0",
        "old:running-header:x:0",
        "old:running-header:1:0:0",
        "old:running-header:00:0",
        "old:running-header:٠:0",
        f"old:running-header:{'1' * 5000}:0",
        "",
        "f-unknown",
    ],
)
def test_a_decision_about_nothing_that_is_there_changes_nothing(
    text: Text, release: str, odd: str
) -> None:
    document = text(release)
    assert screen(document, decisions={odd: Decision.KEPT}) == screen(document)
