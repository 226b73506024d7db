"""A file as a reader found it: blocks of text in order, each with its place, before any repair."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import PurePath
from typing import TypeAlias


class Side(StrEnum):
    """Which of the two versions: the original (old) or the revised one (new)."""

    OLD = "old"
    NEW = "new"

    @property
    def other(self) -> "Side":
        """The version on the other side."""
        return Side.NEW if self is Side.OLD else Side.OLD


class Part(StrEnum):
    """The stream of a document that a block belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text-box"
    COMMENT = "comment"


class Landmark(StrEnum):
    """What a part of a file that stands around the text is for, where the file itself says so."""

    NAVIGATION = "navigation"
    BANNER = "banner"
    FOOTER = "footer"
    ASIDE = "aside"
    SEARCH = "search"
    COOKIES = "cookies"
    SHARING = "sharing"
    MAIL_HEADER = "mail-header"


class BlockKind(StrEnum):
    """What a block or a paragraph of the reading text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    NOTE = "note"


class HeaderPages(StrEnum):
    """The pages of a section that a header or footer is printed on."""

    FIRST = "first"
    EVEN = "even"
    OTHER = "other"
    """All that have none of their own."""


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """Where a header or footer is printed: on which pages of which sections, from 1.

    `throughout` says that these are all sections of the document.
    """

    pages: HeaderPages
    sections: tuple[int, ...]
    throughout: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece of text stands in its file. What a format does not know is None.

    `page` and `lines` (first and last) count from 1; `box` is (left, bottom, right, top) in PDF
    points, with the origin at the lower left corner of the page. `printed_on` is where a header or
    footer of the file's own stands.
    """

    part: Part = Part.BODY
    page: int | None = None
    lines: tuple[int, int] | None = None
    box: tuple[float, float, float, float] | None = None
    printed_on: tuple[HeaderPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The paragraphs of a package's part that a block was read from, so that a writer finds them.

    `part` is the name of the part inside the package, lower case ("word/document.xml"). `ordinals`
    count the part's paragraph elements from 0 in document order, those in tables and text boxes
    included; there are several where paragraphs run on into each other.
    """

    part: str
    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a run looks.

    `size` is in points, `colour` and `highlight` are "RRGGBB" or the format's own name of a colour,
    `font` is the name of the typeface; None where the format does not say.
    `underlining` is what the line below is where it is no single one ("double", "thick", "dotted",
    "dashed", "wavy"), `striking` the same of the line through ("double"), `capitals` says that
    they are small ones ("small").
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: bool = False
    lowered: bool = False
    size: float | None = None
    caps: bool = False
    font: str | None = None
    colour: str | None = None
    highlight: str | None = None
    hidden: bool = False
    underlining: str | None = None
    striking: str | None = None
    capitals: str | None = None


PLAIN = Style()


class RevisionKind(StrEnum):
    """What a tracked change that is already in an input did to a run."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move-from"
    MOVE_TO = "move-to"
    FORMATTING = "formatting"


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of an input: whose it is, and when it was made, as the file says."""

    kind: RevisionKind
    author: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """What somebody did to a document while changes were tracked, told by itself.

    `words` are those that came, went, moved or look otherwise; a paragraph mark is "¶". `block` is
    the index of the block it stands in, or of the one before, where what was taken out stood alone.
    """

    revision: Revision
    words: str
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `revisions` are the tracked changes it stands in.

    `certainty` is how sure the program that recognised it in a picture (OCR) is of it, in per cent;
    None where the file itself has the text.
    """

    text: str
    style: Style = PLAIN
    revisions: tuple[Revision, ...] = ()
    certainty: int | None = None


class ObjectKind(StrEnum):
    """What stands in a text beside its characters."""

    PICTURE = "picture"
    LINK = "link"
    FIELD = "field"
    NOTE_REFERENCE = "note-reference"
    CHECK_BOX = "check-box"
    FORMULA = "formula"
    CONTROL = "control"
    READING = "reading"
    """What stands above or beside characters and says how they are read: a ruby."""


@dataclass(frozen=True, slots=True)
class Object:
    """Something in a text that is more than its characters, at its place.

    It belongs to the characters [offset, offset + length) of the text of its block or paragraph,
    in code points; `length` is 0 where it has no characters of its own. `digest` says whether two
    are the same: of a picture the SHA-256 of its bytes, of a link the target, of a field the code,
    of a note reference what `Block.note` of the note says, of a check box "checked" or
    "unchecked", of a content control its name, of a reading what it says. `words` are what it says:
    an alternative text, the result of a field. `size` is the width and height of a picture in
    points, `crop` the parts of its width and height that are cut off at its left, its upper, its
    right and its lower edge, each of 1; None where that is not known.
    """

    offset: int
    kind: ObjectKind
    digest: str = ""
    words: str = ""
    length: int = 0
    size: tuple[float, float] | None = None
    crop: tuple[float, float, float, float] | None = None

    def is_field(self, names: Collection[str]) -> bool:
        """Whether it is an automatic field of one of these names, such as "PAGEREF"."""
        return self.kind is ObjectKind.FIELD and self.digest.split(" ", 1)[0].upper() in names


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that a block stands in.

    `table` tells the tables of a document apart, from 1 in the order in which they begin. `row`
    and `column` are of the grid, from 1, `rows` and `columns` how many of it the cell covers.
    `within` is the cell that the whole table stands in, where tables nest; `header` says whether
    the cell belongs to the rows on top that say what the columns are, `repeated` whether the file
    has its row printed again on top of each page.
    """

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    within: "Cell | None" = None
    header: bool = False
    repeated: bool = False

    def outward(self) -> Iterator["Cell"]:
        """The cell and those that its table stands in, the outermost last."""
        cell: Cell | None = self
        while cell is not None:
            yield cell
            cell = cell.within


@dataclass(frozen=True, slots=True)
class ListItem:
    """The place of a block in a list.

    `list` is what the file calls the list, `level` counts from 1, `format` is the file's name for
    how the numbers look ("decimal", "bullet"), `number` is the item's own, None for a bullet.
    Lists that count on from each other have the same `counters`.
    """

    list: str
    level: int
    format: str = ""
    number: int | None = None
    counters: str = ""


class Aspect(StrEnum):
    """What a version may carry beside the words of its text."""

    FORMATTING = "formatting"
    HEADING_LEVELS = "heading-levels"
    LIST_NUMBERS = "list-numbers"
    TABLES = "tables"
    LINKS = "links"
    PICTURES = "pictures"
    NOTE_MARKS = "note-marks"
    FIELDS = "fields"
    CHECK_BOXES = "check-boxes"
    FORMULAS = "formulas"
    CONTROLS = "controls"
    READINGS = "readings"
    HEADERS = "headers"


EVERY_ASPECT = frozenset(Aspect)


@dataclass(frozen=True, slots=True)
class Traits:
    """What kind of text a document is, so that no step has to ask for the name of its format.

    `paged`: blocks know their page. `printed_lines`: a block is one printed line with a box, so
    that paragraphs have to be put together. `hard_wrapped`: lines inside a block may be wrapped by
    hand and stand for nothing. `soft_breaks`: a line end inside a block is meant as one.
    `formatted`: runs have a style. `structured`: the format itself says what is a heading, a list
    item, a table cell, a header. `tells` is what the format says for certain beside its words:
    where one does not tell something, its absence means nothing and it is not compared.
    `shows` are the attributes of a `Style` that the format can say, None for all of them.
    `plain`: how links look, lists are numbered and blanks are set is left to the program that shows
    it, and sizes are in whole points. `own_terms` is what
    it says in terms of its own, or what programs do not say when they write it of another format:
    that is held only against a version of which the same is so.
    """

    paged: bool = False
    printed_lines: bool = False
    hard_wrapped: bool = False
    soft_breaks: bool = False
    formatted: bool = False
    structured: bool = False
    tells: frozenset[Aspect] = frozenset()
    shows: frozenset[str] | None = None
    plain: bool = False
    own_terms: frozenset[Aspect] = frozenset()

    def tells_with(self, other: "Traits") -> frozenset[Aspect]:
        """What both formats tell, in terms that can be held against each other."""
        return (self.tells & other.tells) - (self.own_terms ^ other.own_terms)

    @property
    def knows_headers(self) -> bool:
        """Whether the format keeps page headers apart from its text, where it has any.

        One that says what it tells says so of headers, too.
        """
        return self.structured and (not self.tells or Aspect.HEADERS in self.tells)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document as its file has it.

    In plain text a block is what stands between blank lines, its lines joined by "\\n" with their
    trailing spaces, so that line k of the text is line `source.lines[0] + k` of the file. In a PDF
    a block is one printed line. In DOCX it is one paragraph, where "\\n" is a soft line break.

    `level` is the heading or list level from 1; `label` is what the file prints before the text
    and does not hold in it: a list number or a note number.
    `artifact` is true where the file itself marks the block as page furniture (tagged PDF, web
    pages), `landmark` as what, where it says so.
    A paragraph without text is a block, too, with no runs. `style_name` is what the file calls the
    style of the paragraph ("heading 1"), `anchor` where a writer finds it again (None where it
    stands in no paragraph, like the words of a chart), `note` the note or comment it belongs to:
    part and name in the file ("footnote:2").
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int | None = None
    label: str | None = None
    source: Source = Source()
    artifact: bool = False
    objects: tuple[Object, ...] = ()
    cell: Cell | None = None
    item: ListItem | None = None
    style_name: str | None = None
    anchor: Anchor | None = None
    note: str | None = None
    landmark: Landmark | None = None

    @property
    def text(self) -> str:
        """The whole text of the block."""
        return self.runs[0].text if len(self.runs) == 1 else "".join(r.text for r in self.runs)


class NoticeCode(StrEnum):
    """What the program did less well than the user may think."""

    TRACKED_ACCEPTED = "tracked-accepted"
    TRACKED_REJECTED = "tracked-rejected"
    TRACKED_KEPT = "tracked-kept"
    """"authors" says how many changes each author tracked: "Ann 3, Bob 1"."""
    HIDDEN_TEXT = "hidden-text"
    HEADERS_LEFT_OUT = "headers-left-out"
    UNKNOWN_SYMBOLS = "unknown-symbols"
    CHARTS_NOT_READ = "charts-not-read"
    EMBEDDED_NOT_READ = "embedded-not-read"
    PART_DAMAGED = "part-damaged"
    CONTROL_CHARACTERS = "control-characters"
    ENCODING_GUESSED = "encoding-guessed"
    ENCODING_DOUBTFUL = "encoding-doubtful"
    """A text read in "encoding" may as well be in "alternative"."""
    ENCODING_UNKNOWN = "encoding-unknown"
    """A text read in "encoding" looks like nothing that people write in any encoding known."""
    UNDECODABLE = "undecodable"
    PAGES_WITHOUT_TEXT = "pages-without-text"
    PAGES_RECOGNISED = "pages-recognised"
    """"pages" were recognised in "languages" (OCR); of "uncertain" words that was not sure."""
    PAGES_NOT_RECOGNISED = "pages-not-recognised"
    PAGES_DAMAGED = "pages-damaged"
    PAGES_CUT_SHORT = "pages-cut-short"
    LINE_NUMBERS_LEFT_OUT = "line-numbers-left-out"
    TABLES_AS_LINES = "tables-as-lines"
    UNMAPPED_CHARACTERS = "unmapped-characters"
    ANNOTATIONS_NOT_READ = "annotations-not-read"
    RECOGNISED_TEXT = "recognised-text"
    """The text of "pages" was recognised by a program in their pictures."""
    INVISIBLE_TEXT = "invisible-text"
    """Text of "pages" that is painted not at all, or white on white, was left out."""
    TEXT_OUTSIDE_PAGE = "text-outside-page"
    SLANTED_TEXT = "slanted-text"
    WATERMARK = "watermark"
    PARTS_HIDDEN = "parts-hidden"
    """"count" parts with text that a web page does not show were left out."""
    ATTACHMENTS_NOT_READ = "attachments-not-read"
    READ_AS_TEXT = "read-as-text"
    """A file in the notation "notation", XML or TeX, was read as it is written."""
    READER_BROKEN = "reader-broken"
    CONVERTED = "converted"
    """"file" was turned into another format by LibreOffice, and that was read."""
    PATTERN_SLOW = "pattern-slow"
    HARDLY_AGREE = "hardly-agree"
    """The two versions together have little text in common: "percent" of it."""
    LOOK_CUT_SHORT = "look-cut-short"
    """In "count" changes a word or a paragraph was too large to be looked into."""
    OTHER = "other"
    """What a reader from outside the project has to say: its value "sentence" is English, with
    {names} for the other values."""


NoticeValue: TypeAlias = str | int | tuple[int, ...]
"""A name, a number, or numbers of pages from 1."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the program did less well than the user may think; `wording` says it.

    `values` are what the sentence of `code` needs: mostly the name of the "file" as it is shown.
    """

    code: NoticeCode
    values: Mapping[str, NoticeValue] = field(default_factory=dict)
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
    """A file that was read.

    `format` is the name its reader has in the registry, to be shown and never to be asked;
    `traits` say what kind of text it is. `sha256` is of the file's bytes. `tracked` are the changes
    tracked in it, where they were asked for.
    """

    path: str
    format: str
    sha256: str
    properties: Properties = Properties()
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()
    traits: Traits = Traits()
    tracked: tuple[TrackedChange, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return PurePath(self.path).name

    def is_same_file(self, other: "Document") -> bool:
        """Whether both are known to be of the same bytes."""
        return self.sha256 == other.sha256 != ""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The streams that the document has, in the order in which they begin."""
        return tuple(dict.fromkeys(block.source.part for block in self.blocks))

    def stream(self, part: Part) -> tuple[int, ...]:
        """The indexes of the blocks of one stream, in order."""
        return tuple(i for i, block in enumerate(self.blocks) if block.source.part is part)
