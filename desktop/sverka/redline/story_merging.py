"""Writes the changes of a container into that of the original: a story, a cell, a text box."""

from dataclasses import dataclass, field

from lxml import etree

from sverka.readers.docx.wordprocessing import w
from sverka.redline.block_matching import BlockMatch, match_blocks
from sverka.redline.line_writing import LineWriter, bordered
from sverka.redline.paragraph_writing import paragraph
from sverka.redline.redlining import Redlining
from sverka.redline.revision_elements import Fate
from sverka.redline.story_blocks import BlockSort, StoryBlock, story_blocks
from sverka.redline.story_flow import (
    FlowBare,
    FlowBlock,
    FlowEdge,
    FlowItem,
    FlowMaker,
    FlowMark,
    FlowWord,
    KeptBlock,
)
from sverka.redline.table_writing import fated_table, merge_tables

_FIRST = frozenset(w(name) for name in ("tcPr", "sdtPr", "sdtEndPr"))
_LAST = frozenset({w("sectPr")})


def merge_container(
    redlining: Redlining, old: etree._Element, new: etree._Element, place: str
) -> None:
    """Make `old` say what became of it, with the revised words of `new` in it."""
    ours, our_ends = story_blocks(old)
    theirs, their_ends = story_blocks(new)
    if place in redlining.whole:
        match = BlockMatch([])
        redlining.written_whole.append(place)
    else:
        match = match_blocks(ours, theirs, moves=redlining.moves)
    writer = _StoryWriter(redlining, place)
    for item in FlowMaker(redlining, ours, theirs, match).flow():
        writer.write(item)
    writer.bare(our_ends, is_old=True)
    writer.bare(their_ends, is_old=False)
    first = [child for child in old if child.tag in _FIRST]
    last = [child for child in old if child.tag in _LAST]
    old[:] = [*first, *writer.elements, *last]


def give_fate(redlining: Redlining, container: etree._Element, fate: Fate) -> None:
    """Mark all in a container as come or gone."""
    blocks, ends = story_blocks(container)
    sides = (blocks, []) if fate.is_old else ([], blocks)
    writer = _StoryWriter(redlining, "")
    for item in FlowMaker(redlining, *sides, BlockMatch([])).flow():
        writer.write(item)
    writer.bare(ends, is_old=fate.is_old)
    first = [child for child in container if child.tag in _FIRST]
    container[:] = [*first, *writer.elements]


@dataclass(slots=True)
class _StoryWriter:
    """Turns the items of a row into blocks."""

    redlining: Redlining
    place: str
    elements: list[etree._Element] = field(default_factory=list)
    line: LineWriter = field(init=False)
    moves: dict[tuple[str, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.line = LineWriter(self.redlining)

    def write(self, item: FlowItem) -> None:
        match item:
            case FlowWord(fate, old, new):
                self.line.token(fate, old, new)
            case FlowMark():
                self._end_paragraph(item)
            case KeptBlock(old, new):
                self.elements.append(old.element)
                self.redlining.made[new.element] = old.element
            case FlowBlock(fate, old, new):
                self._block(fate, old, new)
            case FlowBare(elements, is_old):
                self.bare(elements, is_old=is_old)
            case FlowEdge():
                self._edge(item)

    def bare(self, elements: tuple[etree._Element, ...], *, is_old: bool) -> None:
        """Write what has no width, in the line where one was begun."""
        if self.line.nodes:
            self.line.bare(elements, old=is_old)
            return
        self.elements += [
            element for element in elements if not (is_old and self.redlining.is_shared(element))
        ]

    def _end_paragraph(self, item: FlowMark) -> None:
        for mark, is_old in ((item.old, True), (item.new, False)):
            if mark is not None:
                self.line.bare(mark.leads, old=is_old)
        old = None if item.old is None else item.old.block.element
        new = None if item.new is None else item.new.block.element
        made = paragraph(self.redlining, item.fate, old, new, self.line.finished())
        self.elements.append(made)
        self.redlining.made |= {one: made for one in (old, new) if one is not None}
        self.line = LineWriter(self.redlining)

    def _edge(self, edge: FlowEdge) -> None:
        key = (edge.name.removesuffix("Start").removesuffix("End"), edge.move)
        if edge.name.endswith("Start"):
            element = self.redlining.stamp.element(edge.name)
            element.set(w("name"), self._move_name(edge.move))
            self.moves[key] = element.get(w("id"), "")
            self.line.nodes.append((None, element))
            return
        element = etree.Element(w(edge.name))
        element.set(w("id"), self.moves[key])
        if self.line.nodes:
            self.line.nodes.append((None, element))
        else:
            self.elements.append(element)

    def _move_name(self, move: int) -> str:
        key = ("name", move)
        if key not in self.moves:
            self.moves[key] = self.redlining.next_move()
        return self.moves[key]

    def _block(self, fate: Fate, old: StoryBlock | None, new: StoryBlock | None) -> None:
        if self.line.nodes:
            self.elements += [e for fate_, e in self.line.nodes if fate_ is None]
            self.line = LineWriter(self.redlining)
        one = new if old is None else old
        if one is None:
            return
        if one.sort is BlockSort.TABLE:
            if old is not None and new is not None:
                if not old.digest or old.digest != new.digest:
                    merge_tables(self.redlining, old.element, new.element, self.place)
            else:
                fated_table(self.redlining, one.element, fate)
            self.elements.append(one.element)
        elif one.sort is BlockSort.CONTROL:
            self._control(fate, one, new)
        elif fate is not Fate.INSERTED:
            if fate is not Fate.STAYED:
                self.redlining.untracked.append(self.place)
            self.elements.append(one.element)
        else:
            self.redlining.untracked.append(self.place)

    def _control(self, fate: Fate, one: StoryBlock, new: StoryBlock | None) -> None:
        content = one.element.find(w("sdtContent"))
        if content is None:
            self.elements.append(one.element)
            return
        if fate is not Fate.STAYED:
            self.redlining.give_fate(content, fate)
            self.elements += bordered(self.redlining, one.element, content, fate)
            return
        self.elements.append(one.element)
        other = None if new is None else new.element.find(w("sdtContent"))
        if other is not None and (not one.digest or new is None or one.digest != new.digest):
            self.redlining.merge(content, other, f"{self.place}/control")
