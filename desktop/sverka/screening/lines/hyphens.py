"""How two lines are put together: with a space, with nothing, or by the rule for hyphens."""

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sverka.model import Join
from sverka.patterns import late_pattern
from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.line_signs import ends_with_hyphen
from sverka.text.alphabets import UNSPACED
from sverka.text.character_classes import pattern_of
from sverka.text.signs import APOSTROPHES, BREAKING_HYPHENS, HYPHENS, SOFT_HYPHENS

_PART = rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*"
_WORD = late_pattern(rf"{_PART}(?:[{HYPHENS}]{_PART})*")
_BROKEN_INSIDE = late_pattern(r"[^\W\d_]+[-\u00ac] [^\W\d_]+")
"""The halves of a word broken inside a line, or a word that waits for its other half."""
_LAST = late_pattern(r"([^\W\d_]+)$")
_FIRST = late_pattern(r"[^\W\d_]+")
_UNSPACED = late_pattern(f"[{pattern_of(UNSPACED, '3000-303f ff01-ff65')}]")
"""Scripts written without spaces between words: Thai to Khmer, Kana, Han and their marks."""
_BREAKING = (*BREAKING_HYPHENS, *SOFT_HYPHENS, "\u2011")
_OPEN_RANGE = late_pattern(r"\d[\u2012\u2013]$")
"""A range of numbers broken behind its dash, which stands without a space: "2025–" and "2028"."""


@dataclass(frozen=True, slots=True)
class Seam:
    """How two lines meet: the join, and how many characters at the first one's end fall away.

    `sure` is False where a hyphen was left standing because no words decided.
    """

    join: Join
    dropped: int = 0
    sure: bool = True


class Words:
    """The words of both versions, counted; broken ones left out.

    `hyphenates` says that the text under screening was set with words broken at line ends.
    """

    def __init__(self, lines: Iterable[str], hyphenates: bool = True) -> None:
        self._counts = cache(lambda: _counted(lines))
        self.hyphenates = hyphenates

    def in_a_text(self, hyphenates: bool) -> "Words":
        """The same words, counted once for all, for screening a text that is set so."""
        words = copy(self)
        words.hyphenates = hyphenates
        return words

    def count(self, word: str) -> int:
        """How often the word stands unbroken in the texts, whatever its case."""
        return self._counts()[word.casefold().replace("\u2010", "-").replace("\u2011", "-")]


def _counted(lines: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    behind_broken = False
    for line in lines:
        broken = line.rstrip().endswith(_BREAKING)
        if broken or behind_broken:
            words = _unbroken(line)
            counts.update(words[behind_broken : len(words) - broken])
        else:
            whole[line] += 1
        behind_broken = broken
    # Most lines stand in both versions: their words are looked for once
    for line, times in whole.items():
        words = _unbroken(line)
        for _time in range(times):
            counts.update(words)
    return counts


def _unbroken(line: str) -> list[str]:
    """The words of a line, casefolded, without those broken inside it."""
    folded = line.casefold().replace("\u2010", "-").replace("\u2011", "-")
    if "- " in folded or "\u00ac " in folded:
        folded = _BROKEN_INSIDE.sub(" ", folded)
    words: list[str] = _WORD.findall(folded)
    return words


def seam(before: str, after: str, words: Words) -> Seam:
    """How the line `after` is put to the line `before`, neither with outer white space."""
    last = before[-1:]
    if last and last in SOFT_HYPHENS:
        return Seam(Join.WELDED, 1)
    if last and last in BREAKING_HYPHENS:
        return _hyphen_seam(before, after, words)
    if _UNSPACED.match(last) and _UNSPACED.match(after[:1]):
        return Seam(Join.NOTHING)
    if _OPEN_RANGE.search(before) and after[:1].isdigit():
        return Seam(Join.NOTHING)
    return Seam(Join.SPACE)


def _hyphen_seam(before: str, after: str, words: Words) -> Seam:
    left, right = _LAST.search(before[:-1]), _FIRST.match(after)
    if left is None and not before[-2:-1].isdigit():
        return Seam(Join.SPACE)
    if left is None or right is None or right[0][:1].isupper():
        whole = after[:1].isalnum()
        return Seam(Join.HYPHEN_KEPT if whole else Join.SPACE)
    if before[-1] == "\u00ac":
        return Seam(Join.WELDED, 1)
    return _decided(left[1], right[0], words)


def _decided(left: str, right: str, words: Words) -> Seam:
    """Welded, kept or left standing, by how the texts write the word elsewhere.

    Where they do not: two halves that are words themselves keep the hyphen, and so do all words of
    a text that is not set with words broken at line ends.
    """
    welded, kept = words.count(left + right), words.count(f"{left}-{right}")
    if welded != kept:
        return Seam(Join.WELDED, 1) if welded > kept else Seam(Join.HYPHEN_KEPT)
    free = [bool(words.count(half)) for half in (left, right)]
    if all(free):
        return Seam(Join.HYPHEN_KEPT)
    if words.hyphenates:
        return Seam(Join.WELDED, 1)
    return Seam(Join.HYPHEN_KEPT, sure=any(free))


def hyphenates(lines: Sequence[str]) -> bool:
    """Whether so many lines end in a broken word that words were broken as a rule."""
    broken = sum(1 for a, b in pairwise(lines) if ends_with_hyphen(a) and b[:1].islower())
    return broken >= max(weights.BROKEN_FEWEST, weights.BROKEN_SHARE * len(lines))
