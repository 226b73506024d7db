"""Puts the stories of an OpenDocument in order and says what was special about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from sverka.model import Block, BlockKind, Notice, NoticeCode, Part, Tracked, TrackedChange
from sverka.readers.odt.odf_headers import headers
from sverka.readers.odt.odf_styles import OdfStyles
from sverka.readers.odt.odf_walk import FoundNote, OdfState, Walk
from sverka.readers.office.paragraph_blocks import of_note
from sverka.readers.office.printed_headers import Printed, different_headers
from sverka.readers.tracked_notices import tracked_notices


@dataclass(frozen=True, slots=True)
class Stories:
    """All blocks of a document, what the user should know, and the changes tracked in it."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]
    tracked: tuple[TrackedChange, ...]


def read_stories(
    body: etree._Element,
    pages: etree._Element | None,
    shared: OdfState,
    styles: tuple[OdfStyles, OdfStyles],
) -> Stories:
    """The body, then notes, text boxes, comments, headers and footers.

    `pages` holds the page styles; `styles` are those that the body sees, and those they see.
    """
    own, of_pages = styles
    walk = Walk(shared, own, Part.BODY)
    walk.container(body)
    blocks = [*walk.blocks]
    boxed = _boxed(walk.boxes, shared, own, Part.TEXT_BOX)
    blocks += _notes(shared, own, (Part.FOOTNOTE, Part.ENDNOTE))
    blocks += boxed
    blocks += _notes(shared, own, (Part.COMMENT,))
    found, left_out = _headers_and_footers(pages, shared, of_pages)
    blocks += found
    tracked = tuple(shared.revisions.told()) if shared.revisions.tracked is Tracked.KEEP else ()
    notices = tuple(_notices(shared, left_out, tracked))
    return Stories(tuple(blocks), notices, tracked)


def _boxed(
    boxes: Sequence[etree._Element], shared: OdfState, styles: OdfStyles, part: Part
) -> list[Block]:
    """The blocks of text boxes, and of boxes inside, after one another."""
    blocks: list[Block] = []
    waiting = list(boxes)
    while waiting:
        walk = Walk(shared, styles, part)
        walk.container(waiting.pop(0))
        blocks += walk.blocks
        waiting = [*walk.boxes, *waiting]
    return blocks


def _notes(shared: OdfState, styles: OdfStyles, parts: Sequence[Part]) -> Iterator[Block]:
    """The notes of these kinds in the order of their marks; a note may have comments of its own."""
    for part in parts:
        read = 0
        while read < len(shared.notes):
            note = shared.notes[read]
            read += 1
            if note.part is part:
                yield from _noted(note, shared, styles)


def _noted(note: FoundNote, shared: OdfState, styles: OdfStyles) -> Iterator[Block]:
    walk = Walk(shared, styles, note.part, BlockKind.NOTE)
    walk.container(note.element)
    blocks = [*walk.blocks, *_boxed(walk.boxes, shared, styles, note.part)]
    yield from of_note(blocks, note.label, note.key)


def _headers_and_footers(
    pages: etree._Element | None, shared: OdfState, styles: OdfStyles
) -> tuple[list[Block], bool]:
    """Each different header, then each different footer; and whether any is not printed."""
    blocks: list[Block] = []
    left_out = False
    count = max(1, len(shared.masters))
    for part, tag in ((Part.HEADER, "header"), (Part.FOOTER, "footer")):
        read: dict[etree._Element, list[Block]] = {}
        found: list[tuple[list[Block], list[Printed]]] = []
        for one in headers(pages, shared.masters, tag):
            if one.element not in read:
                walk = Walk(shared, styles, part)
                walk.container(one.element)
                boxed = _boxed(walk.boxes, shared, styles, part)
                read[one.element] = [*walk.blocks, *boxed]
            printed = [] if one.pages is None else [(one.pages, one.section)]
            found.append((read[one.element], printed))
        own, unprinted = different_headers(part, found, count)
        blocks += own
        left_out |= unprinted
    return blocks, left_out


def _notices(
    shared: OdfState, left_out: bool, tracked: Sequence[TrackedChange]
) -> Iterator[Notice]:
    file = {"file": shared.shown}
    revised = bool(shared.revisions.regions)
    yield from tracked_notices(shared.shown, shared.revisions.tracked, tracked, revised=revised)
    if shared.hidden:
        yield Notice(NoticeCode.HIDDEN_TEXT, file)
    if left_out:
        yield Notice(NoticeCode.HEADERS_LEFT_OUT, file)
    if shared.drawings.embedded:
        yield Notice(NoticeCode.EMBEDDED_NOT_READ, file)
