"""Compares the text of two views, story by story, and tells where it differs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from sverka.model import Flaw, FlawCode, Layer, Part, StoryName, Way
from sverka.redline.verification.seen_values import (
    END,
    PARAGRAPH,
    TABLE,
    Entry,
    SeenDocument,
    SeenStory,
    cell_of,
)

_SEARCHED = 4000
"""Entries between the first and the last difference that are searched for what stayed; of more
only the first difference is told."""

_REPEATED = (Part.HEADER, Part.FOOTER)


class Paired(NamedTuple):
    """Two stories, and the entries of both that say the same, by their numbers."""

    expected: SeenStory
    found: SeenStory
    entries: tuple[tuple[int, int], ...]
    equal: bool

    @property
    def exact(self) -> bool:
        """Whether all entries of both are paired."""
        return len(self.entries) == len(self.expected.entries) == len(self.found.entries)


def paired_stories(
    expected: SeenDocument, found: SeenDocument, way: Way, flaws: list[Flaw]
) -> tuple[Paired, ...]:
    """The stories of both, paired; what differs in their text goes to `flaws`."""
    paired = []
    flaws += _box_copies(expected, found, way)
    names = [*expected.stories, *(name for name in found.stories if name not in expected.stories)]
    for name in names:
        one = _story(expected, name)
        other = _story(found, name)
        if one is None or other is None:
            only = one or other
            if only is not None and not only.is_blank:
                flaws.append(_lone(only, name, way, missing=other is None))
            continue
        paired.append(_paired(one, other, way, flaws))
    return tuple(paired)


def _box_copies(expected: SeenDocument, found: SeenDocument, way: Way) -> Iterator[Flaw]:
    """Text boxes whose copy for older programs says something else, as it does in no version."""
    known = {copies for story in expected.stories.values() for copies in story.copies}
    for name, story in found.stories.items():
        for one, other in story.copies:
            if (one, other) not in known:
                yield Flaw(Layer.RULES, FlawCode.BOX_COPIES, way, name, None, one, other)


def _story(document: SeenDocument, name: StoryName) -> SeenStory | None:
    """A story; a header of first or even pages that nothing is in is none."""
    story = document.stories.get(name)
    blank = story is not None and story.is_blank
    return None if blank and name.part in _REPEATED else story


def _lone(story: SeenStory, name: StoryName, way: Way, *, missing: bool) -> Flaw:
    said = " ".join(entry.text for entry in story.entries if entry.text)
    code = FlawCode.STORY_MISSING if missing else FlawCode.STORY_EXTRA
    expected, found = (said, "") if missing else ("", said)
    return Flaw(Layer.TEXT, code, way, name, None, expected, found)


def _paired(one: SeenStory, other: SeenStory, way: Way, flaws: list[Flaw]) -> Paired:
    old, new = [e.key for e in one.entries], [e.key for e in other.entries]
    if old == new:
        return Paired(one, other, tuple((n, n) for n in range(len(old))), equal=True)
    pairs, told = [], []
    for tag, i, j, k, m in _operations(old, new):
        if tag == "equal":
            pairs += [(i + n, k + n) for n in range(j - i)]
        else:
            cell = cell_of(other.entries, min(k, len(other.entries) - 1))
            found = _differences(one, other, (i, j), (k, m), way)
            told += [replace(flaw, cell=cell, part=other.part) for flaw in found]
    flaws += told
    return Paired(one, other, tuple(pairs), equal=not any(flaw.grave for flaw in told))


def _operations(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, int, int, int, int]]:
    """What stayed and what did not, as difflib tells it, in bounded time."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    yield "equal", 0, start, 0, start
    middle, other = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(middle), len(other)) > _SEARCHED:
        yield "replace", start, start + 1, start, start + 1
    else:
        matcher = SequenceMatcher(None, middle, other, autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            yield tag, start + i, start + j, start + k, start + m
    yield "equal", len(old) - end, len(old), len(new) - end, len(new)


def _differences(
    one: SeenStory, other: SeenStory, old: tuple[int, int], new: tuple[int, int], way: Way
) -> Iterator[Flaw]:
    expected, found = one.entries[slice(*old)], other.entries[slice(*new)]
    here = sum(entry.kind == PARAGRAPH for entry in other.entries[: new[0]])
    said_old = [e.text for e in expected if not e.is_empty and e.kind == PARAGRAPH]
    said_new = [e.text for e in found if not e.is_empty and e.kind == PARAGRAPH]
    if said_old != said_new:
        yield _text_flaw(said_old, said_new, way, one.name, here)
        return
    if _tables(expected) != _tables(found):
        yield Flaw(Layer.TEXT, FlawCode.TABLE_SHAPE, way, one.name, here, *_shapes(expected, found))
        return
    for number, entry in enumerate(expected, old[0]):
        if entry.is_empty:
            yield _empty(one, number, way, here, missing=True)
    for number, entry in enumerate(found, new[0]):
        if entry.is_empty:
            yield _empty(other, number, way, here, missing=False)


def _text_flaw(
    old: Sequence[str], new: Sequence[str], way: Way, name: StoryName, here: int
) -> Flaw:
    first = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), -1
    )
    if first < 0:
        first = min(len(old), len(new))
    left, right = old[first:], new[first:]
    code = FlawCode.TEXT_DIFFERS if left and right else FlawCode.TEXT_EXTRA
    code = FlawCode.TEXT_MISSING if left and not right else code
    expected, found = (left[0] if left else ""), (right[0] if right else "")
    return Flaw(Layer.TEXT, code, way, name, here + first, expected, found)


def _empty(story: SeenStory, number: int, way: Way, here: int, *, missing: bool) -> Flaw:
    code = FlawCode.EMPTY_MISSING if missing else FlawCode.EMPTY_EXTRA
    grave = missing or not _has_to_stay(story.entries, number)
    return Flaw(Layer.TEXT, code, way, story.name, here, grave=grave)


def _has_to_stay(entries: Sequence[Entry], number: int) -> bool:
    """Whether an empty paragraph stands where the format lets no mark go.

    That is one whose mark was to go, as the last of a story or a cell, and one between tables.
    """
    if entries[number].has_to_stay:
        return True
    around = [entries[at].kind for at in (number - 1, number + 1) if 0 <= at < len(entries)]
    return around == [END, TABLE]


def _tables(entries: Sequence[Entry]) -> list[str]:
    return [entry.kind for entry in entries if entry.kind != PARAGRAPH]


def _shapes(expected: Sequence[Entry], found: Sequence[Entry]) -> tuple[str, str]:
    def said(entries: Sequence[Entry]) -> str:
        return " ".join(_tables(entries))

    return said(expected), said(found)
