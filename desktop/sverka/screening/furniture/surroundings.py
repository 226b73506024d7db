"""What stands around a line: the sentence it may interrupt, page edges, numbers, the witness."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from sverka.model import BlockKind
from sverka.patterns import late_pattern
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.line_runs import LineRun, keys_of
from sverka.screening.furniture.neighbours import (
    are_of_text,
    ends_as_text,
    has_beginning,
    is_list,
)
from sverka.screening.furniture.page_numbers import PageNumber
from sverka.screening.lines import line_weights
from sverka.screening.lines.interruption import (
    GoingOn,
    ends_stopped,
    interruption,
    is_as_wide,
    is_long_and_full,
    unmarked_interruption,
)
from sverka.screening.lines.layout import Layout, is_tabular
from sverka.screening.lines.line_signs import (
    begins_note,
    ends_openly,
    is_address,
    is_caseless,
    is_closed,
    is_label,
    is_numbered_word,
    may_be_abbreviated,
    starts_lower,
)
from sverka.screening.lines.text_lines import TextLine
from sverka.screening.lines.witness import Witness
from sverka.text.signs import SENTENCE_ENDS

_WITHOUT_STOPS = late_pattern("[\u0e00-\u0eff]")
"""Thai and Lao, which end sentences with a space."""
_HAN = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True)
class ScreenedText:
    """A text under examination: its lines, how it is set, and who can bear witness."""

    lines: Sequence[TextLine]
    layout: Layout
    numbers: Mapping[int, PageNumber]
    witness: Witness | None = None
    seeds: frozenset[str] = field(default=frozenset())
    _tops: dict[LineRun, int] = field(default_factory=dict, repr=False)
    _interrupts: dict[LineRun, float] = field(default_factory=dict, repr=False)
    _reads_on: dict[LineRun, bool | None] = field(default_factory=dict, repr=False)

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

    def before(self, run: LineRun) -> TextLine | None:
        """The line of text before the run, past footnotes that stand above it."""
        top = self._top(run)
        return self.lines[top - 1] if top > 0 else None

    def notes_above(self, run: LineRun) -> range:
        """The lines of footnotes between the run and the sentence that goes on behind it.

        Their number alone makes no note: the text above must break off, and the text behind the run
        take it up, by its small letter or as the other version has it.
        """
        none = range(run.first, run.first)
        after = self.after(run)
        if after is None or not is_closed(self.lines[run.first - 1].text):
            return none
        for top in range(run.first - 1, max(0, run.first - 1 - weights.NOTE_LINES), -1):
            above = self.lines[top - 1]
            abbreviated = may_be_abbreviated(above.text)
            if not begins_note(self.lines[top].text) or (is_closed(above.text) and not abbreviated):
                continue
            if interruption(above, after, self.layout) >= line_weights.INTERRUPTS or (
                self.witness is not None
                and (ends_openly(above.text) or abbreviated)
                and self.witness.reads_on(self.text_before(top), after.text)
            ):
                return range(top, run.first)
        return none

    def _top(self, run: LineRun) -> int:
        """Where the run begins, the footnotes above it counted in."""
        if run not in self._tops:
            self._tops[run] = self.notes_above(run).start if run.first > 0 else 0
        return self._tops[run]

    def after(self, run: LineRun) -> TextLine | None:
        """The line after the run."""
        return self.lines[run.last + 1] if run.last + 1 < len(self.lines) else None

    def interrupts(self, run: LineRun) -> float:
        """How surely the run stands in the middle of a sentence, from 0 to 1.

        A run that reads as part of the paragraph around it, wrapped as that is, interrupts nothing.
        """
        if run not in self._interrupts:
            after = self.after(run)
            of_text = after is None or self.is_of_text(run, after)
            self._interrupts[run] = 0.0 if of_text else self._goes_on_past(run)
        return self._interrupts[run]

    def is_of_text(self, run: LineRun, after: TextLine) -> bool:
        """Whether the run itself reads as a part of the text around it."""
        lines = self.lines[run.first : run.last + 1]
        return (
            (
                run.first not in self.numbers
                and starts_lower(lines[0].text)
                and not is_address(lines[0].text)
            )
            or self._flows(run, after)
            or ends_as_text(lines, after, self.layout)
            or is_list(self.lines[max(0, run.first - 1) : run.last + 1])
        )

    def _goes_on_past(self, run: LineRun) -> float:
        """How surely a sentence goes on from before the run to behind it, from 0 to 1.

        Barely, where nothing shows that one had begun, nor that a page ends.
        """
        sure = self._flows_past(run)
        return min(sure, line_weights.BARELY) if sure and self._is_headless(run) else sure

    def _is_headless(self, run: LineRun) -> bool:
        """Whether nothing shows that a sentence had begun before the run, nor that a page ends."""
        if self.at_page_edge(run) or self._has_number(run):
            return False
        return not has_beginning(self.back_from(self._top(run)))

    def _flows_past(self, run: LineRun) -> float:
        before, after = self.before(run), self.after(run)
        if before is None or after is None:
            return 0.0
        top = self._top(run)
        earlier = self.lines[max(0, top - 2) : top]
        of_text = are_of_text(earlier, self.lines[run.first], after, self.layout)
        sure = interruption(before, after, self.layout) if of_text else 0.0
        if sure > line_weights.LIKELY or not self._may_go_on(before, after):
            return sure
        known = self._going_on(run, before, after)
        if is_caseless(after.text) and known.stops is False:
            sure = 0.0
        piece = self.layout.width is None and starts_lower(before.text)
        if not of_text and (piece or not known.meet):
            return sure
        if not known.meet and not self._is_wrapped_into(earlier):
            return sure
        return max(sure, unmarked_interruption(before, after, known))

    def back_from(self, index: int) -> Iterator[TextLine]:
        """The lines before a line, the nearest first, without those that stand elsewhere, too."""
        return (self.lines[i] for i in range(index - 1, -1, -1) if not self.comes_back(i))

    def _has_number(self, run: LineRun) -> bool:
        """Whether a line of the run may be a page number."""
        return any(i in self.numbers for i in range(run.first, run.last + 1))

    def _is_wrapped_into(self, earlier: Sequence[TextLine]) -> bool:
        """Whether the last of these lines goes on from the one before it, as all but the first line
        of a wrapped paragraph do; a heading does not.
        """
        if self.layout.width is None:
            return True
        if len(earlier) < 2 or earlier[-1].gap:
            return False
        return self.layout.is_wrapped(earlier[-2], earlier[-1].text)

    def _may_go_on(self, before: TextLine, after: TextLine) -> bool:
        """Whether the lines are of kinds in which a sentence may go on past others."""
        if BlockKind.TABLE_CELL in (before.kind, after.kind):
            return False
        return BlockKind.HEADING not in (before.kind, after.kind)

    def _going_on(self, run: LineRun, before: TextLine, after: TextLine) -> GoingOn:
        full = (
            is_long_and_full(before, after.text, self.layout.width)
            if self.layout.width is not None
            else is_as_wide(before, after.text, self._around(run))
        )
        together = meet = False
        if self.witness is not None:
            context = self.text_before(self._top(run))
            joint = self.witness.joint(context, after.text)
            together = joint is True
            # Where blank lines part paragraphs, those of the other version are believed.
            parted = joint is False and self.layout.blank_lines and after.gap > 0
            meet = not parted and self.witness.reads_on(context, after.text)
        return GoingOn(together, meet, full, self.stops)

    def _around(self, run: LineRun) -> list[TextLine]:
        first = max(0, run.first - line_weights.AROUND)
        beside = (
            *range(first, run.first - 1),
            *range(run.last + 1, run.last + line_weights.AROUND),
        )
        return [self.lines[i] for i in beside if i < len(self.lines) and not self.comes_back(i)]

    def comes_back(self, i: int) -> bool:
        """Whether the line is a number, or stands elsewhere, too."""
        return i in self.numbers or self.times(i) > 1

    def times(self, i: int) -> int:
        """How often a line that may be furniture stands in the text; 0 for others."""
        key = self.keys[i]
        return self._times[key] if key else 0

    @cached_property
    def keys(self) -> list[str]:
        """The key of each line that may be furniture; "" for the others."""
        return keys_of(self.lines)

    @cached_property
    def _times(self) -> Counter[str]:
        """How often each key stands in the text."""
        return Counter(self.keys)

    @cached_property
    def stops(self) -> bool | None:
        """Whether the paragraphs of the text end with a stop; None where it has too few, or is in
        a script that sets none, as Thai.

        Lines that come back, and what stands before them, are left out.
        """
        without = sum(_WITHOUT_STOPS.match(line.text) is not None for line in self.lines)
        if without > len(self.lines) / 2:
            return None
        if not any(SENTENCE_ENDS.intersection(line.text) for line in self.lines):
            return False
        own = [not self.comes_back(i) for i in range(len(self.lines))]
        ends: list[str] = []
        begins = True
        for i, line in enumerate(self.lines):
            following = self.lines[i + 1] if i + 1 < len(self.lines) else None
            ended = following is None or following.gap > 0 or self._ends_paragraph(i, following)
            beside = following is not None and not own[i + 1]
            told = ended or is_closed(line.text)
            if told and own[i] and not beside and not (begins and self._is_headed(line)):
                ends.append(line.text)
            begins = ended
        return ends_stopped(ends)

    def _ends_paragraph(self, i: int, following: TextLine) -> bool:
        line = self.lines[i]
        if self.layout.width is not None:
            return not self.layout.is_nearly_full(line, following.text)
        if not is_caseless(following.text):
            return not starts_lower(following.text)
        return is_as_wide(line, following.text, self._around(LineRun(i, i))) is not True

    def _is_headed(self, line: TextLine) -> bool:
        """Whether a line that is all of its paragraph may be a heading, which has no stop."""
        width = self.layout.width
        short = width is not None and line.right < line_weights.HEADING_WIDTH * width
        return short or is_label(line.text) or is_numbered_word(line.text)

    def _flows(self, run: LineRun, after: TextLine) -> bool:
        """Whether every line of the run was broken only because the next word did not fit."""
        if self.layout.width is None or is_tabular(self.lines[run.first].text):
            return False
        nexts = [*self.lines[run.first + 1 : run.last + 1], after]
        inner = zip(self.lines[run.first : run.last + 1], nexts, strict=True)
        return all(b.gap == 0 and self.layout.is_wrapped(a, b.text) for a, b in inner)

    def has_room(self, line: TextLine, following: str) -> bool:
        """Whether the line is short: more words would have fitted on it."""
        if self.layout.width is None:
            return len(line.text) < weights.SHORT_LINE
        return not self.layout.is_nearly_full(line, following)

    def reads_on(self, run: LineRun) -> bool | None:
        """Whether the other version reads on without the run; None where there is none to ask."""
        before, after = self.before(run), self.after(run)
        if self.witness is None or before is None or after is None:
            return None
        if run not in self._reads_on:
            context = self.text_before(self._top(run))
            self._reads_on[run] = self.witness.reads_on(context, after.text)
        return self._reads_on[run]

    def reads_on_within(self, run: LineRun) -> bool:
        """Whether it does so in the middle of a sentence: a paragraph that came in does not."""
        before, after = self.before(run), self.after(run)
        if self.witness is None or before is None or after is None or not self.reads_on(run):
            return False
        if self._goes_on_past(run) >= line_weights.MEET:
            return True
        together = self.witness.joint(self.text_before(self._top(run)), after.text)
        return together is True and ends_openly(before.text) and not self._is_headless(run)

    def text_before(self, index: int) -> str:
        """The end of the text before a line: enough for the witness to know the place."""
        found = ""
        for i in range(index - 1, max(-1, index - 4), -1):
            found = f"{self.lines[i].text} {found}"
            if len(found) > weights.CONTEXT:
                break
        return found[-weights.CONTEXT :]

    def at_page_edge(self, run: LineRun) -> bool | None:
        """Whether the run stands where a page begins or ends; None in a text without pages."""
        if not self.has_pages:
            return None
        after = self.after(run)
        inside = any(self.lines[i].turns for i in range(run.first, run.last + 1))
        return inside or run.first == 0 or after is None or after.turns


def _amount(text: str) -> int:
    return len(text) if text.isascii() else len(text) + 2 * len(_HAN.findall(text))
