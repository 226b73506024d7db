"""Furniture that stands once: a page number or a line that breaks a sentence; only suspected."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sverka.model import FindingKind, Reason, ReasonCode, Tier
from sverka.screening.furniture import furniture_weights as weights
from sverka.screening.furniture.furniture_mark import FurnitureMark, covered
from sverka.screening.furniture.line_runs import LineRun, runs_of
from sverka.screening.furniture.lone_numbers import OF_FORMULAS
from sverka.screening.furniture.page_numbers import number_reason
from sverka.screening.furniture.surroundings import ScreenedText
from sverka.screening.lines import line_weights
from sverka.screening.lines.facts import interrupts, reads_on
from sverka.screening.lines.line_joints import seam_of
from sverka.screening.lines.line_keys import key_of
from sverka.screening.lines.line_signs import (
    first_letter,
    halts,
    is_closed,
    is_label,
    is_list_item,
    is_mid_sentence,
    is_numbered_word,
    is_worded,
    starts_lower,
)
from sverka.screening.lines.text_lines import TextLine
from sverka.screening.lines.witness import Witness

_PAUSES = ",;،、，-–—"


def single_marks(text: ScreenedText, marks: Sequence[FurnitureMark]) -> list[FurnitureMark]:
    """Lines that stand once and break a sentence, by their page number or by the other version."""
    known = covered(marks)
    found: list[FurnitureMark] = []
    taken: set[int] = set(known)
    for run, said in (*_numbered(text, taken), *_seeded(text, taken), *_witnessed(text, taken)):
        if not taken.intersection(range(run.first, run.last + 1)):
            taken.update(range(run.first, run.last + 1))
            found += _marks(text, run, said)
    return found


def _marks(text: ScreenedText, run: LineRun, said: Sequence[Reason]) -> Iterator[FurnitureMark]:
    """The run as marks: its page numbers apart from its other lines."""
    reasons = (*said, Reason(ReasonCode.STANDS_ONCE))
    first = run.first
    while first <= run.last:
        number = first in text.numbers
        last = first
        while last < run.last and (last + 1 in text.numbers) == number:
            last += 1
        kind = FindingKind.PAGE_NUMBER if number else FindingKind.RUNNING_HEADER
        group = f"{kind}:{key_of(text.lines[first].text)}"
        lines = tuple(range(first, last + 1))
        yield FurnitureMark(kind, lines, Tier.SUSPECTED, True, reasons, group)
        first = last + 1


def _numbered(text: ScreenedText, taken: Iterable[int]) -> Iterator[tuple[LineRun, list[Reason]]]:
    """Page numbers in the middle of a sentence, with the short lines beside them."""
    skipped, counting = set(taken), _counting_romans(text)
    for i, number in text.numbers.items():
        alone = i in counting if number.roman else number.named or _stands_out(text, i)
        if i in skipped or not alone or text.lines[i].text[0] in OF_FORMULAS:
            continue
        run = _around(text, i)
        before, after = text.before(run), text.after(run)
        if before is None or after is None or not _is_headed(text, run):
            continue
        if not number.named and text.has_room(before, after.text):
            continue
        if text.interrupts(run) >= line_weights.INTERRUPTS:
            yield run, [number_reason(number), interrupts(before, after)]


def _is_headed(text: ScreenedText, run: LineRun) -> bool:
    """Whether the lines beside a number may be a header: words, the first with no small letter."""
    others = [text.lines[k].text for k in range(run.first, run.last + 1) if k not in text.numbers]
    if any(is_label(other) or is_numbered_word(other) for other in others):
        return False
    if run.first not in text.numbers and starts_lower(text.lines[run.first].text):
        return False
    return all(is_worded(other) and first_letter(other) for other in others)


def _stands_out(text: ScreenedText, i: int) -> bool:
    """Whether there are no other numbers near, as there are in tables and formulas."""
    near = range(i - weights.OTHER_NUMBERS, i + weights.OTHER_NUMBERS + 1)
    return not any(k != i and k in text.numbers for k in near)


def _counting_romans(text: ScreenedText) -> frozenset[int]:
    """The Roman numbers of which the one before or after is that of the page before or after: by
    itself one may be the mark of a list, or a word.
    """
    romans = [i for i, number in text.numbers.items() if number.roman]
    return frozenset(
        i
        for pair in pairwise(romans)
        if pair[1] - pair[0] >= weights.ROMAN_APART
        and text.numbers[pair[1]].value - text.numbers[pair[0]].value == 1
        for i in pair
    )


def _around(text: ScreenedText, i: int) -> LineRun:
    """The number's line with the short lines above and below that belong to neither paragraph."""
    first = last = i
    while first > 0 and i - first < weights.SINGLE_ABOVE:
        above = text.lines[first - 1]
        if (
            is_closed(above.text)
            or above.text[-1] in _PAUSES
            or not text.has_room(above, text.lines[first].text)
            or (first < i and text.comes_back(first) and not text.comes_back(first - 1))
        ):
            break
        first -= 1
    while last + 1 < len(text.lines) and last - i < weights.SINGLE_BELOW:
        below = text.lines[last + 1]
        following = text.lines[last + 2].text if last + 2 < len(text.lines) else ""
        if starts_lower(below.text) or is_closed(below.text) or not text.has_room(below, following):
            break
        last += 1
    return LineRun(first, last)


