"""A document after screening: its reading text, and what was found or set aside on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sverka.model.change import Span
from sverka.model.document import BlockKind, Cell, ListItem, Object, Part, Side, Source, Style


class FindingKind(StrEnum):
    """What was noticed in one version."""

    RUNNING_HEADER = "running-header"
    RUNNING_FOOTER = "running-footer"
    PAGE_NUMBER = "page-number"
    SURROUNDINGS = "surroundings"
    DUPLICATE_PARAGRAPH = "duplicate-paragraph"
    REPEATED_BLOCK = "repeated-block"
    MIXED_SCRIPT = "mixed-script"
    HYPHENATION = "hyphenation"
    HARD_WRAP = "hard-wrap"
    QUOTE_SIGNS = "quote-signs"
    ODD_SPACE = "odd-space"
    DOUBLED_WORD = "doubled-word"
    REPLACEMENT_CHARACTER = "replacement-character"
    BROKEN_ENCODING = "broken-encoding"
    UNCERTAIN_WORD = "uncertain-word"
    """A word that was recognised in a picture (OCR), and the program was not sure of it."""

    @property
    def is_furniture(self) -> bool:
        """Whether findings of this kind can be set aside from the reading text."""
        return self in FURNITURE

    @property
    def is_decidable(self) -> bool:
        """Whether one chooses in the window if findings of this kind stand in the reading text."""
        return self.is_furniture or self is FindingKind.QUOTE_SIGNS


FURNITURE = frozenset(
    {
        FindingKind.RUNNING_HEADER,
        FindingKind.RUNNING_FOOTER,
        FindingKind.PAGE_NUMBER,
        FindingKind.SURROUNDINGS,
    }
)


class Tier(StrEnum):
    """How far the evidence carries."""

    CERTAIN = "certain"
    SUSPECTED = "suspected"


class Decision(StrEnum):
    """Whether a finding's text is set aside from the reading text or stays in it."""

    REMOVED = "removed"
    KEPT = "kept"


class Verdict(StrEnum):
    """What became of a finding from the old version to the new."""

    FIXED = "fixed"
    INTRODUCED = "introduced"
    STILL_THERE = "still-there"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Spot:
    """The characters [start, end) of the text of one block, in code points."""

    block: int
    start: int
    end: int


