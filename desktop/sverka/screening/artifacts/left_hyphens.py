"""Hyphens that a line end left behind inside a line: "руково- дителями", and soft hyphens."""

import re
from collections.abc import Collection, Iterator

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.artifacts.observation import Observation
from sverka.screening.lines.facts import counting
from sverka.screening.lines.hyphens import Words

_SOFT = late_pattern("\u00ad+")
_LEFT_BEHIND = late_pattern(
    r"(?<![\w-])([^\W\d_]{2,})([-\u2010\u00ac] |[-\u2010\u00ac])([^\W\d_]{2,})(?![\w-])"
)
_AND_OR = (
    "и или а но да либо та або чи жана же және and or to und oder bis sowie et ou en of tot y o e"
    " ni och eller og ja tai oraz lub nebo és vagy ve veya ile ή και"
)
_ABBREVIATION = late_pattern("[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]+")
"""No half of a word is without a vowel: "Vor- bzw. Nachteile"."""
_CONJUNCTIONS = frozenset(_AND_OR.split())
"""After these a hyphen stands for a word to come: "двух- и трёхэтажный"."""


def left_hyphens(
    index: int, text: str, words: Words, seams: Collection[int] = ()
) -> Iterator[Observation]:
    """Soft hyphens of a paragraph, and words broken inside a line.

    At `seams`, where lines were put together, the hyphens have been decided about.
    """
    if "\u00ad" in text:
        yield _soft(index, text)
    if "-" not in text and "\u2010" not in text and "\u00ac" not in text:
        return
    for match in _LEFT_BEHIND.finditer(text):
        told = None if match.start(3) in seams else _told(match, words)
        if told is not None:
            whole, tier = told
            yield Observation(
                kind=FindingKind.HYPHENATION,
                paragraph=index,
                start=match.start(),
                end=match.end(),
                reasons=(Reason(ReasonCode.HYPHEN_INSIDE),),
                group="left-behind",
                tier=tier,
                suggestion=whole,
            )


def _told(match: re.Match[str], words: Words) -> tuple[str, Tier] | None:
    """The whole word, and how sure that is; None where the hyphen belongs there.

    Either version may have the word whole, with a hyphen or without. Where neither does, two halves
    that are words themselves are two words, and a half that waits for its other half ("vor- und
    nachmittags") has a word behind it, a short and frequent one. A hyphen without a space is
    told only where neither part is a word or so short that it may be a prefix.
    """
    left, mark, right = match.groups()
    if mark == "-" and not right.islower() and not (left.isupper() and right.isupper()):
        return None
    whole, kept = words.count(left + right), words.count(f"{left}-{right}")
    if len(mark) == 1:
        parts = (
            words.count(left)
            or words.count(right)
            or min(len(left), len(right)) < weights.SHORTEST_HALF
        )
        return None if parts or whole < max(1, kept) else (left + right, Tier.SUSPECTED)
    if right.casefold() in _CONJUNCTIONS or _ABBREVIATION.fullmatch(right):
        return None
    if whole or kept:
        return (left + right if whole >= kept else f"{left}-{right}"), Tier.CERTAIN
    known = [words.count(left), words.count(right)]
    if all(known) or (known[1] > 1 and len(right) <= weights.LONGEST_CONJUNCTION):
        return None
    return (left + right, Tier.SUSPECTED) if right.islower() else None


def _soft(index: int, text: str) -> Observation:
    places = [match.span() for match in _SOFT.finditer(text)]
    start, end = places[0]
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    word = text[first : last if last >= 0 else len(text)][: weights.WORD_SHOWN]
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
