"""What stands around a line: the sentence it may interrupt, page edges, numbers, the witness."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from sverka.screening.layout import Layout, is_tabular
from sverka.screening.lines import Line
from sverka.screening.marks import ends_openly, is_caseless, is_label, starts_lower
from sverka.screening.numbers import PageNumber
from sverka.screening.runs import Run
from sverka.screening.witness import Witness

INTERRUPTS = 0.5
"""From here on a line counts as standing in the middle of a sentence."""

_SHORT = 80
"""Characters of a line that is short in a text whose lines are whole paragraphs."""
_HARDLY = 0.3
"""A sentence seems to go on, but the line before it had room left for the next word."""
_LIKELY = 0.7
"""No small letter shows that the sentence goes on, but the line before it is full."""


@dataclass(frozen=True)
class Text:
    """A text under examination: its lines, how it is set, and who can bear witness."""

    lines: Sequence[Line]
    layout: Layout
    numbers: Mapping[int, PageNumber]
    witness: Witness | None = None
    seeds: frozenset[str] = field(default=frozenset())

    @cached_property
    def offsets(self) -> list[int]:
        """How many characters stand before each line."""
        return list(accumulate((len(line.text) + 1 for line in self.lines), initial=0))

    @cached_property
    def has_pages(self) -> bool:
        """Whether the text says where its pages begin."""
        return any(line.turns for line in self.lines)

    def before(self, run: Run) -> Line | None:
        """The line before the run."""
        return self.lines[run.first - 1] if run.first > 0 else None

    def after(self, run: Run) -> Line | None:
        """The line after the run."""
        return self.lines[run.last + 1] if run.last + 1 < len(self.lines) else None

    def interrupts(self, run: Run) -> float:
        """How surely the run stands in the middle of a sentence, from 0 to 1.

        A run that reads as part of the paragraph around it, wrapped as that is, interrupts nothing.
        """
        before, after = self.before(run), self.after(run)
        if before is None or after is None:
            return 0.0
        first = self.lines[run.first]
        if (run.first not in self.numbers and starts_lower(first.text)) or self._flows(run, after):
            return 0.0
        return interruption(before, after, self.layout)

    def _flows(self, run: Run, after: Line) -> bool:
        """Whether every line of the run was broken only because the next word did not fit."""
        if self.layout.width is None or is_tabular(self.lines[run.first].text):
            return False
        nexts = [*self.lines[run.first + 1 : run.last + 1], after]
        inner = zip(self.lines[run.first : run.last + 1], nexts, strict=True)
        return all(b.gap == 0 and self.layout.is_nearly_full(a, b.text) for a, b in inner)

    def has_room(self, line: Line, following: str) -> bool:
        """Whether the line is short: more words would have fitted on it."""
        if self.layout.width is None:
            return len(line.text) < _SHORT
        return not self.layout.is_nearly_full(line, following)

    def reads_on(self, run: Run) -> bool | None:
        """Whether the other version reads on without the run; None where there is none to ask."""
        before, after = self.before(run), self.after(run)
        if self.witness is None or before is None or after is None:
            return None
        return self.witness.reads_on(before.text, after.text)

    def at_page_edge(self, run: Run) -> bool | None:
        """Whether the run stands where a page begins or ends; None in a text without pages."""
        if not self.has_pages:
            return None
        after = self.after(run)
        inside = any(self.lines[i].turns for i in range(run.first, run.last + 1))
        return inside or run.first == 0 or after is None or after.turns


def interruption(before: Line, after: Line, layout: Layout) -> float:
    """How surely a sentence goes on from `before` to `after`, from 0 to 1."""
    if not ends_openly(before.text):
        return 0.0
    full = (
        layout.width is None
        or before.block != after.block
        or layout.is_nearly_full(before, after.text)
    )
    if starts_lower(after.text):
        return 1.0 if full else _HARDLY
    if is_caseless(after.text) and not is_label(after.text) and is_caseless(before.text[-1:]):
        return _LIKELY if layout.is_nearly_full(before, after.text) else 0.0
    return 0.0
