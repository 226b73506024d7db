"""Page numbers that no repeated line gives away: by words, by counting, by their neighbours."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import mean

from sverka.model import FindingKind, Tier
from sverka.screening import evidence
from sverka.screening.chains import Chain, Counted, best_chain
from sverka.screening.keys import key_of
from sverka.screening.mark import Mark, covered
from sverka.screening.marks import is_label, is_numbered_word, starts_lower
from sverka.screening.numbers import misread_number
from sverka.screening.runs import Run, runs_of
from sverka.screening.score import CERTAIN, SUSPECTED, Sighting, Wording, terms_of, total
from sverka.screening.surroundings import INTERRUPTS, Text

_SHORTEST_CHAIN = 4
_SPARSEST_CHAIN = 0.5
_BROKEN_SENTENCES = 0.15
_NUMBER_FIRST = re.compile(r"(?P<number>\d{1,5})\s+(?P<rest>\S.*)")
_NUMBER_LAST = re.compile(r"(?P<rest>.*\S)\s+(?P<number>\d{1,5})")
_LONGEST_HEADER = 120

_GROUP = f"{FindingKind.PAGE_NUMBER}"


def number_marks(text: Text, marks: Sequence[Mark]) -> list[Mark]:
    """The page numbers of a text beside, among and apart from the furniture in `marks`."""
    known = covered(marks)
    runs = runs_of([*(i for i, mark in known.items() if mark.removed), *text.numbers])
    found: dict[int, Mark] = {}
    for mark in (
        *_named(text, runs),
        *_chained(text, runs),
        *_beside(text, runs, known),
    ):
        if mark.first not in known or not known[mark.first].removed:
            found.setdefault(mark.first, mark)
    return [*found.values(), *_at_the_end(text, found)]


def _at_the_end(text: Text, found: Mapping[int, Mark]) -> Iterator[Mark]:
    """The number that the text ends with, where it goes on the page numbers that were found.

    Nothing repeats beside it, and the last page may be of any length.
    """
    last = len(text.lines) - 1
    numbers = [text.numbers[i].value for i in sorted(found) if i in text.numbers]
    if last in found or last not in text.numbers or len(numbers) < 2:
        return
    value = text.numbers[last].value
    if value == numbers[-1] + 1:
        yield _mark(last, Tier.CERTAIN, True, [evidence.counts_up([*numbers, value])])


def _named(text: Text, runs: dict[int, Run]) -> Iterator[Mark]:
    """Numbers that come with a word such as "page", in the same form more than once."""
    forms: dict[str, list[int]] = {}
    for i, number in text.numbers.items():
        if number.named:
            forms.setdefault(key_of(text.lines[i].text), []).append(i)
    for form, places in forms.items():
        if len(places) < 2:
            continue
        seen = [
            Sighting(
                position=i,
                offset=text.offsets[i],
                interrupts=text.interrupts(runs[i]),
                at_page_edge=text.at_page_edge(runs[i]),
                reads_on=text.reads_on(runs[i]),
                beside=text.numbers[i].value,
            )
            for i in places
        ]
        terms = terms_of(Wording(form, form, named=True), seen, len(places))
        score = total(terms)
        if score < SUSPECTED:
            continue
        tier = Tier.CERTAIN if score >= CERTAIN else Tier.SUSPECTED
        said = [term.sentence for term in terms if term.sentence and term.weight > 0]
        for sighting in seen:
            removed = tier is Tier.CERTAIN or sighting.interrupts >= INTERRUPTS
            here = _broken(text, runs[sighting.position], sighting.interrupts)
            yield _mark(sighting.position, tier, removed, [*here, *said])


def _chained(text: Text, runs: dict[int, Run]) -> Iterator[Mark]:
    """Numbers, alone or at either end of a header, that count up as pages do."""
    counted = [*_lone(text), *_in_headers(text)]
    counted.sort(key=lambda number: number.line)
    chain = best_chain(counted)
    if chain is None or not _is_convincing(text, chain, runs):
        return
    said = evidence.number_chain([n.value for n in chain.members], round(chain.page))
    for number in chain.members:
        run = runs.get(number.line, Run(number.line, number.line))
        here = _broken(text, run, text.interrupts(run))
        yield _mark(number.line, Tier.CERTAIN, True, [*here, said], number.worded)


def _is_convincing(text: Text, chain: Chain, runs: dict[int, Run]) -> bool:
    """Whether a chain counts pages, not chapters: long, with few gaps, breaking sentences."""
    if len(chain.members) < _SHORTEST_CHAIN or chain.coverage < _SPARSEST_CHAIN:
        return False
    if any(number.worded for number in chain.members):
        return True
    places = [runs.get(n.line, Run(n.line, n.line)) for n in chain.members]
    edges = [edge for run in places if (edge := text.at_page_edge(run)) is not None]
    if edges and mean(edges) > 0.5:
        return True
    return mean(text.interrupts(run) >= INTERRUPTS for run in places) >= _BROKEN_SENTENCES


def _lone(text: Text) -> Iterator[Counted]:
    for i, line in enumerate(text.lines):
        number = text.numbers.get(i)
        if number is not None:
            if not number.roman:
                yield Counted(i, text.offsets[i], number.value)
        elif (value := misread_number(line.text)) is not None:
            yield Counted(i, text.offsets[i], value, 0.8)


def _in_headers(text: Text) -> Iterator[Counted]:
    """Numbers that begin or end a short line whose other words come back with other numbers."""
    found: dict[str, list[tuple[int, int]]] = {}
    for i, line in enumerate(text.lines):
        if i in text.numbers or len(line.text) > _LONGEST_HEADER:
            continue
        match = _NUMBER_FIRST.fullmatch(line.text) or _NUMBER_LAST.fullmatch(line.text)
        if match is None or not _may_be_header(match["rest"]) or is_numbered_word(line.text):
            continue
        found.setdefault(key_of(match["rest"]), []).append((i, int(match["number"])))
    for places in found.values():
        values = [value for _i, value in places]
        if len(places) >= 2 and len(set(values)) == len(values):
            for i, value in places:
                yield Counted(i, text.offsets[i], value, 1.2, worded=True)


def _may_be_header(rest: str) -> bool:
    words = rest.strip()
    if starts_lower(words) or is_label(words):
        return False
    return sum(map(str.isalpha, words)) >= 4 and words[-1] not in ".!?;:,"


def _beside(text: Text, runs: dict[int, Run], known: dict[int, Mark]) -> Iterator[Mark]:
    """Numbers that stand in one run with furniture, where the run has no more than two of them."""
    for i, number in text.numbers.items():
        run = runs[i]
        around = range(run.first, run.last + 1)
        marked = [known[k] for k in around if k in known]
        if marked and sum(1 for k in around if k in text.numbers) <= 2:
            said = evidence.named_number() if number.named else evidence.bare_number()
            yield _mark(i, marked[0].tier, True, [said, evidence.touches()])


def _broken(text: Text, run: Run, interrupts: float) -> list[str]:
    before, after = text.before(run), text.after(run)
    if interrupts < INTERRUPTS or before is None or after is None:
        return []
    return [evidence.interrupts(before.text, after.text)]


def _mark(i: int, tier: Tier, removed: bool, said: Iterable[str], header: bool = False) -> Mark:
    kind = FindingKind.RUNNING_HEADER if header else FindingKind.PAGE_NUMBER
    return Mark(kind, (i,), tier, removed, tuple(said), _GROUP)
