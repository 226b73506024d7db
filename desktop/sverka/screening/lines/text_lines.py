"""The lines of a document's body, one by one: what furniture is looked for in."""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from sverka.model import Block, BlockKind, Cell, Document, Part, Source
from sverka.screening.lines import line_weights as weights


class TextLine(NamedTuple):
    """One line that is not blank.

    `text` is the characters [start, end) of the text of block `block`, without the white space at
    either end; `paragraph` counts the blocks from 0 without the empty ones. `indent` is the width
    of the white space before it, `gap` the number of blank lines before it. `number` is its line in
    a text file from 1. `box` is in PDF points, `size` in points. `bold` is for lines that are so
    from end to end. `turns` says that a new page begins with it, `artifact` that the file itself
    marks it as page furniture. `note` is the note or comment it belongs to, `cell` the
    cell of a table it stands in.
    """

    index: int  # type: ignore[assignment]
    block: int
    start: int
    end: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    indent: int = 0
    gap: int = 0
    number: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    size: float | None = None
    bold: bool = False
    turns: bool = False
    artifact: bool = False
    part: Part = Part.BODY
    paragraph: int = 0
    note: str | None = None
    cell: Cell | None = None

    @property
    def right(self) -> int:
        """The column after its last character, from 0."""
        return self.indent + len(self.text)


READING_ORDER = (Part.BODY, Part.FOOTNOTE, Part.ENDNOTE, Part.TEXT_BOX, Part.COMMENT)
"""The parts whose text is reading text, in the order in which they are read."""

NOTES = frozenset({Part.FOOTNOTE, Part.ENDNOTE})


def lines_of(document: Document) -> list[TextLine]:
    """All lines of the reading text that are not blank: body, notes, text boxes, comments."""
    blocks = document.blocks
    ranks = {part: rank for rank, part in enumerate(READING_ORDER)}
    order = [i for i, block in enumerate(blocks) if block.source.part in ranks]
    if any(blocks[i].source.part is not Part.BODY for i in order):
        # Foot- and endnotes stay as the file has them among each other.
        order.sort(
            key=lambda i: 1 if blocks[i].source.part in NOTES else ranks[blocks[i].source.part]
        )
    return list(_numbered(blocks, order))


def texts_before(blocks: Iterable[Block]) -> tuple[int, ...]:
    """For each block how many blocks with text stand before it: its number as a reader counts."""
    texts = (block.text for block in blocks)
    return tuple(accumulate((text != "" and not text.isspace() for text in texts), initial=0))


def _numbered(blocks: tuple[Block, ...], order: Iterable[int]) -> Iterator[TextLine]:
    index, last_number, last_page, turned = 0, 0, None, False
    counts = texts_before(blocks)
    for i in order:
        block = blocks[i]
        if not block.runs:
            continue
        source = block.source
        first = source.lines[0] if source.lines else None
        size, bold = _look(block) if source.box else (None, False)
        start, blank = 0, first is None and source.box is None
        for offset, raw in enumerate(block.text.split("\n")):
            stripped = raw.strip()
            begin = start
            start += len(raw) + 1
            if not stripped:
                turned = turned or "\f" in raw
                continue
            lead = len(raw) - len(raw.lstrip())
            head, tail = raw[:lead], raw[lead + len(stripped) :]
            number = None if first is None else first + offset
            gap = (number - last_number - 1) if number is not None else int(blank and index > 0)
            page_turned = source.page is not None and last_page not in (None, source.page)
            yield TextLine(
                index=index,
                block=i,
                start=begin + lead,
                end=begin + lead + len(stripped),
                text=stripped,
                kind=block.kind,
                indent=len(head.replace("\f", "").expandtabs(8)),
                gap=max(0, gap),
                number=number,
                page=source.page,
                box=source.box,
                size=size,
                bold=bold,
                turns=turned or "\f" in head or page_turned,
                artifact=block.artifact,
                part=source.part,
                paragraph=counts[i],
                note=block.note,
                cell=block.cell,
            )
            index, last_page, turned, blank = index + 1, source.page, "\f" in tail, False
            last_number = number if number is not None else last_number


def _look(block: Block) -> tuple[float | None, bool]:
    """The size most of a printed line is set in, and whether all of it is bold."""
    longest = max(block.runs, key=lambda run: len(run.text.strip()))
    return longest.style.size, all(run.style.bold or not run.text.strip() for run in block.runs)


def source_of(line: TextLine) -> Source:
    """Where the line stands in its file."""
    numbers = None if line.number is None else (line.number, line.number)
    return Source(line.part, line.page, numbers, line.box)


def sources_of(lines: Iterable[TextLine]) -> tuple[Source, ...]:
    """Where the lines stand in their file, neighbouring lines of a text or a page as one place."""
    places: list[Source] = []
    for line in lines:
        here = source_of(line)
        if places and (joined := _united(places[-1], here)):
            places[-1] = joined
        elif not places or places[-1] != here:
            places.append(here)
    return tuple(places)


def _united(before: Source, after: Source) -> Source | None:
    """Both places as one, where they touch; else None."""
    if before.part != after.part or before.page != after.page:
        return None
    if before.lines and after.lines:
        if after.lines[0] == before.lines[1] + 1:
            return Source(before.part, before.page, (before.lines[0], after.lines[1]))
        return None
    if before.box and after.box:
        left, bottom, right, top = zip(before.box, after.box, strict=True)
        if min(top) < max(bottom) - weights.ONE_PLACE * max(top[0] - bottom[0], top[1] - bottom[1]):
            return None
        return Source(
            before.part, before.page, None, (min(left), min(bottom), max(right), max(top))
        )
    return None
