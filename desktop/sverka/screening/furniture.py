"""Page furniture in text without layout: which lines repeat, count up or break into sentences."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sverka.model import FindingKind, Tier
from sverka.screening import evidence
from sverka.screening.keys import counters_of
from sverka.screening.layout import Layout, layout_of
from sverka.screening.lines import Line
from sverka.screening.marks import is_caseless, is_label, is_open, starts_lower
from sverka.screening.numbers import best_chain, misread_number
from sverka.screening.runs import LONGEST_RUN, Repeats, Run, Unit, repeats_of
from sverka.screening.score import CERTAIN, SUSPECTED, Sighting, Term, terms_of, total
from sverka.screening.witness import Witness

INTERRUPTS = 0.5
"""From here on a line counts as standing in the middle of a sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One occurrence of page furniture: lines [first, last] in reading order."""

    kind: FindingKind
    first: int
    last: int
    tier: Tier
    removed: bool
    evidence: tuple[str, ...]
    group: str


@dataclass(slots=True)
class _Text:
    """A text under examination: its lines and everything that was worked out about them."""

    lines: Sequence[Line]
    layout: Layout
    repeats: Repeats
    witness: Witness | None
    offsets: list[int] = field(default_factory=list)

    def before(self, run: Run) -> Line | None:
        return self.lines[run.first - 1] if run.first > 0 else None

    def after(self, run: Run) -> Line | None:
        return self.lines[run.last + 1] if run.last + 1 < len(self.lines) else None


def text_furniture(lines: Sequence[Line], witness: Witness | None = None) -> list[Mark]:
    """The page furniture among the lines of a text that has no pages, in reading order."""
    offsets, at = [], 0
    for line in lines:
        offsets.append(at)
        at += len(line.text) + 1
    text = _Text(lines, layout_of(lines), repeats_of(lines), witness, offsets)
    marks = _repeated(text)
    marks += _numbers(text, _covered(marks))
    marks += _single(text, _covered(marks))
    return sorted(marks, key=lambda mark: mark.first)


def _covered(marks: Iterable[Mark]) -> dict[int, Mark]:
    return {i: mark for mark in marks for i in range(mark.first, mark.last + 1)}


def interrupts(before: Line | None, after: Line | None, first: Line, layout: Layout) -> float:
    """How surely a sentence goes on from `before` to `after`, past a run that begins with `first`."""
    if before is None or after is None or not is_open(before.text):
        return 0.0
    if starts_lower(after.text):
        return 0.0 if starts_lower(first.text) else 1.0
    if is_caseless(after.text) and not is_label(after.text) and is_caseless(before.text[-1:]):
        return 0.7 if layout.is_nearly_full(before, after.text) else 0.0
    return 0.0


def _repeated(text: _Text) -> list[Mark]:
    marks: list[Mark] = []
    for unit in text.repeats.units:
        starts = [s for s in unit.starts if _run(text, s).last - _run(text, s).first < LONGEST_RUN]
        if len(starts) < 2:
            continue
        title = _title(text, unit, starts)
        seen = [s for s in starts if s != title]
        sightings = [_sighting(text, unit, s) for s in seen]
        terms = terms_of(
            text.lines[seen[0]].text, sightings, len(starts), _companions(text, unit, seen)
        )
        score = total(terms)
        if score < SUSPECTED:
            continue
        for start, sighting in zip(seen, sightings, strict=True):
            marks.append(_mark(text, unit, start, sighting, terms, score, starts, title))
    return marks


def _run(text: _Text, index: int) -> Run:
    return text.repeats.run_of[index]


def _title(text: _Text, unit: Unit, starts: Sequence[int]) -> int | None:
    """The first occurrence, where it is the title: at the top of the text, breaking no sentence."""
    run = _run(text, starts[0])
    return starts[0] if run.first == 0 and not _own_counters(text, unit, starts) else None


def _sighting(text: _Text, unit: Unit, start: int) -> Sighting:
    run = _run(text, start)
    before, after = text.before(run), text.after(run)
    first = text.lines[run.first]
    reads_on = None
    if text.witness is not None and before is not None and after is not None:
        reads_on = text.witness.reads_on(before.text, after.text)
    beside = [
        text.repeats.numbers[i].value
        for i in range(run.first, run.last + 1)
        if i in text.repeats.numbers
    ]
    counters = _own_counters(text, unit, unit.starts)
    place = unit.starts.index(start)
    previous = unit.starts[place - 1] if place else None
    return Sighting(
        position=start,
        interrupts=interrupts(before, after, first, text.layout),
        at_page_edge=_at_edge(text, run),
        reads_on=reads_on,
        number_beside=beside[0] if beside else _neighbour_counter(text, unit, start),
        counter=counters[place] if counters else None,
        distance=None if previous is None else text.offsets[start] - text.offsets[previous],
    )


def _at_edge(text: _Text, run: Run) -> bool | None:
    """Whether the run touches a page boundary; None where the text has none."""
    if not any(line.turns for line in text.lines):
        return None
    after = text.after(run)
    inside = any(text.lines[i].turns for i in range(run.first, run.last + 1))
    return inside or after is None or after.turns


def _own_counters(text: _Text, unit: Unit, starts: Sequence[int]) -> tuple[int, ...]:
    """The numbers inside the unit that go up from one occurrence to the next; () where none do."""
    for offset in range(unit.size):
        found = [counters_of(text.lines[s + offset].text) for s in starts]
        width = min(map(len, found))
        for k in range(width):
            values = tuple(numbers[k] for numbers in found)
            rising = sum(1 for a, b in itertools.pairwise(values) if 0 < b - a <= 30)
            if rising >= max(1, 0.8 * (len(values) - 1)):
                return values
    return ()


def _neighbour_counter(text: _Text, unit: Unit, start: int) -> int | None:
    """The last number inside a neighbouring repeated line."""
    run = _run(text, start)
    around = (*range(start + unit.size, run.last + 1), *range(start - 1, run.first - 1, -1))
    for i in around:
        counters = counters_of(text.lines[i].text)
        if counters:
            return counters[-1]
    return None


def _companions(text: _Text, unit: Unit, starts: Sequence[int]) -> int:
    """How many more lines repeat together with the first line of the unit, as a rule."""
    beside = sorted(_run(text, s).last - _run(text, s).first for s in starts)
    return beside[len(beside) // 2]


def _mark(
    text: _Text,
    unit: Unit,
    start: int,
    sighting: Sighting,
    terms: Sequence[Term],
    score: float,
    starts: Sequence[int],
    title: int | None,
) -> Mark:
    run = _run(text, start)
    places = [evidence.place_of(text.lines[s : s + unit.size]) for s in starts]
    said = [evidence.repeats(unit.size, places)]
    before, after = text.before(run), text.after(run)
    breaks = sighting.interrupts >= INTERRUPTS
    if breaks and before is not None and after is not None:
        said.append(evidence.interrupts(before.text, after.text))
    if sighting.reads_on and before is not None and after is not None:
        said.append(evidence.reads_on(before.text, after.text))
    said += [term.sentence for term in terms if term.sentence and term.weight > 0]
    if title is not None:
        said.append(evidence.is_title(evidence.place_of(text.lines[title : title + unit.size])))
    certain = score >= CERTAIN
    return Mark(
        FindingKind.RUNNING_HEADER,
        start,
        start + unit.size - 1,
        Tier.CERTAIN if certain else Tier.SUSPECTED,
        certain or breaks,
        tuple(said),
        "header:" + unit.keys[0],
    )


def _numbers(text: _Text, covered: dict[int, Mark]) -> list[Mark]:
    """Lone page numbers: those beside furniture, and those of a chain that counts up."""
    numbers = text.repeats.numbers
    marks = []
    for i, number in numbers.items():
        run = _run(text, i)
        beside = [covered[k] for k in range(run.first, run.last + 1) if k in covered]
        removed = [mark for mark in beside if mark.removed]
        if removed:
            said = (
                evidence.named_number() if number.named else evidence.bare_number(),
                evidence.touches(),
            )
            marks.append(Mark(FindingKind.PAGE_NUMBER, i, i, removed[0].tier, True, said, "number"))
    done = {mark.first for mark in marks}
    candidates = [(i, n.value) for i, n in numbers.items() if not n.roman]
    if len(candidates) < 4:
        return marks
    misread = [
        (line.index, value)
        for line in text.lines
        if line.index not in numbers and (value := misread_number(line.text)) is not None
    ]
    chain = best_chain(sorted(candidates + misread))
    if chain is None or len(chain.positions) < 4:
        return marks
    counted = (evidence.number_chain(chain.values, round(chain.pace)),)
    for i in chain.positions:
        if i not in done and i not in covered:
            marks.append(Mark(FindingKind.PAGE_NUMBER, i, i, Tier.CERTAIN, True, counted, "number"))
    return marks


def _single(text: _Text, covered: dict[int, Mark]) -> list[Mark]:
    """Lines that stand once and break a sentence: by their page number, or by the other version."""
    return []
