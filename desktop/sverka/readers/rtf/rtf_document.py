"""Makes the Document of an RTF: the body, then notes, text boxes, comments, headers and footers."""

import locale
from collections.abc import Callable, Iterator
from dataclasses import replace

from sverka.model import (
    Aspect,
    Block,
    Document,
    HeaderPages,
    Notice,
    NoticeCode,
    Part,
    Properties,
    Stage,
    Traits,
)
from sverka.readers.intake import Intake, without_text
from sverka.readers.office.paragraph_blocks import of_note
from sverka.readers.office.printed_headers import Printed, different_headers
from sverka.readers.registry import Settings
from sverka.readers.rtf.rtf_definitions import Definitions
from sverka.readers.rtf.rtf_revisions import RtfRevisions
from sverka.readers.rtf.rtf_stories import RtfStory
from sverka.readers.rtf.rtf_tables import flattened
from sverka.readers.rtf.rtf_tokens import tokens
from sverka.readers.rtf.rtf_walk import RtfWalk
from sverka.readers.tracked_notices import tracked_notices

_TRAITS = Traits(
    soft_breaks=True,
    formatted=True,
    structured=True,
    tells=frozenset(
        {
            Aspect.FORMATTING,
            Aspect.HEADING_LEVELS,
            Aspect.LIST_NUMBERS,
            Aspect.TABLES,
            Aspect.LINKS,
            Aspect.NOTE_MARKS,
            Aspect.FIELDS,
            Aspect.FORMULAS,
            Aspect.HEADERS,
        }
    ),
)
"""Pictures are not told: programs write them anew as they store them in an RTF."""

_STEP = 64 * 1024


def read_document(intake: Intake, settings: Settings) -> Document:
    """Read a text of Word, WordPad or of whatever writes RTF."""
    defined = Definitions()
    revisions = RtfRevisions(settings.tracked, defined.authors)
    walk = RtfWalk(intake.path, revisions, defined)
    walk.follow(tokens(intake.data), _stepper(len(intake.data), settings))
    blocks, left_out = _blocks(walk)
    if not any(block.text.strip() for block in blocks):
        raise without_text(intake.path)
    return Document(
        path=intake.path,
        format="rtf",
        sha256=intake.sha256,
        properties=Properties(
            size=len(intake.data),
            modified=intake.modified,
            title=walk.properties.get("title") or None,
            author=walk.properties.get("author") or None,
            language=_language(walk.language),
        ),
        blocks=tuple(blocks),
        notices=tuple(_notices(walk, left_out)),
        traits=_TRAITS,
        tracked=tuple(revisions.told),
    )


def _stepper(total: int, settings: Settings) -> Callable[[int], None]:
    """Called with the place in the file: tells the progress now and then."""
    told = 0

    def step(place: int) -> None:
        nonlocal told
        if place - told >= _STEP:
            told = place
            settings.progress(Stage.READING, min(1.0, place / total))

    return step


def _language(number: int | None) -> str | None:
    """The language that a number of Windows stands for."""
    named = locale.windows_locale.get(number or 0)
    return named.replace("_", "-") if named else None


def _blocks(walk: RtfWalk) -> tuple[list[Block], bool]:
    """All blocks in order, and whether a header or footer is not printed."""
    count = [0]
    notes = sorted(walk.notes, key=lambda note: note.part is Part.ENDNOTE)
    stories = [walk.stories[0], *notes, *walk.boxes, *walk.comments]
    blocks = [block for story in stories for block in _of(story, count)]
    left_out = False
    for part in (Part.HEADER, Part.FOOTER):
        found = (([*_of(story, count)], places) for story, places in _printed(walk, part))
        own, unprinted = different_headers(part, found, len(walk.sections))
        blocks += own
        left_out |= unprinted
    return blocks, left_out


def _of(story: RtfStory, count: list[int]) -> Iterator[Block]:
    blocks = list(flattened(story.close(), count, None))
    for block in of_note(blocks, story.mark, story.note or None):
        yield replace(block, source=replace(block.source, part=story.part))


def _printed(walk: RtfWalk, part: Part) -> Iterator[tuple[RtfStory, list[Printed]]]:
    """Each header with the pages and sections it is printed on, none where nobody sees it."""
    found: dict[int, tuple[RtfStory, list[Printed]]] = {}
    for number, section in enumerate(walk.sections, start=1):
        shown = {HeaderPages.EVEN: walk.even, HeaderPages.FIRST: section.first}
        for (own, pages), story in section.headers.items():
            if own is part:
                places = found.setdefault(id(story), (story, []))[1]
                places += [(pages, number)] if shown.get(pages, True) else []
    yield from found.values()


def _notices(walk: RtfWalk, left_out: bool) -> Iterator[Notice]:
    file = {"file": walk.shown}
    revisions = walk.revisions
    yield from tracked_notices(walk.shown, revisions.tracked, revisions.told, revised=revisions.met)
    if walk.hidden:
        yield Notice(NoticeCode.HIDDEN_TEXT, file)
    if left_out:
        yield Notice(NoticeCode.HEADERS_LEFT_OUT, file)
    if walk.embedded:
        yield Notice(NoticeCode.EMBEDDED_NOT_READ, file)
