"""Steps from change to change; at the ends it stops and says so."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sverka.language import Language
from sverka.presentation.comparison_index import Ints
from sverka.presentation.list_entries import Entries, position


class ListStep(StrEnum):
    """Where to go in the list."""

    NEXT = "next"
    PREVIOUS = "previous"
    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a step led: an entry, or none with a sentence that says why."""

    entry: int | None
    sentence: str = ""


def go(shown: Ints, current: int | None, step: ListStep, language: Language) -> Arrival:
    """The entry that `step` leads to from `current` among those `shown`, in their order."""
    if not len(shown):
        return Arrival(None, language.gettext("There is nothing to go to in this list."))
    if step is ListStep.FIRST or (current is None and step is ListStep.NEXT):
        return Arrival(int(shown[0]))
    if step is ListStep.LAST or current is None:
        return Arrival(int(shown[-1]))
    at = _beside(shown, current, step)
    if at == len(shown):
        return Arrival(None, language.gettext("This is the last change."))
    if at < 0:
        return Arrival(None, language.gettext("This is the first change."))
    return Arrival(int(shown[at]))


def _beside(shown: Ints, current: int, step: ListStep) -> int:
    """The place in the list after or before `current`, which need not be in it."""
    here = np.flatnonzero(shown == current)
    after = int(here[0]) + 1 if len(here) else int(np.count_nonzero(shown < current))
    return after if step is ListStep.NEXT else after - 1 - bool(len(here))


def whereabouts(all_entries: Entries, shown: Ints, current: int | None, language: Language) -> str:
    """ "Change 7 of 43", and the place among those shown where the list is narrowed."""
    total = len(all_entries.comparison.changes)
    if not total and not len(shown):
        differing = any(one.differing for one in all_entries.comparison.not_compared)
        return language.gettext("No words changed") if differing else language.gettext("No changes")
    if current is None:
        return (
            language.gettext("{count} of {total} changes shown").format(
                count=len(shown), total=total
            )
            if _is_narrowed(all_entries, shown)
            else language.gettext("Changes: {total}").format(total=total)
        )
    change = all_entries.change(current)
    at = position(shown, current)
    if change is None:
        among_all = np.flatnonzero(~all_entries.are_changes)
        walked = shown if at is not None else among_all
        place = language.gettext("Finding {number} of {total}")
        return place.format(number=(position(walked, current) or 0) + 1, total=len(walked))
    said = language.gettext("Change {number} of {total}").format(number=change + 1, total=total)
    if at is None or not _is_narrowed(all_entries, shown):
        return said
    among = language.gettext("{number} of {total} shown").format(number=at + 1, total=len(shown))
    return f"{said} · {among}"


def _is_narrowed(all_entries: Entries, shown: Ints) -> bool:
    changes = len(all_entries.comparison.changes)
    return len(shown) != changes or not bool(np.all(all_entries.are_changes[shown]))
