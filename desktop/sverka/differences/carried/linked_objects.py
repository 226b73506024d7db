"""The links, pictures, marks and fields of both versions, and what says that two are the same."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sverka.differences.carried.common_stretches import LinkedStretches
from sverka.differences.carried.same_things import same_code, same_target
from sverka.differences.carried.shared_terms import SharedTerms
from sverka.model import Aspect, Change, Link, Object, ObjectKind, Part, Side, Span

OBJECT_ASPECTS = {
    ObjectKind.LINK: Aspect.LINKS,
    ObjectKind.PICTURE: Aspect.PICTURES,
    ObjectKind.NOTE_REFERENCE: Aspect.NOTE_MARKS,
    ObjectKind.FIELD: Aspect.FIELDS,
    ObjectKind.CHECK_BOX: Aspect.CHECK_BOXES,
    ObjectKind.FORMULA: Aspect.FORMULAS,
    ObjectKind.CONTROL: Aspect.CONTROLS,
    ObjectKind.READING: Aspect.READINGS,
}
"""By the kind of an object the aspect that a format which has such objects tells."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An object with the paragraph it stands in; `key` says whether two are the same thing."""

    paragraph: int
    object: Object
    key: Hashable

    @property
    def span(self) -> Span:
        """The characters it covers."""
        start = self.object.offset
        return Span(self.paragraph, start, start + self.object.length)

    @property
    def is_mark(self) -> bool:
        """Whether it is the mark of a note, which is never another note's."""
        return self.object.kind is ObjectKind.NOTE_REFERENCE


@dataclass(frozen=True, slots=True)
class LinkedVersions:
    """Both versions, how they hang together, and what both formats tell.

    `notes` maps the names of old notes to those of the new notes they became, `gone` has for each
    paragraph the characters that are told to have come or gone, without others in their place,
    `authors` those of the comments of either version by the names of these.
    """

    linked: LinkedStretches
    terms: SharedTerms
    notes: Mapping[str, str]
    gone: Mapping[tuple[Side, int], Sequence[Span]]
    authors: Mapping[tuple[Side, str], str]

    def author(self, side: Side, mark: Object) -> str:
        """Who wrote the comment that a mark refers to; empty where it is none, or nobody's."""
        return self.authors.get((side, mark.digest), "")

    def placed(self, link: Link, side: Side, kind: ObjectKind) -> list[Placed]:
        """The objects of a kind on one side of a link, in the order of the text."""
        paragraphs = self.linked.side(side)
        return [
            Placed(number, one, self._key(one, side))
            for number in link.of(side)
            for one in paragraphs[number].objects
            if one.kind is kind and _is_seen(one, paragraphs[number].objects)
        ]

    def _key(self, one: Object, side: Side) -> Hashable:
        if one.kind is ObjectKind.NOTE_REFERENCE:
            name = one.digest
            return self.notes.get(name, (name,)) if side is Side.OLD else name
        if one.kind is ObjectKind.LINK:
            return same_target(one.digest)
        if one.kind is ObjectKind.FIELD:
            return same_code(one.digest)
        return " ".join(one.digest.split())

    def is_gone(self, side: Side, placed: "Placed") -> bool:
        """Whether the words that an object covers came or went with it, which is told."""
        span = placed.span
        return span.start < span.end and any(
            one.start <= span.start and span.end <= one.end
            for one in self.gone.get((side, span.paragraph), ())
        )


def _is_seen(one: Object, others: Sequence[Object]) -> bool:
    """Whether anything shows it: a link needs words or a picture that one can choose."""
    return (
        one.kind is not ObjectKind.LINK
        or one.length > 0
        or any(o.kind is ObjectKind.PICTURE and o.offset == one.offset for o in others)
    )


def authors_of(linked: LinkedStretches) -> dict[tuple[Side, str], str]:
    """Who wrote each comment, by the side and its name."""
    return {
        (side, one.note): one.label
        for side in Side
        for one in linked.side(side)
        if one.part is Part.COMMENT and one.note and one.label
    }


def gone_outright(
    changes: Iterable[Change], old_texts: Sequence[str], new_texts: Sequence[str]
) -> dict[tuple[Side, int], list[Span]]:
    """For each paragraph the characters that came or went, with no words in their place."""
    texts = {Side.OLD: old_texts, Side.NEW: new_texts}
    found: dict[tuple[Side, int], list[Span]] = {}
    for change in changes:
        if not change.kind.is_of_words:
            continue
        for side in Side:
            span, other = change.span(side), change.span(side.other)
            instead = texts[side.other][other.paragraph][other.start : other.end] if other else ""
            if span is not None and not instead.strip():
                found.setdefault((side, span.paragraph), []).append(span)
    return found


def notes_of(linked: LinkedStretches) -> dict[str, str]:
    """The new note that each old one became, by the links of their paragraphs."""
    found: dict[str, str] = {}
    for link in linked.links:
        if link.old and link.new:
            was, now = linked.old[link.old[0]].note, linked.new[link.new[0]].note
            if was is not None and now is not None:
                found.setdefault(was, now)
    return found
