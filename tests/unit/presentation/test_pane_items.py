"""A pane shows every character exactly once, with its chips in place."""

import sample
from hypothesis import given
from hypothesis import strategies as st

from sverka.model import Decision, Finding, FindingKind, Link, LinkKind, Side, Span, Tier
from sverka.presentation.comparison_index import index
from sverka.presentation.pane_items import LONGEST, ItemKind, column
from sverka.presentation.scene import Scene


def finding(number: int, paragraph: int, offset: int) -> Finding:
    return Finding(
        f"f{number}",
        FindingKind.PAGE_NUMBER,
        Side.OLD,
        str(number),
        (),
        Tier.CERTAIN,
        Decision.REMOVED,
        place=Span(paragraph, offset, offset),
    )


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 32)), max_size=8),
)
def test_every_character_and_every_chip_is_shown_once(
    lengths: list[int], places: list[tuple[int, int]]
) -> None:
    texts = ["x" * length for length in lengths]
    findings = [
        finding(n, min(p, len(texts)), min(o, lengths[p]) if p < len(texts) else 0)
        for n, (p, o) in enumerate(places)
    ]
    links = [Link((n,), (), LinkKind.DELETED) for n in range(len(texts))]
    found = index(sample.comparison(texts, [], links, [], findings))
    shown = column(found.old, findings)
    items = [shown.item(n) for n in range(len(shown))]
    pieces: dict[int, str] = dict.fromkeys(range(len(texts)), "")
    for item in items:
        if item.kind is ItemKind.TEXT:
            assert item.start == len(pieces[item.paragraph])
            pieces[item.paragraph] += texts[item.paragraph][item.start : item.end]
        else:
            assert item.start == len(pieces[item.paragraph])
    assert list(pieces.values()) == texts
    assert sorted(n for item in items for n in item.findings) == list(range(len(findings)))
    for paragraph in range(len(texts)):
        own = [n for n, item in enumerate(items) if item.paragraph == paragraph]
        assert (shown.first[paragraph], shown.first[paragraph + 1]) == (own[0], own[-1] + 1)


def test_the_interrupted_paragraph_is_cut_where_the_chip_stands(release: Scene) -> None:
    shown = release.column(Side.OLD)
    kinds = [shown.item(n).kind for n in range(2, 5)]
    assert kinds == [ItemKind.TEXT, ItemKind.CHIP, ItemKind.TEXT]
    chip = shown.item(3)
    assert chip.findings == (0,)
    assert shown.item(2).end == chip.start == shown.item(4).start
    assert shown.item_of(2, 0) == 2
    assert shown.item_of(2, chip.start) == 4
    assert shown.chip_of(0) == 3
    assert shown.chip_of(1) is None


def test_a_very_long_paragraph_is_shown_in_several_items() -> None:
    text = "word " * LONGEST
    found = index(sample.comparison([text], [], [Link((0,), (), LinkKind.DELETED)], []))
    shown = column(found.old, ())
    items = [shown.item(n) for n in range(len(shown))]
    assert all(item.end - item.start <= LONGEST for item in items)
    assert "".join(text[item.start : item.end] for item in items) == text
    assert [item.is_first for item in items] == [True] + [False] * (len(items) - 1)


def test_folded_paragraphs_leave_one_item() -> None:
    made = sample.long_pair(10)
    shown = column(index(made).old, (), ((2, 5),))
    assert len(shown) == 8
    fold = shown.item(2)
    assert (fold.kind, fold.paragraph, fold.hidden) == (ItemKind.FOLD, 2, 3)
    assert [shown.item_of(p) for p in range(6)] == [0, 1, 2, 2, 2, 3]
    assert list(shown.first[:7]) == [0, 1, 2, 2, 2, 3, 4]
