"""Both texts whole, with every change marked: woven into one, and side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from sverka.language import Language
from sverka.model import BlockKind, Comparison, Side
from sverka.reports.fit_text import shown_mark
from sverka.reports.marked_text import JOINT, MARKS, MarkedPiece, PieceMark, Pieces
from sverka.weave import (
    ParagraphBreak,
    Woven,
    WovenPlace,
    changes_by_link,
    part_of,
    strands_of,
    woven_order,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that belong together: on either side, and woven into one text.

    `label` says where a moved passage came from or went; one that only says so has no text.
    """

    old: Pieces
    new: Pieces
    woven: Pieces
    label: str = ""
    is_heading: bool = False


def passages(comparison: Comparison, language: Language) -> tuple[Passage, ...]:
    """Both texts in the order of the revised one, what was deleted where it would stand."""
    changes = changes_by_link(comparison)
    found = []
    for place in woven_order(comparison):
        if place.moved_away:
            found.append(_moved_away(comparison, place, language))
            continue
        woven = strands_of(comparison, place.link, changes.get(place.link, ()))
        if place.new:
            new = comparison.alignment.links[place.link].new
            woven = part_of(woven, Side.NEW, new, place.new)
        found.append(_passage(comparison, place, woven, language))
    return tuple(found)


def _passage(
    comparison: Comparison, place: WovenPlace, woven: Woven, language: Language
) -> Passage:
    link = comparison.alignment.links[place.link]
    side, first = (Side.NEW, place.new[0]) if place.new else (Side.OLD, link.old[0])
    label = ""
    if link.moved and place.new[0] == link.new[0]:
        words = language.gettext("Moved here from paragraph {number}")
        label = words.format(number=link.old[0] + 1)
    return Passage(
        old=_side(woven, Side.OLD),
        new=_side(woven, Side.NEW),
        woven=tuple(_woven(woven)),
        label=label,
        is_heading=comparison.version(side).paragraphs[first].kind is BlockKind.HEADING,
    )


def _moved_away(comparison: Comparison, place: WovenPlace, language: Language) -> Passage:
    new = comparison.alignment.links[place.link].new
    words = language.gettext("Moved from here to paragraph {number}")
    return Passage((), (), (), words.format(number=new[0] + 1))


def _side(woven: Woven, side: Side) -> Pieces:
    """The paragraphs of one side, a line each, with the changes marked."""
    pieces: list[MarkedPiece] = []
    plain = ""
    for part in woven:
        if isinstance(part, ParagraphBreak):
            if part.ends(side):
                pieces += [MarkedPiece(plain), MarkedPiece("\n")]
                plain = ""
        elif part.change is None:
            plain += part.of(side)
        elif part.of(side):
            pieces += [MarkedPiece(plain), MarkedPiece(shown_mark(part.of(side)), MARKS[side])]
            plain = ""
    pieces.append(MarkedPiece(plain))
    return tuple(piece for piece in pieces if piece.text)


def _woven(woven: Woven) -> Iterator[MarkedPiece]:
    """The revised paragraphs with what was left out standing in them; ¶ for a split or a merge."""
    before = ""
    for part in woven:
        if isinstance(part, ParagraphBreak):
            if before:
                yield MarkedPiece(before)
            if part.change is not None:
                yield MarkedPiece(JOINT, PieceMark.NEW if part.in_new else PieceMark.OLD)
            before = "\n" if part.in_new else ""
            if before and part.change is not None:
                yield MarkedPiece(before)
                before = ""
            continue
        if part.change is None:
            if before + part.new:
                yield MarkedPiece(before + part.new)
        else:
            if before:
                yield MarkedPiece(before)
            for side in Side:
                if part.of(side):
                    yield MarkedPiece(shown_mark(part.of(side)), MARKS[side])
        before = ""
    if before:
        yield MarkedPiece(before)
