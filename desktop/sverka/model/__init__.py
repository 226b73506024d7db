"""The values that pass between the rooms: frozen dataclasses, with small properties only."""

from sverka.model.alignment import Alignment, Link, LinkKind
from sverka.model.change import Category, Change, ChangeKind, Span
from sverka.model.comparison import Comparison, Inspection, Statistics
from sverka.model.document import (
    Block,
    BlockKind,
    Document,
    Notice,
    Part,
    Properties,
    Run,
    Side,
    Source,
    Style,
)
from sverka.model.errors import ReadError, SverkaError, WriteError
from sverka.model.options import Ignore, Options, Tracked
from sverka.model.progress import Cancelled, Progress, Stage, silent
from sverka.model.screening import (
    Decision,
    Finding,
    FindingKind,
    Join,
    Paragraph,
    Piece,
    Screening,
    Spot,
    Tier,
    Verdict,
)

__all__ = [
    "Alignment",
    "Block",
    "BlockKind",
    "Cancelled",
    "Category",
    "Change",
    "ChangeKind",
    "Comparison",
    "Decision",
    "Document",
    "Finding",
    "FindingKind",
    "Ignore",
    "Inspection",
    "Join",
    "Link",
    "LinkKind",
    "Notice",
    "Options",
    "Paragraph",
    "Part",
    "Piece",
    "Progress",
    "Properties",
    "ReadError",
    "Run",
    "Screening",
    "Side",
    "Source",
    "Span",
    "Spot",
    "Stage",
    "Statistics",
    "Style",
    "SverkaError",
    "Tier",
    "Tracked",
    "Verdict",
    "WriteError",
    "silent",
]
