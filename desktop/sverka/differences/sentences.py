"""Cuts a text into sentences, as far as marks tell."""

import re
from collections.abc import Iterator

from sverka.patterns import late_pattern
from sverka.text.signs import CLOSERS, SENTENCE_ENDS

_ENDS, _CLOSERS = (re.escape("".join(sorted(signs))) for signs in (SENTENCE_ENDS, CLOSERS))
_UNSPACED = re.escape("。！？．｡")
_END = late_pattern(rf"[{_ENDS}]+[{_CLOSERS}]*(?:\s+|$)|[{_UNSPACED}]+[{_CLOSERS}]*\s*|\n+|$")


def sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end], each with the spaces behind it; the last as far as it goes.

    A full stop behind an abbreviation ends one, too, and so does a line.
    """
    at = start
    for match in _END.finditer(text, start, end):
        if at < match.end():
            yield at, match.end()
        at = match.end()


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is one sentence or more, perhaps without the last mark."""
    if not _ends(text, 0, start):
        return False
    behind = end
    while behind < len(text) and text[behind].isspace():
        behind += 1
    return _ends(text, start, end) or text[behind : behind + 1] in {"", *SENTENCE_ENDS}


def without_end(sentence: str) -> str:
    """A sentence without the marks and spaces at its end."""
    return sentence.strip().rstrip("".join(CLOSERS | SENTENCE_ENDS))


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends with text[start:end], or nothing stands there.

    Asked without cutting it out: the text may be a whole book.
    """
    while end > start and text[end - 1].isspace():
        end -= 1
    if end == start:
        return True
    while end > start and text[end - 1] in CLOSERS:
        end -= 1
    return end > start and text[end - 1] in SENTENCE_ENDS
