"""Puts both versions of a container into one row: what stayed, came and went, in reading order.

Read without what came, the row is the original; read without what went, the revised version. The
mark at the end of a paragraph is a thing in the row like a word, so that paragraphs are split and
joined without touching a word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.block_matching import BlockMatch, BlockSpan
from sverka.redline.canonical_markup import look_key, paragraph_key
from sverka.redline.inline_tokens import NOTE_REFERENCES, Atom, Inline, Line, Word
from sverka.redline.redlining import Redlining
from sverka.redline.revision_elements import Fate
from sverka.redline.story_blocks import BlockSort, StoryBlock
from sverka.redline.token_matching import MarkToken, Pair, Token, pair_tokens, same_words

_MOVED = "\0moved:"
"""What the key begins with of the token that stands for a paragraph that moved."""


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A paragraph in which nothing changed."""

    old: StoryBlock
    new: StoryBlock


@dataclass(frozen=True, slots=True)
class FlowWord:
    """A word, or what else stands in a line, with what became of it."""

    fate: Fate
    old: Inline | None
    new: Inline | None


@dataclass(frozen=True, slots=True)
class FlowMark:
    """The end of a paragraph, with what became of it."""

    fate: Fate
    old: MarkToken | None
    new: MarkToken | None


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """A table, a control or another block that is no paragraph."""

    fate: Fate
    old: StoryBlock | None
    new: StoryBlock | None


@dataclass(frozen=True, slots=True)
class FlowBare:
    """What has no width and stands between blocks."""

    elements: tuple[etree._Element, ...]
    is_old: bool


@dataclass(frozen=True, slots=True)
class FlowEdge:
    """Where a range that moved begins or ends."""

    name: str
    move: int


Flow: TypeAlias = "list[KeptBlock | FlowWord | FlowMark | FlowBlock | FlowBare | FlowEdge]"


