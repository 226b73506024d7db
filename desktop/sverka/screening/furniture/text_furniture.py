"""Page furniture in text without layout: which lines repeat, count up or break into sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark, covered
from sverka.screening.furniture.line_runs import (
    LineRun,
    RepeatedUnit,
    numbers_of,
    runs_of,
    units_of,
)
from sverka.screening.furniture.lone_numbers import number_marks
from sverka.screening.furniture.loose_signs import loose_signs, with_loose_signs
from sverka.screening.furniture.number_chains import rising
from sverka.screening.furniture.page_evidence import breaks, of_pages, supported
from sverka.screening.furniture.score import (
    RepeatedWords,
    ScoreTerm,
    Sighting,
    terms_of,
    total,
)
from sverka.screening.furniture.single import single_marks
from sverka.screening.furniture.surroundings import ScreenedText
from sverka.screening.furniture.torn_sentences import breaks_off, takes_up
from sverka.screening.furniture.whole_runs import as_whole_runs, gone_together
from sverka.screening.lines.facts import interrupts, listing, place_of, reads_on
from sverka.screening.lines.layout import Layout
from sverka.screening.lines.line_keys import counters_of, key_of
from sverka.screening.lines.line_signs import first_number, is_label, is_numbered_word, is_worded
from sverka.screening.lines.text_lines import TextLine
from sverka.screening.lines.witness import Witness


@dataclass(frozen=True, slots=True)
class _Judged:
    """A unit with its score; `seen` are its occurrences without the title.

    `alike` is whether these are the same but for their numbers, `paged` whether they show that
    pages end where they stand.
    """

    unit: RepeatedUnit
    title: int | None
    seen: tuple[int, ...]
    sightings: tuple[Sighting, ...]
    wording: RepeatedWords
    terms: tuple[ScoreTerm, ...]
    score: float
    alike: bool
    paged: bool

    def is_furniture(self) -> bool:
        """Whether the unit is certainly furniture."""
        return self.paged and self.score >= weights.CERTAIN


def text_furniture(
    lines: Sequence[TextLine],
    layout: Layout,
    witness: Witness | None = None,
    seeds: frozenset[str] = frozenset(),
) -> list[FurnitureMark]:
    """The page furniture among the lines of a text that has no pages, in reading order.

    `layout` is how they are set, `witness` the other version, `seeds` the keys of the lines it has
    as page headers.
    """
    numbers = numbers_of(lines)
    text = ScreenedText(lines, layout, numbers, witness, seeds)
    judged = _accepted(text, units_of(lines, text.keys, numbers, layout))
    runs = runs_of([*_lines_of(judged), *numbers, *loose_signs(lines)])
    marks = [mark for one in judged if _is_telling(one) for mark in _marks(text, one, runs)]
    marks = gone_together(text, marks)
    numbered = number_marks(text, marks)
    judged = [one for one in judged if not _is_telling(one) and _is_beside_numbers(one, numbered)]
    marks += [mark for one in judged for mark in _marks(text, replace(one, paged=True), runs)]
    marks = _without(marks, covered(numbered)) + numbered
    marks += single_marks(text, marks)
    marks = with_loose_signs(lines, marks)
    return as_whole_runs(text, sorted(marks, key=lambda mark: mark.first))


def _without(
    marks: Sequence[FurnitureMark], counted: Mapping[int, FurnitureMark]
) -> list[FurnitureMark]:
    """The marks not better explained as numbered headers, nor like most that are."""
    taken = Counter(mark.group for mark in marks if mark.first in counted)
    return [
        mark
        for mark in marks
        if mark.first not in counted and (mark.removed or not taken[mark.group])
    ]


def _accepted(text: ScreenedText, units: Sequence[RepeatedUnit]) -> list[_Judged]:
    """The units that look like furniture.

    Scored twice: what stands around a unit is known only when neighbouring lines that repeat for
    reasons of their own have been left out.
    """
    between = [*text.numbers, *loose_signs(text.lines)]
    runs = runs_of([*(i for unit in units for i in _members(unit)), *between])
    first = [one for unit in units if (one := _judge(text, unit, runs)).score >= weights.WEAK]
    runs = runs_of([*(i for one in first for i in _members(one.unit)), *between])
    second = [_judge(text, one.unit, runs) for one in first]
    strong = {i for one in second if one.is_furniture() for i in _members(one.unit)}
    strong |= {i for i in loose_signs(text.lines) if strong.intersection((i - 1, i + 1))}
    beside = {one.unit.key for one in second if _is_beside(one, strong)}
    return [
        replace(one, paged=True) if one.unit.key in beside else one
        for one in second
        if one.score >= weights.SUSPECTED or one.unit.key in beside
    ]


def _is_telling(one: _Judged) -> bool:
    """Whether a reader should hear of it: repeats that disturb nothing are no news."""
    surely = any(s.interrupts >= weights.SURELY for s in one.sightings)
    return one.paged or (surely and one.alike)


def _is_beside(one: _Judged, strong: set[int]) -> bool:
    """Whether a weak unit stands right beside certain furniture, as a rule."""
    seen = one.seen
    beside = sum(1 for s in seen if s - 1 in strong or s + one.unit.size in strong)
    return len(seen) >= weights.NEXT_TO_FEWEST and beside >= weights.NEXT_TO_CERTAIN * len(seen)


def _is_beside_numbers(one: _Judged, numbered: Sequence[FurnitureMark]) -> bool:
    """Whether a unit that looks like furniture stands beside a certain page number as a rule.

    The number is one by its own words or by its place: what stands with it ends the page, too.
    """
    counted = {i for mark in numbered if mark.removed for i in mark.lines}
    own = _members(one.unit)
    least = weights.SUSPECTED if len(one.seen) > weights.FEW_PLACES else weights.CERTAIN
    if one.score < least or not one.alike or counted.intersection(own):
        return False
    beside = sum(s - 1 in counted or s + one.unit.size in counted for s in one.seen)
    return beside >= max(weights.NEXT_TO_FEWEST, weights.BESIDE_NUMBERS * len(one.seen))


def _members(unit: RepeatedUnit) -> list[int]:
    return [start + k for start in unit.starts for k in range(unit.size)]


def _lines_of(judged: Iterable[_Judged]) -> list[int]:
    return [s + k for one in judged for s in one.seen for k in range(one.unit.size)]


def _judge(text: ScreenedText, unit: RepeatedUnit, runs: dict[int, LineRun]) -> _Judged:
    starts = [s for s in unit.starts if s in runs]
    inside = _counters(text, unit, starts)
    counts = sum(value is not None for value in inside) >= max(
        weights.COUNTING_FEWEST, weights.COUNTING_SHARE * len(starts)
    )
    title = None if counts else _title(text, unit, starts, runs)
    if counts:
        # A heading in the same words, whose own number does not fit the count, is a heading.
        starts = [s for s, value in zip(starts, inside, strict=True) if value is not None]
    seen = tuple(s for s in starts if s != title)
    wording = _wording(text, unit, seen or unit.starts, runs)
    short = _once_a_run([s for s in seen if len(runs[s]) <= weights.LONGEST_RUN], runs)
    if not short or _is_of_captions(text, seen):
        return _Judged(unit, title, seen, (), wording, (), 0.0, False, False)
    beside = rising([_numbers_beside(text, unit, s, runs[s]) for s in short])
    own = dict(zip(starts, [v for v in inside if v is not None], strict=True)) if counts else {}
    broken = supported([text.interrupts(runs[s]) for s in short])
    numbered = _numbered_share(text, [runs[s] for s in short])
    sure = numbered >= weights.COUNTED_SHARE or _is_same_block(text, unit, short)
    times = len(short) if sure else None
    sightings = tuple(
        Sighting(
            position=s,
            offset=text.offsets[s],
            interrupts=interrupts,
            at_page_edge=text.at_page_edge(runs[s]),
            reads_on=text.reads_on(runs[s]),
            reads_on_within=text.reads_on_within(runs[s]),
            beside=number,
            counter=own.get(s),
            breaks_off=breaks_off(text, runs[s], times),
            takes_up=takes_up(text, runs[s], times),
        )
        for s, number, interrupts in zip(short, beside, broken, strict=True)
    )
    terms = terms_of(wording, sightings, len(_once_a_run(seen, runs)) + (title is not None))
    alike = len({_without_numbers(text.lines[s].text) for s in short}) == 1
    paged = of_pages(
        sightings,
        lines=unit.size,
        alike=alike,
        numbered=numbered,
        seeded=wording.seeded,
        certain=total(terms) >= weights.CERTAIN,
    )
    return _Judged(unit, title, seen, sightings, wording, tuple(terms), total(terms), alike, paged)


def _once_a_run(starts: Iterable[int], runs: dict[int, LineRun]) -> list[int]:
    """The first of the occurrences in each run: what a page has twice in a row, it has once."""
    return list({runs[s]: s for s in reversed(list(starts))}.values())[::-1]


def _is_same_block(text: ScreenedText, unit: RepeatedUnit, starts: Iterable[int]) -> bool:
    """Whether a unit of several lines comes back to the letter, its numbers too."""
    if unit.size < weights.SURE_BLOCK:
        return False
    return len({tuple(line.text for line in text.lines[s : s + unit.size]) for s in starts}) == 1


def _numbered_share(text: ScreenedText, runs: Sequence[LineRun]) -> float:
    """The share of the runs in which a page number stands alone."""
    return mean(any(i in text.numbers for i in range(run.first, run.last + 1)) for run in runs)


def _without_numbers(text: str) -> str:
    """The text as it stands but for its digits and spaces; the key is blind to its case, too."""
    return "".join(char for char in text if not (char.isdigit() or char.isspace()))


def _title(
    text: ScreenedText, unit: RepeatedUnit, starts: Sequence[int], runs: dict[int, LineRun]
) -> int | None:
    """The occurrence that is the title: at the top of the text, past a header in the same words.

    A few words may stand above it ("For release on Tuesday"), and where the other version goes on
    with it as this one does, it is a title wherever it stands.
    """
    at_top = [s for s in starts if runs[s].first == 0 and s < weights.LONGEST_RUN]
    if at_top:
        return at_top[-1]
    for start in starts:
        run = runs[start]
        if text.interrupts(run) == 0 and (
            _is_near_top(text, run) or _goes_on_with(text, unit, start)
        ):
            return start
    return None


def _is_near_top(text: ScreenedText, run: LineRun) -> bool:
    """Whether little stands above a run, and apart from it."""
    above = text.offsets[run.first] - text.offsets[0]
    return text.lines[run.first].gap > 0 and above <= weights.ABOVE_TITLE


def _goes_on_with(text: ScreenedText, unit: RepeatedUnit, start: int) -> bool:
    """Whether the other version has the unit together with what follows it here."""
    following = start + unit.size
    if text.witness is None or following >= len(text.lines):
        return False
    words = " ".join(line.text for line in text.lines[start:following])
    return text.witness.reads_on(words, text.lines[following].text)


def _wording(
    text: ScreenedText, unit: RepeatedUnit, seen: Sequence[int], runs: dict[int, LineRun]
) -> RepeatedWords:
    lines = text.lines[seen[0] : seen[0] + unit.size]
    lengths = sorted(len(runs[s]) for s in seen)
    return RepeatedWords(
        first=lines[0].text,
        last=lines[-1].text,
        worded=is_worded("".join(line.text for line in lines)),
        companions=min(weights.LONGEST_RUN, lengths[len(lengths) // 2]) - 1,
        others=min(weights.LONGEST_RUN, lengths[len(lengths) // 2]) - unit.size,
        passage=_is_passage(text, lines, text.lines[seen[0] + unit.size :][:1]),
        seeded=all(key_of(line.text) in text.seeds for line in lines),
        renumbered=_are_renumbered(text.lines[s].text for s in seen),
    )


def _are_renumbered(texts: Iterable[str]) -> bool:
    """Whether the lines have other numbers each time."""
    numbers = [counters_of(text) for text in texts]
    return len(numbers) >= weights.FEWEST_COUNTED and len(set(numbers)) == len(numbers)


def _is_passage(
    text: ScreenedText, lines: Sequence[TextLine], following: Sequence[TextLine]
) -> bool:
    """Whether lines run on as wrapped text does: then it is text that stands twice."""
    if (
        len(lines) > weights.LONGEST_RUN
        or sum(len(line.text) for line in lines) > weights.LONGEST_UNIT
    ):
        return True
    after = [*lines[1:], *following]
    breaks = list(zip(lines, after, strict=False))
    full = sum(1 for a, b in breaks if text.layout.is_wrapped(a, b.text) and b.gap == 0)
    return len(lines) >= 2 and full >= weights.WRAPPED_SHARE * len(breaks)


def _counters(text: ScreenedText, unit: RepeatedUnit, starts: Sequence[int]) -> list[int | None]:
    """The numbers inside the unit that go up from one occurrence to the next; None where none do.

    Those of numbered paragraphs ("Definition 3") go up too, but do not count pages.
    """
    if is_numbered_word(text.lines[starts[0]].text):
        return [None] * len(starts)
    parts = [[line.text for line in text.lines[s : s + unit.size]] for s in starts]
    if all(lines == parts[0] for lines in parts):
        return [None] * len(starts)  # A date has many numbers, and none of them goes up.
    return rising([[n for part in lines for n in counters_of(part)] for lines in parts])


def _is_of_captions(text: ScreenedText, starts: Sequence[int]) -> bool:
    """Whether the lines end with the number of the caption they stand under: its address, say."""
    if len(starts) < weights.CAPTIONS_FEWEST:
        return False
    return sum(_is_of_caption(text, s) for s in starts) >= weights.CAPTIONS_SHARE * len(starts)


def _is_of_caption(text: ScreenedText, start: int) -> bool:
    number = counters_of(text.lines[start].text)[-1:]
    above = range(max(0, start - weights.CAPTION_LINES), start)
    return bool(number) and any(
        not text.comes_back(i) and first_number(text.lines[i].text) == number[0] for i in above
    )


def _numbers_beside(text: ScreenedText, unit: RepeatedUnit, start: int, run: LineRun) -> list[int]:
    """The page numbers in the run, else the numbers inside the lines beside the unit."""
    lone = [text.numbers[i].value for i in range(run.first, run.last + 1) if i in text.numbers]
    if lone:
        return lone if len(lone) <= weights.LONE_NUMBERS else []
    found: list[int] = []
    for i in (*range(run.first, start), *range(start + unit.size, run.last + 1)):
        beside = text.lines[i].text
        if not is_numbered_word(beside) and not is_label(beside):
            found += counters_of(beside)
    return found


def _marks(text: ScreenedText, one: _Judged, runs: dict[int, LineRun]) -> list[FurnitureMark]:
    sightings = {s.position: s for s in one.sightings}
    size, certain = one.unit.size, one.is_furniture()
    suspected = one.paged and one.wording.worded and one.score >= weights.SUSPECTED
    reasons = _reasons(text, one)
    kind = _kind(text, one, runs)
    marks = []
    for start in one.seen:
        sighting = sightings.get(start)
        marks.append(
            FurnitureMark(
                kind=kind,
                lines=tuple(range(start, start + size)),
                tier=Tier.CERTAIN if certain else Tier.SUSPECTED,
                removed=certain or (suspected and sighting is not None and breaks(sighting)),
                reasons=_said(text, runs[start], sighting, reasons),
                group=f"{kind}:{one.unit.key}",
                breaks=sighting is not None and breaks(sighting),
            )
        )
    return marks


def _kind(text: ScreenedText, one: _Judged, runs: dict[int, LineRun]) -> FindingKind:
    """A footer stands before the page turns: before a form feed inside its run, or, where it has
    the page number, before a blank line.
    """
    counts = any(sighting.counter is not None for sighting in one.sightings)
    votes = 0
    for start in one.seen:
        inner = text.lines[start + one.unit.size : runs[start].last + 1]
        votes += any(line.turns or (counts and line.gap) for line in inner)
    footer = votes > len(one.seen) / 2
    return FindingKind.RUNNING_FOOTER if footer else FindingKind.RUNNING_HEADER


def _reasons(text: ScreenedText, one: _Judged) -> tuple[Reason, ...]:
    """What is so of all occurrences: how often and where they are, and the terms of the score."""
    size = one.unit.size
    starts = one.seen if one.title is None else sorted((one.title, *one.seen))
    places = [place_of(text.lines[s : s + size]) for s in starts]
    if size == 1:
        said = [listing(ReasonCode.LINE_REPEATS, "places", places)]
    else:
        said = [listing(ReasonCode.LINES_REPEAT, "places", places, lines=size)]
    said += [term.reason for term in one.terms if term.reason and term.weight > 0]
    if one.title is not None:
        place = place_of(text.lines[one.title :][:size])
        said.append(Reason(ReasonCode.TITLE_STAYS, {"place": place}))
    return tuple(said)


def _said(
    text: ScreenedText, run: LineRun, sighting: Sighting | None, reasons: tuple[Reason, ...]
) -> tuple[Reason, ...]:
    """The reasons for one occurrence: what is so of all, and the sentence it breaks."""
    said = []
    before, after = text.before(run), text.after(run)
    if sighting is not None and before is not None and after is not None:
        if breaks(sighting):
            said.append(interrupts(before, after))
        if sighting.reads_on:
            said.append(reads_on(before, after))
    return (reasons[0], *said, *reasons[1:])
