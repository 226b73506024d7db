"""Finds page furniture, repeats and text artifacts, and makes the reading text."""

from sverka.screening.examination import Examination, examine
from sverka.screening.screen import screen, settle
from sverka.screening.verdicts import judge

__all__ = ["Examination", "examine", "judge", "screen", "settle"]
