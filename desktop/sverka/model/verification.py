"""What came of verifying a redline: whether it says what it should, and where it does not."""

from dataclasses import dataclass
from enum import StrEnum

from sverka.model.document import HeaderPages, Part


class Layer(StrEnum):
    """What is verified apart: a redline may be right in its text and wrong in its package."""

    TEXT = "text"
    PROPERTIES = "properties"
    PACKAGE = "package"
    RULES = "rules"
    MINIMALITY = "minimality"


class Way(StrEnum):
    """How the changes of a redline are resolved: accepted it is NEW, rejected it is OLD."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


class FlawCode(StrEnum):
    """What can be wrong with a redline."""

    TEXT_DIFFERS = "text-differs"
    TEXT_MISSING = "text-missing"
    TEXT_EXTRA = "text-extra"
    EMPTY_MISSING = "empty-paragraph-missing"
    EMPTY_EXTRA = "empty-paragraph-extra"
    STORY_MISSING = "story-missing"
    STORY_EXTRA = "story-extra"

    LOOK = "look"
    PARAGRAPH_FORMAT = "paragraph-format"
    PARAGRAPH_STYLE = "paragraph-style"
    MARK_LOOK = "mark-look"
    NUMBERING = "numbering"
    LIST_NUMBER = "list-number"
    LINK = "link"
    FIELD = "field"
    PICTURE = "picture"
    OBJECT = "object"
    FORMULA = "formula"
    NOTE_REFERENCE = "note-reference"
    CONTROL = "control"
    COMMENT = "comment"
    BOOKMARK = "bookmark"
    SECTION = "section"
    TABLE_FORMAT = "table-format"
    ROW_FORMAT = "row-format"
    CELL_FORMAT = "cell-format"
    TABLE_SHAPE = "table-shape"
    STYLE_DEFINITION = "style-definition"
    SETTINGS = "settings"
    OTHER_PROPERTY = "other-property"

    NOT_WELL_FORMED = "not-well-formed"
    PART_MISSING = "part-missing"
    PART_CHANGED = "part-changed"
    RELATIONSHIP_MISSING = "relationship-missing"
    CONTENT_TYPE_MISSING = "content-type-missing"
    ENTRY_DOUBLED = "entry-doubled"

    ORDER = "order"
    REVISION_MISPLACED = "revision-misplaced"
    REVISION_UNSIGNED = "revision-unsigned"
    REVISION_EMPTY = "revision-empty"
    ID_DOUBLED = "id-doubled"
    MOVE_UNPAIRED = "move-unpaired"
    RANGE_UNPAIRED = "range-unpaired"
    BOOKMARK_DOUBLED = "bookmark-doubled"
    DELETED_TEXT = "deleted-text"
    SPACES_LOST = "spaces-lost"
    LAST_MARK = "last-mark"
    CONTAINER_END = "container-end"
    REFERENCE_UNKNOWN = "reference-unknown"
    BOX_COPIES = "box-copies"

    PAINTED_TWICE = "painted-twice"
    MOVE_PAINTED = "move-painted"
    PAINTED_TOO_MUCH = "painted-too-much"


@dataclass(frozen=True, slots=True)
class StoryName:
    """A stream of a document: the body, or the second footnote, or the header of a section.

    `number` counts from 0: sections for headers and footers, else the stories of this kind.
    """

    part: Part
    number: int = 0
    pages: HeaderPages = HeaderPages.OTHER


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong with a redline, and where.

    `paragraph` counts from 0 within the story, empty ones and those of cells too. `expected` is
    what stands in OLD or NEW, `found` what the resolved redline has. `subject` names what it is
    about: a part of the package, an element, a bookmark. `cell` are the row and the column of the
    cell it is in, of that of the table around first; `part` is the part of the package the story
    is in, with the number of a note. One that is not `grave` is told, and the
    redline is right all the same: nothing in the format would make it better.
    """

    layer: Layer
    code: FlawCode
    way: Way | None = None
    story: StoryName | None = None
    paragraph: int | None = None
    expected: str = ""
    found: str = ""
    subject: str = ""
    grave: bool = True
    cell: tuple[tuple[int, int], ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """All that was found; `more` flaws were met beyond those that are listed."""

    flaws: tuple[Flaw, ...] = ()
    more: int = 0

    @property
    def verified(self) -> bool:
        """Whether accepting all gives NEW and rejecting all gives OLD, and nothing is wrong."""
        return not any(flaw.grave for flaw in self.flaws)

    def of(self, layer: Layer) -> tuple[Flaw, ...]:
        """What was found in one layer."""
        return tuple(flaw for flaw in self.flaws if flaw.layer is layer)