def _seeded(text: ScreenedText, taken: Iterable[int]) -> Iterator[tuple[LineRun, list[Reason]]]:
    """Lines in the middle of a sentence that the other version has as its page header."""
    if not text.seeds:
        return
    skipped = set(taken)
    alike = [
        i
        for i, line in enumerate(text.lines)
        if i not in skipped
        and len(line.text) <= weights.LONGEST_LINE
        and key_of(line.text) in text.seeds
    ]
    for run in dict.fromkeys(runs_of(alike).values()):
        before, after = text.before(run), text.after(run)
        if (
            before is not None
            and after is not None
            and text.interrupts(run) >= line_weights.INTERRUPTS
        ):
            yield run, [interrupts(before, after), Reason(ReasonCode.OTHER_HAS_HEADER)]


def _witnessed(text: ScreenedText, taken: Iterable[int]) -> Iterator[tuple[LineRun, list[Reason]]]:
    """Lines in the middle of a sentence that the other version has without them."""
    if text.witness is None:
        return
    skipped = set(taken)
    joints: frozenset[str] | None = None
    for i in range(1, len(text.lines) - 1):
        if i in skipped or not _may_begin(text, i):
            continue
        end = _where_it_reads_on(text, text.witness, i)
        if end is None:
            continue
        before, after = text.lines[i - 1], text.lines[end + 1]
        joints = joints if joints is not None else _joints(text)
        if seam_of(before, after) not in joints:
            said = interrupts(before, after)
            yield LineRun(i, end), [said, reads_on(before, after)]


def _joints(text: ScreenedText) -> frozenset[str]:
    """What stands around every line end. Where this version itself has two lines together in
    another place, that the other one has them together proves nothing.
    """
    return frozenset(seam_of(a, b) for a, b in pairwise(text.lines))


def _may_begin(text: ScreenedText, i: int) -> bool:
    before, line = text.lines[i - 1], text.lines[i]
    if starts_lower(line.text) or is_closed(before.text):
        return False
    return _may_belong(line) and (text.layout.width is not None or not text.has_room(before, ""))


def _where_it_reads_on(text: ScreenedText, witness: Witness, i: int) -> int | None:
    """The last line of a run from `i` on that the other version reads on without."""
    before, context = text.lines[i - 1], text.text_before(i)
    for end in range(i, min(i + weights.SINGLE_LONGEST, len(text.lines) - 1)):
        last, after = text.lines[end], text.lines[end + 1]
        if not _may_belong(last) or _is_of_text(text, last, after):
            return None
        broken = text.interrupts(LineRun(i, end))
        if not starts_lower(after.text):
            # Nothing but the other version tells, and a paragraph may have come in.
            wrapped = text.layout.width is not None
            if broken <= line_weights.LIKELY or (wrapped and text.has_room(before, after.text)):
                continue
        if broken <= line_weights.BARELY or last.text[-1] in _PAUSES:
            continue
        if witness.reads_on(context, after.text):
            return None if witness.reads_on(context, text.lines[i].text) else end
    return None


def _is_of_text(text: ScreenedText, line: TextLine, following: TextLine) -> bool:
    """Whether a sentence runs on from a full line to the next, as it does in wrapped text."""
    wrapped = text.layout.is_wrapped(line, following.text) and following.gap == 0
    return wrapped and is_mid_sentence(line.text, following.text)


def _may_belong(line: TextLine) -> bool:
    """Whether the line can be part of a header: short, no label, no item, no end of a sentence."""
    words = line.text
    if len(words) > weights.LONGEST_LINE or is_closed(words) or halts(words):
        return False
    return not (is_label(words) or is_numbered_word(words) or is_list_item(words))
