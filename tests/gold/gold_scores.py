"""Scores what was found against gold: the share in common, and links that cross the main order."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

Group: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]
"""The paragraphs of a link, old and new, counted from 0."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the found are right, how many were found, and how many there are."""

    right: int
    found: int
    gold: int

    @classmethod
    def of(cls, found: Set[Hashable], gold: Set[Hashable]) -> "Score":
        return cls(len(found & gold), len(found), len(gold))

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def f1(self) -> float:
        both = self.found + self.gold
        return 2 * self.right / both if both else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0


NOTHING = Score(0, 0, 0)


def alignment_scores(
    old: Sequence[str], new: Sequence[str], found: Iterable[Group], gold: Iterable[Group]
) -> dict[str, Score]:
    """All pairs of paragraphs; of them those with other words; moves; whole splits and merges."""
    both = [list(found), list(gold)]
    pairs = [{(i, j) for o, n in links for i in o for j in n} for links in both]
    changed = [{(i, j) for i, j in side if old[i] != new[j]} for side in pairs]
    moved = [_crossing(links, old) for links in both]
    splits = [{link for link in links if len(link[0]) == 1 < len(link[1])} for links in both]
    merges = [{link for link in links if len(link[1]) == 1 < len(link[0])} for links in both]
    named = {"f1": pairs, "changed": changed, "moved": moved, "split": splits, "merge": merges}
    return {name: Score.of(one, other) for name, (one, other) in named.items()}


def _crossing(links: Iterable[Group], old: Sequence[str]) -> set[tuple[int, int]]:
    """The pairs of links outside the heaviest chain that rises on both sides."""
    placed = sorted(link for link in links if all(link))
    best: list[tuple[int, int, tuple[Group, ...]]] = []  # last new paragraph, weight, the chain
    for link in placed:
        weight = sum(len(old[i]) for i in link[0]) + 8
        at = bisect_left(best, link[1][0], key=lambda entry: entry[0])
        before = best[at - 1] if at else (-1, 0, ())
        total = before[1] + weight
        while at < len(best) and best[at][1] <= total:
            del best[at]
        if at == 0 or best[at - 1][1] < total:
            best.insert(at, (link[1][0], total, (*before[2], link)))
    chain = set(best[-1][2]) if best else set()
    return {(i, j) for link in placed if link not in chain for i in link[0] for j in link[1]}
