"""What the user may ask of a comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sverka.model.change import Category
from sverka.model.document import Part
from sverka.model.screening import Decision

Ignore: TypeAlias = Category
"""Changes that are left out. What is shown stays as it is in the files."""

FOLDED = frozenset({Category.CASE, Category.SPACING, Category.PUNCTUATION, Category.TYPOGRAPHY})
"""Differences that, ignored, count as equal also inside a change of another kind."""

BESIDE_WORDS = frozenset(
    {
        Category.STRUCTURE,
        Category.LINK,
        Category.PICTURE,
        Category.NOTE,
        Category.CONTROL,
        Category.FORMATTING,
        Category.FIELD,
    }
)
"""What is left out where only the words are to be compared."""


class Tracked(StrEnum):
    """How tracked changes already inside an input are read.

    Kept ones are read as accepted ones are, and each of them stays known: `Document.tracked`.
    """

    ACCEPT = "accept"
    REJECT = "reject"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Options:
    """Options of one comparison. `decisions` are the user's, by the key of the finding.

    `ignore_patterns` are regular expressions: changes inside what they find are left out.
    `as_source` reads what is written in marks, such as HTML and Markdown, as it is written.
    `ignore_parts` are streams, the changes of which are left out: headers and footers, notes.
    `ocr` has the text of pages that are pictures recognised, in `ocr_languages` as Tesseract calls
    them ("eng"), in all that are installed where none is named.
    """

    ignore: frozenset[Ignore] = frozenset()
    keep_furniture: bool = False
    tracked: Tracked = Tracked.ACCEPT
    as_source: bool = False
    encoding_old: str | None = None
    encoding_new: str | None = None
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    ignore_patterns: tuple[str, ...] = ()
    ignore_parts: frozenset[Part] = frozenset()
    ocr: bool = False
    ocr_languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passwords:
    """What opens the files of a pair that are protected; None where nothing was given.

    They are kept apart from the options, so that no session and no report ever holds them, and are
    not shown where the value is.
    """

    old: str | None = field(default=None, repr=False)
    new: str | None = field(default=None, repr=False)
