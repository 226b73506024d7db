"""The document itself with native tracked changes, as Word writes them."""

from sverka.redline.proven import Proven, prove, write_proven
from sverka.redline.redline_values import Redlined, RedlineOptions, RedlineRemark
from sverka.redline.tracked_document import redline_of, write_redline

__all__ = [
    "Proven",
    "RedlineOptions",
    "RedlineRemark",
    "Redlined",
    "prove",
    "redline_of",
    "write_proven",
    "write_redline",
]
