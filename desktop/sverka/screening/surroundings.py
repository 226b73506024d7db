"""What stands around a line: the sentence it may interrupt, page edges, numbers, the witness."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from sverka.screening.layout import Layout, is_tabular
from sverka.screening.lines import Line
from sverka.screening.marks import (
    ends_openly,
    is_caseless,
    is_label,
    is_list_item,
    is_mark,
    is_numbered_word,
    starts_lower,
)
from sverka.screening.numbers import PageNumber
from sverka.screening.runs import Run
from sverka.screening.witness import Witness

_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")

INTERRUPTS = 0.5
"""From here on a line counts as standing in the middle of a sentence."""

_CONTEXT = 60
"""Characters of text that show the witness a place."""
_SHORT = 80
"""Characters of a line that is short in a text whose lines are whole paragraphs."""
_FEW_LETTERS = 6
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
        """How much text stands before each line, in characters; a Han character counts for three.

        So a page is about as long in every script.
        """
        return list(accumulate((_amount(line.text) + 1 for line in self.lines), initial=0))

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
        return all(b.gap == 0 and self.layout.is_wrapped(a, b.text) for a, b in inner)

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
        return self.witness.reads_on(self.text_before(run.first), after.text)

    def text_before(self, index: int) -> str:
        """The end of the text before a line: enough for the witness to know the place."""
        found = ""
        for i in range(index - 1, max(-1, index - 4), -1):
            found = f"{self.lines[i].text} {found}"
            if len(found) > _CONTEXT:
                break
        return found[-_CONTEXT:]

    def at_page_edge(self, run: Run) -> bool | None:
        """Whether the run stands where a page begins or ends; None in a text without pages."""
        if not self.has_pages:
            return None
        after = self.after(run)
        inside = any(self.lines[i].turns for i in range(run.first, run.last + 1))
        return inside or run.first == 0 or after is None or after.turns


def interruption(before: Line, after: Line, layout: Layout) -> float:
    """How surely a sentence goes on from `before` to `after`, from 0 to 1."""
    if not ends_openly(before.text) or is_numbered_word(before.text) or is_list_item(after.text):
        return 0.0
    if not (_is_prose(before.text) and _is_prose(after.text)):
        return 0.0
    full = _filled(before, after, layout)
    if not full and (is_list_item(before.text) or is_label(before.text)):
        return 0.0
    if starts_lower(after.text):
        return 1.0 if full or before.text.endswith(",") else _HARDLY
    if is_caseless(after.text) and not is_label(after.text) and is_caseless(before.text[-1:]):
        return _LIKELY if layout.is_nearly_full(before, after.text) else 0.0
    return 0.0


def _is_prose(text: str) -> bool:
    """Whether a line has words, and is not a formula or the cell of a table."""
    needed = max(_FEW_LETTERS, 0.6 * (len(text) - text.count(" ")))
    letters = sum(map(str.isalpha, text))
    return letters >= needed or letters + sum(map(is_mark, text)) >= needed


def resumes(before: Line, after: Line, layout: Layout) -> bool:
    """Whether the paragraph of `before` goes on with `after`, past furniture between them."""
    return interruption(before, after, layout) >= INTERRUPTS and _filled(before, after, layout)


def _filled(before: Line, after: Line, layout: Layout) -> bool:
    """Whether the line before was broken for want of room, or belongs to no wrapped text."""
    return layout.width is None or layout.is_nearly_full(before, after.text)


def _amount(text: str) -> int:
    return len(text) if text.isascii() else len(text) + 2 * len(_HAN.findall(text))
