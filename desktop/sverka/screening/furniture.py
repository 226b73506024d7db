"""Page furniture in text without layout: which lines repeat, count up or break into sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sverka.model import FindingKind, Tier
from sverka.screening import evidence
from sverka.screening.keys import counters_of, key_of
from sverka.screening.layout import layout_of
from sverka.screening.lines import Line
from sverka.screening.lone_numbers import number_marks
from sverka.screening.mark import Mark
from sverka.screening.runs import LONGEST_RUN, Run, Unit, keys_of, numbers_of, runs_of, units_of
from sverka.screening.score import (
    CERTAIN,
    SUSPECTED,
    Sighting,
    Term,
    Wording,
    rises,
    terms_of,
    total,
)
from sverka.screening.single import single_marks
from sverka.screening.surroundings import INTERRUPTS, Text
from sverka.screening.witness import Witness

_WEAK = 1.0
_BESIDE = 0.6


@dataclass(frozen=True, slots=True)
class _Judged:
    """A unit with its score; `seen` are its occurrences without the title."""

    unit: Unit
    title: int | None
    seen: tuple[int, ...]
    sightings: tuple[Sighting, ...]
    terms: tuple[Term, ...]
    score: float


def text_furniture(
    lines: Sequence[Line],
    witness: Witness | None = None,
    seeds: frozenset[str] = frozenset(),
) -> list[Mark]:
    """The page furniture among the lines of a text that has no pages, in reading order.

    `witness` is the other version, `seeds` the keys of the lines it has as page headers.
    """
    keys, numbers = keys_of(lines), numbers_of(lines)
    text = Text(lines, layout_of(lines), numbers, witness, seeds)
    judged = _accepted(text, units_of(lines, keys, numbers))
    runs = runs_of([*_lines_of(judged), *numbers])
    marks = [mark for one in judged for mark in _marks(text, one, runs)]
    marks += number_marks(text, marks)
    marks += single_marks(text, marks)
    return sorted(marks, key=lambda mark: mark.first)


def _accepted(text: Text, units: Sequence[Unit]) -> list[_Judged]:
    """The units that look like furniture.

    Scored twice: what stands around a unit is known only when neighbouring lines that repeat for
    reasons of their own have been left out.
    """
    runs = runs_of([*(i for unit in units for i in _members(unit)), *text.numbers])
    first = [one for unit in units if (one := _judge(text, unit, runs)).score >= _WEAK]
    runs = runs_of([*_lines_of(first), *text.numbers])
    second = [_judge(text, one.unit, runs) for one in first]
    strong = {i for one in second if one.score >= CERTAIN for i in _members(one.unit)}
    return [one for one in second if one.score >= SUSPECTED or _is_beside(one, strong)]


def _is_beside(one: _Judged, strong: set[int]) -> bool:
    """Whether a weak unit stands right beside certain furniture, as a rule."""
    beside = sum(1 for s in one.seen if s - 1 in strong or s + one.unit.size in strong)
    return len(one.seen) >= 2 and beside >= _BESIDE * len(one.seen)


def _members(unit: Unit) -> list[int]:
    return [start + k for start in unit.starts for k in range(unit.size)]


def _lines_of(judged: Iterable[_Judged]) -> list[int]:
    return [s + k for one in judged for s in one.seen for k in range(one.unit.size)]


def _judge(text: Text, unit: Unit, runs: dict[int, Run]) -> _Judged:
    starts = [s for s in unit.starts if s in runs]
    counters = _counters(text, unit, starts)
    title = starts[0] if runs[starts[0]].first == 0 and not counters else None
    seen = tuple(s for s in starts if s != title)
    if not seen or all(len(runs[s]) > LONGEST_RUN for s in seen):
        return _Judged(unit, title, seen, (), (), 0.0)
    sightings = tuple(
        _sighting(text, unit, s, runs[s], counters[k] if counters else None)
        for k, s in enumerate(seen)
        if len(runs[s]) <= LONGEST_RUN
    )
    terms = terms_of(_wording(text, unit, seen, runs), sightings, len(starts))
    return _Judged(unit, title, seen, sightings, tuple(terms), total(terms))


def _wording(text: Text, unit: Unit, seen: Sequence[int], runs: dict[int, Run]) -> Wording:
    lines = text.lines[seen[0] : seen[0] + unit.size]
    lengths = sorted(len(runs[s]) for s in seen)
    return Wording(
        first=lines[0].text,
        last=lines[-1].text,
        companions=min(LONGEST_RUN, lengths[len(lengths) // 2]) - 1,
        passage=_is_passage(text, lines, text.lines[seen[0] + unit.size :][:1]),
        seeded=all(key_of(line.text) in text.seeds for line in lines),
    )


def _is_passage(text: Text, lines: Sequence[Line], following: Sequence[Line]) -> bool:
    """Whether lines run on as wrapped text does: then it is text that stands twice."""
    if len(lines) > LONGEST_RUN or sum(len(line.text) for line in lines) > 400:
        return True
    after = [*lines[1:], *following]
    breaks = list(zip(lines, after, strict=False))
    full = sum(1 for a, b in breaks if text.layout.is_full(a, b.text) and b.gap == 0)
    return len(lines) >= 2 and full >= 0.75 * len(breaks)


def _sighting(text: Text, unit: Unit, start: int, run: Run, counter: int | None) -> Sighting:
    return Sighting(
        position=start,
        offset=text.offsets[start],
        interrupts=text.interrupts(run),
        at_page_edge=text.at_page_edge(run),
        reads_on=text.reads_on(run),
        beside=_number_beside(text, unit, start, run),
        counter=counter,
    )


def _counters(text: Text, unit: Unit, starts: Sequence[int]) -> tuple[int, ...]:
    """The numbers inside the unit that go up from one occurrence to the next; () where none do."""
    for offset in range(unit.size):
        found = [counters_of(text.lines[s + offset].text) for s in starts]
        for k in range(min(map(len, found))):
            values = tuple(numbers[k] for numbers in found)
            if rises(values):
                return values
    return ()


def _number_beside(text: Text, unit: Unit, start: int, run: Run) -> int | None:
    """The page number in the run, else the last number inside a line beside the unit."""
    lone = [text.numbers[i].value for i in range(run.first, run.last + 1) if i in text.numbers]
    if lone:
        return lone[0] if len(lone) <= 2 else None
    for i in (*range(start + unit.size, run.last + 1), *range(start - 1, run.first - 1, -1)):
        counters = counters_of(text.lines[i].text)
        if counters:
            return counters[-1]
    return None


def _marks(text: Text, one: _Judged, runs: dict[int, Run]) -> list[Mark]:
    sightings = {s.position: s for s in one.sightings}
    size, certain = one.unit.size, one.score >= CERTAIN
    reasons = _reasons(text, one)
    kind = _kind(text, one, runs)
    marks = []
    for start in one.seen:
        sighting = sightings.get(start)
        breaks = sighting is not None and sighting.interrupts >= INTERRUPTS
        marks.append(
            Mark(
                kind=kind,
                first=start,
                last=start + size - 1,
                tier=Tier.CERTAIN if certain else Tier.SUSPECTED,
                removed=certain or (breaks and one.score >= SUSPECTED),
                evidence=_said(text, runs[start], sighting, reasons),
                group=f"{kind}:{one.unit.key}",
            )
        )
    return marks


def _kind(text: Text, one: _Judged, runs: dict[int, Run]) -> FindingKind:
    """A footer stands before the page turns: before a blank line or a form feed inside its run."""
    votes = 0
    for start in one.seen:
        run = runs[start]
        inner = text.lines[start + one.unit.size : run.last + 1]
        if any(line.gap or line.turns for line in inner) or (
            one.sightings and one.sightings[0].counter is not None and inner
        ):
            votes += 1
    footer = votes > len(one.seen) / 2
    return FindingKind.RUNNING_FOOTER if footer else FindingKind.RUNNING_HEADER


def _reasons(text: Text, one: _Judged) -> tuple[str, ...]:
    """What can be said of all occurrences: how often there are which, and the terms of the score."""
    size = one.unit.size
    starts = one.seen if one.title is None else (one.title, *one.seen)
    places = [evidence.place_of(text.lines[s : s + size]) for s in starts]
    said = [evidence.repeats(size, places)]
    said += [term.sentence for term in one.terms if term.sentence and term.weight > 0]
    if one.title is not None:
        said.append(evidence.is_title(places[0]))
    return tuple(said)


def _said(
    text: Text, run: Run, sighting: Sighting | None, reasons: tuple[str, ...]
) -> tuple[str, ...]:
    """The evidence for one occurrence: what is so of all, and the sentence it breaks."""
    said = []
    before, after = text.before(run), text.after(run)
    if sighting is not None and before is not None and after is not None:
        if sighting.interrupts >= INTERRUPTS:
            said.append(evidence.interrupts(before.text, after.text))
        if sighting.reads_on:
            said.append(evidence.reads_on(before.text, after.text))
    return (reasons[0], *said, *reasons[1:])
