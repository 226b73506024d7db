"""Both texts whole, with every change marked: woven into one, and side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from sverka.language import Language
from sverka.model import PLAIN, BlockKind, Comparison, ObjectKind, Paragraph, Part, Side, Style
from sverka.reports.fit_text import shown_mark
from sverka.reports.marked_text import JOINT, MARKS, MarkedPiece, PieceMark, Pieces, look_shown
from sverka.weave import (
    ParagraphBreak,
    Woven,
    WovenPlace,
    changes_by_link,
    part_of,
    strands_of,
    woven_order,
)
from sverka.wording import part_name, picture_words


class CellPlace(NamedTuple):
    """Where a passage stands in the outermost table of `side`, columns and rows from 1."""

    side: Side
    table: int
    row: int
    column: int
    columns: int = 1


class PrintedBeside(NamedTuple):
    """What the file prints beside the words of a passage: its number, and its pictures named."""

    number: str = ""
    pictures: str = ""

    def around(self, pieces: Pieces) -> Pieces:
        """The pieces with the number before them and the pictures after them."""
        before = (MarkedPiece(f"{self.number} "),) if self.number and pieces else ()
        gap = " " if pieces else ""
        after = (MarkedPiece(gap + self.pictures, PieceMark.SAID),) if self.pictures else ()
        return (*before, *pieces, *after)


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs that belong together: on either side, and woven into one text.

    `label` says where a moved passage came from or went, and which part of the document it is where
    that is not the body; one that only says so has no text.
    `cell` is where it stands in a table of the woven text.
    """

    old: Pieces
    new: Pieces
    woven: Pieces
    label: str = ""
    is_heading: bool = False
    cell: CellPlace | None = None
    beside: tuple[PrintedBeside, PrintedBeside] = (PrintedBeside(), PrintedBeside())

    def printed(self, side: Side | None = None) -> Pieces:
        """One side, or the woven text, with what the file prints beside its words."""
        if side is Side.OLD:
            return self.beside[0].around(self.old)
        if side is Side.NEW:
            return self.beside[1].around(self.new)
        return self.beside[bool(self.new) or not self.old].around(self.woven)


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
    shown = [comparison.new.paragraphs[number] for number in place.new]
    is_whole = not place.new or place.new == link.new
    was = [comparison.old.paragraphs[number] for number in link.old if is_whole]
    paragraph = comparison.version(side).paragraphs[first]
    labels = []
    if paragraph.part is not Part.BODY:
        name = part_name(paragraph.part, language)
        labels.append(f"{name[:1].upper()}{name[1:]}")
    if link.moved and place.new and place.new[0] == link.new[0]:
        words = language.gettext("Moved here from paragraph {number}")
        labels.append(words.format(number=link.old[0] + 1))
    return Passage(
        old=_side(woven, Side.OLD, _Looks(was)),
        new=_side(woven, Side.NEW, _Looks(shown)),
        woven=tuple(_woven(woven, _Looks(shown))),
        label=" · ".join(labels),
        is_heading=paragraph.kind is BlockKind.HEADING,
        cell=_cell(paragraph, side),
        beside=(_beside(was, language), _beside(shown, language)),
    )


def _cell(paragraph: Paragraph, side: Side) -> CellPlace | None:
    """Where a paragraph stands in the table that holds all those it is nested in."""
    if paragraph.cell is None:
        return None
    *_inner, outer = paragraph.cell.outward()
    return CellPlace(side, outer.table, outer.row, outer.column, outer.columns)


def _beside(paragraphs: Sequence[Paragraph], language: Language) -> PrintedBeside:
    """The number printed before the first paragraph, and what the pictures of all show."""
    if not paragraphs:
        return PrintedBeside()
    pictures = (
        f"[{picture_words(one, language)}]"
        for paragraph in paragraphs
        for one in paragraph.objects
        if one.kind is ObjectKind.PICTURE
    )
    return PrintedBeside(paragraphs[0].label or "", " ".join(pictures))


def _moved_away(comparison: Comparison, place: WovenPlace, language: Language) -> Passage:
    link = comparison.alignment.links[place.link]
    words = language.gettext("Moved from here to paragraph {number}")
    cell = _cell(comparison.old.paragraphs[link.old[0]], Side.OLD)
    return Passage((), (), (), words.format(number=link.new[0] + 1), cell=cell)


