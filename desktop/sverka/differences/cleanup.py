"""Turns the differences a longest common subsequence gives into changes a person would name."""

from collections.abc import Sequence

from sverka.differences.common_tokens import Region
from sverka.differences.edit_thresholds import LEAST_IN_COMMON, LONGEST_SWALLOWED, SMALLER_CHANGE
from sverka.differences.tokens import Tokens
from sverka.text.signs import CLOSERS, SENTENCE_ENDS


def cleaned(regions: list[Region], a: Tokens, b: Tokens) -> list[Region]:
    """The same differences with better borders, and fewer of them."""
    return swallowed(slid(regions, a, b), a, b)


def slid(regions: list[Region], a: Tokens, b: Tokens) -> list[Region]:
    """Move each pure insertion or deletion to the best border it can have.

    "b a" put into "a c" may be read as "a [b a] c" or "[a b] a c": text is the same either way.
    The border that reads best is at a paragraph's edge, then at a sentence, then behind a space,
    then at a mark (Fraser, diff-match-patch, "lossless clean-up", on tokens). Likewise a
    replacement that swallowed the end of its sentence gives it back.
    """
    result: list[Region] = []
    for index, region in enumerate(regions):
        right = regions[index + 1] if index + 1 < len(regions) else None
        limit = (right.a0, right.b0) if right else (len(a.keys), len(b.keys))
        if region.a0 == region.a1 or region.b0 == region.b1:
            start = (result[-1].a1, result[-1].b1) if result else (0, 0)
            result.append(_best_place(region, start, limit, a, b))
        else:
            result += _at_sentence_end(region, limit, a, b)
    return result


def _at_sentence_end(region: Region, high: tuple[int, int], a: Tokens, b: Tokens) -> list[Region]:
    """A replacement, in two where it holds the end of a sentence that stands behind it as well.

    "early. She left" replaced by "late" in front of a full stop is "early" replaced by "late", and
    " She left." gone: the same full stop may be either of the two.
    """
    a0, a1, b0, b1 = region
    if a1 == high[0] or b1 == high[1] or a.written[a1] not in SENTENCE_ENDS:
        return [region]
    for place in range(a0 + 1, a1 - 2):
        if a.keys[place] == a.keys[a1] and _is_between_sentences(a.written, place):
            return [Region(a0, place, b0, b1), Region(place + 1, a1 + 1, b1 + 1, b1 + 1)]
    for place in range(b0 + 1, b1 - 2):
        if b.keys[place] == b.keys[b1] and _is_between_sentences(b.written, place):
            return [Region(a0, a1, b0, place), Region(a1 + 1, a1 + 1, place + 1, b1 + 1)]
    return [region]


def _is_between_sentences(tokens: Sequence[str], stop: int) -> bool:
    """Whether token `stop` ends a sentence and another follows: it stands behind no initial."""
    before, gap, after = tokens[stop - 1], tokens[stop + 1], tokens[stop + 2]
    return len(before) > 1 and gap.isspace() and not after[0].islower()


def _best_place(
    region: Region, low: tuple[int, int], high: tuple[int, int], a: Tokens, b: Tokens
) -> Region:
    """The place of a pure insertion or deletion between `low` and `high` that reads best."""
    own, start, end = (
        (a, region.a0, region.a1) if region.b0 == region.b1 else (b, region.b0, region.b1)
    )
    keys = own.keys
    first = 0
    most = min(region.a0 - low[0], region.b0 - low[1])
    while -first < most and keys[start + first - 1] == keys[end + first - 1]:
        first -= 1
    last = 0
    most = min(high[0] - region.a1, high[1] - region.b1)
    while last < most and keys[start + last] == keys[end + last]:
        last += 1
    if first == last:
        return region
    shift = max(
        range(first, last + 1),
        key=lambda k: border_score(own.written, start + k) + border_score(own.written, end + k),
    )
    return Region(*(place + shift for place in region))


def border_score(tokens: Sequence[str], index: int) -> int:
    """How well a change may begin or end in front of token `index`: from 5 down to 0."""
    if index in (0, len(tokens)) or tokens[index - 1].endswith("\n"):
        return 5
    before = tokens[index - 1]
    if before.isspace():
        return 4 if ends_sentence(tokens, index - 1) else 3
    if before in "。！？":
        return 4
    if tokens[index].isspace():
        return 1
    return 0 if before[-1].isalnum() and tokens[index][0].isalnum() else 2