@dataclass(frozen=True, slots=True)
class FlowMaker:
    """Makes the row of two lists of blocks that were matched."""

    redlining: Redlining
    old: Sequence[StoryBlock]
    new: Sequence[StoryBlock]
    match: BlockMatch

    def flow(self) -> Flow:
        """The whole row; its last paragraph mark is one that stayed, where both end with one."""
        flow: Flow = []
        at = (0, 0)
        for span in self.match.spans:
            flow += self._alone(range(at[0], span.old), range(at[1], span.new))
            flow += self._span(span)
            at = span.old_end, span.new_end
        flow += self._alone(range(at[0], len(self.old)), range(at[1], len(self.new)))
        return self._ended(flow)

    def _alone(self, rows: range, columns: range) -> Iterator["FlowItem"]:
        """What is only on one side here: what went, then what came, some of it moved."""
        moved, arrived = self.match.moved, self.match.arrived
        for i in rows:
            if i in moved:
                yield from self._moved(i, moved[i], here=False)
            else:
                yield from self._whole(Fate.DELETED, self.old[i])
        for j in columns:
            if j in arrived:
                yield from self._moved(arrived[j], j, here=True)
            else:
                yield from self._whole(Fate.INSERTED, self.new[j])

    def _whole(self, fate: Fate, block: StoryBlock) -> Iterator["FlowItem"]:
        """A block that came or went."""
        yield FlowBare(block.leads, fate.is_old)
        if not block.is_paragraph:
            yield FlowBlock(fate, *_sided(fate, block))
            return
        line = self._line(fate.is_old, block)
        for token in line.tokens:
            yield FlowWord(fate, *_sided(fate, token))
        yield FlowMark(fate, *_sided(fate, _mark(block, line)))

    def _line(self, is_old: bool, block: StoryBlock) -> Line:
        read = self.redlining.old_line if is_old else self.redlining.new_line
        return read(block.element)

    def _moved(self, i: int, j: int, *, here: bool) -> Iterator["FlowItem"]:
        """A paragraph that moved, at the place it left or at the one it came to."""
        old, new = self.old[i], self.new[j]
        lines = self._line(True, old), self._line(False, new)
        move = self._number(i, j)
        yield FlowBare(new.leads if here else old.leads, not here)
        way = "moveTo" if here else "moveFrom"
        if not self._follows(i, j):
            yield FlowEdge(f"{way}RangeStart", move)
        for one, other in pair_tokens(lines[0].tokens, lines[1].tokens):
            same = one is not None and other is not None and one.key == other.key
            if here and other is not None:
                fate = Fate.MOVED_HERE if same else Fate.INSERTED
                yield FlowWord(fate, None, other)  # type: ignore[arg-type]
            elif not here and one is not None:
                fate = Fate.MOVED_AWAY if same else Fate.DELETED
                yield FlowWord(fate, one, None)  # type: ignore[arg-type]
        fate = Fate.MOVED_HERE if here else Fate.MOVED_AWAY
        mark = _mark(new if here else old, lines[here])
        yield FlowMark(fate, *_sided(fate, mark))
        if self.match.moved.get(i + 1) != j + 1:
            yield FlowEdge(f"{way}RangeEnd", move)

    def _follows(self, i: int, j: int) -> bool:
        """Whether the paragraph before moved along, so that both are one move."""
        return self.match.moved.get(i - 1) == j - 1 and j > 0

    def _number(self, i: int, j: int) -> int:
        while self._follows(i, j):
            i, j = i - 1, j - 1
        return j

    def _span(self, span: BlockSpan) -> Iterator["FlowItem"]:
        """What became what, in place."""
        old, new = self.old[span.old], self.new[span.new]
        if span.is_pair and not old.is_paragraph:
            yield FlowBare(old.leads, True)
            yield FlowBare(new.leads, False)
            yield FlowBlock(Fate.STAYED, old, new)
        elif span.is_pair and old.digest and old.digest == new.digest:
            yield FlowBare(old.leads, True)
            yield FlowBare(new.leads, False)
            yield KeptBlock(old, new)
        else:
            yield from self._paragraphs(span)

    def _paragraphs(self, span: BlockSpan) -> Iterator["FlowItem"]:
        """Paragraphs that became paragraphs: one of one, or split, or joined."""
        match = self.match
        ours = self._row(True, range(span.old, span.old_end), match.foreign_old)
        theirs = self._row(False, range(span.new, span.new_end), match.foreign_new)
        pairs = list(pair_tokens(ours[:-1], theirs[:-1]))
        pairs += _last_marks(ours[-1], theirs[-1])
        for i in range(span.old, span.old_end):
            yield FlowBare(() if i in match.moved else self.old[i].leads, True)
        for j in range(span.new, span.new_end):
            yield FlowBare(() if j in match.arrived else self.new[j].leads, False)
        old, new = self.old[span.old], self.new[span.new]
        if span.is_pair and all(_is_same(*pair) for pair in pairs):
            yield KeptBlock(old, new)
            return
        for pair in pairs:
            yield from self._expanded(pair) if _stands_for_a_move(pair) else [_item(pair)]

    def _expanded(self, pair: Pair) -> Iterator["FlowItem"]:
        """The paragraph that moved from or to the middle of others."""
        old, new = pair
        if isinstance(old, MarkToken):
            i = self.old.index(old.block)
            yield from self._moved(i, self.match.moved[i], here=False)
        elif isinstance(new, MarkToken):
            j = self.new.index(new.block)
            yield from self._moved(self.match.arrived[j], j, here=True)

    def _row(self, is_old: bool, places: range, foreign: set[int]) -> list[Token]:
        """The words and marks of neighbouring paragraphs; of foreign ones, no word is another's."""
        row: list[Token] = []
        blocks = self.old if is_old else self.new
        moved = self.match.moved if is_old else self.match.arrived
        for place in places:
            if place in moved:
                key = f"{_MOVED}{'old' if is_old else 'new'}:{place}"
                row.append(MarkToken(key, blocks[place]))
                continue
            line = self._line(is_old, blocks[place])
            tokens: list[Token] = [*line.tokens, _mark(blocks[place], line)]
            if place in foreign:
                for number, token in enumerate(tokens):
                    token.key = f"\0{'old' if is_old else 'new'}:{place}:{number}"
                    if not isinstance(token, Word):
                        token.loose = ""
            row += tokens
        return row

    def _ended(self, flow: Flow) -> Flow:
        """The row with the last mark of both sides as one, for it can neither come nor go."""
        last_old = _last(flow, old=True)
        last_new = _last(flow, old=False)
        if last_old == last_new or last_old is None or last_new is None:
            return flow
        first, last = sorted((last_old, last_new))
        old, new = self._marks_at(flow[last_old]), self._marks_at(flow[last_new])
        end = FlowMark(Fate.STAYED, old[0], new[1])
        earlier = flow[first]
        if isinstance(earlier, FlowMark) and earlier.fate is not Fate.STAYED:
            start = _begin(flow, first)
            if any(item.fate is not earlier.fate for item in _words_of(flow[start:first])):
                # The other version goes on there, and its own mark follows.
                start = first
            own = flow[start:first]
            begin = _begin(flow, last)
            return [
                *flow[:start],
                *flow[first + 1 : begin],
                *own,
                *flow[begin:last],
                end,
                *flow[last + 1 :],
            ]
        both = self._marks_at(earlier)
        fate = Fate.INSERTED if last_new == last else Fate.DELETED
        mark = FlowMark(fate, *((None, both[1]) if fate is Fate.INSERTED else (both[0], None)))
        words = self._words(earlier) if isinstance(earlier, KeptBlock) else []
        return [*flow[:first], *words, mark, *flow[first + 1 : last], end, *flow[last + 1 :]]

    def _marks_at(self, item: "FlowItem") -> tuple[MarkToken | None, MarkToken | None]:
        if isinstance(item, FlowMark):
            return item.old, item.new
        if isinstance(item, KeptBlock):
            return (
                _mark(item.old, self._line(True, item.old)),
                _mark(item.new, self._line(False, item.new)),
            )
        return None, None

    def _words(self, kept: KeptBlock) -> list["FlowItem"]:
        lines = self._line(True, kept.old), self._line(False, kept.new)
        return [
            FlowWord(Fate.STAYED, one, other)
            for one, other in zip(lines[0].tokens, lines[1].tokens, strict=True)
        ]


