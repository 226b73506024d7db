"""Says a comparison in words: names, places, excerpts and the summary."""

from sverka.summary.excerpts import Excerpt, Fragment, excerpt, paragraph_fragments
from sverka.summary.names import (
    category_name,
    change_name,
    decision_name,
    finding_name,
    ignore_name,
    part_name,
    sign,
    stage_name,
    tier_name,
    verdict_name,
)
from sverka.summary.places import change_place, finding_place, paragraph_numbers
from sverka.summary.sentences import summary, title_of

__all__ = [
    "Excerpt",
    "Fragment",
    "category_name",
    "change_name",
    "change_place",
    "decision_name",
    "excerpt",
    "finding_name",
    "finding_place",
    "ignore_name",
    "paragraph_fragments",
    "paragraph_numbers",
    "part_name",
    "sign",
    "stage_name",
    "summary",
    "tier_name",
    "title_of",
    "verdict_name",
]
