"""Page furniture in a PDF: rows that keep their height from page to page, at the pages' edges."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from rapidfuzz.distance import Indel

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.edge_rows import (
    PrintedRow,
    by_page,
    margin_lines,
    rows_of,
    words_of,
)
from sverka.screening.furniture.furniture_mark import FurnitureMark
from sverka.screening.lines.boxes import box_of
from sverka.screening.lines.facts import listing
from sverka.screening.lines.text_lines import TextLine


@dataclass(frozen=True, slots=True)
class _Support:
    """The pages of the window on which a row comes back, and those where its number goes on."""

    pages: tuple[int, ...]
    counted: tuple[int, ...]
    window: int

    @property
    def share(self) -> float:
        return len(self.pages) / self.window if self.window else 0.0


def page_furniture(lines: Sequence[TextLine], height: float | None) -> list[FurnitureMark]:
    """The running headers, footers and page numbers among printed lines, in reading order.

    `height` is that of a page in PDF points; where it is None the highest line tells. A row is
    furniture where rows like it stand at the same height of enough pages around, and nothing of
    the text stands further out.
    """
    tallest = height or max((line.box[3] for line in lines if line.box), default=1.0)
    margins = margin_lines(lines)
    pages = by_page([line for line in lines if line.index not in margins])
    rows = {page: rows_of(found, page, tallest) for page, found in pages.items()}
    supports = {id(row): _support(row, rows) for found in rows.values() for row in found}
    accepted: dict[int, _Support] = {}
    for found in rows.values():
        for top in (True, False):
            side = sorted((r for r in found if r.top is top), key=lambda row: row.rank)
            accepted.update(_accepted(side, supports))
    accepted.update(_by_place(rows, supports, accepted, _usual_size(lines)))
    marks = [mark for found in rows.values() for mark in _marks(found, accepted)]
    marks += _in_margins([line for line in lines if line.index in margins], tallest)
    return sorted(marks, key=lambda mark: mark.first)


def edge_lines(lines: Sequence[TextLine], height: float | None) -> frozenset[int]:
    """The lines that stand in the outermost rows of their pages: where furniture can be at all."""
    tallest = height or max((line.box[3] for line in lines if line.box), default=1.0)
    return frozenset(
        line.index
        for page, found in by_page(lines).items()
        for row in rows_of(found, page, tallest)
        if row.rank < weights.OUTER_ROWS
        for line in row.lines
    )


def _in_margins(lines: Sequence[TextLine], height: float) -> Iterator[FurnitureMark]:
    """Lines beside the text that stand at one place of many pages."""
    places: dict[tuple[str, int, int], list[TextLine]] = {}
    for line in lines:
        if line.artifact:
            yield _margin_mark(line, Reason(ReasonCode.PART_OF_PAGE), height)
            continue
        left, bottom, _right, _top = box_of(line)
        grid = height * weights.MARGIN_GRID
        place = (line.text.casefold(), round(left / grid), round(bottom / grid))
        places.setdefault(place, []).append(line)
    for found in places.values():
        pages = sorted({line.page for line in found if line.page is not None})
        if len(pages) >= weights.FEW_PAGES and len(pages) >= weights.ROW_SHARE * (
            pages[-1] - pages[0] + 1
        ):
            said = listing(ReasonCode.IN_MARGIN, "pages", pages)
            yield from (_margin_mark(line, said, height) for line in found)


def _margin_mark(line: TextLine, said: Reason, height: float) -> FurnitureMark:
    upper = box_of(line)[1] > height / 2
    kind = FindingKind.RUNNING_HEADER if upper else FindingKind.RUNNING_FOOTER
    group = f"{kind}:{line.text.casefold()}"
    return FurnitureMark(kind, (line.index,), Tier.CERTAIN, True, (said,), group)


def _usual_size(lines: Sequence[TextLine]) -> float:
    return median([line.size for line in lines if line.size is not None] or [0.0])


def _support(row: PrintedRow, rows: Mapping[int, Sequence[PrintedRow]]) -> _Support:
    pages, counted, window = [], [], 0
    for page in range(row.page - weights.WINDOW, row.page + weights.WINDOW + 1):
        if page == row.page or page not in rows:
            continue
        window += 1
        for other in rows[page]:
            if abs(other.height - row.height) > weights.SAME_HEIGHT or not _same_place(row, other):
                continue
            counts = _counts(row, other)
            if counts or _same_words(row, other):
                pages.append(page)
                if counts:
                    counted.append(page)
                break
    return _Support(tuple(pages), tuple(counted), window)


def _same_place(row: PrintedRow, other: PrintedRow) -> bool:
    """Whether both stand at one height, in about one size."""
    return (
        other.top == row.top
        and abs(other.height - row.height) <= weights.SAME_HEIGHT
        and abs(other.size - row.size) <= weights.SAME_FONT * max(other.size, row.size)
    )


def _same_words(row: PrintedRow, other: PrintedRow) -> bool:
    """Whether both read alike, with the same numbers or with such as go on with the pages."""
    if not words_of(row):
        return False
    steps = _steps(row, other)
    if steps is None or any(step not in (0, other.page - row.page) for step in steps):
        return False
    return Indel.normalized_similarity(row.key, other.key, score_cutoff=weights.SAME_TEXT) > 0


def _steps(row: PrintedRow, other: PrintedRow) -> list[int] | None:
    """By how much each number of one row differs from that of the other; None if not one by one."""
    if len(row.numbers) != len(other.numbers):
        return None
    return [b - a for a, b in zip(row.numbers, other.numbers, strict=True)]


def _counts(row: PrintedRow, other: PrintedRow) -> bool:
    """Whether both have a page number, and it went up by the pages between them."""
    if row.number is not None and other.number is not None:
        return other.number - row.number == other.page - row.page
    if not row.numbers or not other.numbers:
        return False
    ends = zip(_outer_numbers(row), _outer_numbers(other), strict=True)
    return any(a is not None and b is not None and b - a == other.page - row.page for a, b in ends)


def _outer_numbers(row: PrintedRow) -> tuple[int | None, int | None]:
    """The number that the row begins with, and the one that it ends with."""
    words = row.text.split()
    first, last = words[0], words[-1]
    return (
        int(first) if first.isdecimal() and len(first) < weights.EDGE_DIGITS else None,
        int(last) if last.isdecimal() and len(last) < weights.EDGE_DIGITS else None,
    )


def _accepted(side: Sequence[PrintedRow], supports: Mapping[int, _Support]) -> dict[int, _Support]:
    """The furniture among the rows of one edge, which come from the outermost inwards."""
    found: list[PrintedRow] = []
    unmarked = 0
    for row in side:
        support = supports[id(row)]
        enough = support.share >= weights.ROW_SHARE and len(support.pages) >= min(
            weights.FEWEST_ALIKE, support.window
        )
        placed = row.edge < weights.ROW_EDGE or row.gap > weights.ROW_GAP or not unmarked
        if _is_tagged(row) or (enough and placed and unmarked <= weights.UNMARKED):
            found.append(row)
        else:
            unmarked += 1
    if len(found) > weights.MOST_ROWS:
        found = _set_apart(found)
    return {id(row): supports[id(row)] for row in found}


def _set_apart(rows: Sequence[PrintedRow]) -> list[PrintedRow]:
    """The outermost rows with white between them and the others: where so many rows come back,
    whole pages do, and only what is set apart from them is furniture.
    """
    last = max(
        (k for k, row in enumerate(rows[: weights.MOST_ROWS]) if row.gap > weights.ROW_GAP),
        default=-1,
    )
    return [*rows[: last + 1], *(row for row in rows[last + 1 :] if _is_tagged(row))]


def _is_tagged(row: PrintedRow) -> bool:
    return all(line.artifact for line in row.lines)


def _by_place(
    rows: Mapping[int, Sequence[PrintedRow]],
    supports: Mapping[int, _Support],
    accepted: Mapping[int, _Support],
    usual_size: float,
) -> dict[int, _Support]:
    """Outermost rows whose words change, at a height where most pages have a row of that kind.

    So are chapter headings found that serve as page headers for a page or two. They are no larger
    than the text, and half of them at least come back on another page.
    """
    found = {}
    for page, here in rows.items():
        for row in here:
            if id(row) in accepted or not _is_set_apart(row, here, accepted, usual_size):
                continue
            near = [
                other
                for number in range(page - weights.WINDOW, page + weights.WINDOW + 1)
                if number != page
                for other in rows.get(number, ())
                if _same_place(row, other)
                and (
                    id(other) in accepted
                    or _is_set_apart(other, rows[number], accepted, usual_size)
                )
            ]
            window = supports[id(row)].window
            again = sum(1 for other in near if supports[id(other)].pages)
            if (
                window >= weights.POSITION_FEWEST
                and len(near) >= weights.POSITION_SHARE * window
                and 2 * again >= len(near)
            ):
                pages = tuple(sorted({other.page for other in near}))
                found[id(row)] = _Support(pages, (), window)
    return found


def _is_set_apart(
    row: PrintedRow, rows: Sequence[PrintedRow], accepted: Mapping[int, _Support], usual_size: float
) -> bool:
    """Whether nothing but furniture stands further out, and white between it and the text."""
    outer = (r for r in rows if r.top == row.top and r.rank < row.rank)
    small = row.size <= weights.POSITION_FONT * usual_size
    return (
        small
        and row.edge < weights.POSITION_EDGES * weights.ROW_EDGE
        and row.gap > weights.ROW_GAP
        and all(id(r) in accepted for r in outer)
    )


def _marks(rows: Sequence[PrintedRow], accepted: Mapping[int, _Support]) -> Iterator[FurnitureMark]:
    """One mark for neighbouring rows of one edge and kind."""
    for top in (True, False):
        side = [row for row in rows if row.top is top and id(row) in accepted]
        side.sort(key=lambda row: row.height)
        groups: list[list[PrintedRow]] = []
        for row in side:
            if groups and _kind(groups[-1][-1]) is _kind(row):
                groups[-1].append(row)
            else:
                groups.append([row])
        for group in groups:
            supports = [accepted[id(row)] for row in group]
            kind = _kind(group[0])
            yield FurnitureMark(
                kind=kind,
                lines=tuple(sorted(line.index for row in group for line in row.lines)),
                tier=Tier.CERTAIN,
                removed=True,
                reasons=tuple(_reasons(group[0], supports)),
                group=f"{kind}:" + " ".join(words_of(row) for row in group),
            )


def _kind(row: PrintedRow) -> FindingKind:
    if row.number is not None and len(row.lines) == 1:
        return FindingKind.PAGE_NUMBER
    return FindingKind.RUNNING_HEADER if row.top else FindingKind.RUNNING_FOOTER


def _reasons(row: PrintedRow, supports: Sequence[_Support]) -> list[Reason]:
    pages = sorted({row.page, *(page for support in supports for page in support.pages)})
    said = [Reason(ReasonCode.PART_OF_PAGE)] if row.lines[0].artifact else []
    if len(pages) > 1:
        code = ReasonCode.AT_PAGE_TOPS if row.top else ReasonCode.AT_PAGE_BOTTOMS
        said.append(listing(code, "pages", pages))
    if any(support.counted for support in supports):
        said.append(Reason(ReasonCode.COUNTS_WITH_PAGES))
    return said
