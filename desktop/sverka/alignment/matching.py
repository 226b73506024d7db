"""What is matched so far: the one value that the steps fill in, paragraph by paragraph."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from sverka.alignment.arrays import NONE, Bools, Floats, Ints
from sverka.alignment.paragraph_keys import ParagraphKeys

GROUPED: Final = -2
"""Stands instead of a partner where a paragraph belongs to a group."""


LEFT_ALONE: Final = -3
"""Stands instead of a partner where a paragraph of a table is to have none."""


@dataclass(frozen=True, slots=True)
class ParagraphGroup:
    """One paragraph and the several it became, several and the one, or several and several."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float


@dataclass(slots=True)
class Matching:
    """The partner of every single paragraph or NONE or GROUPED, and the groups beside them.

    Of the old paragraphs `settled` says which were matched by their cells in a table, and
    `shifted` which stand in a column that changed places with others.
    """

    new_of: Ints
    old_of: Ints
    similarity: Floats
    settled: Bools
    shifted: Bools
    groups: list[ParagraphGroup] = field(default_factory=list)

    @classmethod
    def empty(cls, old: int, new: int) -> "Matching":
        """Nothing matched yet."""
        flags = np.zeros(old, np.bool_), np.zeros(old, np.bool_)
        return cls(np.full(old, NONE), np.full(new, NONE), np.zeros(old), *flags)

    def link(self, old: Ints, new: Ints, similarity: Floats | float) -> None:
        """Match old[k] with new[k]."""
        self.new_of[old] = new
        self.old_of[new] = old
        self.similarity[old] = similarity

    def part(self, old: Ints, new: Ints) -> None:
        """Set free old[k] and new[k] and what either was matched with."""
        theirs, ours = self.new_of[old], self.old_of[new]
        self.old_of[theirs[theirs >= 0]] = NONE
        self.new_of[ours[ours >= 0]] = NONE
        self.new_of[old] = NONE
        self.old_of[new] = NONE

    def link_first(self, old: Ints, new: Ints, similarity: Floats) -> Ints:
        """Match old[k] with new[k] where both are free, earlier pairs first; which were matched."""
        won = []
        for k, (i, j) in enumerate(zip(old.tolist(), new.tolist(), strict=True)):
            if self.new_of[i] == NONE == self.old_of[j]:
                self.new_of[i], self.old_of[j] = j, i
                won.append(k)
        kept = np.array(won, np.int64)
        self.similarity[old[kept]] = similarity[kept]
        return kept

    def twins(self, keys: ParagraphKeys) -> tuple[Bools, Bools]:
        """Which old and which new paragraphs have an exact twin on the other side still free."""
        size = len(keys.texts)
        in_old = np.bincount(keys.old[self.new_of == NONE], minlength=size) > 0
        in_new = np.bincount(keys.new[self.old_of == NONE], minlength=size) > 0
        return in_new[keys.old], in_old[keys.new]

    def grouped(self) -> tuple[set[int], set[int]]:
        """The old and the new paragraphs that belong to groups."""
        old, new = (np.flatnonzero(of == GROUPED).tolist() for of in (self.new_of, self.old_of))
        return set(old), set(new)

    def call_free(self) -> None:
        """Give what was left alone no partner, as all else that has none."""
        for partners in (self.new_of, self.old_of):
            partners[partners == LEFT_ALONE] = NONE

    def free(self, old: Ints, new: Ints) -> Bools:
        """Where both old[k] and new[k] have no partner yet."""
        free: Bools = (self.new_of[old] == NONE) & (self.old_of[new] == NONE)
        return free
