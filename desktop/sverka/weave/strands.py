"""The text of one link with what went and what came in it, as far as both versions run along."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sverka.model import Change, ChangeKind, Comparison, Side, Span
from sverka.weave.halves import Numbered, halves_of, is_of_sentences


@dataclass(frozen=True, slots=True)
class Strand:
    """A stretch as it reads in the original and in the revised version.

    `change` is the index of the change that it is. Where it is None both read alike, but for what
    is ignored, for spaces at a place where a paragraph was cut, and for a list label ("1. ") that
    one version has in its text and the other keeps beside it.
    """

    old: str
    new: str
    change: int | None = None

    def of(self, side: Side) -> str:
        """How it reads on one side."""
        return self.old if side is Side.OLD else self.new


@dataclass(frozen=True, slots=True)
class ParagraphBreak:
    """Where a paragraph of the link ends and its next begins: in both versions, or only in one.

    `change` is the index of the split or the merge that it is; None where none tells of it.
    """

    in_old: bool
    in_new: bool
    change: int | None = None

    def ends(self, side: Side) -> bool:
        """Whether a paragraph of that side ends here."""
        return self.in_old if side is Side.OLD else self.in_new


Woven: TypeAlias = tuple[Strand | ParagraphBreak, ...]
"""A link from its beginning to its end.

Without what is new in it, it is the paragraphs of the original; without what is old, the revised.
"""


def changes_by_link(comparison: Comparison) -> dict[int, list[Numbered]]:
    """The changes of each link that has some, in the order of the text.

    The move of a sentence is one of the link it came from and of that it went to.
    What became of a part of a table stands in each of its links, as it is there.
    """
    by_link: dict[int, list[Numbered]] = {}
    moved = {n for n, c in enumerate(comparison.changes) if is_of_sentences(comparison, c)}
    links = enumerate(comparison.alignment.links) if moved else ()
    link_of = {paragraph: number for number, link in links for paragraph in link.old}
    for number, change in enumerate(comparison.changes):
        for link in change.links if change.table_part else (change.link,):
            by_link.setdefault(link, []).append((number, comparison.change_in(change, link)))
        if change.old is not None and number in moved:
            by_link.setdefault(link_of[change.old.paragraph], []).append((number, change))
    return by_link


def strands_of(comparison: Comparison, link: int, changes: Iterable[Numbered]) -> Woven:
    """Link `link` woven; `changes` are its own, in the order of the text, and moved sentences."""
    weaver = _Weaver(comparison, link)
    for number, change in halves_of(comparison, link, changes):
        if change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE):
            weaver.go_to(change.old, change.new, number)
        elif change.kind.is_of_words:
            weaver.go_to(change.old, change.new)
            weaver.take(change, number)
    return weaver.finished()


def part_of(
    woven: Woven, side: Side, paragraphs: tuple[int, ...], wanted: tuple[int, ...]
) -> Woven:
    """Of a link with these `paragraphs` on one side the part that is the `wanted` ones.

    They follow one another in the link; the end of the last of them is not in the part.
    """
    if len(wanted) == len(paragraphs):
        return woven
    first = paragraphs.index(wanted[0])
    here = range(first, first + len(wanted))
    part: list[Strand | ParagraphBreak] = []
    at = 0
    for piece in woven:
        is_end = isinstance(piece, ParagraphBreak) and piece.ends(side)
        at += is_end
        if at in here and not (is_end and at == first):
            part.append(piece)
    return tuple(part)


class _Walk:
    """The paragraphs of a link on one side, and how far they are woven."""

    def __init__(self, comparison: Comparison, link: int, side: Side) -> None:
        self._numbers = comparison.alignment.links[link].of(side)
        paragraphs = comparison.version(side).paragraphs
        self._texts: Sequence[str] = [paragraphs[number].text for number in self._numbers] or [""]
        self.paragraph = self.offset = 0

    @property
    def end(self) -> tuple[int, int]:
        """The end of the last paragraph."""
        return len(self._texts) - 1, len(self._texts[-1])

    @property
    def line_end(self) -> tuple[int, int]:
        """The end of the paragraph that is woven now."""
        return self.paragraph, len(self._texts[self.paragraph])

    def place(self, span: Span | None) -> tuple[int, int] | None:
        """Where a span begins."""
        return None if span is None else (self._numbers.index(span.paragraph), span.start)

    def staying(self, *, leaves: bool) -> tuple[int, int]:
        """The place so far; the end of the paragraph where the other side leaves its own."""
        return self.line_end if leaves else (self.paragraph, self.offset)

    def upto(self, offset: int) -> str:
        """The text from the place so far to `offset` of the same paragraph, which is then woven."""
        text = self._texts[self.paragraph][self.offset : offset]
        self.offset = max(self.offset, offset)
        return text

    def rest(self) -> str:
        """The rest of the paragraph; the place is then the beginning of the next."""
        text = self._texts[self.paragraph][self.offset :]
        self.paragraph, self.offset = self.paragraph + 1, 0
        return text


class _Weaver:
    """Goes through both sides of a link together and keeps what it passes."""

    def __init__(self, comparison: Comparison, link: int) -> None:
        self._old = _Walk(comparison, link, Side.OLD)
        self._new = _Walk(comparison, link, Side.NEW)
        self._woven: list[Strand | ParagraphBreak] = []

    def go_to(self, old: Span | None, new: Span | None, joint: int | None = None) -> None:
        """Pass what is alike up to a change; `joint` is the index of a split or a merge there."""
        to_old, to_new = self._old.place(old), self._new.place(new)
        if to_old is None:
            to_old = self._old.staying(leaves=to_new is not None and to_new > self._new.line_end)
        if to_new is None:
            to_new = self._new.staying(leaves=to_old > self._old.line_end)
        self._pass(to_old, to_new, joint)

    def take(self, change: Change, number: int) -> None:
        """Keep a change that begins where both sides are woven up to.

        Of marks around text that stayed only they are kept as changed.
        """
        if change.is_frame:
            for was, now in zip(change.old_marks, change.new_marks, strict=True):
                self._keep(self._old.upto(was.start), self._new.upto(now.start))
                self._keep(self._old.upto(was.end), self._new.upto(now.end), number)
            return
        old, new = (
            walk.upto(span.end) if span is not None else ""
            for walk, span in ((self._old, change.old), (self._new, change.new))
        )
        self._keep(old, new, number)

    def finished(self) -> Woven:
        """Everything, the rest after the last change as well."""
        self._pass(self._old.end, self._new.end)
        return tuple(self._woven)

    def _pass(self, old: tuple[int, int], new: tuple[int, int], joint: int | None = None) -> None:
        """Keep what stands before a place of either side, with the ends of paragraphs in it."""
        while self._old.paragraph < old[0] and self._new.paragraph < new[0]:
            self._keep(self._old.rest(), self._new.rest())
            self._woven.append(ParagraphBreak(in_old=True, in_new=True))
        while self._new.paragraph < new[0]:
            self._keep(self._old.upto(old[1]), self._new.rest())
            last = joint if self._new.paragraph == new[0] else None
            self._woven.append(ParagraphBreak(in_old=False, in_new=True, change=last))
        while self._old.paragraph < old[0]:
            self._keep(self._old.rest(), self._new.upto(new[1]))
            last = joint if self._old.paragraph == old[0] else None
            self._woven.append(ParagraphBreak(in_old=True, in_new=False, change=last))
        self._keep(self._old.upto(old[1]), self._new.upto(new[1]))

    def _keep(self, old: str, new: str, change: int | None = None) -> None:
        if old or new:
            self._woven.append(Strand(old, new, change))
