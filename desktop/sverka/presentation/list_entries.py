"""The list of changes and findings: one line each, in reading order, narrowed by facets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from sverka.language import Language
from sverka.model import (
    Attribute,
    Category,
    Change,
    ChangeKind,
    Comparison,
    Finding,
    FindingKind,
    Side,
)
from sverka.presentation.comparison_index import Ints
from sverka.presentation.item_marks import Role
from sverka.presentation.scroll_map import Floats, Scale
from sverka.wording import (
    alteration_words,
    category_name,
    change_name,
    change_place,
    change_title,
    decision_name,
    excerpt,
    finding_name,
    finding_place,
    finding_text,
    shortened,
    sign,
    verdict_name,
)

Facet = Category | ChangeKind | FindingKind
"""What the list can be narrowed to."""

_MARKS = tuple(Category)[tuple(Category).index(Category.FORM) :]
_ORDER: tuple[Facet, ...] = (
    *(category for category in Category if category not in _MARKS),
    ChangeKind.MOVE,
    ChangeKind.SPLIT,
    ChangeKind.MERGE,
    *_MARKS,
    *FindingKind,
)
_ADDRESS_SIGNS = "/?&#=@ "
_WORDS = 24
"""Code points of the words of a change beside the words that a line of the list shows."""
_BESIDE_WORDS = 20
"""Code points before a thing without words of its own."""
_BITS = {facet: 1 << number for number, facet in enumerate(_ORDER)}


@dataclass(frozen=True, slots=True)
class FacetCount:
    """A facet and how many entries have it."""

    facet: Facet
    count: int

    @property
    def is_finding(self) -> bool:
        """Whether it counts findings, not changes."""
        return isinstance(self.facet, FindingKind)


class EntryKind(StrEnum):
    """What an entry of the list is."""

    CHANGE = "change"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class EntryReference:
    """Change or finding `index`, from 0 in the order of the comparison."""

    kind: EntryKind
    index: int


@dataclass(frozen=True, slots=True)
class Entries:
    """Everything that can stand in the list, in reading order.

    Entry k is a change or a finding, as `are_changes[k]` says, and `indexes[k]` is its index among
    those of the comparison. `bits` says which facets it has; `places` where it stands on the common
    axis, 0 to 1.
    """

    comparison: Comparison
    are_changes: NDArray[np.bool_]
    indexes: Ints
    bits: Ints
    places: Floats

    def __len__(self) -> int:
        return len(self.indexes)

    def reference(self, entry: int) -> EntryReference:
        """What an entry is: which change or which finding of the comparison."""
        kind = EntryKind.CHANGE if self.are_changes[entry] else EntryKind.FINDING
        return EntryReference(kind, int(self.indexes[entry]))

    def about(self, entry: int) -> Change | Finding:
        """The change or the finding that is this entry."""
        at = int(self.indexes[entry])
        is_change = self.are_changes[entry]
        return self.comparison.changes[at] if is_change else self.comparison.findings[at]

    def change(self, entry: int) -> int | None:
        """The index of the change that is this entry; None for a finding."""
        return int(self.indexes[entry]) if self.are_changes[entry] else None

    def finding(self, entry: int) -> int | None:
        """The index of the finding that is this entry; None for a change."""
        return None if self.are_changes[entry] else int(self.indexes[entry])

    def entry_of(self, wanted: EntryReference) -> int:
        """The entry of a change or of a finding."""
        alike = self.are_changes == (wanted.kind is EntryKind.CHANGE)
        return int(np.flatnonzero(alike & (self.indexes == wanted.index))[0])


def entries(comparison: Comparison, scale: Scale) -> Entries:
    """All entries of a comparison, ordered by where they stand."""
    changes, findings = comparison.changes, comparison.findings
    are_changes = np.arange(len(changes) + len(findings)) < len(changes)
    indexes = np.concatenate((np.arange(len(changes)), np.arange(len(findings))))
    bits = np.fromiter(
        (*map(_change_bits, changes), *(_BITS[f.kind] for f in findings)), np.int64, len(indexes)
    )
    places = np.concatenate((_change_places(comparison, scale), _finding_places(comparison, scale)))
    # Changes stay in the order of the comparison; a finding comes before the first change that
    # stands below it.
    keys = np.concatenate((np.maximum.accumulate(places[: len(changes)]), places[len(changes) :]))
    order = np.lexsort((are_changes, keys))
    return Entries(comparison, are_changes[order], indexes[order], bits[order], places[order])


def facets(all_entries: Entries) -> tuple[FacetCount, ...]:
    """The facets that have entries, the gravest first, those of findings last."""
    counted = ((f, int(np.count_nonzero(all_entries.bits & _BITS[f]))) for f in _ORDER)
    return tuple(FacetCount(facet, count) for facet, count in counted if count)


def narrowed(all_entries: Entries, chosen: Iterable[Facet]) -> Ints:
    """The entries that have any of the `chosen` facets; with none chosen, all changes."""
    wanted = sum(_BITS[facet] for facet in set(chosen))
    if not wanted:
        return np.flatnonzero(all_entries.are_changes)
    return np.flatnonzero(all_entries.bits & wanted)


def facet_name(facet: Facet, language: Language) -> str:
    """What a facet is called."""
    if isinstance(facet, Category):
        return category_name(facet, language)
    return (
        change_name(facet, language)
        if isinstance(facet, ChangeKind)
        else finding_name(facet, language)
    )


@dataclass(frozen=True, slots=True)
class RoleText:
    """A stretch of a line in one role; None is plain text."""

    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class ListLine:
    """What the list shows of an entry: its number from 1, before and after in one line, place."""

    number: str
    stretches: tuple[RoleText, ...]
    about: str

    @property
    def spoken(self) -> str:
        """The line as it is read aloud, where colours do not count."""
        words = ""
        before: Role | None = None
        for stretch in self.stretches:
            became = before is Role.DELETION and stretch.role is Role.INSERTION
            words += (" → " if became else "") + stretch.text
            before = stretch.role
        said = " · ".join(filter(None, (words.strip(), self.about)))
        return f"{self.number}. {said}" if self.number else said


def line(all_entries: Entries, entry: int, language: Language, context: int = 24) -> ListLine:
    """The line of one entry, with up to `context` code points around what changed."""
    comparison = all_entries.comparison
    change = all_entries.about(entry)
    if isinstance(change, Finding):
        return _finding_line(change, language)
    about = [facet_name(facet, language) for facet in change.categories]
    if change.kind.is_structure or change.table_part or not about:
        about.insert(0, change_title(change, language))
    said = ", ".join([about[0], *(word.lower() for word in about[1:])])
    return ListLine(
        str(int(all_entries.indexes[entry]) + 1),
        _stretches(comparison, change, context, language),
        f"{said} · {change_place(comparison, change, language)}",
    )


def _finding_line(finding: Finding, language: Language) -> ListLine:
    said = [finding_name(finding.kind, language), finding_place(finding, language)]
    if finding.kind.is_decidable:
        said.append(decision_name(finding.decision, language))
    if finding.verdict is not None:
        said.append(verdict_name(finding, language))
    role = Role.FURNITURE if finding.kind.is_furniture else Role.ARTIFACT
    return ListLine(
        "", (RoleText(shortened(finding_text(finding), 120), role),), " · ".join(filter(None, said))
    )


def _stretches(
    comparison: Comparison, change: Change, context: int, language: Language
) -> tuple[RoleText, ...]:
    if change.kind.is_structure:
        return (RoleText(f"{sign(change.kind)} «{_beginning(comparison, change)}»", Role.MOVE),)
    if change.alterations:
        said = _led_elsewhere(change) or alteration_words(change, language, comparison)
        words = _words_altered(comparison, change)
        marked = (RoleText(f"«{words}»", Role.FORMATTING),) if words else ()
        return (RoleText(f"{sign(change.kind)} "), *marked, RoleText(f" {said}" if words else said))
    shown = excerpt(comparison, change, context, 80)
    around = shown.new if any(f.marked for f in shown.new) else shown.old
    before = [f.text for f in around[:1] if not f.marked]
    after = [f.text for f in around[1:] if not f.marked]
    pieces = [
        *(RoleText(text) for text in before),
        *(RoleText(f.text, Role.DELETION) for f in shown.old if f.marked),
        *(RoleText(f.text, Role.INSERTION) for f in shown.new if f.marked),
        *(RoleText(text) for text in after),
    ]
    return tuple(RoleText(p.text.replace("\n", " "), p.role) for p in pieces)


def _led_elsewhere(change: Change) -> str:
    """Of a link that leads elsewhere the parts of its targets that differ, for a short line."""
    one = change.alterations[0]
    old, new = one.old, one.new
    if (
        one.attribute is not Attribute.TARGET
        or not isinstance(old, str)
        or not isinstance(new, str)
    ):
        return ""
    same = _alike(old, new)
    begin = max(old.rfind(sign, 0, same) for sign in _ADDRESS_SIGNS) + 1
    tail = _alike(old[begin:][::-1], new[begin:][::-1])
    was, now = (each[begin : len(each) - tail] for each in (old, new))
    head, foot = ("…" if begin else ""), ("…" if tail else "")
    return f"{head}{was}{foot} → {head}{now}{foot}"


def _alike(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(first, second, strict=False)
    shorter = min(len(first), len(second))
    return next((k for k, (a, b) in enumerate(pairs) if a != b), shorter)


def _words_altered(comparison: Comparison, change: Change) -> str:
    """The words that look otherwise, or that something stands at or beside."""
    for side in (Side.NEW, Side.OLD):
        span = change.span(side)
        if span is None:
            continue
        text = comparison.version(side).paragraphs[span.paragraph].text
        words = text[span.start : span.end] or text[max(0, span.start - _BESIDE_WORDS) : span.start]
        if words.strip():
            cut = span.start == span.end and span.start > _BESIDE_WORDS
            return ("…" if cut else "") + shortened(words.strip(), _WORDS)
    return ""


def _beginning(comparison: Comparison, change: Change) -> str:
    """The text that was moved, or that begins after the joint."""
    if change.table_part is not None:
        return shortened("".join(f.text for f in excerpt(comparison, change, most=60).new), 60)
    if change.kind is ChangeKind.MERGE and change.old is not None:
        text = comparison.old.paragraphs[change.old.paragraph].text[change.old.start :]
    elif change.new is not None:
        end = change.new.end if change.kind is ChangeKind.MOVE else None
        text = comparison.new.paragraphs[change.new.paragraph].text[change.new.start : end].strip()
    else:
        text = ""
    return shortened(text, 60)


def _change_bits(change: Change) -> int:
    bits = _BITS[change.kind] if change.kind.is_structure else 0
    for category in change.categories:
        bits |= _BITS[category]
    return bits


def _change_places(comparison: Comparison, scale: Scale) -> Floats:
    changes = comparison.changes
    sides = [(c.new, Side.NEW) if c.new is not None else (c.old, Side.OLD) for c in changes]
    texts = (comparison.old.paragraphs, comparison.new.paragraphs)
    result = np.zeros(len(changes))
    for side, paragraphs in zip(Side, texts, strict=True):
        rows = [k for k, (span, of) in enumerate(sides) if of is side and span is not None]
        spans = [span for span, of in sides if of is side and span is not None]
        where = np.fromiter((s.paragraph for s in spans), np.int64, len(spans))
        shares = np.fromiter(
            (s.start / (len(paragraphs[s.paragraph].text) or 1) for s in spans),
            np.float64,
            len(spans),
        )
        result[rows] = scale.places(side, where, shares)
    return result


def _finding_places(comparison: Comparison, scale: Scale) -> Floats:
    return np.array([_finding_place(comparison, scale, f) for f in comparison.findings])


def _finding_place(comparison: Comparison, scale: Scale, finding: Finding) -> float:
    if finding.place is None:
        return 0.0
    paragraphs = comparison.version(finding.side).paragraphs
    paragraph = min(finding.place.paragraph, max(0, len(paragraphs) - 1))
    length = len(paragraphs[paragraph].text) if paragraphs else 0
    return scale.place(finding.side, paragraph, finding.place.start / (length or 1))


def position(shown: Sequence[int] | Ints, entry: int) -> int | None:
    """Where `entry` stands among those shown, from 0; None where it is not shown."""
    here = np.flatnonzero(np.asarray(shown) == entry)
    return int(here[0]) if len(here) else None
