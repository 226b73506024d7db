"""Aligns the paragraphs of one version with those of the other."""

from sverka.alignment.aligner import align

__all__ = ["align"]
