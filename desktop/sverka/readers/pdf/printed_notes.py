"""Sets the notes at the foot of a page apart, and finds the marks in its text that lead to them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import zip_longest

from sverka.model import BlockKind, Object, ObjectKind, Part, Run
from sverka.patterns import late_pattern
from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import add_widths, common_size, type_size, widest_size
from sverka.readers.pdf.printed_lines import PrintedLine
from sverka.readers.pdf.shapes import Box
from sverka.text.signs import CLOSERS, SENTENCE_ENDS

_MARK = late_pattern(r"\d{1,3}|[*†‡§¶#]{1,3}|[a-zа-я]", re.IGNORECASE)
_MARKED = late_pattern(r"(\d{1,3}|[*†‡§]{1,3})[.)]?\s*(?=[^\W\d_]|[«“„\"(\[])")

_CLOSING = "".join(sorted(CLOSERS)) + " "


@dataclass(slots=True)
class NotesSoFar:
    """The sizes that a document is set in, by the width of their lines, and how many notes it has.

    `broken` is the name of the last note where its sentence does not end.
    """

    sizes: dict[float, float] = field(default_factory=dict)
    count: int = 0
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class _Note:
    """What may be a note at the foot of a stretch: its lines [start, end), and its mark.

    `raised` says that its mark is, `small` that it is set in smaller print than the text. Lines of
    small print above the first note are from `above` on.
    """

    start: int
    end: int
    mark: str
    raised: bool
    small: bool
    above: int


def with_notes_apart(
    stretches: Sequence[Sequence[PrintedLine]],
    before: NotesSoFar,
    rules: Callable[[], Sequence[Box]],
) -> list[PrintedLine]:
    """The lines of the stretches of a page in order, its notes as lines of that part.

    A note stands at the foot of a column in smaller print, or below one of the `rules`, and begins
    with a mark: one that is raised, or that stands raised in the text of the page. The marks become
    references to the notes.
    """
    for stretch in stretches:
        add_widths(before.sizes, stretch)
    body = _body_size(stretches, before)
    found = [list(_notes_of(stretch, body)) for stretch in stretches]
    if not any(found):
        return _flat(stretches)
    in_text = set(_raised_marks(stretches, found))
    notes = [
        [
            note
            for note in own
            if (note.raised or _are_all_marked(own, in_text))
            and (note.small or _is_below_rule(stretch, own[0], body, rules()))
        ]
        for stretch, own in zip(stretches, found, strict=True)
    ]
    return list(_set_apart(stretches, notes, before)) if any(notes) else _flat(stretches)


def begins_note(line: PrintedLine) -> bool:
    """Whether a line begins with a raised mark, as notes do."""
    mark = _mark_of(line)
    return mark is not None and mark[1]


def _are_all_marked(notes: Iterable[_Note], in_text: Set[str]) -> bool:
    """Whether the text refers to all of the notes whose marks are not raised.

    Where it refers to some by chance, they are the items of a list.
    """
    return all(note.mark in in_text for note in notes if not note.raised)


def _flat(stretches: Iterable[Sequence[PrintedLine]]) -> list[PrintedLine]:
    return [line for stretch in stretches for line in stretch]


def _body_size(stretches: Iterable[Sequence[PrintedLine]], before: NotesSoFar) -> float:
    """The size of running text: that of the document, or of the page where it has none of that."""
    usual = widest_size(before.sizes)
    lines = _flat(stretches)
    own = sum(line.right - line.left for line in lines if type_size(line) == usual)
    if own > weights.BODY_SHARE * sum(line.right - line.left for line in lines):
        return usual
    return common_size(lines)


def _notes_of(stretch: Sequence[PrintedLine], body: float) -> Iterator[_Note]:
    """What may be the notes at the foot of a stretch."""
    small = [0 < line.size <= weights.NOTE_SIZE * body for line in stretch]
    end = len(stretch)
    while end > 0 and not small[end - 1] and len(stretch) - end < weights.BELOW_NOTES:
        end -= 1
    start = end
    while start > 0 and small[start - 1]:
        start -= 1
    if start == end:
        end = len(stretch)
        start = _behind_white(stretch, body)
    found = ((k, _mark_of(stretch[k])) for k in range(start, end))
    marks = list(_counting([(k, *mark) for k, mark in found if mark]))
    for (first, mark, raised), behind in zip_longest(marks, [k for k, _m, _r in marks[1:]]):
        last = first + 1
        while last < (behind or end) and not _is_white(stretch[last - 1], stretch[last], body):
            last += 1
        yield _Note(first, last, mark, raised, small[first], min(start, first))


def _behind_white(stretch: Sequence[PrintedLine], body: float) -> int:
    """The first line below the last white of a stretch."""
    pairs = range(len(stretch) - 1, 0, -1)
    return next((k for k in pairs if _is_white(stretch[k - 1], stretch[k], body)), 0)


def _is_white(above: PrintedLine, below: PrintedLine, body: float) -> bool:
    return above.bottom - below.top > weights.EDGE_GAP * body


def _is_below_rule(
    stretch: Sequence[PrintedLine], note: _Note, body: float, rules: Iterable[Box]
) -> bool:
    """Whether a short rule stands right over the first note of a stretch."""
    line = stretch[note.start]
    return any(
        line.top - body < bottom
        and top < line.top + weights.RULE_ABOVE * body
        and abs(left - line.left) < weights.RULE_ABOVE * body
        and right - left > weights.RULE_ABOVE * body
        for left, bottom, right, top in rules
    )


def _mark_of(line: PrintedLine) -> tuple[str, bool] | None:
    """The mark that a line begins with, and whether it is raised."""
    first = line.runs[0]
    if first.style.raised and len(line.runs) > 1 and _MARK.fullmatch(first.text.strip(" .)")):
        return first.text.strip(" .)"), True
    found = _MARKED.match(line.text)
    return (found[1], False) if found else None


def _counting(marks: Sequence[tuple[int, str, bool]]) -> Iterator[tuple[int, str, bool]]:
    """The marks without figures that a line within a note happens to begin with."""
    before: str | None = None
    for place, mark, raised in marks:
        goes_on = before is None or not mark.isdecimal() or not before.isdecimal()
        if raised or goes_on or int(mark) == int(before or 0) + 1:
            yield place, mark, raised
            before = mark


def _set_apart(
    stretches: Sequence[Sequence[PrintedLine]],
    found: Sequence[Sequence[_Note]],
    before: NotesSoFar,
) -> Iterator[PrintedLine]:
    names: dict[str, str] = {}
    apart: list[dict[int, PrintedLine]] = []
    for stretch, notes in zip(stretches, found, strict=True):
        lines: dict[int, PrintedLine] = {}
        if notes and notes[0].small and before.broken:
            # The rest of a note from the column or the page before.
            for k in range(notes[0].above, notes[0].start):
                lines[k] = _of_note(stretch[k], before.broken)
        for note in notes:
            before.count += 1
            name = names[note.mark] = f"footnote:{before.count}"
            for k in range(note.start, note.end):
                line = _unmarked(stretch[k], note) if k == note.start else stretch[k]
                lines[k] = _of_note(line, name)
            ended = stretch[note.end - 1].text.rstrip(_CLOSING)[-1:] in SENTENCE_ENDS
            before.broken = None if ended else name
        apart.append(lines)
    for stretch, lines in zip(stretches, apart, strict=True):
        for k, line in enumerate(stretch):
            yield lines[k] if k in lines else _with_references(line, names)


def _of_note(line: PrintedLine, name: str) -> PrintedLine:
    return line._replace(part=Part.FOOTNOTE, kind=BlockKind.NOTE, note=name)


def _raised_marks(
    stretches: Sequence[Sequence[PrintedLine]], found: Sequence[Sequence[_Note]]
) -> Iterator[str]:
    """The raised marks in the text above the notes."""
    for stretch, notes in zip(stretches, found, strict=True):
        inside = {k for note in notes for k in range(note.start, note.end)}
        for k, line in enumerate(stretch):
            if k not in inside:
                for run in line.runs:
                    if run.style.raised:
                        yield from _parts(run.text)


def _parts(text: str) -> list[str]:
    """The marks of raised text, of which several may stand together: "1, 2"."""
    return [part.strip(" .)") for part in re.split(r"[,;\s]+", text.strip())]


def _unmarked(line: PrintedLine, note: _Note) -> PrintedLine:
    """The first line of a note with its mark as its label."""
    runs = list(line.runs)
    if note.raised:
        rest = runs[1:]
    else:
        found = _MARKED.match(line.text)
        cut = found.end() if found else 0
        rest = []
        for run in runs:
            rest.append(run_from(run, cut))
            cut = max(0, cut - len(run.text))
    rest = [run for run in rest if run.text]
    if rest:
        rest[0] = Run(rest[0].text.lstrip(" .)"), rest[0].style)
    return line.with_runs(rest or runs)._replace(label=note.mark)


def run_from(run: Run, start: int) -> Run:
    """The run without its first characters."""
    return Run(run.text[start:], run.style) if start else run


def _with_references(line: PrintedLine, names: Mapping[str, str]) -> PrintedLine:
    """A line of the text with its raised marks as references to the notes of the page."""
    if not any(run.style.raised for run in line.runs):
        return line
    runs: list[Run] = []
    objects: list[Object] = list(line.objects)
    length = 0
    for number, run in enumerate(line.runs):
        marks = _parts(run.text) if run.style.raised else []
        after_figure = number > 0 and line.runs[number - 1].text[-1:].isdecimal()
        if marks and not after_figure and all(mark in names for mark in marks):
            objects += [Object(length, ObjectKind.NOTE_REFERENCE, names[mark]) for mark in marks]
            rest = run.text[len(run.text.rstrip()) :]
            run = Run(rest, run.style)
        if run.text:
            runs.append(run)
            length += len(run.text)
    return line.with_runs(runs)._replace(objects=tuple(objects)) if runs else line
