"""A paragraph while it is made: takes in lines and keeps which characters came from where."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sverka.model import Join, Piece
from sverka.screening.lines.hyphens import Seam
from sverka.screening.lines.text_lines import TextLine


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph in the making; `texts` are those of all blocks."""

    texts: Sequence[str]
    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    lines: list[TextLine] = field(default_factory=list)
    length: int = 0

    def add(self, line: TextLine, meeting: Seam | None) -> int:
        """Put the line at the end, as `meeting` says; where it starts is returned."""
        if self.pieces and meeting is None:
            return self._extend(line)
        if self.pieces and meeting is not None:
            self._drop(meeting.dropped)
            self.joins.append(meeting.join)
            if meeting.join is Join.SPACE:
                self.text.append(" ")
                self.length += 1
        start = self.length
        self.pieces.append(Piece(start, line.block, line.start, line.end - line.start))
        self._append(line.text)
        self.lines.append(line)
        return start

    def _extend(self, line: TextLine) -> int:
        """Take in a further line of the same block with the soft break before it."""
        last = self.pieces[-1]
        end = last.block_start + last.length
        self._append(self.texts[line.block][end : line.end])
        self.pieces[-1] = Piece(
            last.start, last.block, last.block_start, line.end - last.block_start
        )
        self.lines.append(line)
        return self.length - (line.end - line.start)

    def _append(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _drop(self, count: int) -> None:
        """Take `count` characters off the end."""
        if count:
            last = self.pieces[-1]
            self.pieces[-1] = Piece(last.start, last.block, last.block_start, last.length - count)
            self.text[-1] = self.text[-1][:-count]
            self.length -= count
