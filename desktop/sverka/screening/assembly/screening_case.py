"""A document under screening, and what the user decided about what was found in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sverka.model import Decision, Document, FindingKind, Side


@dataclass(frozen=True, slots=True)
class ScreeningCase:
    """A document under screening, with what the user wants of it.

    `counts` has for each block how many blocks with text stand before it.
    """

    document: Document
    side: Side
    decisions: Mapping[str, Decision]
    counts: Sequence[int]
    keep_furniture: bool = False

    def decided(self, name: str, default: Decision) -> Decision:
        """The user's decision about the finding of this id, else the program's own."""
        return self.decisions.get(name, default)

    def name(self, kind: FindingKind, block: int, start: int) -> str:
        """The id of a finding that begins with this character of this block.

        Paragraphs without text do not count: files that differ in no other have the same ids.
        """
        return f"{self.side}:{kind}:{self.counts[block]}:{start}"
