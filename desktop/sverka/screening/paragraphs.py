"""Puts the lines that stay together into the paragraphs of the reading text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sverka.model import BlockKind, Document, Join, Paragraph, Part, Piece, Spot
from sverka.screening.hyphens import Seam, Words, seam
from sverka.screening.lines import Line, sources_of
from sverka.screening.marks import is_closed, is_label, is_list_item, starts_lower

GoesOn = Callable[[Sequence[Line], Line, Sequence[Line]], bool]
"""Asked for the lines of a paragraph so far, the next line, and the lines set aside between them:
whether the next line belongs to the paragraph."""

_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Hyphen:
    """A hyphen at a line end inside a paragraph: where, and what was made of it."""

    paragraph: int
    offset: int
    before: Line
    after: Line
    seam: Seam
    spot: Spot


@dataclass(frozen=True, slots=True)
class Assembly:
    """The reading text with what its making has to report.

    `starts` maps a line to the paragraph and offset it begins at; `wraps` lists for each paragraph
    how many line ends were joined in it.
    """

    paragraphs: tuple[Paragraph, ...]
    starts: Mapping[int, tuple[int, int]]
    hyphens: tuple[Hyphen, ...]
    lines: tuple[tuple[Line, ...], ...]


@dataclass(slots=True)
class _Draft:
    """A paragraph in the making."""

    texts: Sequence[str]
    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0

    def add(self, line: Line, meeting: Seam | None) -> int:
        """Put the line at the end, as `meeting` says; where it starts is returned."""
        if self.pieces and meeting is None:
            return self._extend(line)
        if self.pieces and meeting is not None:
            self._drop(meeting.dropped)
            self.joins.append(meeting.join)
            if meeting.join is Join.SPACE:
                self.text.append(" ")
                self.length += 1
        start = self.length
        self.pieces.append(Piece(start, line.block, line.start, line.end - line.start))
        self._append(line.text)
        self.lines.append(line)
        return start

    def _extend(self, line: Line) -> int:
        """Take in a further line of the same block with the soft break before it."""
        last = self.pieces[-1]
        end = last.block_start + last.length
        self._append(self.texts[line.block][end : line.end])
        self.pieces[-1] = Piece(
            last.start, last.block, last.block_start, line.end - last.block_start
        )
        self.lines.append(line)
        return self.length - (line.end - line.start)

    def _append(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _drop(self, count: int) -> None:
        """Take `count` characters off the end."""
        if count:
            last = self.pieces[-1]
            self.pieces[-1] = Piece(last.start, last.block, last.block_start, last.length - count)
            self.text[-1] = self.text[-1][:-count]
            self.length -= count


def assemble(
    document: Document,
    lines: Sequence[Line],
    removed: frozenset[int],
    apart: frozenset[int],
    goes_on: GoesOn,
    words: Words,
    kept_hyphens: frozenset[Spot] = frozenset(),
) -> Assembly:
    """The reading text of `lines` without those in `removed`.

    Lines begin a paragraph of their own where they enter or leave `apart`. Hyphens in
    `kept_hyphens` stay, whatever the words say.
    """
    texts = [block.text for block in document.blocks]
    drafts: list[_Draft] = []
    starts: dict[int, tuple[int, int]] = {}
    hyphens: list[Hyphen] = []
    between: list[Line] = []
    for line in lines:
        if line.index in removed:
            between.append(line)
            continue
        draft = drafts[-1] if drafts else None
        if draft is not None and _belongs(draft, line, between, apart, goes_on):
            before = draft.lines[-1]
            meeting = _meeting(before, line, words, kept_hyphens)
            if meeting is not None and _at_hyphen(before, meeting):
                spot = Spot(before.block, before.end - 1, before.end)
                place = draft.length - meeting.dropped
                hyphens.append(Hyphen(len(drafts) - 1, place, before, line, meeting, spot))
            starts[line.index] = (len(drafts) - 1, draft.add(line, meeting))
        else:
            drafts.append(_Draft(texts))
            starts[line.index] = (len(drafts) - 1, drafts[-1].add(line, None))
        between = []
    paragraphs = tuple(_finished(document, draft) for draft in drafts)
    return Assembly(paragraphs, starts, tuple(hyphens), tuple(tuple(d.lines) for d in drafts))


def _belongs(
    draft: _Draft, line: Line, between: Sequence[Line], apart: frozenset[int], goes_on: GoesOn
) -> bool:
    last = draft.lines[-1]
    if (last.index in apart) != (line.index in apart) or last.part != line.part:
        return False
    return goes_on(draft.lines, line, between)


def _meeting(before: Line, after: Line, words: Words, kept: frozenset[Spot]) -> Seam | None:
    """How two lines of a paragraph meet; None where the file's own soft break stays."""
    same = before.block == after.block
    if same and before.number is None and before.box is None and is_soft_break(before, after):
        return None
    meeting = seam(before.text, after.text, words)
    if meeting.dropped and Spot(before.block, before.end - 1, before.end) in kept:
        return Seam(Join.HYPHEN_KEPT)
    return meeting


def is_soft_break(before: Line, after: Line) -> bool:
    """Whether a break inside a DOCX paragraph was meant: the sentence does not run through it."""
    return not starts_lower(after.text) or is_closed(before.text)


def _at_hyphen(before: Line, meeting: Seam) -> bool:
    return meeting.join in (Join.WELDED, Join.HYPHEN_KEPT)


def _finished(document: Document, draft: _Draft) -> Paragraph:
    first = draft.lines[0]
    block = document.blocks[first.block]
    text = "".join(draft.text)
    return Paragraph(
        text=text,
        kind=_kind(document, draft, text),
        pieces=tuple(draft.pieces),
        joins=tuple(draft.joins),
        sources=sources_of(draft.lines),
        level=block.level,
        label=block.label,
    )


def _kind(document: Document, draft: _Draft, text: str) -> BlockKind:
    first = draft.lines[0]
    if first.kind is not BlockKind.PARAGRAPH or document.format == "docx":
        return first.kind
    if first.part is not Part.BODY:
        return BlockKind.NOTE
    if is_list_item(text) and not text.startswith(("—", "–")):
        return BlockKind.LIST_ITEM
    if document.format == "text" and _is_heading(first, text):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_heading(first: Line, text: str) -> bool:
    """Whether a paragraph of a text file reads as a heading: short, set apart, no stop at its end."""
    if len(text) > _LONGEST_HEADING or starts_lower(text) or text[-1] in '.!?…:;,。！？،؟—–-»”"':
        return False
    return first.index == 0 or (is_label(text) and len(text) < 80)
