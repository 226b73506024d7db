"""Which troubles of two versions are the same one: those whose places read alike around them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from sverka.model import Finding, FindingKind, Paragraph, Piece, Screening
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.lines.line_keys import letters_of

_OF_PLACES = frozenset(
    {
        FindingKind.MIXED_SCRIPT,
        FindingKind.HYPHENATION,
        FindingKind.ODD_SPACE,
        FindingKind.DOUBLED_WORD,
        FindingKind.REPLACEMENT_CHARACTER,
        FindingKind.BROKEN_ENCODING,
        FindingKind.UNCERTAIN_WORD,
    }
)
"""Kinds that are told of single places, not of lines or whole paragraphs."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place of a finding, by its index: what is wrong, the letters before, in and after it."""

    finding: int
    sort: str
    before: str
    inside: str
    after: str


_Keys: TypeAlias = Callable[[_Place], Iterator[Hashable]]


def same_troubles(old: Screening, new: Screening) -> tuple[set[int], set[int]]:
    """The findings of either version, by index, one place of which has the same trouble in both.

    First by the letters on both sides of a place, then by more of them on one side, where the word
    on the other side changed. A place of one version answers for one place of the other.
    """
    befores, afters = list(_places(old)), list(_places(new))
    still_old: set[int] = set()
    still_new: set[int] = set()
    for keys in (_both_sides, _one_side):
        before = [place for place in befores if place.finding not in still_old]
        after = [place for place in afters if place.finding not in still_new]
        for one, other in _pairs(before, after, keys):
            still_old.add(one.finding)
            still_new.add(other.finding)
    return still_old, still_new


def is_of_places(finding: Finding) -> bool:
    """Whether it is told of single places of the text."""
    return finding.kind in _OF_PLACES and finding.place is not None


def is_mended(version: Screening, finding: Finding, other: str) -> bool:
    """Whether the `other` version, given as its letters, reads here as it does without trouble."""
    place = finding.place
    if place is None or not is_of_places(finding):
        return False
    around = _place(0, finding, version.paragraphs[place.paragraph], place.start, place.end)
    before, after = around.before[-weights.PLACE_SIDE :], around.after[: weights.PLACE_SIDE]
    readings = {around.inside, letters_of(finding.suggestion or "")}
    return len(before + after) >= weights.PLACE_SIDE and any(
        before + inside + after in other for inside in readings
    )


def _pairs(
    before: list[_Place], after: list[_Place], keys: _Keys
) -> Iterator[tuple[_Place, _Place]]:
    """Places with a key in common, each in one pair, in the order of the text."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at, place in enumerate(before):
        for key in keys(place):
            waiting[key].append(at)
    used: set[int] = set()
    for place in after:
        found = (at for key in keys(place) for at in waiting.get(key, ()) if at not in used)
        for at in found:
            used.add(at)
            yield before[at], place
            break


def _both_sides(place: _Place) -> Iterator[Hashable]:
    before, after = place.before[-weights.PLACE_SIDE :], place.after[: weights.PLACE_SIDE]
    alone = place.inside if len(before + after) < weights.PLACE_SIDE else ""
    yield place.sort, before, alone, after


def _one_side(place: _Place) -> Iterator[Hashable]:
    if len(place.before) >= weights.PLACE_ALONE:
        yield place.sort, place.before[-weights.PLACE_ALONE :], None
    if len(place.after) >= weights.PLACE_ALONE:
        yield place.sort, None, place.after[: weights.PLACE_ALONE]


def _places(version: Screening) -> Iterator[_Place]:
    """All places of the findings that are told of places, in order."""
    told = [(i, f) for i, f in enumerate(version.findings) if is_of_places(f)]
    pieces = _pieces(version) if told else {}
    for index, finding in told:
        for spot in finding.spots:
            # A text without blank lines is one block of all its lines: they are not gone through
            here = pieces.get(spot.block, [])
            at = bisect_right(here, spot.start, key=lambda one: one[1].block_start) - 1
            if at < 0:
                continue
            paragraph, piece = here[at]
            inside = spot.start - piece.block_start
            if inside < piece.length:
                start = piece.start + inside
                end = start + spot.end - spot.start
                yield _place(index, finding, paragraph, start, end)


def _pieces(version: Screening) -> dict[int, list[tuple[Paragraph, Piece]]]:
    """For each block its pieces, in the order of its text, with the paragraphs they stand in."""
    found: dict[int, list[tuple[Paragraph, Piece]]] = defaultdict(list)
    for paragraph in version.paragraphs:
        for piece in paragraph.pieces:
            found[piece.block].append((paragraph, piece))
    for pieces in found.values():
        pieces.sort(key=lambda one: one[1].block_start)
    return found


def _place(index: int, finding: Finding, paragraph: Paragraph, start: int, end: int) -> _Place:
    text, reach = paragraph.text, 2 * weights.PLACE_ALONE
    sort = finding.group.removeprefix(f"{finding.kind}:").split(":")[0]
    return _Place(
        finding=index,
        sort=f"{finding.kind}:{sort}",
        before=letters_of(text[max(0, start - reach) : start]),
        inside=letters_of(text[start:end]),
        after=letters_of(text[end : end + reach]),
    )
