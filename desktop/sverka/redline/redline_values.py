"""What a redline is asked for, and what comes of it."""

from dataclasses import dataclass, field
from datetime import datetime

from sverka.model import Side


@dataclass(frozen=True, slots=True)
class RedlineRemark:
    """A comment to put into a redline, at a paragraph of one of both files.

    `part` and `ordinal` are those of an `Anchor`: which paragraph of a package's part it is.
    """

    side: Side
    part: str
    ordinal: int
    text: str


@dataclass(frozen=True, slots=True)
class RedlineOptions:
    """How changes are written down.

    `author` and `date` stand on each of them; without a date it is the moment the revised file was
    last changed, so that the same files give the same redline. Without `moves` a paragraph that
    moved is deleted here and inserted there. `remarks` become comments by the same author.
    """

    author: str = "Sverka"
    date: datetime | None = None
    moves: bool = True
    remarks: tuple[RedlineRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class Redlined:
    """A DOCX with tracked changes, and what there is to say of it.

    `counts` says how many revisions of each kind there are, by the element's name ("ins", "del",
    "moveTo", "rPrChange"). `whole` are the places of containers whose paragraphs are deleted and
    inserted as wholes, because nothing finer holds there. `settled` are the sides that came with
    tracked changes, which were accepted before. `kept` are the names of styles that the revised
    file defines otherwise: they stay as in the original, for Word tracks no style. `untracked`
    are places of what changed and cannot be a tracked change.
    """

    data: bytes = field(repr=False)
    counts: dict[str, int] = field(default_factory=dict)
    whole: tuple[str, ...] = ()
    settled: tuple[Side, ...] = ()
    kept: tuple[str, ...] = ()
    untracked: tuple[str, ...] = ()
