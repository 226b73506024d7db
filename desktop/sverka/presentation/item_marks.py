"""What is marked inside a paragraph and how the paragraph as a whole is signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sverka.language import Language
from sverka.model import ChangeKind, LinkKind, Side, Span
from sverka.presentation.comparison_index import Index, SideIndex
from sverka.presentation.pane_items import Item
from sverka.presentation.units import to_units


class Role(StrEnum):
    """What a mark means; each role has a colour, a sign and a second cue."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    FURNITURE = "furniture"
    ARTIFACT = "artifact"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class ItemMark:
    """A marked stretch [start, end) of an item's text, in UTF-16 units from the item's start.

    An empty one is a place: where text came in or went, or where a paragraph was cut. `strong` is
    the part of a changed word that differs. `change` is the index of the change whose whole span
    this is, or -1.
    """

    start: int
    end: int
    role: Role
    change: int = -1
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """How a paragraph is signed in the gutter; `tag_words` says the line above a moved one.

    `kind` is what became of it, where that is to be said; `elsewhere` are the paragraphs of the
    other version, from 0, that a moved one of `side` went to or came from.
    """

    sign: str = ""
    role: Role | None = None
    kind: LinkKind | None = None
    side: Side = Side.NEW
    elsewhere: tuple[int, ...] = ()


_LINK_SIGNS = {
    LinkKind.EQUAL: ("", None),
    LinkKind.EDITED: ("~", None),
    LinkKind.REWRITTEN: ("~", None),
    LinkKind.INSERTED: ("+", Role.INSERTION),
    LinkKind.DELETED: ("−", Role.DELETION),
    LinkKind.SPLIT: ("⑂", None),
    LinkKind.MERGED: ("⑃", None),
}


def signature(index: Index, side: Side, paragraph: int) -> Signature:
    """The sign of `paragraph`, from its link; nothing where its differences are ignored."""
    number = int(index.side(side).link_of[paragraph])
    link = index.comparison.alignment.links[number]
    if link.moved:
        sign = "↗" if side is Side.OLD else "↙"
        return Signature(sign, Role.MOVE, None, side, link.of(side.other))
    if not index.link_changes[number]:
        return Signature()
    sign, role = _LINK_SIGNS[link.kind]
    return Signature(sign, role, link.kind, side)


def tag_words(signature: Signature, language: Language) -> str:
    """The line above a moved paragraph: "↗ moved to paragraph 2"; empty for others."""
    if not signature.elsewhere:
        return ""
    words = (
        language.gettext("↗ moved to paragraph {number}")
        if signature.side is Side.OLD
        else language.gettext("↙ moved from paragraph {number}")
    )
    return words.format(number=", ".join(str(other + 1) for other in signature.elsewhere))


def sign_words(signature: Signature, language: Language) -> str:
    """The sign in a word, for those who hear it; empty where there is nothing to say."""
    return {
        LinkKind.EDITED: language.gettext("changed"),
        LinkKind.REWRITTEN: language.gettext("rewritten"),
        LinkKind.INSERTED: language.gettext("inserted"),
        LinkKind.DELETED: language.gettext("deleted"),
        LinkKind.SPLIT: language.gettext("split into several"),
        LinkKind.MERGED: language.gettext("merged into one"),
    }.get(signature.kind or LinkKind.EQUAL, "")


def marks(index: Index, side: Side, item: Item) -> tuple[ItemMark, ...]:
    """The marks of one TEXT item, in the order in which they are painted."""
    column = index.side(side)
    text = column.paragraphs[item.paragraph].text
    found = [*_changes(index, column, item), *_findings(index, column, item)]
    if not found:
        return ()
    piece = text[item.start : item.end]
    cut = [
        (max(start, item.start) - item.start, min(end, item.end) - item.start)
        for start, end, *__ in found
    ]
    starts = to_units(piece, (start for start, _end in cut))
    ends = to_units(piece, (end for _start, end in cut))
    return tuple(
        ItemMark(start, end, role, change, strong)
        for start, end, (_s, _e, role, change, strong) in zip(starts, ends, found, strict=True)
    )


_Found = tuple[int, int, Role, int, bool]


def _changes(index: Index, side: SideIndex, item: Item) -> Iterator[_Found]:
    role = Role.DELETION if side.side is Side.OLD else Role.INSERTION
    for number in side.changes_of(item.paragraph):
        change = index.comparison.changes[number]
        span, narrow = change.span(side.side), change.marks(side.side)
        if span is None or change.kind is ChangeKind.MOVE or not _inside(span, item):
            continue
        if span.start == span.end:
            yield span.start, span.end, _place_role(change.kind), number, False
            continue
        yield span.start, span.end, role, number, not narrow
        for mark in narrow:
            if mark.start < mark.end and _inside(mark, item):
                yield mark.start, mark.end, role, -1, True


def _place_role(kind: ChangeKind) -> Role:
    """An empty place shows the colour of what stands on the other side."""
    if kind is ChangeKind.INSERTION:
        return Role.INSERTION
    return Role.DELETION if kind is ChangeKind.DELETION else Role.MOVE


def _findings(index: Index, side: SideIndex, item: Item) -> Iterator[_Found]:
    for number in side.noticed.get(item.paragraph, ()):
        finding = index.comparison.findings[number]
        if finding.place is not None and _inside(finding.place, item):
            role = Role.FURNITURE if finding.kind.is_furniture else Role.ARTIFACT
            yield finding.place.start, finding.place.end, role, -1, False


def _inside(span: Span, item: Item) -> bool:
    if span.start == span.end:
        return item.start <= span.start <= item.end
    return span.start < item.end and span.end > item.start
