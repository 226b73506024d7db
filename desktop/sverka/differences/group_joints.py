"""Cuts split, merged and rewritten paragraphs at their joints, to compare them part by part."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from sverka.differences.cleanup import border_score
from sverka.differences.common_tokens import Region
from sverka.differences.pair import regions_between
from sverka.differences.tokens import Tokens

_BETWEEN_PARAGRAPHS = " "


class GroupJoint(Enum):
    """What lies in front of a part of a group."""

    BEGINNING = auto()
    """The group begins."""
    BOTH = auto()
    """A paragraph begins on both sides."""
    SPLIT = auto()
    """A paragraph begins in the new version, and none in the old one."""
    MERGE = auto()
    """A paragraph began in the old version, and none begins in the new one."""


@dataclass(frozen=True, slots=True)
class GroupStretch:
    """A stretch of a paragraph of a group, from code point `start` on; paragraphs count from 0."""

    paragraph: int
    start: int
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What corresponds to each other and lies in one paragraph on either side."""

    joint: GroupJoint
    old: GroupStretch
    new: GroupStretch


def parts_of(old_each: Sequence[Tokens], new_each: Sequence[Tokens]) -> list[GroupPart]:
    """Cut a group of linked paragraphs into parts that lie in one paragraph on either side.

    Each side is joined by single spaces and compared as one text; each joint of one side is then
    looked up in the other, and joints that fall together are one. White space at a joint belongs
    to no part. Exchanging the sides mirrors the result.
    """
    old, new = _Side.of(old_each), _Side.of(new_each)
    cuts = [(0, 0, GroupJoint.BEGINNING), *_cuts(old, new)]
    ends = [*((a, b) for a, b, _ in cuts[1:]), (len(old.tokens.keys), len(new.tokens.keys))]
    return [
        GroupPart(joint, old.stretch(a, a_end), new.stretch(b, b_end))
        for (a, b, joint), (a_end, b_end) in zip(cuts, ends, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Side:
    """The paragraphs of one side of a group, as one text in tokens.

    `joints` are the indexes of the tokens put between paragraphs, `offsets` where the paragraphs
    begin in the joined text.
    """

    tokens: Tokens
    joints: Sequence[int]
    offsets: Sequence[int]

    @classmethod
    def of(cls, each: Sequence[Tokens]) -> "_Side":
        """The side whose paragraphs are given in tokens."""
        counts = accumulate(len(tokens.written) + 1 for tokens in each[:-1])
        lengths = accumulate((len(tokens.text) + 1 for tokens in each[:-1]), initial=0)
        tokens = Tokens.joined(each, _BETWEEN_PARAGRAPHS)
        return cls(tokens, [count - 1 for count in counts], list(lengths))

    def joints_in(self, start: int, end: int) -> Sequence[int]:
        """The joints among tokens [start, end)."""
        return self.joints[
            bisect_right(self.joints, start - 1) : bisect_right(self.joints, end - 1)
        ]

    def stretch(self, start: int, end: int) -> GroupStretch:
        """Tokens [start, end) as a stretch of the paragraph they lie in.

        White space is left out at a cut, where the joint itself stands or what became of it.
        """
        tokens = self.tokens
        paragraph = bisect_right(self.offsets, tokens.starts[start]) - 1
        if end < len(tokens.written):
            while end > start and tokens.written[end - 1].isspace():
                end -= 1
        if start > 0:
            while start < end and tokens.written[start].isspace():
                start += 1
        offset = tokens.starts[start] - self.offsets[paragraph]
        return GroupStretch(paragraph, offset, tokens.part(start, end))


def _cuts(old: _Side, new: _Side) -> Iterator[tuple[int, int, GroupJoint]]:
    """Where to cut both texts, in front of which tokens, ascending on both sides."""
    at_a = at_b = 0
    ends = Region(len(old.tokens.keys), 0, len(new.tokens.keys), 0)
    for region in [*regions_between(old.tokens, new.tokens), ends]:
        yield from _cuts_alike(old, new, at_a, at_b, region.a0 - at_a)
        if region is not ends:
            yield from _cuts_differing(old, new, region)
        at_a, at_b = region.a1, region.b1


def _cuts_alike(
    old: _Side, new: _Side, a: int, b: int, length: int
) -> Iterator[tuple[int, int, GroupJoint]]:
    """The cuts in `length` tokens that are alike on both sides, from `a` and `b` on."""
    in_old = {joint - a for joint in old.joints_in(a, a + length)}
    in_new = {joint - b for joint in new.joints_in(b, b + length)}
    for place in sorted(in_old | in_new):
        joint = GroupJoint.BOTH
        if place not in in_old:
            joint = GroupJoint.SPLIT
        elif place not in in_new:
            joint = GroupJoint.MERGE
        yield a + place + 1, b + place + 1, joint


def _cuts_differing(
    old: _Side, new: _Side, region: Region
) -> Iterator[tuple[int, int, GroupJoint]]:
    """The cuts in a stretch that differs: joints are paired in their order as far as they go.

    What is left of the one side is cut into the rest of the other where that reads best.
    """
    in_old = old.joints_in(region.a0, region.a1)
    in_new = new.joints_in(region.b0, region.b1)
    a, b = region.a0, region.b0
    for joint_a, joint_b in zip(in_old, in_new, strict=False):
        a, b = joint_a + 1, joint_b + 1
        yield a, b, GroupJoint.BOTH
    for joint_b in in_new[len(in_old) :]:
        a = _best_border(old, a, region.a1)
        yield a, joint_b + 1, GroupJoint.SPLIT
    for joint_a in in_old[len(in_new) :]:
        b = _best_border(new, b, region.b1)
        yield joint_a + 1, b, GroupJoint.MERGE


def _best_border(side: _Side, start: int, end: int) -> int:
    """The first of the borders from `start` to `end` that read best, inside the text if any."""
    written = side.tokens.written
    inside = range(max(start, 1), min(end, len(written) - 1) + 1)
    return max(inside or (start,), key=lambda index: border_score(written, index))
