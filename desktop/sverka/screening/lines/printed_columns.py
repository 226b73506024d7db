"""The columns that the printed lines of a PDF stand in, and the rows that were set in pieces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sverka.screening.lines import line_weights as weights
from sverka.screening.lines.boxes import Box, box_of
from sverka.screening.lines.text_lines import TextLine


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """The edges of a column of text, in PDF points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class PrintedColumns:
    """Which column each line stands in, by its index; and the box of the whole row it is part of.

    Justified text with few words in a row has such wide gaps that readers take the words for
    separate lines; `rows` puts them together again. `segments` are the stretches of lines that go
    down one column of one page.
    """

    columns: Mapping[int, PrintedColumn]
    rows: Mapping[int, Box]
    segments: Sequence[Sequence[TextLine]]

    def row(self, line: TextLine) -> Box:
        """The box of the row that the line is, or is part of."""
        return self.rows.get(line.index, box_of(line))


def columns_of(lines: Sequence[TextLine]) -> PrintedColumns:
    """The columns of printed lines, given in reading order."""
    loose = list(_segments(lines, {}))
    usual = [_edges(segment, {}) for segment in loose if len(segment) >= weights.LONG_SEGMENT]
    rows = _rows(lines, usual)
    segments = list(_segments(lines, rows)) if rows else loose
    usual = [_edges(segment, rows) for segment in segments if len(segment) >= weights.LONG_SEGMENT]
    columns: dict[int, PrintedColumn] = {}
    for segment in segments:
        blocks = list(_blocks(segment, rows))
        for block, column in zip(blocks, _columns(blocks, rows, usual), strict=True):
            own = _flush(block, rows) or column
            columns.update((line.index, own) for line in block)
    return PrintedColumns(columns, rows, segments)


def size_of(line: TextLine) -> float:
    """The size of the line's font, else the height of its box; in points."""
    _left, bottom, _right, top = box_of(line)
    return line.size or (top - bottom)


def is_beside(last: TextLine, line: TextLine) -> bool:
    """Whether the line stands at the height of the last one, to its right."""
    a, b = box_of(last), box_of(line)
    same = last.page == line.page and abs(a[1] - b[1]) <= weights.BESIDE_HEIGHT * size_of(last)
    return same and b[0] >= a[2] - 1


def _rows(lines: Sequence[TextLine], usual: Sequence[PrintedColumn]) -> dict[int, Box]:
    """The boxes of rows in pieces that reach from one edge of a column to the other."""
    rows: dict[int, Box] = {}
    for pieces in _side_by_side(lines):
        boxes = [box_of(piece) for piece in pieces]
        left, right = boxes[0][0], boxes[-1][2]
        deep = weights.WIDEST_INDENT * size_of(pieces[0])
        if any(
            column.left - weights.TOUCHES <= left <= column.left + deep
            and abs(column.right - right) <= weights.TOUCHES
            for column in usual
        ):
            row = (left, min(b[1] for b in boxes), right, max(b[3] for b in boxes))
            rows.update((piece.index, row) for piece in pieces)
    return rows


def _side_by_side(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Neighbours in reading order that stand at one height, from left to right."""
    pieces: list[TextLine] = []
    for line in lines:
        if pieces and not is_beside(pieces[-1], line):
            if len(pieces) > 1:
                yield pieces
            pieces = []
        pieces.append(line)
    if len(pieces) > 1:
        yield pieces


def _segments(lines: Sequence[TextLine], rows: Mapping[int, Box]) -> Iterator[list[TextLine]]:
    segment: list[TextLine] = []
    for line in lines:
        if segment and not goes_down(segment[-1], line, rows):
            yield segment
            segment = []
        segment.append(line)
    if segment:
        yield segment


def goes_down(last: TextLine, line: TextLine, rows: Mapping[int, Box]) -> bool:
    """Whether the line stands under the last one in the same column, or goes on its row."""
    if last.page != line.page:
        return False
    above, below = rows.get(last.index, box_of(last)), rows.get(line.index, box_of(line))
    if above is below:
        return True
    if below[1] >= above[1] - weights.BELOW_HEIGHT * size_of(last):
        return False
    return below[0] < above[2] and below[2] > above[0]


def _blocks(segment: Sequence[TextLine], rows: Mapping[int, Box]) -> Iterator[list[TextLine]]:
    """The lines of a segment that follow each other without more white than others have."""
    boxes = [rows.get(line.index, box_of(line)) for line in segment]
    steps = [above[3] - below[3] for above, below in pairwise(boxes)]
    most = weights.BLOCK_STEP * median([step for step in steps if step > 0] or [0.0])
    block = list(segment[:1])
    for line, step in zip(segment[1:], steps, strict=True):
        if step > most > 0:
            yield block
            block = []
        block.append(line)
    yield block


def _columns(
    blocks: Sequence[Sequence[TextLine]],
    rows: Mapping[int, Box],
    usual: Sequence[PrintedColumn],
) -> list[PrintedColumn]:
    """The column of each block: those that begin at one place on the left have one together.

    A block of few lines, like a heading, is in the column of the one before it.
    """
    lefts: list[float] = []
    groups: list[list[TextLine]] = []
    places: list[int] = []
    for block in blocks:
        place = places[-1] if places else 0
        if len(block) >= weights.BLOCK_LINES or not groups:
            left = _edges(block, rows).left
            near = [k for k, other in enumerate(lefts) if abs(other - left) < weights.BLOCK_EDGE]
            place = near[0] if near else len(groups)
            if not near:
                lefts.append(left)
                groups.append([])
        groups[place] += block
        places.append(place)
    columns = [_column(group, rows, usual) for group in groups]
    return [columns[place] for place in places]


def _flush(block: Sequence[TextLine], rows: Mapping[int, Box]) -> PrintedColumn | None:
    """The edges of lines that end at one place on the right, as justified text does; else None."""
    if len(block) < weights.FLUSH_LINES:
        return None
    rights = sorted(rows.get(line.index, box_of(line))[2] for line in block)
    edge = rights[-1]
    ends = sum(edge - right <= weights.TOUCHES for right in rights)
    if ends < weights.FLUSH_SHARE * len(block):
        return None
    return PrintedColumn(_edges(block, rows).left, edge)


def _edges(segment: Sequence[TextLine], rows: Mapping[int, Box]) -> PrintedColumn:
    boxes = [rows.get(line.index, box_of(line)) for line in segment]
    lefts = sorted(box[0] for box in boxes)
    rights = sorted(box[2] for box in boxes)
    return PrintedColumn(lefts[len(lefts) // 10], rights[-1 - len(rights) // 20])


def _column(
    segment: Sequence[TextLine], rows: Mapping[int, Box], usual: Sequence[PrintedColumn]
) -> PrintedColumn:
    own = _edges(segment, rows)
    similar = [
        c for c in usual if abs(c.left - own.left) < weights.SAME_EDGE and c.right >= own.right - 2
    ]
    if len(segment) >= 2 * weights.LONG_SEGMENT or not similar:
        return own
    right = median(c.right for c in similar)
    return PrintedColumn(min(own.left, median(c.left for c in similar)), max(own.right, right))
