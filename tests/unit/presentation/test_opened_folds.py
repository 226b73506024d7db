"""Folds close together and are opened one by one, on both sides at once."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "gui"))
import sample

from sverka.model import Side
from sverka.presentation.opened_folds import OpenedFolds
from sverka.presentation.scene import scene


def folded() -> OpenedFolds:
    made = OpenedFolds()
    made.show(scene(sample.long_pair(40, every=10)).index)
    made.set_folding(True)
    return made


def test_nothing_is_hidden_before_one_asks_for_it() -> None:
    made = OpenedFolds()
    made.show(scene(sample.long_pair(40, every=10)).index)
    assert made.closed(Side.OLD) == made.closed(Side.NEW) == ()


def test_one_fold_is_opened_and_the_others_stay_closed() -> None:
    made = folded()
    before = made.closed(Side.OLD)
    assert len(before) >= 3
    made.open_first(Side.NEW, made.closed(Side.NEW)[1][0])
    assert made.closed(Side.OLD) == (before[0], *before[2:])
    assert len(made.closed(Side.NEW)) == len(before) - 1


def test_who_goes_to_a_hidden_paragraph_finds_it_shown() -> None:
    made = folded()
    first, last = made.closed(Side.NEW)[0]
    assert made.open_around(Side.NEW, last - 1)
    assert (first, last) not in made.closed(Side.NEW)
    assert not made.open_around(Side.NEW, last - 1), "it is open"
    assert not made.open_around(Side.NEW, 0), "a change is never hidden"


def test_folding_anew_and_another_comparison_close_everything() -> None:
    made = folded()
    all_closed = made.closed(Side.OLD)
    made.open_around(Side.OLD, all_closed[0][0])
    made.set_folding(False)
    assert made.closed(Side.OLD) == ()
    made.set_folding(True)
    assert made.closed(Side.OLD) == all_closed
    made.open_around(Side.OLD, all_closed[0][0])
    made.show(scene(sample.long_pair(40, every=10)).index)
    assert made.closed(Side.OLD) == all_closed
