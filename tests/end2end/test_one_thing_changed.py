"""One thing is changed in a DOCX: it is told once, under its name, and nothing else is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx_paper import par, simple
from nothing_changed import SAME
from one_thing_changed import CHANGED, Pair, paper, said

from sverka import compare
from sverka.model import Comparison


def compared(pair: Pair, folder: Path) -> Comparison:
    return compare(pair.old.write(folder / "old.docx"), pair.new.write(folder / "new.docx"))


def told(pair: Pair, folder: Path) -> tuple[str, ...]:
    result = compared(pair, folder)
    return tuple(said(change, result) for change in result.changes)


@pytest.mark.parametrize("name", sorted(CHANGED))
def test_one_thing_that_changed_is_told_once_and_nothing_else(name: str, tmp_path: Path) -> None:
    assert told(CHANGED[name], tmp_path) == CHANGED[name].told


@pytest.mark.parametrize("name", sorted(CHANGED))
def test_the_other_way_round_as_much_is_told(name: str, tmp_path: Path) -> None:
    pair = CHANGED[name]
    back = replace(pair, old=pair.new, new=pair.old)
    assert len(told(back, tmp_path)) == len(pair.told)


@pytest.mark.parametrize("name", sorted(SAME))
def test_other_markup_of_the_same_is_no_change(name: str, tmp_path: Path) -> None:
    old, new = SAME[name]
    assert told(Pair(old, new, ()), tmp_path) == ()
    assert told(Pair(new, old, ()), tmp_path) == ()


def test_headers_that_differ_in_nothing_that_is_told_stay_out_of_the_text(tmp_path: Path) -> None:
    pages = simple("PAGE", "4"), simple(r"PAGE \* MERGEFORMAT", "4")
    old, new = (
        paper(edges={"header-default": par("The bridge office, leaf ", one)}) for one in pages
    )
    result = compared(Pair(old, new, ()), tmp_path)
    assert not any("bridge office" in one.text for one in result.new.paragraphs)
