"""The boxes of printed lines, and which of them stand in one row of the page."""

from collections.abc import Sequence

from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.text_lines import TextLine

Box = tuple[float, float, float, float]


def box_of(line: TextLine) -> Box:
    """The box of a printed line; ValueError for a line of a format that has none."""
    if line.box is None:
        raise ValueError(line)
    return line.box


def stacked(lines: Sequence[TextLine]) -> list[tuple[list[TextLine], Box]]:
    """The lines in rows from the top down; each row from left to right, with the box around it."""
    rows: list[tuple[list[TextLine], Box]] = []
    for line in sorted(lines, key=lambda line: (-box_of(line)[3], box_of(line)[0])):
        box = box_of(line)
        if rows and _overlap(rows[-1][1], box) >= weights.SAME_ROW:
            row, around = rows[-1]
            row.append(line)
            wider = (
                min(around[0], box[0]),
                min(around[1], box[1]),
                max(around[2], box[2]),
                around[3],
            )
            rows[-1] = (row, wider)
        else:
            rows.append(([line], box))
    for row, _box in rows:
        row.sort(key=lambda line: box_of(line)[0])
    return rows


def _overlap(a: Box, b: Box) -> float:
    """The share of the lower box that stands at the height of the other."""
    shared = min(a[3], b[3]) - max(a[1], b[1])
    return shared / max(0.1, min(a[3] - a[1], b[3] - b[1]))


def printed_text(lines: Sequence[TextLine]) -> str:
    """The text of lines as it stands on the page: a row a line; one below the other elsewhere."""
    if any(line.box is None for line in lines):
        return "\n".join(line.text for line in lines)
    return "\n".join(" ".join(line.text for line in row) for row, _box in stacked(lines))