FlowItem: TypeAlias = KeptBlock | FlowWord | FlowMark | FlowBlock | FlowBare | FlowEdge


def _stands_for_a_move(pair: Pair) -> bool:
    return any(isinstance(one, MarkToken) and one.key.startswith(_MOVED) for one in pair)


def _sided(fate: Fate, one: object) -> tuple:  # type: ignore[type-arg]
    return (one, None) if fate.is_old else (None, one)


def _mark(block: StoryBlock, line: Line) -> MarkToken:
    ends = block.sort is BlockSort.SECTION_END
    return MarkToken("\0section" if ends else "\0¶", block, line.ends)


def _last_marks(old: Token, new: Token) -> list[Pair]:
    return [(old, new)] if old.key == new.key else [(None, new), (old, None)]


def _item(pair: Pair) -> FlowItem:
    old, new = pair
    fate = Fate.INSERTED if old is None else Fate.DELETED if new is None else Fate.STAYED
    if isinstance(old, MarkToken) or isinstance(new, MarkToken):
        return FlowMark(fate, old, new)  # type: ignore[arg-type]
    return FlowWord(fate, old, new)


def _is_same(old: Token | None, new: Token | None) -> bool:
    """Whether nothing at all changed, so that what stands in the original may stay."""
    if old is None or new is None or old.key != new.key:
        return False
    if [_name(lead) for lead in old.leads] != [_name(lead) for lead in new.leads]:
        return False
    if isinstance(old, Word) and isinstance(new, Word):
        if [at for at, _one in old.inside] != [at for at, _one in new.inside]:
            return False
        ranges = [[_name(one) for _at, one in word.inside] for word in (old, new)]
        return ranges[0] == ranges[1] and all(
            look_key(a) == look_key(b) for _text, a, b in same_words(old, new)
        )
    if isinstance(old, Atom) and isinstance(new, Atom):
        refers = old.element.tag in NOTE_REFERENCES
        return not refers and look_key(old.look) == look_key(new.look)
    if isinstance(old, MarkToken) and isinstance(new, MarkToken):
        return _same_mark(old.block, new.block)
    return False


def _name(element: object) -> tuple[object, ...]:
    return (element.tag, element.get(w("id"))) if isinstance(element, etree._Element) else ()


def _same_mark(old: StoryBlock, new: StoryBlock) -> bool:
    ours, theirs = old.element.find(w("pPr")), new.element.find(w("pPr"))
    if old.sort is BlockSort.SECTION_END or paragraph_key(ours) != paragraph_key(theirs):
        return False
    looks = [None if one is None else one.find(w("rPr")) for one in (ours, theirs)]
    return look_key(looks[0]) == look_key(looks[1])


def _begin(flow: Flow, mark: int) -> int:
    """Where the words begin that stand before a mark."""
    while mark and isinstance(flow[mark - 1], FlowWord):
        mark -= 1
    return mark


def _words_of(flow: Flow) -> Iterator[FlowWord]:
    return (item for item in flow if isinstance(item, FlowWord))


def _last(flow: Flow, *, old: bool) -> int | None:
    """Where the last paragraph mark of a side stands in the row, if nothing follows it there."""
    for place in range(len(flow) - 1, -1, -1):
        item = flow[place]
        if isinstance(item, KeptBlock):
            return place
        if isinstance(item, FlowMark) and (item.old if old else item.new) is not None:
            return place
        if isinstance(item, FlowBlock) and (item.old if old else item.new) is not None:
            return None
    return None
