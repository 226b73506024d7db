"""Page numbers that no repeated line gives away: by words, by counting, by their neighbours."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import mean
from typing import Self

from rapidfuzz.distance import Indel

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.patterns import late_pattern
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark, covered
from sverka.screening.furniture.line_runs import LineRun, runs_of
from sverka.screening.furniture.number_chains import Chain, CountingNumber, best_chain, rising
from sverka.screening.furniture.page_evidence import breaks, of_pages
from sverka.screening.furniture.page_numbers import misread_number, number_reason
from sverka.screening.furniture.score import (
    RepeatedWords,
    Sighting,
    terms_of,
    total,
)
from sverka.screening.furniture.surroundings import ScreenedText
from sverka.screening.furniture.torn_sentences import are_torn, breaks_off, takes_up
from sverka.screening.lines import line_weights
from sverka.screening.lines.facts import interrupts, listing
from sverka.screening.lines.line_keys import key_of
from sverka.screening.lines.line_signs import is_label, is_numbered_word, starts_lower

_NUMBER_FIRST = late_pattern(r"(?P<number>\d{1,5})\s+(?P<rest>\S.*)")
_NUMBER_LAST = late_pattern(r"(?P<rest>.*\S)\s+(?P<number>\d{1,5})")

OF_FORMULAS = "(["
"""What the numbers of formulas and of references begin with."""

_GROUP = f"{FindingKind.PAGE_NUMBER}"


def number_marks(text: ScreenedText, marks: Sequence[FurnitureMark]) -> list[FurnitureMark]:
    """The page numbers of a text beside, among and apart from the furniture in `marks`."""
    known = covered(marks)
    runs = runs_of([*(i for i, mark in known.items() if mark.removed), *text.numbers])
    found: dict[int, FurnitureMark] = {}
    for mark in (
        *_named(text, runs),
        *_chained(text, runs),
        *_beside(text, runs, known),
    ):
        if mark.first not in known or not known[mark.first].removed:
            found.setdefault(mark.first, mark)
    return [*found.values(), *_at_the_end(text, found)]


def _at_the_end(text: ScreenedText, found: Mapping[int, FurnitureMark]) -> Iterator[FurnitureMark]:
    """The number that the text ends with, where it goes on the page numbers that were found.

    Nothing repeats beside it, and the last page may be of any length.
    """
    last = len(text.lines) - 1
    numbers = [text.numbers[i].value for i in sorted(found) if i in text.numbers]
    if last in found or last not in text.numbers or len(numbers) < 2:
        return
    value = text.numbers[last].value
    if value == numbers[-1] + 1:
        said = listing(ReasonCode.NUMBER_BESIDE, "numbers", [*numbers, value])
        yield _mark(last, Tier.CERTAIN, True, [said])


def _named(text: ScreenedText, runs: dict[int, LineRun]) -> Iterator[FurnitureMark]:
    """Numbers that come with a word such as "page", in the same form more than once."""
    forms: dict[str, list[int]] = {}
    for i, number in text.numbers.items():
        if number.named:
            forms.setdefault(key_of(text.lines[i].text), []).append(i)
    for form, places in forms.items():
        if len(places) < weights.NAMED_FEWEST:
            continue
        seen = [
            Sighting(
                position=i,
                offset=text.offsets[i],
                interrupts=text.interrupts(runs[i]),
                at_page_edge=text.at_page_edge(runs[i]),
                reads_on=text.reads_on(runs[i]),
                reads_on_within=text.reads_on_within(runs[i]),
                beside=text.numbers[i].value,
            )
            for i in places
        ]
        terms = terms_of(RepeatedWords(form, form, named=True), seen, len(places))
        score = total(terms)
        if score < weights.SUSPECTED:
            continue
        tier = Tier.CERTAIN if score >= weights.CERTAIN else Tier.SUSPECTED
        said = [term.reason for term in terms if term.reason and term.weight > 0]
        for sighting in seen:
            removed = tier is Tier.CERTAIN or (breaks(sighting) and of_pages(seen, numbered=1.0))
            here = _broken(text, runs[sighting.position], sighting.interrupts)
            yield _mark(sighting.position, tier, removed, [*here, *said])


def _chained(text: ScreenedText, runs: dict[int, LineRun]) -> Iterator[FurnitureMark]:
    """Numbers, alone or at either end of a header, that count up as pages do."""
    counted = [*_lone(text), *_in_headers(text)]
    counted.sort(key=lambda number: number.line)
    chain = best_chain(counted)
    if chain is None or not _is_convincing(text, chain, runs):
        return
    values = [n.value for n in chain.members]
    said = listing(ReasonCode.NUMBER_CHAIN, "numbers", values, characters=round(chain.page))
    for number in chain.members:
        run = runs.get(number.line, LineRun(number.line, number.line))
        here = _broken(text, run, text.interrupts(run))
        yield _mark(number.line, Tier.CERTAIN, True, [*here, said], number.worded)


def _is_convincing(text: ScreenedText, chain: Chain, runs: dict[int, LineRun]) -> bool:
    """Whether a chain counts pages, not chapters: long, with few gaps, breaking sentences."""
    if len(chain.members) < weights.SHORTEST_CHAIN or chain.coverage < weights.SPARSEST_CHAIN:
        return False
    places = [runs.get(n.line, LineRun(n.line, n.line)) for n in chain.members]
    edges = [edge for run in places if (edge := text.at_page_edge(run)) is not None]
    if edges and mean(edges) > weights.CHAIN_AT_EDGES:
        return True
    if _changes_words(text, chain):
        return True
    broken = [text.interrupts(run) for run in places]
    if are_torn(
        [breaks_off(text, run, len(places)) for run in places],
        [takes_up(text, run, len(places)) for run in places],
        _torn_share(chain),
    ):
        return True
    if any(number.worded for number in chain.members):
        return mean(each >= weights.SURELY for each in broken) >= weights.SURELY_SHARE
    return mean(each >= line_weights.INTERRUPTS for each in broken) >= weights.CHAIN_BREAKS


def _torn_share(chain: Chain) -> float:
    """The share of a chain that must stand beside half a sentence: less where no number lacks."""
    whole = (
        len(chain.members) >= weights.WHOLE_CHAIN_FEWEST and chain.coverage >= weights.WHOLE_CHAIN
    )
    return weights.WHOLE_CHAIN_TORN if whole else weights.CHAIN_TORN


def _changes_words(text: ScreenedText, chain: Chain) -> bool:
    """Whether the count goes on while the words beside it become others that come back as well.

    So do the headers of left and right pages, whose numbers stand on either side of them, and those
    of one chapter and the next, which follow each other. Headings are counted under one word.
    """
    worded = [_Worded.of(text.lines[n.line].text) for n in chain.members if n.worded]
    times = Counter(one.words for one in worded)
    often = [words for words, count in times.most_common() if count > 1]
    if sum(times[words] for words in often) < weights.COUNTED_SHARE * len(chain.members):
        return False
    others = [
        words
        for words in often[1:]
        if Indel.normalized_similarity(often[0], words) < weights.OTHER_WORDS
    ]
    sides = {words: {one.first for one in worded if one.words == words} for words in often}
    if any(sides[often[0]] | sides[words] == {False, True} for words in others):
        return all(len(side) == 1 for side in sides.values())
    stretches = [words for words, _ in groupby(one.words for one in worded)]
    return len(others) + 1 >= weights.CHAPTERS and len(stretches) == len(times)


@dataclass(frozen=True, slots=True)
class _Worded:
    """The words of a header as a key, and whether its number stands before them."""

    words: str
    first: bool

    @classmethod
    def of(cls, line: str) -> Self:
        """What a line with a number at either end says."""
        if match := _NUMBER_FIRST.fullmatch(line):
            return cls(key_of(match["rest"]), True)
        match = _NUMBER_LAST.fullmatch(line)
        return cls(key_of(match["rest"] if match else line), False)


def _lone(text: ScreenedText) -> Iterator[CountingNumber]:
    for i, line in enumerate(text.lines):
        number = text.numbers.get(i)
        if number is not None:
            if not number.roman and line.text[0] not in OF_FORMULAS:
                yield CountingNumber(i, text.offsets[i], number.value)
        elif (value := misread_number(line.text)) is not None:
            yield CountingNumber(i, text.offsets[i], value, weights.MISREAD_WEIGHT)


def _in_headers(text: ScreenedText) -> Iterator[CountingNumber]:
    """Numbers that begin or end a short line whose other words come back with other numbers."""
    found: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(text.lines):
        if i in text.numbers or len(line.text) > weights.LONGEST_HEADER:
            continue
        match = _NUMBER_FIRST.fullmatch(line.text) or _NUMBER_LAST.fullmatch(line.text)
        if match is None or not _may_be_header(match["rest"]) or is_numbered_word(line.text):
            continue
        found.setdefault(key_of(match["rest"]), []).append((i, int(match["number"])))
    for places in found.values():
        values = [value for _i, value in places]
        if len(places) >= 2 and len(set(values)) == len(values):
            for i, value in places:
                yield CountingNumber(i, text.offsets[i], value, weights.HEADER_WEIGHT, worded=True)


def _may_be_header(rest: str) -> bool:
    words = rest.strip()
    if starts_lower(words) or is_label(words):
        return False
    return sum(map(str.isalpha, words)) >= weights.HEADER_LETTERS and words[-1] not in ".!?;:,"


def _beside(
    text: ScreenedText, runs: dict[int, LineRun], known: dict[int, FurnitureMark]
) -> Iterator[FurnitureMark]:
    """Numbers that stand in one run with furniture, where the run has no more than two of them.

    Where most of these count up from run to run, the others are none of a page.
    """
    found: dict[LineRun, list[int]] = {}
    for i in text.numbers:
        run = runs[i]
        if any(k in known and known[k].removed for k in range(run.first, run.last + 1)):
            found.setdefault(run, []).append(i)
    beside = [lone for lone in found.values() if len(lone) <= weights.LONE_NUMBERS]
    fitting = rising([[text.numbers[i].value for i in lone] for lone in beside])
    sure = sum(value is not None for value in fitting)
    counts = sure >= max(weights.SHORTEST_CHAIN, weights.COUNTED_SHARE * len(beside))
    for lone, value in zip(beside, fitting, strict=True):
        for i in lone:
            if counts and text.numbers[i].value != value:
                continue
            run = runs[i]
            marked = [known[k] for k in range(run.first, run.last + 1) if k in known]
            tier = next(mark.tier for mark in marked if mark.removed)
            said = [number_reason(text.numbers[i]), Reason(ReasonCode.BESIDE_FURNITURE)]
            yield _mark(i, tier, True, said)


def _broken(text: ScreenedText, run: LineRun, interruption: float) -> list[Reason]:
    before, after = text.before(run), text.after(run)
    if interruption < line_weights.INTERRUPTS or before is None or after is None:
        return []
    return [interrupts(before, after)]


def _mark(
    i: int, tier: Tier, removed: bool, said: Iterable[Reason], header: bool = False
) -> FurnitureMark:
    kind = FindingKind.RUNNING_HEADER if header else FindingKind.PAGE_NUMBER
    return FurnitureMark(kind, (i,), tier, removed, tuple(said), _GROUP)
