"""Page furniture in a PDF: lines that keep their height from page to page, at the pages' edges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from sverka.model import FindingKind, Tier
from sverka.screening import evidence
from sverka.screening.keys import counters_of, key_of
from sverka.screening.lines import Line
from sverka.screening.mark import Mark
from sverka.screening.numbers import page_number

_OUTERMOST = 8
_WINDOW = 8
_SAME_HEIGHT = 0.008
_SAME_SIZE = 0.35
_SAME_TEXT = 0.85
_EDGE = 0.08
_GAP = 0.018
_SHARE = 0.4
_UNMARKED = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A line near an edge of its page; heights are shares of the page's height from the top."""

    line: Line
    page: int
    top: bool
    rank: int
    height: float
    edge: float
    gap: float
    key: str
    size: float
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Support:
    """On which pages of the window the line comes back, and whether by a number that goes on."""

    pages: tuple[int, ...]
    window: int
    counts: bool

    @property
    def share(self) -> float:
        return len(self.pages) / self.window if self.window else 0.0


def page_furniture(lines: Sequence[Line], height: float | None) -> list[Mark]:
    """The running headers, footers and page numbers among printed lines, in reading order.

    `height` is that of a page in PDF points; where it is None the highest line tells.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.page is not None and line.box is not None:
            pages.setdefault(line.page, []).append(line)
    tallest = height or max((line.box[3] for line in lines if line.box), default=1.0)
    places = {page: _places(page, found, tallest) for page, found in pages.items()}
    accepted: dict[int, tuple[_Place, _Support]] = {}
    for page in sorted(places):
        for place in places[page]:
            support = _support(place, places)
            if _is_furniture(place, support):
                accepted[place.line.index] = (place, support)
    for page in sorted(places):
        _drop_buried(places[page], accepted)
    return _marks(lines, accepted)


def _places(page: int, lines: Sequence[Line], height: float) -> list[_Place]:
    """The outermost lines of a page, from the top and from the bottom."""
    boxes = [(line, line.box) for line in lines if line.box is not None]
    from_top = sorted(boxes, key=lambda pair: -pair[1][3])
    rows = [from_top[:_OUTERMOST], from_top[::-1][:_OUTERMOST]]
    places = []
    for top, row in zip((True, False), rows, strict=True):
        for rank, (line, box) in enumerate(row):
            middle = 1 - (box[1] + box[3]) / 2 / height
            if (middle <= 0.5) != top:
                continue
            places.append(
                _Place(
                    line=line,
                    page=page,
                    top=top,
                    rank=rank,
                    height=middle,
                    edge=(1 - box[3] / height) if top else box[1] / height,
                    gap=_gap(row, rank, box, top, height),
                    key=key_of(line.text),
                    size=line.size or (box[3] - box[1]),
                    numbers=counters_of(line.text),
                )
            )
    return places


def _gap(
    row: Sequence[tuple[Line, tuple[float, float, float, float]]],
    rank: int,
    box: tuple[float, float, float, float],
    top: bool,
    height: float,
) -> float:
    """The white between a line and the next one towards the middle of the page."""
    inner = [other for _line, other in row[rank + 1 :]]
    edges = [box[1] - other[3] if top else other[1] - box[3] for other in inner]
    below = [edge for edge in edges if edge > -0.3 * (box[3] - box[1])]
    return min(below, default=height) / height


def _support(place: _Place, places: Mapping[int, Sequence[_Place]]) -> _Support:
    found, counts, window = [], False, 0
    for page in range(place.page - _WINDOW, place.page + _WINDOW + 1):
        if page == place.page or page not in places:
            continue
        window += 1
        twin, counted = _twin(place, places[page])
        if twin:
            found.append(page)
            counts = counts or counted
    return _Support(tuple(found), window, counts)


def _twin(place: _Place, others: Sequence[_Place]) -> tuple[bool, bool]:
    """Whether the line comes back on another page, and whether by a number that goes on with it."""
    for other in others:
        if other.top != place.top or abs(other.height - place.height) > _SAME_HEIGHT:
            continue
        if abs(other.size - place.size) > _SAME_SIZE * max(other.size, place.size):
            continue
        counted = _counts(place, other)
        alike = Indel.normalized_similarity(place.key, other.key) >= _SAME_TEXT
        if alike and place.key.strip("# ") and (counted or place.numbers == other.numbers):
            return True, counted
        if counted and _is_numbered(place, other):
            return True, True
    return False, False


def _counts(place: _Place, other: _Place) -> bool:
    """Whether the numbers that differ do so by the distance of the pages."""
    a, b = _values(place), _values(other)
    if len(a) != len(b):
        return False
    steps = [y - x for x, y in zip(a, b, strict=True) if x != y]
    return bool(steps) and all(step == other.page - place.page for step in steps)


def _values(place: _Place) -> tuple[int, ...]:
    number = page_number(place.line.text)
    return (number.value,) if number else place.numbers


def _is_numbered(place: _Place, other: _Place) -> bool:
    """Whether both lines are page numbers, or begin or end with one."""
    return page_number(place.line.text) is not None and page_number(other.line.text) is not None


def _is_furniture(place: _Place, support: _Support) -> bool:
    if not support.pages or support.share < _SHARE:
        return False
    return place.edge < _EDGE or place.gap > _GAP


def _drop_buried(places: Sequence[_Place], accepted: dict[int, tuple[_Place, _Support]]) -> None:
    """Give up lines that have more than two lines of the text further out."""
    for top in (True, False):
        unmarked = 0
        for place in sorted((p for p in places if p.top is top), key=lambda p: p.rank):
            if place.line.index not in accepted:
                unmarked += 1
            elif unmarked > _UNMARKED:
                del accepted[place.line.index]


def _marks(lines: Sequence[Line], accepted: Mapping[int, tuple[_Place, _Support]]) -> list[Mark]:
    marks: list[Mark] = []
    for index in sorted(accepted):
        place, support = accepted[index]
        kind = _kind(place)
        before = marks[-1] if marks else None
        if (
            before
            and before.last == index - 1
            and before.kind is kind
            and _same_page(lines, before, index)
        ):
            marks[-1] = Mark(
                kind,
                before.first,
                index,
                before.tier,
                True,
                before.evidence,
                before.group + "\n" + place.key,
            )
        else:
            said = _sentences(place, support)
            marks.append(Mark(kind, index, index, Tier.CERTAIN, True, said, f"{kind}:{place.key}"))
    return marks


def _same_page(lines: Sequence[Line], before: Mark, index: int) -> bool:
    return lines[before.last].page == lines[index].page


def _kind(place: _Place) -> FindingKind:
    if page_number(place.line.text) is not None:
        return FindingKind.PAGE_NUMBER
    return FindingKind.RUNNING_HEADER if place.top else FindingKind.RUNNING_FOOTER


def _sentences(place: _Place, support: _Support) -> tuple[str, ...]:
    pages = sorted({place.page, *support.pages})
    said = [
        evidence.same_height(pages, place.top),
    ]
    if support.counts:
        said.append(evidence.counts_with_pages())
    return tuple(said)