class _Looks:
    """The paragraphs of a passage on one side, and how far they are shown: cut by their looks.

    Without paragraphs nothing is cut: of a passage that is a part of its link, nobody knows where
    in the original it begins.
    """

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._coming = iter(paragraphs)
        self._offset = self._at = 0
        self._stretches: list[_Stretch] = []
        self.ended()

    def passed(self, text: str) -> None:
        """Text that is shown as changed, which keeps the looks of a change."""
        self._offset += len(text)
        while self._at < len(self._stretches) and self._stretches[self._at].end <= self._offset:
            self._at += 1

    def ended(self) -> None:
        """The paragraph ends here, and the next begins."""
        paragraph = next(self._coming, None)
        self._offset = self._at = 0
        self._stretches = [] if paragraph is None else list(_stretches(paragraph))

    def cut(self, text: str, before: str = "") -> list[MarkedPiece]:
        """Text that is shown as it is, behind `before`."""
        pieces = []
        start = 0
        while start < len(text):
            is_in = self._at < len(self._stretches)
            one = self._stretches[self._at] if is_in else _Stretch(self._offset + len(text))
            shown = text[start : start + one.end - self._offset]
            start += len(shown)
            pieces.append(MarkedPiece(shown, look=one.look, is_link=one.is_link))
            self.passed(shown)
        if before and pieces and pieces[0] == MarkedPiece(pieces[0].text):
            return [MarkedPiece(before + pieces[0].text), *pieces[1:]]
        return [MarkedPiece(before), *pieces] if before else pieces


class _Stretch(NamedTuple):
    """Where a stretch of a paragraph ends that looks alike, and how it looks."""

    end: int
    look: Style = PLAIN
    is_link: bool = False


def _stretches(paragraph: Paragraph) -> Iterator[_Stretch]:
    """A paragraph cut where the looks that are shown change, or a link begins or ends."""
    links = [
        (one.offset, one.offset + one.length)
        for one in paragraph.objects
        if one.kind is ObjectKind.LINK
    ]
    looks = [(span.start, span.end) for span in paragraph.styles]
    ends = {place for both in (*looks, *links) for place in both} | {len(paragraph.text)}
    at_look = at_link = begin = 0
    last: _Stretch | None = None
    for end in sorted(ends - {0}):
        while at_look < len(looks) and looks[at_look][1] <= begin:
            at_look += 1
        while at_link < len(links) and links[at_link][1] <= begin:
            at_link += 1
        has_look = at_look < len(looks) and looks[at_look][0] <= begin
        look = _shown(paragraph.styles[at_look].style) if has_look else PLAIN
        one = _Stretch(end, look, at_link < len(links) and links[at_link][0] <= begin)
        if last is not None and last[1:] != one[1:]:
            yield last
        last, begin = one, end
    if last is not None:
        yield last


@lru_cache(maxsize=1024)
def _shown(style: Style) -> Style:
    return look_shown(partial(getattr, style))


def _side(woven: Woven, side: Side, looks: _Looks) -> Pieces:
    """The paragraphs of one side, a line each, with the changes marked."""
    pieces: list[MarkedPiece] = []
    plain = ""
    for part in woven:
        if isinstance(part, ParagraphBreak):
            if part.ends(side):
                pieces += [*looks.cut(plain), MarkedPiece("\n")]
                plain = ""
                looks.ended()
        elif part.change is None:
            plain += part.of(side)
        elif part.of(side):
            text = part.of(side)
            pieces += [*looks.cut(plain), MarkedPiece(shown_mark(text), MARKS[side])]
            plain = ""
            looks.passed(text)
    pieces += looks.cut(plain)
    return tuple(piece for piece in pieces if piece.text)


def _woven(woven: Woven, looks: _Looks) -> Iterator[MarkedPiece]:
    """The revised paragraphs with what was left out standing in them; ¶ for a split or a merge."""
    before = ""
    for part in woven:
        if isinstance(part, ParagraphBreak):
            if before:
                yield MarkedPiece(before)
            if part.change is not None:
                yield MarkedPiece(JOINT, PieceMark.NEW if part.in_new else PieceMark.OLD)
            before = "\n" if part.in_new else ""
            if part.in_new:
                looks.ended()
            if before and part.change is not None:
                yield MarkedPiece(before)
                before = ""
            continue
        if part.change is None:
            yield from looks.cut(part.new, before)
        else:
            if before:
                yield MarkedPiece(before)
            for side in Side:
                if part.of(side):
                    yield MarkedPiece(shown_mark(part.of(side)), MARKS[side])
            looks.passed(part.new)
        before = ""
    if before:
        yield MarkedPiece(before)
