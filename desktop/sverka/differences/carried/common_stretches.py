"""Finds which characters of linked paragraphs are the same on both sides, by what changed there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sverka.model import Change, Link, Paragraph, Side, Span
from sverka.patterns import late_pattern

_WORD = late_pattern(r"\w+|[^\w\s]")


class Stretch(NamedTuple):
    """`length` code points that are the same in an old and in a new paragraph, from where on."""

    old: int
    old_start: int
    new: int
    new_start: int
    length: int


@dataclass(frozen=True, slots=True)
class LinkedStretches:
    """The paragraphs of both versions, their links, and the changes of words in each.

    What stayed in a link is found when it is asked for: in most of them nobody asks.
    """

    old: Sequence[Paragraph]
    new: Sequence[Paragraph]
    links: Sequence[Link]
    _changes: Mapping[int, Sequence[Change]]
    _found: dict[int, Sequence[Stretch]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        changes: Iterable[Change],
        old: Sequence[Paragraph],
        new: Sequence[Paragraph],
        links: Sequence[Link],
    ) -> "LinkedStretches":
        """What stayed beside these changes."""
        by_link: dict[int, list[Change]] = {}
        for change in changes:
            by_link.setdefault(change.link, []).append(change)
        return cls(old, new, links, by_link)

    def of_link(self, number: int) -> Sequence[Stretch]:
        """What stayed in a link, in order; nothing where it has but one side."""
        if number not in self._found:
            changes = self._changes.get(number, ())
            self._found[number] = common_stretches(self.links[number], changes, self.old, self.new)
        return self._found[number]

    def side(self, side: Side) -> Sequence[Paragraph]:
        """The paragraphs of one version."""
        return self.old if side is Side.OLD else self.new


def common_stretches(
    link: Link, changes: Sequence[Change], old: Sequence[Paragraph], new: Sequence[Paragraph]
) -> list[Stretch]:
    """What stayed in a link, in order; `changes` are those of its words, in the order of the text.

    Where something counts as equal that is written otherwise, or paragraphs were split or merged,
    words are held against each other anew.
    """
    if not link.old or not link.new:
        return []
    if len(link.old) > 1 or len(link.new) > 1:
        placed = [(old[k].text, 0) for k in link.old], [(new[k].text, 0) for k in link.new]
        return list(_matched(link.old, link.new, *placed))
    was_at, now_at = link.old[0], link.new[0]
    before, after = old[was_at].text, new[now_at].text
    if before == after:
        return [Stretch(was_at, 0, now_at, 0, len(before))] if before else []
    found: list[Stretch] = []
    at_old = at_new = 0
    for change in changes:
        if not change.kind.is_of_words or change.old is None or change.new is None:
            continue
        for was, now in _replaced(change):
            at = Stretch(was_at, at_old, now_at, at_new, 0)
            found += _between(at, was[0], now[0], before, after)
            at_old, at_new = was[1], now[1]
    at = Stretch(was_at, at_old, now_at, at_new, 0)
    return [*found, *_between(at, len(before), len(after), before, after)]


def _replaced(change: Change) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The characters of either side that a change is about; around text that stayed, its marks."""
    if change.is_frame:
        for was, now in zip(change.old_marks, change.new_marks, strict=True):
            yield (was.start, was.end), (now.start, now.end)
    elif change.old is not None and change.new is not None:
        yield (change.old.start, change.old.end), (change.new.start, change.new.end)


def _between(at: Stretch, old_end: int, new_end: int, before: str, after: str) -> Iterator[Stretch]:
    """What is the same from one change to the next."""
    here, there = before[at.old_start : old_end], after[at.new_start : new_end]
    if here == there:
        if here:
            yield at._replace(length=len(here))
    else:
        yield from _matched([at.old], [at.new], [(here, at.old_start)], [(there, at.new_start)])


_Placed = tuple[str, int]
"""A text, and where in its paragraph it begins."""


def _matched(
    old: Sequence[int], new: Sequence[int], before: Sequence[_Placed], after: Sequence[_Placed]
) -> Iterator[Stretch]:
    """The words that the texts have in common in their order, one stretch a word."""
    old_words, new_words = list(_words(old, before)), list(_words(new, after))
    blocks = Indel.opcodes([w[0] for w in old_words], [w[0] for w in new_words])
    for block in blocks:
        if block.tag == "equal":
            for k in range(block.src_end - block.src_start):
                word, paragraph, start = old_words[block.src_start + k]
                _, other, there = new_words[block.dest_start + k]
                yield Stretch(paragraph, start, other, there, len(word))


def _words(paragraphs: Sequence[int], texts: Sequence[_Placed]) -> Iterator[tuple[str, int, int]]:
    for paragraph, (text, shift) in zip(paragraphs, texts, strict=True):
        for match in _WORD.finditer(text):
            yield match[0], paragraph, match.start() + shift


class PlacesOfLink:
    """Tells where on the other side a place of a link is, by the stretches that stayed."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        there = [Stretch(s.new, s.new_start, s.old, s.old_start, s.length) for s in stretches]
        self._stretches = {Side.OLD: sorted(stretches), Side.NEW: sorted(there)}

    def of(self, side: Side, paragraph: int, offset: int) -> tuple[int, int] | None:
        """The paragraph and offset on the other side; None where the characters there are gone.

        A place between what stayed and what changed belongs to what stayed, one between two
        stretches to the first.
        """
        own = self._stretches[side]
        number = bisect_right(own, (paragraph, offset), key=lambda s: (s[0], s[1])) - 1
        found = None
        for here in reversed(own[max(0, number - 1) : number + 1]):
            if here.old == paragraph and here.old_start <= offset <= here.old_start + here.length:
                found = here.new, here.new_start + offset - here.old_start
        return found

    def across(self, side: Side, span: Span, others: Sequence[int]) -> Span:
        """The characters over there of a span of `side`; an empty place where they are gone.

        `others` are the paragraphs of the link over there.
        """
        first = self.of(side, span.paragraph, span.start)
        if first is None:
            own = self._stretches[side]
            before = bisect_left(own, (span.paragraph, span.start), key=lambda s: (s[0], s[1]))
            if not before:
                return Span(others[0], 0, 0)
            last = own[before - 1]
            place = last.new_start + last.length
            return Span(last.new, place, place)
        end = self.of(side, span.paragraph, span.end)
        paragraph, start = first
        stop = end[1] if end is not None and end[0] == paragraph and end[1] >= start else start
        return Span(paragraph, start, stop)
