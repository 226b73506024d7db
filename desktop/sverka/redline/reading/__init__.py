"""Redlines of reading texts, where not both versions are DOCX."""

from sverka.redline.reading.reading_redline import prove_reading

__all__ = ["prove_reading"]