class ReasonCode(StrEnum):
    """What speaks for a finding; beside each, the values that go with it.

    `before` and `after` are stretches of the text around it, `count` is how many there are of
    something of which a list may name only the first, `place` and `places` are where lines stand.
    """

    # Page furniture
    INTERRUPTS_SENTENCE = "interrupts-sentence"  # before, after
    OTHER_READS_ON = "other-version-reads-on"  # before, after
    OTHER_HAS_HEADER = "other-version-has-it-as-header"
    LINE_REPEATS = "line-repeats"  # count, places
    LINES_REPEAT = "lines-repeat"  # lines, count, places
    REPEATS_TOGETHER = "repeats-together"  # count
    TITLE_STAYS = "title-stays"  # place
    NUMBER_BESIDE = "number-beside-counts-up"  # count, numbers
    NUMBER_INSIDE = "number-inside-counts-up"  # count, numbers
    NUMBER_CHAIN = "numbers-count-up"  # count, numbers, characters
    NUMBER_BY_WORDS = "number-by-its-words"
    NUMBER_ALONE = "number-alone"
    COUNTS_WITH_PAGES = "counts-with-pages"
    AT_PAGE_EDGES = "at-page-edges"  # times, count
    EVEN_DISTANCES = "even-distances"  # characters
    STANDS_ONCE = "stands-once"
    BESIDE_FURNITURE = "beside-furniture"
    AT_PAGE_TOPS = "at-page-tops"  # count, pages: at the same height of each
    AT_PAGE_BOTTOMS = "at-page-bottoms"  # count, pages
    IN_MARGIN = "in-margin"  # count, pages
    PART_OF_PAGE = "part-of-page"
    HEADER_OF_FILE = "header-of-file"
    FOOTER_OF_FILE = "footer-of-file"
    IS_NAVIGATION = "is-navigation"
    IS_BANNER = "is-banner"
    IS_PAGE_FOOTER = "is-page-footer"
    IS_ASIDE = "is-aside"
    IS_SEARCH = "is-search"
    IS_COOKIE_NOTICE = "is-cookie-notice"
    IS_SHARING = "is-sharing"
    IS_MAIL_HEADER = "is-mail-header"
    HEADER_CHANGED = "header-changed"  # before, after: how it reads in either version
    # Repeats
    BLOCK_BEFORE = "block-stands-before"  # count, place
    PARAGRAPH_BEFORE = "paragraph-stands-before"  # place
    NEARLY_BEFORE = "nearly-stands-before"  # place
    DIFFERS_IN_WORDS = "differs-in-words"  # count, before, after: lists, side by side
    SENTENCE_BEFORE = "sentence-stands-before"
    CLOSING_BLOCK_DRIFTED = "closing-block-drifted"  # name
    DOUBLED_WORD = "doubled-word"  # word
    # Broken words and lines
    WORD_JOINED = "broken-word-joined"
    WORDS_JOINED = "broken-words-joined"  # count
    HYPHEN_LEFT = "hyphen-left-standing"
    HYPHEN_INSIDE = "hyphen-inside-line"
    SOFT_HYPHENS = "soft-hyphens"  # count
    LINE_ENDS_JOINED = "line-ends-joined"  # count
    TEXT_WRAPPED = "text-wrapped"  # count, paragraphs
    QUOTE_SIGNS = "quote-signs"  # count
    # Letters
    TWO_ALPHABETS = "two-alphabets"  # letters
    OTHER_ALPHABET = "other-alphabet"
    FIGURES_IN_WORD = "figures-in-word"  # letters
    LETTERS_IN_NUMBER = "letters-in-number"  # letters
    HTML_CODES = "html-codes"  # count, codes
    WRONG_ENCODING = "wrong-encoding"  # text
    LETTERS_LOST = "letters-lost"  # count
    QUESTION_MARKS = "question-marks"
    # Spaces
    SEVERAL_SPACES = "several-spaces"
    SPACE_BEFORE_MARK = "space-before-mark"
    SPACE_INSIDE_BRACKETS = "space-inside-brackets"
    NO_SPACE_AFTER_MARK = "no-space-after-mark"
    NEEDLESS_NO_BREAK = "needless-no-break"
    UNUSUAL_SPACE = "unusual-space"
    DIRECTION_MARK = "direction-mark"
    NO_WIDTH = "character-without-width"
    # Recognised text
    RECOGNISED_UNSURE = "recognised-unsure"  # percent
    # How often
    TIMES_IN_PARAGRAPH = "times-in-paragraph"  # count
    PARAGRAPHS_ALIKE = "paragraphs-alike"  # count


@dataclass(frozen=True, slots=True)
class ReasonPlace:
    """Where lines stand that a reason speaks of, as far as their file knows it.

    `paragraph` counts the paragraphs of the file from 0, without the empty ones; `lines` (first and
    last) and `page` count from 1.
    """

    paragraph: int
    lines: tuple[int, int] | None = None
    page: int | None = None