def ends_sentence(tokens: Sequence[str], end: int) -> bool:
    """Whether tokens [0, end) end with a full stop or the like, perhaps closed by a quote."""
    at = end - 1
    while at > 0 and tokens[at] in CLOSERS:
        at -= 1
    return at >= 0 and tokens[at][-1] in SENTENCE_ENDS


def swallowed(regions: list[Region], a: Tokens, b: Tokens) -> list[Region]:
    """Make one of neighbours with so little in common between them that it only disturbs.

    Two changes that together delete and insert are one when what stands between them has no
    letter or digit, or has fewer than LONGEST_SWALLOWED and at most half as many as the smaller
    of the two. A stack brings this to its fixed point in one pass: a change that has grown is
    tried again on the one before it.
    """
    stack: list[Region] = []
    for region in regions:
        while stack and _are_one(stack[-1], region, a, b):
            before = stack.pop()
            region = Region(before.a0, region.a1, before.b0, region.b1)
        stack.append(region)
    return stack


def _are_one(one: Region, two: Region, a: Tokens, b: Tokens) -> bool:
    """Whether two neighbouring changes read better as one."""
    if one.a1 == two.a0 and one.b1 == two.b0:
        return True
    deletes = one.a0 < one.a1 or two.a0 < two.a1
    inserts = one.b0 < one.b1 or two.b0 < two.b1
    if not (deletes and inserts):
        return False
    between = a.between(one.a1, two.a0)
    if len(between) > 4 * LONGEST_SWALLOWED:
        return False
    shared = letters(between)
    if shared == 0:
        return not (_parts_sentences(a, one.a1, two.a0) or _parts_sentences(b, one.b1, two.b0))
    if shared >= LONGEST_SWALLOWED:
        return False
    return all(_has_letters(edit, SMALLER_CHANGE * shared, a, b) for edit in (one, two))


def _parts_sentences(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence ends among tokens [start, end): its full stop is not to be lost."""
    written = tokens.written
    return any(
        written[place] in SENTENCE_ENDS and not _is_initial(written, place - 1)
        for place in range(start, end)
    )


def _is_initial(tokens: Sequence[str], place: int) -> bool:
    """Whether token `place` is a single letter with a full stop behind it."""
    return (
        place >= 0
        and len(tokens[place]) == 1
        and tokens[place].isalpha()
        and (tokens[place + 1] == ".")
    )


def _has_letters(region: Region, least: int, a: Tokens, b: Tokens) -> bool:
    """Whether either side of a change has at least so many letters and digits."""
    sides = a.between(region.a0, region.a1), b.between(region.b0, region.b1)
    return any(len(side) >= least and letters(side) >= least for side in sides)


def letters(text: str) -> int:
    """How many letters and digits `text` has."""
    return sum(map(str.isalnum, text))


def is_another_text(regions: list[Region], a: Tokens, b: Tokens) -> bool:
    """Whether so little stayed, in pieces, that the whole is better shown as replaced.

    It is when of the shorter text less than LEAST_IN_COMMON stayed, so that for texts of one
    length more than 70 % changed. A text that was kept inside a longer one is never replaced, nor
    what stayed around a single change.
    """
    if len(regions) < 2:
        return False
    kept_a = len(a.text) - sum(a.starts[r.a1] - a.starts[r.a0] for r in regions)
    kept_b = len(b.text) - sum(b.starts[r.b1] - b.starts[r.b0] for r in regions)
    if 2 * min(kept_a, kept_b) > min(len(a.text), len(b.text)):
        return False
    total_a, total_b = letters(a.text), letters(b.text)
    gone_a = sum(letters(a.between(r.a0, r.a1)) for r in regions)
    gone_b = sum(letters(b.between(r.b0, r.b1)) for r in regions)
    shorter = min(total_a, total_b)
    return shorter > 0 and min(total_a - gone_a, total_b - gone_b) < LEAST_IN_COMMON * shorter
