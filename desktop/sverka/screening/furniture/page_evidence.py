"""Whether repeated lines show that pages end where they stand: without it nothing is set aside."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.score import Sighting
from sverka.screening.furniture.torn_sentences import are_torn
from sverka.screening.lines import line_weights


def of_pages(
    sightings: Sequence[Sighting],
    *,
    lines: int = 1,
    alike: bool = True,
    numbered: float = 0.0,
    seeded: bool = False,
    certain: bool = False,
) -> bool:
    """Whether lines that are seen so stand where pages end.

    Furniture falls where a page ends, whatever is being said there; a heading never stands inside a
    sentence. So some of its occurrences must break one, alone or as the other version shows, or
    stand at the edges of pages. That it repeats, counts, or comes back at even distances is so of
    headings too. `lines` is how many lines come back together, `alike` whether they are the
    same but for their numbers, `numbered` the share beside which a page number stands alone,
    `seeded` whether the other version has them as a page header, `certain` whether the score alone
    would make them furniture: then half a sentence beside them is enough.
    """
    edges = [s.at_page_edge for s in sightings if s.at_page_edge is not None]
    if len(edges) >= weights.FEWEST_EDGES and mean(edges) >= weights.PAGE_EDGES:
        return True
    surely = sum(s.interrupts >= weights.SURELY for s in sightings)
    likely = sum(map(breaks, sightings))
    confirmed = (
        seeded
        or numbered == 1
        or any(s.at_page_edge and breaks(s) for s in sightings)
        or any(s.reads_on and s.interrupts >= line_weights.MEET for s in sightings)
    )
    times = len(sightings)
    if sum(s.reads_on_within for s in sightings) >= max(1, weights.LIKELY_CONFIRMED * times):
        return True
    same = lines >= weights.BLOCK_LINES or (times > 1 and (alike or times > weights.FEW_PLACES))
    if (confirmed or same) and surely >= max(1, weights.SURELY_SHARE * times):
        return True
    breaking = [s.breaks_off for s in sightings]
    counted = numbered >= weights.COUNTED_SHARE
    taking = [s.takes_up for s in sightings]
    if (
        certain
        and alike
        and are_torn(breaking, taking, numbered=counted, counted=_each_has_the_next(sightings))
    ):
        return True
    if confirmed:
        return likely > 0 and likely >= weights.LIKELY_CONFIRMED * times
    return likely >= max(weights.LIKELY_FEWEST, weights.LIKELY_SHARE * times)


def _each_has_the_next(sightings: Sequence[Sighting]) -> bool:
    """Whether the page numbers beside them go up in one step as a rule: by one, or by two where
    left and right pages have headers of their own.
    """
    numbers = [s.beside for s in sightings if s.beside is not None]
    if len(numbers) < max(weights.COUNTED_FEWEST, weights.COUNTED_SHARE * len(sightings)):
        return False
    steps = Counter(after - before for before, after in pairwise(numbers))
    step, times = steps.most_common(1)[0]
    return step in (1, 2) and times >= weights.COUNTED_STEPS * (len(numbers) - 1)


def breaks(sighting: Sighting) -> bool:
    """Whether the line stands in the middle of a sentence there."""
    return sighting.interrupts >= line_weights.INTERRUPTS


def supported(broken: Sequence[float]) -> list[float]:
    """How surely each occurrence interrupts a sentence, where the others do so, too.

    That one paragraph ends openly in a full line is chance; that it is so before all the
    occurrences of a line is none.
    """
    least, times = weights.SUPPORT_FEWEST, len(broken)
    likely = sum(each >= line_weights.INTERRUPTS for each in broken)
    perhaps = sum(each >= line_weights.PERHAPS for each in broken)
    if likely >= max(least - 1, weights.LIKELY_SHARE * times):
        floor = line_weights.BARELY
    elif times >= least and perhaps >= weights.SUPPORT * times:
        floor = line_weights.PERHAPS
    else:
        return list(broken)
    return [max(each, line_weights.INTERRUPTS) if each >= floor else each for each in broken]
