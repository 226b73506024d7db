"""Puts the lines that stay together into the paragraphs of the reading text."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sverka.model import Block, BlockKind, Document, Join, Paragraph, Part, Spot
from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.assembly.assembly_value import Assembly, Hyphen, QuotedLine
from sverka.screening.assembly.carrying import StyleCarrier, carried_objects
from sverka.screening.assembly.paragraph_draft import ParagraphDraft
from sverka.screening.assembly.wordless import with_wordless
from sverka.screening.lines.hyphens import Seam, Words, seam
from sverka.screening.lines.line_joints import GoesOn
from sverka.screening.lines.line_signs import begins_note, is_closed, is_mid_sentence, starts_lower
from sverka.screening.lines.quoting import depth_of, unquoted
from sverka.screening.lines.text_lines import TextLine, sources_of

KindOf = Callable[[Sequence[TextLine], str], BlockKind]
"""Asked for the lines of a paragraph and its text: what it is."""

_TELL_EVERY = 4096
_ASIDE = frozenset({BlockKind.CAPTION, BlockKind.TABLE_CELL})
"""What stands between the halves of a sentence in print and is no part of it."""


@dataclass(frozen=True, slots=True)
class AssemblyRules:
    """What rules the making of paragraphs.

    Lines in `removed` are left out; lines begin a paragraph of their own where they enter or leave
    `apart`. `goes_on` says when a paragraph goes on, `kind_of` what it is, and `words` what became
    of a hyphen at a line end; `hyphens_decided` says of some whether they fall away, whatever the
    words say. `signs_kept` are the signs before quoted lines that stay in the text where these are
    joined. Lines in `notes` are footnotes that stand inside a sentence.
    """

    removed: frozenset[int]
    apart: frozenset[int]
    goes_on: GoesOn
    kind_of: KindOf
    words: Words
    hyphens_decided: Mapping[Spot, bool] = field(default_factory=dict)
    signs_kept: frozenset[Spot] = frozenset()
    notes: frozenset[int] = frozenset()


def assemble(
    document: Document,
    lines: Sequence[TextLine],
    rules: AssemblyRules,
    tell: Callable[[float], None] = lambda fraction: None,
) -> Assembly:
    """The reading text of `lines`; `tell` is told now and then how far it is, from 0 to 1."""
    making = _Making(document, rules)
    for count, line in enumerate(lines):
        if count % _TELL_EVERY == 0:
            tell(count / len(lines))
        making.take(line)
    return making.finished()


class _Making:
    """The reading text in the making: its paragraphs so far, and what is to be reported of them."""

    def __init__(self, document: Document, rules: AssemblyRules) -> None:
        self._document = document
        self._rules = rules
        self._texts = [block.text for block in document.blocks]
        self._drafts: list[ParagraphDraft] = []
        self._starts: dict[int, tuple[int, int]] = {}
        self._hyphens: list[Hyphen] = []
        self._quoted: list[QuotedLine] = []
        self._between: list[TextLine] = []
        self._current = -1

    def take(self, line: TextLine) -> None:
        """Put the next line into the paragraph it belongs to, or keep it as left out."""
        if line.index in self._rules.removed:
            self._between.append(line)
            return
        if line.index in self._rules.notes:
            line = line._replace(part=Part.FOOTNOTE)
        place = _where(self._drafts, self._current, line, self._between, self._rules)
        if place is None:
            place = len(self._drafts)
            self._drafts.append(ParagraphDraft(self._texts))
            start = self._drafts[place].add(line, None)
        else:
            start = self._go_on(place, line)
        self._starts[line.index] = (place, start)
        self._between, self._current = [], place

    def _go_on(self, place: int, line: TextLine) -> int:
        """Let a paragraph go on with the line; where the line starts in it."""
        draft = self._drafts[place]
        before, quoted = draft.lines[-1], line
        signs = None
        if depth_of(draft.lines[0].text) == depth_of(line.text):
            line = unquoted(quoted)
            signs = Spot(line.block, quoted.start, line.start)
        if signs in self._rules.signs_kept:
            line = quoted
        found = _meeting(before, line, self._rules.words, self._document.traits.soft_breaks)
        if found is None:
            return draft.add(quoted, None)
        if found.dropped or not found.sure:
            offset, spot = draft.length - 1, _last_of(before)
            self._hyphens.append(Hyphen(place, offset, before, line, found, spot))
        start = draft.add(line, _as_decided(found, before, self._rules.hyphens_decided))
        if signs is not None and signs.start < signs.end:
            self._quoted.append(QuotedLine(place, start, quoted, signs))
        # Where the signs of the quotation would begin, if they stood in the text.
        return start - (line.start - quoted.start)

    def finished(self) -> Assembly:
        """The paragraphs, and what their making has to report."""
        blocks = self._document.blocks
        paragraphs = tuple(_finished(blocks, self._drafts, self._rules.kind_of))
        lines = tuple(tuple(draft.lines) for draft in self._drafts)
        assembly = Assembly(
            paragraphs, self._starts, tuple(self._hyphens), lines, tuple(self._quoted)
        )
        return with_wordless(assembly, blocks)


def _where(
    drafts: Sequence[ParagraphDraft],
    current: int,
    line: TextLine,
    between: Sequence[TextLine],
    rules: AssemblyRules,
) -> int | None:
    """The paragraph that goes on with the line; None where it begins one.

    That is the `current` one, which the line before went into, or the last of the text where it
    was left at the foot of a column and nothing but notes in smaller print stood between.
    """
    if line.index in rules.notes and begins_note(line.text):
        return None
    for place in _candidates(drafts, current, line, rules.notes):
        last = drafts[place].lines[-1]
        if not _are_parted(last, line, rules.apart):
            older = place != current and drafts[-1].lines[-1].index not in rules.notes
            if older and not is_mid_sentence(last.text, line.text):
                continue
            if _is_same_line(last, line) or rules.goes_on(drafts[place].lines, line, between):
                return place
    return None


def _are_parted(last: TextLine, line: TextLine, apart: frozenset[int]) -> bool:
    """Whether two lines cannot be of one paragraph: of a note and the text, of two cells."""
    own = (last.index in apart) == (line.index in apart)
    captions = (last.kind is BlockKind.CAPTION) != (line.kind is BlockKind.CAPTION)
    places = last.part, last.note, last.cell
    return not own or captions or places != (line.part, line.note, line.cell)


def _is_same_line(last: TextLine, line: TextLine) -> bool:
    """Whether both stood in one line, which a header was pasted into."""
    return last.block == line.block and last.number is not None and last.number == line.number


def _candidates(
    drafts: Sequence[ParagraphDraft], current: int, line: TextLine, notes: frozenset[int]
) -> Iterator[int]:
    if not drafts:
        return
    yield current
    if line.cell is not None:
        # A row may go on behind a page end, in several of its cells.
        for place in range(len(drafts) - 1, max(-1, len(drafts) - weights.MOST_NOTES), -1):
            if drafts[place].lines[-1].cell == line.cell and place != current:
                yield place
                return
        return
    if notes and line.index not in notes and drafts[-1].lines[-1].index in notes:
        text = (k for k in range(len(drafts) - 2, -1, -1) if drafts[k].lines[-1].index not in notes)
        yield from islice(text, 1)
        return
    if line.size is None or not _is_aside(drafts[current].lines[-1], line):
        return
    for place in range(len(drafts) - 1, max(-1, len(drafts) - weights.MOST_NOTES), -1):
        last = drafts[place].lines[-1]
        if not _is_aside(last, line):
            if last.page is not None and line.page is not None and line.page - last.page <= 1:
                yield place
            return


def _is_aside(other: TextLine, line: TextLine) -> bool:
    """Whether the other line is no text beside this one: a caption, a note in smaller print."""
    if line.kind not in _ASIDE and other.kind in _ASIDE:
        return True
    return (
        other.size is not None
        and line.size is not None
        and other.size < weights.NOTE_SIZE * line.size
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
    blocks: Sequence[Block], drafts: Sequence[ParagraphDraft], kind_of: KindOf
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
            recognised=looks.recognised(draft.pieces),
        )
