"""What an artifact is before it becomes a finding, and how many alike are told as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.screening.artifacts import artifact_weights as weights
from sverka.screening.lines.facts import counting

_MINOR = frozenset({FindingKind.ODD_SPACE, FindingKind.HARD_WRAP})
"""Kinds that change no word."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Something noticed in the reading text: characters [start, end) of a paragraph.

    `places` are all stretches concerned, as (paragraph, start, end), where there are more than one.
    `text` is what to show; None for the characters themselves. Where `cut`, there is more of it.
    """

    kind: FindingKind
    paragraph: int
    start: int
    end: int
    reasons: tuple[Reason, ...]
    group: str
    tier: Tier = Tier.CERTAIN
    suggestion: str | None = None
    text: str | None = None
    places: tuple[tuple[int, int, int], ...] = ()
    cut: bool = False


def in_few(observations: Iterable[Observation]) -> list[Observation]:
    """The observations, those of a group that is found everywhere as one, at its first place."""
    groups: dict[tuple[FindingKind, str], list[Observation]] = {}
    for seen in observations:
        groups.setdefault((seen.kind, seen.group), []).append(seen)
    few: list[Observation] = []
    for (kind, _group), alike in groups.items():
        most = weights.MOST_MINOR if kind in _MINOR else weights.MOST_ALIKE
        few += alike if len(alike) <= most else [as_one(alike)]
    return sorted(few, key=lambda seen: (seen.paragraph, seen.start, seen.kind, seen.group))


def as_one(alike: Sequence[Observation]) -> Observation:
    """The first of them, with the places of all and how many paragraphs are so."""
    count = len({seen.paragraph for seen in alike})
    often = counting(ReasonCode.PARAGRAPHS_ALIKE, count)
    places = tuple(
        place
        for seen in alike
        for place in (seen.places or ((seen.paragraph, seen.start, seen.end),))
    )
    return replace(alike[0], reasons=(*alike[0].reasons, often), places=places)
