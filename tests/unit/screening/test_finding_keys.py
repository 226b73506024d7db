"""A finding is known by what it says, wherever it stands and whatever was decided about it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sverka.model import Block, BlockKind, Decision, Document, Finding, Run, Side
from sverka.screening import screen
from sverka.screening.finding_keys import known_by

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


def test_a_decision_stays_with_its_header_when_another_alike_is_added_above(
    text: Text, pages: Callable[..., str]
) -> None:
    alone, more = text(pages(["", f"\n{HEAD}\n", f"\n{HEAD}\n"])), text(pages([f"\n{HEAD}\n"] * 3))
    second = headers(alone)[1]
    found = headers(more, decisions={second.key: Decision.KEPT})
    assert [f.decision for f in found] == [Decision.REMOVED, Decision.REMOVED, Decision.KEPT]
    back = {found[2].key: Decision.KEPT}
    assert [f.decision for f in headers(alone, decisions=back)] == [Decision.REMOVED, Decision.KEPT]


def test_a_finding_without_a_like_keeps_its_decision_whatever_is_written_around_it(
    text: Text,
) -> None:
    (word,) = screen(text("Собрался Cовет, и все пришли.")).findings
    moved = screen(text("Теперь иначе: вновь Cовет заседал."), decisions={word.key: "removed"})
    assert [f.decision for f in moved.findings] == ["removed"]


def test_a_decision_goes_with_the_words_on_one_side_where_those_on_the_other_changed(
    text: Text,
) -> None:
    said = "Собрался утром Cовет в порту.\n\nПозже заседал Cовет без доклада."
    first, _second = screen(text(said)).findings
    edited = said.replace("в порту", "на пристани")
    found = screen(text(edited), decisions={first.key: Decision.REMOVED}).findings
    assert [f.decision for f in found] == [Decision.REMOVED, Decision.KEPT]


def test_alike_findings_of_files_of_version_0_1_are_known_by_counting(
    text: Text, release: str
) -> None:
    document = text(release)
    found = headers(document)
    plain = found[0].key.rsplit("-", 2)[0]
    for key, number in ((plain, 0), (f"{plain}-3", 2)):
        decided = headers(document, decisions={key: Decision.KEPT})
        assert [f.decision is Decision.KEPT for f in decided] == [n == number for n in range(4)]


def test_a_finding_is_known_once_and_by_its_own_key_first() -> None:
    one, two = "f-00.11111111.22222222", "f-00-11111111-22222222"
    assert known_by([one], [two, f"{two}-2"]) == {two: one}
    assert known_by([two], [two, f"{two}-2"]) == {two: two}
    assert known_by([f"{two}-2"], [one]) == {one: f"{two}-2"}
    assert known_by([two], ["f-01-11111111-22222222"]) == {}
    both = ["f-00-33333333-22222222", "f-00-44444444-22222222"]
    assert known_by([two], both) == {}
    assert known_by([two], both[:1]) == {both[0]: two}
    assert known_by([two], ["f-00.33333333.44444444"]) == {}


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
