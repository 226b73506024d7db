"""Puts the stories of a DOCX in order and says what was special about them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from sverka.model import (
    Block,
    BlockKind,
    Notice,
    NoticeCode,
    Part,
    Run,
    Source,
    Tracked,
    TrackedChange,
)
from sverka.readers.docx.charts import lines_of, part_id
from sverka.readers.docx.document_theme import read_theme
from sverka.readers.docx.drawings import is_chart, lettering
from sverka.readers.docx.header_sections import header_sections
from sverka.readers.docx.numbering import read_numbering
from sverka.readers.docx.package import Package, StoryPart, story_part
from sverka.readers.docx.paragraph_content import REFERENCES
from sverka.readers.docx.revisions import has_tracked_changes
from sverka.readers.docx.story import SharedState, Story, read_story
from sverka.readers.docx.styles import read_list_styles, read_styles
from sverka.readers.docx.tracked_changes import tracked_changes
from sverka.readers.docx.wordprocessing import number, value, w
from sverka.readers.list_numerals import numeral
from sverka.readers.office.paragraph_blocks import of_note
from sverka.readers.office.printed_headers import different_headers
from sverka.readers.reading_steps import stepper
from sverka.readers.registry import Settings
from sverka.readers.tracked_notices import tracked_notices

OPENED = 0.2
"""How far the reading is when the file is open and its stories begin, of 1."""
_STEP = 256
_RESERVED = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class ReadStories:
    """All blocks of a document, what the user should know, and the changes tracked in it."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]
    tracked: tuple[TrackedChange, ...]


@dataclass(slots=True)
class _Reading:
    """A DOCX being read: its main part, what its stories share, and the other parts met so far."""

    package: Package
    main: StoryPart
    shared: SharedState
    preferences: etree._Element | None
    others: list[StoryPart]

    def open(self, name: str | None) -> StoryPart | None:
        """A part with text in it by its name; None where it is missing or broken."""
        root = None if name is None else self.package.optional(name)
        if name is None or root is None:
            return None
        self.others.append(story_part(self.package, name, root))
        return self.others[-1]


def read_blocks(
    package: Package, part: str, root: etree._Element, settings: Settings
) -> ReadStories:
    """All stories of the document whose main part is `root`."""
    style_root = package.related(part, "styles")
    preferences = package.related(part, "settings")
    theme = read_theme(package.related(part, "theme"), preferences)
    shared = SharedState(
        read_styles(style_root, theme),
        settings.tracked,
        read_numbering(package.related(part, "numbering"), read_list_styles(style_root)),
    )
    main = story_part(package, part, root)
    reading = _Reading(package, main, shared, preferences, [])
    body = _body(reading, stepper(settings, len(main.ordinals), _STEP, OPENED))
    boxes = list(body.boxes)
    notes = [*_notes(reading, "footnotes"), *_notes(reading, "endnotes")]
    boxed = _boxed(boxes, main, Part.TEXT_BOX, shared)
    comments = _notes(reading, "comments")
    headers, left_out = _headers_and_footers(reading)
    blocks = (*body.blocks, *notes, *boxed, *comments, *headers)
    tracked = _tracked(reading, blocks)
    return ReadStories(blocks, tuple(_notices(reading, left_out, tracked)), tracked)


def _tracked(reading: _Reading, blocks: Sequence[Block]) -> tuple[TrackedChange, ...]:
    """The changes tracked in all parts that were read, where they were asked for."""
    if reading.shared.tracked is not Tracked.KEEP:
        return ()
    parts = {one.name: one for one in (reading.main, *reading.others)}
    return tracked_changes(parts.values(), blocks)


def _body(reading: _Reading, step: Callable[[], None]) -> Story:
    """The body; of several, which only broken writers make, all."""
    stories = [
        read_story(body, reading.main, Part.BODY, reading.shared, step=step)
        for body in reading.main.root.findall(w("body"))
    ]
    return Story(
        tuple(block for story in stories for block in story.blocks),
        tuple(box for story in stories for box in story.boxes),
    )


def _boxed(
    boxes: Sequence[etree._Element], home: StoryPart, part: Part, shared: SharedState
) -> list[Block]:
    """The blocks of text boxes, charts and lettering, and of boxes inside, after one another."""
    blocks: list[Block] = []
    waiting = list(boxes)
    while waiting:
        element = waiting.pop(0)
        if is_chart(element):
            blocks += _charted(element, home, part, shared)
            continue
        if words := lettering(element):
            blocks.append(Block(BlockKind.PARAGRAPH, (Run(words),), source=Source(part)))
            continue
        story = read_story(element, home, part, shared)
        blocks += story.blocks
        waiting = [*story.boxes, *waiting]
    return blocks


