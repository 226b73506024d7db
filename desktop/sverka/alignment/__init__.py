"""Aligns the paragraphs of one version with those of the other."""

from sverka.alignment.agreement import hardly_agree
from sverka.alignment.aligner import align
from sverka.alignment.alone import BothKinds
from sverka.alignment.stream_by_stream import align_streams, linked_beside, with_notes_across
from sverka.alignment.table_grids import BothCells

__all__ = [
    "BothCells",
    "BothKinds",
    "align",
    "align_streams",
    "hardly_agree",
    "linked_beside",
    "with_notes_across",
]
