"""Finds the figures of a page, and the scraps of text that belong to them and not to the text."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from sverka.model import Part
from sverka.readers.pdf import page_weights as weights
from sverka.readers.pdf.page_boxes import common_size, middle, middle_across, rows_of
from sverka.readers.pdf.printed_lines import PrintedLine, runs_of
from sverka.readers.pdf.shapes import Box, PageShapes
from sverka.readers.pdf.touching_shapes import Drawing, drawings_of

_CAPTION = re.compile(r"[^\W\d_]{2,}\.?\s*\d{1,3}(?:[.-]\d{1,3})*(?:[.:–—]|\s|$)", re.IGNORECASE)

_WORD = re.compile(r"[^\W\d_]{4}")
"""What text has, and the scale of a figure has not."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a page: its place, and the indexes of the lines that stand in it."""

    left: float
    bottom: float
    right: float
    top: float
    lines: frozenset[int] = frozenset()
    size: float = 0.0


def figures_of(
    lines: Sequence[PrintedLine], shapes: PageShapes, width: float, height: float
) -> list[Figure]:
    """The figures of a page of this width and height.

    What is drawn near to each other is one drawing. It is a figure where it has a picture, a curve
    or a slanting line, no running text stands in it, and the page has other text.
    """
    deep = weights.EDGE * height / 2
    scraps = [
        i
        for i, line in enumerate(lines)
        if len(line.text) <= weights.SCRAP and deep < line.bottom < height - deep
    ]
    prose = sum(len(line.text) > weights.PROSE_LINE for line in lines)
    told = any(_CAPTION.match(line.text) for line in lines)
    if prose < weights.PROSE_LINES or not (told or len(scraps) >= weights.SCRAPS):
        return []
    free = [b for b in (*shapes.pictures, *shapes.drawings) if _is_part(b, width, height)]
    if not free:
        return []
    drawn = [b for b in (*shapes.paths, *shapes.pictures) if _is_part(b, width, height)]
    em = common_size(lines)
    found = []
    for drawing in drawings_of(drawn, width, height):
        if any(drawing.touches(box) for box in free):
            figure = _figure(lines, scraps, drawing, em)
            if figure is not None and not _is_much(lines, figure):
                found.append(figure)
    return found


def _is_much(lines: Sequence[PrintedLine], figure: Figure) -> bool:
    """Whether a figure has so much of the text that it may be what the page is about."""
    own = sum(len(lines[i].text) for i in figure.lines)
    return own > weights.FIGURE_TEXT * sum(len(line.text) for line in lines)


def _is_part(box: Box, width: float, height: float) -> bool:
    """Whether a shape is part of a page, and not its ground or frame."""
    return (box[2] - box[0]) * (box[3] - box[1]) < weights.PART_OF_PAGE * width * height


def _figure(
    lines: Sequence[PrintedLine], scraps: Iterable[int], drawing: Drawing, em: float
) -> Figure | None:
    """The figure at a place, with the labels around it; None where running text stands there."""
    left, bottom, right, top = drawing.box
    inside = {
        i
        for i, line in enumerate(lines)
        if drawing.covers(middle_across(line), middle(line))
        and not (len(line.text) > weights.SCRAP and _CAPTION.match(line.text))
    }
    if _holds_text([lines[i] for i in inside], right - left):
        return None
    for i in scraps:
        line = lines[i]
        across = max(left - line.right, line.left - right)
        up = max(bottom - line.top, line.bottom - top)
        near = across < weights.LABEL_ACROSS * em and up < weights.LABEL_UP * em
        small = line.size <= weights.LABEL_SIZE * em or not _WORD.search(line.text)
        if (
            near
            and small
            and i not in inside
            and not _CAPTION.match(line.text)
            and not _ends(lines, line)
        ):
            inside.add(i)
    kept = [lines[i] for i in inside]
    return Figure(
        min([left, *(line.left for line in kept)]),
        min([bottom, *(line.bottom for line in kept)]),
        max([right, *(line.right for line in kept)]),
        max([top, *(line.top for line in kept)]),
        frozenset(inside),
    )


def _ends(lines: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a short line is the last one of a paragraph that stands over it."""
    return any(
        len(other.text) > weights.SCRAP
        and abs(other.left - line.left) < line.size
        and 0 < other.top - line.top < weights.CAPTION_STEP * line.size
        for other in lines
    )


def _holds_text(lines: Sequence[PrintedLine], width: float) -> bool:
    """Whether what stands in a drawing of a width is running text in a frame or on a ground."""
    rows = rows_of(lines)
    wide = sum(
        len(row) == 1
        and row[0].right - row[0].left > weights.TEXT_WIDTH * width
        and len(row[0].text) > weights.SCRAP
        for row in rows
    )
    return wide >= 2 and wide >= weights.TEXT_ROWS * len(rows)


def text_of_figure(lines: Sequence[PrintedLine], figure: Figure) -> PrintedLine | None:
    """All that stands in a figure as one line apart from the text; None where nothing does."""
    parts = [line for row in rows_of([lines[i] for i in sorted(figure.lines)]) for line in row]
    if not parts:
        return None
    runs = runs_of(parts)
    return PrintedLine(
        "".join(run.text for run in runs),
        tuple(runs),
        min(part.left for part in parts),
        min(part.bottom for part in parts),
        max(part.right for part in parts),
        max(part.top for part in parts),
        common_size(parts),
        all(part.artifact for part in parts),
        part=Part.TEXT_BOX,
    )


def captions_of(
    lines: Sequence[PrintedLine], figures: Sequence[Figure], known: Set[int]
) -> list[list[int]]:
    """The lines that say what a figure right beside them is, by index, from the top down.

    The lines `known` to be something else are none.
    """
    if not figures:
        return []
    found: list[list[int]] = []
    order = sorted(range(len(lines)), key=lambda i: -lines[i].top)
    taken = set(known)
    for place, first in enumerate(order):
        line = lines[first]
        if first in taken or not _CAPTION.match(line.text):
            continue
        if not any(_is_beside(line, one) for one in figures):
            continue
        caption = [first]
        for other in order[place + 1 :]:
            if lines[other].top < lines[caption[-1]].top - weights.CAPTION_STEP * line.size:
                break
            if other not in taken and _goes_on(lines[caption[-1]], lines[other]):
                caption.append(other)
        found.append(caption)
        taken.update(caption)
    return found


def _is_beside(line: PrintedLine, figure: Figure) -> bool:
    """Whether a line stands right under a figure, or right over it."""
    white = max(figure.bottom - line.top, line.bottom - figure.top)
    across = min(line.right, figure.right) - max(line.left, figure.left)
    return across > 0 and -line.size < white < weights.CAPTION_WHITE * line.size


def _goes_on(line: PrintedLine, following: PrintedLine) -> bool:
    """Whether a caption goes on in the next line: all but the last one of it are full."""
    across = min(line.right, following.right) - max(line.left, following.left)
    return (
        line.top - following.top > 0.5 * line.size
        and across > 0.5 * (following.right - following.left)
        and following.right < line.right + 1.5 * line.size
        and abs(line.size - following.size) < 0.1 * line.size
    )
