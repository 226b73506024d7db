"""One thing is changed in a DOCX: it is told once, under its name, and nothing else is told."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx_paper import par, simple
from nothing_changed import SAME
from one_thing_changed import CHANGED, Pair, paper, said

from sverka import compare
from sverka.model import Comparison

_READER = "the reader does not give it yet"
_WHETHER = "it is known whether, not how"
UNREACHED = {
    "strike doubled": _WHETHER,
    "underline doubled": _WHETHER,
    "small capitals for capitals": _WHETHER,
    "picture cropped": f"{_READER}: which part of a picture is shown",
    "whose comment it is": "only what comments say is compared, and where they stand",
    "footnote made an endnote": "a note is the same note wherever it is printed",
    "reading of a ruby": f"{_READER}: what stands above the characters",
    "header row": "nothing says that a row is one",
    "table to paragraphs": "a table that became paragraphs is not told as such",
}
"""What does not hold yet, with the reason. A pair that comes to hold is to be taken out."""


def compared(pair: Pair, folder: Path) -> Comparison:
    return compare(pair.old.write(folder / "old.docx"), pair.new.write(folder / "new.docx"))


def told(pair: Pair, folder: Path) -> tuple[str, ...]:
    result = compared(pair, folder)
    return tuple(said(change, result) for change in result.changes)


@pytest.mark.parametrize("name", sorted(CHANGED.keys() - UNREACHED.keys()))
def test_one_thing_that_changed_is_told_once_and_nothing_else(name: str, tmp_path: Path) -> None:
    assert told(CHANGED[name], tmp_path) == CHANGED[name].told


@pytest.mark.parametrize("name", sorted(CHANGED.keys() - UNREACHED.keys()))
def test_the_other_way_round_as_much_is_told(name: str, tmp_path: Path) -> None:
    pair = CHANGED[name]
    back = replace(pair, old=pair.new, new=pair.old)
    assert len(told(back, tmp_path)) == len(pair.told)


@pytest.mark.parametrize("name", sorted(SAME.keys() - UNREACHED.keys()))
def test_other_markup_of_the_same_is_no_change(name: str, tmp_path: Path) -> None:
    old, new = SAME[name]
    assert told(Pair(old, new, ()), tmp_path) == ()
    assert told(Pair(new, old, ()), tmp_path) == ()


@pytest.mark.parametrize("name", sorted(UNREACHED))
def test_what_is_not_reached_is_named_as_long_as_it_is_so(name: str, tmp_path: Path) -> None:
    pair = CHANGED[name] if name in CHANGED else Pair(*SAME[name], ())
    assert told(pair, tmp_path) != pair.told


def test_headers_that_differ_in_nothing_that_is_told_stay_out_of_the_text(tmp_path: Path) -> None:
    pages = simple("PAGE", "4"), simple(r"PAGE \* MERGEFORMAT", "4")
    old, new = (
        paper(edges={"header-default": par("The bridge office, leaf ", one)}) for one in pages
    )
    result = compared(Pair(old, new, ()), tmp_path)
    assert not any("bridge office" in one.text for one in result.new.paragraphs)
