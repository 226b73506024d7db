"""A changed stretch of a paragraph, with what its category depends on."""

from typing import NamedTuple

from sverka.differences.marks import Offsets


class Passage(NamedTuple):
    """Characters [start, end) of a paragraph, and what is quoted in the paragraph."""

    text: str
    start: int
    end: int
    quotations: tuple[Offsets, ...] = ()

    @property
    def changed(self) -> str:
        """The characters themselves."""
        return self.text[self.start : self.end]

    @property
    def is_quoted(self) -> bool:
        """Whether any of them is quoted."""
        if not self.quotations:
            return False
        return any(s < self.end and e > self.start for s, e in self.quotations)
