"""The list is searched by words and notes, sorted, and walked in the order shown."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "gui"))
import sample

from sverka.language import ENGLISH
from sverka.model import Category, Change
from sverka.presentation.list_entries import Entries, EntryKind, EntryReference, narrowed
from sverka.presentation.listing import EntryTexts, Order, matching, ordered
from sverka.presentation.navigation import ListStep, go
from sverka.presentation.scene import scene


def made() -> Entries:
    return scene(sample.release()).entries


def test_words_are_sought_before_after_and_in_notes_whatever_the_case() -> None:
    entries = made()
    texts, shown = EntryTexts(entries), narrowed(entries, ())

    def found(words: str) -> list[int | None]:
        notes = {entries.entry_of(EntryReference(EntryKind.CHANGE, 1)): "Ask the Captain"}
        kept = matching(texts, shown, words, lambda entry: notes.get(entry, ""))
        return [entries.change(entry) for entry in kept.tolist()]

    assert found("АБЗАЦ ИСЧЕЗНЕТ") == [4]
    assert found("2025–2028") == [2]
    assert found("captain") == [1]
    assert found("  ") == list(range(6))
    assert found("nothing like it") == []


def test_orders_keep_all_entries_and_put_what_they_say_first() -> None:
    entries = made()
    shown = narrowed(entries, ())
    states = {entry: 2 - n % 3 for n, entry in enumerate(shown.tolist())}
    for order in Order:
        kept = ordered(entries, shown, order, states.__getitem__)
        assert sorted(kept.tolist()) == shown.tolist()
    grave = ordered(entries, shown, Order.GRAVITY, states.__getitem__)
    first = entries.about(int(grave[0]))
    assert isinstance(first, Change)
    assert Category.NUMBER in first.categories
    by_state = ordered(entries, shown, Order.STATE, states.__getitem__).tolist()
    assert [states[entry] for entry in by_state] == sorted(states.values())


def test_the_walk_follows_the_order_shown() -> None:
    shown = np.array([4, 1, 3], np.int64)
    assert go(shown, 4, ListStep.NEXT, ENGLISH).entry == 1
    assert go(shown, 3, ListStep.NEXT, ENGLISH).entry is None
    assert go(shown, 1, ListStep.PREVIOUS, ENGLISH).entry == 4
    assert go(shown, 4, ListStep.PREVIOUS, ENGLISH).entry is None
    assert go(shown, None, ListStep.NEXT, ENGLISH).entry == 4
