"""Counts the lists of a DOCX or RTF as it is read, and says what is printed before each item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sverka.model import ListItem
from sverka.patterns import late_pattern
from sverka.readers.list_numerals import numeral

_PLACEHOLDER = late_pattern("%([1-9])")
_LEVELS = 9
_UNCOUNTED = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is what is printed, with a place for each number: "%1.%2".

    `restart` is the level from 1 that makes it start anew, 0 for none. None means that any higher
    level does, as it is in Word where nothing is said.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    figures_only: bool = False
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs refer to it: its levels, and its own starts.

    `counters` is the id of the abstract list, whose counters all lists that are made of it share.
    """

    counters: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document by id, and how far each is counted."""

    lists: Mapping[int, NumberedList] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[int, int]] = field(default_factory=set)

    def level_of(self, list_id: int, level: int | None, paragraph_style: str | None) -> int:
        """The level of a paragraph from 0: its own, else the one tied to its style, else 0."""
        if level is not None:
            return min(max(level, 0), _LEVELS - 1)
        found = self.lists.get(list_id)
        for index, known in (found.levels if found else {}).items():
            if known.paragraph_style is not None and known.paragraph_style == paragraph_style:
                return index
        return 0

    def count(self, list_id: int, level: int) -> tuple[str, ListItem | None]:
        """Count one more paragraph of a list at a level from 0: what is printed, and its place.

        Nothing and None where there is no such list or level.
        """
        found = self.lists.get(list_id)
        if found is None or level not in found.levels:
            return "", None
        counts = self.counts.setdefault(found.counters, {})
        if (list_id, level) not in self.started:
            self.started.add((list_id, level))
            if level in found.starts:
                # Other lists may have used the counters that it shares; its own start holds when
                # it comes up for the first time.
                counts.pop(level, None)
        for above in range(level):
            counts.setdefault(above, _start(found, above))
        counts[level] = counts[level] + 1 if level in counts else _start(found, level)
        for below in [key for key in counts if key > level and _restarts(found, key, level)]:
            del counts[below]
        style = found.levels[level].style
        own = None if style in _UNCOUNTED else counts[level]
        item = ListItem(str(list_id), level + 1, style, own, found.counters)
        return _printed(found, level, counts), item


def _start(found: NumberedList, level: int) -> int:
    return found.starts.get(level, found.levels.get(level, Level()).start)


def _restarts(found: NumberedList, level: int, counted: int) -> bool:
    """Whether `level` starts anew after a number at level `counted`, both from 0."""
    restart = found.levels.get(level, Level()).restart
    return restart is None or counted < restart


def _printed(found: NumberedList, level: int, counts: Mapping[int, int]) -> str:
    own = found.levels[level]

    def fill(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        style = found.levels.get(index, Level()).style
        if own.figures_only and style not in _UNCOUNTED:
            style = "decimal"
        return numeral(counts.get(index, _start(found, index)), style)

    return own.text if own.style == "bullet" else _PLACEHOLDER.sub(fill, own.text).strip()
