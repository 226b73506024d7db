"""Which unchanged paragraphs can be folded away on both sides, leaving some around changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.model import Link, Side
from sverka.presentation.comparison_index import Index

CONTEXT = 1
LEAST = 2


@dataclass(frozen=True, slots=True)
class Fold:
    """Paragraphs [first, last) of either version that are the same."""

    old: tuple[int, int]
    new: tuple[int, int]

    def side(self, side: Side) -> tuple[int, int]:
        """The paragraphs of one version."""
        return self.old if side is Side.OLD else self.new


def folds(index: Index, context: int = CONTEXT, least: int = LEAST) -> tuple[Fold, ...]:
    """The folds of a comparison: runs of at least `least` paragraphs that nothing is said of.

    `context` paragraphs stay before and after each change.
    """
    found = []
    for run in _runs(index):
        if len(run) - 2 * context < least:
            continue
        run = _whole_rows(index, run[context : len(run) - context])
        if len(run) < least:
            continue
        first, last = run[0], run[-1]
        found.append(Fold((first.old[0], last.old[0] + 1), (first.new[0], last.new[0] + 1)))
    return tuple(found)


def _whole_rows(index: Index, run: list[Link]) -> list[Link]:
    """The run without cells at its ends whose rows are not all in it."""
    first, last = 0, len(run)
    while first < last and _goes_on(index, run[first], -1):
        first += 1
    while first < last and _goes_on(index, run[last - 1], 1):
        last -= 1
    return run[first:last]


def _goes_on(index: Index, link: Link, by: int) -> bool:
    """Whether the paragraph after (1) or before (-1) a link stands in the same row of a table."""
    for side in Side:
        cells, paragraph = index.side(side).cells, link.of(side)[0]
        here, beside = cells.get(paragraph), cells.get(paragraph + by)
        if here and beside and (here.table, here.row) == (beside.table, beside.row):
            return True
    return False


def _runs(index: Index) -> Iterator[list[Link]]:
    """Runs of untouched links that follow one another on both sides."""
    spoken_of = {*index.old.set_aside, *index.old.noticed}
    spoken_of_new = {*index.new.set_aside, *index.new.noticed}
    counts = index.link_changes.tolist()
    run: list[Link] = []
    for number, link in enumerate(index.comparison.alignment.links):
        plain = (
            not counts[number]
            and not link.moved
            and len(link.old) == len(link.new) == 1
            and link.old[0] not in spoken_of
            and link.new[0] not in spoken_of_new
        )
        follows = (
            run
            and plain
            and (link.old[0], link.new[0])
            == (
                run[-1].old[0] + 1,
                run[-1].new[0] + 1,
            )
        )
        if run and not follows:
            yield run
            run = []
        if plain:
            run.append(link)
    if run:
        yield run
