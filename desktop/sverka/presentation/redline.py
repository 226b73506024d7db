"""Both versions in one text: what went stands struck out before what came in its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import overload

import numpy as np

from sverka.model import (
    Attribute,
    Change,
    ChangeKind,
    Finding,
    Object,
    ObjectKind,
    Paragraph,
    Side,
    Span,
    StyleSpan,
)
from sverka.presentation.comparison_index import Index, SideIndex
from sverka.presentation.item_marks import (
    ItemMark,
    Role,
    Signature,
    TextMark,
    in_item,
    is_inside,
    is_of_whole_paragraph,
    signature,
)
from sverka.presentation.pane_items import Item, PaneColumn, column
from sverka.presentation.pane_texts import Ranges
from sverka.presentation.shown_looks import spans_within
from sverka.presentation.table_grid import CellAt
from sverka.weave import ParagraphBreak, Strand, Woven, strands_of, woven_order
from sverka.wording import shortened

_NO_PLACES = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class _Laid:
    """Characters [start, start + length) of a merged text: where they stand in their version.

    `change` is the change of words that they are, with its `role`; None where they stayed. Then
    `also` is where they stand in the other version.
    """

    start: int
    length: int
    side: Side
    paragraph: int
    offset: int
    role: Role | None = None
    change: int | None = None
    also: tuple[int, int] | None = None

    def within(self, side: Side) -> tuple[int, int] | None:
        """Paragraph and offset of its beginning in one version; None where it is not there."""
        return (self.paragraph, self.offset) if side is self.side else self.also


@dataclass(frozen=True, slots=True)
class _Merged:
    """A paragraph of the redline, where each stretch of it comes from, and its marks."""

    paragraph: Paragraph
    laid: tuple[_Laid, ...] = ()
    marks: tuple[TextMark, ...] = ()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a paragraph of the redline comes from; `ghost` marks where a moved one stood."""

    side: Side
    paragraph: int
    ghost: bool = False


