"""The document itself with native tracked changes, as Word writes them."""

from sverka.redline.redline_values import Redlined, RedlineOptions
from sverka.redline.tracked_document import redline_of, write_redline

__all__ = ["RedlineOptions", "Redlined", "redline_of", "write_redline"]
