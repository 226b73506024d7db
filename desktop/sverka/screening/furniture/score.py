"""How strongly repeated lines look like page furniture: a sum of terms, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, log2
from statistics import mean, median, pstdev

from sverka.model import Reason, ReasonCode
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.lines.facts import counting, listing
from sverka.screening.lines.line_signs import (
    halts,
    is_address,
    is_label,
    is_list_item,
    is_numbered_word,
    starts_lower,
)
from sverka.text.signs import COMMAS, SENTENCE_ENDS


@dataclass(frozen=True, slots=True)
class ScoreTerm:
    """A weight and the reason for it, which those against lack."""

    weight: float
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """One occurrence of a repeated line, as far as its surroundings matter.

    `position` is in lines, `offset` in characters from the start of the text. `interrupts` is from
    0 (it stands between sentences) to 1 (in the middle of one). `beside` is the page number that
    stands with it, `counter` a number inside it. `reads_on` is whether the other version reads on
    without the line, `reads_on_within` whether it does so in the middle of a sentence. `breaks_off`
    is whether half a sentence ends before the line, `takes_up` whether one begins behind it,
    whatever stands on the other side: where pages end there may be a figure or a footnote.
    """

    position: int
    offset: int
    interrupts: float
    at_page_edge: bool | None = None
    reads_on: bool | None = None
    reads_on_within: bool = False
    beside: int | None = None
    counter: int | None = None
    breaks_off: bool = False
    takes_up: bool = False


@dataclass(frozen=True, slots=True)
class RepeatedWords:
    """What the repeated lines say of themselves, wherever they stand.

    `first` and `last` are the first and last of them; `worded` is whether letters make up most of
    them. `companions` is how many more lines repeat together with the first of them, `others` how
    many with all of them. `passage` is whether they run on from one to the next as text does,
    `named` whether they are a page number by their own words, `seeded` whether the other version
    has them as a page header, `renumbered` whether they have other numbers each time.
    """

    first: str
    last: str
    worded: bool = True
    companions: int = 0
    others: int = 0
    passage: bool = False
    named: bool = False
    seeded: bool = False
    renumbered: bool = False


def total(terms: Sequence[ScoreTerm]) -> float:
    """The score: the sum of the weights."""
    return sum(term.weight for term in terms)


def terms_of(wording: RepeatedWords, sightings: Sequence[Sighting], times: int) -> list[ScoreTerm]:
    """The terms for lines that are seen so.

    `times` is how often they stand in the file, the title counted in. The weights were measured
    once on labelled texts and are not meant to be turned for one text.
    """
    terms = (
        [ScoreTerm(min(weights.REPEATED_MOST, weights.REPEATED * log2(times)))] if times > 1 else []
    )
    distance, apart = _distance(sightings), _are_apart(sightings)
    if wording.companions and apart:
        weight = min(weights.TOGETHER_MOST, weights.TOGETHER * wording.companions)
        weight *= min(1.0, times / weights.TOGETHER_TIMES)
        others = wording.others
        said = counting(ReasonCode.REPEATS_TOGETHER, others) if others > 0 else None
        terms.append(ScoreTerm(weight, said))
    if wording.named:
        terms.append(ScoreTerm(weights.NAMED, Reason(ReasonCode.NUMBER_BY_WORDS)))
    if wording.seeded:
        terms.append(ScoreTerm(weights.SEEDED, Reason(ReasonCode.OTHER_HAS_HEADER)))
    if apart:
        terms += [*_counting(sightings, wording.renumbered), *_places(sightings)]
    else:
        terms.append(
            ScoreTerm(
                weights.TOO_NEAR if distance >= weights.SHORTEST_PAGE else weights.MUCH_TOO_NEAR
            )
        )
    terms += [*_sentences(sightings), *_against(wording)]
    return terms


def _distance(sightings: Sequence[Sighting]) -> float:
    """How many characters usually lie between two of them; boundless for a single one."""
    return median([b.offset - a.offset for a, b in pairwise(sightings)] or [inf])


def _are_apart(sightings: Sequence[Sighting]) -> bool:
    """Whether as much text lies between them as on a page; less only where they break sentences."""
    distance = _distance(sightings)
    broken = mean(sighting.interrupts for sighting in sightings)
    numbered = sum(sighting.beside is not None for sighting in sightings)
    cut = broken >= weights.SURELY and numbered >= weights.COUNTED_SHARE * len(sightings)
    least = weights.SHORTEST_CUT if cut else weights.SHORTEST_PAGE
    return distance >= weights.APART or (distance >= least and broken >= weights.APART_BROKEN)


def _counting(sightings: Sequence[Sighting], renumbered: bool) -> list[ScoreTerm]:
    terms = []
    beside = [(s.offset, s.beside) for s in sightings if s.beside is not None]
    if len(beside) >= weights.COUNTED_SHARE * len(sightings) and _counts_pages(beside):
        values = [value for _offset, value in beside]
        said = listing(ReasonCode.NUMBER_BESIDE, "numbers", values)
        weight = min(weights.BESIDE_MOST, weights.BESIDE_BASE + weights.BESIDE_EACH * len(values))
        terms.append(ScoreTerm(weight, said))
    inside = [(s.offset, s.counter) for s in sightings if s.counter is not None]
    others = renumbered and not inside and len(beside) == len(sightings)
    if others or _counts_something_else(sightings):
        terms.append(ScoreTerm(weights.COUNTS_ELSE))
    elif len(inside) >= weights.COUNTED_SHARE * len(sightings) and len(inside) > 1:
        weight = weights.INSIDE_PAGES if _counts_pages(inside) else weights.INSIDE
        values = [value for _offset, value in inside]
        terms.append(ScoreTerm(weight, listing(ReasonCode.NUMBER_INSIDE, "numbers", values)))
    return terms


def _counts_something_else(sightings: Sequence[Sighting]) -> bool:
    """Whether a number inside goes up every time, and not always as the page number beside it does.

    It numbers what stands on the pages then, such as figures, of which a page has one or several.
    """
    both = [
        (s.beside, s.counter) for s in sightings if s.beside is not None and s.counter is not None
    ]
    if len(both) < max(weights.FEWEST_COUNTED, len(sightings)):
        return False
    steps = [(b - a, d - c) for (a, c), (b, d) in pairwise(both)]
    rising = all(page > 0 and inside > 0 for page, inside in steps)
    return rising and any(page != inside for page, inside in steps)


def _counts_pages(counted: Sequence[tuple[int, int]]) -> bool:
    """Whether rising numbers do so about as fast as the text goes on: by one a page."""
    steps = [(after - before) / (b - a) for (before, a), (after, b) in pairwise(counted) if b > a]
    if not steps:
        return False
    page = median(steps)
    even = sum(1 for step in steps if page / weights.UNEVEN <= step <= page * weights.UNEVEN)
    return page >= weights.APART and even >= weights.EVEN_STEPS * len(steps)


def _places(sightings: Sequence[Sighting]) -> list[ScoreTerm]:
    terms = []
    edges = [s.at_page_edge for s in sightings if s.at_page_edge is not None]
    if len(edges) >= weights.FEWEST_EDGES:
        said = Reason(ReasonCode.AT_PAGE_EDGES, {"times": sum(edges), "count": len(edges)})
        terms.append(ScoreTerm(weights.AT_EDGES * (mean(edges) - 0.5), said))
    steps = [b.offset - a.offset for a, b in pairwise(sightings)]
    enough = len(steps) >= weights.FEWEST_STEPS and median(steps) >= weights.APART
    if enough and pstdev(steps) <= weights.EVEN_SPREAD * mean(steps):
        said = Reason(ReasonCode.EVEN_DISTANCES, {"characters": round(median(steps))})
        terms.append(ScoreTerm(weights.EVENLY, said))
    return terms


def _sentences(sightings: Sequence[Sighting]) -> list[ScoreTerm]:
    terms = []
    broken = mean(s.interrupts for s in sightings)
    if broken > 0:
        often = min(1.0, weights.BREAKS_TIMES / len(sightings))
        terms.append(ScoreTerm(weights.BREAKS * broken * often + weights.BREAKS_BASE))
    witnessed = [s.reads_on for s in sightings if s.reads_on is not None]
    if any(witnessed):
        # A paragraph that came in between two others is missing in the other version as well.
        share = min(1.0, weights.READS_ON_WHOLE + broken)
        terms.append(ScoreTerm(weights.READS_ON * mean(witnessed) * share))
    return terms


def _against(wording: RepeatedWords) -> list[ScoreTerm]:
    first, last = wording.first, wording.last
    terms = []
    if is_label(first) or (is_numbered_word(first) and not wording.named):
        terms.append(weights.LABEL)
    if is_list_item(first) and not wording.named:
        terms.append(weights.ITEM)
    if halts(last):
        terms.append(weights.HALTED)
    if last[-1] in SENTENCE_ENDS | COMMAS and not wording.named:
        terms.append(weights.STOPPED)
    if starts_lower(first) and not (wording.named or is_address(first)):
        terms.append(weights.LOWER)
    if wording.passage:
        terms.append(weights.PASSAGE)
    if not wording.worded and not wording.named:
        terms.append(weights.WORDLESS)
    return [ScoreTerm(weight) for weight in terms]
