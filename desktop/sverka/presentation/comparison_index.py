"""Finds, for each paragraph, its link and its changes: arrays built once from a comparison."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from sverka.model import Change, ChangeKind, Comparison, Finding, Link, Paragraph, Side, Span
from sverka.presentation.table_grid import CellAt, cells_of

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SideIndex:
    """One version by paragraph. `link_of[p]` is the index of the link paragraph p stands in.

    The changes of paragraph p are `changes[offsets[p]:offsets[p + 1]]`, in reading order.
    `lengths` are in code points. `cells` are those of the paragraphs in tables. `set_aside` are the
    indexes of findings shown as chips and `noticed` of those whose text stayed, each by paragraph.
    """

    side: Side
    paragraphs: Sequence[Paragraph]
    lengths: Ints
    link_of: Ints
    offsets: Ints
    changes: Ints
    set_aside: dict[int, tuple[int, ...]]
    noticed: dict[int, tuple[int, ...]]
    cells: Mapping[int, CellAt] = field(default_factory=dict)

    def changes_of(self, paragraph: int) -> list[int]:
        """The indexes of the changes in `paragraph`."""
        found: list[int] = self.changes[
            self.offsets[paragraph] : self.offsets[paragraph + 1]
        ].tolist()
        return found


@dataclass(frozen=True, slots=True)
class Linked:
    """What links say of one version: link k has the paragraphs members[ends[k] - sizes[k]:ends[k]].

    The loops over hundreds of thousands of values run in C, by `map` and `attrgetter`: they stand
    between the arrival of a comparison and its first picture.
    """

    sizes: Ints
    members: Ints
    ends: Ints


@dataclass(frozen=True, slots=True)
class Index:
    """A comparison made quick to ask. `link_changes[k]` is how many changes link k has.

    `linked` is what the links say of the original and of the revised version. `alike` are, by
    link, the changes told elsewhere that were done there too; `references`, by paragraph of the
    revised version, the characters that name a number as it was, each with its change.
    """

    comparison: Comparison
    old: SideIndex
    new: SideIndex
    link_changes: Ints
    linked: tuple[Linked, Linked]
    alike: dict[int, tuple[int, ...]]
    references: dict[int, tuple[tuple[int, Span], ...]]

    def side(self, side: Side) -> SideIndex:
        """The index of one version."""
        return self.old if side is Side.OLD else self.new

    def told_in(self, link: int) -> list[tuple[int, Change]]:
        """The changes of a link with their indexes, in reading order, as they are in it."""
        joined = self.comparison.alignment.links[link]
        numbers = {
            number
            for side in Side
            for paragraph in joined.of(side)
            for number in self.side(side).changes_of(paragraph)
        }
        changes = self.comparison.changes
        return [(n, self.comparison.change_in(changes[n], link)) for n in sorted(numbers)]


def linked(links: Sequence[Link], side: Side) -> Linked:
    """The paragraphs of one version by link."""
    tuples = list(map(attrgetter(side.value), links))
    sizes = np.fromiter(map(len, tuples), np.int64, len(tuples))
    ends = np.cumsum(sizes)
    count = int(ends[-1]) if len(ends) else 0
    return Linked(sizes, np.fromiter(chain.from_iterable(tuples), np.int64, count), ends)


def index(comparison: Comparison) -> Index:
    """Build the index; linear in paragraphs, links, changes and findings."""
    links, changes = comparison.alignment.links, comparison.changes
    of_changes = np.fromiter(map(attrgetter("link"), changes), np.int64, len(changes))
    counts = np.bincount(of_changes, minlength=len(links)).astype(np.int64)
    for change in changes:
        if change.table_part is not None:
            counts[list(change.alike)] += 1
    members = linked(links, Side.OLD), linked(links, Side.NEW)
    old, new = map(_side, Side, (comparison, comparison), members)
    for change in changes:
        if change.kind is ChangeKind.MOVE and change.old is not None:
            # The move of a sentence is a change of the link it came from as well
            counts[old.link_of[change.old.paragraph]] += (
                old.link_of[change.old.paragraph] != change.link
            )
    return Index(comparison, old, new, counts, members, _alike(changes), _references(changes))


def _alike(changes: Sequence[Change]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for number, change in enumerate(changes):
        # A part of a table has a change of its own in each of its links.
        for link in change.alike if change.table_part is None else ():
            found.setdefault(link, []).append(number)
    return {link: tuple(numbers) for link, numbers in found.items()}


def _references(changes: Sequence[Change]) -> dict[int, tuple[tuple[int, Span], ...]]:
    found: dict[int, list[tuple[int, Span]]] = {}
    for number, spans in enumerate(map(attrgetter("references"), changes)):
        for span in spans:
            found.setdefault(span.paragraph, []).append((number, span))
    return {paragraph: tuple(named) for paragraph, named in found.items()}


def _side(side: Side, comparison: Comparison, members: Linked) -> SideIndex:
    paragraphs = comparison.version(side).paragraphs
    count = len(paragraphs)
    link_of = np.zeros(count, np.int64)
    link_of[members.members] = np.repeat(np.arange(len(members.sizes)), members.sizes)
    offsets, ids = _by_paragraph(side, comparison, count)
    return SideIndex(
        side,
        paragraphs,
        np.fromiter(map(len, map(attrgetter("text"), paragraphs)), np.int64, count),
        link_of,
        offsets,
        ids,
        *_findings(side, comparison.findings, count),
        cells_of(list(map(attrgetter("cell"), paragraphs))),
    )


def _by_paragraph(side: Side, comparison: Comparison, count: int) -> tuple[Ints, Ints]:
    spans = list(map(attrgetter(side.value), comparison.changes))
    touching = np.array([n for n, span in enumerate(spans) if span is not None], np.int64)
    there = [span for span in spans if span is not None]
    where = np.fromiter(map(attrgetter("paragraph"), there), np.int64, len(there))
    starts = np.fromiter(map(attrgetter("start"), there), np.int64, len(there))
    more = np.array(
        [
            (number, paragraph)
            for number, change in enumerate(comparison.changes)
            if change.table_part is not None
            for paragraph in comparison.paragraphs_of(change, side)[1:]
        ],
        np.int64,
    ).reshape(-1, 2)
    touching = np.concatenate((touching, more[:, 0]))
    where = np.concatenate((where, more[:, 1]))
    starts = np.concatenate((starts, np.zeros(len(more), np.int64)))
    by_place = np.lexsort((starts, where))
    order = touching[by_place]
    offsets = np.searchsorted(where[by_place], np.arange(count + 1))
    return offsets.astype(np.int64), order.astype(np.int64)


def _findings(
    side: Side, findings: Sequence[Finding], count: int
) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]:
    aside: dict[int, list[int]] = {}
    noticed: dict[int, list[int]] = {}
    for number, finding in enumerate(findings):
        place = finding.place
        if finding.side is not side or place is None or not count:
            continue
        kept = aside if is_chip(finding) else noticed
        kept.setdefault(min(place.paragraph, count - 1), []).append(number)
    return (
        {p: tuple(numbers) for p, numbers in aside.items()},
        {p: tuple(numbers) for p, numbers in noticed.items()},
    )


def is_chip(finding: Finding) -> bool:
    """Whether the finding's text was set aside, so that a chip stands in its place."""
    return finding.place is not None and finding.place.start == finding.place.end
