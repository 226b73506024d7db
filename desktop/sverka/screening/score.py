"""How strongly repeated lines look like page furniture: a sum of terms, each with its sentence."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from statistics import mean, median, pstdev

from sverka.screening import evidence
from sverka.screening.marks import halts, is_label, is_list_item, starts_lower

CERTAIN = 4.0
SUSPECTED = 2.0


@dataclass(frozen=True, slots=True)
class Term:
    """One reason and its weight; reasons against have a negative weight and no sentence."""

    weight: float
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One occurrence of a repeated line, as far as its surroundings matter.

    `interrupts` is from 0 (a sentence ends before it) to 1 (a sentence goes on after it);
    `distance` is in characters to the occurrence before, None for the first.
    """

    position: int
    interrupts: float
    at_page_edge: bool | None = None
    reads_on: bool | None = None
    number_beside: int | None = None
    counter: int | None = None
    distance: int | None = None


def total(terms: Sequence[Term]) -> float:
    """The score: the sum of the weights."""
    return sum(term.weight for term in terms)


def terms_of(text: str, sightings: Sequence[Sighting], times: int, companions: int) -> list[Term]:
    """The terms for a line of this text that is seen so.

    `times` is how often it stands in the file, the title counted in; `companions` is how many more
    lines repeat together with it. The weights are those of notes/furniture.md: measured once on
    labelled texts and not meant to be turned.
    """
    terms = [Term(min(2.6, 0.55 * log2(times)))] if times > 1 else []
    if companions:
        weight = min(2.0, 0.6 * companions) * min(1.0, times / 6)
        terms.append(Term(weight, evidence.together(companions)))
    terms += _counting(sightings)
    terms += _places(sightings)
    terms += _sentences(sightings)
    terms += _against(text, sightings)
    return terms


def _counting(sightings: Sequence[Sighting]) -> list[Term]:
    terms = []
    beside = [s.number_beside for s in sightings if s.number_beside is not None]
    if len(beside) >= 2 and _mostly_rising(beside):
        terms.append(Term(min(2.4, 0.9 + 0.35 * len(beside)), evidence.counts_up(beside)))
    inside = [s.counter for s in sightings if s.counter is not None]
    if len(inside) >= 2 and _mostly_rising(inside):
        terms.append(Term(1.4, evidence.counter_inside(inside)))
    return terms


def _mostly_rising(values: Sequence[int]) -> bool:
    rising = sum(1 for a, b in itertools.pairwise(values) if 0 < b - a <= 30)
    return rising >= max(1, 0.8 * (len(values) - 1))


def _places(sightings: Sequence[Sighting]) -> list[Term]:
    terms = []
    edges = [s.at_page_edge for s in sightings if s.at_page_edge is not None]
    if len(edges) >= 2:
        terms.append(
            Term(3.2 * (mean(edges) - 0.5), evidence.at_page_edges(sum(edges), len(edges)))
        )
    steps = [b.position - a.position for a, b in itertools.pairwise(sightings)]
    if len(steps) >= 3 and median(steps) >= 12 and pstdev(steps) <= 0.45 * mean(steps):
        terms.append(Term(0.5, evidence.page_apart(round(median(steps)))))
    return terms


def _sentences(sightings: Sequence[Sighting]) -> list[Term]:
    terms = []
    broken = mean(s.interrupts for s in sightings) if sightings else 0.0
    if broken > 0:
        terms.append(Term(2.8 * broken * min(1.0, 5 / len(sightings)) + 0.8))
    witnessed = [s.reads_on for s in sightings if s.reads_on is not None]
    if witnessed and any(witnessed):
        terms.append(Term(4.0 * mean(witnessed)))
    return terms


def _against(text: str, sightings: Sequence[Sighting]) -> list[Term]:
    weights = []
    if is_label(text):
        weights.append(-1.8)
    if is_list_item(text):
        weights.append(-1.2)
    if halts(text):
        weights.append(-2.0)
    if text[-1] in ".!?…。！？؟,，、،":
        weights.append(-1.0)
    if starts_lower(text):
        weights.append(-1.0)
    close = [s for s in sightings if s.distance is not None and s.distance < 500]
    if close and mean(s.interrupts for s in close) < 0.5:
        weights.append(-1.5 * len(close) / max(1, len(sightings) - 1))
    if sum(map(str.isdigit, text)) > 0.5 * len(text.replace(" ", "")):
        weights.append(-1.0)
    return [Term(weight) for weight in weights]
