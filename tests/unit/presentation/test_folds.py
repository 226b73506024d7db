"""Only what nothing is said of is folded, the same on both sides."""

import sample

from sverka.model import Side
from sverka.presentation.comparison_index import index
from sverka.presentation.folds import Fold, folds


def test_a_paragraph_stays_around_each_change() -> None:
    found = folds(index(sample.long_pair(12)))
    assert found == (Fold((2, 4), (2, 4)), Fold((7, 9), (7, 9)))


def test_folded_paragraphs_are_equal_and_hold_no_change_and_no_finding() -> None:
    for made in (sample.release(), sample.long_pair(40, 7)):
        known = index(made)
        for fold in folds(known, context=0, least=1):
            old = [p.text for p in made.old.paragraphs[slice(*fold.old)]]
            assert old == [p.text for p in made.new.paragraphs[slice(*fold.new)]]
            for side in Side:
                for paragraph in range(*fold.side(side)):
                    assert not known.side(side).changes_of(paragraph)
                    assert paragraph not in known.side(side).set_aside


def test_a_comparison_without_changes_folds_but_for_its_ends() -> None:
    made = sample.long_pair(10, 1000)
    assert folds(index(made)) == (Fold((2, 9), (2, 9)),)
