"""Pairs the words of the original with those of the revised version, inside linked paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree
from rapidfuzz.distance import Indel

from sverka.differences.common_tokens import Region, differing_regions
from sverka.readers.docx.wordprocessing import w
from sverka.redline.inline_tokens import Atom, Group, Inline, Solid, Word
from sverka.redline.story_blocks import StoryBlock


@dataclass(slots=True)
class MarkToken:
    """The mark at the end of a paragraph, which can be deleted and inserted as a word can.

    `leads` are what has no width behind the last word.
    """

    key: str
    block: StoryBlock
    leads: tuple[etree._Element, ...] = ()
    loose: str = ""


Look: TypeAlias = etree._Element | None
Token: TypeAlias = Inline | MarkToken
Pair: TypeAlias = tuple[Token | None, Token | None]
"""A token of the original and the one of the revised version that it is, or one without other."""


def pair_tokens(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Pair]:
    """Pair what both have in common, in order; what differs comes alone, the old before the new."""
    a, b = [token.key for token in old], [token.key for token in new]
    at = (0, 0)
    for region in differing_regions(a, b):
        yield from zip(old[at[0] : region.a0], new[at[1] : region.b0], strict=True)
        yield from _loosely(old, new, region)
        at = region.a1, region.b1
    yield from zip(old[at[0] :], new[at[1] :], strict=True)


def _loosely(old: Sequence[Token], new: Sequence[Token], region: Region) -> Iterator[Pair]:
    """What differs, with those paired that are the same thing with other contents."""
    ours = [i for i in range(region.a0, region.a1) if _loose(old[i])]
    theirs = [j for j in range(region.b0, region.b1) if _loose(new[j])]
    i, j = region.a0, region.b0
    keys = [_loose(old[k]) for k in ours], [_loose(new[k]) for k in theirs]
    for x, y, size in Indel.editops(*keys).as_matching_blocks():
        for k in range(size):
            yield from _apart(old[i : ours[x + k]], new[j : theirs[y + k]])
            yield old[ours[x + k]], new[theirs[y + k]]
            i, j = ours[x + k] + 1, theirs[y + k] + 1
    yield from _apart(old[i : region.a1], new[j : region.b1])


def _loose(token: Token) -> str:
    return token.loose if isinstance(token, Atom | Group | Solid) else ""


def _apart(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Pair]:
    """What went, then what came; a range that begins with both begins before both."""
    if old and new and isinstance(new[0], Word | Atom | Group) and _begin_alike(old[0], new[0]):
        yield None, Word("", (), new[0].leads)
        new[0].leads = ()
    yield from ((token, None) for token in old)
    yield from ((None, token) for token in new)


def _begin_alike(old: Token, new: Token) -> bool:
    ranges = [{(str(lead.tag), lead.get(w("id"))) for lead in one.leads} for one in (old, new)]
    return not ranges[0].isdisjoint(ranges[1])


def same_words(old: Word, new: Word) -> Iterator[tuple[str, Look, Look]]:
    """The characters of a word that both have, wherever the look of either changes."""
    ends: list[list[tuple[int, Look]]] = []
    for word in (old, new):
        end = 0
        own: list[tuple[int, Look]] = []
        for bit in word.bits:
            end += len(bit.text)
            own.append((end, bit.look))
        ends.append(own)
    start, x, y = 0, 0, 0
    while x < len(ends[0]) and y < len(ends[1]):
        end = min(ends[0][x][0], ends[1][y][0])
        yield new.key[start:end], ends[0][x][1], ends[1][y][1]
        start = end
        x += ends[0][x][0] == end
        y += ends[1][y][0] == end
