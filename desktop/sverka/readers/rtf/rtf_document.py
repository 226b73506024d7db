"""Makes the Document of an RTF: the body, then notes, text boxes, comments, headers and footers."""

import locale
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from sverka.model import (
    Aspect,
    Block,
    Document,
    HeaderPages,
    HeaderPlace,
    Notice,
    NoticeCode,
    Part,
    Properties,
    Source,
    Stage,
    Tracked,
    Traits,
)
from sverka.readers.docx.tracked_changes import authors_of
from sverka.readers.intake import Intake, without_text
from sverka.readers.registry import Settings
from sverka.readers.rtf.rtf_stories import RtfStory
from sverka.readers.rtf.rtf_tables import flattened
from sverka.readers.rtf.rtf_tokens import tokens
from sverka.readers.rtf.rtf_walk import RtfWalk

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
            Aspect.HEADERS,
        }
    ),
)
"""Pictures are not told: programs write them anew as they store them in an RTF."""

_STEP = 64 * 1024
_READ_AS = {
    Tracked.ACCEPT: NoticeCode.TRACKED_ACCEPTED,
    Tracked.REJECT: NoticeCode.TRACKED_REJECTED,
}


def read_document(intake: Intake, settings: Settings) -> Document:
    """Read a text of Word, WordPad or of whatever writes RTF."""
    walk = RtfWalk(settings.tracked, intake.path)
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
        tracked=tuple(walk.told),
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
        kept: dict[Hashable, tuple[list[Block], list[tuple[HeaderPages, int]]]] = {}
        for story, places in _printed(walk, part):
            own = [*_of(story, count)]
            if not places:
                left_out |= any(block.text.strip() for block in own)
                continue
            said = tuple((b.runs, b.objects) for b in own if b.text.strip() or b.objects)
            kept.setdefault(said, (own, []))[1].extend(places)
        for own, places in kept.values():
            source = Source(part, printed_on=_places(places, len(walk.sections)))
            blocks += (replace(block, source=source) for block in own)
    return blocks, left_out


def _of(story: RtfStory, count: list[int]) -> Iterator[Block]:
    blocks = list(flattened(story.close(), count, None))
    first = next((place for place, block in enumerate(blocks) if block.text.strip()), 0)
    for place, block in enumerate(blocks):
        label = story.mark if place == first else None
        part = replace(block.source, part=story.part)
        yield replace(block, label=label or block.label, note=story.note or None, source=part)


def _printed(walk: RtfWalk, part: Part) -> Iterator[tuple[RtfStory, list[tuple[HeaderPages, int]]]]:
    """Each header with the pages and sections it is printed on, none where nobody sees it."""
    found: dict[int, tuple[RtfStory, list[tuple[HeaderPages, int]]]] = {}
    for number, section in enumerate(walk.sections, start=1):
        shown = {HeaderPages.EVEN: walk.even, HeaderPages.FIRST: section.first}
        for (own, pages), story in section.headers.items():
            if own is part:
                places = found.setdefault(id(story), (story, []))[1]
                places += [(pages, number)] if shown.get(pages, True) else []
    yield from found.values()


def _places(printed: list[tuple[HeaderPages, int]], count: int) -> tuple[HeaderPlace, ...]:
    sections: dict[HeaderPages, list[int]] = {}
    for pages, section in sorted(set(printed), key=lambda one: one[1]):
        sections.setdefault(pages, []).append(section)
    return tuple(
        HeaderPlace(pages, tuple(sections[pages]), len(sections[pages]) == count)
        for pages in HeaderPages
        if pages in sections
    )


def _notices(walk: RtfWalk, left_out: bool) -> Iterator[Notice]:
    file = {"file": walk.shown}
    read_as = _READ_AS.get(walk.tracked)
    if walk.told:
        yield Notice(NoticeCode.TRACKED_KEPT, {**file, "authors": authors_of(walk.told)})
    elif read_as and walk.revised:
        yield Notice(read_as, file)
    if walk.hidden:
        yield Notice(NoticeCode.HIDDEN_TEXT, file)
    if left_out:
        yield Notice(NoticeCode.HEADERS_LEFT_OUT, file)
    if walk.embedded:
        yield Notice(NoticeCode.EMBEDDED_NOT_READ, file)
