"""Redlines of public pairs of DOCX, judged by code that shares nothing with what wrote them.

The floors stand at what is reached, so that a broken rule is noticed.
"""

import pytest
from redlines import ASKED, PAIRS, Figures, measured

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
