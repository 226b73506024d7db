"""Finds what changed inside linked paragraphs, and what each change is about."""

from sverka.differences.carried import differ_beside_words, with_carried
from sverka.differences.changes import find_changes, with_moved_sentences
from sverka.differences.collapsed_spaces import without_collapsed_spaces
from sverka.differences.cut_short import looks_cut_short
from sverka.differences.doubts import with_doubts
from sverka.differences.field_results import with_fields
from sverka.differences.labels import without_labels
from sverka.differences.leaving_out import Remaining, leave_out, pattern_of
from sverka.differences.pair import Edit, diff_texts
from sverka.differences.tables import table_heads, with_tables
from sverka.differences.uncompared import aspects_compared, not_compared

__all__ = [
    "Edit",
    "Remaining",
    "aspects_compared",
    "diff_texts",
    "differ_beside_words",
    "find_changes",
    "leave_out",
    "looks_cut_short",
    "not_compared",
    "pattern_of",
    "table_heads",
    "with_carried",
    "with_doubts",
    "with_fields",
    "with_moved_sentences",
    "with_tables",
    "without_collapsed_spaces",
    "without_labels",
]
