"""How a text is set: whether its lines were wrapped, how wide, and what its line ends mean."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sverka.patterns import late_pattern
from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.line_joints import Joint
from sverka.screening.lines.line_keys import key_of
from sverka.screening.lines.line_signs import (
    ends_with_hyphen,
    first_word,
    is_bullet_item,
    is_caseless,
    is_closed,
    is_list_item,
    is_open,
    starts_lower,
    starts_upper,
)
from sverka.screening.lines.quoting import depth_of, unquoted
from sverka.screening.lines.text_lines import TextLine

_COLUMNS = late_pattern(r"\S(?:\t| {3,}|\t )\s*\S")
_MARKUP = late_pattern(r"#{1,6}\s|>|\||```|~~~|[-=_*~+]{3,}$")
_MARKUP_BEGINS = frozenset("#>|`-=_*~+")


@dataclass(frozen=True, slots=True)
class Layout:
    """`width` is how far a line and the first word after it reach at least, where the writer broke
    the line because the word did not fit; None where lines were not wrapped. `limit` is how long
    wrapped lines are at most. `blank_lines` says that paragraphs are told apart by blank lines,
    `indented` that they begin deeper than the `margin`, which is a column from 0.
    `headings` are the keys of short lines that come back with other numbers.
    """

    width: float | None = None
    limit: float = 0.0
    blank_lines: bool = False
    indented: bool = False
    margin: int = 0
    headings: frozenset[str] = frozenset()

    def is_full(self, line: TextLine, following: str) -> bool:
        """Whether the first word of `following` would not have fitted on the line."""
        return self.width is not None and reach(line, following) >= self.width

    def is_nearly_full(self, line: TextLine, following: str) -> bool:
        """The same with the tolerance that text set in a proportional face needs."""
        return self.width is not None and reach(line, following) >= weights.NEARLY_FULL * self.width

    def is_wrapped(self, line: TextLine, following: str) -> bool:
        """Whether the line looks as if it was broken where the next word did not fit."""
        return self.is_nearly_full(line, following) and line.right <= self.limit

    def is_heading(self, line: TextLine) -> bool:
        """Whether the line is a short one that comes back with other numbers."""
        return (
            bool(self.headings)
            and self.width is not None
            and _is_short(line, self.width)
            and key_of(line.text) in self.headings
        )


def _is_short(line: TextLine, width: float) -> bool:
    """Whether the line is as short as a heading, and has a number."""
    return line.right < weights.HEADING_WIDTH * width and any(map(str.isdigit, line.text))


def reach(line: TextLine, following: str) -> int:
    """The column the line would end at, had it taken in the first word of `following`."""
    word = first_word(following)
    extra = 1 if is_caseless(following) and len(word) > weights.LONG_WORD else len(word) + 1
    return line.right + extra


def layout_of(lines: Sequence[TextLine]) -> Layout:
    """How these lines are set; see Layout.

    Judged by the line ends past which a sentence goes on. Each counts by the length of its line,
    so that formulas and tables in between do not hide how the text is set.
    """
    gaps = sum(1 for line in lines if line.gap)
    spread = gaps >= 1 and gaps >= weights.BLANK_SHARE * len(lines)
    ends = [
        (reach(a, b.text), len(a.text) * (weights.HAN_WIDTH if is_caseless(b.text) else 1), a.right)
        for a, b in _neighbours(lines)
        if is_open(a.text) and (starts_lower(b.text) or is_caseless(b.text))
    ]
    if len(ends) < 2 or sum(weight for _reach, weight, _right in ends) < weights.TOO_LITTLE:
        return Layout(blank_lines=spread)
    ends.sort()
    middle = _weighted(ends, 0.5)
    low, high = weights.WIDTH_LOW * middle, weights.WIDTH_HIGH * middle
    near = [end for end in ends if low <= end[0] <= high]
    shared = sum(weight for _reach, weight, _right in near)
    longer = sum(len(line.text) for line in lines if line.right > weights.WIDTH_BEYOND * middle)
    whole = sum(len(line.text) for line in lines)
    if (
        not weights.NARROWEST <= middle <= weights.WIDEST
        or shared < weights.WIDTH_SHARED * sum(w for _r, w, _e in ends)
        or longer > weights.WIDTH_LONGER * whole
    ):
        return Layout(blank_lines=spread)
    many = len(near) >= weights.WIDTH_MANY
    lowest = _weighted(near, weights.WIDTH_LOWEST) if many else near[0][0]
    longest = max(right for _reach, _weight, right in near)
    margin, indented = _margin(lines)
    # The widest line shows what fits, so any word that would reach beyond it does not.
    width = max(min(lowest, longest + 1), weights.WIDTH_LEAST * middle)
    headings = _headings(lines, width)
    return Layout(width, weights.WIDTH_LIMIT * longest, spread, indented, margin, headings)


def _headings(lines: Sequence[TextLine], width: float) -> frozenset[str]:
    """The keys of short lines that come back with another number each time, as headings do."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if _is_short(line, width):
            found.setdefault(key_of(line.text), []).append(line.text)
    return frozenset(
        key
        for key, texts in found.items()
        if len(texts) >= weights.HEADINGS_FEWEST and len(set(texts)) == len(texts)
    )


