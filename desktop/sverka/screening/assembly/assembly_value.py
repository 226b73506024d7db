"""The reading text with what its making has to report."""

from collections.abc import Mapping
from dataclasses import dataclass

from sverka.model import Paragraph, Spot
from sverka.screening.lines.hyphens import Seam
from sverka.screening.lines.text_lines import TextLine


@dataclass(frozen=True, slots=True)
class Hyphen:
    """A hyphen at a line end inside a paragraph that falls away, or of which nobody knows.

    `offset` is in the text of the paragraph: where it stood, or stands. `seam` is what the words of
    both versions say about it, whatever the user decided.
    """

    paragraph: int
    offset: int
    before: TextLine
    after: TextLine
    seam: Seam
    spot: Spot


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A line of quoted mail that was joined to the one before, with its signs or without.

    `spot` are the signs; `offset` is where the words behind them stand in the paragraph.
    """

    paragraph: int
    offset: int
    line: TextLine
    spot: Spot


@dataclass(frozen=True, slots=True)
class Assembly:
    """The reading text with what its making has to report.

    `starts` maps a line to the paragraph and offset it begins at; `lines` has the lines of each
    paragraph.
    """

    paragraphs: tuple[Paragraph, ...]
    starts: Mapping[int, tuple[int, int]]
    hyphens: tuple[Hyphen, ...]
    lines: tuple[tuple[TextLine, ...], ...]
    quoted: tuple[QuotedLine, ...] = ()
