"""Gaps: what is matched in order between two sure neighbours."""

import pytest

from sverka import align
from sverka.model import LinkKind

FIRST = "The committee met on Tuesday and heard the report of the treasurer about the roof."
LAST = "The meeting closed with a song, and the lamps were put out shortly before midnight."
NEWS = [
    "Up",
    "Contents",
    "Next: what a repair of that size may cost",
    "Previous",
]


@pytest.mark.parametrize("misspelt", ["Contets", "contents.", "Conntents"])
def test_a_misspelt_word_alone_is_matched_in_a_wide_gap(misspelt: str) -> None:
    old = [FIRST, *NEWS, LAST]
    new = [FIRST, "Upwards and onwards", misspelt, "Prev", "Nothing else", LAST]
    links = {link.old: link for link in align(old, new).links}
    assert links[2,].new == (2,)
    assert links[2,].kind is LinkKind.EDITED


def test_common_words_do_not_match_strangers_in_a_wide_gap() -> None:
    old = [FIRST, *(f"It was the {w} of it, and that was all." for w in NEWS), LAST]
    new = [FIRST, *(f"There is a {w[::-1]} in the end for us." for w in NEWS), LAST]
    kinds = [link.kind for link in align(old, new).links]
    assert kinds.count(LinkKind.EDITED) == 0
