"""Hyphens that a line end left behind inside a line: "руково- дителями", and soft hyphens."""

import re
from collections.abc import Iterator

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines.facts import counting
from sverka.screening.lines.hyphens import Words

_SOFT = re.compile("\u00ad+")
_LEFT_BEHIND = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u2010\u00ac] ([^\W\d_A-ZА-ЯЁ]{2,})(?![\w-])")
_AND_OR = (
    "и или а но да либо and or to und oder bis sowie et ou en of tot y o e ve veya ile жана же"
)
_CONJUNCTIONS = frozenset(_AND_OR.split())
"""After these a hyphen stands for a word to come: "двух- и трёхэтажный"."""


def left_hyphens(index: int, text: str, words: Words) -> Iterator[Observation]:
    """Soft hyphens of a paragraph, and words broken inside a line."""
    if "\u00ad" in text:
        yield _soft(index, text)
    if "- " not in text and "\u2010 " not in text and "\u00ac " not in text:
        return
    for match in _LEFT_BEHIND.finditer(text):
        left, right = match[1], match[2]
        if right.casefold() in _CONJUNCTIONS:
            continue
        known = words.count(left + right) > 0
        if not known and words.count(left) and words.count(right):
            continue
        yield Observation(
            kind=FindingKind.HYPHENATION,
            paragraph=index,
            start=match.start(),
            end=match.end(),
            reasons=(Reason(ReasonCode.HYPHEN_INSIDE),),
            group="left-behind",
            tier=Tier.CERTAIN if known else Tier.SUSPECTED,
            suggestion=left + right,
        )


def _soft(index: int, text: str) -> Observation:
    places = [match.span() for match in _SOFT.finditer(text)]
    start, end = places[0]
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    word = text[first : last if last >= 0 else len(text)][:80]
    return Observation(
        kind=FindingKind.HYPHENATION,
        paragraph=index,
        start=start,
        end=end,
        reasons=(counting(ReasonCode.SOFT_HYPHENS, len(places)),),
        group="soft-hyphen",
        text=word,
        suggestion=word.replace("\u00ad", ""),
        places=tuple((index, *place) for place in places),
    )
