"""Which paragraphs of the old version became which of the new."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sverka.model.document import Side


class LinkKind(StrEnum):
    """How linked paragraphs relate; whether they moved is said beside it."""

    EQUAL = "equal"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"
    REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Link:
    """Paragraphs that belong together.

    `old` and `new` are indexes of paragraphs from 0, ascending; one of them is empty for an
    insertion or a deletion. `moved` is set outside the heaviest chain of links that keeps the
    order, so of two blocks that changed places the smaller carries it. `similarity` is
    2·LCS/(la + lb) over tokens, from 0 to 1; in short paragraphs characters count as well.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    kind: LinkKind
    moved: bool = False
    similarity: float = 1.0

    def of(self, side: Side) -> tuple[int, ...]:
        """The indexes of its paragraphs on one side."""
        return self.old if side is Side.OLD else self.new


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links, in reading order; every paragraph of either side stands in exactly one."""

    links: Sequence[Link]
