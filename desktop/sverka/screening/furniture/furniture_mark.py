"""One occurrence of page furniture, as the methods for text and for print both find it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sverka.model import FindingKind, Reason, Tier


@dataclass(frozen=True, slots=True)
class FurnitureMark:
    """Lines of one page, by their indexes in reading order, that are furniture, and why.

    `removed` is what the program does of itself; the user's decision stands above it. `group` is
    the same for all occurrences of one header. `breaks` says that it stands in the middle of a
    sentence, which goes on behind it; `notes` are the lines of footnotes that stand between.
    """

    kind: FindingKind
    lines: tuple[int, ...]
    tier: Tier
    removed: bool
    reasons: tuple[Reason, ...]
    group: str
    breaks: bool = False
    notes: tuple[int, ...] = ()

    @property
    def first(self) -> int:
        """The line it begins with."""
        return self.lines[0]


def covered(marks: Iterable[FurnitureMark]) -> dict[int, FurnitureMark]:
    """The mark of every line that has one."""
    return {i: mark for mark in marks for i in mark.lines}
