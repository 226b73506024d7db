"""The whole result: two versions as they were read, how they hang together, and what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from sverka.model.alignment import Alignment, Link
from sverka.model.change import Category, Change, ChangeKind, Span
from sverka.model.document import Aspect, Document, Notice, Part, Side
from sverka.model.options import Options
from sverka.model.screening import Finding, Paragraph, Screening


@dataclass(frozen=True, slots=True)
class Inspection:
    """One version: the document, its reading text and its findings."""

    document: Document
    screening: Screening

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The reading text."""
        return self.screening.paragraphs

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed in this version."""
        return self.screening.findings

    def stream(self, part: Part) -> tuple[int, ...]:
        """The indexes of the paragraphs of the reading text that belong to one stream.

        Headers and footers are not in the reading text; in a comparison those that differ from
        their like in the other version stand behind it.
        """
        return tuple(i for i, one in enumerate(self.paragraphs) if one.part is part)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many changes the options left out, each counted once.

    That is for the stream it stands in, for a category or for a pattern, whichever comes first.
    """

    by_category: Mapping[Category, int] = field(default_factory=dict)
    by_pattern: int = 0
    by_part: Mapping[Part, int] = field(default_factory=dict)

    @property
    def changes(self) -> int:
        """All that were left out."""
        apart = sum(self.by_category.values()) + sum(self.by_part.values())
        return apart + self.by_pattern


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a comparison. A change with several categories counts in each of them.

    `left_out` are the changes that the options ignore; no other figure counts them.
    """

    changes: int
    by_kind: Mapping[ChangeKind, int]
    by_category: Mapping[Category, int]
    old_words: int
    new_words: int
    unchanged_words: int
    left_out: LeftOut = LeftOut()

    def words(self, side: Side) -> int:
        """How many words one version has."""
        return self.old_words if side is Side.OLD else self.new_words


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Something that the changes say nothing of, though a version carries it.

    `held` are the versions that do. `differing` is in how many paragraphs of the same words it is
    plainly not the same; 0 where nobody looked, since only one version or format tells it.
    """

    aspect: Aspect
    held: tuple[Side, ...]
    differing: int = 0


@dataclass(frozen=True, slots=True)
class TableHeads:
    """The paragraphs that name the rows of a table, and its columns, each by its number."""

    rows: Mapping[int, int]
    columns: Mapping[int, int]


def moved_together(change: Change, links: Sequence[Link]) -> tuple[int, ...]:
    """The indexes of the links of the paragraphs that moved together as `change`, in their order.

    None where only sentences moved, from the paragraphs of one link to those of another.
    """
    if change.old is None or change.old.paragraph not in links[change.link].old:
        return ()
    together = change.paragraphs(Side.NEW)
    behind = ((number, links[number]) for number in range(change.link, len(links)))
    within = takewhile(lambda one: not one[1].new or one[1].new[0] in together, behind)
    return tuple(number for number, link in within if link.old and link.new)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What `compare` returns. `findings` are those of both sides, with a verdict each.

    `compared` is what was held against each other beside the words, of what a version carries and
    both formats tell, whatever the options leave out of it; `not_compared` is what "nothing
    changed" does not speak of. `heads` are by the numbers of the tables of either
    version what names their rows and columns.
    """

    old: Inspection
    new: Inspection
    options: Options
    alignment: Alignment
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    statistics: Statistics
    notices: tuple[Notice, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    compared: tuple[Aspect, ...] = ()
    heads: Mapping[Side, Mapping[int, TableHeads]] = field(default_factory=dict)

    def version(self, side: Side) -> Inspection:
        """One of the two versions."""
        return self.old if side is Side.OLD else self.new

    def moved_links(self, change: Change) -> tuple[Link, ...]:
        """The links of the paragraphs that moved together as `change`.

        None where only sentences moved, from the paragraphs of one link to those of another.
        """
        links = self.alignment.links
        moved = change.links if change.table_part is not None else moved_together(change, links)
        return tuple(links[number] for number in moved)

    def paragraphs_of(self, change: Change, side: Side) -> tuple[int, ...]:
        """The paragraphs that a change stands in on one side: of a part of a table all of its."""
        if change.table_part is None:
            return tuple(change.paragraphs(side))
        if change.span(side) is None:
            return ()
        links = self.alignment.links
        return tuple(sorted(p for number in change.links for p in links[number].of(side)))

    def change_in(self, change: Change, link: int) -> Change:
        """The change of a part of a table as it is in one of its links: whole paragraphs.

        Any other change is as it is.
        """
        if change.table_part is None or link == change.link:
            return change
        return replace(
            change,
            old=change.old and self._whole(Side.OLD, link),
            new=change.new and self._whole(Side.NEW, link),
        )

    def _whole(self, side: Side, link: int) -> Span | None:
        numbers = self.alignment.links[link].of(side)
        if not numbers:
            return None
        return Span(numbers[0], 0, len(self.version(side).paragraphs[numbers[0]].text))
