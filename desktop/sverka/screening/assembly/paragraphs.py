"""Puts the lines that stay together into the paragraphs of the reading text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from sverka.model import Block, BlockKind, Document, Join, Paragraph, Piece, Spot
from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.assembly.carrying import StyleCarrier, carried_objects
from sverka.screening.lines.hyphens import Seam, Words, seam
from sverka.screening.lines.line_joints import GoesOn
from sverka.screening.lines.line_signs import is_closed, is_mid_sentence, starts_lower
from sverka.screening.lines.text_lines import TextLine, sources_of

KindOf = Callable[[Sequence[TextLine], str], BlockKind]
"""Asked for the lines of a paragraph and its text: what it is."""

NONE_DECIDED: Mapping[Spot, bool] = MappingProxyType({})
_TELL_EVERY = 4096


@dataclass(frozen=True, slots=True)
class Hyphen:
    """A hyphen at a line end inside a paragraph that falls away, or of which nobody knows.

    `offset` is in the text of the paragraph: where it stood, or stands. `seam` is what the words of
    both versions say about it, whatever the user decided.
    """

    paragraph: int
    offset: int
    before: TextLine
    after: TextLine
    seam: Seam
    spot: Spot


@dataclass(frozen=True, slots=True)
class Assembly:
    """The reading text with what its making has to report.

    `starts` maps a line to the paragraph and offset it begins at; `lines` has the lines of each
    paragraph.
    """

    paragraphs: tuple[Paragraph, ...]
    starts: Mapping[int, tuple[int, int]]
    hyphens: tuple[Hyphen, ...]
    lines: tuple[tuple[TextLine, ...], ...]


@dataclass(slots=True)
class _Draft:
    """A paragraph in the making."""

    texts: Sequence[str]
    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    length: int = 0

    def add(self, line: TextLine, meeting: Seam | None) -> int:
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

    def _extend(self, line: TextLine) -> int:
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
    lines: Sequence[TextLine],
    removed: frozenset[int],
    apart: frozenset[int],
    goes_on: GoesOn,
    kind_of: KindOf,
    words: Words,
    decided: Mapping[Spot, bool] = NONE_DECIDED,
    tell: Callable[[float], None] = lambda fraction: None,
) -> Assembly:
    """The reading text of `lines` without those in `removed`.

    Lines begin a paragraph of their own where they enter or leave `apart`. `decided` says of
    hyphens at line ends whether they fall away, whatever the words say. `tell` is told now and then
    how far it is, from 0 to 1.
    """
    texts = [block.text for block in document.blocks]
    drafts: list[_Draft] = []
    starts: dict[int, tuple[int, int]] = {}
    hyphens: list[Hyphen] = []
    between: list[TextLine] = []
    for count, line in enumerate(lines):
        if count % _TELL_EVERY == 0:
            tell(count / len(lines))
        if line.index in removed:
            between.append(line)
            continue
        place = _where(drafts, line, between, apart, goes_on)
        if place is None:
            drafts.append(_Draft(texts))
            starts[line.index] = (len(drafts) - 1, drafts[-1].add(line, None))
        else:
            draft = drafts[place]
            before = draft.lines[-1]
            meeting = found = _meeting(before, line, words, document.traits.soft_breaks)
            if found is not None:
                meeting = _as_decided(found, before, decided)
                if found.dropped or not found.sure:
                    offset = draft.length - 1
                    spot = _last_of(before)
                    hyphens.append(Hyphen(place, offset, before, line, found, spot))
            starts[line.index] = (place, draft.add(line, meeting))
        between = []
    paragraphs = tuple(_finished(document.blocks, drafts, kind_of))
    return Assembly(paragraphs, starts, tuple(hyphens), tuple(tuple(d.lines) for d in drafts))


def _where(
    drafts: Sequence[_Draft],
    line: TextLine,
    between: Sequence[TextLine],
    apart: frozenset[int],
    goes_on: GoesOn,
) -> int | None:
    """The paragraph that goes on with the line; None where it begins one.

    That is the last one, or the last of the text where it was left at the foot of a column and
    nothing but notes in smaller print stood between.
    """
    for place in _candidates(drafts, line):
        last = drafts[place].lines[-1]
        if (last.index in apart) == (line.index in apart) and last.part == line.part:
            older = place < len(drafts) - 1
            if older and not is_mid_sentence(last.text, line.text):
                continue
            if goes_on(drafts[place].lines, line, between):
                return place
    return None


def _candidates(drafts: Sequence[_Draft], line: TextLine) -> Iterator[int]:
    if not drafts:
        return
    yield len(drafts) - 1
    if line.size is None or not _is_smaller(drafts[-1].lines[-1], line):
        return
    for place in range(len(drafts) - 2, max(-1, len(drafts) - weights.MOST_NOTES), -1):
        last = drafts[place].lines[-1]
        if not _is_smaller(last, line):
            if last.page is not None and line.page is not None and line.page - last.page <= 1:
                yield place
            return


def _is_smaller(note: TextLine, line: TextLine) -> bool:
    return (
        note.size is not None
        and line.size is not None
        and note.size < weights.NOTE_SIZE * line.size
    )


def _meeting(before: TextLine, after: TextLine, words: Words, soft_breaks: bool) -> Seam | None:
    """How two lines of a paragraph meet; None where the file's own soft break stays."""
    own = soft_breaks and before.block == after.block
    if own and is_soft_break(before, after):
        return None
    return seam(before.text, after.text, words)


def _as_decided(meeting: Seam, before: TextLine, decided: Mapping[Spot, bool]) -> Seam:
    """How they meet after all: a hyphen falls away or stays as the user wants it."""
    falls = decided.get(_last_of(before))
    if falls is None or (meeting.sure and not meeting.dropped):
        return meeting
    return Seam(Join.WELDED, 1) if falls else Seam(Join.HYPHEN_KEPT)


def _last_of(line: TextLine) -> Spot:
    return Spot(line.block, line.end - 1, line.end)


def is_soft_break(before: TextLine, after: TextLine) -> bool:
    """Whether a break inside a paragraph was meant: the sentence does not run through it."""
    return not starts_lower(after.text) or is_closed(before.text)


def _finished(
    blocks: Sequence[Block], drafts: Sequence[_Draft], kind_of: KindOf
) -> Iterator[Paragraph]:
    """The paragraphs; what is said of a paragraph as a whole its first block says."""
    looks = StyleCarrier(blocks)
    objects = carried_objects(blocks, [draft.pieces for draft in drafts])
    for number, draft in enumerate(drafts):
        block = blocks[draft.lines[0].block]
        text = "".join(draft.text)
        yield Paragraph(
            text=text,
            kind=kind_of(draft.lines, text),
            pieces=tuple(draft.pieces),
            joins=tuple(draft.joins),
            sources=sources_of(draft.lines),
            level=block.level,
            label=block.label,
            styles=looks.spans(draft.pieces),
            objects=objects.get(number, ()),
            cell=block.cell,
            item=block.item,
            style_name=block.style_name,
            note=block.note,
        )
