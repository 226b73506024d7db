"""Leaves out the changes the user asked to ignore, by category or by pattern, and counts them."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from sverka.differences.edit_thresholds import PATTERN_SECONDS
from sverka.model import Category, Change, ChangeKind, Ignore, LeftOut, Part, Side, SverkaError

_WAYS_OF_WRITING = frozenset({Category.PUNCTUATION, Category.TYPOGRAPHY, Category.SPACING})


@dataclass(frozen=True, slots=True)
class Remaining:
    """The changes that are left, how many were left out, and the patterns that took too long."""

    changes: tuple[Change, ...]
    left_out: LeftOut
    slow_patterns: tuple[str, ...] = ()


def leave_out(
    changes: Sequence[Change],
    ignore: frozenset[Ignore],
    patterns: Sequence[str],
    texts: tuple[Sequence[str], Sequence[str]],
    ignore_parts: frozenset[Part] = frozenset(),
    streams: tuple[Sequence[Part], Sequence[Part]] = ((), ()),
) -> Remaining:
    """Leave out what is about nothing but what `ignore` names, or lies inside what a pattern finds.

    `texts` and `streams` are of the paragraphs of either version; what stands in one of
    `ignore_parts` is left out whatever it is. Each change left out counts once, under the first of
    its categories that is ignored. SverkaError for a pattern that is none.
    """
    parts = [_part_left_out(change, ignore_parts, streams) for change in changes]
    by_part = Counter(part for part in parts if part is not None)
    inside = [change for change, part in zip(changes, parts, strict=True) if part is None]
    ignored = [(change, why_ignored(change, ignore)) for change in inside]
    by_category = Counter(why for _, why in ignored if why is not None)
    rest = [change for change, why in ignored if why is None]
    found, slow = _by_patterns(rest, patterns, texts)
    left_out = LeftOut(dict(sorted(by_category.items())), len(found), dict(sorted(by_part.items())))
    kept = tuple(change for number, change in enumerate(rest) if number not in found)
    return Remaining(kept, left_out, slow)


def _part_left_out(
    change: Change, ignored: frozenset[Part], streams: tuple[Sequence[Part], Sequence[Part]]
) -> Part | None:
    """The stream of those left out that a change stands in, by either version.

    What is a note in one of them only, where the format of the other tells no notes from its text,
    is a note.
    """
    if not ignored:
        return None
    spans = ((change.new, streams[1]), (change.old, streams[0]))
    stand = (parts[span.paragraph] for span, parts in spans if span is not None)
    return next((part for part in stand if part in ignored), None)


def why_ignored(change: Change, ignore: frozenset[Ignore]) -> Category | None:
    """The category for which a change is left out; None for one that stays.

    All that it is about has to be ignored. Being inside a quotation is no excuse for it; but who
    ignores quotations ignores whatever is in them; who ignores what is doubtful, all such.
    The marks and spaces by which a number is written otherwise belong to that.
    """
    if not ignore or change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE):
        return None
    if Category.QUOTATION in change.categories and Category.QUOTATION in ignore:
        return Category.QUOTATION
    if Category.DOUBTFUL in change.categories and Category.DOUBTFUL in ignore:
        return Category.DOUBTFUL
    about = set(change.categories) - {Category.QUOTATION, Category.DOUBTFUL}
    if Category.FORM in about:
        about -= _WAYS_OF_WRITING
    if not about or not about <= ignore:
        return None
    return next(category for category in Category if category in about)


def pattern_of(written: str) -> regex.Pattern[str]:
    """The pattern that the user wrote; SverkaError where it is none."""
    try:
        return regex.compile(written)
    except (regex.error, OverflowError, RecursionError) as error:
        at = getattr(error, "pos", None)
        if at is None:
            raise SverkaError(
                "“{pattern}” is too long a pattern to search for.", pattern=written
            ) from error
        raise SverkaError(
            "“{pattern}” is no pattern that can be searched for;"
            " it goes wrong near character {place}.",
            pattern=written,
            place=min(at + 1, len(written)),
        ) from error


def _by_patterns(
    changes: Sequence[Change],
    patterns: Sequence[str],
    texts: tuple[Sequence[str], Sequence[str]],
) -> tuple[set[int], tuple[str, ...]]:
    """The numbers of the changes that patterns leave out, and the patterns that took too long.

    One that takes too long leaves out nothing at all, so that the answer does not hang on where it
    was when its time was over.
    """
    compiled = [pattern_of(written) for written in patterns]
    places: list[dict[tuple[Side, int], list[tuple[int, int]]]] = []
    slow = []
    for pattern in compiled:
        try:
            places.append(_places(pattern, changes, texts))
        except TimeoutError:
            slow.append(pattern.pattern)
    found = {
        number
        for number, change in enumerate(changes)
        if any(_is_inside(change, where, texts) for where in places)
    }
    return found, tuple(slow)


def _places(
    pattern: regex.Pattern[str],
    changes: Sequence[Change],
    texts: tuple[Sequence[str], Sequence[str]],
) -> dict[tuple[Side, int], list[tuple[int, int]]]:
    """Where the pattern is found in the paragraphs that changes touch; TimeoutError passes."""
    touched = {
        (side, span.paragraph)
        for change in changes
        for side in Side
        if (span := change.span(side)) is not None
    }
    left = PATTERN_SECONDS
    found = {}
    for side, paragraph in sorted(touched):
        text = texts[side is Side.NEW][paragraph]
        begun = time.monotonic()
        matches = pattern.finditer(text, timeout=max(left, 0.001))
        found[side, paragraph] = [match.span() for match in matches if match.end() > match.start()]
        left -= time.monotonic() - begun
    return found


def _is_inside(
    change: Change,
    places: dict[tuple[Side, int], list[tuple[int, int]]],
    texts: tuple[Sequence[str], Sequence[str]],
) -> bool:
    """Whether what changed is nothing but what the pattern found, on both sides.

    What it did not find has to be the same on both sides, so that "Rev. 3" and "Rev. 4" are left
    out by "Rev. \\d" when the change is of more than the digit. What moved or only
    looks otherwise has to be found whole.
    """
    if change.kind in (ChangeKind.SPLIT, ChangeKind.MERGE):
        return False
    if change.alike or change.last_old is not None or change.last_new is not None:
        return False  # it stands in more places, of which the spans are only the first
    rests, touched = [], False
    for side in Side:
        span = change.span(side)
        rest = ""
        if span is not None:
            at = span.start
            for start, end in places[side, span.paragraph]:
                if start < span.end and end > at:
                    touched = True
                    rest += texts[side is Side.NEW][span.paragraph][at : max(at, start)]
                    at = min(end, span.end)
            rest += texts[side is Side.NEW][span.paragraph][at : span.end]
        rests.append("".join(rest.split()))
    if change.kind is ChangeKind.MOVE or change.kind.is_beside_words:
        return touched and not any(rests)
    return touched and rests[0] == rests[1]
