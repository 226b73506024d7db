"""Weaves both reading texts into one body with tracked changes, as the comparison says."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from sverka.model import Comparison, Link, Side
from sverka.readers.docx.wordprocessing import w
from sverka.redline.reading.clean_paragraphs import CleanStretch
from sverka.redline.reading.reading_texts import ReadingTexts
from sverka.redline.reading.woven_line import WovenLine
from sverka.redline.reading.woven_paragraphs import WovenParagraph, settle_end
from sverka.redline.revision_elements import Fate, Stamp
from sverka.weave import (
    ParagraphBreak,
    Strand,
    changes_by_link,
    is_of_sentences,
    strands_of,
    woven_order,
)


class CannotWeave(Exception):  # noqa: N818 - no trouble of the user's: another way is taken
    """The comparison is of a kind that is not woven into one body: it has tables, or links whose
    paragraphs do not follow one another.
    """


def woven_body(
    comparison: Comparison, texts: ReadingTexts, stamp: Stamp, *, moves: bool
) -> list[etree._Element]:
    """The blocks of the redline; CannotWeave where there are tables or scattered links."""
    weaver = _BodyWeaver(comparison, texts, stamp, moves)
    written = {side: set(texts.indexes(side)) for side in Side}
    changes = changes_by_link(comparison)
    for side in Side:
        if any(texts.of(side).paragraphs[index].cell is not None for index in written[side]):
            raise CannotWeave
    for place in woven_order(comparison):
        link = comparison.alignment.links[place.link]
        side = Side.NEW if link.new else Side.OLD
        if link.of(side)[0] not in written[side]:
            continue
        if place.moved_away:
            weaver.leave(place.link, link)
        elif place.new != tuple(link.new):
            raise CannotWeave
        else:
            woven = strands_of(comparison, place.link, changes.get(place.link, ()))
            weaver.weave(place.link, link, woven)
    return weaver.blocks()


@dataclass(slots=True)
class _Walked:
    """How far one side of a link is written."""

    paragraphs: tuple[int, ...]
    at: int = 0
    offset: int = 0

    @property
    def paragraph(self) -> int | None:
        """The paragraph that is written now, None where there is none."""
        return self.paragraphs[self.at] if self.at < len(self.paragraphs) else None


@dataclass(slots=True)
class _BodyWeaver:
    comparison: Comparison
    texts: ReadingTexts
    stamp: Stamp
    moves: bool
    paragraphs: list[WovenParagraph] = field(default_factory=list)
    names: dict[tuple[bool, int], str] = field(default_factory=dict)
    ranges: dict[str, str] = field(default_factory=dict)
    line: WovenLine = field(init=False)
    open: WovenParagraph = field(default_factory=WovenParagraph)
    walked: dict[Side, _Walked] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.line = WovenLine(self.stamp)

    def blocks(self) -> list[etree._Element]:
        """What was woven, the last paragraph staying."""
        settle_end(self.paragraphs)
        found: list[etree._Element] = []
        for one in self.paragraphs:
            found += [one.written(self.stamp), *one.after]
        return found or [etree.Element(w("p"))]

    def weave(self, number: int, link: Link, woven: tuple[Strand | ParagraphBreak, ...]) -> None:
        """Write a link where the revised version has it, or where the original had it."""
        moved = link.moved and bool(link.old)
        self.walked = {side: _Walked(tuple(link.of(side))) for side in Side}
        fates = {Side.OLD: Fate.DELETED, Side.NEW: Fate.INSERTED}
        with_move = moved and self.moves
        if with_move:
            fates[Side.NEW] = Fate.MOVED_HERE
            self._edge("moveTo", number, "Start")
        for piece in woven:
            if isinstance(piece, ParagraphBreak):
                self._end(piece.in_old and not moved, piece.in_new, fates, passed=piece.in_old)
            else:
                self._strand(piece, moved=moved, marked=with_move)
        self._end(bool(link.old) and not moved, bool(link.new), fates, passed=bool(link.old))
        if with_move:
            self._edge("moveTo", number, "End")

    def leave(self, number: int, link: Link) -> None:
        """Write what moved where it was."""
        fate = Fate.MOVED_AWAY if self.moves else Fate.DELETED
        if self.moves:
            self._edge("moveFrom", number, "Start")
        text = self.texts.old
        for index in link.old:
            stretches = list(text.stretches(index, 0, len(text.paragraphs[index].text)))
            self.open.elements += self.line.changed(stretches, fate)
            self.open.elements += self.line.comments_of(text, index)
            self.open.fate, self.open.old = fate, text.dresses[index]
            self._close()
        if self.moves:
            self._edge("moveFrom", number, "End")

    def _edge(self, kind: str, number: int, which: str) -> None:
        """The beginning or the end of paragraphs that moved."""
        element = self._range(kind, (True, number), which)
        where = self.open.elements if which == "Start" else self.paragraphs[-1].after
        where.append(element)

    def _range(self, kind: str, key: tuple[bool, int], which: str) -> etree._Element:
        """An end of the range of a move; both places of it share a name."""
        name = self.names.setdefault(key, f"move{len(self.names) + 1}")
        if which == "Start":
            element = self.stamp.element(f"{kind}RangeStart")
            element.set(w("name"), name)
            self.ranges[kind] = element.get(w("id"), "")
            return element
        element = etree.Element(w(f"{kind}RangeEnd"))
        element.set(w("id"), self.ranges[kind])
        return element

    def _sentence(self, number: int, old: list[CleanStretch], new: list[CleanStretch]) -> None:
        """Write sentences that moved from here, or to here."""
        for kind, stretches in (("moveFrom", old), ("moveTo", new)):
            if any(one.text for one in stretches):
                self.open.elements.append(self._range(kind, (False, number), "Start"))
                self.open.elements += self.line.changed(stretches, Fate(kind))
                self.open.elements.append(self._range(kind, (False, number), "End"))

    def _strand(self, strand: Strand, *, moved: bool, marked: bool) -> None:
        """Write a stretch: what both have, and around it what only one has."""
        old, new = (list(self._take(side, strand.of(side))) for side in Side)
        said = ["".join(one.text for one in stretches) for stretches in (old, new)]
        elements = self.open.elements
        if self.moves and not moved and self._is_sentence(strand):
            self._sentence(strand.change or 0, old, new)
        elif moved:
            here = Fate.MOVED_HERE if marked else Fate.INSERTED
            if strand.change is None or said[0] == said[1] or not marked:
                elements += self.line.changed(new, here)
            else:
                elements += self.line.deleted_where_it_went(old)
                elements += self.line.changed(new, Fate.INSERTED)
        elif said[0] == said[1]:
            elements += self.line.kept(old, new)
        elif strand.change is None:
            elements += self.line.alike(old, new)
        else:
            elements += self.line.replaced(old, new)

    def _is_sentence(self, strand: Strand) -> bool:
        """Whether a stretch went to another link, or came from one."""
        change = None if strand.change is None else self.comparison.changes[strand.change]
        return change is not None and is_of_sentences(self.comparison, change)

    def _take(self, side: Side, text: str) -> Iterator[CleanStretch]:
        """The stretches of the next characters of a side, whose label may stand beside it."""
        walked, own = self.walked[side], self.texts.of(side)
        index = walked.paragraph
        if index is None or not text:
            return
        start, end = walked.offset, walked.offset + len(text)
        walked.offset = end
        whole = len(self.comparison.version(side).paragraphs[index].text)
        cut = whole - len(own.paragraphs[index].text)
        yield from own.stretches(index, max(0, start - cut), max(0, end - cut))

    def _end(self, in_old: bool, in_new: bool, fates: dict[Side, Fate], *, passed: bool) -> None:
        """End the paragraph; `passed` is whether one of the original ends, be it elsewhere."""
        one = self.open
        for side, ends in ((Side.OLD, in_old), (Side.NEW, in_new)):
            index = self.walked[side].paragraph
            if ends and index is not None:
                one.elements += self.line.comments_of(self.texts.of(side), index)
                dress = self.texts.of(side).dresses[index]
                one.old, one.new = (dress, one.new) if side is Side.OLD else (one.old, dress)
        if not (in_old and in_new):
            one.fate = fates[Side.OLD] if in_old else fates[Side.NEW]
        for side, ends in ((Side.OLD, passed), (Side.NEW, in_new)):
            if ends:
                self.walked[side].at += 1
                self.walked[side].offset = 0
        if in_old or in_new:
            self._close()

    def _close(self) -> None:
        self.paragraphs.append(self.open)
        self.open = WovenParagraph()
