"""Puts the pieces of a formula that is set on lines of its own together into one."""

import re
from collections.abc import Iterator, Sequence

from sverka.model import BlockKind
from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import common_size
from sverka.readers.pdf.printed_lines import PrintedLine, runs_of

_WORDS = re.compile(r"[^\W\d_]{4,}")
_RELATION = re.compile("[=≈≃≅≡≤≥<>∝∼→⇒⇔∈⊂⊆∑∏∫√±−×÷]")


def with_formulas_whole(stretch: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a stretch, the pieces of a formula as one line, from left to right.

    A formula stands apart from the left edge of the text, in pieces that touch each other, without
    words but with a sign of relation or the like.
    """
    if not any(_RELATION.search(line.text) for line in stretch):
        return list(stretch)
    lefts = sorted(line.left for line in stretch)
    edge = lefts[len(lefts) // 10]
    lines: list[PrintedLine] = []
    for group in _touching(stretch):
        lines += [_whole(group)] if _is_formula(group, edge) else group
    return lines


def _touching(stretch: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Neighbours in reading order without words that touch each other; other lines alone."""
    group: list[PrintedLine] = []
    bottom = 0.0
    for line in stretch:
        wordless = _is_wordless(line)
        if group and wordless and line.top > bottom - weights.FORMULA_WHITE * line.size:
            group.append(line)
            bottom = min(bottom, line.bottom)
            continue
        if group:
            yield group
        group, bottom = [line], line.bottom
        if not wordless:
            yield group
            group = []
    if group:
        yield group


def _is_wordless(line: PrintedLine) -> bool:
    text = line.text
    if len(text) > weights.FORMULA_PIECE or line.kind is not BlockKind.PARAGRAPH:
        return False
    inked = len(text) - text.count(" ")
    return sum(map(len, _WORDS.findall(text))) <= weights.FORMULA_WORDS * inked


def _is_formula(group: Sequence[PrintedLine], edge: float) -> bool:
    size = common_size(group)
    height = max(line.top for line in group) - min(line.bottom for line in group)
    return (
        len(group) > 1
        and min(line.left for line in group) > edge + weights.FORMULA_INDENT * size
        and height < weights.FORMULA_HEIGHT * size
        and any(_RELATION.search(line.text) for line in group)
    )


def _whole(group: Sequence[PrintedLine]) -> PrintedLine:
    """The pieces of a formula as one line."""
    size = common_size(group)
    pieces = sorted(group, key=lambda line: (round(line.left / size), -line.top))
    return (
        group[0]
        .with_runs(runs_of(pieces))
        ._replace(
            left=min(line.left for line in group),
            bottom=min(line.bottom for line in group),
            right=max(line.right for line in group),
            top=max(line.top for line in group),
            size=size,
        )
    )
