"""What a reviewer says of changes and findings, and the session file that keeps it."""

from sverka.review.keys import change_keys
from sverka.review.remarks import Remark, Remarks, State, state_name
from sverka.review.session import Input, Session, load, save

__all__ = [
    "Input",
    "Remark",
    "Remarks",
    "Session",
    "State",
    "change_keys",
    "load",
    "save",
    "state_name",
]