def _margin(lines: Sequence[TextLine]) -> tuple[int, bool]:
    """The column most lines begin at, and whether some begin deeper as paragraphs do."""
    counts = Counter(line.indent for line in lines)
    margin = max(sorted(counts), key=lambda indent: counts[indent])
    deeper = sum(times for indent, times in counts.items() if indent >= margin + weights.DEEPER)
    return margin, weights.FEWEST_INDENTS * len(lines) <= deeper <= weights.MOST_INDENTS * len(
        lines
    )


def _weighted(ends: Sequence[tuple[int, int, int]], share: float) -> int:
    """The reach below which lie so many of the characters; `ends` are sorted by it."""
    left = share * sum(weight for _reach, weight, _right in ends)
    for found, weight, _right in ends:
        left -= weight
        if left <= 0:
            return found
    return ends[-1][0]


def _neighbours(lines: Sequence[TextLine]) -> Iterable[tuple[TextLine, TextLine]]:
    return (
        (unquoted(a), unquoted(b))
        for a, b in itertools.pairwise(lines)
        if b.gap == 0
        and (a.block == b.block or b.box)
        and not is_tabular(a.text)
        and depth_of(a.text) == depth_of(b.text)
    )


def is_tabular(text: str) -> bool:
    """Whether the line has columns: a tab or three spaces inside it."""
    return ("   " in text or "\t" in text) and _COLUMNS.search(text) is not None


def goes_on(paragraph: Sequence[TextLine], b: TextLine, layout: Layout, joint: Joint) -> bool:
    """Whether line `b` belongs to the paragraph whose lines so far are `paragraph`.

    `joint` is asked at full lines where nothing else tells paragraphs apart.
    """
    a = paragraph[-1]
    depth = depth_of(paragraph[0].text)
    if depth and depth == depth_of(b.text):
        return not b.gap and _quotation_goes_on(unquoted(a), unquoted(b), layout)
    if b.gap or depth or _is_set_apart(a.text) or _is_set_apart(b.text):
        return False
    if layout.is_heading(a) or layout.is_heading(b):
        return False
    flows = is_open(a.text) and starts_lower(b.text)
    if flows and ends_with_hyphen(a.text):
        return True
    if layout.width is None:
        return flows and layout.blank_lines and not is_list_item(b.text)
    full = layout.is_full(a, b.text)
    if is_list_item(b.text) and (is_bullet_item(b.text) or not (full and is_open(a.text))):
        return False
    if not _indent_allows(paragraph, b, layout):
        return full and flows and not layout.indented
    if not full:
        return flows and (layout.blank_lines or layout.is_nearly_full(a, b.text))
    together = None if layout.blank_lines or layout.indented else joint(a, b)
    if together is not None:
        return together
    return is_open(a.text) or not _stands_alone(b, layout)


def _quotation_goes_on(a: TextLine, b: TextLine, layout: Layout) -> bool:
    """Whether quoted line `b` was broken off the quoted line `a`, both without their signs.

    What programs print looks like that, too, so that only full lines are taken for wrapped ones.
    """
    if not a.text or not b.text or a.indent != b.indent or is_list_item(b.text):
        return False
    set_apart = _is_set_apart(a.text) or _is_set_apart(b.text)
    return not set_apart and is_open(a.text) and layout.is_full(a, b.text)


def _is_set_apart(text: str) -> bool:
    """Whether the line is no running text: a row of a table, a rule, a line of markup."""
    return is_tabular(text) or (text[0] in _MARKUP_BEGINS and _MARKUP.match(text) is not None)


def _indent_allows(paragraph: Sequence[TextLine], b: TextLine, layout: Layout) -> bool:
    """Whether the line begins where one of the same paragraph may begin."""
    deeper = b.indent - paragraph[-1].indent
    if layout.indented and b.indent >= layout.margin + weights.DEEPER and deeper >= 0:
        return is_list_item(paragraph[0].text)
    if abs(deeper) < weights.DEEPER:
        return True
    return len(paragraph) == 1 and (deeper < 0 or is_list_item(paragraph[0].text))


def _stands_alone(b: TextLine, layout: Layout) -> bool:
    """Whether the line looks like a heading: short, a capital first, no stop at its end."""
    short = layout.width is not None and b.right < weights.HEADING_WIDTH * layout.width
    return short and starts_upper(b.text) and not is_closed(b.text)
