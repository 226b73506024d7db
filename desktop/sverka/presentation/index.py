"""Finds, for each paragraph, its link and its changes: arrays built once from a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sverka.model import Change, Comparison, Finding, Paragraph, Side

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SideIndex:
    """One version by paragraph. `link_of[p]` is the index of the link paragraph p stands in.

    The changes of paragraph p are `changes[offsets[p]:offsets[p + 1]]`, in reading order.
    `lengths` are in code points. `set_aside` are the indexes of findings shown as chips and
    `noticed` of those whose text stayed, each by paragraph.
    """

    side: Side
    paragraphs: Sequence[Paragraph]
    lengths: Ints
    link_of: Ints
    offsets: Ints
    changes: Ints
    set_aside: dict[int, tuple[int, ...]]
    noticed: dict[int, tuple[int, ...]]

    def changes_of(self, paragraph: int) -> list[int]:
        """The indexes of the changes in `paragraph`."""
        found: list[int] = self.changes[
            self.offsets[paragraph] : self.offsets[paragraph + 1]
        ].tolist()
        return found


@dataclass(frozen=True, slots=True)
class Index:
    """A comparison made quick to ask. `link_changes[k]` is how many changes link k has."""

    comparison: Comparison
    old: SideIndex
    new: SideIndex
    link_changes: Ints

    def side(self, side: Side) -> SideIndex:
        """The index of one version."""
        return self.old if side is Side.OLD else self.new


def index(comparison: Comparison) -> Index:
    """Build the index; linear in paragraphs, links, changes and findings."""
    links = comparison.alignment.links
    counts = np.bincount(
        np.fromiter((c.link for c in comparison.changes), np.int64, len(comparison.changes)),
        minlength=len(links),
    ).astype(np.int64)
    old = _side(
        Side.OLD,
        comparison.old.paragraphs,
        [link.old for link in links],
        comparison.changes,
        comparison.findings,
    )
    new = _side(
        Side.NEW,
        comparison.new.paragraphs,
        [link.new for link in links],
        comparison.changes,
        comparison.findings,
    )
    return Index(comparison, old, new, counts)


def _side(
    side: Side,
    paragraphs: Sequence[Paragraph],
    linked: Sequence[tuple[int, ...]],
    changes: Sequence[Change],
    findings: Sequence[Finding],
) -> SideIndex:
    count = len(paragraphs)
    sizes = np.fromiter(map(len, linked), np.int64, len(linked))
    members = np.fromiter(chain.from_iterable(linked), np.int64, int(sizes.sum()))
    link_of = np.zeros(count, np.int64)
    link_of[members] = np.repeat(np.arange(len(linked)), sizes)
    offsets, ids = _by_paragraph(side, changes, count)
    return SideIndex(
        side,
        paragraphs,
        np.fromiter((len(p.text) for p in paragraphs), np.int64, count),
        link_of,
        offsets,
        ids,
        *_findings(side, findings, count),
    )


def _by_paragraph(side: Side, changes: Sequence[Change], count: int) -> tuple[Ints, Ints]:
    spans = [c.old for c in changes] if side is Side.OLD else [c.new for c in changes]
    where = np.fromiter((-1 if s is None else s.paragraph for s in spans), np.int64, len(spans))
    starts = np.fromiter((0 if s is None else s.start for s in spans), np.int64, len(spans))
    touching = np.flatnonzero(where >= 0)
    order = touching[np.lexsort((starts[touching], where[touching]))]
    offsets = np.searchsorted(where[order], np.arange(count + 1))
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
