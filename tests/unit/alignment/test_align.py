"""The whole alignment on what it may meet: very long, very alike, turned round, cut to pieces."""

from random import Random

import pytest

from sverka import align
from sverka.model import Alignment, Cancelled, LinkKind, Stage

WORDS = [f"{a}{b}{c}" for a in "bdfgklmn" for b in "aeiou" for c in ("ta", "ris", "lon", "", "ve")]


def made(count: int, words: int, seed: int) -> list[str]:
    chance = Random(seed)
    return [
        f"{' '.join(chance.choices(WORDS, k=max(1, round(chance.gauss(words, words / 4)))))}."
        for _ in range(count)
    ]


def kinds(alignment: Alignment) -> dict[LinkKind, int]:
    found: dict[LinkKind, int] = {}
    for link in alignment.links:
        found[link.kind] = found.get(link.kind, 0) + 1
    return found


def test_no_paragraphs_make_no_links() -> None:
    assert list(align([], []).links) == []


def test_empty_against_full_is_all_inserted_or_deleted() -> None:
    full = made(20_000, 8, 1)
    assert kinds(align([], full)) == {LinkKind.INSERTED: 20_000}
    assert kinds(align(full, [])) == {LinkKind.DELETED: 20_000}


def test_a_thousand_identical_lines_more_are_a_thousand_inserted() -> None:
    found = kinds(align(["the same line"] * 20_000, ["the same line"] * 21_000))
    assert found == {LinkKind.EQUAL: 20_000, LinkKind.INSERTED: 1_000}


def test_numbered_clauses_that_were_all_edited_keep_their_places() -> None:
    old = [f"Item {k} shall be delivered to the Buyer within 30 days." for k in range(20_000)]
    new = [text.replace("shall", "must").replace("within 30", "within 45") for text in old]
    links = align(old, new).links
    assert all(link.old == link.new and not link.moved for link in links)


def test_clauses_without_a_mark_of_their_own_are_matched_in_order() -> None:
    chance = Random(2)
    old = [
        f"The party {chance.choice('ABCD')} shall pay the party {chance.choice('EFGH')} in full."
        for _ in range(20_000)
    ]
    new = [text.replace("shall", "must") for text in old]
    links = align(old, new).links
    assert sum(link.old == link.new for link in links) >= 19_990


def test_in_a_document_turned_round_every_paragraph_finds_its_twin() -> None:
    old = made(5_000, 12, 3)
    links = align(old, old[::-1]).links
    assert {link.kind for link in links} == {LinkKind.EQUAL}
    assert sum(not link.moved for link in links) == 1


def test_exact_twins_go_before_weak_neighbours() -> None:
    old = ["the red house stood on the hill above the river"]
    alike = "the red barn stood on the field above the road"
    (link,) = (link for link in align([*old, "x y z"], [alike, "q", *old]).links if 0 in link.old)
    assert link.new == (2,)


@pytest.mark.parametrize("turned", [False, True])
def test_a_paragraph_cut_into_1200_is_one_split(turned: bool) -> None:
    pieces = made(1_200, 25, 4)
    frame = "the beginning of the text", "and this is how it ends"
    whole = [frame[0], " ".join(pieces), frame[1]]
    cut = [frame[0], *pieces, frame[1]]
    links = align(cut, whole).links if turned else align(whole, cut).links
    assert [link.kind for link in links] == [
        LinkKind.EQUAL,
        LinkKind.MERGED if turned else LinkKind.SPLIT,
        LinkKind.EQUAL,
    ]
    assert sorted((len(links[1].old), len(links[1].new))) == [1, 1_200]


def test_a_paragraph_of_250_000_characters_keeps_its_link_when_edited() -> None:
    long = " ".join(made(1, 75_000, 5))
    assert len(long) >= 250_000
    edited = f"{long[:1000]} with something put in {long[1000:120_000]}{long[120_500:]}"
    links = align(["before it", long, "after it"], ["before it", edited, "after it"]).links
    assert [link.kind for link in links] == [LinkKind.EQUAL, LinkKind.EDITED, LinkKind.EQUAL]
    assert links[1].similarity > 0.99


def test_unrelated_documents_have_no_links() -> None:
    found = kinds(align(made(3_000, 30, 6), made(3_000, 30, 7)))
    assert found.get(LinkKind.EDITED, 0) <= 3
    assert found[LinkKind.INSERTED] >= 2_997


def test_empty_paragraphs_between_all_others_stay_with_them() -> None:
    texts = made(1_000, 10, 8)
    spaced = [part for text in texts for part in (text, "")]
    links = align(spaced, spaced[:400] + spaced[500:]).links
    assert sum(link.kind is LinkKind.EQUAL for link in links) == 1_900
    assert sum(link.kind is LinkKind.DELETED for link in links) == 100


def test_progress_only_goes_forward_and_ends_at_one() -> None:
    seen: list[tuple[Stage, float]] = []
    old = made(2_000, 15, 9)
    align(old, [t.replace("a", "o", 1) for t in old], progress=lambda *told: seen.append(told))
    assert {stage for stage, _ in seen} == {Stage.ALIGNMENT}
    fractions = [fraction for _, fraction in seen]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert len(fractions) > 20


@pytest.mark.parametrize("call", [0, 3, 10, 20])
def test_a_cancel_passes_through(call: int) -> None:
    calls = 0

    def cancelling(stage: Stage, fraction: float) -> None:
        nonlocal calls
        calls += 1
        if calls > call:
            raise Cancelled

    old = made(2_000, 15, 10)
    with pytest.raises(Cancelled):
        align(old, [t.replace("a", "o", 1) for t in old], progress=cancelling)
    assert calls == call + 1
