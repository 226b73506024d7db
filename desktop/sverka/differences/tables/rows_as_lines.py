"""Leaves out borders between cells where the other format can only write a row as one line."""

from collections.abc import Sequence

from sverka.differences.tables.placed_cells import Axis, Line, line_of
from sverka.model import Aspect, Change, ChangeKind, Inspection, Paragraph, Span


def without_cell_borders(
    changes: Sequence[Change], old: Inspection, new: Inspection
) -> tuple[Change, ...]:
    """The changes but for splits and merges that are only cells of one row, and a line without any.

    A line of text that became a row is told apart from one where both formats know tables only.
    """
    knows = [Aspect.TABLES in one.document.traits.tells for one in (old, new)]
    return tuple(
        change
        for change in changes
        if not (
            (change.kind is ChangeKind.SPLIT and not knows[0] and _is_border(change.new, new))
            or (change.kind is ChangeKind.MERGE and not knows[1] and _is_border(change.old, old))
        )
    )


def _is_border(span: Span | None, version: Inspection) -> bool:
    """Whether the paragraph and the one before it stand in cells of one row."""
    if span is None or span.paragraph == 0:
        return False
    before, after = version.paragraphs[span.paragraph - 1 : span.paragraph + 1]
    return _row(before) is not None and _row(before) == _row(after) and before.cell != after.cell


def _row(paragraph: Paragraph) -> Line | None:
    cell = paragraph.cell
    return None if cell is None else line_of(cell, Axis.ROW)
