"""Finds page furniture, repeats and text artifacts, and makes the reading text."""

from sverka.screening.screen import screen
from sverka.screening.verdicts import judge

__all__ = ["judge", "screen"]