def _charted(
    graphic: etree._Element, home: StoryPart, part: Part, shared: SharedState
) -> list[Block]:
    """What a chart or a diagram says, a block a line; one that says nothing is remarked upon."""
    root = home.linked(part_id(graphic))
    lines = [] if root is None else lines_of(root)
    shared.remarks.charts += not lines
    return [Block(BlockKind.PARAGRAPH, (Run(line),), source=Source(part)) for line in lines]


def _whole(
    root: etree._Element,
    home: StoryPart,
    part: Part,
    shared: SharedState,
    plain: BlockKind = BlockKind.PARAGRAPH,
) -> list[Block]:
    """The blocks of a story beside the body, its text boxes included."""
    story = read_story(root, home, part, shared, plain=plain)
    return [*story.blocks, *_boxed(story.boxes, home, part, shared)]


_ELEMENTS = {
    "footnotes": (w("footnote"), w("footnoteReference"), Part.FOOTNOTE),
    "endnotes": (w("endnote"), w("endnoteReference"), Part.ENDNOTE),
    "comments": (w("comment"), w("commentReference"), Part.COMMENT),
}


def _notes(reading: _Reading, kind: str) -> Iterator[Block]:
    """The notes of a kind in the order of their marks in the text, then those without a mark.

    Notes whose only mark stands in text that tracked changes take away go with it.
    """
    home = reading.open(reading.package.name_of(reading.main.name, kind))
    if home is None:
        return
    tag, mark, part = _ELEMENTS[kind]
    elements = {e.get(w("id"), ""): e for e in home.root.iter(tag)}
    marked = {e.get(w("id")) for e in reading.main.root.iter(mark)}
    style, count = _note_numbers(reading, kind)
    seen: dict[str, str | None] = {}
    for reference in reading.shared.references:
        if reference.kind == kind and reference.id not in seen:
            seen[reference.id] = None if reference.own_mark else numeral(count, style)
            count += not reference.own_mark
    for note_id in [*seen, *(i for i in elements if i not in marked)]:
        element = elements.get(note_id)
        if element is None or element.get(w("type")) in _RESERVED:
            continue
        label = element.get(w("author")) if kind == "comments" else seen.get(note_id)
        blocks = _whole(element, home, part, reading.shared, BlockKind.NOTE)
        yield from of_note(blocks, label, f"{REFERENCES[mark][1]}:{note_id}")


def _note_numbers(reading: _Reading, kind: str) -> tuple[str, int]:
    """The number format of the notes and the first number."""
    name = "footnotePr" if kind == "footnotes" else "endnotePr"
    style = "decimal" if kind != "endnotes" else "lowerRoman"
    start = 1
    sections = reading.main.root.iter(w("sectPr"))
    for holder in (reading.preferences, next(sections, None)):
        properties = None if holder is None else holder.find(w(name))
        style = value(properties, "numFmt") or style
        start = number(properties, "numStart") or start
    return style, start


def _headers_and_footers(reading: _Reading) -> tuple[list[Block], bool]:
    """Each different header, then each different footer; and whether any is not printed."""
    targets = {r.id: r.target for r in reading.package.relationships(reading.main.name)}
    blocks: list[Block] = []
    left_out = False
    for part, tag in ((Part.HEADER, w("headerReference")), (Part.FOOTER, w("footerReference"))):
        sections = header_sections(reading.main.root, tag, reading.preferences)
        read = (
            (_header(reading, targets.get(key, ""), part), printed)
            for key, printed in sections.places.items()
        )
        own, unprinted = different_headers(part, read, sections.count)
        blocks += own
        left_out |= unprinted
    return blocks, left_out


def _header(reading: _Reading, target: str, part: Part) -> list[Block]:
    home = reading.open(target)
    return [] if home is None else _whole(home.root, home, part, reading.shared)


def _notices(
    reading: _Reading, headers_left_out: bool, tracked: Sequence[TrackedChange]
) -> Iterator[Notice]:
    remarks = reading.shared.remarks
    shown, mode = reading.package.archive.shown, reading.shared.tracked
    file = {"file": shown}
    parts = (reading.main, *reading.others)
    revised = not tracked and any(has_tracked_changes(one.root) for one in parts)
    yield from tracked_notices(shown, mode, tracked, revised=revised)
    if remarks.hidden:
        yield Notice(NoticeCode.HIDDEN_TEXT, file)
    if headers_left_out:
        yield Notice(NoticeCode.HEADERS_LEFT_OUT, file)
    if remarks.unknown_symbols:
        yield Notice(NoticeCode.UNKNOWN_SYMBOLS, {**file, "count": remarks.unknown_symbols})
    if remarks.charts:
        yield Notice(NoticeCode.CHARTS_NOT_READ, file)
    if remarks.embedded:
        yield Notice(NoticeCode.EMBEDDED_NOT_READ, file)
