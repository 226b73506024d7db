"""Finds the numbers that count up with the pages among other numbers."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sverka.screening.furniture import furniture_weights as weights


@dataclass(frozen=True, slots=True)
class CountingNumber:
    """A number that may be a page number: the line it stands on, the characters before it.

    `worded` says that other words of a header stand on its line.
    """

    line: int
    offset: int
    value: int
    weight: float = 1.0
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Numbers that count up with the pages; `page` is the usual length of one in characters."""

    members: tuple[CountingNumber, ...]
    page: float

    @property
    def coverage(self) -> float:
        """Which share of the numbers from the first to the last is there."""
        return len(self.members) / (self.members[-1].value - self.members[0].value + 1)


def best_chain(numbers: Sequence[CountingNumber]) -> Chain | None:
    """The heaviest chain in which values and offsets grow in step.

    `numbers` stand in reading order. A step of k pages must take about k times the text of one
    page; how much that is, the numbers themselves tell: the median over those whose successor
    follows them. A small dynamic programme looks back over the last LOOK_BACK numbers.
    """
    page = _page(numbers)
    if page is None:
        return None
    best = [number.weight for number in numbers]
    back = [-1] * len(numbers)
    for j, number in enumerate(numbers):
        for i in range(max(0, j - weights.LOOK_BACK), j):
            gain = _step(numbers[i], number, page)
            if gain > 0 and best[i] + gain > best[j]:
                best[j], back[j] = best[i] + gain, i
    path = [max(range(len(best)), key=lambda k: best[k])]
    while back[path[-1]] >= 0:
        path.append(back[path[-1]])
    return Chain(tuple(numbers[k] for k in reversed(path)), page)


def _step(before: CountingNumber, after: CountingNumber, page: float) -> float:
    """What the step adds to a chain; 0 where it cannot be a step of pages."""
    step = after.value - before.value
    distance = after.offset - before.offset
    if not 1 <= step <= weights.LARGEST_STEP or distance <= 0:
        return 0.0
    longer, shorter = distance / step / page, page * step / distance
    sure = after.worded and before.worded
    if longer > (weights.TOO_SHORT if sure else weights.TOO_LONG) or shorter > weights.TOO_SHORT:
        return 0.0
    gain = weights.STEP_GAIN - weights.STEP_UNEVEN * max(longer, shorter)
    return after.weight * gain - weights.STEP_SKIPPED * (step - 1)


def _page(numbers: Sequence[CountingNumber]) -> float | None:
    """How many characters a page takes, from numbers whose successor follows them."""
    places: dict[int, list[int]] = {}
    for number in numbers:
        places.setdefault(number.value, []).append(number.offset)
    distances = []
    for number in numbers:
        for step in (1, 2):
            later = places.get(number.value + step, [])
            k = bisect_left(later, number.offset + 1)
            if k < len(later):
                distance = (later[k] - number.offset) / step
                if weights.SMALLEST_PAGE <= distance <= weights.LARGEST_PAGE:
                    distances.append(distance)
                break
    return median(distances) if distances else None


def rising(candidates: Sequence[Sequence[int]]) -> list[int | None]:
    """One number for each place, so that they go up from place to place as page numbers do.

    `candidates` are the numbers found at each place. None where none of a place fits; the longest
    rise is taken, with the smallest steps.
    """
    skipped = (
        weights.PAGES_SKIPPED
        if len(candidates) > weights.FEW_PLACES
        else weights.PAGES_SKIPPED_OF_FEW
    )
    links: list[dict[int, tuple[float, int, int]]] = []
    open_ends: dict[int, tuple[float, int]] = {}
    for place, numbers in enumerate(candidates):
        here: dict[int, tuple[float, int, int]] = {}
        for number in dict.fromkeys(numbers[: weights.MOST_CANDIDATES]):
            best = (1.0, -1, -1)
            for step in range(1, skipped + 1):
                before = open_ends.get(number - step)
                if before is not None and before[0] + 1 - weights.RISE_SKIPPED * step > best[0]:
                    best = (before[0] + 1 - weights.RISE_SKIPPED * step, before[1], number - step)
            here[number] = best
        links.append(here)
        for number, best in here.items():
            open_ends[number] = (best[0], place)
    return _traced(links)


def _traced(links: Sequence[dict[int, tuple[float, int, int]]]) -> list[int | None]:
    chosen: list[int | None] = [None] * len(links)
    ends = [
        (best[0], -place, number)
        for place, here in enumerate(links)
        for number, best in here.items()
    ]
    if not ends:
        return chosen
    _score, negative, number = max(ends)
    place = -negative
    while place >= 0:
        chosen[place] = number
        _score, place, number = links[place][number]
    return chosen
