"""Judges neighbouring lines of furniture as one: what goes together, which sentence they break."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark
from sverka.screening.furniture.line_runs import LineRun, is_page_of_volume, runs_of
from sverka.screening.furniture.surroundings import ScreenedText
from sverka.screening.lines import line_weights
from sverka.screening.lines.line_signs import is_worded


def as_whole_runs(text: ScreenedText, marks: Sequence[FurnitureMark]) -> list[FurnitureMark]:
    """The marks, those beside furniture that is set aside set aside with it, and each told whether
    its run breaks a sentence.

    Half of a header is worse than none. A group goes with its neighbours where it stands beside
    them again and again.
    """
    whole = gone_together(text, marks)
    runs = runs_of(i for mark in whole if mark.removed for i in mark.lines)
    broken = {
        run
        for run in dict.fromkeys(runs.values())
        if text.interrupts(run) >= line_weights.INTERRUPTS
    }
    broken |= {runs[mark.first] for mark in whole if mark.removed and mark.breaks}
    return [_told(text, mark, runs, broken) for mark in whole]


def _told(
    text: ScreenedText, mark: FurnitureMark, runs: Mapping[int, LineRun], broken: Set[LineRun]
) -> FurnitureMark:
    """The mark with what its run breaks; the first of a run tells of the footnotes above."""
    if not mark.removed or runs[mark.first] not in broken:
        return replace(mark, breaks=False)
    run = runs[mark.first]
    notes = text.notes_above(run) if mark.first == run.first else ()
    return replace(mark, breaks=True, notes=tuple(notes))


def gone_together(text: ScreenedText, marks: Sequence[FurnitureMark]) -> list[FurnitureMark]:
    """The marks, those that stand beside furniture again and again set aside with it."""
    removed = {i for mark in marks if mark.removed for i in mark.lines}
    beside: Counter[str] = Counter()
    times = Counter(mark.group for mark in marks)
    for mark in marks:
        words = "".join(text.lines[i].text for i in mark.lines)
        if (
            (is_worded(words) or is_page_of_volume(words))
            and not mark.removed
            and _touches(mark, removed)
        ):
            beside[mark.group] += 1
    going = {
        group
        for group, count in beside.items()
        if count >= weights.NEXT_TO_FEWEST and count >= weights.NEXT_TO_CERTAIN * times[group]
    }
    return [
        replace(mark, removed=True) if mark.group in going and _touches(mark, removed) else mark
        for mark in marks
    ]


def _touches(mark: FurnitureMark, removed: set[int]) -> bool:
    return mark.lines[0] - 1 in removed or mark.lines[-1] + 1 in removed
