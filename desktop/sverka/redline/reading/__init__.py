"""Redlines of reading texts, where not both versions are DOCX."""

from sverka.redline.reading.reading_redline import prove_reading, prove_versions
from sverka.redline.reading.reading_verification import verify

__all__ = ["prove_reading", "prove_versions", "verify"]