ReasonValue: TypeAlias = str | int | ReasonPlace | tuple[str | int | ReasonPlace, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact that speaks for a finding; `wording` says it in a language."""

    code: ReasonCode
    values: Mapping[str, ReasonValue] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed in one version, with the reasons a person can check.

    One finding is one occurrence. `key` is of its version, kind, text and the words around,
    so that a decision or a remark finds it again whatever else was changed in the file. `group` is
    the same for all that are alike (the occurrences of one running header).
    `spots` are the characters concerned; `sources` says where they stand in the file; `place` is
    where the finding shows in the reading text: the characters themselves when they stayed, an
    empty span where they were set aside, None when it has no place there (a DOCX header part).
    `suggestion` is the text proposed instead, never applied by the program. Where `cut`, `text` is
    only the beginning of what stands there.
    """

    key: str
    kind: FindingKind
    side: Side
    text: str
    reasons: tuple[Reason, ...]
    tier: Tier
    decision: Decision
    group: str = ""
    spots: tuple[Spot, ...] = ()
    sources: tuple[Source, ...] = ()
    place: Span | None = None
    suggestion: str | None = None
    verdict: Verdict | None = None
    cut: bool = False

    @property
    def blocks(self) -> tuple[int, ...]:
        """Indexes of the blocks concerned, in order."""
        return tuple(dict.fromkeys(spot.block for spot in self.spots))

    @property
    def lines(self) -> tuple[int, ...]:
        """Every line number concerned, from 1, in text files; else empty."""
        spans = [s.lines for s in self.sources if s.lines]
        return tuple(n for first, last in spans for n in range(first, last + 1))

    @property
    def page(self) -> int | None:
        """The page it begins on, from 1, where the format knows pages."""
        return next((s.page for s in self.sources if s.page is not None), None)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph's text that stands unchanged in one block.

    Characters [start, start + length) of the paragraph are characters
    [block_start, block_start + length) of the text of block `block`.
    """

    start: int
    block: int
    block_start: int
    length: int


class Join(StrEnum):
    """How two pieces of a paragraph were put together."""

    SPACE = "space"
    WELDED = "welded"
    HYPHEN_KEPT = "hyphen-kept"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class StyleSpan:
    """The characters [start, end) of a paragraph's text, in code points, look like this."""

    start: int
    end: int
    style: Style


SURE = 85
"""Per cent from which a word that was recognised in a picture counts as certain. On pages scanned
at 60 to 150 dots per inch 73 % of 346 wrong words are below it, and 8.5 % of 9,019 right ones; at
200 dots 1 % of the right ones. Set by hand on pages of our own in English, Russian and Kyrgyz."""


def sure_enough(certainty: int) -> bool:
    """Whether a recognised word counts as certain."""
    return certainty >= SURE


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """The characters [start, end) of a paragraph's text were recognised in a picture (OCR).

    `certainty` is how sure of them the program that did it was, in per cent.
    """

    start: int
    end: int
    certainty: int

    @property
    def is_uncertain(self) -> bool:
        """Whether it may well be another word."""
        return not sure_enough(self.certainty)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the reading text.

    `pieces` is the offset map back to the blocks; between piece k and piece k + 1 stands what
    `joins[k]` says: one space of ours, or nothing. `sources` are the places it was read from.
    `styles` are the stretches that do not look plain, in order and apart; `objects` stand at
    offsets of this text; `recognised` are the words read off a picture. All of these come from the
    blocks by way of `pieces`; all else that is said of it its first block says.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    pieces: tuple[Piece, ...] = ()
    joins: tuple[Join, ...] = ()
    sources: tuple[Source, ...] = ()
    level: int | None = None
    label: str | None = None
    styles: tuple[StyleSpan, ...] = ()
    objects: tuple[Object, ...] = ()
    cell: Cell | None = None
    item: ListItem | None = None
    style_name: str | None = None
    note: str | None = None
    recognised: tuple[RecognisedWord, ...] = ()

    @property
    def part(self) -> Part:
        """The stream of the document it belongs to."""
        return self.sources[0].part if self.sources else Part.BODY

    @property
    def page(self) -> int | None:
        """The page it begins on, from 1, where the format knows pages."""
        return self.sources[0].page if self.sources else None


@dataclass(frozen=True, slots=True)
class Screening:
    """The reading text of a document and the findings made on the way to it."""

    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...] = ()
