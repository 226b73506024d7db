"""What a reviewer says of changes and findings, and the session file that keeps it."""

from sverka.review.keys import change_keys
from sverka.review.record import Record, Step
from sverka.review.remarks import NOTHING, Remark, State
from sverka.review.session import Input, Session, load, save

__all__ = [
    "NOTHING",
    "Input",
    "Record",
    "Remark",
    "Session",
    "State",
    "Step",
    "change_keys",
    "load",
    "save",
]
