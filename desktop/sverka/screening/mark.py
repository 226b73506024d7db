"""One occurrence of page furniture, as the methods for text and for print both find it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sverka.model import FindingKind, Tier


@dataclass(frozen=True, slots=True)
class Mark:
    """Lines [first, last] in reading order that are page furniture, and why.

    `removed` is what the program does of itself; the user's decision stands above it. `group` is
    the same for all occurrences of one header.
    """

    kind: FindingKind
    first: int
    last: int
    tier: Tier
    removed: bool
    evidence: tuple[str, ...]
    group: str


def covered(marks: Iterable[Mark]) -> dict[int, Mark]:
    """The mark of every line that has one."""
    return {i: mark for mark in marks for i in range(mark.first, mark.last + 1)}
