"""A redline gives back both versions, whatever paragraphs and tables they are made of."""

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "redline"))

from small_paper import W, docx, p, redline, root_of, table, texts

from sverka.model import Layer
from sverka.redline.verification import verify

WORDS = st.sampled_from(["one", "two", "three", "apples", "pears", "и", "2023", "long-winded"])
SENTENCES = st.lists(WORDS, max_size=9).map(" ".join)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=8)
ROWS = st.lists(st.tuples(SENTENCES, SENTENCES), min_size=1, max_size=4)
BLOCKS = st.lists(SENTENCES.map(p) | ROWS.map(lambda rows: table(*rows)), max_size=6)


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_come_back_both_ways(old: list[str], new: list[str]) -> None:
    made = root_of(redline("".join(map(p, old)), "".join(map(p, new))))
    assert texts(made, accepted=True) == new
    assert texts(made, accepted=False) == old


@settings(max_examples=60, deadline=None)
@given(BLOCKS, BLOCKS, SENTENCES, SENTENCES)
def test_tables_come_back_both_ways(
    old: list[str], new: list[str], old_end: str, new_end: str
) -> None:
    papers = [docx("".join(one) + p(end)) for one, end in ((old, old_end), (new, new_end))]
    made = redline(*papers)
    found = verify(made.data, *(paper.data for paper in papers))
    # Words that went from a cell into a paragraph are marked at both, and that is no loss.
    wrong = [one for one in found.flaws if one.grave and one.layer is not Layer.MINIMALITY]
    assert wrong == []


@settings(max_examples=60, deadline=None)
@given(BLOCKS, SENTENCES)
def test_the_same_again_is_no_change(blocks: list[str], end: str) -> None:
    body = "".join(blocks) + p(end)
    made = redline(body, body)
    assert made.counts == {}
    assert len(root_of(made).findall(f".//{{{W}}}p")) == body.count("<w:p>")
