"""Where in the revised version a place of the original would stand."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, zip_longest

from sverka.model import Comparison, Link, Paragraph


class Standing:
    """Paragraphs of the original that stayed in their order, each with its place in the revised."""

    def __init__(self, comparison: Comparison) -> None:
        stayed = [link for link in comparison.alignment.links if link.old and link.new]
        kept = sorted(_kept([link for link in stayed if not link.moved]))
        self._old = [old for old, _ in kept]
        # Between the paragraphs of one link may stand another, which is read behind the first.
        self._new = list(accumulate((new for _, new in kept), max))
        self._paragraphs = comparison.old.paragraphs, comparison.new.paragraphs

    def after(self, old: int) -> int | None:
        """The paragraph of the revised version that paragraph `old` of the original would follow.

        That is what the nearest kept paragraph up to `old` became; None where `old` would be first.
        Of another row of a table it follows the whole row, though columns changed places in it.
        """
        before = bisect_right(self._old, old) - 1
        if before < 0:
            return None
        new = self._new[before]
        paragraphs, others = self._paragraphs
        row = _row(others[new])
        if row is not None and _row(paragraphs[old]) != _row(paragraphs[self._old[before]]):
            while new + 1 < len(others) and _row(others[new + 1]) == row:
                new += 1
        return new


def _kept(links: list[Link]) -> Iterator[tuple[int, int]]:
    """Each old paragraph of the links, and the last new one of its link before the next begins."""
    links = sorted(links, key=lambda link: link.old[0])
    for link, following in zip_longest(links, links[1:]):
        end = link.new[-1] + 1
        if following is not None and following.new[0] > link.new[0]:
            end = following.new[0]
        last = max(new for new in link.new if new < end)
        yield from ((old, last) for old in link.old)


def _row(paragraph: Paragraph) -> tuple[int, int] | None:
    """The table and the row that a paragraph stands in, if any."""
    return None if paragraph.cell is None else (paragraph.cell.table, paragraph.cell.row)
