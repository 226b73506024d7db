"""Compares what is beside the text: looks, links, fields, objects, marks, tables, sections."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sverka.model import Flaw, FlawCode, Layer, Part, StoryName, Way
from sverka.redline.verification.seen_values import (
    ASPECTS,
    PARAGRAPH,
    Entry,
    Seen,
    SeenDocument,
    SeenStory,
    SeenThing,
    cell_of,
)
from sverka.redline.verification.text_layer import Paired

_EXCERPT = 80


def compare_properties(paired: Sequence[Paired], way: Way) -> Iterator[Flaw]:
    """What differs beside the text, in the entries that say the same on both sides."""
    for pair in paired:
        numbers = _numbers(pair.found)
        for one, other in pair.entries:
            old, new = pair.expected.entries[one], pair.found.entries[other]
            for flaw in _entry(old, new, way):
                cell = cell_of(pair.found.entries, other)
                yield replace(
                    flaw,
                    story=pair.found.name,
                    paragraph=numbers[other],
                    cell=cell,
                    part=pair.found.part,
                )


def _numbers(story: SeenStory) -> list[int]:
    """For each entry, the number of the paragraph it is or that comes next."""
    numbers, count = [], 0
    for entry in story.entries:
        numbers.append(count)
        count += entry.kind == PARAGRAPH
    return numbers


def _entry(old: Entry, new: Entry, way: Way) -> Iterator[Flaw]:
    excerpt = old.text[:_EXCERPT]
    for code in sorted(old.facets.keys() | new.facets.keys()):
        one, other = old.facets.get(code), new.facets.get(code)
        if one != other and not (code is FlawCode.LIST_NUMBER and not (one and other)):
            told = _shown(code, old, new)
            yield Flaw(Layer.PROPERTIES, code, way, None, None, *told, subject=excerpt)
    if old.spans != new.spans:
        yield from _spans(old, new, way)
    if old.things != new.things:
        yield from _things(old, new, way)


def _shown(code: FlawCode, old: Entry, new: Entry) -> tuple[str, str]:
    if code is FlawCode.PARAGRAPH_STYLE:
        return str(old.facets.get(code) or ""), str(new.facets.get(code) or "")
    if code in (FlawCode.LIST_NUMBER, FlawCode.NUMBERING):
        return old.shown, new.shown
    return "", ""


def _spans(old: Entry, new: Entry, way: Way) -> Iterator[Flaw]:
    """The first stretch of characters that stand otherwise, in each respect."""
    told: set[FlawCode] = set()
    for start, end, one, other in _overlaps(old.spans, new.spans):
        for aspect, code in ASPECTS:
            if code not in told and getattr(one, aspect) != getattr(other, aspect):
                told.add(code)
                expected, found = "", ""
                if code is FlawCode.LINK:
                    expected, found = _address(one), _address(other)
                subject = old.text[start:end][:_EXCERPT]
                yield Flaw(Layer.PROPERTIES, code, way, None, None, expected, found, subject)


def _address(seen: Seen) -> str:
    return "#".join(str(part) for part in seen.link[:2] if part)


def _overlaps(
    old: Sequence[tuple[int, Seen]], new: Sequence[tuple[int, Seen]]
) -> Iterator[tuple[int, int, Seen, Seen]]:
    """The stretches of two sequences of the same length, cut at the borders of both."""
    at, i, j = 0, 0, 0
    ends = [old[0][0] if old else 0, new[0][0] if new else 0]
    while i < len(old) and j < len(new):
        end = min(ends)
        if old[i][1] != new[j][1]:
            yield at, end, old[i][1], new[j][1]
        at = end
        if ends[0] == end:
            i += 1
            ends[0] += old[i][0] if i < len(old) else 0
        if ends[1] == end:
            j += 1
            ends[1] += new[j][0] if j < len(new) else 0


def _things(old: Entry, new: Entry, way: Way) -> Iterator[Flaw]:
    left, right = list(old.things), list(new.things)
    for thing in old.things:
        if thing in right:
            right.remove(thing)
            left.remove(thing)
    if not left and not right:
        left, right = _order(old.things, new.things)
    told: set[FlawCode] = set()
    for one in (*left, *right):
        if one.code not in told:
            told.add(one.code)
            expected = next((t.words for t in left if t.code is one.code), "")
            found = next((t.words for t in right if t.code is one.code), "")
            subject = old.text[:_EXCERPT]
            yield Flaw(Layer.PROPERTIES, one.code, way, None, None, expected, found, subject)


def _order(
    old: Sequence[SeenThing], new: Sequence[SeenThing]
) -> tuple[list[SeenThing], list[SeenThing]]:
    """The first things that stand in another order."""
    for one, other in zip(old, new, strict=True):
        if one != other:
            return [one], [other]
    return [], []


def compare_marks(paired: Sequence[Paired], other_side: SeenDocument, way: Way) -> Iterator[Flaw]:
    """Bookmarks and comments: all of the version are there, and none that neither version has.

    No revision says that a mark came or went, so that those of the other version may stay. One that
    both have lives once, where the revised version has it.
    """
    for pair in paired:
        everywhere = {mark for story in other_side.stories.values() for mark in story.marks}
        for mark, place in pair.expected.marks.items():
            stands = pair.found.marks.get(mark)
            free = mark in everywhere and way is Way.REJECTED
            if stands is None or (stands != place and pair.equal and not free):
                yield _mark_flaw(mark, way, pair, missing=stands is None)
        for mark in pair.found.marks:
            if mark not in pair.expected.marks and mark not in everywhere:
                # what the redline itself remarks on is no part of either version
                remark = mark[0] is FlawCode.COMMENT
                yield replace(_mark_flaw(mark, way, pair, missing=False), grave=not remark)


def _mark_flaw(mark: tuple[FlawCode, str], way: Way, pair: Paired, *, missing: bool) -> Flaw:
    code, told = mark
    name = told.split("\x1f")[-1]
    texts = (name, "") if missing else ("", name)
    return Flaw(Layer.PROPERTIES, code, way, pair.found.name, None, *texts, subject=name)


def compare_results(
    found: SeenDocument, versions: Sequence[SeenDocument], way: Way
) -> Iterator[Flaw]:
    """What page numbers and dates show is what they show in one of the versions."""
    known = {r for version in versions for story in version.stories.values() for r in story.results}
    for name, story in found.stories.items():
        for result in sorted(story.results - known):
            yield Flaw(Layer.PROPERTIES, FlawCode.FIELD, way, name, found=result, subject=result)


def compare_sections(
    expected: SeenDocument, found: SeenDocument, paired: Sequence[Paired], way: Way
) -> Iterator[Flaw]:
    """The sections of both: as many, ending at the same paragraphs, and laid out alike."""
    body = StoryName(Part.BODY)
    if not expected.sections and len(found.sections) == 1:
        # no revision says that the last section had no properties at all
        yield Flaw(Layer.PROPERTIES, FlawCode.SECTION, way, body, grave=False)
        return
    if len(expected.sections) != len(found.sections):
        counts = str(len(expected.sections)), str(len(found.sections))
        yield Flaw(Layer.PROPERTIES, FlawCode.SECTION, way, body, None, *counts)
        return
    equal = any(pair.equal and pair.found.name == body for pair in paired)
    exact = any(pair.exact and pair.found.name == body for pair in paired)
    for one, other in zip(expected.sections, found.sections, strict=True):
        moved = equal and abs(one.paragraph - other.paragraph) > (0 if exact else _EMPTIES)
        if one.told != other.told or moved:
            yield Flaw(Layer.PROPERTIES, FlawCode.SECTION, way, body, other.paragraph)


_EMPTIES = 2
"""By how many paragraphs the end of a section may differ where empty ones had to stay."""


def compare_settings(old: SeenDocument, new: SeenDocument, found: SeenDocument) -> Iterator[Flaw]:
    """What the settings of the redline say is what one of its versions says."""
    for name in sorted(old.settings.keys() | new.settings.keys() | found.settings.keys()):
        said = [one.settings.get(name) for one in (old, new)]
        if found.settings.get(name) not in said:
            yield Flaw(Layer.PROPERTIES, FlawCode.SETTINGS, subject=name)


__all__ = [
    "compare_marks",
    "compare_properties",
    "compare_results",
    "compare_sections",
    "compare_settings",
]
