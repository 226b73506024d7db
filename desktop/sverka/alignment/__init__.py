"""Aligns the paragraphs of one version with those of the other."""

from sverka.alignment.aligner import align
from sverka.alignment.alone import BothKinds

__all__ = ["BothKinds", "align"]
