"""Compares two texts word by word."""

from typing import NamedTuple

from sverka.differences.cleanup import cleaned, is_another_text
from sverka.differences.common_tokens import Region, differing_regions
from sverka.differences.edit_thresholds import FARTHEST_WORD, MOST_TOKENS_MARKED
from sverka.differences.inside_words import Offsets, characters_that_differ
from sverka.differences.tokens import Tokens
from sverka.model import Ignore
from sverka.text.folding import Folding, fold_for


class Edit(NamedTuple):
    """Characters [old_start, old_end) of the old text stand as [new_start, new_end) in the new.

    Offsets are code points; one of the two stretches may be empty. `old_marks` and `new_marks`
    are the characters that differ inside a replaced word, as offsets into the texts: mark k of
    the one stands where mark k of the other does and one of them may be empty. Without marks the
    whole stretch is meant.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old_marks: tuple[Offsets, ...] = ()
    new_marks: tuple[Offsets, ...] = ()

    @property
    def mirrored(self) -> "Edit":
        """The same edit on the way back."""
        return Edit(
            self.new_start,
            self.new_end,
            self.old_start,
            self.old_end,
            self.new_marks,
            self.old_marks,
        )


def diff_texts(old: str, new: str, *, ignore: frozenset[Ignore] = frozenset()) -> tuple[Edit, ...]:
    """What to change in `old` to get `new`, in reading order.

    Replacing each edit's stretch gives `new`; between any two edits both texts are alike, up to
    normalisation (NFC, soft hyphens) and to what `ignore` says counts as equal. Exchanging the
    texts mirrors the result. Words after UAX #29 are never cut, except by marks and at initials.

    A longest common subsequence of words (rapidfuzz, Indel) is cleaned up so that changes begin
    and end where a person would put them; a text of which little stayed is replaced as a whole.
    """
    fold = fold_for(ignore)
    a, b = Tokens.of_each([old, new], fold)
    return edits_between(a, b, fold)


def edits_between(a: Tokens, b: Tokens, fold: Folding) -> tuple[Edit, ...]:
    """What to change in `a` to get `b`; texts that count as equal do not differ."""
    plain = a.is_plain and b.is_plain
    if a.text == b.text or (not plain and fold(a.text) == fold(b.text)):
        return ()
    if _is_second(a, b):
        return tuple(edit.mirrored for edit in _edits(b, a, fold))
    return _edits(a, b, fold)


def regions_between(a: Tokens, b: Tokens) -> list[Region]:
    """The tokens that differ, cleaned up; between two regions the texts are alike by token.

    Unlike with `edits_between`, differences that do not count under the options of the fold stay
    when they are more than one token's, and a text of which little stayed is not replaced.
    """
    if _is_second(a, b):
        return [Region(b0, b1, a0, a1) for a0, a1, b0, b1 in _cleaned_regions(b, a)]
    return _cleaned_regions(a, b)


def _is_second(a: Tokens, b: Tokens) -> bool:
    """Whether `a` comes second where order matters: so that exchanging the texts cannot matter."""
    return (len(a.text), a.text) > (len(b.text), b.text)


def _cleaned_regions(a: Tokens, b: Tokens) -> list[Region]:
    return cleaned(differing_regions(a.keys, b.keys), a, b)


def _edits(a: Tokens, b: Tokens, fold: Folding) -> tuple[Edit, ...]:
    """The edits between texts in the order `_is_second` gives them."""
    regions = differing_regions(a.keys, b.keys)
    if not (a.is_plain and b.is_plain):
        regions = [r for r in regions if not _counts_as_equal(r, a, b, fold)]
    regions = cleaned(regions, a, b)
    if is_another_text(regions, a, b):
        regions = [Region(0, len(a.keys), 0, len(b.keys))]
    return tuple(_edit(region, a, b) for region in regions)


def _counts_as_equal(region: Region, a: Tokens, b: Tokens, fold: Folding) -> bool:
    """Whether the two sides of a region are alike under the options, seen between two words."""
    low, high = region.a0, region.a1
    lowest, highest = max(0, low - FARTHEST_WORD), min(len(a.keys), high + FARTHEST_WORD)
    while low > lowest and not a.written[low - 1][-1].isalnum():
        low -= 1
    while high < highest and not a.written[high][0].isalnum():
        high += 1
    before = a.between(max(lowest, low - 1), region.a0)
    after = a.between(region.a1, min(highest, high + 1))
    old, new = a.between(region.a0, region.a1), b.between(region.b0, region.b1)
    return fold(before + old + after) == fold(before + new + after)


def _edit(region: Region, a: Tokens, b: Tokens) -> Edit:
    """A region of tokens as an edit, with marks when one word became another."""
    a0, a1, b0, b1 = region
    old_start, new_start = a.starts[a0], b.starts[b0]
    old_end, new_end = a.starts[a1], b.starts[b1]
    if min(a1 - a0, b1 - b0) != 1 or max(a1 - a0, b1 - b0) > MOST_TOKENS_MARKED:
        return Edit(old_start, old_end, new_start, new_end)
    old_marks, new_marks = characters_that_differ(
        a.text[old_start:old_end], b.text[new_start:new_end]
    )
    return Edit(
        old_start,
        old_end,
        new_start,
        new_end,
        tuple((old_start + s, old_start + e) for s, e in old_marks),
        tuple((new_start + s, new_start + e) for s, e in new_marks),
    )
