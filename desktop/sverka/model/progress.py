"""How a long step says how far it is, and learns that it should stop."""

from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """A step of the work, in the order in which they run."""

    READING = "reading"
    SCREENING = "screening"
    ALIGNMENT = "alignment"
    DIFFERENCES = "differences"
    WRITING = "writing"


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Raised by a Progress to stop the work at once."""


class Progress(Protocol):
    """Called now and then by every stage; may raise Cancelled, which stages let through."""

    def __call__(self, stage: Stage, fraction: float) -> None:
        """Say that `stage` is done to `fraction`, from 0 to 1."""


def silent(stage: Stage, fraction: float) -> None:
    """Tell nobody and never stop: the Progress for who needs none."""
