"""What a reviewer says of one change or finding: a state and a note."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far a change or a finding is dealt with."""

    TO_DO = "to-do"
    REVIEWED = "reviewed"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one change or finding: its state and a note, which may be empty."""

    state: State = State.TO_DO
    note: str = ""


NOTHING = Remark()
"""The remark of which nothing is kept."""
