"""What a paragraph of the reading text is: a heading, a list item, running text."""

import re
from collections.abc import Sequence

from sverka.model import BlockKind, Part
from sverka.screening.assembly import assembly_weights as weights
from sverka.screening.assembly.paragraphs import KindOf
from sverka.screening.lines.line_signs import is_label, is_list_item, starts_lower
from sverka.screening.lines.print_layout import PrintLayout
from sverka.screening.lines.printed_columns import size_of
from sverka.screening.lines.text_lines import TextLine
from sverka.text.signs import COMMAS, HALTS, SENTENCE_ENDS

_NO_HEADING_ENDS_SO = SENTENCE_ENDS | HALTS | COMMAS | frozenset('—–-»”"')

_WORD = re.compile(r"[^\W\d_]{2}")
"""What a heading has at least, and the scraps of a figure or a formula have not."""
_PLAIN = BlockKind.PARAGRAPH


def as_told(lines: Sequence[TextLine], text: str) -> BlockKind:
    """Where the format is structured, the file itself says it."""
    return lines[0].kind


def in_lines(lines: Sequence[TextLine], text: str) -> BlockKind:
    """In plain lines: the title, labels of clauses and parts, items of lists."""
    first = lines[0]
    if first.kind is not BlockKind.PARAGRAPH:
        return first.kind
    if _is_item(text):
        return BlockKind.LIST_ITEM
    title = first.index == 0 and _may_be_heading(text, weights.LONGEST_TITLE)
    label = is_label(text) and _may_be_heading(text, weights.LONGEST_LABEL)
    return BlockKind.HEADING if title or label else BlockKind.PARAGRAPH


def in_print(layout: PrintLayout) -> KindOf:
    """In PDF: what is set larger or bolder than the text, and short, is a heading."""

    def kind_of(lines: Sequence[TextLine], text: str) -> BlockKind:
        first = lines[0]
        if first.box is None or first.part is not Part.BODY or first.kind is not _PLAIN:
            return first.kind
        size, bold = layout.body
        stands_out = size_of(first) >= weights.LARGER * size or (first.bold and not bold)
        named = _WORD.search(text) is not None
        if stands_out and named and _may_be_heading(text, weights.LONGEST_HEADING):
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if _is_item(text) else BlockKind.PARAGRAPH

    return kind_of


def _may_be_heading(text: str, longest: int) -> bool:
    """Whether the text is short and ends without a stop, as headings do."""
    short = len(text) <= longest
    return short and not starts_lower(text) and text[-1] not in _NO_HEADING_ENDS_SO


def _is_item(text: str) -> bool:
    """Whether the text is an item of a list; a dash may also begin a speech."""
    return is_list_item(text) and not text.startswith(("—", "–"))
