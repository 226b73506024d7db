"""Puts the stories of a DOCX in order and says what was special about them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from sverka.model import Block, BlockKind, Notice, NoticeCode, Part, Run, Stage, Tracked
from sverka.readers.docx.list_numerals import numeral
from sverka.readers.docx.numbering import read_numbering
from sverka.readers.docx.package import Package
from sverka.readers.docx.revisions import has_tracked_changes
from sverka.readers.docx.story import Setting, Story, read_story
from sverka.readers.docx.styles import read_list_styles, read_styles
from sverka.readers.docx.wordprocessing import R_ID, number, switch, value, w
from sverka.readers.registry import Settings

_STEP = 256
_RESERVED = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_TYPES = ("first", "default", "even")


@dataclass(slots=True)
class _Reading:
    """A DOCX being read: its main part, what its stories share, and the roots met so far."""

    package: Package
    part: str
    root: etree._Element
    setting: Setting
    preferences: etree._Element | None
    roots: list[etree._Element]

    def related(self, kind: str) -> etree._Element | None:
        found = self.package.related(self.part, kind)
        if found is not None:
            self.roots.append(found)
        return found


def read_blocks(
    package: Package, part: str, root: etree._Element, settings: Settings
) -> tuple[tuple[Block, ...], tuple[Notice, ...]]:
    """All blocks of the document whose main part is `root`, and what the user should know."""
    style_root = package.related(part, "styles")
    setting = Setting(
        read_styles(style_root),
        settings.tracked,
        read_numbering(package.related(part, "numbering"), read_list_styles(style_root)),
    )
    reading = _Reading(package, part, root, setting, package.related(part, "settings"), [root])
    body = _body(reading, _stepper(root, settings))
    boxes = list(body.boxes)
    notes = [*_notes(reading, "footnotes"), *_notes(reading, "endnotes")]
    boxed = _boxed(boxes, Part.TEXT_BOX, setting)
    comments = _notes(reading, "comments")
    headers, left_out = _headers_and_footers(reading)
    blocks = (*body.blocks, *notes, *boxed, *comments, *headers)
    return blocks, tuple(_notices(reading, left_out))


def _stepper(root: etree._Element, settings: Settings) -> Callable[[], None]:
    """Called for each paragraph of the body: tells the progress now and then."""
    total = max(1, sum(1 for _paragraph in root.iter(w("p"))))
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % _STEP == 0:
            settings.progress(Stage.READING, 0.2 + 0.8 * min(1.0, done / total))

    return step


def _body(reading: _Reading, step: Callable[[], None]) -> Story:
    """The body; of several, which only broken writers make, all."""
    stories = [
        read_story(body, Part.BODY, reading.setting, step=step)
        for body in reading.root.findall(w("body"))
    ]
    return Story(
        tuple(block for story in stories for block in story.blocks),
        tuple(box for story in stories for box in story.boxes),
    )


def _boxed(boxes: Sequence[etree._Element], part: Part, setting: Setting) -> list[Block]:
    """The blocks of text boxes, and of those inside them, after one another."""
    blocks: list[Block] = []
    waiting = list(boxes)
    while waiting:
        story = read_story(waiting.pop(0), part, setting)
        blocks += story.blocks
        waiting = [*story.boxes, *waiting]
    return blocks


def _whole(
    root: etree._Element, part: Part, setting: Setting, plain: BlockKind = BlockKind.PARAGRAPH
) -> list[Block]:
    """The blocks of a story beside the body, its text boxes included."""
    story = read_story(root, part, setting, plain=plain)
    return [*story.blocks, *_boxed(story.boxes, part, setting)]


_ELEMENTS = {
    "footnotes": (w("footnote"), w("footnoteReference"), Part.FOOTNOTE),
    "endnotes": (w("endnote"), w("endnoteReference"), Part.ENDNOTE),
    "comments": (w("comment"), w("commentReference"), Part.COMMENT),
}


def _notes(reading: _Reading, kind: str) -> Iterator[Block]:
    """The notes of a kind in the order of their marks in the text, then those without a mark.

    Notes whose only mark stands in text that tracked changes take away go with it.
    """
    root = reading.related(kind)
    if root is None:
        return
    tag, mark, part = _ELEMENTS[kind]
    elements = {e.get(w("id"), ""): e for e in root.iter(tag)}
    marked = {e.get(w("id")) for e in reading.root.iter(mark)}
    style, count = _note_numbers(reading, kind)
    seen: dict[str, str | None] = {}
    for reference in reading.setting.references:
        if reference.kind == kind and reference.id not in seen:
            seen[reference.id] = None if reference.own_mark else numeral(count, style)
            count += not reference.own_mark
    for note_id in [*seen, *(i for i in elements if i not in marked)]:
        element = elements.get(note_id)
        if element is None or element.get(w("type")) in _RESERVED:
            continue
        label = element.get(w("author")) if kind == "comments" else seen.get(note_id)
        yield from _labelled(_whole(element, part, reading.setting, BlockKind.NOTE), label)


def _labelled(blocks: list[Block], label: str | None) -> list[Block]:
    """A note with its number at its first block, without the space Word puts between them."""
    if not blocks:
        return blocks
    first = blocks[0]
    runs = list(first.runs)
    while runs and not (stripped := runs[0].text.lstrip()):
        runs.pop(0)
    if runs:
        runs[0] = Run(stripped, runs[0].style)
    return [replace(first, runs=tuple(runs), label=label or first.label), *blocks[1:]]


def _note_numbers(reading: _Reading, kind: str) -> tuple[str, int]:
    """The number format of the notes and the first number."""
    name = "footnotePr" if kind == "footnotes" else "endnotePr"
    style = "decimal" if kind != "endnotes" else "lowerRoman"
    start = 1
    sections = reading.root.iter(w("sectPr"))
    for holder in (reading.preferences, next(sections, None)):
        properties = None if holder is None else holder.find(w(name))
        style = value(properties, "numFmt") or style
        start = number(properties, "numStart") or start
    return style, start


def _headers_and_footers(reading: _Reading) -> tuple[list[Block], bool]:
    """Each different header, then each different footer; and whether any is not printed."""
    targets = {r.id: r.target for r in reading.package.relationships(reading.part)}
    even = bool(switch(reading.preferences, "evenAndOddHeaders"))
    blocks: list[Block] = []
    left_out = False
    for part, tag in ((Part.HEADER, w("headerReference")), (Part.FOOTER, w("footerReference"))):
        seen: set[tuple[str, ...]] = set()
        printed, others = _printed(reading.root, tag, even)
        for key in printed:
            found = _header(reading, targets.get(key, ""), part)
            texts = tuple(block.text for block in found)
            if texts not in seen:
                seen.add(texts)
                blocks += found
        left_out |= any(_header(reading, targets.get(key, ""), part) for key in others)
    return blocks, left_out


def _header(reading: _Reading, target: str, part: Part) -> list[Block]:
    root = reading.package.optional(target)
    if root is None:
        return []
    reading.roots.append(root)
    return _whole(root, part, reading.setting)


def _printed(root: etree._Element, tag: str, even: bool) -> tuple[list[str], list[str]]:
    """Relationship ids of the headers that are printed, in order, and of those that are not.

    Printed are those for first pages where a section has one of its own, those for even pages
    where the document tells pages apart, and the ordinary ones. A section that names none of a
    type has that of the section before it.
    """
    current: dict[str, str] = {}
    printed: list[str] = []
    named: list[str] = []
    for section in root.iter(w("sectPr")):
        for reference in section.findall(tag):
            current[reference.get(w("type"), "default")] = reference.get(R_ID, "")
        named += current.values()
        active = {"first": bool(switch(section, "titlePg")), "default": True, "even": even}
        printed += [current[kind] for kind in _TYPES if active[kind] and kind in current]
    printed = list(dict.fromkeys(printed))
    return printed, [key for key in dict.fromkeys(named) if key not in printed]


def _notices(reading: _Reading, headers_left_out: bool) -> Iterator[Notice]:
    remarks = reading.setting.remarks
    file = {"file": reading.package.archive.shown}
    if any(has_tracked_changes(root) for root in reading.roots):
        accepted = reading.setting.tracked is Tracked.ACCEPT
        yield Notice(NoticeCode.TRACKED_ACCEPTED if accepted else NoticeCode.TRACKED_REJECTED, file)
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
