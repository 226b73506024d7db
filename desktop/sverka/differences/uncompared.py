"""Says what two versions carry beside their words, which is not compared, and where it differs."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sverka.differences.carried.linked_objects import OBJECT_ASPECTS
from sverka.model import (
    PLAIN,
    Alignment,
    Aspect,
    BlockKind,
    Finding,
    FindingKind,
    Inspection,
    Link,
    NotCompared,
    Object,
    ObjectKind,
    Paragraph,
    Part,
    Side,
)

Notes: TypeAlias = Mapping[str, str]
"""What each note of a version says, by its name in the file."""
Telling: TypeAlias = Callable[[Paragraph, Notes], Hashable]
"""What a paragraph carries of an aspect: empty where it carries nothing of it."""

_OF_OBJECTS = frozenset(OBJECT_ASPECTS.values())


@dataclass(frozen=True, slots=True)
class _Version:
    """The reading text of a version, what each note says, and of what sort the format is."""

    paragraphs: Sequence[Paragraph]
    notes: Notes
    sort: tuple[bool, bool, bool]

    @classmethod
    def of(cls, version: Inspection) -> "_Version":
        notes: dict[str, str] = {}
        for paragraph in version.paragraphs:
            if paragraph.note is not None:
                notes[paragraph.note] = notes.get(paragraph.note, "") + paragraph.text
        traits = version.document.traits
        sort = traits.structured, traits.printed_lines, traits.formatted
        return cls(version.paragraphs, notes, sort)

    def carried(self, telling: Telling) -> dict[int, Hashable]:
        """What the paragraphs carry, by index, where they carry something."""
        told = ((k, telling(one, self.notes)) for k, one in enumerate(self.paragraphs))
        return {k: carries for k, carries in told if carries}


_Versions: TypeAlias = tuple[_Version, _Version]


def not_compared(old: Inspection, new: Inspection, alignment: Alignment) -> tuple[NotCompared, ...]:
    """What the changes say nothing of, though a version carries it, in the order of `Aspect`.

    Two formats of one sort are held against each other wherever the words are the same; what is
    the same there is not told. Of files that are the same nothing is told.
    """
    if old.document.is_same_file(new.document):
        return ()
    both = old.document.traits.tells_with(new.document.traits)
    aligned = {Aspect.TABLES} if _have_tables(old, new) else set()
    versions = _Version.of(old), _Version.of(new)
    told = [
        _told(aspect, telling, versions, alignment)
        for aspect, telling in _TELLINGS.items()
        if aspect not in both | aligned
    ]
    if aligned - both:
        told.append(_merged_cells(versions, alignment))
    found = [one for one in (*told, _headers(old, new)) if one is not None]
    return tuple(sorted(found, key=lambda one: list(Aspect).index(one.aspect)))


def _merged_cells(versions: _Versions, alignment: Alignment) -> NotCompared | None:
    """What is left of tables where rows and columns were aligned: how many of them a cell covers.

    Only formats of one sort are held against each other.
    """
    if not _are_of_one_sort(versions):
        return None
    told = _told(Aspect.TABLES, _merged, versions, alignment)
    return told and replace(told, held=tuple(Side))


def aspects_compared(old: Inspection, new: Inspection) -> tuple[Aspect, ...]:
    """What was held against each other beside the words, of what a version carries.

    Looks are carried by every text whose format tells them, and tables are held against each other
    where both versions have some. Of files that are the same nothing was.
    """
    if old.document.is_same_file(new.document):
        return ()
    both = old.document.traits.tells_with(new.document.traits)
    if _have_tables(old, new):
        both |= {Aspect.TABLES}
    found = [
        aspect
        for aspect, telling in _TELLINGS.items()
        if aspect in both
        and (
            aspect is Aspect.FORMATTING
            or any(telling(one, {}) for version in (old, new) for one in version.paragraphs)
        )
    ]
    held = (any(map(_is_header_of_file, version.findings)) for version in (old, new))
    return (*found, Aspect.HEADERS) if any(held) and _headers(old, new) is None else tuple(found)


def _told(
    aspect: Aspect, telling: Telling, versions: _Versions, alignment: Alignment
) -> NotCompared | None:
    carried = [version.carried(telling) for version in versions]
    held = tuple(side for side, of in zip(Side, carried, strict=True) if _is_held(aspect, of))
    if not held:
        return None
    if not _are_of_one_sort(versions):
        return NotCompared(aspect, held)
    differing, unseen = 0, False
    for link in alignment.links:
        before = [carried[0][k] for k in link.old if k in carried[0]]
        after = [carried[1][k] for k in link.new if k in carried[1]]
        if not (before or after) or not (link.old and link.new):
            continue
        if _same_words(link, versions):
            differing += before != after
        elif aspect in _OF_OBJECTS:
            differing += _loose(before) != _loose(after)
        else:
            unseen = True
    return NotCompared(aspect, held, differing) if differing or unseen else None


def _is_held(aspect: Aspect, carried: Mapping[int, Hashable]) -> bool:
    """Whether a version carries something; one size and one typeface are no formatting."""
    if aspect is not Aspect.FORMATTING:
        return bool(carried)
    looks = {span[2] for spans in carried.values() if isinstance(spans, tuple) for span in spans}
    plain = {replace(look, size=None, font=None) for look in looks}
    return bool(plain - {PLAIN}) or len(looks) > 1


def _same_words(link: Link, versions: _Versions) -> bool:
    if len(link.old) != 1 or len(link.new) != 1:
        return False
    old, new = versions
    return old.paragraphs[link.old[0]].text == new.paragraphs[link.new[0]].text


def _loose(carried: list[Hashable]) -> Counter[Hashable]:
    """Objects without their places, which words that changed have moved."""
    objects = (one for each in carried if isinstance(each, tuple) for one in each)
    return Counter(one[2:] for one in objects if isinstance(one, tuple))


def _are_of_one_sort(versions: _Versions) -> bool:
    old, new = versions
    return old.sort == new.sort


def _formatting(paragraph: Paragraph, notes: Notes) -> Hashable:
    return tuple(
        (span.start, span.end, span.style) for span in paragraph.styles if span.style != PLAIN
    )


def _heading_level(paragraph: Paragraph, notes: Notes) -> Hashable:
    # Without a level it was guessed to be a heading by what it says.
    return paragraph.level if paragraph.kind is BlockKind.HEADING else None


def _list_number(paragraph: Paragraph, notes: Notes) -> Hashable:
    item = paragraph.item
    if item is None or paragraph.part in (Part.FOOTNOTE, Part.ENDNOTE, Part.COMMENT):
        return None
    return item.level, item.format, item.number, paragraph.label


def _cell(paragraph: Paragraph, notes: Notes) -> Hashable:
    # Where it stands is left out: a row that came in moves all those below it.
    return paragraph.cell and (paragraph.cell.rows, paragraph.cell.columns)


def _merged(paragraph: Paragraph, notes: Notes) -> Hashable:
    told = _cell(paragraph, notes)
    return None if told == (1, 1) else told


def _have_tables(old: Inspection, new: Inspection) -> bool:
    """Whether both versions have tables, the rows and columns of which are aligned."""
    return all(any(one.cell is not None for one in v.paragraphs) for v in (old, new))


def _objects(kind: ObjectKind) -> Telling:
    def telling(paragraph: Paragraph, notes: Notes) -> Hashable:
        if not paragraph.objects:
            return ()
        return tuple(_object(one, notes) for one in paragraph.objects if one.kind is kind)

    return telling


def _object(one: Object, notes: Notes) -> tuple[Hashable, ...]:
    """Its place and length, and what it is; of a note what it says, of a field only its code."""
    says = "" if one.kind is ObjectKind.FIELD else one.words
    length = 0 if one.kind is ObjectKind.FIELD else one.length
    return one.offset, length, notes.get(one.digest, one.digest), says


_TELLINGS: Mapping[Aspect, Telling] = {
    Aspect.FORMATTING: _formatting,
    Aspect.HEADING_LEVELS: _heading_level,
    Aspect.LIST_NUMBERS: _list_number,
    Aspect.TABLES: _cell,
    **{aspect: _objects(kind) for kind, aspect in OBJECT_ASPECTS.items()},
}


def _headers(old: Inspection, new: Inspection) -> NotCompared | None:
    """The page headers that only one version has, where the other format cannot tell any."""
    sides = ((Side.OLD, old, new), (Side.NEW, new, old))
    held = tuple(side for side, one, _ in sides if any(map(_is_header_of_file, one.findings)))
    if len(held) != 1:
        return None
    other = next(other for side, _, other in sides if side is held[0])
    traits = other.document.traits
    knows = traits.knows_headers or traits.printed_lines
    return None if knows else NotCompared(Aspect.HEADERS, held)


def _is_header_of_file(finding: Finding) -> bool:
    """Whether the file has it as its page header; one caught in its text is an artifact."""
    if finding.kind not in (FindingKind.RUNNING_HEADER, FindingKind.RUNNING_FOOTER):
        return False
    return any(
        source.part in (Part.HEADER, Part.FOOTER) or source.box is not None
        for source in finding.sources[:1]
    )