class RedlineText:
    """The redline of a comparison, its paragraphs merged when they are first seen."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._origins = list(_origins(index))
        self.place_of = {(o.side, o.paragraph): n for n, o in enumerate(self._origins)}
        self._merged = lru_cache(2000)(self._merge)
        self._woven = lru_cache(2000)(self._weave)
        count = len(self._origins)
        links = [int(index.side(o.side).link_of[o.paragraph]) for o in self._origins]
        self._known = SideIndex(
            Side.NEW,
            _Paragraphs(self),
            self._lengths(),
            np.array(links, np.int64),
            np.zeros(count + 1, np.int64),
            _NO_PLACES,
            {},
            {},
            dict(_cells(index, self._origins)),
        )

    @property
    def known(self) -> SideIndex:
        """The merged paragraphs."""
        return self._known

    @property
    def findings(self) -> Sequence[Finding]:
        """The redline shows the reading text only."""
        return ()

    @property
    def changes(self) -> Sequence[Change]:
        """All changes of the comparison."""
        return self._index.comparison.changes

    def column(self, folds: Ranges = ()) -> PaneColumn:
        """The merged paragraphs, one below the other."""
        return column(self.known, (), folds)

    def paragraph(self, number: int) -> Paragraph:
        """Merged paragraph `number`."""
        return self._merged(number).paragraph

    def marks(self, item: Item) -> tuple[ItemMark, ...]:
        """What came and what went in an item, and what is otherwise beside the words."""
        merged = self._merged(item.paragraph)
        inside = [mark for mark in merged.marks if is_inside(mark, item)]
        return in_item(merged.paragraph.text, item, inside)

    def signature(self, paragraph: int) -> Signature:
        """The sign of the link the paragraph stands in."""
        origin = self._origins[paragraph]
        return signature(self._index, origin.side, origin.paragraph)

    def number(self, paragraph: int) -> str:
        """The number in the revised version; that of the original in brackets."""
        origin = self._origins[paragraph]
        number = str(origin.paragraph + 1)
        return number if origin.side is Side.NEW else f"({number})"

    def gone_pictures(self, paragraph: int) -> frozenset[str]:
        """The digests of pictures that were replaced or taken out."""
        return self._merged(paragraph).gone

    def page(self, paragraph: int) -> int | None:
        """None: the redline has paragraphs of two files with pages of their own."""
        return None

    def place(self, change: Change) -> tuple[int, int]:
        """The merged paragraph of a change and the character where it begins."""
        span, side = (change.new, Side.NEW) if change.new else (change.old, Side.OLD)
        if span is None:
            return 0, 0
        number = self.place_of[(side, span.paragraph)]
        wanted = next(
            (
                mark.start
                for mark in self._merged(number).marks
                if mark.change >= 0 and self.changes[mark.change] is change
            ),
            0,
        )
        return number, wanted

    def __len__(self) -> int:
        return len(self._origins)

    def _merge(self, number: int) -> _Merged:
        origin = self._origins[number]
        known = self._index.side(origin.side)
        paragraph = known.paragraphs[origin.paragraph]
        if origin.ghost:
            text = shortened(paragraph.text, 60)
            return _Merged(replace(paragraph, text=text, styles=(), objects=()))
        if self._is_untouched(origin):
            return _Merged(paragraph)
        link = self._index.comparison.alignment.links[int(known.link_of[origin.paragraph])]
        numbers = {side: link.of(side) for side in Side}
        woven = self._woven(int(known.link_of[origin.paragraph]))
        text, laid = _laid_out(woven, origin.side, origin.paragraph, numbers)
        marks = [
            TextMark(one.start, one.start + one.length, one.role, one.change, strong=True)
            for one in laid
            if one.role is not None and one.change is not None
        ]
        marks += self._beside_words(origin, laid, len(text))
        gone = tuple(self._gone(marks))
        objects = self._objects(laid, len(text)) if laid else paragraph.objects
        if origin.side is Side.NEW:
            objects = (*gone, *objects)
        whole = replace(paragraph, text=text, styles=self._styles(laid), objects=objects)
        return _Merged(whole, laid, tuple(marks), frozenset(one.digest for one in gone))

    def _is_untouched(self, origin: _Origin) -> bool:
        """Whether nothing is to be said of a paragraph, so that it stands as in its version."""
        index, link = self._index, int(self._index.side(origin.side).link_of[origin.paragraph])
        spoken_of = index.link_changes[link] or link in index.alike
        return not spoken_of and (
            origin.side is Side.OLD or origin.paragraph not in index.references
        )

    def _gone(self, marks: Sequence[TextMark]) -> Iterator[Object]:
        """The pictures that another one stands for now, or none, at their marks."""
        for mark in marks:
            told = mark.change >= 0 and mark.role is Role.FORMATTING
            change = self.changes[mark.change] if told else None
            replaced = change is not None and any(
                one.attribute is Attribute.PICTURE and one.old is not None
                for one in change.alterations
            )
            if change is None or change.old is None or not replaced:
                continue
            known = self._index.old.paragraphs[change.old.paragraph].objects
            for one in known:
                if one.kind is ObjectKind.PICTURE and one.offset == change.old.start:
                    yield replace(one, offset=mark.start, length=0)
                    break

    def _beside_words(
        self, origin: _Origin, laid: tuple[_Laid, ...], length: int
    ) -> Iterator[TextMark]:
        """The marks of what is otherwise beside the words of a merged paragraph."""
        side, index = origin.side, self._index
        link = int(index.side(side).link_of[origin.paragraph])
        for number, change in index.told_in(link):
            where = side if change.span(side) is not None else side.other
            span = change.span(where)
            if not change.alterations or span is None:
                continue
            if where is side and span.paragraph != origin.paragraph:
                continue
            places = _placed(laid, where, span, length)
            if places is None:
                continue
            whole = is_of_whole_paragraph(change, span, self._length(where, span.paragraph))
            start, end = (0, length) if whole else places
            yield _beside(start, end, number, whole=whole)
        if link in index.alike:
            yield _beside(0, length, -1, whole=True)
        if side is Side.NEW:
            for number, span in index.references.get(origin.paragraph, ()):
                places = _placed(laid, side, span, length)
                if places is not None:
                    yield _beside(*places, number)

    def _length(self, side: Side, paragraph: int) -> int:
        return int(self._index.side(side).lengths[paragraph])

    def _styles(self, laid: tuple[_Laid, ...]) -> tuple[StyleSpan, ...]:
        """How the merged text looks: each stretch as in the version it comes from."""
        found = []
        for one in laid:
            styles = self._index.side(one.side).paragraphs[one.paragraph].styles
            for span in spans_within(styles, one.offset, one.offset + one.length):
                start = max(span.start, one.offset) - one.offset
                end = min(span.end, one.offset + one.length) - one.offset
                found.append(StyleSpan(one.start + start, one.start + end, span.style))
        return tuple(found)

    def _objects(self, laid: tuple[_Laid, ...], length: int) -> tuple[Object, ...]:
        """What stands beside the merged words: of the version each stretch comes from."""
        found = []
        for side, paragraph in dict.fromkeys((one.side, one.paragraph) for one in laid):
            own = tuple(one for one in laid if (one.side, one.paragraph) == (side, paragraph))
            for thing in self._index.side(side).paragraphs[paragraph].objects:
                span = Span(paragraph, thing.offset, thing.offset + thing.length)
                places = _placed(own, side, span, length)
                if places is not None:
                    start, end = places
                    found.append(replace(thing, offset=start, length=end - start))
        return tuple(sorted(found, key=lambda thing: thing.offset))

    def _weave(self, link: int) -> Woven:
        return strands_of(self._index.comparison, link, self._index.told_in(link))

    def _lengths(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        lengths = np.array(
            [self._index.side(o.side).lengths[o.paragraph] for o in self._origins], np.int64
        )
        for change in self._index.comparison.changes:
            if change.kind is ChangeKind.REPLACEMENT or (
                change.kind.is_of_words and change.new is not None and change.old is not None
            ):
                assert change.new is not None
                assert change.old is not None
                number = self.place_of[(Side.NEW, change.new.paragraph)]
                lengths[number] += change.old.end - change.old.start
        for number, origin in enumerate(self._origins):
            if origin.ghost:
                lengths[number] = len(self._merge(number).paragraph.text)
        return lengths


def _beside(start: int, end: int, change: int, *, whole: bool = False) -> TextMark:
    return TextMark(start, end, Role.FORMATTING, change, strong=True, beside=whole)


class _Paragraphs(Sequence[Paragraph]):
    """The merged paragraphs, made when asked for."""

    def __init__(self, text: RedlineText) -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text)

    @overload
    def __getitem__(self, index: int) -> Paragraph: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Paragraph]: ...
    def __getitem__(self, index: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(index, slice):
            return [self._text.paragraph(n) for n in range(*index.indices(len(self)))]
        return self._text.paragraph(index)


def _origins(index: Index) -> Iterator[_Origin]:
    """The order of the woven text, paragraph by paragraph."""
    links = index.comparison.alignment.links
    for place in woven_order(index.comparison):
        if place.new:
            yield from (_Origin(Side.NEW, paragraph) for paragraph in place.new)
        else:
            old = links[place.link].old
            yield from (_Origin(Side.OLD, paragraph, place.moved_away) for paragraph in old)


def _cells(index: Index, origins: Sequence[_Origin]) -> Iterator[tuple[int, CellAt]]:
    """The cells of the merged paragraphs.

    A cell that went stands in the row of the revised version that its row became, where others of
    it stayed; a row or a table that went as a whole is one of its own.
    """
    if not index.old.cells and not index.new.cells:
        return
    rows, tables = _became(index)
    for number, origin in enumerate(origins):
        cell = index.side(origin.side).cells.get(origin.paragraph)
        if cell is None:
            continue
        yield number, _moved_over(cell, rows, tables) if origin.side is Side.OLD else cell


def _moved_over(
    cell: CellAt, rows: Mapping[tuple[int, int], tuple[int, int]], tables: Mapping[int, int]
) -> CellAt:
    """A cell of the original, and those inside it, in the numbers of the revised version."""
    alone = tables.get(cell.table, -cell.table), -cell.row
    table, row = rows.get((cell.table, cell.row), alone)
    inner = cell.inner and _moved_over(cell.inner, rows, tables)
    return replace(cell, table=table, row=row, inner=inner)


def _became(index: Index) -> tuple[dict[tuple[int, int], tuple[int, int]], dict[int, int]]:
    """The rows (table, row) and the tables of the revised version that old ones became."""
    rows: dict[tuple[int, int], tuple[int, int]] = {}
    tables: dict[int, int] = {}
    links = index.comparison.alignment.links
    for paragraph, was in index.old.cells.items():
        link = links[int(index.old.link_of[paragraph])]
        now = index.new.cells.get(link.new[0]) if link.new and not link.moved else None
        if now is None:
            continue
        for here, there in zip(was.inward(), now.inward(), strict=False):
            rows.setdefault((here.table, here.row), (there.table, there.row))
            tables.setdefault(here.table, there.table)
    return rows, tables


def _laid_out(
    woven: Woven, side: Side, wanted: int, numbers: Mapping[Side, tuple[int, ...]]
) -> tuple[str, tuple[_Laid, ...]]:
    """The text of paragraph `wanted` of one side; in each change what went stands before what came.

    `numbers` are the paragraphs of the link, by version.
    """
    pieces: list[str] = []
    laid: list[_Laid] = []
    length = 0
    at = dict.fromkeys(Side, (0, 0))
    for strand in woven:
        if isinstance(strand, ParagraphBreak):
            for of in Side:
                at[of] = (at[of][0] + 1, 0) if strand.ends(of) else at[of]
            continue
        shown = _shown(strand, side) if numbers[side][at[side][0]] == wanted else ()
        for text, of, role in shown:
            also = _place(numbers, of.other, at[of.other]) if role is None else None
            paragraph, offset = _place(numbers, of, at[of])
            laid.append(_Laid(length, len(text), of, paragraph, offset, role, strand.change, also))
            pieces.append(text)
            length += len(text)
        for of in Side:
            at[of] = (at[of][0], at[of][1] + len(strand.of(of)))
    return "".join(pieces), tuple(laid)


def _place(
    numbers: Mapping[Side, tuple[int, ...]], side: Side, at: tuple[int, int]
) -> tuple[int, int]:
    """The paragraph and offset of a place in a link; -1 where that version has no paragraph."""
    known = numbers[side]
    return (known[at[0]] if at[0] < len(known) else -1), at[1]


def _shown(strand: Strand, side: Side) -> Iterator[tuple[str, Side, Role | None]]:
    """What a strand shows: itself, or what went and then what came."""
    if strand.change is None:
        if strand.of(side):
            yield strand.of(side), side, None
        return
    if strand.old:
        yield strand.old, Side.OLD, Role.DELETION
    if strand.new:
        yield strand.new, Side.NEW, Role.INSERTION


def _placed(laid: tuple[_Laid, ...], side: Side, span: Span, length: int) -> tuple[int, int] | None:
    """Where characters of one version stand in the merged text; None where they do not."""
    ends: list[int] = []
    for one in laid:
        here = one.within(side)
        if here is None or here[0] != span.paragraph:
            continue
        first, last = here[1], here[1] + one.length
        if span.start == span.end and first <= span.start <= last:
            place = one.start + span.start - first
            return place, place
        if span.start < last and span.end > first:
            start = max(span.start, first) - first
            ends += [one.start + start, one.start + min(span.end, last) - first]
    if ends:
        return ends[0], ends[-1]
    return (0, length) if not laid and span.start == span.end else None
