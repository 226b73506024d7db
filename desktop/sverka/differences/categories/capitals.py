"""Tells names by their capitals, where capitals say something."""

import re
from functools import lru_cache

from sverka.differences.edit_thresholds import LONGEST_ABBREVIATION
from sverka.text.signs import DASHES, OPENERS, SENTENCE_ENDS

_ABBREVIATION = re.compile(
    r"гг?|ул|пр|им|тов|проф|акад|доц|ген|полк|тел|см|ср|рис|табл|ст|гл"
    r"|m[rs]|mrs|dr|st|prof|gen|col|sen|rep|no|vol|fig|ca|vs|hr|fr|mme?|mgr|str|abs|art",
    re.IGNORECASE,
)
"""Words whose full stop ends no sentence."""

_BEFORE_SENTENCE = OPENERS | DASHES
_BEFORE_CAPITAL = SENTENCE_ENDS | {":"}
_LAST_WORD = re.compile(r"\w+$")


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the word text[start:end] is a name: capitalised, and not because a sentence begins.

    Words of a text all in capitals are not, nor is the English "I". In German every noun is.
    """
    if not text[start].isupper():
        return False
    if end - start == 1 and text[end : end + 1] != ".":
        return False
    return not _begins_sentence(text, start) and not _is_all_capitals(text)


@lru_cache(2)
def _is_all_capitals(text: str) -> bool:
    """Whether `text` has no small letter; remembered, as a paragraph has many words."""
    return text.isupper()


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, perhaps behind an opening quotation mark."""
    at = start
    while at and (text[at - 1].isspace() or text[at - 1] in _BEFORE_SENTENCE):
        at -= 1
    if at == 0:
        return True
    stop = text[at - 1]
    if stop == ":":
        return at < start and any(c in '«“„"' for c in text[at:start])
    if stop not in _BEFORE_CAPITAL:
        return False
    return stop != "." or not _is_abbreviated(text, at - 1)


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` stands behind an initial or a common abbreviation."""
    if stop > LONGEST_ABBREVIATION and text[stop - LONGEST_ABBREVIATION - 1 : stop].isalpha():
        return False
    word = _LAST_WORD.search(text, max(0, stop - 8), stop)
    if word is None or word.group()[0].isdigit():
        return False
    return len(word.group()) == 1 or _ABBREVIATION.fullmatch(word.group()) is not None
