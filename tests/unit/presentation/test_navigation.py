"""Steps stop at the ends and say so; the place is said in words."""

import numpy as np

from sverka.language import ENGLISH
from sverka.model import Category, FindingKind
from sverka.presentation.list_entries import EntryKind, EntryReference, narrowed
from sverka.presentation.navigation import ListStep, go, whereabouts
from sverka.presentation.scene import Scene

SHOWN = np.array([2, 5, 9])


def test_steps_go_from_entry_to_entry() -> None:
    assert go(SHOWN, None, ListStep.NEXT, ENGLISH).entry == 2
    assert go(SHOWN, None, ListStep.PREVIOUS, ENGLISH).entry == 9
    assert go(SHOWN, 2, ListStep.NEXT, ENGLISH).entry == 5
    assert go(SHOWN, 5, ListStep.PREVIOUS, ENGLISH).entry == 2
    assert go(SHOWN, 5, ListStep.FIRST, ENGLISH).entry == 2
    assert go(SHOWN, 5, ListStep.LAST, ENGLISH).entry == 9


def test_from_an_entry_not_shown_the_nearest_is_reached() -> None:
    assert go(SHOWN, 6, ListStep.NEXT, ENGLISH).entry == 9
    assert go(SHOWN, 6, ListStep.PREVIOUS, ENGLISH).entry == 5


def test_the_ends_say_so() -> None:
    assert go(SHOWN, 9, ListStep.NEXT, ENGLISH).sentence == "This is the last change."
    assert go(SHOWN, 2, ListStep.PREVIOUS, ENGLISH).sentence == "This is the first change."
    assert go(np.array([], np.int64), None, ListStep.NEXT, ENGLISH).entry is None


def test_the_place_is_said(release: Scene) -> None:
    entries, everything = release.entries, narrowed(release.entries, ())
    assert whereabouts(entries, everything, None, ENGLISH) == "Changes: 6"
    third = entries.entry_of(EntryReference(EntryKind.CHANGE, 2))
    assert whereabouts(entries, everything, third, ENGLISH) == "Change 3 of 6"
    numbers = narrowed(entries, [Category.NUMBER])
    assert whereabouts(entries, numbers, third, ENGLISH) == "Change 3 of 6 · 2 of 2 shown"
    assert whereabouts(entries, numbers, None, ENGLISH) == "2 of 6 changes shown"
    headers = narrowed(entries, [FindingKind.RUNNING_HEADER])
    assert whereabouts(entries, headers, int(headers[0]), ENGLISH) == "Finding 1 of 1"
