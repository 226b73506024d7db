"""What changed between two linked paragraphs, as spans of characters."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sverka.model.document import ObjectKind, Side


class ChangeKind(StrEnum):
    """What was done to the text."""

    INSERTION = "insertion"
    DELETION = "deletion"
    REPLACEMENT = "replacement"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    FORMATTING = "formatting"
    """The same words look otherwise, or stand as something else: a heading, an item."""
    OBJECT = "object"
    """A link, a picture, a mark of a note, a field or a check box came, went or changed."""

    @property
    def is_structure(self) -> bool:
        """Whether it tells what became of paragraphs; words that changed are changes of their own.

        The spans of such a change are whole paragraphs, or empty places where they were cut.
        """
        return self in STRUCTURE

    @property
    def is_of_words(self) -> bool:
        """Whether words came, went or were replaced."""
        return self in OF_WORDS

    @property
    def is_beside_words(self) -> bool:
        """Whether the words are as they were, and what is otherwise stands in the alterations."""
        return self in (ChangeKind.FORMATTING, ChangeKind.OBJECT)


OF_WORDS = frozenset({ChangeKind.INSERTION, ChangeKind.DELETION, ChangeKind.REPLACEMENT})
STRUCTURE = frozenset({ChangeKind.MOVE, ChangeKind.SPLIT, ChangeKind.MERGE})


class Category(StrEnum):
    """What the change is about, in the order in which an editor asks; it can have several.

    `form` is the same number or date written otherwise, `negation` a word that turns or bounds a
    statement ("not", "without", "except", "shall"), `spelling` the same word by other letters (ё
    and е, ß and ss). `structure` is what a paragraph stands as (its heading level, its list
    number), `note` the place of the mark of a note or comment, `control` a check box or a field to
    fill in, `field` the code or the result of an automatic field such as a page number. `doubtful`
    stands beside others: the words were recognised in a picture (OCR), perhaps wrongly.
    """

    NUMBER = "number"
    DATE = "date"
    QUOTATION = "quotation"
    NEGATION = "negation"
    NAME = "name"
    WORDING = "wording"
    FORM = "form"
    PUNCTUATION = "punctuation"
    TYPOGRAPHY = "typography"
    SPACING = "spacing"
    CASE = "case"
    SPELLING = "spelling"
    SPELLING_SCRIPT = "spelling-script"
    STRUCTURE = "structure"
    LINK = "link"
    PICTURE = "picture"
    NOTE = "note"
    CONTROL = "control"
    FORMATTING = "formatting"
    FIELD = "field"
    DOUBTFUL = "doubtful"


class Attribute(StrEnum):
    """What a change of formatting or of an object alters.

    Of the look of characters: what `Style` has. Of what a paragraph stands as: `kind` (a
    `BlockKind`; of a note its `Part`, of a table that is text now "table"), `level` (of a heading
    or an item, from 1), `number` (the label that is printed), `number-format`, `cell-span` (how
    many rows and columns its cell covers), `header-row` (whether its row is printed again on top of
    each page). Of objects: `target` of a link, `picture` (its digest), `alternative-text`, `extent`
    (width and height in points), `crop` (what is not shown of it, as in `Object`), `code` of a
    field, `state` of a check box, `name` of a control or of the author of a comment, `mark` (what
    the note says), `formula`, `reading` above characters; `place` where one went to other words.
    Where both looks have a line or capitals, but of another kind, both values say which.
    """

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    RAISED = "raised"
    LOWERED = "lowered"
    CAPS = "caps"
    HIDDEN = "hidden"
    FONT = "font"
    SIZE = "size"
    COLOUR = "colour"
    HIGHLIGHT = "highlight"
    KIND = "kind"
    LEVEL = "level"
    NUMBER = "number"
    NUMBER_FORMAT = "number-format"
    TARGET = "target"
    PICTURE = "picture"
    ALTERNATIVE_TEXT = "alternative-text"
    EXTENT = "extent"
    CROP = "crop"
    CODE = "code"
    STATE = "state"
    NAME = "name"
    MARK = "mark"
    FORMULA = "formula"
    READING = "reading"
    CELL_SPAN = "cell-span"
    HEADER_ROW = "header-row"
    PLACE = "place"


AttributeValue: TypeAlias = bool | int | float | str | tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class Alteration:
    """One attribute before and after; None where there is none of it, or no object yet or more.

    Both are None of `place`: the spans of the change say from where to where.
    """

    attribute: Attribute
    old: AttributeValue
    new: AttributeValue

    def of(self, side: Side) -> AttributeValue:
        """How it is on one side."""
        return self.old if side is Side.OLD else self.new


class TablePart(StrEnum):
    """A whole part of a table that came, went or moved as one."""

    ROW = "row"
    COLUMN = "column"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Span:
    """The characters [start, end) of one paragraph's text, in code points; may be empty."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """One change. A side it does not touch is None, or an empty span where it would stand.

    A replacement has text on both sides. An insertion inside a linked paragraph has an empty `old`
    span at the place where the text came in, a whole inserted paragraph has `old` None; deletions
    likewise. A move has both whole paragraphs; where several moved together, the first of them, and
    `last_old` and `last_new` are the last. A split has, for each joint, the empty place in the
    old paragraph where it was cut and the empty start of the new paragraph that begins there; a
    merge the other way round. `link` is the index of its link in the alignment.

    `old_marks` and `new_marks` narrow a replacement to the characters that differ inside a word, or
    to the quotation marks around text that stayed; empty means the whole span is meant. They come
    in pairs: mark k of the one stands where mark k of the other does, and is an empty span where
    characters only came in or went out.

    A change of formatting or of an object leaves the words as they are: its spans are the
    characters that it is about, `alterations` what is otherwise, `object` the kind of object. An
    object that came or went has an empty span, or the words it covered, also on the side without
    it; None where the paragraph it stands in has no counterpart. Where words show what is otherwise
    of an object, the sign of a box or the result of a field, the change of these words has the
    alterations, and there is no other. What was done alike in several
    links is one change, at the first of them, and `alike` are the indexes of the others; for items
    that were only numbered anew `references` are the characters of the revised version that name
    the number of such an item as it was.

    `table_part` is given where a whole row, column or table came, went or moved as one: the spans
    are its first cell, `last_old` and `last_new` its last, for a column the last that is its own;
    `alike` are the links of its other cells. Rows that moved together are one change.
    """

    kind: ChangeKind
    categories: tuple[Category, ...]
    old: Span | None
    new: Span | None
    link: int
    old_marks: tuple[Span, ...] = ()
    new_marks: tuple[Span, ...] = ()
    last_old: int | None = None
    last_new: int | None = None
    alterations: tuple[Alteration, ...] = ()
    object: ObjectKind | None = None
    alike: tuple[int, ...] = ()
    references: tuple[Span, ...] = ()
    table_part: TablePart | None = None

    @property
    def is_frame(self) -> bool:
        """Whether it is marks around text that stayed: quotation marks that came or changed."""
        old, new = self.old_marks, self.new_marks
        if len(old) < 2 or self.old is None or self.new is None:
            return False
        ends = ((self.old, old), (self.new, new))
        return all(s.start == m[0].start and s.end == m[-1].end for s, m in ends)

    @property
    def links(self) -> tuple[int, ...]:
        """Its link, and those in which the same was done."""
        return (self.link, *self.alike)

    def span(self, side: Side) -> Span | None:
        """Its characters on one side; None where it does not touch that side."""
        return self.old if side is Side.OLD else self.new

    def paragraphs(self, side: Side) -> range:
        """The paragraphs it stands in on one side: several where they moved together."""
        span, last = self.span(side), self.last_old if side is Side.OLD else self.last_new
        if span is None:
            return range(0)
        return range(span.paragraph, (span.paragraph if last is None else last) + 1)

    def marks(self, side: Side) -> tuple[Span, ...]:
        """The characters that differ inside a replaced word, on one side."""
        return self.old_marks if side is Side.OLD else self.new_marks
