"""What blocks know of their characters stands at the same characters of the reading text."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from places_in_file import to_block
from sverka.model import (
    PLAIN,
    Block,
    BlockKind,
    Cell,
    Document,
    Object,
    ObjectKind,
    Paragraph,
    Piece,
    Run,
    Source,
    Style,
    Traits,
)
from sverka.screening import screen
from sverka.screening.assembly.carrying import carried_objects

STYLES = st.sampled_from([PLAIN, Style(bold=True), Style(italic=True), Style(size=12.0)])
WORDS = st.sampled_from(
    ["one ", "two", " three.", "for-\n", "mer", "\n", " ", "  \n", "Пример\n", "Next. ", "Вот"]
)
ITEMS = st.sampled_from(["1) one\n", "2) two\n", "• three\n"])
RUNS = st.lists(st.builds(Run, WORDS | ITEMS, STYLES), max_size=8).map(tuple)
TRAITS = st.sampled_from(
    [Traits(soft_breaks=True, formatted=True, structured=True), Traits(hard_wrapped=True)]
)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    runs = draw(RUNS)
    length = sum(len(run.text) for run in runs)
    objects = []
    for number in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, length))
        end = draw(st.integers(start, length))
        objects.append(Object(start, ObjectKind.LINK, f"{number}", length=end - start))
    return Block(BlockKind.PARAGRAPH, runs, objects=tuple(objects))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    found, line = [], 1
    traits = draw(TRAITS)
    for number, block in enumerate(draw(st.lists(blocks(), max_size=5))):
        last = line + block.text.count("\n")
        lines = (line, last) if traits.hard_wrapped else None
        named = [replace(one, digest=f"{number}.{one.digest}") for one in block.objects]
        placed = replace(block, source=Source(lines=lines), objects=tuple(named))
        found.append(replace(placed, style_name=f"style {number}", cell=Cell(1, number + 1, 1)))
        line = last + 2
    return Document("a", "made", "0", blocks=tuple(found), traits=traits)


def look_of(paragraph: Paragraph, offset: int) -> Style:
    spans = [s for s in paragraph.styles if s.start <= offset < s.end]
    assert len(spans) <= 1
    return spans[0].style if spans else PLAIN


def look_in(block: Block, offset: int) -> Style:
    for run in block.runs:
        if offset < len(run.text):
            return run.style
        offset -= len(run.text)
    raise AssertionError(offset)


def read_characters(paragraphs: Sequence[Paragraph], block: int) -> set[int]:
    """The offsets of the characters of a block that stand in these paragraphs."""
    pieces = [piece for one in paragraphs for piece in one.pieces if piece.block == block]
    return {piece.block_start + k for piece in pieces for k in range(piece.length)}


@given(documents())
def test_every_character_looks_as_it_does_in_its_block(document: Document) -> None:
    for paragraph in screen(document).paragraphs:
        for offset in range(len(paragraph.text)):
            place = to_block(paragraph, offset)
            if place is not None:
                block = document.blocks[place[0]]
                assert look_of(paragraph, offset) == look_in(block, place[1])


@given(documents())
def test_looks_stand_apart_and_in_order(document: Document) -> None:
    for paragraph in screen(document).paragraphs:
        spans = paragraph.styles
        assert all(span.style != PLAIN and span.start < span.end for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.end <= len(paragraph.text) for span in spans)


@given(documents())
def test_no_object_of_a_block_with_text_is_lost_or_told_twice(document: Document) -> None:
    paragraphs = screen(document).paragraphs
    told = [one.digest for paragraph in paragraphs for one in paragraph.objects]
    kept = {piece.block for paragraph in paragraphs for piece in paragraph.pieces}
    assert sorted(told) == sorted(o.digest for k in kept for o in document.blocks[k].objects)


@given(documents())
def test_an_object_stands_where_its_characters_stand(document: Document) -> None:
    paragraphs = screen(document).paragraphs
    origin = {one.digest: (k, one) for k, b in enumerate(document.blocks) for one in b.objects}
    for paragraph in paragraphs:
        for one in paragraph.objects:
            assert 0 <= one.offset <= one.offset + one.length <= len(paragraph.text)
            block, own = origin[one.digest]
            covered = [
                place[1]
                for offset in range(one.offset, one.offset + one.length)
                if (place := to_block(paragraph, offset)) is not None
            ]
            assert all(own.offset <= place < own.offset + own.length for place in covered)
            here = read_characters([paragraph], block)
            wanted = here & set(range(own.offset, own.offset + own.length))
            assert set(covered) == wanted
            read = read_characters(paragraphs, block)
            if first := sorted(read & set(range(own.offset, own.offset + own.length))):
                assert first[0] in here
            elif not own.length and own.offset - 1 in read:
                assert to_block(paragraph, one.offset - 1) == (block, own.offset - 1)
            elif not own.length and own.offset in read:
                assert to_block(paragraph, one.offset) == (block, own.offset)


@given(documents())
def test_a_paragraph_is_what_its_first_block_is(document: Document) -> None:
    for paragraph in screen(document).paragraphs:
        block = document.blocks[paragraph.pieces[0].block]
        assert (paragraph.style_name, paragraph.cell) == (block.style_name, block.cell)


def test_an_object_that_begins_between_paragraphs_stands_where_its_words_are() -> None:
    link = Object(3, ObjectKind.LINK, "x", length=4)
    block = Block(BlockKind.PARAGRAPH, (Run("one\ntwo"),), objects=(link,))
    texts = [[Piece(0, 0, 0, 3)], [Piece(0, 0, 4, 3)]]
    assert carried_objects([block], texts) == {1: (replace(link, offset=0, length=3),)}
