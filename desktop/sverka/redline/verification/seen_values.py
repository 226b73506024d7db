"""What a document is seen as when it is verified: stories of paragraphs, tables and cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sverka.model import FlawCode, StoryName
from sverka.redline.verification.canonical_form import Form

THING = "\ufffc"
"""What stands in a text for a picture, a note's number, a formula."""


class Seen(NamedTuple):
    """How characters stand: their look, and the link, fields, controls and revisions around."""

    look: Form = ()
    link: Form = ()
    fields: tuple[str, ...] = ()
    controls: tuple[Form, ...] = ()
    revisions: tuple[Form, ...] = ()


ASPECTS = (
    ("look", FlawCode.LOOK),
    ("link", FlawCode.LINK),
    ("fields", FlawCode.FIELD),
    ("controls", FlawCode.CONTROL),
    ("revisions", FlawCode.OTHER_PROPERTY),
)


class SeenThing(NamedTuple):
    """An object at its place in a text: what it is, its form, and words to tell it by."""

    offset: int
    code: FlawCode
    told: Form
    words: str = ""


@dataclass(slots=True)
class Entry:
    """A paragraph, or the beginning of a table, a row or a cell, or the end of one.

    `spans` are stretches of the text that stand alike: how long, and how. `volatile` are the
    results of fields that are made anew anywhere, which are left out of `text`. `has_to_stay` is
    of a paragraph whose mark should go, and cannot.
    """

    kind: str
    text: str = ""
    facets: dict[FlawCode, object] = field(default_factory=dict)
    spans: list[tuple[int, Seen]] = field(default_factory=list)
    things: list[SeenThing] = field(default_factory=list)
    shown: str = ""
    has_to_stay: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What has to be equal before anything else is compared."""
        return self.kind, self.text

    @property
    def is_empty(self) -> bool:
        """Whether this is a paragraph without anything in it."""
        return self.kind == PARAGRAPH and not self.text and not self.things


PARAGRAPH, TABLE, ROW, CELL, END = "paragraph", "table", "row", "cell", "end"


class MarkPlace(NamedTuple):
    """Where a range of a bookmark or a comment begins and ends, in characters of its story."""

    start: int
    end: int


@dataclass(slots=True)
class SeenStory:
    """One story: its entries in order, and the marks in it by what they are.

    `part` is the part of the package it is in, with the number of a note; "text box" of a box.
    `results` are those of fields that are made anew anywhere, which are left out of the text.
    """

    name: StoryName
    part: str = ""
    entries: list[Entry] = field(default_factory=list)
    marks: dict[tuple[FlawCode, str], MarkPlace] = field(default_factory=dict)
    copies: list[tuple[str, str]] = field(default_factory=list)
    results: set[str] = field(default_factory=set)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is in it but empty paragraphs."""
        return all(entry.is_empty for entry in self.entries)


class SeenSection(NamedTuple):
    """A section: the paragraph it ends with, and what it is like without its headers."""

    paragraph: int
    told: Form


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A document, resolved: its stories by name, its sections, and what its settings say."""

    stories: Mapping[StoryName, SeenStory]
    sections: tuple[SeenSection, ...]
    settings: Mapping[str, Form]


def cell_of(entries: Sequence[Entry], number: int) -> tuple[tuple[int, int], ...]:
    """The row and column of the cell that an entry is in, of that of an outer table first."""
    path: list[list[int]] = []
    for entry in entries[: number + 1]:
        if entry.kind == TABLE:
            path.append([-1, -1])
        elif entry.kind == END and path:
            path.pop()
        elif entry.kind == ROW and path:
            path[-1] = [path[-1][0] + 1, -1]
        elif entry.kind == CELL and path:
            path[-1][1] += 1
    return tuple((row, column) for row, column in path if column >= 0)
