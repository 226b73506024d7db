"""Puts the paragraphs that hold a picture and no words into the reading text, in their places."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sverka.model import Block, Paragraph, Part, Piece
from sverka.screening.assembly.assembly_value import Assembly

_AT_EDGES = frozenset({Part.HEADER, Part.FOOTER})


def with_wordless(assembly: Assembly, blocks: Sequence[Block]) -> Assembly:
    """The reading text with a paragraph for each block that has nothing but objects.

    It stands behind the paragraph that begins before it: a sentence that goes on behind a picture
    stays whole. All that names paragraphs by their index follows.
    """
    alone = [
        number
        for number, block in enumerate(blocks)
        if block.objects and block.source.part not in _AT_EDGES and not block.text.strip()
    ]
    if not alone:
        return assembly
    firsts = [one.pieces[0].block if one.pieces else 0 for one in assembly.paragraphs]
    # Notes stand where they are referred to, so that blocks need not ascend.
    ordered = _ascending(firsts)
    before = [bisect_left(alone, first) for first in ordered]
    paragraphs: list[Paragraph] = []
    for number, paragraph in enumerate(assembly.paragraphs):
        done = before[number - 1] if number else 0
        for block in alone[done : before[number]]:
            paragraphs.append(_wordless(blocks[block], block))
        paragraphs.append(paragraph)
    last = before[-1] if before else 0
    paragraphs += [_wordless(blocks[block], block) for block in alone[last:]]
    shifted = [number + count for number, count in enumerate(before)]
    moved = dict(zip(shifted, assembly.lines, strict=True))
    return Assembly(
        tuple(paragraphs),
        {line: (shifted[at], start) for line, (at, start) in assembly.starts.items()},
        tuple(replace(one, paragraph=shifted[one.paragraph]) for one in assembly.hyphens),
        tuple(moved.get(number, ()) for number in range(len(paragraphs))),
        tuple(replace(one, paragraph=shifted[one.paragraph]) for one in assembly.quoted),
    )


def _ascending(firsts: Sequence[int]) -> list[int]:
    highest, found = 0, []
    for first in firsts:
        highest = max(highest, first)
        found.append(highest)
    return found


def _wordless(block: Block, number: int) -> Paragraph:
    return Paragraph(
        text="",
        kind=block.kind,
        pieces=(Piece(0, number, 0, 0),),
        sources=(block.source,),
        level=block.level,
        label=block.label,
        objects=tuple(replace(one, offset=0, length=0) for one in block.objects),
        cell=block.cell,
        item=block.item,
        style_name=block.style_name,
        note=block.note,
    )
