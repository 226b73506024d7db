"""What is marked inside a paragraph and how the paragraph as a whole is signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sverka.language import Language
from sverka.model import Category, Change, ChangeKind, LinkKind, Side, Span
from sverka.presentation.comparison_index import Index, SideIndex
from sverka.presentation.pane_items import Item, units_within
from sverka.weave import is_of_sentences
from sverka.wording import sign as sign_of


class Role(StrEnum):
    """What a mark means; each role has a colour, a sign and a second cue."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    FORMATTING = "formatting"
    """The words stayed; how they look, what they stand as, what stands beside them did not."""
    FURNITURE = "furniture"
    ARTIFACT = "artifact"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class ItemMark:
    """A marked stretch [start, end) of an item's text, in UTF-16 units from the item's start.

    An empty one is a place: where text came in or went, or where a paragraph was cut. `strong` is
    the part of a changed word that differs. `change` is the index of the change whose whole span
    this is, or -1. One `beside` the text is about the paragraph as a whole, not about words in it.
    """

    start: int
    end: int
    role: Role
    change: int = -1
    strong: bool = False
    beside: bool = False


class TextMark(NamedTuple):
    """A mark as in `ItemMark`, but [start, end) in code points of the paragraph."""

    start: int
    end: int
    role: Role
    change: int = -1
    strong: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """How a paragraph is signed in the gutter; `tag_words` says the line above a moved one.

    `kind` is what became of it, where that is to be said, `beside` what became of it where its
    words stayed; `elsewhere` are the paragraphs of the other version, from 0, that a moved one of
    `side` went to or came from.
    """

    sign: str = ""
    role: Role | None = None
    kind: LinkKind | None = None
    side: Side = Side.NEW
    elsewhere: tuple[int, ...] = ()
    beside: ChangeKind | None = None


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
    beside = _beside_words(index, side, paragraph, number)
    if beside is not None:
        return Signature(sign_of(beside), Role.FORMATTING, None, side, beside=beside)
    if not index.link_changes[number]:
        return Signature()
    sign, role = _LINK_SIGNS[link.kind]
    return Signature(sign, role, link.kind, side)


def _beside_words(index: Index, side: Side, paragraph: int, link: int) -> ChangeKind | None:
    """What became of a paragraph of which only that changed which is no word."""
    known, changes = index.side(side), index.comparison.changes
    kinds = [changes[number].kind for number in known.changes_of(paragraph)]
    if not kinds and not index.link_changes[link]:
        kinds = [changes[number].kind for number in index.alike.get(link, ())]
    if not kinds or any(kind.is_of_words or kind.is_structure for kind in kinds):
        return None
    return ChangeKind.OBJECT if ChangeKind.OBJECT in kinds else ChangeKind.FORMATTING


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
    if signature.beside is ChangeKind.OBJECT:
        return language.gettext("same words, something beside them changed")
    if signature.beside is not None:
        return language.gettext("same words, formatted otherwise")
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
    return in_item(text, item, found)


def in_item(text: str, item: Item, found: Sequence[TextMark]) -> tuple[ItemMark, ...]:
    """What is marked in a paragraph's `text`, as marks of an item that shows some of it."""
    units = units_within(text, item, [(mark.start, mark.end) for mark in found])
    return tuple(
        ItemMark(start, end, mark.role, mark.change, mark.strong, mark.beside)
        for (start, end), mark in zip(units, found, strict=True)
    )


def _changes(index: Index, side: SideIndex, item: Item) -> Iterator[TextMark]:
    role = Role.DELETION if side.side is Side.OLD else Role.INSERTION
    for number in side.changes_of(item.paragraph):
        change = index.comparison.changes[number]
        if change.table_part is not None:
            link = int(side.link_of[item.paragraph])
            change = index.comparison.change_in(change, link)
        span, narrow = change.span(side.side), change.marks(side.side)
        if span is None or not is_inside(span, item):
            continue
        if change.kind is ChangeKind.MOVE and not is_of_sentences(index.comparison, change):
            continue
        if change.alterations:
            whole = is_of_whole_paragraph(change, span, int(side.lengths[item.paragraph]))
            yield TextMark(span.start, span.end, Role.FORMATTING, number, beside=whole)
            continue
        if span.start == span.end:
            yield TextMark(span.start, span.end, _place_role(change.kind), number)
            continue
        yield TextMark(span.start, span.end, role, number, strong=not narrow)
        for mark in narrow:
            if mark.start < mark.end and is_inside(mark, item):
                yield TextMark(mark.start, mark.end, role, strong=True)
    yield from _told_elsewhere(index, side, item)


def is_of_whole_paragraph(change: Change, span: Span, length: int) -> bool:
    """Whether a change beside the words is about a paragraph, not about a stretch of it."""
    if change.kind is not ChangeKind.FORMATTING:
        return False
    whole = span.start == 0 and span.end >= length > 0
    return whole or Category.STRUCTURE in change.categories


def _told_elsewhere(index: Index, side: SideIndex, item: Item) -> Iterator[TextMark]:
    """What belongs to a change that stands in another paragraph."""
    if int(side.link_of[item.paragraph]) in index.alike:
        yield TextMark(item.start, item.end, Role.FORMATTING, beside=True)
    if side.side is Side.NEW:
        for number, span in index.references.get(item.paragraph, ()):
            if is_inside(span, item):
                yield TextMark(span.start, span.end, Role.FORMATTING, number)


def _place_role(kind: ChangeKind) -> Role:
    """An empty place shows the colour of what stands on the other side."""
    if kind is ChangeKind.INSERTION:
        return Role.INSERTION
    return Role.DELETION if kind is ChangeKind.DELETION else Role.MOVE


def _findings(index: Index, side: SideIndex, item: Item) -> Iterator[TextMark]:
    for number in side.noticed.get(item.paragraph, ()):
        finding = index.comparison.findings[number]
        if finding.place is not None and is_inside(finding.place, item):
            role = Role.FURNITURE if finding.kind.is_furniture else Role.ARTIFACT
            yield TextMark(finding.place.start, finding.place.end, role)


def is_inside(span: Span | TextMark, item: Item) -> bool:
    """Whether an item has some of a stretch of its paragraph, or the place where it is empty."""
    if span.start == span.end:
        return item.start <= span.start <= item.end
    return span.start < item.end and span.end > item.start
