"""Finds page furniture, repeats and text artifacts, and makes the reading text."""

from sverka.screening.examination import Examination, examine, examine_both
from sverka.screening.finding_keys import known_by
from sverka.screening.header_pairs import HeaderPair, behind_the_text, header_pairs
from sverka.screening.screen import screen, settle
from sverka.screening.verdicts import judge

__all__ = [
    "Examination",
    "HeaderPair",
    "behind_the_text",
    "examine",
    "examine_both",
    "header_pairs",
    "judge",
    "known_by",
    "screen",
    "settle",
]
