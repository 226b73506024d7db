"""What is matched so far: the one value the steps fill in, paragraph by paragraph."""

from dataclasses import dataclass, field

import numpy as np

from sverka.alignment.arrays import NONE, Floats, Ints


@dataclass(frozen=True, slots=True)
class Group:
    """Several paragraphs that belong together: one against many, or many against one."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float


@dataclass(slots=True)
class Matching:
    """Partners of single paragraphs, NONE where there is none, and the groups beside them.

    A paragraph that belongs to a group has no partner.
    """

    new_of: Ints
    old_of: Ints
    similarity: Floats
    groups: list[Group] = field(default_factory=list)

    @classmethod
    def empty(cls, old: int, new: int) -> "Matching":
        """Nothing matched yet."""
        return cls(np.full(old, NONE), np.full(new, NONE), np.zeros(old))

    def link(self, old: Ints, new: Ints, similarity: Floats | float) -> None:
        """Match old[k] with new[k]."""
        self.new_of[old] = new
        self.old_of[new] = old
        self.similarity[old] = similarity

    def unlink(self, old: int) -> None:
        """Set an old paragraph and its partner free."""
        self.old_of[self.new_of[old]] = NONE
        self.new_of[old] = NONE
        self.similarity[old] = 0.0
