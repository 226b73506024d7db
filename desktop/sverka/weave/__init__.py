"""Both versions as one text, woven once for the window, the reports and the redline; facts only."""

from sverka.weave.halves import halves_of, is_of_sentences
from sverka.weave.standing import Standing
from sverka.weave.strands import (
    ParagraphBreak,
    Strand,
    Woven,
    changes_by_link,
    part_of,
    strands_of,
)
from sverka.weave.woven_order import WovenPlace, woven_order

__all__ = [
    "ParagraphBreak",
    "Standing",
    "Strand",
    "Woven",
    "WovenPlace",
    "changes_by_link",
    "halves_of",
    "is_of_sentences",
    "part_of",
    "strands_of",
    "woven_order",
]
