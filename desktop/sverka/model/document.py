"""A file as a reader found it: blocks of text in order, each with its place, before any repair."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath


class Side(StrEnum):
    """Which of the two versions: the original (old) or the revised one (new)."""

    OLD = "old"
    NEW = "new"


class Part(StrEnum):
    """The stream of a document that a block belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"
    COMMENT = "comment"


class BlockKind(StrEnum):
    """What a block or a paragraph of the reading text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece of text stands in its file. What a format does not know is None.

    `page` and `lines` (first and last) count from 1; `box` is (left, bottom, right, top) in PDF
    points, with the origin at the lower left corner of the page.
    """

    part: Part = Part.BODY
    page: int | None = None
    lines: tuple[int, int] | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How a run looks. `size` is in points, None where the format does not say."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: bool = False
    lowered: bool = False
    size: float | None = None


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    style: Style = PLAIN


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document as its file has it.

    In plain text a block is what stands between blank lines, its lines joined by "\\n" with their
    trailing spaces, so that line k of the text is line `source.lines[0] + k` of the file. In a PDF
    a block is one printed line. In DOCX it is one paragraph, where "\\n" is a soft line break.

    `level` is the heading or list level from 1; `label` is what the file prints before the text
    and does not hold in it: a list number, a note number, or "row:column" of a table cell.
    `artifact` is true where the file itself marks the block as page furniture (tagged PDF).
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int | None = None
    label: str | None = None
    source: Source = Source()
    artifact: bool = False

    @property
    def text(self) -> str:
        """The whole text of the block."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(r.text for r in self.runs)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about something the program did less well than the user may think."""

    text: str
    side: Side | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself. `size` is in bytes, `pages` None where the format has none."""

    size: int = 0
    modified: datetime | None = None
    pages: int | None = None
    page_height: float | None = None
    encoding: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read. `format` is "text", "docx", "pdf"; `sha256` is of the file's bytes."""

    path: str
    format: str
    sha256: str
    properties: Properties = Properties()
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return PurePath(self.path).name
