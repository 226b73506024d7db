"""Redlines of public pairs of DOCX, judged by code that shares nothing with what wrote them.

The floors stand at what is reached, so that a broken rule is noticed.
"""

import re
import time
from collections.abc import Sequence
from html import escape
from random import Random

import pytest
from redlines import ASKED, PAIRS, SHARED, Figures, measured
from small_paper import W, docx, p, root_of

from sverka.readers.intake import Intake, take_in
from sverka.redline import redline_of

W_ = f"{{{W}}}"
CASES = sorted(path.name for path in PAIRS.iterdir() if path.is_dir()) if PAIRS.is_dir() else []
MOST_PAINTED = 1.05
"""How many characters are deleted and inserted for one of a plain difference of words."""


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Figures:
    if not CASES:
        pytest.skip("the public pairs are not beside this checkout")
    return measured(CASES, tmp_path_factory.mktemp("redlines"))


@pytest.mark.parametrize("what", ASKED)
def test_every_redline_is_right(figures: Figures, what: str) -> None:
    assert figures.failed.get(what, []) == []


def test_hardly_more_is_painted_than_differs(figures: Figures) -> None:
    assert figures.ratio <= MOST_PAINTED


RELEASE = SHARED / "real" / "release-2024-05-24"
MOST_INSERTED, MOST_DELETED = 73, 361
"""Characters outside of the move that the best engine inserts and deletes in the release."""


def _paper(paragraphs: Sequence[str]) -> Intake:
    return docx("".join(p(escape(text)) for text in paragraphs))


@pytest.mark.skipif(not RELEASE.is_dir(), reason="the release is not beside this checkout")
def test_a_real_release_is_marked_no_more_than_it_changed() -> None:
    published = (RELEASE / "published.txt").read_text("utf8").strip()
    old = _paper([" ".join(text.split()) for text in re.split(r"\n\s*\n", published)])
    made = redline_of(old, take_in(RELEASE / "corrected.docx"))
    assert made.counts["moveFromRangeStart"] == made.counts["moveToRangeStart"] == 1
    body = root_of(made)
    inserted = sum(len(t.text or "") for e in body.iter(f"{W_}ins") for t in e.iter(f"{W_}t"))
    deleted = sum(len(t.text or "") for t in body.iter(f"{W_}delText"))
    assert inserted <= MOST_INSERTED
    assert deleted <= MOST_DELETED


@pytest.mark.slow
def test_ten_thousand_paragraphs_take_four_seconds_and_all_moves_are_moves() -> None:
    chance = Random(1)
    words = [
        "".join(chance.choices("abdegiklmnoprstu", k=chance.randint(2, 9))) for _ in range(4000)
    ]
    old = [" ".join(chance.choices(words, k=chance.randint(15, 60))) for _ in range(10_000)]
    new = list(old)
    for place in chance.sample(range(len(new)), 500):
        text = new[place].split()
        text[chance.randrange(len(text))] = chance.choice(words)
        new[place] = " ".join(text)
    for _ in range(49):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    papers = _paper(old), _paper(new)
    start = time.process_time()
    made = redline_of(*papers)
    assert time.process_time() - start <= 4
    assert made.counts["moveFromRangeStart"] == made.counts["moveToRangeStart"] >= 48
    assert made.counts["del"] < 1_100
